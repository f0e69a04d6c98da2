#!/bin/sh
# The outlines issued by another province: a list of units and attributes of the
# form, nothing else; with districts, and without them (since 7/2025).
. "$TOP/tests/lib.sh"
units=$TOP/fixtures/units

# issue FORM ID: the outline under another name and day
issue() {
	sed -e "1,/<form /s/ id=\"$1\"/ id=\"$2\"/" \
		-e '/<form /s/ deadline="[^"]*"/ deadline="2025-06-05"/' \
		"$TOP/templates/$1/form.xml" >"$2.form.xml"
	diff "$TOP/templates/$1/form.xml" "$2.form.xml" | grep -c '^>' >"$2.n"
	vanban template "$2.form.xml" -o "$2.docx"
}
# words FILE: what stands on the pages, a paragraph a line
words() {
	unzip -p "$1" word/document.xml |
		sed 's,</w:p>,\n,g;s,<w:tab/>, ,g' | sed 's/<[^>]*>//g'
}
says() { words "$1" | grep -qF -- "$2"; }
never() { ! words "$1" | grep -qiE "$2"; }

command -v unzip >/dev/null || {
	skip 'the pages' 'no unzip'
	done_testing
}
issue brvt-2023-cong-van song-lam-cong-van
issue brvt-2023-bao-cao song-lam-bao-cao
ok 'one line of the form differs' test "$(cat song-lam-cong-van.n)" = 1
ok 'and one of the report' test "$(cat song-lam-bao-cao.n)" = 1

# ---- the letter, with districts -------------------------------------------------
ok 'the letter is issued' vanban bulk song-lam-cong-van.docx \
	--form song-lam-cong-van.form.xml -u "$units/song-lam.csv" -o old
for w in 'UBND TỈNH SÔNG LAM' 'SỞ GIÁO DỤC VÀ ĐÀO TẠO' '/SGDĐT-GDTrH' \
	'Sông Lam, ngày' '- Phòng GDĐT các huyện, thị xã, thành phố;' \
	'- Các Đơn vị trực thuộc Sở.' \
	'Công văn số 812/SGDĐT-GDTrH ngày 19/9/2022' 'KT. GIÁM ĐỐC' \
	'Đặng Thị Minh Họa' '- UBND các huyện (ph/h);' '- Lưu: VT, VP.'; do
	ok "it says: $w" says old/SGD.docx "$w"
done
ok 'nothing of the first province is left' never old/SGD.docx \
	'Bà Rịa|Vũng Tàu|SGDĐT-VP ngày 20/9'

# ---- the letter, with two levels --------------------------------------------------
ok 'and again without districts' vanban bulk song-lam-cong-van.docx \
	--form song-lam-cong-van.form.xml -u "$units/song-lam-2025.csv" -o new
for w in '- UBND các xã, phường, đặc khu;' 'GIÁM ĐỐC' 'Đặng Văn Giả Định' \
	'các Đơn vị trực thuộc Sở và UBND các xã, phường, đặc khu'; do
	ok "it says: $w" says new/SGD.docx "$w"
done
# the outline behind it is the report's own words
ok 'the letter names no district' sh -c '
	unzip -p new/SGD.docx word/document.xml |
		sed "s,</w:p>,\n,g" | sed "s/<[^>]*>//g" |
		sed "/^Phụ lục$/,\$d" | grep -qiE "huyện|thị xã|Phòng GDĐT"
	test $? = 1'

# ---- the report, by a district, a commune and its school --------------------------
vanban bulk song-lam-bao-cao.docx --form song-lam-bao-cao.form.xml \
	-u "$units/song-lam-schools.csv" -o reports 2>said
ok 'three reports' test "$(ls reports | wc -l)" = 3
ok 'of a district' says reports/PGD-DN.docx 'UBND HUYỆN ĐỒNG NỘI'
ok 'of a commune' says reports/XA-BS.docx 'ỦY BAN NHÂN DÂN XÃ BẾN SAO'
ok 'signed for it' says reports/XA-BS.docx 'TM. ỦY BAN NHÂN DÂN'
ok 'of its school' says reports/TH-BS.docx 'UBND XÃ BẾN SAO'
for c in PGD-DN XA-BS TH-BS; do
	vanban extract --form song-lam-bao-cao.form.xml "reports/$c.docx" \
		-o "$c.xml" 2>said
	ok "$c reads back as its unit" grep -q "unit=\"$c\"" "$c.xml"
done
done_testing
