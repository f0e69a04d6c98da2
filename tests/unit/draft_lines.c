/*
 * One paragraph after another: what a line, heading or table of an outline
 * becomes, exactly.
 */
#include "opc/opc.h"
#include "tap.h"
#include "util/buf.h"
#include "util/file.h"
#include "vanban.h"

#include <stdlib.h>
#include <unistd.h>

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static char path[] = "/tmp/vanban-line-XXXXXX";

static struct vb_blob findings;

static int draft_xml(const char *body, struct vb_blob *out,
		     const struct vb_sink *sink, struct vb_error *err)
{
	static const char types[] =
		"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
		"content-types\"><Default Extension=\"rels\" ContentType=\""
		"application/vnd.openxmlformats-package.relationships+xml\"/>"
		"<Override PartName=\"/d.xml\" ContentType=\"application/"
		"vnd.openxmlformats-officedocument.wordprocessingml.document."
		"main+xml\"/></Types>";
	static const char rels[] =
		"<Relationships xmlns=\"http://schemas.openxmlformats.org/"
		"package/2006/relationships\"><Relationship Id=\"rId1\" "
		"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
		"relationships/officeDocument\" Target=\"d.xml\"/>"
		"</Relationships>";
	struct buf doc = BUF_INIT;
	struct opc_item items[] = {
		{"[Content_Types].xml", NULL, types, sizeof(types) - 1},
		{"_rels/.rels", NULL, rels, sizeof(rels) - 1},
		{"d.xml", NULL, NULL, 0}};
	struct vb_blob blob = {NULL, 0};
	int code;

	buf_addf(&doc,
		 "<w:document xmlns:w=\"" W "\"><w:body>%s</w:body>"
		 "</w:document>",
		 body);
	items[2].data = doc.data;
	items[2].size = doc.size;
	code = opc_build(&blob, items, 3, err);
	if (code == VB_OK)
		code = file_write(path, blob.data, blob.size, err);
	if (code == VB_OK)
		code = vb_form_draft(path, out, sink, err);
	vb_blob_release(&blob);
	buf_release(&doc);
	return code;
}

/* What stands between <body> and </body>, without the first indentation. */
static void is_body(const char *xml, const char *want, const char *what)
{
	struct vb_blob out = {NULL, 0};
	struct vb_error err = {0};
	char *at, *end;

	if (draft_xml(xml, &out, NULL, &err) != VB_OK) {
		ok(false, "%s: %s %s", what, err.where, err.text);
		return;
	}
	at = strstr((char *)out.data, "<body>\n");
	end = strstr((char *)out.data, "\n  </body>");
	if (ok(at && end, "%s: has a body", what)) {
		*end = '\0';
		is_str(at + strlen("<body>\n    "), want, what);
	}
	vb_blob_release(&out);
}

static void is_para(const char *text, const char *want)
{
	struct buf xml = BUF_INIT;

	buf_addf(&xml,
		 "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>"
		 "</w:p>",
		 text);
	is_body(buf_cstr(&xml), want, text);
	buf_release(&xml);
}

static void test_blanks(void)
{
	static const char *const lines[][2] = {
		{"- Số lớp: ……. lớp.",
		 "<line mark=\"-\">Số lớp: <count id=\"lop_n\" unit=\"lớp\"/> "
		 "lớp.</line>"},
		{"- Số trường có mạng:____trường",
		 "<line mark=\"-\">Số trường có mạng: <count "
		 "id=\"truong_mang_n\" unit=\"trường\"/> trường</line>"},
		{"- Tỷ lệ học sinh khá: ..... %",
		 "<line mark=\"-\">Tỷ lệ học sinh khá: <percent "
		 "id=\"hoc_sinh_kha_pct\"/>%</line>"},
		{"- Kinh phí: … triệu đồng",
		 "<line mark=\"-\">Kinh phí: <number id=\"kinh_phi_n\" "
		 "unit=\"triệu đồng\"/> triệu đồng</line>"},
		{"Số giáo viên đạt chuẩn:giáo viên, chiếm tỷ lệ:%.",
		 "<line>Số giáo viên đạt chuẩn: <count "
		 "id=\"giao_vien_chuan_n\" unit=\"giáo viên\"/> giáo viên, "
		 "chiếm tỷ lệ: <percent id=\"giao_vien_chuan_pct\"/>%.</line>"},
		{"- Quyết định số …../QĐ-… ngày …/…/2023",
		 "<line mark=\"-\">Quyết định: <docref "
		 "id=\"quyet_dinh_ref\"/></line>"},
		{"- Hoàn thành ngày …. tháng …. năm 2023",
		 "<line mark=\"-\">Hoàn thành: <date "
		 "id=\"hoan_thanh_date\"/></line>"},
		{"- Họ và tên: ………", "<line mark=\"-\">Họ và tên: <text "
				     "id=\"ho_ten_txt\"/></line>"},
		{"- Nêu rõ ……. (gửi kèm làm minh chứng)",
		 "<line mark=\"-\">Nêu rõ: <text id=\"neu_ro_txt\"/> <hint>(gửi "
		 "kèm làm minh chứng)</hint>: <evidence "
		 "id=\"neu_ro_ev\"/></line>"},
		{"+ Biện pháp …………", "<line mark=\"+\">Biện pháp: <longtext "
				     "id=\"bien_phap_long\"/></line>"},
		{"Các môn: Toán, Văn … và Anh",
		 "<line>Các môn: Toán, Văn … và Anh</line>"},
		{"Đối tượng gồm: cán bộ, giáo viên",
		 "<line>Đối tượng gồm: cán bộ, giáo viên</line>"},
		{"Đạt 100% kế hoạch v.v.",
		 "<line>Đạt 100% kế hoạch v.v.</line>"},
		{"(nêu rõ lý do)", "<hint>(nêu rõ lý do)</hint>"},
		{"1. Thuận lợi: ………",
		 "<section title=\"Thuận lợi\">\n      "
		 "<longtext id=\"p1_thuan_loi_long\"/>\n    </section>"},
		{"- Số A &amp; B &lt; C: … lớp",
		 "<line mark=\"-\">Số A &amp; B &lt; C: <count id=\"a_b_c_n\" "
		 "unit=\"lớp\"/> lớp</line>"},
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		is_para(lines[i][0], lines[i][1]);
}

#define P(text)	 "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(text) "<w:tc>" P(text) "</w:tc>"
#define NONE	 "<w:tc><w:p/></w:tc>"

static void test_runs(void)
{
	is_body("<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" "
		"w:pos=\"9000\"/></w:tabs></w:pPr><w:r><w:t>Tên lớp:</w:t>"
		"<w:tab/></w:r></w:p>",
		"<line>Tên lớp: <text id=\"ten_lop_txt\"/></line>",
		"a tab with a leader");
	is_body("<w:p><w:r><w:t>Tên lớp:</w:t><w:tab/><w:t>A</w:t></w:r></w:p>",
		"<line>Tên lớp: A</line>", "a tab without");
	is_body("<w:p><w:r><w:t>Tên lớp: </w:t></w:r><w:r><w:rPr><w:u/></w:rPr>"
		"<w:t xml:space=\"preserve\">      </w:t></w:r></w:p>",
		"<line>Tên lớp: <text id=\"ten_lop_txt\"/></line>",
		"underlined spaces");
	is_body("<w:p><w:r><w:t xml:space=\"preserve\">Tên lớp: </w:t></w:r>"
		"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
		"<w:r><w:t>Nhập</w:t></w:r></w:sdtContent></w:sdt></w:p>",
		"<line>Tên lớp: <text id=\"ten_lop_txt\"/></line>",
		"a control that shows its placeholder");
	is_body("<w:p><w:r><w:t xml:space=\"preserve\">- Kết quả: </w:t></w:r>"
		"<w:r><w:rPr><w:i/></w:rPr><w:t>nêu rõ từng việc</w:t></w:r>"
		"</w:p>",
		"<line mark=\"-\">Kết quả: <hint>nêu rõ từng việc</hint> "
		"<longtext id=\"ket_qua_long\"/></line>",
		"a hint in italics");
	is_body("<w:p><w:r><w:t>Ca\xcc\x81"
		"c lo\xcc\x9b\xcc\x81p</w:t></w:r>"
		"</w:p>",
		"<line>Các lớp</line>", "words are NFC");
	is_body("<w:p><w:r><w:t>A</w:t></w:r><w:del><w:r><w:delText>B"
		"</w:delText></w:r></w:del><w:ins><w:r><w:t>C</w:t></w:r>"
		"</w:ins></w:p>",
		"<line>AC</line>", "tracked changes are accepted");
}

static void test_sections(void)
{
	is_body(P("I. Chung") P("1. Một") P("……") P("2. Hai") P("……")
			P("II. Riêng") P("……"),
		"<section title=\"Chung\">\n"
		"      <section title=\"Một\">\n"
		"        <longtext id=\"i1_mot_long\"/>\n"
		"      </section>\n"
		"      <section title=\"Hai\">\n"
		"        <longtext id=\"i2_hai_long\"/>\n"
		"      </section>\n"
		"    </section>\n"
		"    <section title=\"Riêng\">\n"
		"      <longtext id=\"ii_rieng_long\"/>\n"
		"    </section>",
		"typed numbers");
	is_body("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>"
		"Chung</w:t></w:r></w:p>" P("……"),
		"<section title=\"Chung\">\n"
		"      <longtext id=\"chung_long\"/>\n"
		"    </section>",
		"an outline level");
	is_body(P("1. Một") P("1.1. Con") P("……") P("1.1.1. Cháu") P("……"),
		"<section title=\"Một\">\n"
		"      <section title=\"Con\">\n"
		"        <longtext id=\"s11_con_long\"/>\n"
		"        <section title=\"1.1.1. Cháu\">\n"
		"          <longtext id=\"s11_1_1_1_chau_long\"/>\n"
		"        </section>\n"
		"      </section>\n"
		"    </section>",
		"a number of three parts is kept as typed");
}

/* Ids are ids whatever the outline says. */
static void test_ids(void)
{
	is_body(P("+ 2006: …. lớp") P("+ 2006: …. lớp"),
		"<line mark=\"+\">2006: <count id=\"q2006_n\" "
		"unit=\"lớp\"/> lớp</line>\n"
		"    <line mark=\"+\">2006: <count id=\"q2006_2_n\" "
		"unit=\"lớp\"/> lớp</line>",
		"a digit first, twice");
	is_body(P("d) Dê") P("……") P("đ) Đê") P("……"),
		"<section plain=\"true\" title=\"Dê\">\n"
		"      <longtext id=\"a_de_long\"/>\n"
		"    </section>\n"
		"    <section plain=\"true\" title=\"Đê\">\n"
		"      <longtext id=\"b_de_long\"/>\n"
		"    </section>",
		"letters");
	is_body(P("a) Một") P("b) Hai") P("c) Ba") P("d) Bốn") P("đ) Năm"),
		"<section plain=\"true\" title=\"Một\">\n"
		"      <!-- ? đề cương không có chỗ trống: hỏi bằng một đoạn "
		"văn -->\n"
		"      <longtext id=\"a_mot_long\"/>\n"
		"    </section>\n"
		"    <section plain=\"true\" title=\"Hai\">\n"
		"      <!-- ? đề cương không có chỗ trống: hỏi bằng một đoạn "
		"văn -->\n"
		"      <longtext id=\"b_hai_long\"/>\n"
		"    </section>\n"
		"    <section plain=\"true\" title=\"Ba\">\n"
		"      <!-- ? đề cương không có chỗ trống: hỏi bằng một đoạn "
		"văn -->\n"
		"      <longtext id=\"c_ba_long\"/>\n"
		"    </section>\n"
		"    <section plain=\"true\" title=\"Bốn\">\n"
		"      <!-- ? đề cương không có chỗ trống: hỏi bằng một đoạn "
		"văn -->\n"
		"      <longtext id=\"d_bon_long\"/>\n"
		"    </section>\n"
		"    <section plain=\"true\" title=\"Năm\">\n"
		"      <!-- ? đề cương không có chỗ trống: hỏi bằng một đoạn "
		"văn -->\n"
		"      <longtext id=\"dd_nam_long\"/>\n"
		"    </section>",
		"d and đ");
	is_para("- 漢字: ……", "<line mark=\"-\">漢字: <longtext "
			      "id=\"f_long\"/></line>");
}

static void test_tables(void)
{
	is_body("<w:tbl><w:tr>" TC("TT") TC("Tên lớp")
			TC("Số người") "</w:tr><w:tr>" TC("1") NONE NONE
		"</w:tr><w:tr>" TC("2") NONE NONE "</w:tr></w:tbl>",
		"<table>\n"
		"      <columns><column width=\"33\"/><column width=\"33\"/>"
		"<column width=\"34\"/></columns>\n"
		"      <header>\n"
		"        <row>\n"
		"          <cell>TT</cell>\n"
		"          <cell>Tên lớp</cell>\n"
		"          <cell>Số người</cell>\n"
		"        </row>\n"
		"      </header>\n"
		"      <!-- ? các hàng để trống: hỏi bao nhiêu hàng cũng được "
		"-->\n"
		"      <repeat id=\"noi_dung_rows\" blank-rows=\"2\">\n"
		"        <row>\n"
		"          <cell/>\n"
		"          <cell><text id=\"ten_lop_txt\" label=\"Tên "
		"lớp\"/></cell>\n"
		"          <cell align=\"center\"><count id=\"nguoi_n\" "
		"label=\"Số người\"/></cell>\n"
		"        </row>\n"
		"      </repeat>\n"
		"    </table>",
		"blank rows are a repeat");
	is_body("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" P("A") "</w:tc>" TC(
			"B") "</w:tr><w:tr>" TC("C") "</w:tr></w:tbl>",
		"<table>\n"
		"      <columns><column width=\"50\"/><column width=\"50\"/>"
		"</columns>\n"
		"      <header>\n"
		"        <row>\n"
		"          <cell>A</cell>\n"
		"          <cell>B</cell>\n"
		"        </row>\n"
		"      </header>\n"
		"      <row>\n"
		"        <cell>C</cell>\n"
		"        <cell/>\n"
		"      </row>\n"
		"    </table>",
		"a merge without a start, and a short row");
}

static void keep(void *payload, const struct vb_finding *finding)
{
	(void)payload;
	printf("# %s\n", finding->message);
	findings.size = findings.size * 10 +
			(size_t)(finding->severity == VB_WARNING ? 2 : 1);
}

static void test_rest(void)
{
	const struct vb_sink sink = {keep, NULL};
	struct vb_blob out = {NULL, 0};
	struct vb_error err = {0};
	struct buf deep = BUF_INIT;

	is_int(draft_xml(P("Không hỏi gì"), &out, &sink, &err), VB_OK,
	       "an outline that asks nothing is a form");
	is_int((long)findings.size, 2, "with a warning");
	vb_blob_release(&out);
	is_int(draft_xml("", &out, NULL, &err), VB_OK, "so is an empty one");
	vb_blob_release(&out);
	is_int(vb_form_draft("/nowhere/x.docx", &out, NULL, &err), VB_IO,
	       "no file");
	ok(!out.data, "no output");
	memset(&err, 0, sizeof(err));
	for (int i = 0; i < 20001; i++)
		buf_adds(&deep, "<w:p/>");
	is_int(draft_xml(buf_cstr(&deep), &out, NULL, &err), VB_LIMIT,
	       "too many paragraphs");
	is_str(err.text, "the outline has more than 20000 paragraphs",
	       "and says so");
	is_str(err.part, "d.xml", "where");
	buf_release(&deep);
}

int main(void)
{
	int fd = mkstemp(path);

	vb_init();
	if (!ok(fd >= 0, "a file to write"))
		return done_testing();
	close(fd);
	test_blanks();
	test_runs();
	test_sections();
	test_ids();
	test_tables();
	test_rest();
	unlink(path);
	return done_testing();
}
