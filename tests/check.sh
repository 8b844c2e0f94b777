#!/bin/sh
# Everything that must hold, for 'make check': one line a step, and last what
# the unit tests counted.  A step that fails shows what it printed; the steps
# after a failed build would only repeat it, so they are left out.
set -u
export LC_ALL=C.UTF-8
export ASAN_OPTIONS=exitcode=99:detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1
export BUILD
unset GITHUB_ACTIONS NO_COLOR
log=$BUILD/check.log
failed=

step() {
	name=$1
	shift
	start=$(date +%s)
	if "$@" >"$log" 2>&1; then
		printf 'ok   %-14s %3d s' "$name" $(($(date +%s) - start))
		sed -n 's/^figures: /  /p' "$log" | tr '\n' ' '
		echo
		return 0
	fi
	printf 'FAIL %s\n' "$name"
	# the closing line of a failed run must not end ours
	sed 's/^/     /' "$log" | tail -n 200
	failed="$failed $name"
	return 1
}

make_in() {
	folder=$1
	shift
	$MAKE --no-print-directory -s BUILD="$BUILD/$folder" "$@"
}

unit() {
	timeout 300 "$BUILD/$1/tests" >"$BUILD/$1/unit.log" 2>&1
	result=$?
	cat "$BUILD/$1/unit.log"
	return $result
}

layers() {
	find src -name '*.[ch]' -o -name '*.def' | sort |
	    xargs awk -f tests/layers.awk
}

# in one process, so that leaks are looked for once and not in every fork
unit_asan() {
	export CK_FORK=no
	unit asan
}

# one suite under valgrind, within a minute of processor time.  A walk over all
# of Unicode takes longer and shows nothing that its first steps do not: such a
# case is tagged.
memory_of() {
	# shellcheck disable=SC3045 # dash and bash both know -t
	(ulimit -t 60
	CK_FORK=no CK_EXCLUDE_TAGS=slow timeout 300 valgrind -q \
	    --suppressions=tests/memory.supp --error-exitcode=99 \
	    --leak-check=full --errors-for-leak-kinds=all \
	    "$BUILD/gcc/tests" "$1") >"$BUILD/memory.$1" 2>&1
	result=$?
	case $result in
	0)	return 0 ;;
	124 | 137 | 152)
		echo "suite $1 takes more than a minute:" \
		    'tcase_set_tags(tc, "slow") keeps a long case out of here' ;;
	*)	echo "suite $1: status $result"
		tail -n 40 "$BUILD/memory.$1" ;;
	esac
	return 1
}

memory() {
	sed -n 's/^SUITE(\(.*\))$/\1/p' tests/suites.def |
	    xargs -P "$(nproc)" -I SUITE tests/check.sh memory-of SUITE
}

if [ "${1-}" = memory-of ]; then
	memory_of "$2"
	exit
fi
mkdir -p "$BUILD"
{ step 'gcc build' make_in gcc CC=gcc WERROR=1 everything &&
    step 'clang build' make_in clang CC=clang WERROR=1 objects &&
    step 'asan build' make_in asan CC=gcc WERROR=1 CFLAGS="$SANITIZE" \
    everything; } || exit 1
step layers layers
step docs tests/docs.sh "$BUILD/gcc/bylint"
step english tests/english.sh
step functions tests/functions.sh
step unit unit gcc
step 'unit asan' unit_asan
step golden tests/golden.sh "$BUILD/gcc/bylint"
step 'golden asan' tests/golden.sh "$BUILD/asan/bylint"
step growth tests/growth.sh "$BUILD/gcc/bylint"
step properties tests/properties.sh "$BUILD/asan"
step formats tests/formats.sh "$BUILD/asan"
step install tests/install.sh "$BUILD/gcc" CC=gcc WERROR=1
step baseline tests/baseline.sh "$BUILD/asan"
step memory memory
if [ -n "$failed" ]; then
	echo "failed:$failed"
	exit 1
fi
tail -n 1 "$BUILD/gcc/unit.log"
