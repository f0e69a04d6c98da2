#!/bin/sh
# Stopping a bulk run: no half document, the rest can be resumed.
. "$TOP/tests/lib.sh"
F=$TOP/fixtures/cli
cp -r "$F/small.form.xml" "$F/answers" .
awk 'BEGIN { print "code,name,org_name"
	for (i = 1; i <= 20000; i++) print "U" i ",n,PHÒNG " i }' >units.csv
vanban template small.form.xml -o t.docx
vanban bulk t.docx -f small.form.xml -u units.csv -o out -j 2 2>err &
pid=$!
tries=0
until [ -n "$(ls out 2>/dev/null | head -n 1)" ] || [ $tries = 200 ]; do
	sleep 0.02
	tries=$((tries + 1))
done
kill -TERM $pid
wait $pid
ok 'exit 130' test $? = 130
ok 'a summary' grep -q 'units: 20000 total' err
n=$(ls out | wc -l)
ok 'stopped before the end' test "$n" -lt 20000
ok 'no temporary file' sh -c '! ls -A out | grep -q "\.tmp"'
last=$(ls out | tail -n 1)
ok 'what is there is whole' vanban inspect "out/$last"
head -n 200 units.csv >few.csv
vanban bulk t.docx -f small.form.xml -u few.csv -o out --resume 2>err
ok 'resumed' sh -c 'ls out | grep -c . >/dev/null && test -e out/U199.docx'
done_testing
