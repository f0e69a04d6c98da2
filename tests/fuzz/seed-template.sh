#!/bin/sh
# Templates for fuzz_template.c: one of each kind of tag in each kind of place.
set -eu
names='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"
xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
xmlns:v="urn:schemas-microsoft-com:vml"'
n=0

p() { # WORDS... one paragraph, a run each
	printf '<w:p>'
	printf '<w:r><w:t>%s</w:t></w:r>' "$@"
	printf '</w:p>'
}

tc() {
	printf '<w:tc>%s</w:tc>' "$(p "$@")"
}

seed() { # DIR BODY [NUMBERING [NOTES [HEADER]]]
	n=$((n + 1))
	printf '<w:document %s><w:body>%s</w:body></w:document>' \
		"$names" "$2" >"$1/$n"
	[ $# -lt 3 ] || printf '\n%%%%\n<w:numbering %s>%s</w:numbering>' \
		"$names" "$3" >>"$1/$n"
	[ $# -lt 4 ] || printf '\n%%%%\n<w:footnotes %s>%s</w:footnotes>' \
		"$names" "$4" >>"$1/$n"
	[ $# -lt 5 ] || printf '\n%%%%\n<w:hdr %s>%s</w:hdr>' \
		"$names" "$5" >>"$1/$n"
}

tag() { # NAME CONTENT: a content control
	printf '<w:sdt><w:sdtPr><w:tag w:val="%s"/><w:id w:val="9"/></w:sdtPr>' \
		"$1"
	printf '<w:sdtContent>%s</w:sdtContent></w:sdt>' "$2"
}

run='<w:r><w:t>x</w:t></w:r>'
seed "$1" "$(p '{' '{t' '}} {{n|words le}} {{d|date long}} {{e|default -}}')"
seed "$1" "$(p '{{#g}}' '{{x}}{{^-last}}, {{/-last}}' '{{/g}}{{^no}}-{{/no}}')"
seed "$1" "$(p '{{#g}}')$(p '{{x}}')$(p '{{^}}')$(p none)$(p '{{/g}}')"
seed "$1" "$(p '{{! a}}{{=<% %>=}}' '<%o.x%>' '<%={{ }}=%>{{#l}}{{.}}{{/l}}')"
seed "$1" "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid><w:tr>$(
	tc '{{#g}}{{x}}')$(tc '{{#i}}{{m}}{{/i}}{{/g}}')</w:tr></w:tbl>"
seed "$1" "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid><w:tr>$(
	tc '{{#g|columns}}{{x}}')$(tc '{{/g}}')</w:tr></w:tbl>"
seed "$1" "<w:p>$(tag org_name "$run")$(tag internet_csgd_n.th "$run")</w:p>$(
	tag situation_long "$(p x)")$(tag '^subject' "$(p x)")"
seed "$1" "$(p '{{#addressees}}')$(p '{{addressee_txt}}')$(p '{{/addressees}}')"
list='<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{{x}}</w:t></w:r></w:p>'
seed "$1" "$(p '{{#g}}')$list$(p '{{/g}}')" \
	'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
seed "$1" "$(p '{{#g}}')<w:p><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:r>
<w:footnoteReference w:id=\"2\"/></w:r><w:bookmarkEnd w:id=\"1\"/><w:r>
<w:instrText>REF b</w:instrText></w:r><w:ins w:id=\"3\">$run</w:ins><w:r><w:pict>
<v:shape id=\"s1\" type=\"#t\"/></w:pict></w:r></w:p>$(p '{{/g}}')" '' \
	"<w:footnote w:id=\"2\">$(p '{{x}}')</w:footnote>" "$(p '{{t}}')"
