#!/bin/sh
# install.sh BUILD [VARIABLE=VALUE...]: what 'make install' puts where, what
# takes it away, and what the manual and the shells are told of the options.  The
# variables are those that BUILD was made with.
set -u
build=$(realpath "$1")
shift
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bylint=$build/bylint
failed=0

fail() {
	echo "$*"
	failed=1
}

# an empty folder is no trace
${MAKE:-make} -s BUILD="$build" "DESTDIR=$work/a b" PREFIX=/usr "$@" install ||
    fail 'make install failed'
(cd "$work/a b" && find . -type f | sort) >"$work/files"
cat >"$work/wanted" <<'EOF'
./usr/bin/bylint
./usr/share/bash-completion/completions/bylint
./usr/share/fish/vendor_completions.d/bylint.fish
./usr/share/man/man1/bylint.1
./usr/share/man/man5/bylint-rules.5
./usr/share/zsh/site-functions/_bylint
EOF
diff "$work/wanted" "$work/files" || fail 'other files are installed'
"$work/a b/usr/bin/bylint" --version >/dev/null || fail 'it does not run'
${MAKE:-make} -s BUILD="$build" "DESTDIR=$work/a b" PREFIX=/usr \
    "$@" uninstall
find "$work/a b" -type f | grep . && fail 'something stays'

# every option and command has its entry
"$bylint" --help >"$work/help"
sed -n 's/^ .*--\([a-z-]*\).*/\1/p' "$work/help" | sort -u >"$work/options"
[ "$(wc -l <"$work/options")" -gt 20 ] || fail '--help lists no options'
while read -r name; do
	roff=$(echo "$name" | sed 's/-/\\\\-/g')
	grep -q "^\.It.* \\\\-$roff" "$build/bylint.1" ||
	    fail "bylint.1 has no --$name"
	for file in bylint.bash _bylint bylint.fish; do
		grep -qe "-$name\|-l $name" "$build/$file" ||
		    fail "$file has no --$name"
	done
done <"$work/options"
sed -n 's/^ .* bylint \([a-z-]*\) .*/\1/p' "$work/help" >"$work/commands"
while read -r name; do
	grep -q "^\.It Cm $name" "$build/bylint.1" ||
	    fail "bylint.1 has no command $name"
	for file in bylint.bash _bylint bylint.fish; do
		grep -q "\<$name\>" "$build/$file" ||
		    fail "$file has no command $name"
	done
done <"$work/commands"

# what is offered for an option is what the option takes
cd "$work" || exit 2
echo 'It fell.' >draft.txt
sed -n "s/^complete -c bylint -l \([a-z-]*\) .*-a '\([^']*\)'.*/\1 \2/p" \
    "$build/bylint.fish" >"$work/values"
[ "$(wc -l <"$work/values")" -gt 5 ] || fail 'no values are offered'
while read -r name values; do
	for value in $values; do
		"$bylint" --no-config "--$name=$value" draft.txt >/dev/null \
		    2>"$work/err" || fail "--$name=$value: $(cat "$work/err")"
	done
done <"$work/values"

# WORD... and what bash offers for the last
offers() {
	wanted=$1
	shift
	got=$(bash -c '. "$0"; compopt() { :; }
	    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bylint
	    echo "${COMPREPLY[*]}"' "$build/bylint.bash" "$@")
	[ "$got" = "$wanted" ] || fail "bash: $*: '$got'"
}
if command -v bash >/dev/null; then
	offers --column-unit= bylint --column
	offers sarif bylint --format = sar
	offers sarif bylint --format sar
	offers sarif bylint --format=sar
	offers 'note warning error never' bylint --fail-on =
	offers draft.txt bylint --baseline = dr
	offers draft.txt bylint dr
	offers explain bylint ex
	offers '' bylint draft.txt ex
	offers '' bylint --no-such
fi
[ $failed = 0 ] && echo "figures: $(wc -l <"$work/options") options"
