/*
 * fill_kit.h - small packages in memory for the tests of fill: a body, or a
 * set of parts, in; parts of the filled document out. Each document is kept
 * in the folder $KEEP, when there is one, for the Open XML SDK.
 */
#ifndef FILL_KIT_H
#define FILL_KIT_H

#include "extract/inspect.h"
#include "fill/compile.h"
#include "form/answers.h"
#include "opc/opc.h"
#include "tap.h"
#include "util/buf.h"
#include "util/err.h"

#include <stdlib.h>

#define KIT_W                                                                    \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
	"\""
#define KIT_REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

struct kit {
	struct vb_form *form;
	struct vb_template *tpl;
	struct vb_error err;
	struct buf findings; /* "rule severity p3 t1r2c1 [heading] message" */
	struct vb_blob out;
	const char *folder; /* of pictures */
	const char *name;   /* of the file in $KEEP, or NULL */
	bool is_broken;	    /* the template, whatever is filled in */
};

static void kit_take(void *payload, const struct vb_finding *f)
{
	struct buf *buf = payload;

	buf_addf(buf, "%s/%d %s", f->rule, (int)f->severity, f->field);
	if (f->place.paragraph)
		buf_addf(buf, " p%d", f->place.paragraph);
	if (f->place.table)
		buf_addf(buf, " t%dr%dc%d", f->place.table, f->place.row,
			 f->place.column);
	if (f->place.heading[0])
		buf_addf(buf, " [%s]", f->place.heading);
	buf_addf(buf, ": %s\n", f->message);
}

/* The package of a main document part. */
__attribute__((unused)) static struct vb_blob kit_package(const char *document)
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
		"main+xml\"/>"
		"<Override PartName=\"/word/styles.xml\" "
		"ContentType=\"application/"
		"vnd.openxmlformats-officedocument.wordprocessingml."
		"styles+xml\"/></Types>";
	static const char RELS[] =
		"<Relationships xmlns=\"http://schemas.openxmlformats.org/"
		"package/2006/relationships\"><Relationship Id=\"rId1\" "
		"Type=\"" KIT_REL "officeDocument\" "
		"Target=\"word/document.xml\"/></Relationships>";
	static const char DOC_RELS[] =
		"<Relationships xmlns=\"http://schemas.openxmlformats.org/"
		"package/2006/relationships\"><Relationship Id=\"rId1\" "
		"Type=\"" KIT_REL "styles\" "
		"Target=\"styles.xml\"/></Relationships>";
	static const char STYLES[] =
		"<w:styles " KIT_W "><w:style w:type=\"paragraph\" "
		"w:styleId=\"Muc\"><w:name w:val=\"heading 1\"/></w:style>"
		"</w:styles>";
	struct opc_item items[] = {
		{"[Content_Types].xml", NULL, TYPES, sizeof(TYPES) - 1},
		{"_rels/.rels", NULL, RELS, sizeof(RELS) - 1},
		{"word/document.xml", NULL, document, strlen(document)},
		{"word/_rels/document.xml.rels", NULL, DOC_RELS,
		 sizeof(DOC_RELS) - 1},
		{"word/styles.xml", NULL, STYLES, sizeof(STYLES) - 1}};
	struct vb_blob blob = {0};
	struct vb_error err = {0};

	if (opc_build(&blob, items, 5, &err))
		printf("# %s\n", err.text);
	return blob;
}

/* Compiles a document whose body is given; k->err and k->findings tell. */
__attribute__((unused)) static int kit_open(struct kit *k, const char *body)
{
	struct vb_sink sink = {kit_take, &k->findings};
	struct buf document = BUF_INIT;
	struct vb_blob blob;
	struct opc *opc = NULL;
	int rc;

	err_clear(&k->err);
	buf_clear(&k->findings);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	buf_addf(&document,
		 "<w:document " KIT_W " xmlns:w14=\"" TREE_W14_NS
		 "\" xmlns:w15=\"" TREE_W15_NS "\" xmlns:wp=\"" TREE_WP_NS
		 "\"><w:body>%s"
		 "</w:body></w:document>",
		 body);
	blob = kit_package(buf_cstr(&document));
	buf_release(&document);
	rc = opc_open_blob(&opc, &blob, "t.docx", &k->err);
	vb_blob_release(&blob);
	if (rc == VB_OK)
		rc = template_compile(&k->tpl, opc, "t.docx", k->form, &sink,
				      &k->err);
	opc_free(opc);
	return rc;
}

/* The bytes of a part of k->out, to be freed; NULL when there is none. */
__attribute__((unused)) static char *kit_part(struct kit *k, const char *name)
{
	struct vb_blob blob = {0};
	struct opc *opc = NULL;
	const struct opc_part *part;

	if (opc_open_memory(&opc, k->out.data, k->out.size, "out", NULL))
		return NULL;
	part = opc_find(opc, name);
	if (part && opc_read(opc, part, &blob, NULL))
		blob.data = NULL;
	opc_free(opc);
	return (char *)blob.data;
}

/* Keeps k->out in the folder $KEEP, for the Open XML SDK. */
static void kit_keep(const struct kit *k)
{
	static int count;
	const char *folder = getenv("KEEP");
	char path[512];
	FILE *f;

	if (!folder || !k->out.size)
		return;
	snprintf(path, sizeof(path), "%s/%s-%03d.docx", folder,
		 k->name ? k->name : "body", ++count);
	f = fopen(path, "wb");
	if (!f)
		return;
	fwrite(k->out.data, 1, k->out.size, f);
	fclose(f);
}

/* `inspect` finds nothing broken in what was filled. */
static void kit_look(struct kit *k)
{
	struct inspection in = {.source = NULL};
	struct source *source = NULL;
	struct buf told = BUF_INIT;
	struct vb_sink sink = {kit_take, &told};
	struct vb_error err = {0};
	struct opc *opc = NULL;
	int rc = opc_open_memory(&opc, k->out.data, k->out.size, "out", &err);

	if (rc == VB_OK)
		rc = source_open(&source, opc, "out", &err);
	in.source = source;
	if (rc == VB_OK)
		rc = inspect_shape(&in, &sink, &err);
	if (rc != VB_OK || told.size)
		ok(false, "inspect: %s %s", err.text, buf_cstr(&told));
	source_free(source);
	buf_release(&told);
}

/* Fills; the result of the code. */
__attribute__((unused)) static int
kit_fill(struct kit *k, const struct vb_answers *answers, bool plain)
{
	struct vb_fill_options opt = {
		.plain = plain, .file = "a.xml", .folder = k->folder};
	struct vb_sink sink = {kit_take, &k->findings};
	int rc;

	err_clear(&k->err);
	buf_clear(&k->findings);
	vb_blob_release(&k->out);
	rc = vb_fill(k->tpl, answers, &opt, &k->out, &sink, &k->err);
	if (rc == VB_OK && !k->is_broken) {
		kit_keep(k);
		kit_look(k);
	}
	return rc;
}

/* Cuts the body out of the XML of a document, in place. */
__attribute__((unused)) static const char *kit_body(char *xml)
{
	char *start = xml ? strstr(xml, "<w:body>") : NULL;
	char *close = start ? strstr(start, "</w:body>") : NULL;

	if (!close)
		return "(no body)";
	*close = '\0';
	return start + 8;
}

/* Opens BODY, fills it plain or with marks and compares the new body. */
__attribute__((unused)) static bool kit_is(struct kit *k, const char *body,
					   const struct vb_answers *answers,
					   bool plain, const char *want,
					   const char *what)
{
	char *xml;
	bool same;

	if (kit_open(k, body) || kit_fill(k, answers, plain)) {
		printf("# %s: %s\n# %s", k->err.where, k->err.text,
		       buf_cstr(&k->findings));
		return ok(false, "%s", what);
	}
	xml = kit_part(k, "word/document.xml");
	same = is_str(kit_body(xml), want, what);
	free(xml);
	return same;
}

__attribute__((unused)) static void kit_release(struct kit *k)
{
	vb_template_free(k->tpl);
	vb_form_free(k->form);
	vb_blob_release(&k->out);
	buf_release(&k->findings);
}

/* Finished answers without a form from "id=value;id.level=value;...". */
__attribute__((unused)) static struct vb_answers *kit_answers(const char *pairs)
{
	struct vb_answers *answers = answers_new(NULL);
	char id[64], level[64], value[256];
	int n;

	while (sscanf(pairs, "%63[^=.;]%n", id, &n) == 1) {
		pairs += n;
		level[0] = value[0] = '\0';
		if (*pairs == '.' && sscanf(pairs, ".%63[^=]%n", level, &n))
			pairs += n;
		pairs++;
		if (sscanf(pairs, "%255[^;]%n", value, &n) == 1)
			pairs += n;
		if (*pairs == ';')
			pairs++;
		answers_add_text(answers, &answers->top, id, level, value);
	}
	answers_finish(answers, NULL);
	return answers;
}

/* Answers of form "f", version 2. */
__attribute__((unused)) static struct vb_answers *kit_parse(const struct kit *k,
							    const char *inner)
{
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	struct buf xml = BUF_INIT;

	buf_addf(&xml,
		 "<answers xmlns=\"urn:vanban:answers:1\" form=\"f\" "
		 "version=\"2\" unit=\"U1\">%s</answers>",
		 inner);
	if (vb_answers_parse(&answers, k->form, xml.data, xml.size, "a", NULL,
			     &err))
		printf("# %s %s\n", err.where, err.text);
	buf_release(&xml);
	return answers;
}

#endif
