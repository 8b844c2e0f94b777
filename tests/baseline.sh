#!/bin/sh
# baseline.sh BUILD: what holds for every draft.  A baseline hides all that it
# was made of, is the same bytes however often and with however many workers it
# is made, and goes on hiding when lines are inserted and paragraphs change
# places, as long as bylint finds the same in the draft.
set -u
bylint=$(realpath "$1/bylint")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$(dirname "$0")/../fixtures" "$work/fixtures"
cd "$work/fixtures" || exit 2
# what cannot be read is in no baseline
rm -r _bad-input
find . -name '*.expect' -delete
failed=0

fail() {
	echo "$*"
	failed=1
}

# rule and words of each finding, without places
found() { # FILE...
	"$bylint" --date=2026-03-02 --format=jsonl "$@" 2>/dev/null |
	    sed 's/.*"start_byte":[0-9]*,"end_byte":[0-9]*,//; s/"notes".*//' |
	    sort
}

# front matter stays first, each other paragraph goes to the other end
turn_round() {
	awk 'BEGIN { RS = "" }
	NR == 1 && /^---\n/ { print $0 "\n"; next }
	{ p[++n] = $0 }
	END { print "One line more.\n"; for (; n; n--) print p[n] "\n" }' "$1"
}

"$bylint" baseline write --date=2026-03-02 ../old . >/dev/null ||
    fail 'no baseline was written'
"$bylint" --date=2026-03-02 --baseline=../old . >../out 2>/dev/null
[ ! -s ../out ] || fail "not hidden: $(head -n 3 ../out)"
for jobs in 1 4; do
	"$bylint" baseline write --date=2026-03-02 -j $jobs ../again . >/dev/null
	cmp ../old ../again || fail "another baseline with $jobs jobs"
	"$bylint" baseline update --date=2026-03-02 -j $jobs ../again >/dev/null
	cmp ../old ../again || fail "another baseline after update"
	"$bylint" baseline prune --date=2026-03-02 -j $jobs ../again . >/dev/null
	cmp ../old ../again || fail "another baseline after prune"
done

same=0
find . -name '*.md' -o -name '*.txt' | LC_ALL=C sort >../files
while read -r file; do
	cp "$file" ../draft
	found "$file" >../before
	turn_round ../draft >"$file"
	found "$file" >../after
	[ -s ../before ] && cmp -s ../before ../after || continue
	same=$((same + 1))
	"$bylint" --date=2026-03-02 --baseline=../old "$file" >../out \
	    2>/dev/null || fail "$file turned round is not hidden"
	[ ! -s ../out ] || cat ../out
done <../files
[ "$same" -gt 50 ] || fail "only $same drafts say the same turned round"
for jobs in 1 4; do
	"$bylint" --date=2026-03-02 --baseline=../old -j $jobs . \
	    >../out$jobs 2>&1
done
cmp ../out1 ../out4 || fail 'output differs between 1 and 4 jobs'
[ $failed = 0 ] && echo "figures: $(wc -l <../files) files, $same turned round," \
    "$(wc -l <../old) old findings"
