#!/bin/sh
# formats.sh BUILD: all formats give the same places for the same findings.
# JSON Lines hold them in every unit beside the bytes, and tests/spans.c counts
# these from the bytes once more; what each other format says is read back and
# held against them, one place a line:
#   PATH:LINE:COL:ENDLINE:ENDCOL RULE    as far as the format tells
set -u
bylint=$(realpath "$1/bylint")
spans=$(realpath "$1/spans")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$(dirname "$0")/../fixtures" "$work/fixtures"
"$(dirname "$0")/hostile.sh" "$work/fixtures"
cd "$work/fixtures" || exit 2
rm -r _bad-input
failed=0
nplace=0

fail() {
	echo "$*"
	failed=1
}

xml_text() {
	sed "s/&#34;/\"/g; s/&#60;/</g; s/&#62;/>/g; s/&#39;/'/g; s/&#38;/\\&/g"
}

unescape_uri() {
	LC_ALL=C awk '{
		line = ""
		while (match($0, /%[0-9A-F][0-9A-F]/)) {
			n = index(hex, substr($0, RSTART + 1, 1)) * 16 - 16 + \
			    index(hex, substr($0, RSTART + 2, 1)) - 1
			line = line substr($0, 1, RSTART - 1) sprintf("%c", n)
			$0 = substr($0, RSTART + 3)
		}
		print line $0
	}' hex=0123456789ABCDEF
}

places_of() { # FORMAT: of the findings that come in
	case $1 in
	text)	sed -n '/^ *[0-9]* | /d; s/^\(.*\):\([0-9]*:[0-9]*\): \(error\|warning\|note\): .* \[\([^]]*\)\]$/\1:\2 \4/p' |
		    sed 's,^\./,,' ;;
	jsonl)	sed 's/^{"path":"\(\([^"\\]\|\\.\)*\)","line":\([0-9]*\),"col":\([0-9]*\),"end_line":\([0-9]*\),"end_col":\([0-9]*\),.*,"rule":"\([^"]*\)","severity":.*/\1:\3:\4:\5:\6 \7/' |
		    sed 's,^\./,,; s,\\",",g' ;;
	sarif)	sed -n 's/^{"ruleId":"\([^"]*\)",.*,"locations":\[{"physicalLocation":{"artifactLocation":{"uri":"\([^"]*\)"},"region":{"startLine":\([0-9]*\),"startColumn":\([0-9]*\),"endLine":\([0-9]*\),"endColumn":\([0-9]*\)}}}\].*/\2:\3:\4:\5:\6 \1/p' |
		    unescape_uri ;;
	github)	sed 's/^::[a-z]* file=\([^,]*\),line=\([0-9]*\),endLine=\([0-9]*\),col=\([0-9]*\),endColumn=\([0-9]*\),title=\([^:]*\)::.*/\1:\2:\4:\3:\5 \6/' |
		    sed 's/%2C/,/g; s/%3A/:/g; s/%25/%/g' ;;
	gitlab)	sed -n 's/.*,"check_name":"\([^"]*\)",.*,"location":{"path":"\(\([^"\\]\|\\.\)*\)","lines":{"begin":\([0-9]*\),"end":\([0-9]*\)}}},\{0,1\}$/\2:\4:\5 \1/p' |
		    sed 's,\\",",g' ;;
	rdjsonl)	sed 's/.*,"location":{"path":"\(\([^"\\]\|\\.\)*\)","range":{"start":{"line":\([0-9]*\),"column":\([0-9]*\)},"end":{"line":\([0-9]*\),"column":\([0-9]*\)}}},"severity":"[A-Z]*","source":{[^}]*},"code":{"value":"\([^"]*\)".*/\1:\3:\4:\5:\6 \7/' |
		    sed 's,\\",",g' ;;
	checkstyle)	sed -n 's/^<file name="\([^"]*\)">$/\1/p
		    s/^<error line="\([0-9]*\)" column="\([0-9]*\)" .* source="bylint\.\([^"]*\)"\/>$/\t:\1:\2 \3/p' |
		    awk '/^\t/ { print file substr($0, 2); next } { file = $0 }' |
		    xml_text ;;
	junit)	sed -n 's/^<testcase name="\([^ ]*\) at \([0-9]*:[0-9]*\)" classname="\([^"]*\)" .*/\3:\2 \1/p' |
		    xml_text ;;
	esac
}

# PATH:LINE:COL:ENDLINE:ENDCOL RULE, as much of it as the format has
cut_to() { # FORMAT
	case $1 in
	text | checkstyle | junit)	sed 's/:[0-9]*:[0-9]* \([^ ]*\)$/ \1/' ;;
	gitlab)	sed 's/:[0-9]*:\([0-9]*\):[0-9]* \([^ ]*\)$/:\1 \2/' ;;
	*)	cat ;;
	esac
}

# lines and columns of a finding and its notes, with those of no fix
regions() { # FORMAT
	case $1 in
	jsonl)	grep -o '"line":[0-9]*,"col":[0-9]*,"end_line":[0-9]*,"end_col":[0-9]*' ;;
	sarif)	grep '^{"ruleId"' | sed 's/,"fixes":\[{"description".*//' |
		    grep -o '"region":{[^}]*}' ;;
	rdjsonl)	sed 's/,"suggestions":\[{"range":{[^]]*\]//' |
		    grep -o '"range":{"start":{[^}]*},"end":{[^}]*}' ;;
	esac | sed 's/[^0-9]\{1,\}/ /g; s/^ //; s/ $//'
}

same() { # WANTED WHAT
	cmp -s "$1" "$work/now" || fail "$2 differ: $(diff "$1" "$work/now" |
	    head -n 4)"
	nplace=$((nplace + $(wc -l <"$work/now")))
}

for format in text sarif github gitlab rdjsonl checkstyle junit; do
	unit=byte
	[ $format != sarif ] || unit=utf16
	set -- --date=2026-03-02 --color=never -j 2 --column-unit=$unit \
	    --format=jsonl="$work/jsonl" .
	"$bylint" --format=$format "$@" >"$work/out" 2>"$work/err"
	[ $? = 1 ] || fail "$format: $(cat "$work/err")"
	"$spans" $unit <"$work/jsonl" >/dev/null || fail "$unit: no such places"
	places_of jsonl <"$work/jsonl" | cut_to $format >"$work/wanted"
	[ -s "$work/wanted" ] || fail "$format: no places at all"
	places_of $format <"$work/out" >"$work/now"
	same "$work/wanted" "places of $format"
	case $format in sarif | rdjsonl)
		regions jsonl <"$work/jsonl" >"$work/wanted"
		regions $format <"$work/out" >"$work/now"
		same "$work/wanted" "regions of $format" ;;
	esac
	cmp -s "$work/err" /dev/null || fail "$format: $(cat "$work/err")"
done

# fingerprints are unique: two findings are not taken for one
"$bylint" --date=2026-03-02 --format=gitlab . |
    grep -o '"fingerprint":"[0-9a-f]*"' | sort | uniq -d | head -n 3 >"$work/now"
[ ! -s "$work/now" ] || fail "fingerprints of two: $(cat "$work/now")"
"$bylint" --date=2026-03-02 --format=sarif . | sed -n \
    's/.*"ruleId":"\([^"]*\)".*,"locations":.*"uri":"\([^"]*\)".*"primaryLocationLineHash":"\([^"]*\)".*/\1 \2 \3/p' |
    sort | uniq -d | head -n 3 >"$work/now"
[ ! -s "$work/now" ] || fail "hashes of two: $(cat "$work/now")"
[ $failed = 0 ] && echo "figures: $(wc -l <"$work/jsonl") findings," \
    "$nplace places read back"
