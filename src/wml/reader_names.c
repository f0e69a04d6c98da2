/*
 * reader_names.c - the reading door: which element is which. See
 * reader_state.h.
 */
#include "wml/reader_state.h"

#include <string.h>

enum space {
	NS_W = 1,
	NS_MC = 2,
	NS_W15 = 4,
	NS_M = 8,
	NS_A = 16,
	NS_V = 32,
	NS_W14 = 64,
	NS_WP = 128
};

static const struct {
	const char *uri;
	enum space space;
} spaces[] = {
	{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", NS_W},
	{"http://purl.oclc.org/ooxml/wordprocessingml/main", NS_W},
	{"http://schemas.openxmlformats.org/markup-compatibility/2006", NS_MC},
	{"http://schemas.microsoft.com/office/word/2010/wordml", NS_W14},
	{"http://schemas.microsoft.com/office/word/2012/wordml", NS_W15},
	{"http://schemas.openxmlformats.org/officeDocument/2006/math", NS_M},
	{"http://purl.oclc.org/ooxml/officeDocument/math", NS_M},
	{"http://schemas.openxmlformats.org/drawingml/2006/main", NS_A},
	{"http://purl.oclc.org/ooxml/drawingml/main", NS_A},
	{"urn:schemas-microsoft-com:vml", NS_V},
	{"http://schemas.openxmlformats.org/drawingml/2006/"
	 "wordprocessingDrawing",
	 NS_WP},
	{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", NS_WP},
};

/* Sorted by name in byte order. */
static const struct {
	const char *name;
	unsigned spaces;
	enum reader_kind kind;
} elements[] = {
	{"AlternateContent", NS_MC, EL_AC},
	{"Choice", NS_MC, EL_CHOICE},
	{"Fallback", NS_MC, EL_FALLBACK},
	{"alias", NS_W, EL_ALIAS},
	{"altChunk", NS_W, EL_ALT_CHUNK},
	{"b", NS_W, EL_BOLD},
	{"background", NS_W, EL_SKIP},
	{"begChr", NS_M, EL_BEG_CHR},
	{"blip", NS_A, EL_DRAWING},
	{"bookmarkEnd", NS_W, EL_BOOKMARK_END},
	{"bookmarkStart", NS_W, EL_BOOKMARK_START},
	{"br", NS_W, EL_BR},
	{"caps", NS_W, EL_CAPS},
	{"cellDel", NS_W, EL_CELL_DEL},
	{"cellIns", NS_W, EL_CELL_INS},
	{"checkBox", NS_W, EL_FF_CHECK},
	{"checkbox", NS_W14, EL_CHECKBOX},
	{"checked", NS_W | NS_W14, EL_CHECKED},
	{"chr", NS_M, EL_CHR},
	{"comment", NS_W, EL_NOTE},
	{"commentReference", NS_W, EL_COMMENT_REF},
	{"cr", NS_W, EL_BR},
	{"d", NS_M, EL_D},
	{"dataBinding", NS_W | NS_W15, EL_DATA_BINDING},
	{"ddList", NS_W, EL_FF_LIST},
	{"default", NS_W, EL_DEFAULT},
	{"del", NS_W, EL_DEL},
	{"delInstrText", NS_W, EL_SKIP},
	{"delText", NS_W, EL_DEL_TEXT},
	{"den", NS_M, EL_DEN},
	{"docPart", NS_W, EL_DOC_PART},
	{"docPr", NS_WP, EL_DOC_PR},
	{"dstrike", NS_W, EL_STRIKE},
	{"e", NS_M, EL_E},
	{"endChr", NS_M, EL_END_CHR},
	{"endnote", NS_W, EL_NOTE},
	{"endnoteReference", NS_W, EL_ENDNOTE_REF},
	{"ffData", NS_W, EL_FF},
	{"fldChar", NS_W, EL_FLD_CHAR},
	{"fldSimple", NS_W, EL_FLD_SIMPLE},
	{"footnote", NS_W, EL_NOTE},
	{"footnoteReference", NS_W, EL_FOOTNOTE_REF},
	{"gridBefore", NS_W, EL_GRID_BEFORE},
	{"gridSpan", NS_W, EL_GRID_SPAN},
	{"hMerge", NS_W, EL_H_MERGE},
	{"hyperlink", NS_W, EL_HYPERLINK},
	{"i", NS_W, EL_ITALIC},
	{"ilvl", NS_W, EL_ILVL},
	{"imagedata", NS_V, EL_DRAWING},
	{"ins", NS_W, EL_INS},
	{"instrText", NS_W, EL_INSTR},
	{"listEntry", NS_W, EL_LIST_ENTRY},
	{"listItem", NS_W, EL_LIST_ITEM},
	{"m", NS_M, EL_MATRIX},
	{"moveFrom", NS_W, EL_DEL},
	{"moveTo", NS_W, EL_INS},
	{"mr", NS_M, EL_MATRIX_ROW},
	{"nary", NS_M, EL_NARY},
	{"noBreakHyphen", NS_W, EL_NO_BREAK_HYPHEN},
	{"numId", NS_W, EL_NUM_ID},
	{"numberingChange", NS_W, EL_SKIP},
	{"outlineLvl", NS_W, EL_OUTLINE},
	{"p", NS_W, EL_P},
	{"pPr", NS_W, EL_PPR},
	{"pPrChange", NS_W, EL_SKIP},
	{"pStyle", NS_W, EL_PSTYLE},
	{"pageBreakBefore", NS_W, EL_PAGE},
	{"ptab", NS_W, EL_TAB},
	{"r", NS_W, EL_R},
	{"rFonts", NS_W, EL_FONTS},
	{"rPr", NS_W, EL_RPR},
	{"rPrChange", NS_W, EL_SKIP},
	{"rStyle", NS_W, EL_RSTYLE},
	{"rad", NS_M, EL_RAD},
	{"repeatingSection", NS_W15, EL_REPEATING},
	{"result", NS_W, EL_RESULT},
	{"rt", NS_W, EL_RT},
	{"ruby", NS_W, EL_RUBY},
	{"sdt", NS_W, EL_SDT},
	{"sdtContent", NS_W, EL_SDT_CONTENT},
	{"sdtEndPr", NS_W, EL_SKIP},
	{"sdtPr", NS_W, EL_SDT_PR},
	{"sectPr", NS_W, EL_SKIP},
	{"showingPlcHdr", NS_W, EL_SHOWING},
	{"smallCaps", NS_W, EL_SMALL_CAPS},
	{"softHyphen", NS_W, EL_SOFT_HYPHEN},
	{"strike", NS_W, EL_STRIKE},
	{"sub", NS_M, EL_SUB},
	{"sup", NS_M, EL_SUP},
	{"sym", NS_W, EL_SYM},
	{"t", NS_W | NS_M, EL_T},
	{"tab", NS_W, EL_TAB},
	{"tabs", NS_W, EL_SKIP},
	{"tag", NS_W, EL_TAG},
	{"tbl", NS_W, EL_TBL},
	{"tblGrid", NS_W, EL_SKIP},
	{"tblHeader", NS_W, EL_TBL_HEADER},
	{"tblPr", NS_W, EL_SKIP},
	{"tblPrEx", NS_W, EL_SKIP},
	{"tc", NS_W, EL_TC},
	{"tcPr", NS_W, EL_TC_PR},
	{"tcPrChange", NS_W, EL_SKIP},
	{"tr", NS_W, EL_TR},
	{"trPr", NS_W, EL_TR_PR},
	{"trPrChange", NS_W, EL_SKIP},
	{"txbxContent", NS_W, EL_TXBX},
	{"u", NS_W, EL_UNDERLINE},
	{"vMerge", NS_W, EL_V_MERGE},
	{"vanish", NS_W, EL_VANISH},
	{"vertAlign", NS_W, EL_VERT_ALIGN},
};

static unsigned space_of(const char *uri)
{
	size_t i;

	for (i = 0; i < sizeof(spaces) / sizeof(*spaces); i++)
		if (strcmp(spaces[i].uri, uri) == 0)
			return spaces[i].space;
	return 0;
}

bool reader_is_word(const char *uri)
{
	return space_of(uri) == NS_W;
}

static enum reader_kind look_up(const struct sax_element *el)
{
	size_t low = 0, high = sizeof(elements) / sizeof(*elements);

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(el->local, elements[mid].name);

		if (order == 0)
			return elements[mid].spaces & space_of(el->uri)
				       ? elements[mid].kind
				       : EL_OTHER;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return EL_OTHER;
}

/* Names are interned for one parse, so their addresses can be remembered. */
enum reader_kind reader_kind_of(struct reader *reader,
				const struct sax_element *el)
{
	uintptr_t a = (uintptr_t)el->local, b = (uintptr_t)el->uri;
	size_t slot = (a ^ a >> 8 ^ b >> 4) & (READER_NAMES_MAX - 1);

	if (reader->names[slot].name != el->local ||
	    reader->names[slot].uri != el->uri) {
		reader->names[slot].name = el->local;
		reader->names[slot].uri = el->uri;
		reader->names[slot].kind = look_up(el);
	}
	return reader->names[slot].kind;
}

/* What Office itself defines may be read; what a stranger defines has a
 * fallback (ECMA-376-3 9.3). */
static bool is_office(const char *uri)
{
	static const char *const begins[] = {
		"http://schemas.microsoft.com/office/",
		"http://schemas.openxmlformats.org/",
		"http://purl.oclc.org/ooxml/",
	};
	size_t i;

	for (i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (strncmp(uri, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

bool reader_understands(const struct sax_element *el)
{
	size_t size, at = 0, end;
	const char *list = sax_attr(el, "Requires", &size), *uri;

	while (list && at < size) {
		for (end = at; end < size && list[end] != ' '; end++)
			continue;
		/* a prefix nobody declared says nothing */
		uri = end > at ? sax_namespace(el, list + at, end - at) : NULL;
		if (uri && !is_office(uri))
			return false;
		at = end + 1;
	}
	return true;
}
