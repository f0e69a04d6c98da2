/*
 * genreading.c - a report as Word saves it, of any length, for measuring:
 * `genreading PAGES OUT.docx`. A page has about 67 KB of XML: paragraphs cut
 * to runs with fonts, sizes, languages and revision ids, numbered lines, a
 * table with a merged header, controls around figures. 5 pages have 314 KB of
 * document.xml, 300 pages 20 MB.
 */
#include "opc/opc.h"
#include "util/buf.h"
#include "util/file.h"

#include <stdio.h>
#include <stdlib.h>

#define W      "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R      "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define REL    R "/"
#define PACK   "http://schemas.openxmlformats.org/package/2006/relationships"
#define PREFIX "application/vnd.openxmlformats-officedocument.wordprocessingml."

#define RPR                                                                 \
	"<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New " \
	"Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/><w:szCs "    \
	"w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr>"

enum {
	PARAS = 12, /* of a page */
	ROWS = 8,   /* of its table */
	COLUMNS = 6
};

static const char *const words[] = {"Số cơ sở giáo dục ",
				    "triển khai phần mềm quản trị ",
				    "trường học theo bậc học ",
				    "đạt tỷ lệ ",
				    "so với cùng kỳ năm trước ",
				    "giáo viên được bồi dưỡng ",
				    "học bạ số, ",
				    "kết nối cơ sở dữ liệu ngành ",
				    "thanh toán không dùng tiền mặt ",
				    "trong năm học 2022-2023; "};

static unsigned seed = 1;

static unsigned next(unsigned n)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % n;
}

static void run(struct buf *out, const char *text)
{
	buf_addf(out,
		 "<w:r w:rsidRPr=\"00%06X\">" RPR
		 "<w:t xml:space=\"preserve\">%s</w:t></w:r>",
		 next(0xffffff), text);
}

static void figure(struct buf *out, unsigned id)
{
	buf_addf(out,
		 "<w:sdt><w:sdtPr>" RPR "<w:alias w:val=\"f%u\"/><w:tag "
		 "w:val=\"f%u\"/><w:id w:val=\"%u\"/></w:sdtPr><w:sdtContent>",
		 id, id, id);
	buf_addf(out, "<w:r>" RPR "<w:t>%u</w:t></w:r></w:sdtContent></w:sdt>",
		 next(2000));
}

static void start(struct buf *out, bool numbered)
{
	buf_addf(out,
		 "<w:p w:rsidR=\"00%06X\" w:rsidRDefault=\"00%06X\"><w:pPr>",
		 next(0xffffff), next(0xffffff));
	if (numbered)
		buf_adds(out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId "
			      "w:val=\"1\"/></w:numPr>");
	buf_adds(out,
		 "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"264\" "
		 "w:lineRule=\"auto\"/><w:ind w:firstLine=\"709\"/><w:jc "
		 "w:val=\"both\"/>" RPR "</w:pPr>");
}

static void para(struct buf *out, unsigned id)
{
	unsigned i;

	start(out, id % 4 == 0);
	for (i = 0; i < 6; i++) {
		run(out, words[next(10)]);
		if (i == 2)
			buf_adds(out, "<w:proofErr w:type=\"spellStart\"/>");
		if (i == 3 && id % 5 == 0)
			figure(out, id);
	}
	buf_addf(out, "<w:bookmarkStart w:id=\"%u\" w:name=\"b%u\"/>", id, id);
	run(out, "đơn vị.");
	buf_addf(out, "<w:bookmarkEnd w:id=\"%u\"/></w:p>", id);
}

static void cell(struct buf *out, const char *props, const char *text)
{
	buf_addf(out,
		 "<w:tc><w:tcPr><w:tcW w:w=\"1500\" w:type=\"dxa\"/>%s"
		 "<w:vAlign w:val=\"center\"/></w:tcPr>",
		 props);
	start(out, false);
	run(out, text);
	buf_adds(out, "</w:p></w:tc>");
}

static void table(struct buf *out)
{
	unsigned row, column;
	char text[16];

	buf_adds(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>"
		      "</w:tblPr><w:tblGrid>");
	for (column = 0; column < COLUMNS; column++)
		buf_adds(out, "<w:gridCol w:w=\"1500\"/>");
	buf_adds(out, "</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
	cell(out, "<w:vMerge w:val=\"restart\"/>", "TT");
	cell(out, "<w:gridSpan w:val=\"3\"/>", "Kết quả");
	cell(out, "<w:gridSpan w:val=\"2\"/>", "Ghi chú");
	buf_adds(out, "</w:tr>");
	for (row = 0; row < ROWS; row++) {
		buf_adds(out, "<w:tr>");
		for (column = 0; column < COLUMNS; column++) {
			snprintf(text, sizeof(text), "%u", next(5000));
			cell(out, row == 0 && column == 0 ? "<w:vMerge/>" : "",
			     text);
		}
		buf_adds(out, "</w:tr>");
	}
	buf_adds(out, "</w:tbl>");
}

static void body(struct buf *out, unsigned pages)
{
	unsigned page, i;

	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
		      "standalone=\"yes\"?>\n<w:document xmlns:w=\"" W
		      "\" xmlns:r=\"" R "\"><w:body>");
	for (page = 0; page < pages; page++) {
		for (i = 0; i < PARAS; i++)
			para(out, page * PARAS + i);
		table(out);
	}
	buf_adds(out, "<w:sectPr/></w:body></w:document>");
}

static const char rels[] =
	"<Relationships xmlns=\"" PACK
	"\"><Relationship Id=\"rId1\" Type=\"" REL
	"officeDocument\" Target=\"word/document.xml\"/></Relationships>";
static const char doc_rels[] =
	"<Relationships xmlns=\"" PACK
	"\"><Relationship Id=\"rId1\" Type=\"" REL
	"styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" REL
	"numbering\" Target=\"numbering.xml\"/></Relationships>";
static const char styles[] =
	"<w:styles xmlns:w=\"" W "\"><w:style w:type=\"paragraph\" w:default="
	"\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
	"</w:styles>";
static const char numbering[] =
	"<w:numbering xmlns:w=\"" W "\"><w:abstractNum w:abstractNumId=\"0\">"
	"<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
	"<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId="
	"\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

int main(int argc, char **argv)
{
	struct buf xml = BUF_INIT;
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {0};
	int rc;

	if (argc != 3) {
		fprintf(stderr, "usage: genreading PAGES OUT.docx\n");
		return 2;
	}
	body(&xml, (unsigned)strtoul(argv[1], NULL, 10));
	{
		const struct opc_item items[] = {
			{"_rels/.rels", NULL, rels, sizeof(rels) - 1},
			{"word/document.xml", PREFIX "document.main+xml",
			 xml.data, xml.size},
			{"word/_rels/document.xml.rels", NULL, doc_rels,
			 sizeof(doc_rels) - 1},
			{"word/styles.xml", PREFIX "styles+xml", styles,
			 sizeof(styles) - 1},
			{"word/numbering.xml", PREFIX "numbering+xml",
			 numbering, sizeof(numbering) - 1},
		};

		rc = opc_build(&blob, items, sizeof(items) / sizeof(*items),
			       &err);
	}
	if (rc == VB_OK)
		rc = file_write(argv[2], blob.data, blob.size, &err);
	if (rc != VB_OK)
		fprintf(stderr, "genreading: %s\n", err.text);
	else
		printf("%zu bytes of document.xml\n", xml.size);
	vb_blob_release(&blob);
	buf_release(&xml);
	return rc == VB_OK ? 0 : 1;
}
