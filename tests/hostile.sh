#!/bin/sh
# hostile.sh FOLDER: drafts that mean harm to whatever reads findings: every
# kind of character before findings, between them and in them, with every line
# end; false findings, runner commands and markup; in a folder and in files
# whose names are marks in some format.
set -u
folder="$1/%41, a:b=\"<&'>;"
mkdir -p "$folder"
awk 'BEGIN {
	n = split("|\t|\346\274\242\345\255\227 |\360\237\230\200 |e\314\201 |" \
	    "\360\237\221\251\342\200\215\360\237\221\251 |\342\200\256|\033[31m", \
	    mark, "|")
	m = split("\n|\r\n|\r", line_end, "|")
	for (i = 1; i <= n; i++)
		for (j = 1; j <= n; j++)
			for (k = 1; k <= m; k++)
				printf "%sIt had %d men, %sexperts say %sa.md:1:2: " \
				    "error: x [y/z] ::error::x ##[error]x " \
				    "<b>&amp;]]>%s%s", mark[i], 300 + i, mark[j], \
				    mark[i] mark[j], line_end[k], line_end[k]
}' >"$folder/#1;%25.txt"
cp "$folder/#1;%25.txt" "$folder/-.md"
# what a line of another tool's output would look like
cat >"$folder/fake.md" <<'END'
Some experts say so: a:b:12:3: warning: 300 men [number/unsourced]

::error file=a,line=1::Some experts say 300 men left.

##[set-env name=A]Some experts say 300 men left.

<script>alert(1)</script> Some experts say <img src=x onerror=alert(2)> it.

" onmouseover="alert(3) Some experts say [a](javascript:alert(4)) it.
END
