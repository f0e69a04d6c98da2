/*
 * fill_pack.h - whole packages in memory: a body with lists, notes, comments,
 * settings and a header; filled and looked at.
 */
#ifndef FILL_PACK_H
#define FILL_PACK_H

#include "fill_kit.h"

#define PACK_NS                                                              \
	KIT_W " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/" \
	      "2006/relationships\" xmlns:w14=\"" TREE_W14_NS                \
	      "\" xmlns:wp=\"" TREE_WP_NS "\" xmlns:mc=\"" TREE_MC_NS        \
	      "\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "                \
	      "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "         \
	      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/"  \
	      "main\" xmlns:wps=\"http://schemas.microsoft.com/office/word/" \
	      "2010/wordprocessingShape\" mc:Ignorable=\"w14\""
#define PACK_TYPE \
	"application/vnd.openxmlformats-officedocument.wordprocessingml."

enum {
	PACK_BODY,
	PACK_STYLES,
	PACK_NUMBERING,
	PACK_FOOTNOTES,
	PACK_ENDNOTES,
	PACK_COMMENTS,
	PACK_SETTINGS,
	PACK_HEADER,
	PACK_N
};

static const struct {
	const char *file, *root, *type, *rel;
} PACK_PARTS[PACK_N] = {
	{"document", "document", "document.main", "officeDocument"},
	{"styles", "styles", "styles", "styles"},
	{"numbering", "numbering", "numbering", "numbering"},
	{"footnotes", "footnotes", "footnotes", "footnotes"},
	{"endnotes", "endnotes", "endnotes", "endnotes"},
	{"comments", "comments", "comments", "comments"},
	{"settings", "settings", "settings", "settings"},
	{"header1", "hdr", "header", "header"},
};

/* What each part holds, by PACK_; NULL: there is none. */
struct pack {
	const char *at[PACK_N];
};

static void pack_part(struct buf *out, int i, const char *inner)
{
	const char *root = PACK_PARTS[i].root;

	buf_addf(out,
		 "<?xml version=\"1.0\" encoding=\"UTF-8\" "
		 "standalone=\"yes\"?>\n<w:%s " PACK_NS ">%s%s%s</w:%s>",
		 root, i == PACK_BODY ? "<w:body>" : "", inner,
		 i == PACK_BODY ? "</w:body>" : "", root);
}

/* The package; released by the caller. */
__attribute__((unused)) static struct vb_blob pack_make(const struct pack *pack)
{
	static const char RELS[] =
		"<Relationships xmlns=\"http://schemas.openxmlformats.org/"
		"package/2006/relationships\"><Relationship Id=\"rId1\" "
		"Type=\"" KIT_REL "officeDocument\" "
		"Target=\"word/document.xml\"/></Relationships>";
	struct buf parts[PACK_N] = {{0}}, rels = BUF_INIT, types = BUF_INIT;
	struct opc_item items[PACK_N + 3] = {{0}};
	char names[PACK_N][40];
	struct vb_blob blob = {0};
	size_t n = 3;
	int i;

	buf_adds(&types,
		 "<Types xmlns=\"http://schemas.openxmlformats.org/package/"
		 "2006/content-types\"><Default Extension=\"rels\" "
		 "ContentType=\"application/vnd.openxmlformats-package."
		 "relationships+xml\"/>");
	buf_adds(&rels, "<Relationships xmlns=\"http://schemas.openxmlformats."
			"org/package/2006/relationships\">");
	for (i = 0; i < PACK_N; i++) {
		if (!pack->at[i])
			continue;
		snprintf(names[i], sizeof(names[i]), "word/%s.xml",
			 PACK_PARTS[i].file);
		pack_part(&parts[i], i, pack->at[i]);
		items[n].name = names[i];
		items[n].data = buf_cstr(&parts[i]);
		items[n++].size = parts[i].size;
		buf_addf(&types,
			 "<Override PartName=\"/%s\" ContentType=\"" PACK_TYPE
			 "%s+xml\"/>",
			 names[i], PACK_PARTS[i].type);
		if (i != PACK_BODY)
			buf_addf(&rels,
				 "<Relationship Id=\"rId%d\" Type=\"" KIT_REL
				 "%s\" Target=\"%s.xml\"/>",
				 i, PACK_PARTS[i].rel, PACK_PARTS[i].file);
	}
	buf_adds(&types, "</Types>");
	buf_adds(&rels, "</Relationships>");
	items[0] = (struct opc_item){"[Content_Types].xml", NULL, types.data,
				     types.size};
	items[1] = (struct opc_item){"_rels/.rels", NULL, RELS,
				     sizeof(RELS) - 1};
	items[2] = (struct opc_item){"word/_rels/document.xml.rels", NULL,
				     rels.data, rels.size};
	if (opc_build(&blob, items, n, NULL))
		printf("# no package\n");
	for (i = 0; i < PACK_N; i++)
		buf_release(&parts[i]);
	buf_release(&types);
	buf_release(&rels);
	return blob;
}

/* Compiles and fills; false with the reason told. NAME is for $KEEP. */
__attribute__((unused)) static bool pack_fill(struct kit *k,
					      const struct pack *pack,
					      const struct vb_answers *answers,
					      bool plain, const char *name)
{
	struct vb_sink sink = {kit_take, &k->findings};
	struct vb_blob blob = pack_make(pack);
	struct opc *opc = NULL;
	int rc;

	err_clear(&k->err);
	buf_clear(&k->findings);
	vb_blob_release(&k->out);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	rc = opc_open_blob(&opc, &blob, "t.docx", &k->err);
	vb_blob_release(&blob);
	if (rc == VB_OK)
		rc = template_compile(&k->tpl, opc, "t.docx", k->form, &sink,
				      &k->err);
	opc_free(opc);
	k->name = name;
	if (rc == VB_OK)
		rc = kit_fill(k, answers, plain);
	k->name = NULL;
	if (rc != VB_OK)
		printf("# %s %s: %s %s\n", name, k->err.where, k->err.text,
		       buf_cstr(&k->findings));
	return rc == VB_OK;
}

/* The part as a string to be freed; "" when there is none. */
__attribute__((unused)) static char *pack_part_of(struct kit *k, int i)
{
	char name[40], *part;

	snprintf(name, sizeof(name), "word/%s.xml", PACK_PARTS[i].file);
	part = kit_part(k, name);
	return part ? part : calloc(1, 1);
}

/* How often a string stands in a part. */
__attribute__((unused)) static int pack_count(struct kit *k, int i,
					      const char *words)
{
	char *part = pack_part_of(k, i);
	const char *at = part;
	int n = 0;

	while ((at = strstr(at, words))) {
		n++;
		at += strlen(words);
	}
	free(part);
	return n;
}

/* All values of an attribute in their order: "1 2 3". */
__attribute__((unused)) static char *pack_values(struct kit *k, int i,
						 const char *before)
{
	static char out[4096];
	char *part = pack_part_of(k, i);
	const char *at = part;
	size_t n = 0;

	out[0] = '\0';
	while ((at = strstr(at, before)) && n < sizeof(out) - 100) {
		int size;

		at += strlen(before);
		size = (int)strcspn(at, "\"<");
		n += (size_t)snprintf(out + n, sizeof(out) - n, "%s%.*s",
				      n ? " " : "", size < 90 ? size : 90, at);
	}
	free(part);
	return out;
}

#endif
