#!/bin/sh
# The documents of fixtures/reader as fuzz_extract.c takes them.
set -eu
for dir in fixtures/reader/*/; do
	name=$(basename "$dir")
	{
		cat "$dir/document.xml"
		echo '%%'
		cat "$dir/report.xml"
	} >"$1/$name"
done
# One without marks, in words of its own (src/extract/said.h).
p() { printf '<w:p><w:r><w:t>%s</w:t></w:r></w:p>' "$1"; }
c() { printf '<w:tc>%s</w:tc>' "$(p "$1")"; }
{
	printf '<w:document xmlns:w="%s"><w:body>' \
		http://schemas.openxmlformats.org/wordprocessingml/2006/main
	p 'Kết quả năm học 2022-2023'
	p '1. Internet đã có ở 45 trường (TH 12, THCS 20; THPT: 13), đạt 75%.'
	p '- Có 30 thiết bị cũ và 15 thiết bị mới, 1 234 giáo viên nam.'
	p 'a) Mức 1, 2 và 3: ...... lớp trực tuyến (tức 20%)'
	printf '<w:tbl><w:tr>%s%s%s</w:tr><w:tr>%s%s%s</w:tr></w:tbl>' \
		"$(c TT)" "$(c 'Cấp học')" "$(c 'Số CSGD có Internet (%)')" \
		"$(c 1)" "$(c '+ Tiểu học')" "$(c '12 (60%)')"
	printf '</w:body></w:document>\n%%%%\n'
} >"$1/said"
