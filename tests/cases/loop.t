#!/bin/sh
# The loop: template, fill, bulk, extract, and the shapes of what comes out.
. "$TOP/tests/lib.sh"
F=$TOP/fixtures/cli
cp -r "$F/small.form.xml" "$F/answers" "$F/units.csv" .

run 'template' 'vanban template small.form.xml -o t.docx'
run 'template to stdout' 'vanban template small.form.xml | cmp - t.docx'
run 'template of an id' 'vanban template small --forms . | cmp - t.docx'
mkdir -p templates/small
cp small.form.xml templates/small/form.xml
run 'template of an id in templates' 'vanban template small | cmp - t.docx'
run 'template of a folder' 'vanban template templates/small | cmp - t.docx'
run 'fill' 'vanban fill t.docx answers/LC.xml -o LC.docx'
run 'fill to stdout' 'vanban fill t.docx answers/LC.xml -o - | cmp - LC.docx'
run 'fill from stdin' \
	'vanban fill t.docx - -o - <answers/LC.xml | cmp - LC.docx'
run 'fill without a form' \
	'cd answers && vanban fill ../t.docx LC.xml -o ../noform.docx'
run 'fill plain' 'vanban fill t.docx answers/LC.xml --plain -o plain.docx'
ok 'plain is another file' sh -c '! cmp -s plain.docx LC.docx'
run 'extract' 'vanban extract LC.docx'
vanban extract LC.docx -o LC.xml
run 'extract is canonical' \
	'vanban fill t.docx LC.xml -o 2.docx && vanban extract 2.docx | cmp - LC.xml'
run 'extract the blank template' 'vanban extract t.docx'
run 'extract to csv' 'vanban extract LC.docx --to csv'
# the template's digest changes with the layout of templates
run 'inspect' 'vanban inspect LC.docx | sed "s/^\(template-sha256: \).*/\1.../"'
sha() { # PROPERTY FILE
	test "$(vanban inspect LC.docx | sed -n "s/^$1-sha256: //p")" = \
		"$(sha256sum <"$2" | cut -d ' ' -f 1)"
}
ok 'the digest of the form' sha form small.form.xml
ok 'the digest of the template' sha template t.docx
ok 'the digest of the answers is that of what is read' sha answers LC.xml
ok 'a plain page tells nothing of itself' \
	sh -c '! vanban inspect plain.docx | grep sha256'
run 'inspect with the form' 'vanban inspect --form small LC.docx >/dev/null'
run 'inspect to json' \
	'vanban inspect --to json LC.docx | json_pp >/dev/null'
run 'schema' 'vanban schema small'

run 'bulk' 'vanban bulk t.docx --units units.csv --answers answers -o out 2>&1 |
	sed "s/;.*/; .../"'
run 'what bulk wrote' 'ls -A out'
run 'bulk is fill' 'cmp out/LC.docx LC.docx'
for j in 1 2; do
	vanban bulk t.docx -u units.csv -a answers -o j$j -j $j 2>/dev/null
done
ok 'the same for -j1 and -j2' diff -r j1 j2
vanban bulk t.docx -u units.csv -a answers -o s --shard 1/2 2>/dev/null
vanban bulk t.docx -u units.csv -a answers -o s --shard 2/2 2>/dev/null
ok 'two shards are the whole' diff -r j1 s
run 'bulk resumes' 'vanban bulk t.docx -u units.csv -a answers -o out --resume \
	2>&1 | sed "s/;.*/; .../"'
rm answers/NH.xml
echo '<broken' >answers/LC.xml
# one worker: two say what they find in the order in which they find it
run 'a bad unit is passed over' 'vanban bulk t.docx -u units.csv -a answers \
	-o out2 -j 1 2>&1 | sed "s/;.*/; .../"; ls out2'
run 'the exit of that' 'vanban bulk t.docx -u units.csv -a answers \
	-o out2 2>/dev/null'

mkdir -p back/deep
cp out/NH.docx back/deep/
cp LC.docx back/LC.DOCX
cp LC.docx 'back/LC (1).docx'
echo no >'back/~$LC.docx'
echo no >back/.~lock.LC.docx#
echo no >back/notes.txt
echo no >back/bad.docx
run 'extract a folder' 'vanban extract back -o xml; ls xml'
ok 'the answers are the same' cmp xml/LC.xml LC.xml
run 'json of a folder' 'vanban extract back --to json 2>/dev/null |
	grep -o "^{\"file\": *\"[^\"]*\""'
run 'csv of a folder' 'vanban extract back --to csv 2>/dev/null'
mkdir tables
run 'csv into a folder' 'vanban extract back/deep --to csv -o tables; ls tables'
mv templates elsewhere
run 'a document whose form is not there' 'vanban extract LC.docx'
run 'the same with --forms' 'vanban extract -F elsewhere LC.docx | cmp - LC.xml'
done_testing
