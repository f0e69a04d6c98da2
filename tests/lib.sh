# lib.sh - TAP for shell, read by prove. Sourced by tests/cases/*.t.
#
#	run 'unknown option' 'vanban fill --nope'
#		runs the words in a fresh folder and compares what they wrote
#		and their exit with the section of that name in NAME.want:
#		lines of stdout as they are, of stderr after "! ", "= EXIT"
#	ok 'equal bytes' cmp a b
#		passes when the command succeeds
#	skip 'no permission' 'runs as root'
#	done_testing
#
# BLESS=1 writes NAME.want anew. Read the difference before you commit it.
set -u
: "${TOP:?is set by make}" "${VANBAN:?is set by make}"
want=$TOP/tests/cases/$(basename "$0" .t).want
work=$(mktemp -d "${TMPDIR:-/tmp}/vanban.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/here"
ln -s "$VANBAN" "$work/bin/vanban"
PATH=$work/bin:$PATH
LC_ALL=C
export PATH LC_ALL
unset LANG LC_MESSAGES POSIXLY_CORRECT || true
cd "$work/here" || exit 1
count=0 failed=0

result() { # EXIT NAME
	count=$((count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $count - $2"
	else
		failed=$((failed + 1))
		echo "not ok $count - $2"
	fi
}

ok() {
	what=$1
	shift
	"$@" >"$work/ok" 2>&1
	rc=$?
	result $rc "$what"
	[ $rc = 0 ] || sed 's/^/# /' "$work/ok"
}

skip() {
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

cannot() { # CHECK WHY: ends the script; in CI that is a failure, else a skip
	if [ "${CI-}" = true ]; then
		ok "$1 ($2)" false
	else
		skip "$1" "$2"
	fi
	done_testing
}

section() { # the section of that name in a transcript
	[ ! -f "$2" ] || awk -v name="# $1" '$0 == name { on = 1 }
		on { print } on && /^= [0-9]+$/ { exit }' "$2"
}

run() {
	(eval "$2") >"$work/out" 2>"$work/err" </dev/null
	rc=$?
	{
		echo "# $1"
		echo "$2" | sed 's/^/$ /'
		cat "$work/out"
		[ -z "$(tail -c 1 "$work/out")" ] || echo '(no newline)'
		sed 's/^/! /' "$work/err"
		echo "= $rc"
	} >"$work/got"
	cat "$work/got" >>"$work/transcript"
	echo >>"$work/transcript"
	section "$1" "$want" >"$work/want"
	if [ "${BLESS-}" ] || cmp -s "$work/want" "$work/got"; then
		result 0 "$1"
	else
		result 1 "$1"
		diff -u "$work/want" "$work/got" | sed 's/^/# /'
	fi
}

done_testing() {
	[ -z "${BLESS-}" ] || [ ! -f "$work/transcript" ] ||
		cp "$work/transcript" "$want"
	echo "1..$count"
	[ $failed = 0 ]
	exit
}
