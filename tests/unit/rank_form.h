/*
 * rank_form.h - a form whose one table asks how many schools of two levels
 * reach two ranks in each of two groups of criteria, and their rates, for
 * extract_said_groups.c and law_tables.c.
 */
#ifndef RANK_FORM_H
#define RANK_FORM_H

/* A blank for a count and one for its rate. */
#define RANK(id, label)                                           \
	"<cell><count id='" id "' unit='CSGD' label='" label      \
	", số lượng'/></cell><cell><percent id='" id "p' of='" id \
	"' per='base/n' label='" label ", tỷ lệ'/></cell>"
#define LEVEL(id, name, of)                                      \
	"<row><cell/><cell>+ " name                              \
	"</cell>" RANK(id "1", "CĐS " of ": " name ", mức độ 1") \
		RANK(id "2", "CĐS " of ": " name ", mức độ 2") "</row>"

static const char rank_form[] =
	"<form xmlns='urn:vanban:form:1' id='r' version='1' type='bao-cao'>"
	"<title>Báo cáo năm 2023</title>"
	"<levels><level id='th' label='Tiểu học'/>"
	"<level id='thcs' label='THCS'/></levels>"
	"<base><count id='n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Kết quả đánh giá'><table><columns>"
	"<column width='10'/><column width='30'/><column width='15'/>"
	"<column width='15'/><column width='15'/><column width='15'/>"
	"</columns><header><row><cell rowspan='2'>STT</cell>"
	"<cell rowspan='2'>Nhóm tiêu chí</cell>"
	"<cell colspan='2'>Mức chưa đáp ứng (Mức độ 1)</cell>"
	"<cell colspan='2'>Mức đáp ứng cơ bản (Mức độ 2)</cell></row><row>"
	"<cell>Số lượng</cell><cell>Tỷ lệ %</cell>"
	"<cell>Số lượng</cell><cell>Tỷ lệ %</cell></row></header>"
	"<row><cell>1</cell>"
	"<cell colspan='5'>Chuyển đổi số trong dạy, học</cell></row>" LEVEL(
		"t", "Tiểu học", "dạy, học")
		LEVEL("c", "THCS",
		      "dạy, học") "<row><cell>2</cell>"
				  "<cell colspan='5'>Chuyển đổi số trong quản trị CSGD</cell></row>" LEVEL(
					  "qt", "Tiểu học", "quản trị")
					  LEVEL("qc", "THCS",
						"quản trị") "</table></section></body></form>";

#endif
