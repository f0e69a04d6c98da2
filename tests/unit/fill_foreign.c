/* Controls bound to a custom XML part of the template. */
#include "fill_kit.h"

#define STORE "{11111111-2222-3333-4444-555555555555}"
#define BIND(path)                                             \
	"<w:dataBinding w:prefixMappings=\"xmlns:n='urn:x'\" " \
	"w:xpath=\"" path "\" w:storeItemID=\"" STORE "\"/>"
#define SDT(tag, pr)                                                      \
	"<w:p><w:sdt><w:sdtPr><w:tag w:val=\"" tag "\"/>" pr "<w:text/>"  \
	"</w:sdtPr><w:sdtContent><w:r><w:t>..</w:t></w:r></w:sdtContent>" \
	"</w:sdt></w:p>"

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title><body><line><text id=\"a\"/>"
	"<text id=\"b\"/><count id=\"c\"/></line><repeat id=\"r\"><line>"
	"<text id=\"n\"/></line></repeat></body></form>";

/* Not as any library would write it. */
#define DATA(a, b, c)                                                    \
	"<?xml version='1.0'  encoding=\"utf-8\"?>\r\n<!-- <n:a> -->\n"  \
	"<n:root xmlns:n = 'urn:x'>\n <n:a  k='>'>" a "</n:a >\n <n:a>z" \
	"</n:a><![CDATA[<x>]]>" b "<n:c>" c "</n:c></n:root>\n"

static int open_template(struct kit *k, const char *body, const char *data)
{
	static const char TYPES[] =
		"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
		"content-types\"><Default Extension=\"rels\" "
		"ContentType=\"application/"
		"vnd.openxmlformats-package.relationships+xml\"/>"
		"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
		"<Override PartName=\"/word/document.xml\" "
		"ContentType=\"application/"
		"vnd.openxmlformats-officedocument.wordprocessingml.document."
		"main+xml\"/><Override PartName=\"/customXml/itemProps7.xml\" "
		"ContentType=\"application/"
		"vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>"
		"</Types>";
#define RELS(type, target)                                            \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/"   \
	"package/2006/relationships\"><Relationship Id=\"rId1\" Type" \
	"=\"" KIT_REL type "\" Target=\"" target "\"/></Relationships>"
	static const char ROOT[] = RELS("officeDocument", "word/document.xml");
	static const char DOC[] = RELS("customXml", "../customXml/item7.xml");
	static const char ITEM[] = RELS("customXmlProps", "itemProps7.xml");
	static const char PROPS[] =
		"<ds:datastoreItem ds:itemID=\"" STORE "\" xmlns:ds=\""
		"http://schemas.openxmlformats.org/officeDocument/2006/"
		"customXml\"/>";
	struct vb_sink sink = {kit_take, &k->findings};
	struct buf document = BUF_INIT;
	struct vb_blob blob = {0};
	struct opc *opc = NULL;
	int rc;

	buf_addf(&document,
		 "<w:document " KIT_W "><w:body>%s</w:body>"
		 "</w:document>",
		 body);
	{
		struct opc_item items[] = {
			{"[Content_Types].xml", NULL, TYPES, sizeof(TYPES) - 1},
			{"_rels/.rels", NULL, ROOT, sizeof(ROOT) - 1},
			{"word/document.xml", NULL, document.data,
			 document.size},
			{"word/_rels/document.xml.rels", NULL, DOC,
			 sizeof(DOC) - 1},
			{"customXml/item7.xml", NULL, data, strlen(data)},
			{"customXml/itemProps7.xml", NULL, PROPS,
			 sizeof(PROPS) - 1},
			{"customXml/_rels/item7.xml.rels", NULL, ITEM,
			 sizeof(ITEM) - 1}};

		rc = opc_build(&blob, items, 7, &k->err);
	}
	buf_release(&document);
	err_clear(&k->err);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	if (rc == VB_OK)
		rc = opc_open_blob(&opc, &blob, "t.docx", &k->err);
	vb_blob_release(&blob);
	if (rc == VB_OK)
		rc = template_compile(&k->tpl, opc, "t.docx", k->form, &sink,
				      &k->err);
	opc_free(opc);
	return rc;
}

static void is_data(struct kit *k, const char *body, const char *inner,
		    const char *want, const char *what)
{
	struct vb_answers *answers = kit_parse(k, inner);
	char *xml = NULL;

	if (open_template(k, body, DATA("old", "<n:b/>", "&#49;")) ||
	    kit_fill(k, answers, false))
		printf("# %s: %s\n", k->err.where, k->err.text);
	else
		xml = kit_part(k, "customXml/item7.xml");
	is_str(xml ? xml : "", want, what);
	free(xml);
	vb_answers_free(answers);
}

static void test_in_step(struct kit *k)
{
	static const char BODY[] = SDT("a", BIND("/n:root[1]/n:a[1]"))
		SDT("b", BIND("/n:root[1]/n:b[1]"))
			SDT("c", BIND("/n:root[1]/n:c[1]"))
				SDT("a", BIND("/n:root[1]/n:a[1]"));
	char *xml;

	is_data(k, BODY, "<a>một</a><b>x\"y</b><c>1234</c>",
		DATA("một", "<n:b>x\"y</n:b>", "1.234"),
		"the nodes have the words of the page, all else its bytes");
	xml = kit_part(k, "word/document.xml");
	ok(xml && strstr(xml, BIND("/n:root[1]/n:a[1]") "<w:text/>"),
	   "the control keeps its binding");
	ok(xml && !strstr(xml, "urn:vanban:report"), "and has no other");
	free(xml);
	is_data(k, BODY, "<a>x &amp; y</a>",
		DATA("x &amp; y", "<n:b></n:b>", ""), "what is unanswered");
	xml = kit_part(k, "word/document.xml");
	ok(xml && !strstr(xml, BIND("/n:root[1]/n:a[1]")),
	   "LibreOffice would save a part with '&' empty: no binding");
	free(xml);
}

static void test_left(struct kit *k)
{
	static const char WANT[] = DATA("old", "<n:b/>", "&#49;");
	char *xml;

	is_data(k, SDT("a", BIND("/n:root[1]/n:a[9]")), "<a>1</a>", WANT,
		"no such node");
	xml = kit_part(k, "word/document.xml");
	ok(xml && !strstr(xml, STORE), "no binding either");
	free(xml);
	is_data(k, SDT("a", BIND("//n:a")), "<a>1</a>", WANT, "another path");
	is_data(k, SDT("a", BIND("/n:root[1]")), "<a>1</a>", WANT,
		"a node with others in it");
	is_data(k,
		"<w:p><w:r><w:t>{{#r}}</w:t></w:r></w:p>" SDT(
			"n", BIND("/n:root[1]/n:a[1]")) "<w:p><w:r><w:t>{{/r}}"
							"</w:t></w:r></w:p>",
		"<r><n>1</n></r>", WANT, "one node for many rows");
	is_data(k,
		SDT("a", BIND("/n:root[1]/n:a[1]"))
			SDT("b", BIND("/n:root[1]/n:a[1]")),
		"<a>1</a><b>2</b>", DATA("1", "<n:b/>", "&#49;"),
		"one node for two fields: the first has it");
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	if (vb_form_parse(&k.form, FORM, sizeof(FORM) - 1, "f", &k.err))
		printf("# %s\n", k.err.text);
	test_in_step(&k);
	test_left(&k);
	kit_release(&k);
	return done_testing();
}
