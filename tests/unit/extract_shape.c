/* inspect: what is broken in a document whatever its form. */
#include "extract_kit.h"

#include "extract/inspect.h"
#include "util/file.h"
#include "wml/tree.h"

#include <stdlib.h>
#include <unistd.h>

#define DOC                                                                    \
	"<w:document xmlns:w=\"" TREE_W_NS "\" xmlns:r=\"" SHAPE_REL           \
	"\" xmlns:wp=\"" TREE_WP_NS "\" xmlns:mc=\"" TREE_MC_NS "\" xmlns:w14" \
	"=\"" TREE_W14_NS "\"><w:body>"
#define END "</w:body></w:document>"
#define SHAPE_REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

static char path[64];

static void keep(void *payload, const struct vb_finding *f)
{
	buf_addf(payload, "%s %s p%d t%d: %s\n", f->rule, f->place.part,
		 f->place.paragraph, f->place.table, f->message);
}

/* The findings of a body; MORE stands between the relationships. */
static void told(const char *body, const char *more, const char *want,
		 const char *what)
{
	struct buf document = BUF_INIT, rels = BUF_INIT, findings = BUF_INIT;
	struct opc_item items[] = {
		{"[Content_Types].xml", NULL,
		 "<Types xmlns=\"" PACKAGE "content-types\"><Default "
		 "Extension=\"rels\" ContentType=\"application/"
		 "vnd.openxmlformats-package.relationships+xml\"/><Override "
		 "PartName=\"/word/document.xml\" ContentType=\"application/"
		 "vnd.openxmlformats-officedocument.wordprocessingml.document."
		 "main+xml\"/></Types>",
		 0},
		{"_rels/.rels", NULL,
		 "<Relationships xmlns=\"" PACKAGE "relationships\">"
		 "<Relationship Id=\"rId1\" Type=\"" SHAPE_REL
		 "/officeDocument\" Target=\"word/document.xml\"/>"
		 "</Relationships>",
		 0},
		{"word/document.xml", NULL, NULL, 0},
		{"word/_rels/document.xml.rels", NULL, NULL, 0},
		{"word/media/a.png", NULL, "png", 3}};
	struct vb_sink sink = {keep, &findings};
	struct vb_blob docx = {NULL, 0}, out = {NULL, 0};
	struct vb_error err = {0};
	size_t i;

	buf_addf(&document, DOC "%s" END, body);
	buf_addf(&rels,
		 "<Relationships xmlns=\"" PACKAGE "relationships\">%s"
		 "</Relationships>",
		 more);
	items[2].data = buf_cstr(&document);
	items[3].data = buf_cstr(&rels);
	for (i = 0; i < 4; i++)
		items[i].size = strlen(items[i].data);
	if (opc_build(&docx, items, strstr(more, "a.png") ? 5 : 4, &err) ||
	    file_write(path, docx.data, docx.size, &err) ||
	    vb_inspect(path, NULL, false, &out, &sink, &err))
		ok(false, "%s: %s", what, err.text);
	else
		is_str(buf_cstr(&findings), want, what);
	vb_blob_release(&docx);
	vb_blob_release(&out);
	buf_release(&document);
	buf_release(&rels);
	buf_release(&findings);
}

#define CELL(x) "<w:tc>" x "</w:tc>"
#define PARA	"<w:p/>"
#define AT	"word/document.xml "

static void test_structure(void)
{
	told("<w:tbl><w:tr>" CELL(PARA) "</w:tr></w:tbl>" PARA, "", "",
	     "nothing is wrong");
	told("<w:p/><w:tbl><w:tr>" CELL("<w:tcPr/>") "</w:tr></w:tbl>", "",
	     "structure-broken " AT "p1 t0: a cell without a paragraph\n",
	     "a cell without a paragraph");
	told("<w:tbl><w:tr>" CELL(PARA "<w:tbl><w:tr>" CELL(
		     PARA) "</w:tr>"
			   "</w:tbl>") "</w:tr></w:tbl>",
	     "",
	     "structure-broken " AT
	     "p2 t2: a cell does not end with a paragraph\n",
	     "a table at the end of a cell");
	told("<w:tbl><w:tr>" CELL("<w:sdt><w:sdtContent>" PARA "</w:sdtContent>"
				  "</w:sdt>") "</w:tr></w:tbl>",
	     "", "", "a paragraph in a control in a cell");
	told("<w:tbl><w:tr><w:trPr/></w:tr></w:tbl><w:tbl><w:tblPr/></w:tbl>",
	     "",
	     "structure-broken " AT "p0 t0: a row without a cell\n"
	     "structure-broken " AT "p0 t0: a table without a row\n",
	     "a row without cells, a table without rows");
	told("<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>" CELL(
		     PARA) "</w:sdtContent></w:sdt></w:tr></w:sdtContent>"
			   "</w:sdt></w:tbl>",
	     "", "", "rows and cells in controls");
	told("<w:p><w:sdt><w:sdtContent/></w:sdt></w:p>", "",
	     "structure-broken " AT "p1 t0: a control without content\n",
	     "an empty control");
}

static void test_ids(void)
{
	told("<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\"/></wp:inline>"
	     "</w:drawing></w:r></w:p><w:p><w:r><w:drawing><wp:inline>"
	     "<wp:docPr id=\"1\"/></wp:inline></w:drawing></w:r></w:p>",
	     "", "id-twice " AT "p2 t0: the drawing '1' is there 2 times\n",
	     "drawings");
	told("<w:p w14:paraId=\"0A\"><w:bookmarkStart w:id=\"1\" w:name=\"a\"/>"
	     "</w:p><w:p w14:paraId=\"0A\"><w:bookmarkStart w:id=\"1\" "
	     "w:name=\"A\"/></w:p>",
	     "",
	     "id-twice " AT "p2 t0: the bookmark '1' is there 2 times\n"
	     "id-twice " AT "p2 t0: the name of a bookmark 'a' is there 2 "
	     "times\n"
	     "id-twice " AT "p2 t0: the paragraph '0A' is there 2 times\n",
	     "bookmarks, their names in any case, paragraphs");
	told("<w:p><w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>"
	     "<w:r/></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:id w:val=\"5\"/>"
	     "</w:sdtPr><w:sdtContent><w:r/></w:sdtContent></w:sdt></w:p>",
	     "", "id-twice " AT "p1 t0: the control '5' is there 2 times\n",
	     "controls");
	told("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"w14\">"
	     "<wp:docPr id=\"1\"/></mc:Choice><mc:Fallback><wp:docPr id=\"1\"/>"
	     "<w:tbl/></mc:Fallback></mc:AlternateContent></w:r></w:p>",
	     "", "structure-broken " AT "p1 t0: a table without a row\n",
	     "a copy for older editors has the ids of what it copies");
}

static void test_package(void)
{
	told("<w:p><w:hyperlink r:id=\"rId7\"/><w:hyperlink r:id=\"\"/></w:p>",
	     "", "relationship-missing " AT "p1 t0: no relationship 'rId7'\n",
	     "a relationship nobody declares");
	told("<w:p><w:hyperlink r:id=\"rId7\"/></w:p>",
	     "<Relationship Id=\"rId7\" Type=\"x\" Target=\"gone.xml\"/>",
	     "relationship-missing " AT "p0 t0: 'rId7' leads to "
	     "'word/gone.xml', which is not there\n",
	     "one that leads nowhere");
	told("<w:p/>",
	     "<Relationship Id=\"rId7\" Type=\"x\" Target=\"media/a.png\"/>",
	     "type-missing word/media/a.png p0 t0: the part has no content "
	     "type\n",
	     "a part without a content type");
}

int main(void)
{
	char dir[] = "/tmp/vanban-shape-XXXXXX";

	vb_init();
	if (!ok(mkdtemp(dir) != NULL, "a folder"))
		return done_testing();
	snprintf(path, sizeof(path), "%s/x.docx", dir);
	test_structure();
	test_ids();
	test_package();
	unlink(path);
	rmdir(dir);
	return done_testing();
}
