#!/bin/sh
# clients.sh BUILD: what bylint prints, read by the programs that are to read
# it.  They come from Debian (tests/deps.sh) and from npm, into BUILD/clients.
set -u
export LC_ALL=C.UTF-8 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
unset GITHUB_ACTIONS NO_COLOR
root=$(realpath "$(dirname "$0")/..")
build=$(realpath "$1")
tools=$build/clients
BYLINT=$(realpath "$1/bylint") EDITORS=$root/editors
export BYLINT EDITORS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=

fail() {
	echo "FAIL $*"
	failed=yes
}

good() {
	echo "ok   $*"
}

check() { # FORMAT FILE
	timeout 120 node "$root/tests/clients/check.js" "$tools" "$@"
}

lint() {
	"$BYLINT" --no-config --date=2026-03-02 --color=never "$@" 2>>"$work/err"
	[ $? -le "${WORST:-1}" ] || fail "bylint $*: $(tail -n 3 "$work/err")"
}

install() {
	mkdir -p "$tools"
	[ -e "$tools/package.json" ] || echo '{"private": true}' \
	    >"$tools/package.json"
	# shellcheck disable=SC2086 # a list of packages
	(cd "$tools" && timeout 600 npm install --no-audit --no-fund --save-exact \
	    --loglevel=error $1) >"$work/npm" 2>&1 || {
		cat "$work/npm"
		exit 2
	}
}

validate() { # FORMAT COMMAND...
	format=$1
	shift
	if "$@" >"$work/said" 2>&1 && [ ! -s "$work/said" ]; then
		good "$format"
	else
		fail "$format: $(head -n 10 "$work/said")"
	fi
}

multitool() {
	program=$tools/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
	chmod u+x "$program" 2>/dev/null
	rm -f "$work/log.sarif"
	timeout 120 "$program" validate --rule-kind 'Sarif;Ghas' \
	    --level 'Error;Warning;Note' --kind 'Fail;Review;Open' \
	    --output "$work/log.sarif" "$work/report.sarif" >"$work/multitool" \
	    2>&1
	check multitool "$work/log.sarif" || cat "$work/multitool"
}

rdformat() {
	check rdjsonl "$work/report.rdjsonl" || return
	timeout 120 "$tools/node_modules/.bin/rdformat-validator" --strict \
	    --no-extra-fields "$work/report.rdjsonl.json" >"$work/rdformat" ||
	    cat "$work/rdformat"
}

xml() { # FORMAT ELEMENT: well-formed, and a finding an element
	xmllint --noout "$work/report.$1" || return
	n=$(xmllint --xpath "count(//$2)" "$work/report.$1")
	[ "$n" = "$(wc -l <"$work/jsonl")" ] || echo "$n findings"
}

formats() {
	set --
	for format in jsonl sarif github gitlab rdjsonl checkstyle junit; do
		set -- "$@" "--format=$format=$work/report.$format"
	done
	lint "$@" "$work/drafts"
	mv "$work/report.jsonl" "$work/jsonl"
	good "bylint: $(wc -l <"$work/jsonl") findings to be read"
	validate 'sarif (ajv)' check sarif "$work/report.sarif"
	validate 'sarif (Sarif.Multitool)' multitool
	validate 'github (@actions/core)' check github "$work/report.github"
	validate 'gitlab (ajv)' check gitlab "$work/report.gitlab"
	validate 'rdjsonl (rdformat-validator)' rdformat
	validate 'checkstyle (xmllint)' xml checkstyle error
	validate 'junit (xmllint)' xml junit \
	    "testcase[failure or system-out or error]"
	validate 'junit (junit2json)' check junit "$work/report.junit"
	echo 'It fell.' >"$work/clean.txt"
	for format in sarif gitlab junit; do
		lint "--format=$format=$work/report.$format" "$work/clean.txt"
		validate "$format (no findings)" check $format \
		    "$work/report.$format"
	done
}

same() { # WANTED GOT WHO
	n=$(wc -l <"$1")
	if cmp -s "$1" "$2" && [ "$n" -gt 0 ]; then
		good "$3: $n places"
	else
		fail "$3: $(diff "$1" "$2" | head -n 6)"
	fi
}

# quickfix lists: every head of a finding, a note or a hint and nothing else
vim_lists() {
	cd "$work/drafts" || exit
	lint . >"$work/text"
	sed -n '/^ *[0-9]* | /d
	    s/^\(\..*:[0-9]*:[0-9]*\): \([ewn]\)[a-z]*: .*/\1 \2/p' \
	    "$work/text" >"$work/wanted"
	for editor in "vim -N -i NONE" "nvim -i NONE"; do
		rm -f "$work/places"
		# shellcheck disable=SC2086 # a command and its options
		OUT=$work/text PLACES=$work/places timeout 60 $editor -u NONE \
		    -es -S "$root/tests/clients/places.vim"
		same "$work/wanted" "$work/places" "${editor%% *} quickfix"
	done
}

# what people look at; axe-core takes minutes over thousands of findings
pages() {
	mkdir "$work/few"
	cp "$work/drafts"/*/fake.md "$work/few"
	for file in "$work/drafts"/*/-.md; do
		head -n 30 "$file" >"$work/few/a <b>,:\".md"
	done
	lint "--format=html=$work/hostile.html" "$work/few"
	lint "--format=html=$work/one.html" "$root/fixtures/articles/demo.md"
	lint "--format=html=$work/none.html" "$work/clean.txt"
	WORST=2 lint "--format=html=$work/several.html" "$root/fixtures/_hard/markup.md" \
	    "$root/fixtures/articles/glacier-lake.md" "$work/nowhere.md"
	"$BYLINT" sheet --no-config --format=html "$work/few" \
	    "$root/fixtures/articles/demo.md" >"$work/sheet.html"
	validate 'html (chromium, axe-core)' timeout 300 node \
	    "$root/tests/clients/page.js" "$tools" "${PICTURES:--}" \
	    "$work/one.html" "$work/none.html" "$work/several.html" \
	    "$work/hostile.html" "$work/sheet.html"
}

# a manual that is not installed yet is not found
manuals() {
	timeout 60 mandoc -T lint "$build/bylint.1" \
	    "$root/man/bylint-rules.5" |
	    grep -v 'referenced manual not found: Xr bylint'
	return 0
}

# the Debian package is built of what the tree holds, and lintian reads it
package() {
	mkdir -p "$work/package/bylint"
	(cd "$root" && git ls-files -co --exclude-standard | tar cf - -T -) |
	    tar xf - -C "$work/package/bylint"
	(cd "$work/package/bylint" && timeout 900 dpkg-buildpackage -us -uc \
	    -b) >"$work/package/log" 2>&1 || tail -n 10 "$work/package/log"
	timeout 300 lintian --allow-root "$work/package"/*.changes
}

# findings and nothing else, by the regular expression of two clients
matchers() {
	lint --format=jsonl . | sed \
	    's/^{"path":"\(\([^"\\]\|\\.\)*\)","line":\([0-9]*\),"col":\([0-9]*\),.*,"rule":"\([^"]*\)","severity":"\([a-z]*\)".*/\1:\3:\4 \6 \5/' |
	    sed 's,\\",",g' >"$work/wanted"
	check matcher "$work/text" >"$work/places"
	same "$work/wanted" "$work/places" 'problem matchers'
}

# where findings and their notes begin, in bytes; CR alone ends no line there
emacs_places() {
	mkdir "$work/plain"
	cd "$work/plain" || exit
	i=0
	find "$work/drafts" -type f | LC_ALL=C sort | while read -r file; do
		i=$((i + 1))
		tr -d '\r\033' <"$file" | sed 's/\xe2\x80\xae//g' \
		    >"$i ${file##*.}.${file##*.}"
	done
	find . -type f | sed 's,^\./,,' | LC_ALL=C sort >"$work/list"
	tr '\n' '\0' <"$work/list" >"$work/list0"
	xargs -0 "$BYLINT" --no-config --date=2026-03-02 --color=never \
	    --column-unit=display "--format=text=$work/text" \
	    "--format=jsonl=$work/jsonl" <"$work/list0"
	DRAFTS=$work/list OUT=$work/text PLACES=$work/places \
	    MARKS=$work/marks timeout 300 emacs -Q --batch \
	    -l "$root/tests/clients/places.el" >"$work/said" 2>&1 ||
	    fail "emacs: $(tail -n 5 "$work/said")"
	sed 's/^{"path":"\([^"]*\)",.*"start_byte":\([0-9]*\),"end_byte":\([0-9]*\),"rule".*/\1 \2 \3/' \
	    "$work/jsonl" >"$work/wanted"
	same "$work/wanted" "$work/marks" 'emacs Flymake'
	cut -d ' ' -f 1-3 "$work/wanted" | LC_ALL=C sort -u >"$work/begins"
	LC_ALL=C sort -u "$work/places" >"$work/found"
	LC_ALL=C comm -12 "$work/begins" "$work/found" >"$work/both"
	same "$work/begins" "$work/both" 'emacs next-error'
	cp "$EDITORS/emacs/bylint.el" "$work"	# the result lies beside it
	timeout 60 emacs -Q --batch --eval '(setq byte-compile-error-on-warn t)' \
	    -f batch-byte-compile "$work/bylint.el" >"$work/said" 2>&1 ||
	    fail "emacs: $(cat "$work/said")"
}

"$root/tests/deps.sh" clients || exit 2
install 'ajv@8.20.0 ajv-formats@3.0.1 junit2json@4.0.0 @actions/core@3.0.1
    @microsoft/sarif-multitool@5.7.0 @umbrelladocs/rdformat-validator@1.0.1
    axe-core@4.14.1 playwright-core@1.65.1'
mkdir "$work/drafts"
"$root/tests/hostile.sh" "$work/drafts"
cp "$root"/fixtures/articles/*.md "$root"/fixtures/_hard/*.md \
    "$root"/fixtures/_hard/*.txt "$work/drafts"
cd "$work" || exit 2
formats
pages
validate 'manuals (mandoc)' manuals
validate 'completion (bash)' bash -n "$build/bylint.bash"
validate 'completion (zsh)' zsh -n "$build/_bylint"
validate 'completion (fish)' fish -n "$build/bylint.fish"
validate 'Debian package (lintian)' package
vim_lists
matchers
emacs_places
validate 'pre-commit' pre-commit validate-manifest "$root/.pre-commit-hooks.yaml"
[ -z "$failed" ]
