/* fill_packages.c - templates in every kind of package: the same document. */
#include "fill_kit.h"
#include "kinds.h"

#define BODY                                                              \
	"<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr><w:r><w:t>Số "    \
	"&quot;{{doc}}&quot; &amp; &lt;</w:t></w:r></w:p>"                \
	"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>{{#rows" \
	"}}{{x}}{{/rows}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"

static const char answers_xml[] =
	"<answers xmlns=\"urn:vanban:answers:1\" form=\"f\" version=\"1\" "
	"unit=\"U\"><doc>45/BC &amp; Ư</doc><rows><x>1</x></rows>"
	"<rows><x>2</x></rows></answers>";

static struct opc *open_base(struct vb_error *err)
{
	struct vb_blob blob = kit_package(
		"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document " KIT_W
		" xmlns:w14=\"" TREE_W14_NS "\"><w:body>" BODY
		"</w:body></w:document>");
	struct opc *opc = NULL;

	if (opc_open_blob(&opc, &blob, "t.docx", err))
		vb_blob_release(&blob);
	return opc;
}

/* Compiles and fills bytes; the code. */
static int fill_bytes(struct kit *k, const struct buf *bytes,
		      const struct vb_answers *a, bool plain)
{
	struct vb_sink sink = {kit_take, &k->findings};
	struct buf told = BUF_INIT;
	struct opc *opc = NULL;
	int rc;

	err_clear(&k->err);
	buf_clear(&k->findings);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	rc = opc_open_memory(&opc, bytes->data, bytes->size, "t", &k->err);
	if (rc == VB_OK)
		rc = template_compile(&k->tpl, opc, "t", NULL, &sink, &k->err);
	opc_free(opc);
	if (rc != VB_OK)
		return rc;
	told = k->findings;
	k->findings = BUF_INIT;
	rc = kit_fill(k, a, plain);
	buf_adds(&told, buf_cstr(&k->findings));
	buf_release(&k->findings);
	k->findings = told;
	return rc;
}

/* Without the declaration and the start tag of the root, whose namespaces
 * may stand in another order; freed by the caller. */
static char *words_of(struct kit *k, const char *name)
{
	char *part = kit_part(k, name);
	char *body = part ? strstr(part, "body>") : NULL;
	char *copy = strdup(body ? body : "(none)");

	free(part);
	return copy;
}

static const char *named(enum kind kind, const char *what)
{
	static char text[128];

	snprintf(text, sizeof(text), "%s: %s", kind_names[kind], what);
	return text;
}

static void test_kind(enum kind kind, const struct opc *base,
		      const struct vb_answers *a, const char *want)
{
	const char *note = kind == KIND_STRICT ? "strict-template/0 : the "
						 "template is ISO strict: its "
						 "documents are transitional\n"
			   : kind == KIND_MACRO || kind == KIND_DOTM
				   ? "macros-dropped/0 : the macros of the "
				     "template are left out\n"
				   : "";
	const char *main_name = kind == KIND_RENAMED ? "word/document2.xml"
						     : "word/document.xml";
	struct buf bytes = BUF_INIT;
	struct kit k = {0};
	char *got, *types, *at;

	k.is_broken = kind == KIND_NULL_REL;
	kind_make(&bytes, kind, base);
	if (!is_int(fill_bytes(&k, &bytes, a, true), VB_OK,
		    named(kind, "fills")))
		printf("# %s: %s: %s\n", k.err.part, k.err.where, k.err.text);
	is_str(buf_cstr(&k.findings), note, named(kind, "what is told"));
	got = words_of(&k, main_name);
	if (kind == KIND_DEFAULT) {
		ok(strstr(got, "<w:t xml:space=\"preserve\">45/BC &amp; Ư"
			       "</w:t>") != NULL,
		   "no prefix: what is filled has one");
	} else {
		is_str(got, want, named(kind, "the same page"));
	}
	types = kit_part(&k, "[Content_Types].xml");
	ok(kind == KIND_UTF16_ALL ||
		   (types &&
		    strstr(types, "wordprocessingml.document.main+xml") &&
		    !strstr(types, "macro") && !strstr(types, "vbaProject") &&
		    !strstr(types, "template.main")),
	   "%s: the output is a .docx", kind_names[kind]);
	at = kit_part(&k, "word/vbaProject.bin");
	ok(!at, "%s: without macros", kind_names[kind]);
	free(at);
	at = kit_part(&k, main_name);
	ok(at && !strstr(at, "purl.oclc.org"), "%s: transitional",
	   kind_names[kind]);
	free(at);
	is_int(fill_bytes(&k, &bytes, a, false), VB_OK,
	       named(kind, "fills with marks"));
	free(types);
	free(got);
	buf_release(&bytes);
	kit_release(&k);
}

/* A template must be whole: its faults would be in every document. */
static void test_damaged(const struct opc *base, const struct vb_answers *a)
{
	struct forged entries[8] = {{0}};
	struct vb_blob blobs[8] = {{0}};
	struct buf bytes = BUF_INIT;
	struct kit k = {0};
	size_t i;

	for (i = 0; i < opc_count(base); i++) {
		const struct opc_part *part = opc_at(base, i);

		opc_read(base, part, &blobs[i], NULL);
		entries[i].name = part->name;
		entries[i].data = (char *)blobs[i].data;
		entries[i].packed = blobs[i].size;
		if (strcmp(part->name, "word/styles.xml") == 0)
			entries[i].crc_xor = 1;
	}
	forge(&bytes, entries, i);
	is_int(fill_bytes(&k, &bytes, a, true), VB_PACKAGE,
	       "a template with a damaged part is refused");
	is_str(k.err.part, "word/styles.xml", "which is named");
	for (i = 0; i < opc_count(base); i++) {
		if (strstr(entries[i].name, "document.xml.rels")) {
			entries[i].data = "<broken";
			entries[i].packed = 0;
		}
		entries[i].crc_xor = 0;
	}
	forge(&bytes, entries, i);
	is_int(fill_bytes(&k, &bytes, a, true), VB_PACKAGE,
	       "so is one with relationships that cannot be read");
	is_str(k.err.part, "word/_rels/document.xml.rels", "also named");
	for (i = 0; i < 8; i++)
		vb_blob_release(&blobs[i]);
	buf_release(&bytes);
	kit_release(&k);
}

int main(void)
{
	struct vb_error err = {0};
	struct vb_answers *a = NULL;
	struct buf bytes = BUF_INIT;
	struct opc *base;
	struct kit k = {0};
	char *want;
	int kind;

	vb_init();
	base = open_base(&err);
	if (!base ||
	    vb_answers_parse(&a, NULL, answers_xml, sizeof(answers_xml) - 1,
			     "a.xml", NULL, &err)) {
		ok(false, "starts: %s", err.text);
		return done_testing();
	}
	kind_make(&bytes, KIND_PLAIN, base);
	is_int(fill_bytes(&k, &bytes, a, true), VB_OK, "the base fills");
	want = words_of(&k, "word/document.xml");
	ok(strstr(want, "45/BC &amp; Ư") && strstr(want, ">2</w:t>"),
	   "with its values");
	for (kind = 0; kind < KINDS; kind++)
		test_kind(kind, base, a, want);
	test_damaged(base, a);
	free(want);
	buf_release(&bytes);
	kit_release(&k);
	vb_answers_free(a);
	opc_free(base);
	return done_testing();
}
