/*
 * outline_pack.c - the parts of a template beside word/document.xml, and the
 * package. What does not depend on the form is real XML in templates/parts.
 */
#include "fill/outline.h"

#include <string.h>

#include "fill/properties.h"
#include "opc/opc.h"
#include "util/asset.h"
#include "util/err.h"
#include "wml/marks.h"

#define NS_OOXML "http://schemas.openxmlformats.org/"
#define TYPE_WML \
	"application/vnd.openxmlformats-officedocument.wordprocessingml."
#define TYPE_OFFICE "application/vnd.openxmlformats-officedocument."
#define TYPE_RELS   "application/vnd.openxmlformats-package.relationships+xml"
#define XML_DECLARATION \
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/*
 * Words of the style assets that depend on the size of the body: the two
 * pairs of ND 30/2020 (footnote of the table in Phu luc I, Muc V). Sizes are
 * half points; the others are widths measured in Times New Roman: the hyphens
 * below "Kinh gui:" stand under its colon, and number and date on one base
 * line.
 */
static const struct size_word {
	const char *word, *at14, *at13;
} size_words[] = {
	{"@large", "28", "26"},		  {"@small", "26", "24"},
	{"@number.before", "138", "120"}, {"@to.left", "3132", "3050"},
	{"@to.hang", "1147", "1065"},	  {"@dash.left", "3148", "3065"},
	{"@dash.hang", "163", "152"},
};

static const struct size_word *size_word_at(const char *text)
{
	for (size_t i = 0; i < sizeof(size_words) / sizeof(size_words[0]); i++)
		if (strncmp(text, size_words[i].word,
			    strlen(size_words[i].word)) == 0)
			return &size_words[i];
	return NULL;
}

void outline_sized(struct buf *out, const char *text, unsigned size)
{
	for (;;) {
		size_t n = strcspn(text, "@");
		const struct size_word *word;

		buf_add(out, text, n);
		text += n;
		if (*text == '\0')
			return;
		word = size_word_at(text);
		if (!word) {
			buf_addc(out, *text++);
			continue;
		}
		buf_adds(out, size == 13 ? word->at13 : word->at14);
		text += strlen(word->word);
	}
}

/* What is of the form goes before `mark` in a part that all have. */
static const char *part_until(struct buf *out, const char *text,
			      const char *mark)
{
	const char *at = strstr(text, mark);

	if (!at)
		return "";
	buf_add(out, text, (size_t)(at - text));
	return at;
}

static void add_numbering(struct buf *out, const struct outline *o,
			  const char *text)
{
	const char *rest = part_until(out, text, "</w:numbering>");

	buf_add(out, o->nums.data, o->nums.size);
	buf_adds(out, rest);
	if (!buf_ok(&o->nums))
		out->failed = true;
}

static void add_rels(struct buf *out, const struct outline *o, const char *text)
{
	const char *rest = part_until(out, text, "</Relationships>");

	outline_rels(out, o);
	buf_adds(out, rest);
}

/* Word looks for the lines above notes here. */
static void add_settings(struct buf *out, const struct outline *o,
			 const char *text)
{
	const char *rest = part_until(out, text, "<w:compat>");

	if (o->note > 0)
		buf_adds(out, "<w:footnotePr><w:footnote w:id=\"-1\"/>"
			      "<w:footnote w:id=\"0\"/></w:footnotePr>");
	buf_adds(out, rest);
}

static void add_note_rels(struct buf *out, const struct outline *o)
{
	buf_adds(out, XML_DECLARATION "<Relationships xmlns=\"" NS_OOXML
				      "package/2006/relationships\">");
	buf_add(out, o->note_links.data, o->note_links.size);
	buf_adds(out, "</Relationships>");
	if (!buf_ok(&o->note_links))
		out->failed = true;
}

static void add_core(struct buf *out, const struct vb_form *form)
{
	/* no dates: equal forms give equal templates */
	buf_adds(out, XML_DECLARATION
		 "<cp:coreProperties xmlns:cp=\"" NS_OOXML
		 "package/2006/metadata/core-properties\""
		 " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
	buf_add_text(out, form->title, strlen(form->title));
	buf_adds(out, "</dc:title><dc:language>vi-VN</dc:language>"
		      "</cp:coreProperties>");
}

static void add_custom(struct buf *out, const struct vb_form *form)
{
	buf_adds(out, XML_DECLARATION "<Properties xmlns=\"" NS_OOXML
				      "officeDocument/2006/custom-properties\""
				      " xmlns:vt=\"" NS_OOXML
				      "officeDocument/2006/docPropsVTypes\">");
	properties_add(out, 2, MARK_PROP_FORM, form->id);
	properties_add(out, 3, MARK_PROP_VERSION, form->version);
	buf_adds(out, "</Properties>");
}

/* ---- building blocks ---------------------------------------------------- */

static void add_building_block(struct buf *out, unsigned *count,
			       enum outline_blank kind, unsigned n)
{
	char name[24];

	outline_blank_name(name, kind, n);
	buf_addf(out,
		 "<w:docPart><w:docPartPr><w:name w:val=\"%s\"/>"
		 "<w:category><w:name w:val=\"General\"/>"
		 "<w:gallery w:val=\"placeholder\"/></w:category>"
		 "<w:types><w:type w:val=\"bbPlcHdr\"/></w:types>"
		 "<w:behaviors><w:behavior w:val=\"content\"/></w:behaviors>"
		 "<w:guid w:val=\"{56414E42-0000-4000-8000-%012X}\"/>"
		 "</w:docPartPr><w:docPartBody><w:p>",
		 name, ++*count);
	if (kind == BLANK_LINE && n == 0)
		buf_adds(out, "<w:pPr><w:pStyle w:val=\"TraLoi\"/></w:pPr>");
	outline_blank(out, kind, n, 0);
	buf_adds(out, "</w:p></w:docPartBody></w:docPart>");
}

/* What Word puts into a control that a person empties. */
static void add_glossary(struct buf *out, const struct outline *o)
{
	unsigned count = 0;

	buf_adds(out, XML_DECLARATION "<w:glossaryDocument xmlns:w=\"" NS_OOXML
				      "wordprocessingml/2006/main\">"
				      "<w:docParts>");
	for (unsigned n = 0; n <= BLANK_MAX; n++) {
		if (o->dots[n])
			add_building_block(out, &count, BLANK_DOTS, n);
		if (o->spaces[n])
			add_building_block(out, &count, BLANK_SPACES, n);
	}
	if (o->tail_line)
		add_building_block(out, &count, BLANK_LINE, 1);
	if (o->line || count == 0)
		add_building_block(out, &count, BLANK_LINE, 0);
	buf_adds(out, "</w:docParts></w:glossaryDocument>");
}

/* ---- the package -------------------------------------------------------- */

enum made {
	MADE_NOT,
	MADE_STYLES,
	MADE_NUMBERING,
	MADE_SETTINGS,
	MADE_RELS,
	MADE_FOOTNOTES, /* when there are notes */
	MADE_NOTE_RELS, /* when they have links */
	MADE_GLOSSARY,
	MADE_CORE,
	MADE_CUSTOM,
	MADE_DOCUMENT
};

static const struct part {
	const char *name, *type, *asset;
	enum made made;
} parts[] = {
	{"_rels/.rels", TYPE_RELS, "parts/package.rels", MADE_NOT},
	{"word/document.xml", TYPE_WML "document.main+xml", NULL,
	 MADE_DOCUMENT},
	{"word/_rels/document.xml.rels", TYPE_RELS, "parts/document.rels",
	 MADE_RELS},
	{"word/footnotes.xml", TYPE_WML "footnotes+xml", NULL, MADE_FOOTNOTES},
	{"word/_rels/footnotes.xml.rels", TYPE_RELS, NULL, MADE_NOTE_RELS},
	{"word/styles.xml", TYPE_WML "styles+xml", "parts/styles.xml",
	 MADE_STYLES},
	{"word/numbering.xml", TYPE_WML "numbering+xml", "parts/numbering.xml",
	 MADE_NUMBERING},
	{"word/settings.xml", TYPE_WML "settings+xml", "parts/settings.xml",
	 MADE_SETTINGS},
	{"word/fontTable.xml", TYPE_WML "fontTable+xml", "parts/fontTable.xml",
	 MADE_NOT},
	{"word/header1.xml", TYPE_WML "header+xml", "parts/header.xml",
	 MADE_NOT},
	{"word/header2.xml", TYPE_WML "header+xml", "parts/header-first.xml",
	 MADE_NOT},
	{"word/glossary/document.xml", TYPE_WML "document.glossary+xml", NULL,
	 MADE_GLOSSARY},
	{"word/glossary/_rels/document.xml.rels", TYPE_RELS,
	 "parts/glossary.rels", MADE_NOT},
	{"word/glossary/styles.xml", TYPE_WML "styles+xml",
	 "parts/glossary-styles.xml", MADE_STYLES},
	{"docProps/core.xml",
	 "application/vnd.openxmlformats-package.core-properties+xml", NULL,
	 MADE_CORE},
	{"docProps/app.xml", TYPE_OFFICE "extended-properties+xml",
	 "parts/app.xml", MADE_NOT},
	{"docProps/custom.xml", TYPE_OFFICE "custom-properties+xml", NULL,
	 MADE_CUSTOM},
};

enum {
	N_PARTS = sizeof(parts) / sizeof(parts[0])
};

static void make_part(struct buf *out, const struct outline *o, enum made made,
		      const char *text)
{
	switch (made) {
	case MADE_STYLES:
		outline_sized(out, text, o->form->size);
		break;
	case MADE_NUMBERING:
		add_numbering(out, o, text);
		break;
	case MADE_SETTINGS:
		add_settings(out, o, text);
		break;
	case MADE_RELS:
		add_rels(out, o, text);
		break;
	case MADE_FOOTNOTES:
		outline_footnotes(out, o);
		break;
	case MADE_NOTE_RELS:
		add_note_rels(out, o);
		break;
	case MADE_GLOSSARY:
		add_glossary(out, o);
		break;
	case MADE_CORE:
		add_core(out, o->form);
		break;
	case MADE_CUSTOM:
		add_custom(out, o->form);
		break;
	case MADE_NOT:
		buf_adds(out, text);
		break;
	case MADE_DOCUMENT:
		break;
	}
}

static bool is_wanted(const struct outline *o, enum made made)
{
	if (made == MADE_FOOTNOTES)
		return o->note > 0;
	return made != MADE_NOTE_RELS || o->note_links.size > 0 ||
	       o->note_links.failed;
}

static int collect(const struct outline *o, struct buf made[N_PARTS],
		   struct opc_item items[N_PARTS], size_t *n,
		   struct vb_error *err)
{
	*n = 0;
	for (size_t i = 0; i < N_PARTS; i++) {
		const struct part *part = &parts[i];
		const struct buf *bytes = &made[i];
		const char *text = "";

		if (!is_wanted(o, part->made))
			continue;
		if (part->asset) {
			const struct asset *asset = asset_find(part->asset);

			if (!asset)
				return err_set(err, VB_INTERNAL,
					       "'%s' is not in the library",
					       part->asset);
			text = (const char *)asset->data;
		}
		make_part(&made[i], o, part->made, text);
		if (part->made == MADE_DOCUMENT)
			bytes = &o->doc;
		if (!buf_ok(bytes))
			return err_set(err, VB_NOMEM, "out of memory");
		items[(*n)++] = (struct opc_item){
			.name = part->name,
			.type = part->type,
			.data = bytes->data,
			.size = bytes->size,
		};
	}
	return VB_OK;
}

int outline_pack(struct outline *o, struct vb_blob *out, struct vb_error *err)
{
	struct buf made[N_PARTS] = {0};
	struct opc_item items[N_PARTS] = {0};
	size_t n;
	int rc = collect(o, made, items, &n, err);

	if (!rc)
		rc = opc_build(out, items, n, err);
	for (size_t i = 0; i < N_PARTS; i++)
		buf_release(&made[i]);
	return rc;
}
