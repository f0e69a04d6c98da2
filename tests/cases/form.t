#!/bin/sh
# An outline in Word to a form, a template, a report: without a hand between.
. "$TOP/tests/lib.sh"
F=$TOP/fixtures/outlines

for name in brvt-2023-bao-cao hp-2023-phu-luc de-an-cntt; do
	"$TOOLS/mkdocx" "$F/$name" $name.docx
	vanban form $name.docx -o $name.xml 2>said
	ok "$name: a draft" test $? = 0
	ok "$name: notes only" sh -c '! grep -v ": note: " said'
	ok "$name: the same again" sh -c \
		"vanban form $name.docx 2>/dev/null | cmp - $name.xml"
	ok "$name: a form" vanban validate $name.xml
	ok "$name: a template" vanban template $name.xml -o $name-t.docx
	printf '<answers xmlns="urn:vanban:answers:1" form="%s" version="1" unit="X"/>' \
		$name >empty.xml
	ok "$name: filled with nothing" vanban fill --form $name.xml \
		$name-t.docx empty.xml -o $name-f.docx
	ok "$name: read back" vanban extract --form $name.xml \
		$name-f.docx -o back.xml
	ok "$name: nothing was answered" sh -c '! grep "</" back.xml | grep -v "</answers>"'
done
golden=$F/brvt-2023-bao-cao.form.xml
[ -z "${BLESS-}" ] || cp brvt-2023-bao-cao.xml "$golden"
ok 'the draft, byte for byte' diff "$golden" brvt-2023-bao-cao.xml

run 'to standard output' 'vanban form hp-2023-phu-luc.docx | head -n 3'
run 'no outline' 'vanban form'
run 'not a document' 'echo no >x.docx; vanban form x.docx'
run 'no file' 'vanban form nothing.docx'
run 'nowhere to write' 'vanban form hp-2023-phu-luc.docx -o no/where.xml'
"$TOOLS/mkdocx" "$TOP/fixtures/opc/minimal" plain.docx
run 'nothing is asked' 'vanban form plain.docx'

run 'a preview is a pdf or a png' \
	'vanban template hp-2023-phu-luc.xml --preview x.gif'
run 'a preview without LibreOffice' \
	'PATH=/nowhere "$VANBAN" template hp-2023-phu-luc.xml --preview x.pdf'
mkdir slow empty
printf '#!/bin/sh\nexit 3\n' >empty/soffice
printf '#!/bin/sh\nsleep 60 & wait\n' >slow/soffice
chmod +x empty/soffice slow/soffice
run 'LibreOffice fails' \
	'PATH=$PWD/empty "$VANBAN" template hp-2023-phu-luc.xml --preview x.pdf'
printf '#!/bin/sh\nexit 0\n' >empty/soffice
run 'LibreOffice writes nothing' \
	'PATH=$PWD/empty "$VANBAN" template hp-2023-phu-luc.xml --preview x.pdf'
# the shell's own kill; the group of the child goes with it
TMPDIR=$PWD PATH=$PWD/slow:$PATH vanban template hp-2023-phu-luc.xml \
	--preview x.pdf 2>/dev/null &
tries=0
until ls -d vanban-office* >/dev/null 2>&1 || [ $tries = 100 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
kill -TERM $!
wait $!
ok 'an interrupt stops it' test $? = 130
ok 'and leaves no folder' sh -c '! ls -d vanban-office* 2>/dev/null'
if command -v soffice >/dev/null && command -v pdftoppm >/dev/null; then
	ok 'a PDF' env TMPDIR="$PWD" \
		vanban template hp-2023-phu-luc.xml --preview pages.pdf
	ok 'it is one' grep -q '^%PDF' pages.pdf
	ok 'pictures' env TMPDIR="$PWD" \
		vanban template hp-2023-phu-luc.xml -o t.docx -p pages.png
	ok 'page 1' test -s pages.png
	ok 'page 2' test -s pages-2.png
	ok 'the template too' cmp t.docx hp-2023-phu-luc-t.docx
	ok 'nothing is left' sh -c '! ls -d vanban-office* 2>/dev/null'
else
	skip 'pages' 'no LibreOffice or pdftoppm'
fi
done_testing
