/* Every place a tag may stand, and everything Word may put into it. */
#include "fill_kit.h"

#define P(x)  "<w:p>" x "</w:p>"
#define R(x)  "<w:r>" x "</w:r>"
#define T(x)  "<w:r><w:t>" x "</w:t></w:r>"
#define V(x)  "<w:r><w:t xml:space=\"preserve\">" x "</w:t></w:r>"
#define TAGS  "a{{x}} {{#l}}{{.}}{{^-last}}, {{/-last}}{{/l}}"
#define WORDS "a1 p, q"

#define WML                                                               \
	"application/vnd.openxmlformats-officedocument.wordprocessingml." \
	"%s+xml"
#define CORE_REL                                                        \
	"http://schemas.openxmlformats.org/package/2006/relationships/" \
	"metadata/core-properties"

/* The parts beside the body: name, root or whole, content type. */
static const struct {
	const char *path, *rel, *type, *open, *close;
} PARTS[] = {
	{"word/header9.xml", KIT_REL "header", "header", "<w:hdr " KIT_W ">",
	 "</w:hdr>"},
	{"word/f.xml", KIT_REL "footer", "footer", "<w:ftr " KIT_W ">",
	 "</w:ftr>"},
	{"word/footnotes.xml", KIT_REL "footnotes", "footnotes",
	 "<w:footnotes " KIT_W "><w:footnote w:id=\"2\">",
	 "</w:footnote></w:footnotes>"},
	{"word/endnotes.xml", KIT_REL "endnotes", "endnotes",
	 "<w:endnotes " KIT_W "><w:endnote w:id=\"2\">",
	 "</w:endnote></w:endnotes>"},
	{"word/comments.xml", KIT_REL "comments", "comments",
	 "<w:comments " KIT_W "><w:comment w:id=\"0\" w:author=\"A\">",
	 "</w:comment></w:comments>"},
};
enum {
	N_PARTS = sizeof(PARTS) / sizeof(PARTS[0])
};

static const char CORE[] =
	"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/"
	"package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/"
	"dc/elements/1.1/\"><dc:title>" TAGS "</dc:title>"
	"<dc:creator>{{amp}}{{none}}{{! c }}</dc:creator>"
	"<cp:keywords>{{#no}}k{{^}}{{x.th}}{{/no}}</cp:keywords>"
	"</cp:coreProperties>";
static const char APP[] =
	"<Properties xmlns=\"http://schemas.openxmlformats.org/"
	"officeDocument/2006/extended-properties\"><Company>{{x}}</Company>"
	"</Properties>";
static const char CUSTOM[] =
	"<Properties xmlns=\"http://schemas.openxmlformats.org/"
	"officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas."
	"openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property "
	"fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" "
	"name=\"Number\"><vt:lpwstr>{{x}}-{{amp}}</vt:lpwstr></property>"
	"</Properties>";

struct package {
	struct buf types, rels, doc_rels;
	struct buf parts[N_PARTS];
	struct opc_item items[N_PARTS + 8];
	size_t n;
};

static void add(struct package *p, const char *path, const char *xml)
{
	struct opc_item item = {path, NULL, xml, strlen(xml)};

	p->items[p->n++] = item;
}

static void add_parts(struct package *p, const char *inner)
{
	size_t i;

	for (i = 0; i < N_PARTS; i++) {
		buf_addf(&p->types,
			 "<Override PartName=\"/%s\" ContentType=\"" WML "\"/>",
			 PARTS[i].path, PARTS[i].type);
		buf_addf(&p->doc_rels,
			 "<Relationship Id=\"r%zu\" Type=\"%s\" "
			 "Target=\"/%s\"/>",
			 i, PARTS[i].rel, PARTS[i].path);
		buf_addf(&p->parts[i],
			 "%s<w:p><w:r><w:t>%s</w:t></w:r></w:p>%s",
			 PARTS[i].open, inner, PARTS[i].close);
		add(p, PARTS[i].path, buf_cstr(&p->parts[i]));
	}
}

static void add_rel(struct package *p, const char *id, const char *type,
		    const char *target)
{
	buf_addf(&p->rels,
		 "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>", id,
		 type, target);
}

#define RELS                                                                \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/" \
	"2006/relationships\">"

static void open_package(struct kit *k, const char *inner, const char *core)
{
	static const char DOCUMENT[] = "<w:document " KIT_W
				       "><w:body><w:p/></w:body></w:document>";
	struct package p = {0};
	struct vb_sink sink = {kit_take, &k->findings};
	struct vb_blob blob = {0};
	struct opc *opc = NULL;
	size_t i;

	buf_addf(&p.types,
		 "<Types xmlns=\"http://schemas.openxmlformats.org/package/"
		 "2006/content-types\"><Default Extension=\"rels\" "
		 "ContentType=\"application/vnd.openxmlformats-package."
		 "relationships+xml\"/><Default Extension=\"xml\" "
		 "ContentType=\"application/xml\"/><Override "
		 "PartName=\"/word/document.xml\" ContentType=\"" WML "\"/>",
		 "document.main");
	buf_adds(&p.rels, RELS);
	buf_adds(&p.doc_rels, RELS);
	add_parts(&p, inner);
	add_rel(&p, "r1", KIT_REL "officeDocument", "word/document.xml");
	add_rel(&p, "r2", CORE_REL, "docProps/core.xml");
	add_rel(&p, "r3", KIT_REL "extended-properties", "docProps/app.xml");
	add_rel(&p, "r4", KIT_REL "custom-properties", "docProps/custom.xml");
	buf_adds(
		&p.types,
		"<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/><Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/></Types>");
	buf_adds(&p.rels, "</Relationships>");
	buf_adds(&p.doc_rels, "</Relationships>");
	add(&p, "[Content_Types].xml", buf_cstr(&p.types));
	add(&p, "_rels/.rels", buf_cstr(&p.rels));
	add(&p, "word/document.xml", DOCUMENT);
	add(&p, "word/_rels/document.xml.rels", buf_cstr(&p.doc_rels));
	add(&p, "docProps/core.xml", core);
	add(&p, "docProps/app.xml", APP);
	add(&p, "docProps/custom.xml", CUSTOM);
	err_clear(&k->err);
	if (opc_build(&blob, p.items, p.n, &k->err) == VB_OK &&
	    opc_open_blob(&opc, &blob, "t.docx", &k->err) == VB_OK)
		template_compile(&k->tpl, opc, "t.docx", k->form, &sink,
				 &k->err);
	vb_blob_release(&blob);
	opc_free(opc);
	buf_release(&p.types);
	buf_release(&p.rels);
	buf_release(&p.doc_rels);
	for (i = 0; i < N_PARTS; i++)
		buf_release(&p.parts[i]);
}

static void has(struct kit *k, const char *name, const char *words,
		const char *what)
{
	char *part = kit_part(k, name);

	if (!ok(part && strstr(part, words), "%s", what))
		printf("# %s\n", part ? part : "no part");
	free(part);
}

static void test_parts(struct kit *k, const struct vb_answers *a)
{
	size_t i;

	open_package(k, TAGS, CORE);
	is_str(k->err.text, "", "opens");
	if (!k->tpl)
		return;
	is_int(kit_fill(k, a, true), VB_OK, "fills");
	for (i = 0; i < N_PARTS; i++)
		has(k, PARTS[i].path,
		    V("a") V("1") V(" ") V("p") V(", ") V("q"), PARTS[i].type);
	has(k, "docProps/core.xml", "<dc:title>" WORDS "</dc:title>",
	    "the title, its list in it");
	has(k, "docProps/core.xml", "<dc:creator>&lt;&amp;&gt;</dc:creator>",
	    "escaped; without a value nothing");
	has(k, "docProps/core.xml", "<cp:keywords>9</cp:keywords>", "an else");
	has(k, "docProps/app.xml", "<Company>1</Company>", "the company");
	has(k, "docProps/custom.xml",
	    "<vt:lpwstr>1-&lt;&amp;&gt;</vt:lpwstr></property></Properties>",
	    "a custom property, without marks");
	is_int(kit_fill(k, a, false), VB_OK, "fills with marks");
	has(k, "docProps/custom.xml",
	    "<vt:lpwstr>1-&lt;&amp;&gt;</vt:lpwstr></property><property",
	    "before ours");
	has(k, "docProps/core.xml", "<dc:title>" WORDS "</dc:title>",
	    "no marks in a title");
	has(k, "word/comments.xml", "<w:tag w:val=\"x\"/>", "in a comment");
}

static void test_bad(struct kit *k)
{
	vb_template_free(k->tpl);
	k->tpl = NULL;
	buf_clear(&k->findings);
	open_package(k, "{{a b}}",
		     "<p><t>{{#x}}</t><t>{{/x}}{{{y}}}{{! c</t></p>");
	is_str(buf_cstr(&k->findings),
	       "bad-tag/2  p1: '{{a b}}' is no tag\n"
	       "bad-tag/2  p1: '{{a b}}' is no tag\n"
	       "bad-tag/2  p1: '{{a b}}' is no tag\n"
	       "bad-tag/2  p1: '{{a b}}' is no tag\n"
	       "bad-tag/2  p1: '{{a b}}' is no tag\n"
	       "bad-tag/2 : '{{{y}}}' values are always escaped; write "
	       "'{{x}}'\n"
	       "bad-tag/2 : a comment is begun with '{{!' and not ended with "
	       "'}}'\n"
	       "section-shape/2 x: '{{#x}}' and its end must stand in one "
	       "paragraph, each alone in a paragraph, or in one table\n",
	       "faults of every part in one run");
}

static void test_around(struct kit *k, const struct vb_answers *a)
{
	kit_is(k, P("<w:hyperlink w:anchor=\"b\">" T("{{x}}") "</w:hyperlink>"),
	       a, true,
	       P("<w:hyperlink w:anchor=\"b\">" V("1") "</w:hyperlink>"),
	       "in a hyperlink");
	kit_is(k,
	       P(R("<w:fldChar w:fldCharType=\"begin\"/>") R(
		       "<w:instrText>REF b</w:instrText>")
			 R("<w:fldChar w:fldCharType=\"separate\"/>") T("{{x}}")
				 R("<w:fldChar w:fldCharType=\"end\"/>")),
	       a, true,
	       P(R("<w:fldChar w:fldCharType=\"begin\"/>") R(
		       "<w:instrText>REF b</w:instrText>")
			 R("<w:fldChar w:fldCharType=\"separate\"/>") V("1")
				 R("<w:fldChar w:fldCharType=\"end\"/>")),
	       "in the result of a field");
	k->is_broken = true; /* the SDK knows of no smart tags */
	kit_is(k, P("<w:smartTag w:element=\"d\">" T("{{x}}") "</w:smartTag>"),
	       a, true,
	       P("<w:smartTag w:element=\"d\">" V("1") "</w:smartTag>"),
	       "in a smart tag");
	k->is_broken = false;
	kit_is(k,
	       P("<w:sdt><w:sdtContent>" T(
		       "a {{x}}") "</w:sdtContent></w:sdt>"),
	       a, true,
	       P("<w:sdt><w:sdtContent>" V("a ")
			 V("1") "</w:sdtContent></w:sdt>"),
	       "in a control that is no field");
	kit_is(k,
	       P(R("<w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\">"
		   "<v:textbox><w:txbxContent>" P(
			   T(TAGS)) "</w:txbxContent>"
				    "</v:textbox></v:shape></w:pict>")
			 T("{{x}}")),
	       a, true,
	       P(R("<w:pict><v:shape><v:textbox><w:txbxContent>" P(
		       V("a") V("1") V(" ") V("p") V(", ") V(
			       "q")) "</w:txbxContent></v:textbox></v:shape></w:pict>")
			 V("1")),
	       "in a text box, and beside it");
}

#define INS(x) "<w:ins w:id=\"1\" w:author=\"A\">" x "</w:ins>"
#define DEL(x)                                                               \
	"<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>" x "</w:delText>" \
	"</w:r></w:del>"

static void test_inside(struct kit *k, const struct vb_answers *a)
{
	kit_is(k, P(T("{{") INS(T("x}")) T("} b")), a, true,
	       P(V("1") "<w:ins w:id=\"1\" w:author=\"A\"/>" V(" b")),
	       "half of it typed under track changes");
	kit_is(k, P(INS(T("{{x")) T("}}")), a, true, P(INS(V("1"))),
	       "the other half");
	kit_is(k, P(T("{{x") DEL("old}}") T("}}")), a, true,
	       P(V("1") DEL("old}}")), "deleted words in it");
	kit_is(k, P(T("{{x") R("<w:br/>") T("}}.")), a, true, P(V("1") V(".")),
	       "a break in it");
	kit_is(k, P(INS(T("{{#x}}")) T("a") INS(T("{{/x}}")) T("b")), a, true,
	       P("<w:ins w:id=\"1000\" w:author=\"A\"/>" T(
		       "a") "<w:ins w:id=\"1\" w:author=\"A\"/>" T("b")),
	       "the ends of a section in insertions of their own");
	kit_is(k,
	       P("<w:hyperlink w:anchor=\"b\">" T(
		       "{{#no}}a") "</w:hyperlink>" T("b{{/no}}c")),
	       a, true, P(V("c")), "a section that begins with a hyperlink");
	k->is_broken = true; /* without the comment */
	kit_is(k,
	       P(T("{{x") "<w:commentRangeStart w:id=\"7\"/>"
			  "<w:proofErr w:type=\"spellStart\"/>" T(
				  "}}") "<w:commentRangeEnd w:id=\"7\"/>"),
	       a, true,
	       P(V("1") "<w:commentRangeStart w:id=\"7\"/>"
			"<w:commentRangeEnd w:id=\"7\"/>"),
	       "the end of a comment's range");
	k->is_broken = false;
	is_int(kit_open(k, P(T("a {{x")) P(T("}} b"))), VB_TEMPLATE,
	       "a tag over two paragraphs");
	is_str(buf_cstr(&k->findings),
	       "bad-tag/2  p1: '{{x': '{{' without '}}' in its paragraph\n",
	       "is told where it begins");
	is_int(kit_open(k, P("<w:hyperlink w:anchor=\"b\">" T(
				   "a{{#x}}b") "</w:hyperlink>" T("{{/x}}"))),
	       VB_TEMPLATE, "a section that begins in the middle of a link");
}

int main(void)
{
	struct kit k = {0};
	struct vb_answers *a;

	vb_init();
	a = kit_parse(&k, "<x>1</x><l>p</l><l>q</l><x level=\"th\">9</x>"
			  "<amp>&lt;&amp;&gt;</amp>");
	test_parts(&k, a);
	test_bad(&k);
	test_around(&k, a);
	test_inside(&k, a);
	vb_answers_free(a);
	kit_release(&k);
	return done_testing();
}
