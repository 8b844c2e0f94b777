# said.awk WANTED PRINTED: is what was printed what a guide shows?  A line
# '...' there stands for any number of lines.

FNR == NR {
	if ($0 == "...")
		skip[nwant + 1] = 1
	else
		want[++nwant] = $0
	next
}

{ have[++nhave] = $0 }

# do the lines that are wanted from i up to the next gap stand at j?
function stands(i, j) {
	for (; i <= nwant; i++) {
		if (have[j++] != want[i])
			return 0
		if (skip[i + 1])
			return j
	}
	return j > nhave ? j : 0
}

END {
	j = 1
	for (i = 1; i <= nwant; i = to) {
		while (!(next_j = stands(i, j)) && skip[i] && j <= nhave)
			j++
		if (!next_j) {
			print "not printed: " want[i]
			exit 1
		}
		j = next_j
		for (to = i + 1; to <= nwant && !skip[to]; to++)
			;
	}
	if (!skip[nwant + 1] && j <= nhave) {
		print "not shown: " have[j]
		exit 1
	}
}
