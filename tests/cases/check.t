#!/bin/sh
# Before and after: a template against its form and all answers, comments at
# its faults, and a document against what it was made of.
. "$TOP/tests/lib.sh"
F=$TOP/fixtures/cli
cp -r "$F/small.form.xml" "$F/answers" .
vanban template small.form.xml -o t.docx
"$TOOLS/mkdocx" "$F/faulty" bad.docx

run 'all fits' 'vanban inspect t.docx answers --form small.form.xml'
sed 's/<wifi_pct>75/<wifi_pct>85.5/;s/<wifi_n>15/<wifi_n>16/
	s/unit="LC"/unit="XX"/;/<grade>/d' answers/LC.xml >answers/XX.xml
sed 's/<wifi_n>15/<wifi_n>many/;s/<on>/<off>/;s/\/on>/\/off>/' \
	answers/LC.xml >answers/YY.xml
sed 's/<org_parent>.*/<doc_no>123456789<\/doc_no>/' answers/LC.xml |
	sed '/<wifi/d' >answers/ZZ.xml
echo '<answers' >answers/broken.xml
run 'every fault in one run' 'vanban inspect bad.docx answers --form small.form.xml'
run 'the same as JSON' \
	'vanban inspect t.docx answers --form small.form.xml --to json 2>/dev/null'
run 'JSON of a faulty template' \
	'vanban inspect bad.docx answers/LC.xml --form small.form.xml -t json 2>/dev/null'
run 'listed, a template tells its faults too' \
	'vanban inspect bad.docx --form small.form.xml >/dev/null'
run 'Vietnamese' 'LC_ALL=vi_VN.UTF-8 vanban inspect t.docx answers/LC.xml \
	--form small.form.xml'
mkdir none units
sed '/<org_parent>/d' answers/LC.xml >units/LC.xml
printf 'code,name,org_parent\nLC,Lam Chau,UBND QUAN LAM CHAU\n' >units.csv
run 'without the list of units' \
	'vanban inspect t.docx units --form small.form.xml'
run 'with it' \
	'vanban inspect t.docx units --form small.form.xml --units units.csv'
run 'no answers there' 'vanban inspect t.docx none --form small.form.xml'

# ---- comments
text() { "$TOOLS/mkdocx" -x "$1" "$2"; }
run 'annotate' 'vanban inspect bad.docx --form small.form.xml \
	--annotate noted.docx 2>/dev/null'
run 'in the story' '"$TOOLS/mkdocx" -x noted.docx word/document.xml'
run 'what they say' '"$TOOLS/mkdocx" -x noted.docx word/comments.xml |
	sed "s/<w:comment /\n&/g;s/<\/w:p>/\n/g" | sed "s/<w:rPr>.*<\/w:rPr>//"'
run 'in Vietnamese' 'LC_ALL=vi_VN vanban inspect bad.docx -f small.form.xml \
	--annotate vi.docx 2>/dev/null; "$TOOLS/mkdocx" -x vi.docx \
	word/comments.xml | grep -oE "preserve\">[^<]*" | sed "s/.*>//"'
text noted.docx word/document.xml | sed -E 's/<w:commentRange(Start|End) [^>]*>//g
	s/<w:r><w:commentReference [^>]*><\/w:r>//g' >plain.xml
ok 'without them the story is what it was' \
	cmp plain.xml "$F/faulty/word/document.xml"
for p in word/header1.xml _rels/.rels; do
	text noted.docx "$p" >part
	ok "$p is untouched" cmp part "$F/faulty/$p"
done
run 'an input is not overwritten' \
	'vanban inspect bad.docx -f small.form.xml --annotate bad.docx'

# ---- what a document was made of
vanban fill t.docx answers/LC.xml -f small.form.xml -o LC.docx
run 'untouched' 'vanban inspect LC.docx answers/LC.xml -f small.form.xml \
	--template t.docx >/dev/null'
mkdir dir
for p in $("$TOOLS/mkdocx" -l LC.docx | sed 's/ \(deflated\|stored\) .*//'); do
	mkdir -p "dir/$(dirname "$p")"
	text LC.docx "$p" >"dir/$p"
done
sed -i 's/>15</>16</;s/Mạng đã tới/Mạng sẽ tới/' dir/word/document.xml
"$TOOLS/mkdocx" dir edited.docx
run 'edited' 'vanban inspect edited.docx -f small.form.xml >/dev/null'
sed 's/<name>BÁO CÁO/<name>TỜ TRÌNH/' small.form.xml >other.form.xml
run 'made of something else' 'vanban inspect LC.docx answers/NH.xml \
	-f other.form.xml --template bad.docx >/dev/null'
run 'one file of answers only' \
	'vanban inspect LC.docx answers/NH.xml answers/LC.xml -f small.form.xml'
vanban fill t.docx answers/LC.xml -f small.form.xml --plain -o plain.docx
run 'a plain page tells nothing' \
	'vanban inspect plain.docx -f small.form.xml 2>&1 | head -n 4'
# ---- sent back
sed -i 's/>16</>17</;s/>75</>75,5</' dir/word/document.xml
mkdir back
"$TOOLS/mkdocx" dir back/LC.docx
cp t.docx back/blank.docx
mkdir back/more
cp back/LC.docx back/more/lc.DOCX
cp LC.docx back/good.docx
run 'extract with comments' 'vanban extract back -f small.form.xml -o read \
	--annotate sent'
run 'what is sent back' 'ls sent'
run 'in Vietnamese whatever the locale' '"$TOOLS/mkdocx" -x sent/LC.docx \
	word/comments.xml | grep -oE "preserve\">[^<]*" | sed "s/.*>//"'
run 'of a blank one' '"$TOOLS/mkdocx" -x sent/blank.docx \
	word/comments.xml | grep -oE "preserve\">[^<]*" | sed "s/.*>//"'
run 'at the figures' '"$TOOLS/mkdocx" -x sent/LC.docx word/document.xml |
	grep -oE "<w:commentRangeStart|<w:commentReference"'
others() { "$TOOLS/mkdocx" -l "$1" |
	grep -vE '^(\[Content_Types\]|word/(document|comments).xml|word/_rels/document)'; }
others back/LC.docx >was
others sent/LC.docx >is
ok 'all else is the same bytes' cmp was is
run 'never over what came' \
	'vanban extract back/LC.docx -f small.form.xml --annotate back >/dev/null'
done_testing
