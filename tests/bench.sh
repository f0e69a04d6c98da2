#!/bin/sh
# bench.sh - the figures of docs/performance.md: the Hải Phòng report for
# UNITS units (1000) on this machine.
set -eu
UNITS=${UNITS:-1000}
ROUNDS=${ROUNDS:-5}
cd "$TOP"
sh .ci/deps time >&2
out=$TOP/build/bench
form=templates/hp-2023-pl1/form.xml
rm -rf "$out"
mkdir -p "$out/answers"

# timed WHAT N COMMAND...: CPU per unit, least and median of ROUNDS runs (other
# programs on the machine only add), wall time of the least, peak memory
timed() {
	what=$1 n=$2
	shift 2
	: >"$out/times"
	round=0
	while [ $round -lt "$ROUNDS" ]; do
		/usr/bin/time -q -a -o "$out/times" -f '%e %U %S %M' "$@" \
			>/dev/null 2>"$out/err" || [ $? = 1 ]
		round=$((round + 1))
	done
	awk '{ print $2 + $3, $1, $4 }' "$out/times" | sort -n |
		awk -v what="$what" -v n="$n" '
		{ cpu[NR] = $1; wall[NR] = $2; if ($3 > mem) mem = $3 }
		END {
			printf "%-18s %6.2f %6.2f ms CPU each", what,
				cpu[1] * 1000 / n, cpu[int((NR + 1) / 2)] * 1000 / n
			printf " %8.2f s %7.1f MiB\n", wall[1], mem / 1024
		}'
}

echo "$(uname -m), $(getconf _NPROCESSORS_ONLN) cores, $UNITS units, $ROUNDS rounds"
echo 'what                least median                  wall    memory'
# the answers of the five invented units, over and over under other codes
set -- fixtures/units/hai-phong/*.xml
{
	echo 'code,name,org_name'
	i=1
	while [ $i -le "$UNITS" ]; do
		code=U$(printf %05d $i)
		echo "$code,n,PHÒNG GIÁO DỤC VÀ ĐÀO TẠO SỐ $i"
		eval "from=\${$((i % $# + 1))}"
		sed "s/ unit=\"[^\"]*\"/ unit=\"$code\"/" "$from" \
			>"$out/answers/$code.xml"
		i=$((i + 1))
	done
} >"$out/units.csv"

"$VANBAN" template $form -o "$out/template.docx"
cp "$out/answers/U00001.xml" "$out/one.xml"
set -- "$VANBAN" bulk "$out/template.docx" --form $form \
	--units "$out/units.csv" --answers "$out/answers"
# a hundred starts, for what takes less than the clock tells
hundred() {
	what=$1
	shift
	timed "$what" 100 sh -c 'i=0; while [ $i -lt 100 ]; do "$@" || [ $? = 1 ]
		i=$((i + 1)); done' sh "$@"
}
hundred 'template' "$VANBAN" template $form -o "$out/template.docx"
hundred 'fill, one' "$VANBAN" fill "$out/template.docx" "$out/one.xml" \
	--form $form -o "$out/one.docx"
timed 'bulk -j1' "$UNITS" "$@" -o "$out/j1" -j 1
timed 'bulk -j2' "$UNITS" "$@" -o "$out/j2" -j 2
timed 'bulk --resume' "$UNITS" "$@" -o "$out/j2" --resume
hundred 'extract, one' "$VANBAN" extract --form $form "$out/one.docx"
timed 'extract to json' "$UNITS" "$VANBAN" extract --form $form "$out/j1" \
	--to json -o "$out/read.json"
timed 'extract to xml' "$UNITS" "$VANBAN" extract --form $form "$out/j1" \
	-o "$out/xml"
timed 'extract to csv' "$UNITS" "$VANBAN" extract --form $form "$out/j1" \
	--to csv -o "$out/read.csv"

[ "$(ls "$out/j1" | wc -l)" = "$UNITS" ] || { cat "$out/err"; exit 1; }
if diff -r "$out/j1" "$out/j2" >/dev/null; then
	echo '-j1 and -j2 wrote the same bytes'
else
	echo '-j1 and -j2 DIFFER'
	exit 1
fi
du -sk "$out/j1" | awk -v n="$UNITS" \
	'{ printf "a document is %.1f KiB\n", $1 / n }'
