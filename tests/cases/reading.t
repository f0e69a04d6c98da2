#!/bin/sh
# The words of documents: several at once, a legacy file without LibreOffice;
# pages without a mark, the unfilled ones too: nothing of the outline is read
# as an answer.
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

# a line of the answers that the page with its marks does not give is a wrong one
never_wrong() { # FORM ANSWERS
	vanban fill t.docx "$2" -f "$1" -o marked.docx 2>/dev/null
	vanban fill t.docx "$2" -f "$1" --plain -o plain.docx 2>/dev/null
	vanban extract -f "$1" marked.docx -o marked.xml 2>/dev/null
	vanban extract -f "$1" plain.docx -o plain.xml 2>/dev/null
	test -s plain.xml || return 1
	grep -v '^<' plain.xml | grep -vxFf marked.xml
	test $? = 1
}
for form in "$TOP"/templates/*/form.xml; do
	folder=$(dirname "$form")
	vanban template "$form" -o t.docx
	for answers in "$folder"/answers/*.xml; do
		ok "without marks: $(basename "$folder") $(basename "$answers")" \
			never_wrong "$form" "$answers"
		rm -f marked.* plain.*
	done
done
done_testing
