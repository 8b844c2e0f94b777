# examples.awk: takes a guide apart.  Writes each ```yaml, ```markdown or
# ```text block that follows 'Put this into `NAME`' to dir/NAME, and each
# command of a ```console block to dir/LINE.run with what it prints in
# dir/LINE.said.

function close_all() {
	if (out != "")
		close(out)
	out = ""
}

match($0, /into `[a-z0-9.\/-]+`/) {
	name = substr($0, RSTART + 6, RLENGTH - 7)
}

/^```/ {
	close_all()
	block = block == "" ? substr($0, 4) : ""
	if (block ~ /^(yaml|markdown|text)$/ && name != "") {
		out = dir "/" name
		folder = out
		sub(/\/[^\/]*$/, "", folder)
		system("mkdir -p " folder)
		name = ""
	}
	next
}

block == "console" && /^\$ / {
	close_all()
	line = sprintf("%05d", FNR)	# so that names sort as lines do
	run = dir "/" line ".run"
	print substr($0, 3) >run
	close(run)
	out = dir "/" line ".said"
	printf "" >out
	next
}

out != "" { print >out }
