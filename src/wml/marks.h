/*
 * marks.h - how a field is found again in a document, and how a template
 * says where it goes. Shared by the writing door (fill) and the reading door
 * (extract), which never include each other.
 *
 * In a TEMPLATE a field is one of
 *
 *   inline control   w:sdt at run level, w:tag = "id" or "id.level"; its
 *                    content is the blank (placeholder); the value takes the
 *                    w:rPr of the first run inside (sdtPr/rPr when present)
 *   block control    w:sdt around ONE paragraph, w:tag = id of a longtext;
 *                    that paragraph is the model of every paragraph
 *   repeat           w:sdt with w15:repeatingSection, w:tag = id of the
 *                    repeat, around one w15:repeatingSectionItem with rows
 *                    or blocks
 *   condition        w:sdt around runs, paragraphs or rows, w:tag = "^id": they
 *                    stay only while id is not answered (a hint to the
 *                    writer); "#id": only when it is
 *   text tag         {{id}}, {{id.level}}, {{#id}}..{{/id}}, {{^id}}..{{/id}}
 *
 * A field of either kind may have filters, "id|upper"; they stay in the w:tag
 * of the filled document when they fit.
 *
 * In a FILLED document a field carries four marks (LibreOffice 7.4 drops
 * w:tag, shrinks block controls and moves row controls; pandoc drops all
 * controls; a bookmark inside one paragraph survives most):
 *
 *   control    inline in its paragraph, w:tag "id" / "id.level", w:alias the
 *              label; a longtext has a block control around its paragraphs;
 *              rows and repeats have none (editors lose whole rows with them)
 *   binding    w:dataBinding of a w:text control to
 *              /r:report[1]/r:shown[1]/r:f[N] of the report part: the words
 *              as the page shows them, because Word pushes the bound node
 *              into the control on opening. Its n[N] says which field that
 *              is, also when the tag is gone (LibreOffice drops attributes of
 *              bound nodes, so names stand apart). Where filters made the
 *              words, n[N] keeps them as filled (words="..."), and the filter
 *              when other words there would not tell the value
 *              (filter="..."); no two places share its f. Words with '&', '<'
 * or "]]>" have none: LibreOffice would empty the part (deviations.md).
 *   bookmark   within one paragraph, around the value: mark_bookmark()
 *              (long answers: first paragraph, and "__z" in the last one)
 *   words      the form's own
 *
 * The report part (customXml, MARK_REPORT_NS):
 *
 *   <report xmlns="urn:vanban:report:1" form="ID" version="V" unit="CODE">
 *     <names><n id="x" level="th" row="2"/>...</names>
 *     <shown><f>1.234</f>...</shown>
 *     <answers xmlns="urn:vanban:answers:1" ...>as filled</answers>
 *   </report>
 *
 * Form, version and unit stand also in docProps/custom.xml (MARK_PROP_*),
 * which survives LibreOffice even by way of ODT and DOC. So do the program
 * and the digests of what the document was made of.
 */
#ifndef WML_MARKS_H
#define WML_MARKS_H

#include "util/buf.h"
#include "util/digest.h"

#define MARK_REPORT_NS "urn:vanban:report:1"
/* The store item id of the report part; constant, so output is too. */
#define MARK_STORE_ID	"{8A5E1B6C-3D0F-4C52-9B7A-56414E42414E}"
#define MARK_BIND_XPATH "/r:report[1]/r:shown[1]/r:f[%u]"
#define MARK_BIND_NS	"xmlns:r='" MARK_REPORT_NS "'"

#define MARK_PROP_FORM	  "vanban.form"
#define MARK_PROP_VERSION "vanban.version"
#define MARK_PROP_UNIT	  "vanban.unit"
/* What the document was made by and of: SHA-256 of the bytes of the form
 * file, of the template file, of the answers in canonical form; and the names
 * of the partials of the template, with '|' between them. */
#define MARK_PROP_PROGRAM	"vanban.program"
#define MARK_PROP_FORM_HASH	"vanban.form-sha256"
#define MARK_PROP_TEMPLATE_HASH "vanban.template-sha256"
#define MARK_PROP_ANSWERS_HASH	"vanban.answers-sha256"
#define MARK_PROP_PARTIALS	"vanban.partials"

enum {
	/* Word keeps 40 characters of a bookmark name, 64 of tag and alias. */
	MARK_BOOKMARK_MAX = 40,
	MARK_TAG_MAX = 64
};

/* A field's instance: which value of the form a mark stands for. */
struct mark {
	char id[64];
	char level[64]; /* "" when not broken down */
	unsigned row;	/* 1-based; 0 outside a repeat */
	bool is_last;	/* the mark of a long answer's last paragraph */
	bool is_hashed; /* id holds the 12 hex digits of mark_hash() */
};

/*
 * "vb_ID", "vb_ID__LEVEL", with "__rN" for row N, with "__z" for the last
 * paragraph. When "vb_ID__LEVEL" is longer than 24 bytes it is
 * "vb_h" + 12 hex digits of mark_hash(id, level). Always fits
 * MARK_BOOKMARK_MAX. Field ids hold no "__", level ids are not "rN" or "z".
 */
void mark_bookmark(char out[MARK_BOOKMARK_MAX + 1], const char *id,
		   const char *level, unsigned row, bool is_last);

/* Reads a bookmark name; false when it is not one of ours. */
bool mark_parse_bookmark(struct mark *out, const char *name);

/* True for what an id is made of: a-z, 0-9 and '_', and not empty. */
bool mark_is_word(const char *text, size_t size);

/* "ID" or "ID.LEVEL" of a tag, both before a "|FILTER" that is not looked at;
 * false when it is neither. */
bool mark_parse_tag(struct mark *out, const char *tag);

/* N of MARK_BIND_XPATH, whatever the prefix; 0 when it is not that. */
unsigned mark_parse_binding(const char *xpath);

/* The digest of a template with one more partial, of whose file `digest` is. */
void mark_digest_add(char out[DIGEST_SIZE], const char *name,
		     const char *digest);

/* FNV-1a of "id" NUL "level", low 48 bits. */
uint64_t mark_hash(const char *id, const char *level);

#endif
