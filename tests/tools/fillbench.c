/*
 * fillbench.c - the work that fill is measured with, and its floor.
 *
 *	fillbench make DIR DOCS    DIR/bench.docx, DIR/units.csv, and the
 *	                           answers of DOCS units in DIR/answers
 *	fillbench rows DIR ROWS    DIR/rows.xml, answers with so many rows, and
 *	                           DIR/small.docx, a template of bare rows
 *	fillbench floor FILE OUT TIMES
 *	                           deflates the main part of FILE (level 6) and
 *	                           writes the package to OUT: CPU ms each
 *
 * The template is like what an office makes in Word: a letterhead table, 46
 * placeholders, a table of 7 columns with one repeated row, a repeated
 * numbered paragraph, a footer, 376 latent styles. 50 rows and 12 paragraphs
 * make a document.xml of about 203 KB.
 */
#include "opc/package.h"
#include "util/buf.h"
#include "util/file.h"

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WML  "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELS "http://schemas.openxmlformats.org/package/2006/relationships"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

enum {
	SCALARS = 32,
	COLUMNS = 7,
	ROWS = 50,
	POINTS = 12,
	LATENT = 376
};

static void die(const char *what)
{
	fprintf(stderr, "fillbench: %s\n", what);
	exit(1);
}

static void save(const char *dir, const char *name, const void *data,
		 size_t size)
{
	char path[1024];
	struct vb_error err = {VB_OK, "", "", "", ""};

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	if (file_write(path, data, size, &err))
		die(err.text);
}

/* ---- the template ---------------------------------------------------------
 */

#define RPR                                                                 \
	"<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New " \
	"Roman\"/><w:sz w:val=\"26\"/><w:szCs "                             \
	"w:val=\"26\"/></w:rPr>"

/* A run of words, as Word cuts them: with an rsid of its own. */
static void run(struct buf *out, const char *words)
{
	buf_addf(out,
		 "<w:r w:rsidRPr=\"00A4%04X\">" RPR
		 "<w:t xml:space=\"preserve\">%s</w:t></w:r>",
		 (unsigned)out->size & 0xffff, words);
}

static void open_p(struct buf *out, const char *jc)
{
	buf_addf(
		out,
		"<w:p w14:paraId=\"1A%06X\" w14:textId=\"77777777\" "
		"w:rsidR=\"00A41C3B\"><w:pPr>"
		"<w:spacing w:before=\"60\" w:after=\"60\"/><w:jc w:val=\"%s\"/>" RPR
		"</w:pPr>",
		(unsigned)out->size & 0xffffff, jc);
}

static void para(struct buf *out, const char *jc, const char *words)
{
	open_p(out, jc);
	run(out, words);
	buf_adds(out, "</w:p>");
}

static void cell(struct buf *out, int width, const char *words)
{
	buf_addf(out,
		 "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>"
		 "<w:vAlign w:val=\"center\"/></w:tcPr>",
		 width);
	para(out, "center", words);
	buf_adds(out, "</w:tc>");
}

static void letterhead(struct buf *out)
{
	buf_adds(out, "<w:tbl><w:tblPr><w:tblW w:w=\"9600\" w:type=\"dxa\"/>"
		      "</w:tblPr><w:tblGrid><w:gridCol w:w=\"4100\"/>"
		      "<w:gridCol w:w=\"5500\"/></w:tblGrid><w:tr>");
	cell(out, 4100, "{{f1}}");
	cell(out, 5500, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	buf_adds(out, "</w:tr><w:tr>");
	cell(out, 4100, "Số: {{f2}}/BC-{{f3}}");
	cell(out, 5500, "{{f4}}, ngày {{f5}} tháng {{f6}} năm {{f7}}");
	buf_adds(out, "</w:tr></w:tbl>");
}

static void table(struct buf *out, bool small)
{
	static const char *const HEADS[COLUMNS] = {
		"STT",	 "Đơn vị",  "Số lớp", "Số học sinh",
		"Số GV", "Tỷ lệ %", "Ghi chú"};
	int i;

	buf_adds(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>"
		      "<w:tblW w:w=\"9600\" w:type=\"dxa\"/></w:tblPr>"
		      "<w:tblGrid>");
	for (i = 0; i < COLUMNS; i++)
		buf_adds(out, "<w:gridCol w:w=\"1371\"/>");
	buf_adds(out, "</w:tblGrid><w:tr>");
	for (i = 0; i < COLUMNS; i++)
		cell(out, 1371, HEADS[i]);
	buf_adds(out, "</w:tr><w:tr>");
	for (i = 0; i < COLUMNS; i++) {
		char tag[64];

		snprintf(tag, sizeof(tag), "%s{{c%d}}%s",
			 i == 0 ? "{{#rows}}" : "", i + 1,
			 i + 1 == COLUMNS ? "{{/rows}}" : "");
		if (small)
			buf_addf(out,
				 "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p>"
				 "</w:tc>",
				 tag);
		else
			cell(out, 1371, tag);
	}
	buf_adds(out, "</w:tr></w:tbl>");
}

static void document(struct buf *out, bool small)
{
	int i;

	buf_adds(out, HEAD
		 "<w:document xmlns:w=\"" W_NS "\" xmlns:r=\"http://"
		 "schemas.openxmlformats.org/officeDocument/2006/"
		 "relationships\" xmlns:w14=\"http://schemas.microsoft.com/"
		 "office/word/2010/wordml\" xmlns:mc=\"http://"
		 "schemas.openxmlformats.org/markup-compatibility/2006\" "
		 "mc:Ignorable=\"w14\"><w:body>");
	letterhead(out);
	para(out, "center", "BÁO CÁO");
	for (i = 8; i <= SCALARS; i++) {
		char words[256];

		snprintf(words, sizeof(words),
			 "Nội dung thứ %d của báo cáo: {{f%d}} (theo số liệu "
			 "đến ngày {{f5}}).",
			 i, i);
		if (i > 12)
			*strstr(words, " (theo") = '\0';
		para(out, "both", words);
	}
	table(out, small);
	para(out, "both", "{{#points}}");
	open_p(out, "both");
	run(out, "{{p1}}: {{p2}}");
	buf_adds(out, "</w:p>");
	para(out, "both", "{{/points}}");
	buf_adds(out, "<w:sectPr><w:footerReference w:type=\"default\" "
		      "r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
		      "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom="
		      "\"1134\" w:left=\"1701\" w:header=\"709\" w:footer="
		      "\"709\" w:gutter=\"0\"/></w:sectPr></w:body>"
		      "</w:document>");
}

static void styles(struct buf *out)
{
	int i;

	buf_adds(out, HEAD
		 "<w:styles xmlns:w=\"" W_NS "\"><w:docDefaults/>"
		 "<w:latentStyles w:defLockedState=\"0\" w:count=\"376\">");
	for (i = 0; i < LATENT; i++)
		buf_addf(out,
			 "<w:lsdException w:name=\"Style number %d\" "
			 "w:semiHidden=\"1\" w:uiPriority=\"%d\" "
			 "w:unhideWhenUsed=\"1\"/>",
			 i, i % 100);
	buf_adds(out, "</w:latentStyles><w:style w:type=\"paragraph\" "
		      "w:default=\"1\" w:styleId=\"Normal\"><w:name "
		      "w:val=\"Normal\"/></w:style><w:style w:type=\"table\" "
		      "w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
		      "</w:style></w:styles>");
}

static void make_template(const char *dir, const char *name, bool small)
{
	static const char package_rels[] = HEAD
		"<Relationships xmlns=\"" RELS "\"><Relationship "
		"Id=\"rId1\" Type=\"" REL "officeDocument\" "
		"Target=\"word/document.xml\"/></Relationships>";
	static const char document_rels[] = HEAD
		"<Relationships xmlns=\"" RELS "\"><Relationship "
		"Id=\"rId1\" Type=\"" REL "styles\" "
		"Target=\"styles.xml\"/><Relationship Id=\"rId2\" "
		"Type=\"" REL "footer\" Target=\"footer1.xml\"/>"
		"</Relationships>";
	struct buf body = BUF_INIT, style = BUF_INIT, footer = BUF_INIT;
	struct vb_error err = {VB_OK, "", "", "", ""};
	struct vb_blob blob = {NULL, 0};

	document(&body, small);
	styles(&style);
	buf_adds(&footer, HEAD "<w:ftr xmlns:w=\"" W_NS
			       "\"><w:p><w:r><w:t>{{f1}} - trang </w:t></w:r>"
			       "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1"
			       "</w:t></w:r></w:fldSimple></w:p></w:ftr>");
	{
		struct opc_item items[] = {
			{"_rels/.rels", NULL, package_rels,
			 sizeof(package_rels) - 1},
			{"word/document.xml", WML "document.main+xml",
			 body.data, body.size},
			{"word/_rels/document.xml.rels", NULL, document_rels,
			 sizeof(document_rels) - 1},
			{"word/styles.xml", WML "styles+xml", style.data,
			 style.size},
			{"word/footer1.xml", WML "footer+xml", footer.data,
			 footer.size}};

		if (opc_build(&blob, items, 5, &err))
			die(err.text);
	}
	save(dir, name, blob.data, blob.size);
	vb_blob_release(&blob);
	buf_release(&body);
	buf_release(&style);
	buf_release(&footer);
}

/* ---- the answers ----------------------------------------------------------
 */

static void answers(struct buf *out, const char *unit, int seed, int rows)
{
	int i, k;

	buf_clear(out);
	buf_addf(out,
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<answers "
		 "xmlns=\"urn:vanban:answers:1\" form=\"bench\" version=\"1\" "
		 "unit=\"%s\">\n",
		 unit);
	for (i = 1; i <= SCALARS; i++)
		buf_addf(out,
			 "  <f%d>Giá trị %d &amp; số %d của đơn vị %s</f%d>\n",
			 i, seed + i, seed * 7 + i, unit, i);
	for (i = 1; i <= rows; i++) {
		buf_adds(out, "  <rows>");
		for (k = 1; k <= COLUMNS; k++)
			if (k == 2)
				buf_addf(out, "<c2>Trường THCS số %d</c2>", i);
			else
				buf_addf(out, "<c%d>%d</c%d>", k,
					 (seed + i * 31 + k * 7) % 1000, k);
		buf_adds(out, "</rows>\n");
	}
	for (i = 1; i <= POINTS; i++)
		buf_addf(out,
			 "  <points><p1>Việc thứ %d</p1><p2>đã làm xong %d "
			 "phần</p2></points>\n",
			 i, seed % 10 + i);
	buf_adds(out, "</answers>\n");
}

static void make(const char *dir, int docs)
{
	struct buf text = BUF_INIT, units = BUF_INIT;
	int i;

	make_template(dir, "bench.docx", false);
	buf_adds(&units, "code,name\n");
	for (i = 1; i <= docs; i++) {
		char unit[16], name[64];

		snprintf(unit, sizeof(unit), "U%05d", i);
		snprintf(name, sizeof(name), "answers/%s.xml", unit);
		answers(&text, unit, i, ROWS);
		save(dir, name, text.data, text.size);
		buf_addf(&units, "%s,x\n", unit);
	}
	save(dir, "units.csv", units.data, units.size);
	buf_release(&text);
	buf_release(&units);
}

static void make_rows(const char *dir, int rows)
{
	struct buf text = BUF_INIT;

	make_template(dir, "small.docx", true);
	answers(&text, "U", 1, rows);
	save(dir, "rows.xml", text.data, text.size);
	buf_release(&text);
}

/* ---- the floor ------------------------------------------------------------
 */

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Every entry as it is but the main part, deflated anew. */
static void write_floor(const struct opc *opc, const struct vb_blob *body,
			const char *path)
{
	struct libdeflate_compressor *tool = libdeflate_alloc_compressor(6);
	size_t room = libdeflate_deflate_compress_bound(tool, body->size), i;
	struct opc_raw *raws = calloc(opc->n, sizeof(*raws));
	unsigned char *packed = malloc(room);
	struct vb_error err = {VB_OK, "", "", "", ""};
	struct vb_blob out = {NULL, 0};

	if (!tool || !raws || !packed)
		die("out of memory");
	memcpy(raws, opc->raws, opc->n * sizeof(*raws));
	i = opc_main(opc)->index;
	raws[i].data = packed;
	raws[i].packed = libdeflate_deflate_compress(tool, body->data,
						     body->size, packed, room);
	raws[i].crc = libdeflate_crc32(0, body->data, body->size);
	raws[i].method = OPC_DEFLATED;
	if (opc_zip_write(&out, raws, opc->n, OPC_DOS_1980, &err) ||
	    file_write(path, out.data, out.size, &err))
		die(err.text);
	vb_blob_release(&out);
	free(packed);
	free(raws);
	libdeflate_free_compressor(tool);
}

static void floor_of(const char *file, const char *out, int times)
{
	struct vb_error err = {VB_OK, "", "", "", ""};
	struct vb_blob body = {NULL, 0};
	struct opc *opc = NULL;
	double start;
	int i;

	if (opc_open(&opc, file, &err) ||
	    opc_read(opc, opc_main(opc), &body, &err))
		die(err.text);
	start = now();
	for (i = 0; i < times; i++)
		write_floor(opc, &body, out);
	printf("%.3f %zu\n", (now() - start) / times, body.size);
	vb_blob_release(&body);
	opc_free(opc);
}

int main(int argc, char **argv)
{
	int n = argc > 3 ? atoi(argv[argc - 1]) : 0;

	if (argc == 4 && strcmp(argv[1], "make") == 0 && n > 0)
		make(argv[2], n);
	else if (argc == 4 && strcmp(argv[1], "rows") == 0 && n > 0)
		make_rows(argv[2], n);
	else if (argc == 5 && strcmp(argv[1], "floor") == 0 && n > 0)
		floor_of(argv[2], argv[3], n);
	else
		die("usage: fillbench make DIR DOCS | rows DIR ROWS | floor "
		    "FILE OUT TIMES");
	return 0;
}
