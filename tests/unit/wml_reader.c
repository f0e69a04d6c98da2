/* The reading door: words, places and marks of hand-written stories. */
#include "wml/props.h"
#include "wml/reader.h"

#include "tap.h"
#include "util/buf.h"

#include <stdlib.h>

#define W      "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

static struct wml_story *read_body(const char *uri, const char *body)
{
	struct buf xml = BUF_INIT;
	struct wml_story *story = NULL;
	struct vb_error err = {0};

	buf_addf(&xml,
		 "<w:document xmlns:w='%s' "
		 "xmlns:mc='http://schemas.openxmlformats.org/"
		 "markup-compatibility/2006' "
		 "xmlns:w15='http://schemas.microsoft.com/office/word/2012/"
		 "wordml' xmlns:v='urn:schemas-microsoft-com:vml'>"
		 "<w:body>%s</w:body></w:document>",
		 uri, body);
	if (wml_read(&story, xml.data, xml.size, "word/document.xml", NULL,
		     &err))
		printf("# %s: %s\n", err.where, err.text);
	buf_release(&xml);
	return story;
}

/* Paragraphs one a line: "[table.row.column] words", styles as {n}. */
static void dump_paras(struct buf *out, const struct wml_story *story)
{
	size_t i, j;

	for (i = 0; i < story->paras.n; i++) {
		const struct wml_para *para = &story->paras.at[i];

		if (i)
			buf_adds(out, "|");
		if (para->table)
			buf_addf(out, "[%u.%u.%u]", para->table, para->row,
				 para->column);
		for (j = 0; j < para->n_spans; j++) {
			const struct wml_span *span = &para->spans[j];

			if (span->style)
				buf_addf(out, "{%u}", span->style);
			buf_add(out, para->text + span->start, span->size);
			if (span->style)
				buf_adds(out, "{}");
		}
		if (para->has_deleted)
			buf_adds(out, "-");
		if (para->has_inserted)
			buf_adds(out, "+");
	}
}

/* The words of a mark, paragraphs parted by '|'. */
static void dump_marks(struct buf *out, const struct wml_story *story)
{
	static const char *scope[] = {"inline", "block", "cell", "row"};
	size_t i, j;

	for (i = 0; i < story->marks.n; i++) {
		const struct wml_mark *mark = &story->marks.at[i];

		buf_addf(out, "%s%s:%s%s%s(", i ? " " : "",
			 mark->kind == WML_CONTROL ? scope[mark->scope] : "bm",
			 mark->name, mark->is_placeholder ? "?" : "",
			 mark->is_open ? "!" : "");
		for (j = mark->first; j <= mark->last; j++) {
			const struct wml_para *para = &story->paras.at[j];
			size_t from = j == mark->first ? mark->start : 0;
			size_t to = j == mark->last ? mark->end : para->size;

			if (j > mark->first)
				buf_adds(out, "|");
			buf_add(out, para->text + from, to - from);
		}
		buf_adds(out, ")");
	}
}

static void check(const char *uri, const char *body, const char *paras,
		  const char *marks, const char *what)
{
	struct wml_story *story = read_body(uri, body);
	struct buf out = BUF_INIT;

	if (!ok(story != NULL, "%s: read", what))
		return;
	dump_paras(&out, story);
	is_str(buf_cstr(&out), paras, what);
	if (marks) {
		buf_clear(&out);
		dump_marks(&out, story);
		is_str(buf_cstr(&out), marks, what);
	}
	buf_release(&out);
	wml_story_free(story);
}

#define R(t) "<w:r><w:t>" t "</w:t></w:r>"
#define P(t) "<w:p>" R(t) "</w:p>"
#define SDT(tag, in)                                                     \
	"<w:sdt><w:sdtPr><w:alias w:val='A &amp; B'/><w:tag w:val='" tag \
	"'/></w:sdtPr><w:sdtContent>" in "</w:sdtContent></w:sdt>"
#define START(id, name) "<w:bookmarkStart w:id='" id "' w:name='" name "'/>"
#define END(id)		"<w:bookmarkEnd w:id='" id "'/>"

static void test_words(void)
{
	check(W, P("a") P("b"), "a|b", "", "two paragraphs");
	check(STRICT, P("a"), "a", "", "strict namespace");
	check(W,
	      "<w:p><w:r><w:t> a  b </w:t><w:t xml:space='preserve'> c\n"
	      "</w:t><w:tab/><w:br/><w:cr/><w:noBreakHyphen/>"
	      "<w:sym w:font='Symbol' w:char='F0B7'/><w:softHyphen/>"
	      "<w:footnoteReference w:id='2'/></w:r></w:p>",
	      "a  b c \t\n\n-\xe2\x80\xa2\xc2\xad", "", "characters");
	check(W,
	      "<w:p><w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs><w:rPr><w:b/>"
	      "</w:rPr></w:pPr><w:r><w:rPr><w:b/><w:i w:val='false'/>"
	      "</w:rPr><w:t>x</w:t></w:r><w:r><w:rPr><w:b w:val='1'/></w:rPr>"
	      "<w:t>y</w:t></w:r><w:r><w:rPr><w:u w:val='single'/>"
	      "<w:vanish/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
	      "</w:rPr><w:t>z</w:t></w:r>" R("&lt;&amp;") "</w:p>",
	      "{1}xy{}{12}z{}<&", "", "run properties, changes of them apart");
	check(W,
	      "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r>"
	      "<w:instrText>REF a</w:instrText><w:t>code</w:t></w:r><w:r>"
	      "<w:fldChar w:fldCharType='separate'/></w:r>" R(
		      "res") "<w:r>"
			     "<w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr='x'>" R(
				     "ult") "</w:fldSimple><w:r><w:fldChar w:fldCharType='begin'/>"
					    "</w:r>" R("lost") "</w:p>" P(
						    "kept"),
	      "result|kept", "", "fields by their result");
	check(W,
	      "<w:p><w:hyperlink>" R("a") "</w:hyperlink><w:smartTag>" R("b") "</w:smartTag><w:r><w:ruby><w:rt>" R(
		      "no") "</w:rt><w:rubyBase>" R("c") "</w:rubyBase></w:ruby></w:r></w:p>",
	      "abc{512}(no){}", "", "links, smart tags, ruby");
}

static void test_changes(void)
{
	check(W,
	      "<w:p><w:ins>" R(
		      "12") "</w:ins><w:del><w:r><w:delText>9"
			    "</w:delText></w:r></w:del><w:moveFrom>" R(
				    "gone") "</w:moveFrom><w:moveTo>" R("here") "</w:moveTo></w:p>",
	      "{32}12here{}-+", "", "changes accepted");
	check(W,
	      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" START("1", "x")
		      R("a") END("1") "</w:p><w:p>" R("b") "</w:p>" P("c"),
	      "ab-|c", "bm:x(a)", "a deleted paragraph mark joins");
	check(W,
	      "<w:tbl><w:tr><w:tc>"
	      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R(
		      "a") "</w:p>"
			   "</w:tc></w:tr></w:tbl>" P("b"),
	      "[1.1.1]a-|b", "", "but not past the end of a cell");
	check(W,
	      "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" P("a") "</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>" P(
		      "b") "</w:tc></w:tr></w:tbl>" P("c"),
	      "[1.1.1]-|[1.2.1]b|c", "", "a deleted row has no words");
}

static void test_tables(void)
{
	check(W,
	      "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" P("a") "</w:tc><w:tc>" P(
		      "b") "</w:tc></w:tr><w:tr><w:trPr>"
			   "<w:gridBefore w:val='1'/></w:trPr><w:tc>" P("c") "<w:tbl><w:tr><w:tc>" P("n") "</w:tc></w:tr></w:tbl>" P(
				   "d") "</w:tc><w:tc>" P("e") "</w:tc></w:tr></w:tbl>" P("f"),
	      "[1.1.1]a|[1.1.3]b|[1.2.2]c|[2.1.1]n|[1.2.2]d|[1.2.3]e|f", "",
	      "grid columns, nested tables");
}

static void test_boxes(void)
{
	check(W,
	      "<w:p>" R(
		      "a") "<w:r><mc:AlternateContent><mc:Choice "
			   "Requires='wps'><w:drawing><w:txbxContent>" P(
				   "box") "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
					  "<w:txbxContent>" P(
						  "box") "</w:txbxContent></w:pict>"
							 "</mc:Fallback></mc:AlternateContent></w:r>" R(
								 "b") "</w:p>" P("c"),
	      "ab|box|c", "", "a text box once, after its paragraph");
	check(W,
	      "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict>"
	      "<w:txbxContent>" P(
		      "old") "</w:txbxContent></w:pict>"
			     "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
	      "|old", "", "a fallback without a choice is read");
}

static void test_marks(void)
{
	check(W, "<w:p>" R("x") SDT("a.th", R("12")) R("y") "</w:p>", "x12y",
	      "inline:a.th(12)", "inline control");
	check(W, P("0") SDT("b", P("1") P("2")) P("3"), "0|1|2|3",
	      "block:b(1|2)", "block control");
	check(W,
	      "<w:tbl>" SDT(
		      "r",
		      "<w:tr>" SDT(
			      "c",
			      "<w:tc>" P(
				      "1") "</w:tc>") "</w:tr>") "</w:tbl>" P("3"),
	      "[1.1.1]1|3", "row:r(1) cell:c(1)", "row and cell controls");
	check(W,
	      "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:rPr><w:b/></w:rPr>"
	      "<w:tag w:val='p'/></w:sdtPr><w:sdtContent>" R(
		      "...") "</w:sdtContent></w:sdt>" R("z") "</w:p>",
	      "{64}...{}z", "inline:p?(...)", "placeholder");
	check(W, "<w:p>" SDT("e", "") R("z") "</w:p>", "z", "inline:e()",
	      "empty control");
	check(W,
	      "<w:p>" START("1", "a") R("x") START("2", "b") R("y") END("1")
		      R("z") END("2") "</w:p>",
	      "xyz", "bm:a(xy) bm:b(yz)", "overlapping bookmarks");
	check(W, START("7", "m") P("1") P("2") END("7") P("3"), "1|2|3",
	      "bm:m(1|2)", "bookmark between paragraphs");
	check(W,
	      "<w:p>" START("1", "d") R("x") "</w:p><w:p>" START("1", "d")
		      R("y") END("1") "</w:p>" START("9", "o"),
	      "x|y", "bm:d!() bm:d(y) bm:o!()",
	      "a duplicate start without its end");
	check(W, START("1", "only") END("1"), "", "bm:only()",
	      "a mark in a story without paragraphs");
}

static void test_errors(void)
{
	static const struct {
		const char *xml, *text;
		int code;
	} bad[] = {
		{"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
		 "a DOCTYPE is not allowed", VB_XML},
		{"<a/>", "'a' is not WordprocessingML", VB_DOCUMENT},
		{"<w:document xmlns:w='" W "'><w:p></w:document>", NULL,
		 VB_XML},
		{"", NULL, VB_XML},
	};
	struct buf deep = BUF_INIT;
	struct wml_story *story;
	struct vb_error err;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		memset(&err, 0, sizeof(err));
		is_int(wml_read(&story, bad[i].xml, strlen(bad[i].xml), "p",
				NULL, &err),
		       bad[i].code, bad[i].xml);
		if (bad[i].text)
			is_str(err.text, bad[i].text, "says so");
		is_str(err.part, "p", "with the part");
	}
	buf_adds(&deep, "<w:document xmlns:w='" W "'>");
	for (i = 0; i < 300; i++)
		buf_adds(&deep, "<w:x>");
	memset(&err, 0, sizeof(err));
	is_int(wml_read(&story, deep.data, deep.size, "p", NULL, &err),
	       VB_LIMIT, "too deep");
	is_str(err.text, "elements nest deeper than 256", "says so");
	buf_release(&deep);
}

/* A document that begins with `n` times `open`, read until it breaks off. */
static int read_many(const char *open, int n, struct vb_error *err)
{
	struct buf xml = BUF_INIT;
	struct wml_story *story;
	int i, code;

	memset(err, 0, sizeof(*err));
	buf_adds(&xml, "<w:document xmlns:w='" W "'>");
	for (i = 0; i < n; i++)
		buf_adds(&xml, open);
	code = wml_read(&story, xml.data, xml.size, "p", NULL, err);
	buf_release(&xml);
	return code;
}

/* So many may stand there (then the XML breaks off), one more may not. */
static void is_limited(const char *open, int max, const char *text)
{
	struct vb_error err;

	is_int(read_many(open, max, &err), VB_XML, "up to the limit");
	is_int(read_many(open, max + 1, &err), VB_LIMIT, "past the limit");
	is_str(err.text, text, "says which");
	is_str(err.where, "line 1", "and where");
}

static void test_limits(void)
{
	is_limited("<w:tbl>", WML_TABLE_DEPTH_MAX,
		   "tables nest deeper than 32");
	is_limited("<w:p>", 16, "paragraphs nest deeper than 16");
	is_limited("<w:p/>", WML_PARAS_MAX, "more than 1000000 paragraphs");
	is_limited("<w:bookmarkStart/>", WML_MARKS_MAX,
		   "more than 1000000 controls and bookmarks");
}

/* Elements where they do not belong; found by fuzzing. */
static void test_misplaced(void)
{
	check(W,
	      "<w:sdt><w:sdtPr><w:p><w:r/></w:p><w:sdt/><w:tbl/></w:sdtPr>"
	      "</w:sdt>" P("a"),
	      "a", "block:()", "among the properties of a control");
	check(W, "<w:r><w:t>x</w:t></w:r><w:sdtContent/>" P("a"), "a", "",
	      "words outside paragraphs");
	check(W, "<w:tr/><w:tc>" P("a") "</w:tc>" END("5") START("5", "b"), "a",
	      "bm:b!()", "rows without a table, ends without a start");
}

static void test_styles(void)
{
	static const char xml[] =
		"<w:styles xmlns:w='" W "'>"
		"<w:style w:styleId='u1'><w:name w:val='Heading 1'/></w:style>"
		"<w:style w:styleId='x'><w:basedOn w:val='u1'/></w:style>"
		"<w:style w:styleId='o'><w:pPr><w:outlineLvl w:val='2'/>"
		"</w:pPr></w:style>"
		"<w:style w:styleId='n'><w:name w:val='Normal'/></w:style>"
		"<w:style w:styleId='l'><w:basedOn w:val='l'/></w:style>"
		"</w:styles>";
	struct wml_styles *styles = NULL;
	struct vb_error err = {0};

	is_int(wml_styles_read(&styles, xml, strlen(xml), &err), VB_OK,
	       "styles");
	is_int(wml_styles_heading(styles, "u1"), 1, "by name");
	is_int(wml_styles_heading(styles, "x"), 1, "by base");
	is_int(wml_styles_heading(styles, "o"), 3, "by outline level");
	is_int(wml_styles_heading(styles, "n"), 0, "not a heading");
	is_int(wml_styles_heading(styles, "l"), 0, "a loop ends");
	is_int(wml_styles_heading(NULL, "u1"), 0, "no styles");
	wml_styles_free(styles);
}

/* So many of a thing may stand in a part, one more may not. */
static void test_lists(void)
{
	struct buf xml = BUF_INIT;
	struct wml_styles *styles = NULL;
	struct wml_props *props = NULL;
	struct vb_error err = {0};
	int i;

	buf_adds(&xml, "<w:styles xmlns:w='" W "'>");
	for (i = 0; i < 65536; i++)
		buf_adds(&xml, "<w:style/>");
	buf_adds(&xml, "</w:styles>");
	is_int(wml_styles_read(&styles, xml.data, xml.size, &err), VB_OK,
	       "65,536 styles");
	wml_styles_free(styles);
	xml.size -= strlen("</w:styles>");
	buf_adds(&xml, "<w:style/>");
	is_int(wml_styles_read(&styles, xml.data, xml.size, &err), VB_LIMIT,
	       "but one more");
	is_str(err.text, "more than 65536 styles", "says so");

	buf_clear(&xml);
	buf_adds(&xml, "<p>");
	for (i = 0; i < PROPS_MAX; i++)
		buf_adds(&xml, "<property name='a'/>");
	buf_adds(&xml, "</p>");
	is_int(wml_props_read(&props, xml.data, xml.size, "p", &err), VB_OK,
	       "10,000 properties");
	wml_props_free(props);
	xml.size -= strlen("</p>");
	buf_adds(&xml, "<property name='a'/>");
	memset(&err, 0, sizeof(err));
	is_int(wml_props_read(&props, xml.data, xml.size, "p", &err), VB_LIMIT,
	       "but one more");
	is_str(err.text, "more than 10000 properties", "says so");
	buf_release(&xml);
}

int main(void)
{
	test_words();
	test_changes();
	test_tables();
	test_boxes();
	test_marks();
	test_errors();
	test_limits();
	test_misplaced();
	test_styles();
	test_lists();
	return done_testing();
}
