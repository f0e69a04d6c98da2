#!/bin/sh
# Documents of the fixtures as fuzz_reading.c takes them, and one of
# everything.
set -eu
for dir in fixtures/reader/*/; do
	cat "$dir/document.xml" >"$1/$(basename "$dir")"
done
w='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
cat >"$1/all" <<END
<w:document $w xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body><w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins><w:r><w:rPr><w:rStyle w:val="V"/><w:rFonts w:ascii="Wingdings"/><w:caps/></w:rPr><w:t>a</w:t><w:sym w:font="Symbol" w:char="F0B7"/><w:footnoteReference w:id="2"/></w:r></w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:trPr><w:tblHeader/><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/><w:cellDel/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/><w:hMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="x"/></w:ddList><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar><w:instrText>HYPERLINK "u" \\l "p"</w:instrText><w:fldChar w:fldCharType="separate"/><w:ruby><w:rt><w:r><w:t>r</w:t></w:r></w:rt></w:ruby><w:fldChar w:fldCharType="end"/><mc:AlternateContent><mc:Choice Requires="z"/><mc:Fallback><w:txbxContent><w:p/></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><m:d><m:dPr><m:begChr m:val="["/></m:dPr><m:e><m:m><m:mr><m:e/></m:mr></m:m></m:e></m:d></w:p></w:body></w:document>
%%
<w:styles $w><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="H"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="character" w:styleId="V"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>
%%
<w:numbering $w><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlRestart w:val="0"/><w:isLgl/><w:suff w:val="space"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:lvlOverride></w:num></w:numbering>
%%
<w:footnotes $w><w:footnote w:id="2"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote></w:footnotes>
END
