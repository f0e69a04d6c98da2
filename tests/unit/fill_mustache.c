/*
 * The rules of the Mustache specification (1.4), by its own groups, as they
 * apply to a document. Its data are answers: an object is a group that is
 * there once, a list is elements one behind the other. A name without a value
 * leaves a blank to be filled by hand, not nothing.
 */
#include "fill_kit.h"

#define P(x)   "<w:p>" x "</w:p>"
#define R(x)   "<w:r>" x "</w:r>"
#define T(x)   "<w:r><w:t>" x "</w:t></w:r>"
#define TC(x)  "<w:tc>" x "</w:tc>"
#define TR(x)  "<w:tr>" x "</w:tr>"
#define TBL(x) "<w:tbl><w:tblPr/><w:tblGrid/>" x "</w:tbl>"

/* The words of a filled body, "|" behind each paragraph. */
static void words(struct buf *out, const char *xml)
{
	const char *at = xml;

	while ((at = strchr(at, '<'))) {
		const char *end = strchr(at, '>');

		if (strncmp(at, "<w:t>", 5) == 0 ||
		    strncmp(at, "<w:t ", 5) == 0)
			buf_add(out, end + 1, strcspn(end + 1, "<"));
		else if (strncmp(at, "</w:p>", 6) == 0 ||
			 strncmp(at, "<w:p/>", 6) == 0)
			buf_addc(out, '|');
		at = end;
	}
}

/* Fills BODY with answers without a form and compares the words. */
static void gives(const char *body, const char *inner, const char *want,
		  const char *what)
{
	struct kit k = {0};
	struct vb_answers *answers = kit_parse(&k, inner);
	struct buf out = BUF_INIT;
	char *xml;

	if (!answers || kit_open(&k, body) || kit_fill(&k, answers, true)) {
		ok(false, "%s: %s", what, k.err.text);
	} else {
		xml = kit_part(&k, "word/document.xml");
		words(&out, kit_body(xml));
		is_str(buf_cstr(&out), want, what);
		free(xml);
	}
	buf_release(&out);
	vb_answers_free(answers);
	kit_release(&k);
}

/* Compares the whole body. */
static void gives_xml(const char *body, const char *inner, const char *want,
		      const char *what)
{
	struct kit k = {0};
	struct vb_answers *answers = kit_parse(&k, inner);

	kit_is(&k, body, answers, true, want, what);
	vb_answers_free(answers);
	kit_release(&k);
}

static void refused(const char *body, const char *want, const char *what)
{
	struct kit k = {0};

	is_int(kit_open(&k, body), VB_TEMPLATE, what);
	is_str(buf_cstr(&k.findings), want, "says so");
	kit_release(&k);
}

#define LEADER                                                             \
	"\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2" \
	"\x80\xa6\xe2\x80\xa6\xe2\x80\xa6"

static void test_interpolation(void)
{
	gives(P(T("Hello from {Mustache}!")), "", "Hello from {Mustache}!|",
	      "No Interpolation");
	gives(P(T("{{b}}, {{a}}")), "<a>{{b}}</a><b>x</b>", "x, {{b}}|",
	      "No Re-interpolation");
	gives(P(T("Hello, {{subject}}!")), "<subject>world</subject>",
	      "Hello, world!|", "Basic Interpolation");
	gives(P(T("{{x}}")), "<x>&amp; \" &lt; &gt;</x>", "&amp; \" &lt; &gt;|",
	      "HTML Escaping: always, and as XML");
	gives(P(T("{{mph}} {{power}}")), "<mph>85</mph><power>1.210</power>",
	      "85 1.210|", "Basic Integer and Decimal Interpolation");
	gives(P(T("I ({{cannot}}) be seen!")), "", "I (" LEADER ") be seen!|",
	      "Basic Context Miss: a blank");
	gives(P(T("{{e}}.")), "<e/>", ".|",
	      "Basic Null Interpolation: answered with nothing");
	gives(P(T("| {{string}} |")), "<string>---</string>", "| --- ||",
	      "Interpolation - Surrounding Whitespace");
	gives_xml(P(T("  {{string}} ")), "<string>-</string>",
		  P("<w:r><w:t xml:space=\"preserve\">  </w:t></w:r>"
		    "<w:r><w:t xml:space=\"preserve\">-</w:t></w:r>"
		    "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"),
		  "Interpolation - Standalone: white space stays");
	gives(P(T("|{{ string }}|{{\xc2\xa0string\xe2\x80\x8b}}|")),
	      "<string>---</string>", "|---|---||",
	      "Interpolation With Padding, also of what Word puts in");
	refused(P(T("{{{string}}}")),
		"bad-tag/2  p1: '{{{string}}}' values are always escaped; "
		"write '{{x}}'\n",
		"Triple Mustache");
	refused(P(T("{{&amp; string }}")),
		"bad-tag/2  p1: '{{&string}}' values are always escaped; "
		"write '{{x}}'\n",
		"Ampersand");
}

static void test_dotted(void)
{
	gives(P(T("{{person.name}}=={{#person}}{{name}}{{/person}}")),
	      "<person><name>Joe</name></person>", "Joe==Joe|",
	      "Dotted Names - Basic Interpolation");
	gives(P(T("{{a.b.c.d.e.name}}")),
	      "<a><b><c><d><e><name>Phil</name></e></d></c></b></a>", "Phil|",
	      "Dotted Names - Arbitrary Depth");
	gives(P(T("{{a.b.c}}")), "<a/>", LEADER "|",
	      "Dotted Names - Broken Chains");
	gives(P(T("{{a.b.c.name}}")),
	      "<a><b><x/></b></a><c><name>Jim</name></c>", LEADER "|",
	      "Dotted Names - Broken Chain Resolution");
	gives(P(T("{{#a}}{{b.c.d.e.name}}{{/a}}")),
	      "<a><b><c><d><e><name>Phil</name></e></d></c></b></a>"
	      "<b><c><d><e><name>Wrong</name></e></d></c></b>",
	      "Phil|", "Dotted Names - Initial Resolution");
	gives(P(T("{{#a}}{{b.c}}{{/a}}")), "<a><b/></a><b><c>ERROR</c></b>",
	      LEADER "|", "Dotted Names - Context Precedence");
	gives(P(T("{{#p}}{{a.b}}{{/p}}")), "<p><x>1</x></p><a><b>out</b></a>",
	      "out|", "the first name is looked for outside");
	gives(P(T("{{x.th}} {{o.x.th}} {{o.x}}")),
	      "<x level=\"th\">9</x><o><x level=\"th\">8</x><x>7</x></o>",
	      "9 8 7|", "a level is the last name");
	gives(P(T("{{l.n}}")), "<l><n>1</n></l><l><n>2</n></l>", LEADER "|",
	      "of a list there is no telling which row is meant");
	gives(P(T("{{#a.b.c}}Here{{/a.b.c}}{{^a.b.d}}, not{{/a.b.d}}")),
	      "<a><b><c>1</c></b></a>", "Here, not|",
	      "Sections: Dotted Names - Truthy and Broken Chains");
	gives(P(T("{{#a.l}}{{n}}{{/a.l}}")),
	      "<a><l><n>1</n></l><l><n>2</n></l></a>", "12|", "a dotted list");
}

static void test_iterator(void)
{
	gives(P(T("{{#list}}({{.}}){{/list}}")),
	      "<list>a</list><list>b</list><list>&lt;c</list>",
	      "(a)(b)(&lt;c)|", "Implicit Iterator - String, escaped");
	gives(P(T("{{#list}}({{.}}){{/list}}")), "<list>1</list>", "(1)|",
	      "a list of one");
	gives(P(T("{{#list}}({{.}}){{/list}}")), "<list>1</list><list/>",
	      "(1)(" LEADER ")|", "an empty item is not looked for outside");
	gives(P(T("{{#g}}{{#t}}({{.}}){{/t}}{{/g}}")),
	      "<g><t>1</t><t>2</t></g><g><t>3</t></g>", "(1)(2)(3)|",
	      "lists in a list");
	gives(P(T("{{#list}}")) P(T("- {{.}}")) P(T("{{/list}}")),
	      "<list>a</list><list>b</list>", "- a|- b|", "as paragraphs");
	gives(P(T("{{#foo}}{{.}} is {{foo}}{{/foo}}")), "<foo>bar</foo>",
	      "bar is bar|", "Variable test");
	gives(P(T("{{#o}}{{#t}}{{#.}}{{.}}{{/.}}{{/t}}{{/o}}")),
	      "<o><t>1</t><t>2</t></o>", "12|", "a section about the item");
}

static void test_sections(void)
{
	gives(P(T("{{#b}}yes{{/b}}.")), "<b>true</b>", "yes.|", "Truthy");
	gives(P(T("{{#b}}no{{/b}}{{#c}}no{{/c}}{{#d}}no{{/d}}.")),
	      "<b>false</b><c/>", ".|", "Falsey, Null is falsey, missing");
	gives(P(T("{{#z}}yes{{/z}}")), "<z>0</z>", "yes|", "0 is true");
	gives(P(T("{{#context}}Hi {{name}}.{{/context}}")),
	      "<context><name>Joe</name></context>", "Hi Joe.|", "Context");
	gives(P(T("{{#sec}}{{a}}, {{b}}, {{c.d}}{{/sec}}")),
	      "<a>foo</a><b>wrong</b><sec><b>bar</b></sec><c><d>baz</d></c>",
	      "foo, bar, baz|", "Parent contexts");
	gives(P(T("{{#a}}{{#b}}{{#c}}{{#d}}{{one}}{{two}}{{three}}{{four}}"
		  "{{/d}}{{/c}}{{/b}}{{/a}}")),
	      "<a><one>1</one><b><two>2</two><c><three>3</three>"
	      "<d><four>4</four></d></c></b></a>",
	      "1234|", "Deeply Nested Contexts");
	gives(P(T("{{#tops}}{{#middles}}{{tname.lower}}{{mname}}."
		  "{{#bottoms}}{{tname.upper}}{{mname}}{{bname}}."
		  "{{/bottoms}}{{/middles}}{{/tops}}")),
	      "<tops><tname><upper>A</upper><lower>a</lower></tname>"
	      "<middles><mname>1</mname><bottoms><bname>x</bname></bottoms>"
	      "<bottoms><bname>y</bname></bottoms></middles></tops>",
	      "a1.A1x.A1y.|", "List Contexts");
	gives(P(T("{{#list}}{{item}}{{/list}}")),
	      "<list><item>1</item></list><list><item>2</item></list>", "12|",
	      "List");
	gives(P(T("{{#list}}Yay{{/list}}.")), "<list/>", ".|", "Empty List");
	gives(P(T("{{#b}}")) P(T("first")) P(T("{{/b}}")) P(T("second"))
		      P(T("{{#b}}")) P(T("third")) P(T("{{/b}}")),
	      "<b>true</b>", "first|second|third|", "Doubled");
	gives(P(T("A {{#b}}B {{#b}}C{{/b}} D{{/b}} E")), "<b>true</b>",
	      "A B C D E|", "Nested (Truthy)");
	gives(P(T("A {{#b}}B {{#b}}C{{/b}} D{{/b}} E")), "<b>false</b>",
	      "A  E|", "Nested (Falsey)");
	gives(P(T("[{{#missing}}x{{/missing}}]")), "", "[]|", "Context Misses");
	gives(P(T("|{{# b }}={{/ b }}|{{ #b}}={{ /b }}|")), "<b>true</b>",
	      "|=|=||", "Padding");
	refused(P(T("{{#a}}x{{/b}}{{/a}}")),
		"stray-close/2 b p1: '{{/b}}' closes nothing that is open\n",
		"a name that was not opened");
	refused(P(T("{{$a}}x{{/a}}")),
		"bad-tag/2  p1: '{{$a}}' blocks and parents are not in the tag "
		"language\nstray-close/2 a p1: '{{/a}}' closes nothing that "
		"is open\n",
		"inheritance");
}

#define LINES P(T("{{#b}}")) P(T("line")) P(T("{{/b}}"))

static void test_standalone(void)
{
	gives(P(T("| This Is")) P(T("{{#b}}")) P(T("|")) P(T("{{/b}}"))
		      P(T("| A Line")),
	      "<b>true</b>", "| This Is|||| A Line|", "Standalone Lines");
	gives(P(T(" \xc2\xa0{{#b}}\t")) P(T("line")) P(T("  {{/b}}  ")),
	      "<b>true</b>", "line|", "Indented Standalone Lines");
	gives(LINES, "<b>true</b>", "line|", "Standalone Without Newline");
	gives(P(T("a")) LINES P(T("b")), "<b>false</b>", "a|b|",
	      "nothing is left of what is not there");
	gives(P(T("a {{#b}}") R("<w:br/>") T("x{{/b}}")), "<b>true</b>", "a x|",
	      "not alone: in the line");
	gives(TBL(TR(TC(P(T("{{#l}}"))) TC("<w:p/>")) TR(TC(P(T("{{.}}"))) TC(
		      P(T("x")))) TR(TC(P(T("{{/l}}"))) TC("<w:p/>"))),
	      "<l>1</l><l>2</l>", "1|x|2|x|", "alone in its row: the row");
	gives_xml(TBL(TR(TC(P(T("a")))) TR(TC(P(T("{{! c }}"))) TC("<w:p/>"))),
		  "", TBL(TR(TC(P(T("a"))))), "also a comment");
	gives_xml(TBL(TR(TC(P(T("{{! c }}"))))), "", TBL(TR(TC("<w:p/>"))),
		  "but never the only row");
}

static void test_inverted(void)
{
	gives(P(T("{{^b}}yes{{/b}}.")), "<b>false</b>", "yes.|", "Falsey");
	gives(P(T("{{^b}}no{{/b}}.")), "<b>true</b>", ".|", "Truthy");
	gives(P(T("{{^b}}yes{{/b}}.")), "<b/>", "yes.|", "Null is falsey");
	gives(P(T("{{^o}}no{{/o}}.")), "<o><n>1</n></o>", ".|", "Context");
	gives(P(T("{{^l}}no{{/l}}.")), "<l>1</l><l>2</l>", ".|", "List");
	gives(P(T("{{^l}}yes{{/l}}.")), "<l/>", "yes.|", "Empty List");
	gives(P(T("A {{^b}}B {{^b}}C{{/b}} D{{/b}} E")), "", "A B C D E|",
	      "Nested (Falsey)");
	gives(P(T("{{^x}}{{.}}{{/x}}")), "<a>1</a>", LEADER "|",
	      "it is about nothing");
	gives(P(T("{{#b}}yes{{^}}no{{/b}}")), "<b>1</b>", "yes|",
	      "{{^}}: then");
	gives(P(T("{{#b}}yes{{^}}no{{/b}}")), "", "no|", "{{^}}: else");
	gives(P(T("{{^b}}no{{^}}yes{{/b}}")), "", "no|",
	      "{{^}} of an inverted section");
	gives(P(T("{{#r}}")) P(T("{{n}}")) P(T("{{^}}")) P(T("none"))
		      P(T("{{/r}}")),
	      "<r><n>1</n></r><r><n>2</n></r>", "1|2|", "{{^}} alone: a list");
	gives(P(T("{{#r}}")) P(T("{{n}}")) P(T("{{^}}")) P(T("none"))
		      P(T("{{/r}}")),
	      "", "none|", "{{^}} alone: no list");
	gives(TBL(TR(TC(P(T("{{#r}}")))) TR(TC(P(T("{{n}}"))))
			  TR(TC(P(T("{{^}}")))) TR(TC(P(T("none"))))
				  TR(TC(P(T("{{/r}}"))))),
	      "<r><n>1</n></r><r><n>2</n></r>", "1|2|", "{{^}} in rows");
	gives(TBL(TR(TC(P(T("{{#r}}")))) TR(TC(P(T("{{n}}"))))
			  TR(TC(P(T("{{^}}")))) TR(TC(P(T("none"))))
				  TR(TC(P(T("{{/r}}"))))),
	      "", "none|", "{{^}} in rows: no list");
	gives(P(T("{{#a}}{{#b}}2{{^}}1{{/b}}{{^}}0{{/a}}")), "<a>1</a>", "1|",
	      "{{^}} belongs to the innermost");
	refused(P(T("a{{^}}b")),
		"stray-close/2  p1: '{{^}}' stands in no section\n",
		"{{^}} outside");
	refused(P(T("{{#a}}{{^}}{{^}}{{/a}}")),
		"section-shape/2 a p1: '{{^}}' is there twice in one "
		"section\n",
		"{{^}} twice");
}

static void test_comments(void)
{
	gives(P(T("12345{{! Comment Block! }}67890")), "", "1234567890|",
	      "Inline");
	gives_xml(P(T("a{{!") R("<w:br/>") T(" b") R("<w:tab/>") T("c }}d")),
		  "",
		  P("<w:r><w:t xml:space=\"preserve\">a</w:t></w:r>"
		    "<w:r><w:t xml:space=\"preserve\">d</w:t></w:r>"),
		  "Multiline: breaks go with it");
	gives(P(T("Begin.")) P(T("{{! alone }}")) P(T("End.")), "",
	      "Begin.|End.|", "Standalone");
	gives(P(T("Begin.")) P(T(" {{! one }} {{! two }} ")) P(T("End.")), "",
	      "Begin.|End.|", "Indented Standalone");
	gives(P(T("Begin.")) P(T("{{!")) P(T("Something")) P(T("to say"))
		      P(T("}}")) P(T("End.")),
	      "", "Begin.|End.|", "Multiline Standalone: over paragraphs");
	gives(P(T("a{{! b")) TBL(TR(TC(P(T("{{x}}"))))) P(T("c }}d{{x}}")),
	      "<x>1</x>", "a|d1|", "with a table in it");
	gives(P(T("12 {{! 34 }}")) P(T("56")), "", "12 |56|",
	      "Indented Inline");
	gives(P(T("12345 {{! a {{b}} }} 67890")), "", "12345  }} 67890|",
	      "it ends with the first end");
	gives(P(T("{{!x}}{{x}}")), "<x>1</x>", "1|", "Variable Name Collision");
	refused(P(T("a{{! b")) P(T("c")),
		"bad-tag/2  p1: a comment is begun with '{{!' and not ended "
		"with '}}'\n",
		"no end at all");
}

static void test_delimiters(void)
{
	gives(P(T("{{=&lt;% %&gt;=}}(&lt;%text%&gt;)")), "<text>Hey!</text>",
	      "(Hey!)|", "Pair Behavior");
	gives(P(T("({{=[ ]=}}[text])")), "<text>It worked!</text>",
	      "(It worked!)|", "Special Characters");
	gives(P(T("{{=[% %]=}}")) P(T("[%#s%][%d%], {{d}}[%/s%]"))
		      P(T("[%={{ }}=%]")) P(T("{{d}} [%d%]")),
	      "<s>1</s><d>x</d>", "x, {{d}}|x [%d%]|",
	      "Sections, to the next change");
	gives(P(T("{{#s}}{{= | | =}}|^n|a|/n||/s|")), "<s>1</s>", "a|",
	      "Inverted Sections, changed inside");
	gives(P(T("Begin.")) P(T("  {{=@ @=}} ")) P(T("End. @x@")), "<x>1</x>",
	      "Begin.|End. 1|", "Standalone Tag");
	gives(P(T("| {{= @   @ =}} |")), "", "|  ||", "Pair with Padding");
	gives(P(T("{{=\xc2\xab \xc2\xbb=}}\xc2\xabx\xc2\xbb")), "<x>1</x>",
	      "1|", "marks that are no ASCII");
	gives(P(T("{{=(((( ))))=}}((((x))))")), "<x>1</x>", "1|",
	      "longer ones");
	refused(P(T("{{=&lt;%=}}")),
		"bad-tag/2  p1: '{{=<%=}}' must name two marks of at most 8 "
		"bytes without '=', as '{{=<% %>=}}' does\n",
		"one mark");
	refused(P(T("{{=123456789 b=}}")),
		"bad-tag/2  p1: '{{=123456789 b=}}' must name two marks of at "
		"most 8 bytes without '=', as '{{=<% %>=}}' does\n",
		"a mark that is too long");
}

static void test_places(void)
{
	static const char LIST[] = "<l>a</l><l>b</l><l>c</l>";

	gives(P(T("{{#l}}{{.}}{{^-last}}, {{/-last}}{{#-last}}.{{/-last}}"
		  "{{/l}}")),
	      LIST, "a, b, c.|", "between rows, and behind the last");
	gives(P(T("{{#l}}{{^-first}} and {{/-first}}{{.}}{{/l}}")), LIST,
	      "a and b and c|", "before all but the first");
	gives(P(T("{{#l}}{{-index}}. {{.}} {{/l}}")), LIST, "1. a 2. b 3. c |",
	      "the number of the row");
	gives(P(T("{{#l}}{{#\xe2\x80\x93last}}!{{/-last}}{{.}}{{/l}}")), LIST,
	      "ab!c|", "Word's dash is a dash");
	gives(P(T("{{#l}}")) P(T("{{.}}")) P(T("{{^-last}}")) P(T("--"))
		      P(T("{{/-last}}")) P(T("{{/l}}")),
	      LIST, "a|--|b|--|c|", "paragraphs between");
	gives(P(T("{{#l}}{{#x}}{{#-last}}!{{/-last}}{{/x}}{{.}}{{/l}}")),
	      "<x>1</x><l>a</l><l>b</l>", "a!b|",
	      "a condition in between is no row");
	gives(P(T("{{#-last}}x{{/-last}}{{^-last}}y{{/-last}}")), "", "y|",
	      "outside of a list there is none");
	refused(P(T("{{-last}}")),
		"bad-tag/2  p1: '{{-last}}' is a condition: put '#' or '^'\n",
		"no value");
	refused(P(T("{{#-index}}{{/-index}}")),
		"bad-tag/2  p1: '{{#-index}}' is a number, not a condition\n"
		"bad-tag/2  p1: '{{/-index}}' is a number, not a condition\n",
		"no condition");
}

int main(void)
{
	vb_init();
	test_interpolation();
	test_dotted();
	test_iterator();
	test_sections();
	test_standalone();
	test_inverted();
	test_comments();
	test_delimiters();
	test_places();
	return done_testing();
}
