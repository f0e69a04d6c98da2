#!/bin/sh
# Answers that are wrong, and answers that only look wrong.
. "$TOP/tests/lib.sh"
F=$TOP/fixtures/cli
cp "$F/small.form.xml" "$F/answers/LC.xml" .
vanban template small.form.xml -o t.docx

# answers NAME: the good ones with the lines of stdin instead of the figures
answers() {
	sed '/<wifi_n>/,/<on>/d;/<\/answers>/d' LC.xml >"$1.xml"
	cat >>"$1.xml"
	echo '</answers>' >>"$1.xml"
}
try() {
	run "validate $1" "vanban validate -f small.form.xml $1.xml"
	run "fill $1" "vanban fill t.docx $1.xml -f small.form.xml -o $1.docx"
}
bad() {
	try "$1"
	ok "$1: nothing is written" test ! -e "$1.docx"
}
good() {
	try "$1"
	vanban validate -f small.form.xml "$1.xml" 2>/dev/null
	vanban extract "$1.docx" -f small.form.xml -o "$1.back.xml" 2>"$1.err"
	# the second turn starts from canonical answers
	vanban fill t.docx "$1.back.xml" -f small.form.xml -o "$1.2.docx" \
		2>"$1.err"
	vanban extract "$1.2.docx" -f small.form.xml -o "$1.2.xml" 2>"$1.err"
	ok "$1: reads back as it was" cmp "$1.back.xml" "$1.2.xml"
}

run 'good' 'vanban validate -f small.form.xml LC.xml'
run 'a form' 'vanban validate small.form.xml'
run 'a form and answers' 'vanban validate -F . small.form.xml LC.xml'
run 'answers to an unknown form' 'vanban validate LC.xml'
answers unknown-field <<'END'
<wifi_m>3</wifi_m>
END
bad unknown-field
answers wrong-type <<'END'
<wifi_n>many</wifi_n>
END
bad wrong-type
answers wrong-date <<'END'
<on>2023-02-30</on>
END
bad wrong-date
answers wrong-choice <<'END'
<grade>tam</grade>
END
bad wrong-choice
answers unknown-level <<'END'
<wifi_n level="thpt">3</wifi_n>
END
bad unknown-level
answers twice <<'END'
<wifi_n>3</wifi_n>
<wifi_n>3</wifi_n>
END
bad twice
printf '<grade>d\001t</grade>\n' | answers control
bad control
answers control-reference <<'END'
<grade>d&#1;t</grade>
END
bad control-reference
answers several <<'END'
<wifi_m>3</wifi_m>
<wifi_n>many</wifi_n>
<on>soon</on>
END
bad several
printf '<!DOCTYPE answers [<!ENTITY a "b">]>\n' | cat - LC.xml |
	sed '/^<?xml/d' >doctype.xml
bad doctype
sed '/<org_name>/d' LC.xml >missing.xml
try missing
answers too-many <<'END'
<wifi_n>30</wifi_n>
<wifi_n level="th">20</wifi_n>
<wifi_n level="thcs">8</wifi_n>
<wifi_pct>50</wifi_pct>
END
try too-many
sed 's/CHÂU/\&amp; \&lt;b\&gt; "CH" '"'"'Ư'"'"' 👍/' LC.xml >special.xml
good special
ok 'special characters come back' \
	grep -q "LAM &amp; &lt;b&gt; \"CH\" 'Ư' 👍" special.back.xml
# NFD: U+ a horn and hook below stand apart, come back composed
printf 's/CH\303\202U/CHA\314\202U U\314\233/' >nfd.sed
sed -f nfd.sed LC.xml >nfd.xml
good nfd
ok 'NFD comes back as NFC' grep -q 'LAM CHÂU Ư' nfd.back.xml
awk 'BEGIN { for (i = 0; i < 10000; i++) printf "mười chữ. " }' >long.txt
awk '/<p>Mạng/ { getline text < "long.txt"; print "<p>" text "x</p>"; next }
	{ print }' LC.xml >long.xml
good long
ok '100,000 characters come back' \
	sh -c 'test "$(wc -m <long.back.xml)" -gt 100000 || 
		test "$(wc -c <long.back.xml)" -gt 100000'
done_testing
