#!/bin/sh
# growth.sh BYLINT: twice as long an input may take 2.2 times the work, however
# hostile it is.  The work is counted in instructions, so that the result is the
# same on every machine.  Each line of tests/growth.txt is a kind of input and a
# piece, in the notation of printf, that it repeats with a running number for
# each '#':
#   md, txt     a draft; md-fix: one whose fixes are made
#   txt-sarif   a draft, and how its findings are printed as that
#   baseline    with one draft, as are all below
#   diff
#   config      what stands under 'files:', in a folder of 30 drafts
#   overrides   what stands under 'rules:' of a configuration
#   rules       what stands under 'rules:' of a rule file
set -u
cd "$(dirname "$0")/.." || exit 2

input() { # KIND PIECE SIZE
	case $1 in
	baseline)	printf 'bylint-baseline 1\n' ;;
	diff)		printf -- '--- draft.md\n+++ draft.md\n' ;;
	config)		printf 'bylint: 1\nfiles:\n' ;;
	rules | overrides)	printf 'bylint: 1\nrules:\n' ;;
	esac
	# shellcheck disable=SC2059 # the piece is a format
	awk -v piece="$(printf -- "$2.")" -v size="$3" 'BEGIN {
		piece = substr(piece, 1, length(piece) - 1)
		for (; piece != "" && n < size; n += length(next_one)) {
			next_one = piece
			gsub(/#/, ++i, next_one)
			printf "%s", next_one
		}
	}'
}

# the instructions that it takes to lint with SIZE bytes of a repeated piece
count() { # KIND PIECE SIZE
	room=$work/$$.$3
	mkdir "$room"
	echo 'The mill employs 300 weavers, and 40 of them are men.' \
	    >"$room/draft.md"
	input "$@" >"$room/input"
	set -- "$1" --date=2026-03-02
	case $1 in
	md | txt)	cp "$room/input" "$room/input.$1"
			set -- "$@" "input.$1" ;;
	txt-sarif)	cp "$room/input" "$room/input.txt"
			set -- "$@" --format=sarif input.txt ;;
	md-fix)		cp "$room/input" "$room/input.md"
			set -- "$@" --fix=dry-run input.md ;;
	baseline)	set -- "$@" --baseline=input draft.md ;;
	diff)		set -- "$@" --diff=- draft.md ;;
	config)		cp "$room/input" "$room/.bylint.yml"
			for i in 0 1 2 3 4 5 6 7 8 9; do
				cp "$room/draft.md" "$room/a$i.md"
				cp "$room/draft.md" "$room/b$i.md"
				cp "$room/draft.md" "$room/c$i.md"
			done
			set -- "$@" . ;;
	overrides)	set -- "$@" --config=input draft.md ;;
	rules)		set -- "$@" --rules=input draft.md ;;
	esac
	shift
	(cd "$room" && LC_ALL=C valgrind --tool=cachegrind --cache-sim=no \
	    --cachegrind-out-file=/dev/null "$bylint" "$@" 2>&1 >/dev/null \
	    <"$room/input" || :) 2>/dev/null |
	    sed -n 's/,//g; s/.*I *refs: *\([0-9]*\)$/\1/p'
	rm -r "$room"
}

if [ "$1" = one ]; then
	work=$2 bylint=$3
	kind=${4%% *} piece=${4#* }
	none=$(cat "$work/none.$kind")
	once=$(count "$kind" "$piece" 6000)
	twice=$(count "$kind" "$piece" 12000)
	grown=$(awk -v a="$none" -v b="$once" -v c="$twice" 'BEGIN {
		printf "%.2f", (b > a ? (c - a) / (b - a) : 99) }')
	printf '%s %s\n' "$grown" "$4"
	exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bylint=$(realpath "$1")
for kind in $(sed '/^#/d; s/ .*//' tests/growth.txt | sort -u); do
	count "$kind" '' 0 >"$work/none.$kind"
done
grep -v '^#' tests/growth.txt | tr '\n' '\0' |
    xargs -0 -P "$(nproc)" -I LINE tests/growth.sh one "$work" "$bylint" LINE |
    sort -rn >"$work/grown"
awk '$1 !~ /^[0-9.]+$/ || $1 > 2.2 { print "twice the input takes " $0; bad = 1 }
	NR == 1 { most = $1 }
	END {
		if (NR < 10) { print "only " NR " inputs were counted"; bad = 1 }
		if (!bad) printf "figures: %d inputs, at most %s times\n", NR, most
		exit bad
	}' "$work/grown"
