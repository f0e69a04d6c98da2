#!/bin/sh
# What a letter asks of whom until when, and what of it is late.
. "$TOP/tests/lib.sh"
cp "$TOP/fixtures/forms/kitchen-sink.form.xml" .
letter=$TOP/templates/brvt-2023-huong-dan-3626

run 'a table' 'vanban validate kitchen-sink.form.xml'
run 'not late on the day' \
	'vanban validate kitchen-sink.form.xml --on 2024-03-01'
run 'late on the next' 'vanban validate kitchen-sink.form.xml --on 2024-03-02'
run 'a month is over' 'vanban validate kitchen-sink.form.xml --on 2024-05-01'
run 'a day that is none' 'vanban validate kitchen-sink.form.xml --on 2024-5-1'
run 'a month that is none' \
	'vanban validate kitchen-sink.form.xml --on 2024-13-01'
run 'too much of a day' \
	'vanban validate kitchen-sink.form.xml --on 2024-05-011'

vanban validate "$letter/form.xml" >table 2>said
ok 'letter 3626 asks 13 things' test "$(wc -l <table)" = 14
vanban validate "$letter/form.xml" --on 2024-01-21 >table 2>said
ok 'eight of them before 21/01/2024' \
	test "$(grep -c 'deadline-passed' said)" = 8
vanban template "$letter/form.xml" -o t.docx
vanban fill t.docx "$letter/answers/full.xml" --form "$letter/form.xml" \
	-o letter.docx
vanban extract --form "$letter/form.xml" --to json letter.docx >json
ok 'extract gives them too' grep -q '"deadlines":\[{"id":"ob_phong_guide",'\
'"date":"2023-10-01","actor":"Phòng GDĐT",' json
ok 'a month, and nobody to send it to' grep -q '{"id":"ob_inspect",'\
'"date":"2023-10",[^}]*"recipient":null}' json
vanban extract --form "$letter/form.xml" --on 2024-01-21 letter.docx >x 2>said
ok 'and names what is late' test "$(grep -c 'deadline-passed' said)" = 8
run 'extract: a day that is none' 'vanban extract letter.docx --on 1/1/2024'
done_testing
