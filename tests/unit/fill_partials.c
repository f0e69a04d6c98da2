/* Partials: other documents in a template, with all they refer to. */
#include "fill_kit.h"
#include "util/file.h"

#include <sys/stat.h>
#include <unistd.h>

#define TYPE                                             \
	"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml."
#define RELS_NS                                                   \
	"xmlns=\"http://schemas.openxmlformats.org/package/2006/" \
	"relationships\""
#define P(words) "<w:p><w:r><w:t>" words "</w:t></w:r></w:p>"
#define STYLED(style, words)                                                  \
	"<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" words \
	"</w:t></w:r></w:p>"
#define LISTED(num, words)                                                \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" num \
	"\"/></w:numPr></w:pPr><w:r><w:t>" words "</w:t></w:r></w:p>"
#define SECT "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>"

/* A document to be: everything but `body` may be NULL. */
struct doc {
	const char *body, *styles, *numbering, *footnotes, *endnotes, *comments;
	const char *header; /* by rIdH */
	const char *link;   /* by rIdL */
	const char *image;  /* its bytes, by rIdI */
	const char *settings;
};

static char folder[64] = "/tmp/vanban-partials-XXXXXX";

static const char *path_of(const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

struct items {
	struct opc_item at[16];
	size_t n;
	struct buf rels, texts[16];
};

static void add(struct items *items, const char *name, const char *type,
		const char *root, const char *inner)
{
	struct buf *text = &items->texts[items->n];
	struct opc_item *item = &items->at[items->n++];

	if (root)
		buf_addf(text,
			 "<w:%s " KIT_W " xmlns:r=\"http://schemas."
			 "openxmlformats.org/officeDocument/2006/"
			 "relationships\" xmlns:wp=\"" TREE_WP_NS
			 "\" xmlns:w14=\"" TREE_W14_NS
			 "\" xmlns:mc=\"" TREE_MC_NS
			 "\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
			 "mc:Ignorable=\"w14\">%s</w:%s>",
			 root, inner, root);
	else
		buf_adds(text, inner);
	*item = (struct opc_item){name, type, text->data, text->size};
}

static void add_part(struct items *items, const char *name, const char *root,
		     const char *id, const char *inner)
{
	char *file, *type;

	if (!inner)
		return;
	file = malloc(64);
	type = malloc(160);
	snprintf(file, 64, "word/%s.xml", name);
	snprintf(type, 160, TYPE "%s+xml", name);
	add(items, file, type, root, inner);
	buf_addf(&items->rels,
		 "<Relationship Id=\"%s\" Type=\"" KIT_REL
		 "%s\" Target=\"%s.xml\"/>",
		 id, name, name);
}

static void release(struct items *items)
{
	size_t i;

	for (i = 0; i < items->n; i++) {
		if (strncmp(items->at[i].name, "word/", 5) == 0 &&
		    items->at[i].type &&
		    strcmp(items->at[i].name, "word/document.xml") != 0 &&
		    strcmp(items->at[i].name, "word/media/image1.png") != 0) {
			free((char *)items->at[i].name);
			free((char *)items->at[i].type);
		}
		buf_release(&items->texts[i]);
	}
	buf_release(&items->rels);
}

/* Writes a document into the folder. */
static void write_doc(const char *name, const struct doc *doc)
{
	struct items items = {0};
	struct vb_blob blob = {0};
	struct vb_error err = {0};
	struct buf body = BUF_INIT;

	buf_addf(&body, "<w:body>%s</w:body>", doc->body);
	add(&items, "word/document.xml", TYPE "document.main+xml", "document",
	    buf_cstr(&body));
	add_part(&items, "styles", "styles", "rIdS", doc->styles);
	add_part(&items, "numbering", "numbering", "rIdN", doc->numbering);
	add_part(&items, "footnotes", "footnotes", "rIdF", doc->footnotes);
	add_part(&items, "endnotes", "endnotes", "rIdE", doc->endnotes);
	add_part(&items, "comments", "comments", "rIdC", doc->comments);
	add_part(&items, "header", "hdr", "rIdH", doc->header);
	add_part(&items, "settings", "settings", "rIdT", doc->settings);
	if (doc->link)
		buf_addf(&items.rels,
			 "<Relationship Id=\"rIdL\" Type=\"" KIT_REL
			 "hyperlink\" Target=\"%s\" TargetMode=\"External\"/>",
			 doc->link);
	if (doc->image) {
		add(&items, "word/media/image1.png", "image/png", NULL,
		    doc->image);
		buf_adds(&items.rels,
			 "<Relationship Id=\"rIdI\" Type=\"" KIT_REL
			 "image\" Target=\"media/image1.png\"/>");
	}
	add(&items, "_rels/.rels", NULL, NULL,
	    "<Relationships " RELS_NS "><Relationship Id=\"rId1\" "
	    "Type=\"" KIT_REL "officeDocument\" "
	    "Target=\"word/document.xml\"/></Relationships>");
	buf_clear(&body);
	buf_addf(&body, "<Relationships " RELS_NS ">%s</Relationships>",
		 buf_cstr(&items.rels));
	add(&items, "word/_rels/document.xml.rels", NULL, NULL,
	    buf_cstr(&body));
	if (opc_build(&blob, items.at, items.n, &err) ||
	    file_write(path_of(name), blob.data, blob.size, &err))
		printf("# %s: %s\n", name, err.text);
	vb_blob_release(&blob);
	buf_release(&body);
	release(&items);
}

static void write_body(const char *name, const char *body)
{
	write_doc(name, &(struct doc){.body = body});
}

/* Opens "t.docx" and fills it plain. */
static int fill(struct kit *k, const char *answers)
{
	struct vb_sink sink = {kit_take, &k->findings};
	struct vb_answers *a = kit_parse(k, answers);
	int rc;

	err_clear(&k->err);
	buf_clear(&k->findings);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	vb_blob_release(&k->out);
	rc = vb_template_open(&k->tpl, path_of("t.docx"), k->form, &sink,
			      &k->err);
	if (rc == VB_OK)
		rc = kit_fill(k, a, true);
	if (rc)
		printf("# %s %s %s %s\n", k->err.file, k->err.part,
		       k->err.where, k->err.text);
	vb_answers_free(a);
	return rc;
}

static void part_is(struct kit *k, const char *name, const char *want,
		    const char *what)
{
	char *part = kit_part(k, name);
	const char *root = part ? strstr(part, "<w:") : NULL;
	char *inner = root ? strchr(root, '>') : NULL;
	char *end = inner ? strrchr(inner, '<') : NULL;

	if (end)
		*end = '\0';
	is_str(inner ? inner + 1 : "(none)", want, what);
	free(part);
}

static void body_is(struct kit *k, const char *want, const char *what)
{
	char *part = kit_part(k, "word/document.xml");

	is_str(kit_body(part), want, what);
	free(part);
}

static void refused(struct kit *k, const char *want, const char *what)
{
	struct vb_sink sink = {kit_take, &k->findings};

	err_clear(&k->err);
	buf_clear(&k->findings);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	is_int(vb_template_open(&k->tpl, path_of("t.docx"), k->form, &sink,
				&k->err),
	       VB_TEMPLATE, what);
	is_str(buf_cstr(&k->findings), want, what);
}

static void test_words(struct kit *k)
{
	write_body("t.docx", P("một") P("{{&gt; a.docx}}") P("hai {{x}}") SECT);
	write_body("a.docx", P("trong {{x}}") P("nữa") SECT);
	is_int(fill(k, "<x>1</x>"), VB_OK, "blocks");
	body_is(k,
		"<w:p><w:r><w:t>một</w:t></w:r></w:p><w:p><w:r><w:t "
		"xml:space=\"preserve\">trong </w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">1</w:t></w:r></w:p><w:p><w:r><w:t>"
		"nữa</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">"
		"hai </w:t></w:r><w:r><w:t xml:space=\"preserve\">1</w:t>"
		"</w:r></w:p><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
		"</w:sectPr>",
		"take the place of the paragraph, with their tags");

	write_body("t.docx", P("một {{&gt; a.docx}}, {{&gt;a.docx}}.") SECT);
	write_body("a.docx", "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r>"
			     "<w:rPr><w:b/></w:rPr><w:t>{{x}}</w:t></w:r>"
			     "</w:p>" SECT);
	is_int(fill(k, "<x>1</x>"), VB_OK, "in words");
	body_is(k,
		"<w:p><w:r><w:t xml:space=\"preserve\">một </w:t></w:r><w:r>"
		"<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">1</w:t>"
		"</w:r><w:r><w:t xml:space=\"preserve\">, </w:t></w:r><w:r>"
		"<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">1</w:t>"
		"</w:r><w:r><w:t xml:space=\"preserve\">.</w:t></w:r></w:p>"
		"<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>",
		"stand the runs of the only paragraph");

	write_body("t.docx",
		   P("{{#r}}") P("{{&gt; a.docx}}") P("{{/r}}") P("{{x}}"));
	write_body("a.docx", P("{{=&lt;% %&gt;=}}") P("&lt;%x%&gt;{{")
				     P("&lt;%&gt; b.docx%&gt;"));
	write_body("b.docx", P("({{x}})"));
	is_int(fill(k, "<r><x>1</x></r><r><x>2</x></r><x>3</x>"), VB_OK,
	       "in a section, with marks of its own");
	body_is(k,
		"<w:p><w:r><w:t xml:space=\"preserve\">1</w:t></w:r><w:r>"
		"<w:t xml:space=\"preserve\">{{</w:t></w:r></w:p><w:p><w:r>"
		"<w:t xml:space=\"preserve\">(</w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">1</w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">)</w:t></w:r></w:p><w:p><w:r><w:t "
		"xml:space=\"preserve\">2</w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">{{</w:t></w:r></w:p><w:p><w:r><w:t "
		"xml:space=\"preserve\">(</w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">2</w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">)</w:t></w:r></w:p><w:p><w:r><w:t "
		"xml:space=\"preserve\">3</w:t></w:r></w:p>",
		"the partial sees the item; marks end with it");

	write_body("t.docx",
		   "<w:tbl><w:tr><w:tc>" P(
			   "{{&gt; a.docx}}") "</w:tc></w:tr>"
					      "</w:tbl>" P("{{&gt; a.docx}}")
						      SECT);
	write_body("a.docx",
		   "<w:tbl><w:tr><w:tc>" P("ô") "</w:tc></w:tr></w:tbl>" SECT);
	k->is_broken = true; /* tables without properties, to be short */
	is_int(fill(k, ""), VB_OK, "a table");
	k->is_broken = false;
	body_is(k,
		"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t>"
		"</w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr>"
		"</w:tbl><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t>"
		"</w:r></w:p></w:tc></w:tr></w:tbl><w:p/><w:sectPr><w:pgSz "
		"w:w=\"11906\" w:h=\"16838\"/></w:sectPr>",
		"keeps apart from others, and a cell ends with a line");
}

static void test_styles(struct kit *k)
{
	write_doc(
		"t.docx",
		&(struct doc){
			.body = STYLED("A", "chính") P("{{&gt; a.docx}}")
				P("{{&gt; a.docx}}") SECT,
			.styles =
				"<w:style w:type=\"paragraph\" w:styleId=\"A\">"
				"<w:name w:val=\"heading 1\"/></w:style>"
				"<w:style w:type=\"paragraph\" w:styleId=\"B\">"
				"<w:name w:val=\"Khác\"/></w:style>"});
	write_doc("a.docx",
		  &(struct doc){
			  .body = STYLED("Muc", "mục") STYLED("B", "của nó")
				  STYLED("Z", "không có") SECT,
			  .styles = "<w:style w:type=\"paragraph\" "
				    "w:styleId=\"Muc\"><w:name "
				    "w:val=\"Heading 1\"/></w:style>"
				    "<w:style w:type=\"paragraph\" "
				    "w:default=\"1\" w:styleId=\"C\"><w:name "
				    "w:val=\"Gốc\"/></w:style>"
				    "<w:style w:type=\"paragraph\" "
				    "w:styleId=\"B\"><w:name w:val=\"Riêng\"/>"
				    "<w:basedOn w:val=\"C\"/><w:next "
				    "w:val=\"B\"/><w:link w:val=\"D\"/>"
				    "</w:style>"});
	is_int(fill(k, ""), VB_OK, "styles");
	body_is(k,
		"<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>"
		"chính</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"A\"/>"
		"</w:pPr><w:r><w:t>mục</w:t></w:r></w:p><w:p><w:pPr>"
		"<w:pStyle w:val=\"B2\"/></w:pPr><w:r><w:t>của nó</w:t></w:r>"
		"</w:p><w:p><w:pPr/><w:r><w:t>không có</w:t></w:r></w:p><w:p>"
		"<w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>mục</w:t>"
		"</w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"B2\"/></w:pPr>"
		"<w:r><w:t>của nó</w:t></w:r></w:p><w:p><w:pPr/><w:r><w:t>"
		"không có</w:t></w:r></w:p><w:sectPr><w:pgSz w:w=\"11906\" "
		"w:h=\"16838\"/></w:sectPr>",
		"are told by name");
	part_is(k, "word/styles.xml",
		"<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name "
		"w:val=\"heading 1\"/></w:style><w:style "
		"w:type=\"paragraph\" w:styleId=\"B\"><w:name "
		"w:val=\"Khác\"/></w:style><w:style w:type=\"paragraph\" "
		"w:styleId=\"B2\"><w:name w:val=\"Riêng\"/><w:basedOn "
		"w:val=\"C\"/><w:next w:val=\"B2\"/></w:style><w:style "
		"w:type=\"paragraph\" w:styleId=\"C\"><w:name w:val=\"Gốc\"/>"
		"</w:style>",
		"others are copied, once");
}

#define ABSTRACT(id, nsid)                                                \
	"<w:abstractNum w:abstractNumId=\"" id "\"><w:nsid w:val=\"" nsid \
	"\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:pStyle "        \
	"w:val=\"L\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
#define NUM(id, abstract)                                              \
	"<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" abstract \
	"\"/></w:num>"

static void test_lists(struct kit *k)
{
	write_doc("t.docx",
		  &(struct doc){.body = LISTED("1", "một") P("{{&gt; a.docx}}")
					P("{{&gt; a.docx}}") SECT,
				.numbering = ABSTRACT("0", "11111111")
					NUM("1", "0")});
	write_doc("a.docx",
		  &(struct doc){.body = LISTED("7", "hai") LISTED("8", "ba")
					LISTED("9", "thiếu") LISTED("0", "thôi")
						STYLED("L", "mục") SECT,
				.styles = "<w:style w:type=\"paragraph\" "
					  "w:styleId=\"L\"><w:name "
					  "w:val=\"Danh\"/><w:pPr><w:numPr>"
					  "<w:numId w:val=\"3\"/></w:numPr>"
					  "</w:pPr></w:style>",
				.numbering = ABSTRACT("4", "22222222")
					ABSTRACT("5", "33333333") NUM("3", "5")
						NUM("7", "4") NUM("8", "4")});
	is_int(fill(k, ""), VB_OK, "lists");
	body_is(k,
		"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
		"w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>một</w:t></w:r>"
		"</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
		"w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>hai</w:t></w:r>"
		"</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
		"w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>ba</w:t></w:r>"
		"</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
		"w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>thiếu</w:t></w:r>"
		"</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
		"w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>thôi</w:t></w:r>"
		"</w:p><w:p><w:pPr><w:pStyle w:val=\"L\"/></w:pPr><w:r><w:t>"
		"mục</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl "
		"w:val=\"0\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr><w:r>"
		"<w:t>hai</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl "
		"w:val=\"0\"/><w:numId w:val=\"6\"/></w:numPr></w:pPr><w:r>"
		"<w:t>ba</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl "
		"w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r>"
		"<w:t>thiếu</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl "
		"w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r>"
		"<w:t>thôi</w:t></w:r></w:p><w:p><w:pPr><w:pStyle "
		"w:val=\"L\"/></w:pPr><w:r><w:t>mục</w:t></w:r></w:p>"
		"<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>",
		"each copy has lists of its own, styles have one");
	part_is(k, "word/numbering.xml",
		"<w:abstractNum w:abstractNumId=\"0\"><w:nsid "
		"w:val=\"11111111\"/><w:lvl w:ilvl=\"0\"><w:start "
		"w:val=\"1\"/><w:pStyle w:val=\"L\"/><w:lvlText "
		"w:val=\"%1.\"/></w:lvl></w:abstractNum><w:abstractNum "
		"w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start "
		"w:val=\"1\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
		"</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:lvl "
		"w:ilvl=\"0\"><w:start w:val=\"1\"/><w:pStyle w:val=\"L\"/>"
		"<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
		"<w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\">"
		"<w:start w:val=\"1\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
		"</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
		"w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId "
		"w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId "
		"w:val=\"1\"/></w:num><w:num w:numId=\"4\"><w:abstractNumId "
		"w:val=\"2\"/></w:num><w:num w:numId=\"5\"><w:abstractNumId "
		"w:val=\"3\"/></w:num><w:num w:numId=\"6\"><w:abstractNumId "
		"w:val=\"3\"/></w:num>",
		"with definitions of their own");
	write_body("t.docx", P("{{&gt; a.docx}}"));
	is_int(fill(k, ""), VB_OK, "without a list in the template");
	part_is(k, "word/numbering.xml",
		"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
		"<w:start w:val=\"1\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
		"</w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:lvl "
		"w:ilvl=\"0\"><w:start w:val=\"1\"/><w:pStyle w:val=\"L\"/>"
		"<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num "
		"w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num "
		"w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num><w:num "
		"w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>",
		"there is a new part");
}

#define NOTE_REF(kind, id) "<w:r><w:" kind "Reference w:id=\"" id "\"/></w:r>"

static void test_notes(struct kit *k)
{
	write_doc(
		"t.docx",
		&(struct doc){
			.body = "<w:p>" NOTE_REF("footnote", "1") "</w:p>" P(
				"{{#r}}") P("{{&gt; a.docx}}") P("{{/r}}")
				P("{{&gt; a.docx}}") SECT,
			.footnotes = "<w:footnote w:id=\"1\">" P(
				"cũ") "</w:footnote>",
			.settings = "<w:zoom w:percent=\"100\"/><w:compat/>"});
	write_doc(
		"a.docx",
		&(struct
		  doc){.body = "<w:p><w:commentRangeStart w:id=\"0\"/>" NOTE_REF(
			       "footnote", "1") NOTE_REF("endnote", "2")
			       NOTE_REF("footnote", "9") "<w:commentRangeEnd w:id=\"0\"/>" NOTE_REF(
				       "comment", "0") "</w:p>" SECT,
		       .footnotes = "<w:footnote w:id=\"1\">" P(
			       "chú {{x}}") "</w:footnote>",
		       .endnotes =
			       "<w:endnote w:type=\"separator\" "
			       "w:id=\"-1\"><w:p/></w:endnote>"
			       "<w:endnote w:id=\"2\">" P(
				       "cuối {{&gt; b.docx}}") "</w:endnote>",
		       .comments = "<w:comment w:id=\"0\" w:author=\"A\">" P(
			       "lời") "</w:comment>"});
	write_body("b.docx", P("[{{x}}]"));
	is_int(fill(k, "<r><x>1</x></r><r><x>2</x></r><x>3</x>"), VB_OK,
	       "notes");
	body_is(k,
		"<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p><w:p>"
		"<w:commentRangeStart w:id=\"32770\"/><w:r><w:footnoteReference "
		"w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"1\"/>"
		"</w:r><w:r/><w:commentRangeEnd w:id=\"32770\"/><w:r>"
		"<w:commentReference w:id=\"32770\"/></w:r></w:p><w:p>"
		"<w:commentRangeStart w:id=\"32771\"/><w:r><w:footnoteReference "
		"w:id=\"3\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/>"
		"</w:r><w:r/><w:commentRangeEnd w:id=\"32771\"/><w:r>"
		"<w:commentReference w:id=\"32771\"/></w:r></w:p><w:p>"
		"<w:commentRangeStart w:id=\"32772\"/><w:r><w:footnoteReference "
		"w:id=\"4\"/></w:r><w:r><w:endnoteReference w:id=\"3\"/>"
		"</w:r><w:r/><w:commentRangeEnd w:id=\"32772\"/><w:r>"
		"<w:commentReference w:id=\"32772\"/></w:r></w:p><w:sectPr>"
		"<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>",
		"are called by numbers of their own");
	part_is(k, "word/footnotes.xml",
		"<w:footnote w:id=\"1\"><w:p><w:r><w:t>cũ</w:t></w:r></w:p>"
		"</w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t "
		"xml:space=\"preserve\">chú </w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">1</w:t></w:r></w:p></w:footnote>"
		"<w:footnote w:id=\"3\"><w:p><w:r><w:t "
		"xml:space=\"preserve\">chú </w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">2</w:t></w:r></w:p></w:footnote>"
		"<w:footnote w:id=\"4\"><w:p><w:r><w:t "
		"xml:space=\"preserve\">chú </w:t></w:r><w:r><w:t "
		"xml:space=\"preserve\">3</w:t></w:r></w:p></w:footnote>",
		"footnotes");
	part_is(k, "word/endnotes.xml",
		"<w:endnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r>"
		"<w:separator/></w:r></w:p></w:endnote><w:endnote "
		"w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>"
		"<w:continuationSeparator/></w:r></w:p></w:endnote>"
		"<w:endnote w:id=\"1\"><w:p><w:r><w:t xml:space=\"preserve\">"
		"cuối </w:t></w:r><w:r><w:t xml:space=\"preserve\">[</w:t>"
		"</w:r><w:r><w:t xml:space=\"preserve\">1</w:t></w:r><w:r>"
		"<w:t xml:space=\"preserve\">]</w:t></w:r></w:p></w:endnote>"
		"<w:endnote w:id=\"2\"><w:p><w:r><w:t xml:space=\"preserve\">"
		"cuối </w:t></w:r><w:r><w:t xml:space=\"preserve\">[</w:t>"
		"</w:r><w:r><w:t xml:space=\"preserve\">2</w:t></w:r><w:r>"
		"<w:t xml:space=\"preserve\">]</w:t></w:r></w:p></w:endnote>"
		"<w:endnote w:id=\"3\"><w:p><w:r><w:t xml:space=\"preserve\">"
		"cuối </w:t></w:r><w:r><w:t xml:space=\"preserve\">[</w:t>"
		"</w:r><w:r><w:t xml:space=\"preserve\">3</w:t></w:r><w:r>"
		"<w:t xml:space=\"preserve\">]</w:t></w:r></w:p></w:endnote>",
		"endnotes, in a new part");
	part_is(k, "word/comments.xml",
		"<w:comment w:id=\"32770\" w:author=\"A\"><w:p><w:r><w:t>"
		"lời</w:t></w:r></w:p></w:comment><w:comment w:id=\"32771\" "
		"w:author=\"A\"><w:p><w:r><w:t>lời</w:t></w:r></w:p>"
		"</w:comment><w:comment w:id=\"32772\" w:author=\"A\"><w:p><w:r>"
		"<w:t>lời</w:t></w:r></w:p></w:comment>",
		"comments");
	part_is(k, "word/settings.xml",
		"<w:zoom w:percent=\"100\"/><w:endnotePr><w:endnote "
		"w:id=\"-1\"/><w:endnote w:id=\"0\"/></w:endnotePr>"
		"<w:compat/>",
		"the lines of new notes");
}

#define MARK(id, name, words)                                             \
	"<w:p><w:bookmarkStart w:id=\"" id "\" w:name=\"" name "\"/>"     \
	"<w:r><w:t>" words "</w:t></w:r><w:bookmarkEnd w:id=\"" id "\"/>" \
	"</w:p>"
#define DRAWING                                                              \
	"<w:r><w:drawing><wp:inline><wp:docPr id=\"5\" name=\"h\"/><a:blip " \
	"xmlns:a=\"urn:a\" r:embed=\"rIdI\"/></wp:inline></w:drawing></w:r>"

static void test_ids(struct kit *k)
{
	char *part;

	write_body("t.docx", MARK("0", "Dich", "x") P("{{&gt; a.docx}}")
				     P("{{&gt; a.docx}}") SECT);
	write_doc(
		"a.docx",
		&(struct
		  doc){.body = MARK(
			       "0", "dich",
			       "y") "<w:p w14:paraId=\"12345678\"><w:hyperlink "
				    "w:anchor=\"dich\"/><w:hyperlink "
				    "r:id=\"rIdL\"/><w:fldSimple w:instr=\" REF "
				    "dich \\h \"/>" DRAWING DRAWING "</w:p>"
				    "<w:sdt><w:sdtPr><w:id w:val=\"9\"/><w:tag "
				    "w:val=\"la\"/><w:dataBinding w:xpath=\"/a\" "
				    "w:storeItemID=\"{1}\"/></w:sdtPr>"
				    "<w:sdtContent><w:p/></w:sdtContent></w:sdt>" SECT,
		       .link = "http://vi.du/?a=1&amp;b=2",
		       .image = "PNG"});
	k->is_broken = true; /* pictures without a size, to be short */
	is_int(fill(k, ""), VB_OK, "ids");
	k->is_broken = false;
	body_is(k,
		"<w:p><w:bookmarkStart w:id=\"0\" w:name=\"Dich\"/><w:r><w:t>"
		"x</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p><w:p>"
		"<w:bookmarkStart w:id=\"1\" w:name=\"dich_2\"/><w:r><w:t>"
		"y</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p><w:p>"
		"<w:hyperlink w:anchor=\"dich_2\"/><w:hyperlink "
		"r:id=\"rId1\"/><w:fldSimple w:instr=\" REF dich_2 \\h \"/>"
		"<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"h\"/>"
		"<a:blip r:embed=\"rId2\"/></wp:inline></w:drawing></w:r>"
		"<w:r><w:drawing><wp:inline><wp:docPr id=\"2\" name=\"h\"/>"
		"<a:blip r:embed=\"rId2\"/></wp:inline></w:drawing></w:r>"
		"</w:p><w:p><w:r><w:t xml:space=\"preserve\">……………………</w:t>"
		"</w:r></w:p><w:p><w:bookmarkStart w:id=\"2\" "
		"w:name=\"dich_3\"/><w:r><w:t>y</w:t></w:r><w:bookmarkEnd "
		"w:id=\"2\"/></w:p><w:p><w:hyperlink w:anchor=\"dich_3\"/>"
		"<w:hyperlink r:id=\"rId1\"/><w:fldSimple w:instr=\" REF "
		"dich_3 \\h \"/><w:r><w:drawing><wp:inline><wp:docPr "
		"id=\"3\" name=\"h\"/><a:blip r:embed=\"rId2\"/></wp:inline>"
		"</w:drawing></w:r><w:r><w:drawing><wp:inline><wp:docPr "
		"id=\"4\" name=\"h\"/><a:blip r:embed=\"rId2\"/></wp:inline>"
		"</w:drawing></w:r></w:p><w:p><w:r><w:t "
		"xml:space=\"preserve\">……………………</w:t></w:r></w:p><w:sectPr>"
		"<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>",
		"numbers and names stand once");
	part = kit_part(k, "word/_rels/document.xml.rels");
	is_str(part,
	       "<?xml version=\"1.0\" encoding=\"UTF-8\" "
	       "standalone=\"yes\"?>\n"
	       "<Relationships xmlns=\"http://schemas.openxmlformats.org/pac"
	       "kage/2006/relationships\"><Relationship Id=\"rId1\" "
	       "Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
	       "/relationships/hyperlink\" "
	       "Target=\"http://vi.du/?a=1&amp;b=2\" "
	       "TargetMode=\"External\"/><Relationship Id=\"rId2\" "
	       "Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
	       "/relationships/image\" Target=\"media/image-p1.png\"/>"
	       "</Relationships>",
	       "a picture and a link are related once");
	free(part);
	part = kit_part(k, "word/media/image-p1.png");
	is_str(part, "PNG", "the picture is there");
	free(part);
}

static void test_header(struct kit *k)
{
	write_doc("t.docx", &(struct doc){.body = P("thân") SECT,
					  .header = P("{{&gt; a.docx}}")});
	write_doc("a.docx", &(struct doc){.body = "<w:p>" DRAWING
						  "</w:p>" P("{{x}}") SECT,
					  .image = "PNG"});
	k->is_broken = true;
	is_int(fill(k, "<x>1</x>"), VB_OK, "in a header");
	k->is_broken = false;
	part_is(k, "word/header.xml",
		"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" "
		"name=\"h\"/><a:blip r:embed=\"rId1\"/></wp:inline>"
		"</w:drawing></w:r></w:p><w:p><w:r><w:t "
		"xml:space=\"preserve\">1</w:t></w:r></w:p>",
		"blocks");
}

static void refused_as(struct kit *k, const char *body, const char *want,
		       const char *what)
{
	write_body("t.docx", body);
	refused(k, want, what);
}

static void test_refused(struct kit *k)
{
	char link[256];
	int i;

	refused_as(
		k,
		P("{{&gt; thieu.docx}}") P("{{&gt;../a.docx}}")
			P("{{&gt; /etc/passwd}}") P("{{&gt; a/../../b.docx}}")
				P("{{&gt; c:\\a.docx}}") P("{{&gt;}}")
					P("{{&gt; t.docx}}") P("{{&gt; .}}")
						P("{{&gt; a|b}}"),
		"bad-partial/2  p1: '{{> thieu.docx}}': 'thieu.docx': No "
		"such file or directory\n"
		"bad-partial/2  p2: '{{> ../a.docx}}': '../a.docx' is no "
		"name of a file in the folder of the template\n"
		"bad-partial/2  p3: '{{> /etc/passwd}}': '/etc/passwd' is no "
		"name of a file in the folder of the template\n"
		"bad-partial/2  p4: '{{> a/../../b.docx}}': 'a/../../b.docx' "
		"is no name of a file in the folder of the template\n"
		"bad-partial/2  p5: '{{> c:\\a.docx}}': 'c:\\a.docx' is no "
		"name of a file in the folder of the template\n"
		"bad-partial/2  p6: '{{> }}': '' is no name of a file in the "
		"folder of the template\n"
		"bad-partial/2  p7: '{{> t.docx}}': 't.docx' is the template "
		"itself\n"
		"bad-partial/2  p8: '{{> .}}': '.' is no name of a file in "
		"the folder of the template\n"
		"bad-partial/2  p9: '{{> a|b}}': 'a|b' is no name of a file\n",
		"files that are not there, or not to be read");
	snprintf(link, sizeof(link), "%s/ra.docx", folder);
	if (symlink("/etc/hostname", link))
		ok(false, "a link");
	snprintf(link, sizeof(link), "%s/trong", folder);
	mkdir(link, 0777);
	refused_as(k, P("{{&gt; ra.docx}}") P("{{&gt; trong}}"),
		   "bad-partial/2  p1: '{{> ra.docx}}': 'ra.docx' leads out of "
		   "the folder of the template\n"
		   "bad-partial/2  p2: '{{> trong}}': 'trong' is no file\n",
		   "a link that leads out, a folder");
	file_write(path_of("hong.docx"), "PK", 2, NULL);
	refused_as(
		k, P("{{&gt; hong.docx}}") P("a {{&gt; hong.docx}}"),
		"bad-partial/2  p1: '{{> hong.docx}}': not a .docx: the file "
		"is no zip\n"
		"bad-partial/2  p2: '{{> hong.docx}}' cannot be read\n",
		"a broken file");
	write_body("a.docx", P("{{&gt; b.docx}}"));
	write_body("b.docx", P("b") P("{{&gt; c.docx}}"));
	write_body("c.docx", P("c {{&gt; a.docx}}"));
	refused_as(k, P("{{&gt; a.docx}}"),
		   "bad-partial/2  p1: '{{> a.docx}}' calls itself: a.docx > "
		   "b.docx > c.docx > a.docx\n",
		   "partials that call themselves");
	write_body("b.docx", P("b") P("c"));
	refused_as(k, P("x {{&gt; b.docx}}"),
		   "bad-partial/2  p1: '{{> b.docx}}' has more than one "
		   "paragraph: its tag must stand alone in a paragraph\n",
		   "many paragraphs in words");
	write_body("b.docx", P("b") P("{{#x}} {{a b}}"));
	refused_as(k, P("x") P("{{&gt; b.docx}}") P("{{y"),
		   "bad-tag/2  p2: '{{a b}}' is no tag\n"
		   "bad-tag/2  p3: '{{y': '{{' without '}}' in its paragraph\n"
		   "unclosed-section/2 x p2: '{{#x}}' has no end\n",
		   "places in a partial are told by its file");
	is_str(strrchr(k->err.file, '/'), "/b.docx", "so is the error");
	for (i = 0; i < 10; i++) {
		char name[32], body[128];

		snprintf(name, sizeof(name), "d%d.docx", i);
		snprintf(body, sizeof(body), P("{{&gt; d%d.docx}}"), i + 1);
		write_body(name, body);
	}
	refused_as(k, P("{{&gt; d0.docx}}"),
		   "bad-partial/2  p1: '{{> d8.docx}}' is more than 8 partials "
		   "deep\n",
		   "too deep");
	write_body("b.docx", P("{{&gt; c.docx}}") P("{{&gt; c.docx}}")
				     P("{{&gt; c.docx}}") P("{{&gt; c.docx}}")
					     P("{{&gt; c.docx}}"));
	write_body("c.docx", P("{{&gt; d.docx}}") P("{{&gt; d.docx}}")
				     P("{{&gt; d.docx}}") P("{{&gt; d.docx}}")
					     P("{{&gt; d.docx}}"));
	write_body("d.docx", P("{{&gt; e.docx}}") P("{{&gt; e.docx}}")
				     P("{{&gt; e.docx}}"));
	write_body("e.docx", P("e"));
	write_body("t.docx", P("{{&gt; b.docx}}"));
	err_clear(&k->err);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	is_int(vb_template_open(&k->tpl, path_of("t.docx"), NULL, NULL,
				&k->err),
	       VB_TEMPLATE, "too many");
	is_str(k->err.text, "'{{> e.docx}}' is one of more than 100 partials",
	       "too many");
	write_doc(
		"b.docx",
		&(struct doc){
			.body = "<w:p>" NOTE_REF("footnote", "1") "</w:p>",
			.footnotes =
				"<w:footnote w:id=\"1\"><w:p/></w:footnote>"});
	write_doc("t.docx", &(struct doc){.body = P("x"),
					  .header = P("{{&gt; b.docx}}")});
	refused(k,
		"bad-partial/2  p1: '{{> b.docx}}' has a footnote or an "
		"endnote: its tag must stand in the page, not in a header or "
		"a note\n",
		"a footnote in a header");
	is_int(kit_open(k, P("{{&gt; e.docx}}")), VB_TEMPLATE, "from memory");
	is_str(k->err.text,
	       "'{{> e.docx}}': a template from memory has no folder to "
	       "look in",
	       "there is no folder");
}

#define BREAK(refs, width)                                                    \
	"<w:p><w:pPr><w:sectPr>" refs "<w:pgSz w:w=\"" width "\" w:h=\"9\"/>" \
	"</w:sectPr></w:pPr></w:p>"
#define HEAD_REF "<w:headerReference w:type=\"default\" r:id=\"rIdH\"/>"

static void test_sections(struct kit *k)
{
	write_doc("t.docx", &(struct doc){.body = P("một") P("{{#x}}") P(
						  "{{&gt; a.docx}}") P("{{/x}}")
						  P("hai") SECT});
	write_doc("a.docx",
		  &(struct doc){.body = P("ngang")
					BREAK(HEAD_REF, "20000") "<w:p/>" SECT,
				.header = P("đầu {{x}}")});
	is_int(fill(k, "<x>1</x>"), VB_OK, "sections");
	body_is(k,
		"<w:p><w:r><w:t>một</w:t></w:r></w:p><w:p><w:pPr><w:spacing "
		"w:before=\"0\" w:after=\"0\" w:line=\"20\" "
		"w:lineRule=\"exact\"/><w:sectPr><w:headerReference "
		"w:type=\"default\" r:id=\"rId1\"/><w:pgSz w:w=\"11906\" "
		"w:h=\"16838\"/></w:sectPr></w:pPr></w:p><w:p><w:r><w:t>"
		"ngang</w:t></w:r></w:p><w:p><w:pPr><w:sectPr>"
		"<w:headerReference w:type=\"default\" r:id=\"rId2\"/>"
		"<w:pgSz w:w=\"20000\" w:h=\"9\"/></w:sectPr></w:pPr></w:p>"
		"<w:p><w:r><w:t>hai</w:t></w:r></w:p><w:sectPr>"
		"<w:headerReference w:type=\"default\" r:id=\"rId1\"/>"
		"<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>",
		"keep their paper, and those around them theirs");
	part_is(k, "word/header.xml", "<w:p/>", "with their header");
	part_is(k, "word/header1.xml",
		"<w:p><w:r><w:t xml:space=\"preserve\">đầu </w:t></w:r><w:r>"
		"<w:t xml:space=\"preserve\">1</w:t></w:r></w:p>",
		"which ends with it");
	is_int(fill(k, ""), VB_OK, "without the answer");
	body_is(k,
		"<w:p><w:r><w:t>một</w:t></w:r></w:p><w:p><w:r><w:t>hai</w:t>"
		"</w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" "
		"r:id=\"rId1\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
		"</w:sectPr>",
		"there is one section");
	write_body("t.docx",
		   "<w:tbl><w:tr><w:tc>" P(
			   "{{&gt; a.docx}}") "</w:tc></w:tr></w:tbl>" SECT);
	refused(k,
		"bad-partial/2  p1 t1r1c1: '{{> a.docx}}' has sections of "
		"pages: its tag must stand in the page, not in a table, a "
		"box, a header or a note\n",
		"sections in a cell");
}

static void test_digest(struct kit *k)
{
	struct vb_sink sink = {kit_take, &k->findings};
	struct vb_made_of of = {NULL, NULL};
	struct vb_answers *a = kit_parse(k, "<x>1</x>");
	char tpl[256], out[256];

	snprintf(tpl, sizeof(tpl), "%s/t.docx", folder);
	snprintf(out, sizeof(out), "%s/out.docx", folder);
	of.template_path = tpl;
	write_body("t.docx", P("{{&gt; a.docx}}{{&gt; b.docx}}"));
	write_body("a.docx", P("{{x}}"));
	write_body("b.docx", P("b"));
	is_int(fill(k, ""), VB_OK, "opens");
	is_int(kit_fill(k, a, false), VB_OK, "fills");
	file_write(out, k->out.data, k->out.size, NULL);
	buf_clear(&k->findings);
	is_int(vb_verify(out, NULL, &of, &sink, NULL), VB_OK, "verifies");
	is_str(buf_cstr(&k->findings), "", "the same template");
	write_body("b.docx", P("c"));
	is_int(vb_verify(out, NULL, &of, &sink, NULL), VB_OK, "verifies");
	ok(strncmp(buf_cstr(&k->findings), "template-changed/1", 18) == 0,
	   "another partial is another template");
	unlink(path_of("b.docx"));
	buf_clear(&k->findings);
	is_int(vb_verify(out, NULL, &of, &sink, NULL), VB_OK, "verifies");
	ok(strncmp(buf_cstr(&k->findings), "template-changed/1", 18) == 0,
	   "so is a missing one");
	vb_answers_free(a);
}

/* Removes the folder with its files. */
static void clean(void)
{
	char command[128];

	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	if (system(command))
		printf("# %s stays\n", folder);
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	if (!mkdtemp(folder))
		return 1;
	test_words(&k);
	test_styles(&k);
	test_lists(&k);
	test_notes(&k);
	test_ids(&k);
	test_header(&k);
	test_sections(&k);
	test_digest(&k);
	test_refused(&k);
	clean();
	kit_release(&k);
	return done_testing();
}
