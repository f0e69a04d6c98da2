/*
 * outline_note.c - links and footnotes: what stands in the text, and what
 * goes into other parts for it.
 */
#include "fill/outline.h"

#include <string.h>

#define NS_OOXML "http://schemas.openxmlformats.org/"
#define REL_TYPE NS_OOXML "officeDocument/2006/relationships/"

enum {
	/* templates/parts/document.rels has seven */
	REL_FOOTNOTES = 8,
	REL_LINK = 8 /* the first is 9 */
};

void outline_link(struct outline *o, const struct node *node, unsigned style)
{
	struct buf *rels = o->in_note ? &o->note_links : &o->links;
	unsigned id = REL_LINK + ++o->link;

	buf_addf(rels,
		 "<Relationship Id=\"rId%u\" Type=\"" REL_TYPE "hyperlink\" "
		 "Target=\"",
		 id);
	buf_add_attr(rels, node->text, strlen(node->text));
	buf_adds(rels, "\" TargetMode=\"External\"/>");

	buf_addf(&o->doc, "<w:hyperlink r:id=\"rId%u\" w:history=\"1\">", id);
	/* "Hyperlink" looks like the text around it: ND 30/2020 knows black
	 * only */
	outline_inline(o, node->first, NULL, style | STYLE_LINK);
	buf_adds(&o->doc, "</w:hyperlink>");
}

void outline_footnote(struct outline *o, const struct node *node)
{
	struct buf doc = o->doc;
	unsigned id = ++o->note;

	/* the same words, into another part */
	o->doc = o->notes;
	o->in_note = true;
	buf_addf(&o->doc,
		 "<w:footnote w:id=\"%u\"><w:p><w:pPr>"
		 "<w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r>"
		 "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
		 "<w:footnoteRef/></w:r>",
		 id);
	outline_words(o, " ");
	outline_inline(o, node->first, NULL, 0);
	buf_adds(&o->doc, "</w:p></w:footnote>");
	o->in_note = false;
	o->notes = o->doc;
	o->doc = doc;

	buf_addf(&o->doc,
		 "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
		 "<w:footnoteReference w:id=\"%u\"/></w:r>",
		 id);
}

/* The lines above notes; Word asks for both (ECMA-376-1 17.11.23). */
static void add_separator(struct buf *out, int id, const char *type,
			  const char *mark)
{
	buf_addf(out,
		 "<w:footnote w:type=\"%s\" w:id=\"%d\"><w:p><w:pPr>"
		 "<w:spacing w:after=\"0\" w:line=\"240\" "
		 "w:lineRule=\"auto\"/></w:pPr><w:r><w:%s/></w:r></w:p>"
		 "</w:footnote>",
		 type, id, mark);
}

void outline_footnotes(struct buf *out, const struct outline *o)
{
	buf_adds(out,
		 "<?xml version=\"1.0\" encoding=\"UTF-8\" "
		 "standalone=\"yes\"?>\n<w:footnotes"
		 " xmlns:w=\"" NS_OOXML "wordprocessingml/2006/main\""
		 " xmlns:r=\"" NS_OOXML "officeDocument/2006/relationships\">");
	add_separator(out, -1, "separator", "separator");
	add_separator(out, 0, "continuationSeparator", "continuationSeparator");
	buf_add(out, o->notes.data, o->notes.size);
	buf_adds(out, "</w:footnotes>");
	if (!buf_ok(&o->notes))
		out->failed = true;
}

void outline_rels(struct buf *out, const struct outline *o)
{
	if (o->note > 0)
		buf_addf(out,
			 "<Relationship Id=\"rId%d\" Type=\"" REL_TYPE
			 "footnotes\" Target=\"footnotes.xml\"/>",
			 REL_FOOTNOTES);
	buf_add(out, o->links.data, o->links.size);
	if (!buf_ok(&o->links))
		out->failed = true;
}
