#!/bin/sh
# properties.sh BUILD: what holds for every draft.  Each place that bylint
# prints lies in its file, on character boundaries, with the line and column
# that the bytes give, in every unit; and the output is the same bytes however
# many workers there are.
set -u
bylint=$1/bylint
spans=$1/spans
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$(dirname "$0")/.." || exit 2
find fixtures -name _bad-input -prune -o \( -name '*.md' -o -name '*.txt' \) \
    -print | LC_ALL=C sort >"$work/files"
failed=0
nplace=0

fail() {
	echo "$*"
	failed=1
}

# all fixtures in one run; status 1 is findings
lint() {
	xargs "$bylint" --date=2026-03-02 "$@" <"$work/files"
	result=$?
	# xargs makes 123 of any status from 1 to 125
	[ $result = 0 ] || [ $result = 123 ]
}

hold() { # FILE UNIT WHAT
	"$spans" "$2" <"$1" >"$work/n" 2>"$work/err" ||
	    fail "$3 in unit $2: $(head -n 5 "$work/err")"
	read -r n rest <"$work/n" && [ "$rest" = places ] && [ "$n" -gt 0 ] ||
	    fail "$3 in unit $2: no places at all"
	nplace=$((nplace + ${n:-0}))
}

for unit in byte char utf16 display; do
	lint --format=jsonl --column-unit=$unit >"$work/$unit" ||
	    fail "--format=jsonl --column-unit=$unit failed"
	hold "$work/$unit" $unit findings
done

while read -r file; do
	"$bylint" facts --format=jsonl --date=2026-03-02 "$file" ||
	    fail "facts $file failed"
done <"$work/files" >"$work/facts"
hold "$work/facts" byte facts

for format in text jsonl sarif junit; do
	for jobs in 1 2 7; do
		lint --format=$format --jobs=$jobs >"$work/jobs$jobs" ||
		    fail "--format=$format --jobs=$jobs failed"
		cmp "$work/jobs1" "$work/jobs$jobs" ||
		    fail "--format=$format differs between 1 and $jobs jobs"
	done
done
[ $failed = 0 ] && echo "figures: $(wc -l <"$work/files") files, $nplace places"
