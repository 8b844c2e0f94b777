#!/bin/sh
# How long functions and files are (universal-ctags counts): half the functions
# at most 15 lines, nine in ten at most 50, no .c file above 650.
set -u
cd "$(dirname "$0")/.." || exit 2
if ! ctags --version 2>/dev/null | grep -q Universal; then
	echo "figures: skipped, no universal-ctags"
	exit 0
fi
longest=$(find src -name '*.c' -exec wc -l {} + | grep -v ' total$' |
    sort -n | tail -n 1)
find src -name '*.c' | sort |
    ctags -L - -f - --languages=C --kinds-C=f --fields=neF --excmd=number |
    awk -F '\t' -v largest="$longest" '
	{
		for (i = 4; i <= NF; i++) {
			if ($i ~ /^line:/)
				from = substr($i, 6)
			if ($i ~ /^end:/)
				to = substr($i, 5)
		}
		print to - from + 1, $2, $1
	}' | sort -n | awk -v largest="$longest" '
	{ lines[NR] = $1 + 0; name[NR] = $2 ": " $3 }
	END {
		split(largest, file, " ")
		median = lines[int((NR + 1) / 2)]
		p90 = lines[int(NR * 0.9 + 0.999)]
		printf "figures: %d functions, median %d, p90 %d, longest %d" \
		    " (%s), largest file %d (%s)\n", NR, median, p90, \
		    lines[NR], name[NR], file[1], file[2]
		exit !(NR > 0 && median <= 15 && p90 <= 50 && file[1] <= 650)
	}'
