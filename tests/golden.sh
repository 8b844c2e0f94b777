#!/bin/sh
# golden.sh PROGRAM [accept]: what bylint says of every fixture, word for word,
# and its exit status, against FIXTURE.expect.
#   a/b/good-*              a draft on which the rule a/b is silent: no .expect
#   X.md, X.txt             any other draft
#   _rule-files/X.yml       a rule file, with an empty draft
#   _*/X.sh                 prints the bytes of a draft or rule file X that no
#                           editor should have to open
#   X.case                  a script that runs bylint in an empty folder
set -u
bylint=$(realpath "$1")
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$(dirname "$0")/../fixtures" || exit 2

lint() { # FOLDER FILE
	case $2 in
	*.yml)	set -- "$1" "--rules=$2" - ;;
	*)	set -- "$1" "$2" ;;
	esac
	(cd "$1" && shift && timeout 60 "$bylint" --date=2026-03-02 \
	    --color=never "$@" </dev/null 2>&1; echo "exit $?")
}

run_case() { # SCRIPT
	mkdir -p "$work/bin" "$work/room"
	ln -sf "$bylint" "$work/bin/bylint"
	script=$(realpath "$1")
	(cd "$work/room" && PATH=$work/bin:$PATH timeout 60 sh "$script" 2>&1
	    echo "exit $?")
	chmod -R u+rwX "$work/room"
	rm -rf "$work/room"
}

say() { # FIXTURE: what bylint says of it
	name=$(basename "$1")
	case $name in
	*.case)	run_case "$1" ;;
	*.sh)	name=${name%.sh}
		sh "$1" >"$work/$name"
		lint "$work" "$name"
		rm -f "$work/$name" ;;
	*)	lint "$(dirname "$1")" "$name" ;;
	esac
}

good() { # FIXTURE OUTPUT: its rule is silent, and the draft could be read
	rule=$(dirname "${1#./}")
	if grep -F "[$rule]" "$2" || ! tail -n 1 "$2" | grep -q '^exit [01]$'
	then
		echo "$1: $rule should be silent here"
		return 1
	fi
}

one() { # FIXTURE: fails, with the reason, unless bylint says what it should
	out=$work/now.out
	say "$1" >"$out"
	case $1 in
	./[a-z]*/*/good-*)
		good "$1" "$out"
		return ;;
	esac
	[ "$mode" != accept ] || cp "$out" "$1.expect"
	diff -Nu --label "$1.expect" --label now "$1.expect" "$out"
}

mode=${2:-compare}
if [ "$mode" = some ]; then	# the fixtures after it: one worker's share
	mode=$3 bad=0; shift 3
	for file; do one "$file" || bad=1; done
	exit $bad
fi
find . -name '*.md' -o -name '*.txt' -o -path './_*.sh' -o -name '*.case' \
    -o -path './_rule-files/*.yml' | sort >"$work/all"
find . -name '*.expect' | sed 's/\.expect$//' | sort >"$work/expected"
if comm -13 "$work/all" "$work/expected" | grep .; then
	echo 'these have an .expect file and no draft'
	exit 1
fi
[ -s "$work/all" ] && xargs -P "$(nproc)" -n 16 ../tests/golden.sh "$bylint" \
    some "$mode" <"$work/all" && echo "figures: $(wc -l <"$work/all") files"
