#!/bin/sh
# Bad inputs and outputs: a clean error that names the file, the right exit.
. "$TOP/tests/lib.sh"
F=$TOP/fixtures/cli
cp "$F/small.form.xml" "$F/answers/LC.xml" "$F/units.csv" .
vanban template small.form.xml -o t.docx
vanban fill t.docx LC.xml --form small.form.xml -o good.docx

# as where LibreOffice cannot convert: the same on every machine
mkdir bin
printf '#!/bin/sh\nexit 1\n' >bin/soffice
chmod +x bin/soffice
PATH=$PWD/bin:$PATH
: >empty.docx
head -c 1500 good.docx >cut.docx
printf '\320\317\021\340\241\261\032\341 and more' >old.docx
printf '{\\rtf1 hello}' >rich.docx
echo 'plain words' >words.docx
mkdir dir.docx
for f in empty cut old rich words none; do
	run "extract $f" "vanban extract --form small.form.xml $f.docx"
	run "fill $f" "vanban fill $f.docx LC.xml --form small.form.xml -o x.docx"
done
run 'inspect empty' 'vanban inspect empty.docx'
run 'inspect a folder' 'vanban inspect dir.docx'
run 'fill a folder' 'vanban fill dir.docx LC.xml -f small.form.xml -o x.docx'
run 'extract from a folder without documents' 'vanban extract dir.docx -o out'
: >empty.xml
echo '<answers' >cut.xml
for f in empty cut none; do
	run "fill from $f answers" \
		"vanban fill t.docx $f.xml --form small.form.xml -o x.docx"
	run "fill from $f answers, without a form" \
		"vanban fill t.docx $f.xml -o x.docx"
done
run 'onto a full disk' \
	'vanban fill t.docx LC.xml --form small.form.xml -o - >/dev/full'
run 'marks onto a full disk' 'vanban inspect good.docx >/dev/full'
ok 'nothing was written' test ! -e x.docx
run 'onto the template' 'vanban fill t.docx LC.xml -f small.form.xml -o t.docx'
run 'onto the answers, by a link' \
	'ln -s LC.xml link; vanban fill t.docx LC.xml -f small.form.xml -o link'
run 'onto the document' 'vanban extract -f small.form.xml good.docx -o good.docx'
run 'onto the form' 'vanban template small.form.xml -o ./small.form.xml'
ok 'the inputs are there' cmp LC.xml "$F/answers/LC.xml"
if [ "$(id -u)" = 0 ]; then
	skip 'a file without permission' 'root may read everything'
	skip 'a folder without permission' 'root may write everywhere'
else
	cp good.docx locked.docx
	chmod 0 locked.docx
	run 'a file without permission' \
		'vanban extract -f small.form.xml locked.docx'
	mkdir locked
	chmod 500 locked
	run 'a folder without permission' \
		'vanban fill t.docx LC.xml -f small.form.xml -o locked/x.docx'
fi

run 'no such form' 'vanban template none.xml -o x.docx'
run 'no form of that id' 'vanban template none --forms . -o x.docx'
run 'no folder of forms' 'vanban template none --forms nowhere -o x.docx'
echo '<form' >broken.xml
run 'a form that is no XML' 'vanban template broken.xml -o x.docx'
echo '<other/>' >other.xml
run 'XML that is no form' 'vanban schema other.xml'
run 'no units' 'vanban bulk t.docx -f small.form.xml -u none.csv -o out'
: >none.csv
run 'empty units' 'vanban bulk t.docx -f small.form.xml -u none.csv -o out'

full='>/dev/full'
run 'template on a full disk' "vanban template small.form.xml $full"
run 'schema on a full disk' "vanban schema small.form.xml $full"
run 'fill on a full disk' \
	"vanban fill t.docx LC.xml -f small.form.xml -o - $full"
run 'fill into a full device' \
	'vanban fill t.docx LC.xml -f small.form.xml -o /dev/full'
for k in xml json csv; do
	run "extract to $k on a full disk" \
		"vanban extract good.docx -f small.form.xml --to $k $full"
done
run 'inspect on a full disk' "vanban inspect good.docx $full"
run 'output in a folder that is not there' \
	'vanban template small.form.xml -o nowhere/x.docx'
run 'output that is a folder' 'vanban template small.form.xml -o dir.docx'
run 'bulk into a file' \
	'vanban bulk t.docx -f small.form.xml -u units.csv -o LC.xml'
ok 'no temporary file is left' sh -c '! ls -A . dir.docx | grep -q "\.tmp"'
run 'a reader that goes away' \
	'(sleep 0.3; vanban schema small.form.xml; echo "exit $?" >&2) | true'
done_testing
