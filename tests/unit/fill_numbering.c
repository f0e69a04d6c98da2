/* Lists in what is repeated: which begin anew, which go on. */
#include "fill/render.h"
#include "fill_pack.h"

#define P(x) "<w:p>" x "</w:p>"
#define T(x) "<w:r><w:t>" x "</w:t></w:r>"
/* A paragraph in a list, at a level of it. */
#define L(num, level, x)                                     \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/>" \
	"<w:numId w:val=\"" num "\"/></w:numPr></w:pPr>" T(x) "</w:p>"
#define S(style, x) \
	"<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" T(x) "</w:p>"
#define SECT "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>"
#define LVL(n, text)                                                       \
	"<w:lvl w:ilvl=\"" n "\"><w:start w:val=\"1\"/><w:numFmt "         \
	"w:val=\"decimal\"/><w:lvlText w:val=\"" text "\"/><w:lvlJc "      \
	"w:val=\"left\"/><w:pPr><w:ind w:left=\"720\" w:hanging=\"360\"/>" \
	"</w:pPr></w:lvl>"

static const char NUMBERING[] =
	"<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType "
	"w:val=\"multilevel\"/>" LVL("0", "%1.") LVL(
		"1",
		"%1.%2.") "</w:abstractNum>"
			  "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType "
			  "w:val=\"hybridMultilevel\"/><w:lvl w:ilvl=\"0\"><w:start "
			  "w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle "
			  "w:val=\"So\"/><w:lvlText w:val=\"(%1)\"/><w:lvlJc w:val=\"left\"/>"
			  "</w:lvl></w:abstractNum>"
			  "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>"
			  "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride "
			  "w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"
			  "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"1\"/></w:num>"
			  "<w:numIdMacAtCleanup w:val=\"4\"/>";

static const char STYLES[] =
	"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\">"
	"<w:name w:val=\"Normal\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"So\"><w:name "
	"w:val=\"So\"/><w:basedOn w:val=\"N\"/><w:pPr><w:numPr><w:numId "
	"w:val=\"9\"/></w:numPr><w:ind w:left=\"567\"/></w:pPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Con\"><w:name "
	"w:val=\"Con\"/><w:basedOn w:val=\"So\"/><w:pPr><w:ind "
	"w:firstLine=\"284\"/></w:pPr></w:style>";

#define NESTED(inner) P(T("{{#g}}")) inner P(T("{{/g}}")) SECT

static void nums_are(struct kit *k, const struct vb_answers *a,
		     const char *body, const char *want, const char *name,
		     const char *what)
{
	struct pack pack = {{[PACK_BODY] = body,
			     [PACK_STYLES] = STYLES,
			     [PACK_NUMBERING] = NUMBERING}};

	if (!pack_fill(k, &pack, a, true, name)) {
		ok(false, "%s", what);
		return;
	}
	is_str(pack_values(k, PACK_BODY, "<w:numId w:val=\""), want, what);
}

/* Two groups: the first of two items, the second of one, a third of none. */
static void test_rule(struct kit *k, const struct vb_answers *a)
{
	nums_are(k, a,
		 NESTED(P(T("{{t}}")) P(T("{{#i}}")) L("3", "0", "{{n}}")
				P(T("{{/i}}"))),
		 "3 3 10", "num-inner",
		 "a list in a repeat inside begins anew for each outer item");
	is_str(pack_values(k, PACK_NUMBERING, "<w:num w:numId=\""), "3 7 9 10",
	       "by a w:num of its own");
	is_int(pack_count(k, PACK_NUMBERING,
			  "<w:num w:numId=\"10\"><w:abstractNumId w:val=\"0\"/>"
			  "<w:lvlOverride w:ilvl=\"0\"><w:startOverride "
			  "w:val=\"1\"/></w:lvlOverride><w:lvlOverride "
			  "w:ilvl=\"1\"><w:startOverride w:val=\"1\"/>"
			  "</w:lvlOverride></w:num><w:numIdMacAtCleanup"),
	       1, "that starts every level, before w:numIdMacAtCleanup");
	nums_are(k, a, NESTED(L("3", "0", "{{t}}")), "3 3 3", "num-items",
		 "a list of the items counts them");
	nums_are(k, a, NESTED(L("3", "0", "{{t}}") P(T("x"))), "3 3 3",
		 "num-titles", "also with other paragraphs in an item");
	nums_are(k, a, NESTED(P(T("{{t}}")) L("3", "0", "a") L("3", "0", "b")),
		 "3 3 10 10 11 11", "num-static",
		 "two that stand in an item begin anew with each");
	nums_are(k, a,
		 NESTED(L("3", "0", "{{t}}") P(T("{{#i}}")) L("3", "1", "{{n}}")
				P(T("{{/i}}"))),
		 "3 3 3 3 3 3", "num-levels",
		 "a lower level begins anew by itself");
	nums_are(k, a,
		 NESTED(P(T("{{t}}")) P(T("{{#i}}")) L("3", "0", "{{n}}")
				L("3", "1", "x") P(T("{{/i}}"))),
		 "3 3 3 3 10 10", "num-both",
		 "and goes with the higher one that begins anew");
	nums_are(k, a,
		 L("3", "0", "z") NESTED(P(T("{{#i}}")) L("3", "0", "{{n}}")
						 P(T("{{/i}}"))),
		 "3 3 3 3", "num-outside",
		 "a list with a paragraph elsewhere goes on");
	nums_are(k, a,
		 NESTED(P(T("{{#t}}")) L("3", "0", "a") P(T("{{/t}}"))
				P(T("{{^t}}")) L("3", "0", "b") P(T("{{/t}}"))),
		 "3 3 3", "num-else", "a section and its else are one");
	nums_are(k, a, NESTED(L("7", "0", "a") L("7", "0", "b")),
		 "7 7 10 10 11 11", "num-start", "a list that starts at 5");
	is_int(pack_count(k, PACK_NUMBERING,
			  "<w:lvlOverride w:ilvl=\"0\"><w:startOverride "
			  "w:val=\"5\"/></w:lvlOverride>"),
	       3, "starts there again");
}

static void test_styles(struct kit *k, const struct vb_answers *a)
{
	nums_are(k, a,
		 NESTED(P(T("{{t}}")) P(T("{{#i}}")) S("Con", "{{n}}")
				P(T("{{/i}}"))),
		 "9 9 10", "num-style", "a list by its style");
	is_int(pack_count(
		       k, PACK_BODY,
		       "<w:pPr><w:pStyle w:val=\"Con\"/><w:numPr><w:ilvl "
		       "w:val=\"0\"/><w:numId w:val=\"10\"/></w:numPr><w:ind "
		       "w:firstLine=\"284\" w:left=\"567\"/></w:pPr>"),
	       1, "becomes one of its own, with the indents of the styles");
}

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title><body><repeat id=\"g\"><line>"
	"<text id=\"t\"/></line><line><longtext id=\"l\"/></line>"
	"</repeat></body></form>";

static void test_long(struct kit *k)
{
	struct vb_answers *a;

	if (vb_form_parse(&k->form, FORM, sizeof(FORM) - 1, "f", &k->err)) {
		ok(false, "the form: %s", k->err.text);
		return;
	}
	a = kit_parse(k, "<g><l><p>1</p><p>2</p></l></g><g><l><p>1</p></l>"
			 "</g>");
	nums_are(k, a, NESTED(L("3", "0", "x") L("3", "0", "{{l}}")),
		 "3 3 3 10 10", "num-long",
		 "the paragraphs of a long answer are in the list");
	vb_answers_free(a);
	vb_form_free(k->form);
	k->form = NULL;
}

static void test_limit(struct kit *k)
{
	struct buf xml = BUF_INIT;
	struct vb_answers *a;
	int i;
	struct pack pack = {
		{[PACK_BODY] = NESTED(L("3", "0", "a") L("3", "0", "b")),
		 [PACK_NUMBERING] = NUMBERING}};

	for (i = 0; i < RENDER_LISTS_MAX + 2; i++)
		buf_adds(&xml, "<g><t>x</t></g>");
	a = kit_parse(k, buf_cstr(&xml));
	ok(!pack_fill(k, &pack, a, true, "num-limit"),
	   "no more lists than Word counts");
	is_str(k->err.text, "more than 2000 lists that begin anew", "told");
	vb_answers_free(a);
	buf_release(&xml);
}

int main(void)
{
	struct kit k = {0};
	struct vb_answers *a;

	vb_init();
	a = kit_parse(&k, "<g><t>A</t><i><n>1</n></i><i><n>2</n></i></g>"
			  "<g><t>B</t><i><n>3</n></i></g><g><t>C</t></g>");
	test_rule(&k, a);
	test_styles(&k, a);
	test_long(&k);
	test_limit(&k);
	vb_answers_free(a);
	kit_release(&k);
	return done_testing();
}
