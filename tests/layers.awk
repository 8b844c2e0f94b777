# layers.awk: which folder of src may include which.  Run over all .c, .h and
# .def files of src; prints each include that breaks the table.

BEGIN {
	may["base"] = "base"
	may["lexicon"] = "base lexicon"
	may["text"] = "base lexicon text"
	may["diag"] = "base text diag"
	may["yaml"] = "base text/source.h diag yaml"
	may["match"] = "base lexicon text match"
	may["read"] = "base yaml text diag match/phrase_map.h read"
	may["facts"] = "base lexicon text match facts"
	may["out"] = "base diag text facts out"
	may["rule"] = "base yaml lexicon text match diag read facts rule"
	may["check"] = may["rule"] " check"
	may["lint"] = may["check"] " out lint"
	may["tell"] = may["lint"] " tell"
	may["."] = may["tell"]

	only["yaml.h"] = "src/yaml/yaml.c"
	only["pcre2.h"] = "src/match/regex.c"
	only["md4c.h"] = "src/read/markdown.c"
	only["check.h"] = "nothing but tests/"
}

function broken(rule) {
	printf "%s:%d: %s\n", FILENAME, FNR, rule
	nbroken++
}

# the folder of a file of src; "." for those on top
function folder_of(path) {
	sub(/^(.*\/)?src\//, "", path)
	return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "."
}

function allowed(from, included,    to, i, n, word) {
	to = substr(included, 1, index(included, "/") - 1)
	n = split(may[from], word, " ")
	for (i = 1; i <= n; i++)
		if (word[i] == to || word[i] == included)
			return 1
	return 0
}

FNR == 1 {
	from = folder_of(FILENAME)
	path = FILENAME
	sub(/^.*\/src\//, "src/", path)
	nfile++
	if (!(from in may))
		broken("src/" from "/ stands in no row of tests/layers.awk")
}

!/^[ \t]*#[ \t]*include[ \t]*["<]/ { next }

{
	included = $0
	sub(/^[^"<]*["<]/, "", included)
	sub(/[">].*/, "", included)
	own = $0 ~ /"/
}

(included in only) && path != only[included] {
	broken("<" included "> belongs in " only[included])
	next
}

!own { next }

included !~ /\// {
	if (from != ".")
		broken("\"" included "\": nothing below src/ includes src/*.h")
	next
}

!allowed(from, included) {
	broken((from == "." ? "src/*.c" : "src/" from "/") \
	    " may not include \"" included "\" (may: " may[from] ")")
}

END {
	if (!nfile)
		broken("no files to look at")
	if (!nbroken)
		printf "figures: %d files\n", nfile
	exit nbroken > 0
}
