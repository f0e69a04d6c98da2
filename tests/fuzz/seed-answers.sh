#!/bin/sh
# seed-answers.sh DIR - the first byte of an input picks the door: 0 answers to
# a form, 1 answers without, 2 forms, 3 lists of units.
set -eu
dir=$1
n=0
put() { # DOOR FILE
	n=$((n + 1))
	{ printf "\\$1" && cat "$2"; } >"$dir/$n"
}
for f in fixtures/answers/*.xml templates/*/answers/*.xml; do
	[ -e "$f" ] && put 1 "$f"
done
for f in fixtures/forms/*.xml fixtures/forms/bad/*.xml templates/*/form.xml; do
	[ -e "$f" ] && put 2 "$f"
done
for f in fixtures/units/*.csv; do
	[ -e "$f" ] && put 3 "$f"
done
# the fields of the form in fuzz_answers.c
cat >"$dir/answers" <<'END'
<answers xmlns="urn:vanban:answers:1" form="f" version="1" unit="U">
<base><n level="a">3</n></base><t>x</t><c>3</c><c level="a">1</c>
<c level="b">2</c><p>50.0</p><m>1.5</m><d>2023-05</d>
<r><number>1/A</number><date>2023-05-06</date><issuer>B</issuer></r>
<o>y</o><e><file>a</file><file>b</file></e>
<l><p>a <b>b <i>c</i></b><u>d</u></p><p/></l><i><file>a</file></i>
<w><wt>a</wt><wc level="b">1</wc></w><w/></answers>
END
printf 'code,t,c,c.a,l,r,w,e,i,n,d,o\nA,x,1,2,"a\nb",1/A ngày 2/3/2023,' \
	>"$dir/units"
printf 'a;b,c;d,e,4,2023-05,y\n' >>"$dir/units"
put 0 "$dir/answers"
put 3 "$dir/units"
rm "$dir/answers" "$dir/units"
