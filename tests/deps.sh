#!/bin/sh
# deps.sh [say] build|check|clients: what bylint needs on Debian, to be built, to
# be checked, or to be read by the programs of 'make check-clients'.  Installs what is missing with apt-get; 'say' only names it.  Exit 2
# if something is missing still.  Asks for the things, not for the packages, so
# that a compiler from elsewhere will do.
set -u
say=
if [ "${1-}" = say ]; then say=yes; shift; fi
what=${1-build}
cc=${CC:-gcc}
want=

# need PACKAGE COMMAND...: the package is missing if the command fails
need() {
	package=$1
	shift
	"$@" >/dev/null 2>&1 || want="$want $package"
}

header() {
	printf '#define PCRE2_CODE_UNIT_WIDTH 8\n#include <%s>\n' "$1" |
	    "$cc" ${CPPFLAGS-} -E -x c -
}

universal_ctags() {
	ctags --version | grep -q Universal
}

clients() {
	need nodejs command -v node
	need npm command -v npm
	need libxml2-utils command -v xmllint
	need vim command -v vim
	need neovim command -v nvim
	need emacs-nox command -v emacs
	need chromium command -v chromium
	need mandoc command -v mandoc
	need zsh command -v zsh
	need fish command -v fish
	need debhelper command -v dh
	need dpkg-dev command -v dpkg-buildpackage
	need lintian command -v lintian
	need pre-commit command -v pre-commit
}

missing() {
	want=
	need "$(basename "$cc")" command -v "$cc"
	need libc6-dev header stdlib.h
	need libyaml-dev header yaml.h
	need libpcre2-dev header pcre2.h
	need libmd4c-dev header md4c.h
	[ "$what" = clients ] && clients
	[ "$what" = check ] || return 0
	need check header check.h
	need clang command -v clang
	need valgrind command -v valgrind
	need universal-ctags universal_ctags
}

missing
[ -n "$want" ] || exit 0
hint="missing:$want (Debian packages; 'make deps' installs them)"
if [ -n "$say" ]; then
	echo "bylint: $hint" >&2
	exit 2
fi

as_root=
[ "$(id -u)" = 0 ] || as_root='sudo -n'
if ! command -v apt-get >/dev/null ||
    { [ -n "$as_root" ] && ! sudo -n true 2>/dev/null; }; then
	echo "bylint: missing:$want (Debian packages; cannot be installed" \
	    "from here: that takes apt-get, and root or sudo)" >&2
	exit 2
fi

echo "installing$want"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for try in 1 2 3; do
	# shellcheck disable=SC2086 # both are lists of words
	$as_root apt-get update -q >"$log" 2>&1 &&
	    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
	    --no-install-recommends $want >>"$log" 2>&1 && break
	[ "$try" = 3 ] || sleep "$try"
done
missing
[ -n "$want" ] || exit 0
tail -n 20 "$log" >&2
echo "bylint: still missing:$want (apt-get could not install them)" >&2
exit 2
