#!/bin/sh
# docs.sh PROGRAM: what is written about the tree agrees with the tree.
set -u
bylint=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# every rule has a draft that shows its fault and one that is without
rules() {
	"$bylint" rules --no-config >"$work/rules" || echo "bylint rules failed"
	awk '$1 ~ /^[a-z]+\/[a-z0-9-]+$/ { print $1 }' "$work/rules" \
	    >"$work/ids"
	[ -s "$work/ids" ] || echo "bylint rules names no rule"
	while read -r id; do
		for case in bad good; do
			set -- "fixtures/$id/$case-"*
			[ -e "$1" ] ||
			    echo "fixtures/$id: rule $id has no $case-* draft"
		done
	done <"$work/ids"
}

# a fixture that belongs to no rule tests nothing
folders() {
	find fixtures -mindepth 2 -maxdepth 2 -type d ! -path 'fixtures/_*' \
	    ! -path 'fixtures/articles/*' | sort | sed 's,fixtures/,,' |
	    grep -vxF -f "$work/ids" | sed 's,.*,fixtures/&: no such rule,'
}

# `src/...` and its like in the guides are there; < > * and { mark patterns
paths() {
	find . -name build -prune -o -name .git -prune -o -path ./fixtures \
	    -prune -o -name '*.md' -print | sort | while read -r guide; do
		grep -no '`[^`]*`' "$guide" | tr -d '`' |
		    awk -v guide="${guide#./}" '
			{
				line = $0; sub(/:.*/, "", line)
				path = $0; sub(/^[0-9]+:/, "", path)
				sub(/:[0-9]+$/, "", path)
			}
			path ~ /^(src|tests|fixtures|rules|editors|bench|docs|\.ci)\// &&
			    path !~ /[<>*{ ]|\.\.\./ {
				print path, guide ":" line
			}'
	done | while read -r path place; do
		[ -e "$path" ] || echo "$place: there is no $path"
	done
}

# a header's first comment says what the thing is
headers() {
	for folder in src/*/; do
		set -- "$folder"*.[ch]
		[ -e "$1" ] || continue
		set -- "$folder"*.h
		[ -e "$1" ] || echo "$folder: no header says what it is for"
	done
	find src -name '*.h' | sort | while read -r header; do
		head -c 6 "$header" | tr '\n' ' ' | grep -q '^/\*  \* ' ||
		    echo "$header:1: no comment says what this is"
	done
}

# a test that no row names would never run
suites() {
	grep -l '^suite_' tests/*/*.c | while read -r file; do
		name=$(echo "$file" | sed 's,tests/\(.*\)/test_\(.*\)\.c,\1_\2,')
		grep -qx "SUITE($name)" tests/suites.def ||
		    echo "$file: tests/suites.def has no SUITE($name)"
	done
}

# the guide to configurations has a row for each key and each profile
configuration() {
	guide=docs/configuration.md
	{ awk '/ config_key\[\]/, /};/' src/rule/config.c | grep -o '"[^"]*"'
	    sed -n 's/.*\[CONFIG_.*\] = {\("[^"]*"\).*/\1/p' src/rule/config.c
	    ls rules/profiles; } | sed 's/\.yml$//' | tr -d '"' |
	    while read -r name; do
		grep -q "^| \`$name\` |" $guide ||
		    echo "$guide: no row for $name"
		grep -q "\<$name\>" rules/init.yml ||
		    [ "$name" = summary ] ||
		    echo "rules/init.yml: no word of $name"
	done
}

# what a guide shows is what bylint prints
examples() {
	export HOME="$work" GIT_CONFIG_NOSYSTEM=1 XDG_CONFIG_HOME="$work" \
	    GIT_AUTHOR_NAME=desk GIT_AUTHOR_EMAIL=desk@example.org \
	    GIT_COMMITTER_NAME=desk GIT_COMMITTER_EMAIL=desk@example.org
	for guide in README.md CONTRIBUTING.md docs/*.md; do
		room=$work/${guide%.md}
		mkdir -p "$room/bin"
		ln -s "$bylint" "$room/bin/bylint"
		ln -s "$PWD/fixtures" "$PWD/rules" "$room"
		awk -v dir="$room" -f tests/examples.awk "$guide"
		for run in "$room"/*.run; do
			[ -e "$run" ] || continue
			(cd "$room" && PATH=$room/bin:$PATH sh "$run") \
			    >"$work/now" 2>&1
			awk -f tests/said.awk "${run%.run}.said" "$work/now" |
			    sed "s,^,$guide:$(basename "$run" .run): ,"
		done
	done
}

# what is made from the rules is made from the rules as they are
reference() {
	"$bylint" rules --no-config --format=markdown |
	    diff -u docs/rules-reference.md - >"$work/diff" || {
		head -n 20 "$work/diff"
		echo "docs/rules-reference.md is stale: 'make docs' writes it"
	}
}

{ rules; folders; paths; headers; suites; configuration; examples; reference; } >"$work/faults"
cat "$work/faults"
echo "figures: $(wc -l <"$work/ids") rules"
[ ! -s "$work/faults" ]
