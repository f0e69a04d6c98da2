#!/bin/sh
# docs/authoring.md: its files are what it says, its commands run as printed.
. "$TOP/tests/lib.sh"
guide=$TOP/docs/authoring.md

"$TOOLS/mkdocx" "$TOP/fixtures/outlines/huong-dan" de-cuong.docx
# a fenced block below a comment "file: NAME" is that file
awk '/^<!-- file: / { name = $3; next }
	/^```/ && name && !on { on = 1; next }
	/^```/ && on { on = 0; name = ""; next }
	on { print >name }' "$guide"
for f in bao-cao.form.xml SN.xml sai.xml sai.txt don-vi.csv; do
	ok "the guide has $f" test -s $f
done
awk '/^```sh$/ { on = 1; next } /^```/ { on = 0 } on' "$guide" >commands
ok 'it has commands' test "$(grep -c '^vanban' commands)" -ge 13
while read -r line; do
	case $line in
	*--preview*)
		if ! command -v soffice >/dev/null ||
			! command -v pdftoppm >/dev/null; then
			skip "$line" 'no LibreOffice or pdftoppm'
			# the template itself is needed further on
			line=$(echo "$line" | sed 's/ --preview [^ ]*//')
			case $line in
			*' -o '*) ;;
			*) continue ;;
			esac
		fi ;;
	esac
	case $line in
	*sai.xml | 'vanban bulk'* | 'vanban extract gui-di'*) wanted=1 ;;
	*) wanted=0 ;;
	esac
	sh -c "$line" >shown 2>&1
	rc=$?
	[ $rc = $wanted ] || sed 's/^/# /' shown
	ok "$line" test $rc = $wanted
	case $line in
	*sai.xml)
		grep '^sai' shown >said
		ok 'it says what the guide says' diff sai.txt said ;;
	esac
done <commands
ok 'what was filled in is read back' diff SN.xml SN-doc-lai.xml
ok 'a row a unit' test "$(wc -l <so-lieu.csv)" = 3
for f in nhap bao-cao; do
	grep -oE '<(text|longtext|count|percent|docref|evidence|choice) ' \
		$f.form.xml | sort >$f.asked
done
echo '<count ' >>nhap.asked # the base figure
sort -o nhap.asked nhap.asked
ok 'the draft asks what the corrected form asks' diff nhap.asked bao-cao.asked
done_testing
