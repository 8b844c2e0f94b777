#!/bin/sh
# golden.sh PROGRAM [accept]: what bylint says of every fixture, word for word,
# and its exit status.  fixtures/a/b/good-*: rule a/b is silent.  Any other
# X.md or X.txt: X.md.expect.  X.sh prints bytes that no editor should have to
# open: bylint reads them as a file X, and X.sh.expect holds the rest.
set -u
bylint=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$(dirname "$0")/../fixtures" || exit 2

lint() { # FOLDER FILE
	(cd "$1" && timeout 60 "$bylint" --date=2026-03-02 --color=never "$2" 2>&1
	    echo "exit $?")
}

one() { # FILE: fails, with the reason, unless bylint says what it should
	name=$(basename "$1") folder=$(dirname "$1") out=$work/$$.out
	case $name in
	*.sh)	sh "$1" >"$work/${name%.sh}"
		lint "$work" "${name%.sh}" >"$out" ;;
	*)	lint "$folder" "$name" >"$out" ;;
	esac
	case $1 in
	./[a-z]*/*/good-*)
		! grep -F "[${folder#./}]" "$out" && tail -n 1 "$out" |
		    grep -q '^exit [01]$' || { echo "$1 should be good"; false; } ;;
	*)	[ "$mode" != accept ] || cp "$out" "$1.expect"
		diff -u --label "$1.expect" --label now "$1.expect" "$out" ;;
	esac
}

mode=${2:-compare}
if [ "$mode" = some ]; then	# the files after it: one worker's share
	mode=$3 bad=0; shift 3
	for file; do one "$file" || bad=1; done
	exit $bad
fi
find . -name '*.md' -o -name '*.txt' -o -path './_*.sh' | sort >"$work/all"
[ -s "$work/all" ] && xargs -P "$(nproc)" -n 16 ../tests/golden.sh "$bylint" \
    some "$mode" <"$work/all" && echo "figures: $(wc -l <"$work/all") files"
