/* Reading a form: the tree, white space, labels, marks, look-ups. */
#include "form/form.h"

#include <stdlib.h>

#include "tap.h"
#include "util/buf.h"

#define HEAD                                                          \
	"<form xmlns=\"urn:vanban:form:1\" id=\"thu\" version=\"2\" " \
	"type=\"bao-cao\" deadline=\"2023-06-16\" "                   \
	"numbering=\"I. 1. 1.1. a)\">"                                \
	"<title> Mẫu\n\tthử </title><levels><level id=\"th\" "    \
	"label=\"Tiểu học\"/><level id=\"thcs\" label=\"THCS\"/></levels>"

static struct vb_form *parse(const char *text)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};

	if (vb_form_parse(&form, text, strlen(text), "thu.xml", &err))
		printf("# %s: %s: %s\n", err.file, err.where, err.text);
	return form;
}

static struct vb_form *parse_body(const char *body)
{
	struct buf b = BUF_INIT;
	struct vb_form *form;

	buf_addf(&b, HEAD "<body>%s</body></form>", body);
	form = parse(buf_cstr(&b));
	buf_release(&b);
	return form;
}

/* The tree as one line: section[...] and the like, words in quotes. */
static void show(struct buf *out, const struct node *node)
{
	static const char *const names[] = {
		[NODE_BREAKDOWN] = "breakdown", [NODE_SPAN] = "span",
		[NODE_HINT] = "hint",		[NODE_SECTION] = "section",
		[NODE_LINE] = "line",		[NODE_TABLE] = "table",
		[NODE_HEADER] = "header",	[NODE_ROW] = "row",
		[NODE_CELL] = "cell",		[NODE_REPEAT] = "repeat",
		[NODE_BODY] = "body",		[NODE_ARCHIVE] = "archive",
	};

	if (node->kind == NODE_TEXT) {
		buf_addf(out, "'%s'", node->text);
		return;
	}
	if (node->kind == NODE_FIELD || node->kind == NODE_BREAKDOWN) {
		buf_addf(out, node->kind == NODE_FIELD ? "%s" : "(%s)",
			 node->field->id);
		return;
	}
	buf_adds(out, names[node->kind]);
	if (node->kind == NODE_SPAN)
		buf_addf(out, "%u", node->style);
	if (node->kind == NODE_REPEAT)
		buf_addf(out, " %s", node->field->id);
	if (node->mark != MARK_NONE) {
		char ordinal[16];

		mark_ordinal(ordinal, node->mark, node->ordinal);
		buf_addf(out, " %s", ordinal);
	}
	buf_addc(out, '[');
	for (const struct node *n = node->first; n; n = n->next) {
		if (n != node->first)
			buf_addc(out, ' ');
		show(out, n);
	}
	buf_addc(out, ']');
}

static void is_tree(const char *body, const char *want, const char *what)
{
	struct vb_form *form = parse_body(body);
	struct buf b = BUF_INIT;

	if (form)
		show(&b, form->root->first);
	is_str(buf_cstr(&b), want, what);
	buf_release(&b);
	vb_form_free(form);
}

static void is_label(const char *body, const char *id, const char *want)
{
	struct vb_form *form = parse_body(body);
	const struct field *field = form ? form_field(form, id) : NULL;

	is_str(field ? field->label : NULL, want, body);
	vb_form_free(form);
}

static void test_head(void)
{
	struct vb_form *form = parse_body("<line>a</line>");

	is_str(vb_form_id(form), "thu", "id");
	is_str(vb_form_version(form), "2", "version");
	is_str(vb_form_title(form), "Mẫu thử", "title");
	is_str(vb_form_deadline(form), "2023-06-16", "deadline");
	is_str(form->type, "bao-cao", "type");
	is_str(form->file, "thu.xml", "file");
	is_int(form->size, 14, "size when not said");
	is_int((long)form->n_levels, 2, "levels");
	is_int(form_level(form, "thcs"), 1, "a level");
	is_int(form_level(form, "mn"), -1, "no such level");
	is_int(form->root->kind, NODE_BODY, "the root is the page");
	ok(!form->root->parent, "the root has no parent");
	ok(form->rules != NULL, "rules are compiled");
	vb_form_free(form);
	vb_form_free(NULL);
}

static void test_space(void)
{
	is_tree("<line>\n  Số:\n  <count id=\"a_n\"/>\n  CSGD\n</line>",
		"body[line['Số: ' a_n ' CSGD']]",
		"ends trimmed, inner kept as one space");
	is_tree("<line><b>một</b> <i>hai</i>  ba</line>",
		"body[line[span1['một'] ' ' span2['hai'] ' ba']]",
		"a space between elements is a word");
	is_tree("<line>một <b> hai </b> ba</line>",
		"body[line['một ' span1['hai '] 'ba']]",
		"a space is not doubled over an element");
	is_tree("<line>Nêu: <longtext id=\"a_long\"/>\n</line>",
		"body[line['Nêu: ' a_long]]",
		"white space behind a long answer is nothing");
	is_tree("<line>một<!-- x --> hai<?y?><![CDATA[ <ba>]]></line>",
		"body[line['một hai <ba>']]",
		"comments part no words, CDATA is words");
	is_tree("<line>A&#160;B &amp; C</line>",
		"body[line['A\xc2\xa0"
		"B & C']]",
		"a no-break space stays");
	is_tree("<line>một <u><count id=\"a_n\"/></u> </line>",
		"body[line['một ' span4[a_n]]]", "blanks inside a span");
}

static void test_blocks(void)
{
	is_tree("<section title=\"A\"><section title=\"B\"><section title=\"C\">"
		"<section title=\"D\"><line>d</line></section>"
		"<section title=\"E\"><longtext id=\"e_long\"/></section>"
		"</section></section></section><section title=\"F\" "
		"number=\"none\"><line>f</line></section>"
		"<section title=\"G\"><hint>g</hint></section>",
		"body[section I[section 1[section 1[section a[line['d']] "
		"section b[e_long]]]] section[line['f']] section "
		"II[hint['g']]]",
		"sections are numbered by depth");
	is_tree("<line mark=\"(1)\">a</line><line mark=\"-\">b</line>"
		"<line mark=\"(1)\">c</line><line mark=\"a)\">d</line>",
		"body[line 1['a'] line -['b'] line 2['c'] line a['d']]",
		"another mark does not interrupt a list");
	is_tree("<repeat id=\"r\"><line>Tên: <text id=\"r_txt\"/></line>"
		"</repeat>",
		"body[repeat r[line['Tên: ' r_txt]]]", "a repeat of blocks");
	is_tree("<table><columns><column width=\"40\"/><column width=\"60\"/>"
		"</columns><header><row><cell colspan=\"2\">A</cell></row>"
		"</header><repeat id=\"r\"><row><cell/><cell>"
		"<count id=\"a_n\" by=\"level\"/> (<breakdown of=\"a_n\"/>)"
		"</cell></row></repeat></table>",
		"body[table[header[row[cell['A']]] repeat r[row[cell[] "
		"cell[a_n ' (' (a_n) ')']]]]]",
		"a table");
}

static void test_labels(void)
{
	is_label("<line>Tổng số: <count id=\"a_n\"/></line>", "a_n", "Tổng số");
	is_label("<line>Số CSGD: <count id=\"a_n\" unit=\"CSGD\"/> CSGD, đạt "
		 "tỷ lệ <percent id=\"a_pct\"/>%</line>",
		 "a_pct", "đạt tỷ lệ");
	is_label("<line>Số (theo bậc học) …… <count id=\"a_n\"/></line>", "a_n",
		 "Số (theo bậc học)");
	is_label("<line>Nêu <hint>ngắn gọn</hint> <text id=\"a_txt\"/></line>",
		 "a_txt", "Nêu");
	is_label("<section title=\"Kiến nghị\"><longtext id=\"a_long\"/>"
		 "</section>",
		 "a_long", "Kiến nghị");
	is_label("<section title=\"Kiến nghị\"><line>trước</line>"
		 "<longtext id=\"a_long\"/></section>",
		 "a_long", "Kiến nghị");
	is_label("<section title=\"Mục\"><line><text id=\"a_txt\"/>, "
		 "<text id=\"b_txt\"/></line></section>",
		 "b_txt", "Mục");
	is_label("<longtext id=\"a_long\"/>", "a_long", "a_long");
	is_label("<line>x <text id=\"a_txt\" label=\"Tên gọi\"/></line>",
		 "a_txt", "Tên gọi");
	is_label("<line>Số cơ sở giáo dục duy trì sử dụng hệ thống đào tạo "
		 "trực tuyến: <count id=\"a_n\"/></line>",
		 "a_n", "duy trì sử dụng hệ thống đào tạo trực tuyến");
	is_label("<section title=\"Dự kiến nhiệm vụ trọng tâm và giải pháp "
		 "chính về triển khai\"><longtext id=\"a_long\"/></section>",
		 "a_long", "Dự kiến nhiệm vụ trọng tâm và giải pháp chính");
}

static void is_ordinal(enum node_mark mark, unsigned n, const char *want)
{
	char got[16];

	mark_ordinal(got, mark, n);
	is_str(got, want, want);
}

static void test_ordinals(void)
{
	static const char *const letters[] = {
		"a", "b", "c", "d",  "đ",  "e",	 "g",  "h", "i", "k",
		"l", "m", "n", "o",  "p",  "q",	 "r",  "s", "t", "u",
		"v", "x", "y", "aa", "ab", "ac", "ad", "ađ"};

	for (unsigned i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		is_ordinal(MARK_LETTER, i + 1, letters[i]);
	is_ordinal(MARK_LETTER, 23 + 23 * 23, "yy");
	is_ordinal(MARK_LETTER, 24 + 23 * 23, "aaa");
	is_ordinal(MARK_LETTER, 4294967295u, "ađyeugsl");
	is_ordinal(MARK_ROMAN, 1, "I");
	is_ordinal(MARK_ROMAN, 4, "IV");
	is_ordinal(MARK_ROMAN, 9, "IX");
	is_ordinal(MARK_ROMAN, 14, "XIV");
	is_ordinal(MARK_ROMAN, 3888, "MMMDCCCLXXXVIII");
	is_ordinal(MARK_ROMAN, 3999, "MMMCMXCIX");
	is_ordinal(MARK_ROMAN, 4000, "4000");
	is_ordinal(MARK_ARABIC, 12, "12");
	is_ordinal(MARK_DECIMAL, 3, "3");
	is_ordinal(MARK_PAREN, 2, "2");
	is_ordinal(MARK_DASH, 2, "-");
	is_ordinal(MARK_PLUS, 2, "+");
	is_ordinal(MARK_NONE, 2, "");
}

static void test_next(void)
{
	struct vb_form *form = parse_body("<line>a <b>b</b> c</line>"
					  "<line>d</line>");
	const struct node *line = form->root->first->first;
	const struct node *n = line;
	struct buf b = BUF_INIT;

	while ((n = node_next(line, n)) != NULL)
		buf_adds(&b, n->text ? n->text : "<");
	is_str(buf_cstr(&b), "a <b c", "below one line only");
	ok(!node_next(line->last, line->last), "nothing below words");
	buf_release(&b);
	vb_form_free(form);
}

static void test_fields(void)
{
	struct vb_form *form = parse(
		HEAD
		"<base><count id=\"z_n\" by=\"level\"/></base>"
		"<body><repeat id=\"r\" blank-rows=\"3\" rollup=\"list\">"
		"<line><count id=\"b_n\" pad=\"2\" blank=\"7\" by=\"level\" "
		"levels=\"thcs\" unit=\"lớp\" readonly=\"true\"/>"
		"<breakdown of=\"b_n\"/></line></repeat>"
		"<line><percent id=\"a_pct\" of=\"base/z_n\" per=\"2\"/>"
		"<date id=\"a_date\" format=\"long\"/>"
		"<choice id=\"a_status\"><option value=\"dat\"> Đạt </option>"
		"<option value=\"khong_dat\">Không đạt</option></choice>"
		"</line></body></form>");
	const struct field *f = form_field(form, "b_n");

	is_int((long)form->n_fields, 6, "fields");
	is_str(form->fields[0]->id, "z_n", "base comes first");
	ok(form->fields[0]->is_base, "and knows it");
	is_str(form->fields[1]->id, "r", "then down the page");
	is_int(form->fields[1]->type, FIELD_REPEAT, "a repeat is a field");
	is_int(form->fields[1]->blank_rows, 3, "blank rows");
	is_int(form->fields[0]->blank_rows, 0, "which only repeats have");
	is_int(form->fields[1]->rollup, ROLLUP_LIST, "rollup stated");
	ok(f->group == form->fields[1], "a field of a repeat");
	is_int((long)f->index, 2, "index");
	is_int(f->levels, 2, "one level of two");
	ok(field_has_level(f, 1) && !field_has_level(f, 0) &&
		   !field_has_level(f, -1),
	   "field_has_level");
	is_int(f->pad, 2, "pad");
	is_int(f->blank, 7, "blank");
	is_str(f->unit, "lớp", "unit");
	ok(f->is_readonly, "readonly");
	is_int(f->rollup, ROLLUP_SUM, "counts are summed");
	f = form_field(form, "a_pct");
	is_int(f->rollup, ROLLUP_RATIO, "a rate with its figures");
	is_str(f->of, "base/z_n", "of");
	is_str(f->per, "2", "per");
	ok(form_field(form, "a_date")->is_date_long, "a date in words");
	f = form_field(form, "a_status");
	is_int((long)f->n_options, 2, "options");
	is_str(f->options[1].token, "khong_dat", "token");
	is_str(f->options[0].label, "Đạt", "label");
	ok(!form_field(form, "nothing"), "no such field");
	is_str(field_type_name(f->type), "choice", "type name");
	vb_form_free(form);
}

static void test_charset(void)
{
	static const char latin[] =
		"<?xml version=\"1.0\" encoding=\"windows-1258\"?>"
		"<form xmlns=\"urn:vanban:form:1\" id=\"x\" version=\"1\" "
		"type=\"bao-cao\"><title>\xd0\xf4</title>"
		"<body><line>a</line></body></form>";
	struct vb_form *form = parse(latin);

	is_str(form ? vb_form_title(form) : NULL, "Đô",
	       "a form in another charset");
	vb_form_free(form);
}

int main(void)
{
	vb_init();
	test_head();
	test_space();
	test_blocks();
	test_labels();
	test_ordinals();
	test_next();
	test_fields();
	test_charset();
	return done_testing();
}
