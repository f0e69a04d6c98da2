#!/bin/sh
# Particulars of a document that names no form, and whose report it is.
. "$TOP/tests/lib.sh"
F=$TOP/fixtures/cli
cp -r "$F/small.form.xml" "$F/units.csv" .
T=$TOP/templates

answers() { # FORM ORG PARENT
	cat <<END
<answers xmlns="urn:vanban:answers:1" form="$1" version="1">
  <org_parent>$3</org_parent>
  <org_name>$2</org_name>
  <doc_no>05</doc_no>
</answers>
END
}
keys() { # of the metadata, one a line
	sed 's/,"details":.*\(,"fields":\)/\1/;s/,"/\n"/g'
}
vanban template small.form.xml -o t.docx
vanban template "$T/hp-2023-cong-van" -o letter.docx
cat >letter.xml <<'END'
<answers xmlns="urn:vanban:answers:1" form="hp-2023-cong-van" version="1">
  <org_parent>UBND THÀNH PHỐ MẪU</org_parent>
  <org_name>SỞ GIÁO DỤC VÀ ĐÀO TẠO</org_name>
  <doc_code>SGDĐT-VP</doc_code>
  <place>Mẫu</place>
  <date_month>5</date_month>
  <date_year>2023</date_year>
  <sign_authority>KT. GIÁM ĐỐC</sign_authority>
  <sign_title>PHÓ GIÁM ĐỐC</sign_title>
  <signer_name>Trần Thị Mẫu</signer_name>
</answers>
END
vanban fill letter.docx letter.xml --form "$T/hp-2023-cong-van" --plain \
	-o plain.docx

run 'a document that names no form' 'vanban extract plain.docx | keys'
vanban extract plain.docx >ok.json
ok 'as json is the same' sh -c 'vanban extract plain.docx --to json | cmp - ok.json'
run 'answers of it' 'vanban extract plain.docx --to xml'
run 'a table of it' 'vanban extract plain.docx --to csv'
mkdir in
cp plain.docx in/a.docx
cp plain.docx in/b.docx
run 'a folder of them' 'vanban extract in -o out; ls out'

# "Nam" of a place is no "năm"
sed 's/<place>Mẫu/<place>Quảng Nam/' letter.xml >nam.xml
vanban fill letter.docx nam.xml --form "$T/hp-2023-cong-van" --plain \
	-o nam.docx
ok 'a place that ends like a year' sh -c '
	vanban extract --form "$0/hp-2023-cong-van" nam.docx 2>/dev/null >nam.out
	grep -q "<date_year>2023<" nam.out && grep -q "<place>Quảng Nam<" nam.out
' "$T"

# whose it is
for u in "LC:PHÒNG GIÁO DỤC VÀ ĐÀO TẠO:UBND QUẬN LAM CHÂU" \
	"NH:PGD&amp;ĐT:ỦY BAN NHÂN DÂN QUẬN NGỌC HẢI" \
	"which:Phòng GDĐT:" "none:TRƯỜNG THCS NGUYỄN DU:UBND QUẬN LAM CHÂU"; do
	code=${u%%:*} rest=${u#*:}
	answers small "${rest%%:*}" "${rest#*:}" |
		sed '/<org_parent><\/org_parent>/d' >x.xml
	vanban fill t.docx x.xml --plain -o "$code.docx" --form small.form.xml \
		2>/dev/null
done
unit() {
	vanban extract --form small.form.xml --units units.csv --to json "$@" |
		sed 's/,"metadata".*//'
}
run 'by name and parent' 'unit LC.docx 2>/dev/null'
run 'by a short name' 'unit NH.docx 2>/dev/null'
run 'several of that name' 'unit which.docx 2>&1 | grep -v required'
run 'none of that name' 'unit none.docx 2>&1 | grep unit'
cp LC.docx LC2.docx
run 'two of one unit' 'unit LC.docx NH.docx LC2.docx 2>&1 | grep unit'
run 'a list that is none' 'vanban extract LC.docx --units nowhere.csv'
done_testing
