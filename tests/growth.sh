#!/bin/sh
# growth.sh BYLINT: twice as long a draft may take 2.2 times the work, however
# hostile it is.  The work is counted in instructions, so that the result is the
# same on every machine.  Each line of tests/growth.txt is a piece, in the
# notation of printf, that a draft repeats, after its extension.
set -u
cd "$(dirname "$0")/.." || exit 2

# the instructions that it takes to lint SIZE bytes of a repeated piece
count() { # EXTENSION PIECE SIZE
	draft=$work/$$.$3.$1
	# shellcheck disable=SC2059 # the piece is a format
	awk -v piece="$(printf -- "$2.")" -v size="$3" 'BEGIN {
		piece = substr(piece, 1, length(piece) - 1)
		while (piece != "" && n < size) { printf "%s", piece; n += length(piece) }
	}' >"$draft"
	LC_ALL=C valgrind --tool=cachegrind --cache-sim=no \
	    --cachegrind-out-file=/dev/null "$bylint" --date=2026-03-02 \
	    "$draft" 2>&1 >/dev/null |
	    sed -n 's/,//g; s/.*I *refs: *\([0-9]*\)$/\1/p'
}

if [ "$1" = one ]; then
	work=$2 bylint=$3 none=$4
	extension=${5%% *} piece=${5#* }
	once=$(count "$extension" "$piece" 6000)
	twice=$(count "$extension" "$piece" 12000)
	grown=$(awk -v a="$none" -v b="$once" -v c="$twice" 'BEGIN {
		printf "%.2f", (b > a ? (c - a) / (b - a) : 99) }')
	printf '%s %s\n' "$grown" "$5"
	exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bylint=$1
none=$(count txt '' 0)
grep -v '^#' tests/growth.txt | tr '\n' '\0' |
    xargs -0 -P "$(nproc)" -I LINE tests/growth.sh one "$work" "$1" "$none" LINE |
    sort -rn >"$work/grown"
awk '$1 !~ /^[0-9.]+$/ || $1 > 2.2 { print "twice the draft takes " $0; bad = 1 }
	NR == 1 { most = $1 }
	END {
		if (NR < 10) { print "only " NR " drafts were counted"; bad = 1 }
		if (!bad) printf "figures: %d drafts, at most %s times\n", NR, most
		exit bad
	}' "$work/grown"
