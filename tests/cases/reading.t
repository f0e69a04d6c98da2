#!/bin/sh
# The words of documents: several at once, a legacy file without LibreOffice.
. "$TOP/tests/lib.sh"

vanban template "$TOP/fixtures/forms/kitchen-sink.form.xml" -o a.docx
vanban inspect --to text a.docx >one
vanban inspect --to text a.docx a.docx >two
{ echo '==> a.docx <=='; cat one; echo; echo '==> a.docx <=='; cat one; } >want
ok 'two documents, each below its name' diff want two
ok 'there are words' test -s one
printf '{\\rtf1\\ansi 12 gi\\u225?o vi\\u234?n\\par}' >b.rtf
PATH=/nonexistent "$VANBAN" inspect --to text b.rtf >out 2>err
rc=$?
ok 'without LibreOffice it is refused' test $rc = 3
ok 'and named' grep -q RTF err
if command -v soffice >/dev/null; then
	vanban inspect --to text b.rtf >out
	ok 'with it, read' grep -q '12 giáo viên' out
else
	skip 'with it, read' 'no LibreOffice'
fi
done_testing
