#!/bin/sh
# english.sh [ROOT]: the engine knows no word of any language.  Fails on a
# string in the folders that look at text if a word list of rules/ holds it,
# if it is one word at all, or if text is compared with it; and on a letter
# that text is compared with.  Such a word belongs in a lexicon class that the
# code asks for by name.  Names are no words: cells of an X() row, enum tables,
# tables *_choice and *_name, the keys and bindings of a check, a class or
# capture asked for; nor are the beginnings of web addresses.
set -u
cd "${1:-$(dirname "$0")/..}" || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# one word or phrase a line: 'say/says/said' and 'president|head of state' are
# several; what stands behind ': ' or '=' is a value
find rules -path '*/lexicon/*.txt' -exec cat {} + |
    sed 's/#.*//; s/[=\t].*//; s/: .*//' | tr '|/' '\n' >"$work/raw"

# in YAML whatever stands under 'lexicon:' but the names of classes
find rules -name '*.yml' -print | sort | xargs awk '
	/^[^ \t#-]/ { in_lexicon = $0 ~ /^lexicon:/; indent = 0 }
	!in_lexicon || /^lexicon:/ { next }
	{
		sub(/(^|[ \t])#.*/, "")
		match($0, /^[ \t]*/)
		if (!indent)
			indent = RLENGTH
		if (RLENGTH == indent)
			sub(/^[ \t]+[^ :]+:/, "")
		gsub(/file:[^,}]*/, "")
		gsub(/[][{},\/|"]/, "\n")
		gsub(/:[^\n]*/, "")
		gsub(/(^|\n)[ \t]*-[ \t]/, "\n")
		print
	}' /dev/null >>"$work/raw"
sed "s/^[ \t'-]*//; s/[ \t'.]*\$//" "$work/raw" | grep '[A-Za-z].*[A-Za-z]' |
    sort -u >"$work/words"

# strings of the code, neighbours joined, without comments: place, string, what
# stands before it in its statement
find src/lexicon src/text src/match src/facts src/check -name '*.[ch]' -o -name '*.def' |
    sort >"$work/files"
xargs awk '
	function flush() {
		if (open)
			printf "%s\t%s\t%s\n", place, text, start
		open = 0
	}
	FNR == 1 { flush(); comment = 0; before = "" }
	/^[ \t]*#[ \t]*include/ { next }
	{
		before = before " "
		for (i = 1; i <= length($0); i++) {
			c = substr($0, i, 1)
			two = substr($0, i, 2)
			if (comment) {
				if (two == "*/") { comment = 0; i++ }
			} else if (two == "/*") {
				comment = 1; i++
			} else if (two == "//") {
				break
			} else if (substr($0, i, 3) == "\047\"\047") {
				i += 2
			} else if (c == "\"") {
				if (!open) {
					place = FILENAME ":" FNR
					start = before
					text = ""
				}
				open = 1
				while (++i <= length($0)) {
					c = substr($0, i, 1)
					if (c == "\"")
						break
					if (c == "\\")
						c = c substr($0, ++i, 1)
					text = text c
				}
			} else {
				if (c !~ /[ \t\\]/)
					flush()
				before = c == ";" ? "" : before c
			}
		}
	}
	END { flush() }' <"$work/files" /dev/null >"$work/strings"

# src/match knows the notation of patterns, where letters and words are signs
awk -F '\t' -v words="$work/words" '
	function report(what) {
		printf "%s: \"%s\" %s\n", $1, $2, what
		n++
	}
	BEGIN {
		while ((getline line < words) > 0)
			word[line] = word[tolower(line)] = 1
	}
	{
		text = $2
		gsub(/\\x[0-9A-Fa-f][0-9A-Fa-f]|\\u[0-9A-Fa-f]+|\\./, "", text)
		gsub(/^[ .]+|[ .]+$/, "", text)
		before = substr($0, length($1) + length($2) + 3)
		gsub(/[ \t]+/, " ", before)
		sub(/(STR|str_of)\($/, "", before)
		signs = $1 ~ /^src\/match\// || text ~ /:\/\/|^www$/
	}
	!signs && text ~ /[A-Za-z][A-Za-z]/ &&
	    before ~ /(eq|cmp|starts|ends|str|here|find|chr|spn)\([^()]*(\([^()]*\)[^()]*)*$/ {
		report("is compared with text")
		next
	}
	before ~ /X\([A-Za-z0-9_, ]*$/ { next }
	before ~ /\[[A-Z_0-9]+\] ?= ?\{?$/ { next }
	before ~ /struct (key|binding) |_(choice|name)\[/ { next }
	before ~ /_(class|capture|named|get)\([^()]*$/ { next }
	before ~ /\.(name|key|class|label) ?= ?$/ { next }
	text in word { report("is a word of rules/, not of the code"); next }
	!signs && before !~ /(printf|note|report|diag_add|binding.*)\(?[^()]*$/ &&
	    text ~ /^[A-Za-z\047-]*[a-z][A-Za-z\047-]*$/ {
		report("is a word")
	}
	END { exit n > 0 }' "$work/strings" >"$work/faults"

# the letters of ISO 8601 stand beside the name iso
find src/text src/facts src/check -name '*.[ch]' | sort |
    xargs grep -nE "([!=]=|case) *'[A-Za-z]'" | grep -v '\<iso\>' |
    sed 's/:[ \t]*\([^:]*\)$/: a letter that text is compared with: \1/' \
    >>"$work/faults"
if [ -s "$work/faults" ]; then
	cat "$work/faults"
	exit 1
fi
echo "figures: $(wc -l <"$work/words") words, $(wc -l <"$work/strings") strings"
