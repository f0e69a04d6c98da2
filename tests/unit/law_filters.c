/*
 * Law 1 with filters in the template: a value shown in other words is read
 * back as it was given while nobody touches the words, and words that
 * somebody changed are never taken for the value without a finding.
 */
#include "fill_kit.h"
#include "opc/edit.h"
#include "util/err.h"

#define T(t) "<w:r><w:t>" t "</w:t></w:r>"
#define P(t) "<w:p>" T(t) "</w:p>"

static const char FORM[] =
	"<form xmlns='urn:vanban:form:1' id='f' version='2' type='bao-cao'>"
	"<title>F</title><levels><level id='th' label='TH'/>"
	"<level id='mn' label='MN'/></levels>"
	"<letterhead><issuer><text id='org'/></issuer>"
	"<number>S: <text id='no'/></number><place>N, ngay</place>"
	"</letterhead><heading><name>B</name></heading><body>"
	"<section title='A'><longtext id='l'/><line>x <count id='n' by='level'/> (<breakdown of='n'/>) "
	"<number id='f'/> <percent id='p'/>% <date id='d'/> <choice id='c'>"
	"<option value='dat'>Đạt</option></choice> <count id='sum' "
	"calculate='n + 1'/> <docref id='r'/> <evidence id='e'/></line>"
	"<table><columns><column width='60'/><column width='40'/></columns>"
	"<header><row><cell>T</cell><cell>S</cell></row></header>"
	"<repeat id='item'><row><cell><text id='item_name'/></cell>"
	"<cell><count id='item_n'/></cell></row></repeat></table>"
	"</section></body></form>";

static const char ANSWERS[] =
	"<org>Sở Giáo dục &amp; Đào tạo</org><no>12</no>"
	"<l><p>một <b>hai</b></p><p>ba</p></l>"
	"<n>1234</n><n level='th'>9</n><f>1.2345</f><p>97.45</p>"
	"<d>2023-06-05</d><c>dat</c><r><number>45/KH-UBND</number></r>"
	"<e><file>a.pdf</file><file>b.pdf</file></e>"
	"<item><item_name>Trường A</item_name><item_n>3</item_n></item>"
	"<item><item_name>Trường B</item_name><item_n>14</item_n></item>";

static const char TABLE[] =
	"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
	"<w:tc>" P("{{#item}}{{item_name|upper}}") "</w:tc><w:tc>" P(
		"{{item_n|words}} ({{item_n|roman}}){{/item}}") "</w:tc></w:tr>"
								"</w:tbl>";

static const char LINES[] = P("{{org|upper}} {{org}} số {{no|default …}}") P(
	"{{l|upper}}") P("{{l}}") P("có {{n}} ({{n|words}}) TH {{n.th|pad 2}} MN "
				    "{{n.mn|default không có}}")
	P("f {{f|number 1}} p {{p|percent 1}} d {{d|date full}}, năm "
	  "{{d|date year}}")
		P("{{c|upper}} {{sum|money-words}} {{r|lower}} {{e|join và}}");

static struct vb_reading *read_back(struct kit *k)
{
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};

	if (vb_read_memory(&reading, k->out.data, k->out.size, "out.docx",
			   k->form, NULL, &err))
		printf("# %s: %s\n", err.where, err.text);
	return reading;
}

static void list_findings(const struct vb_reading *reading, struct buf *out)
{
	size_t i;

	buf_clear(out);
	for (i = 0; reading && i < vb_reading_findings(reading); i++) {
		const struct vb_finding *f = vb_reading_finding(reading, i);

		buf_addf(out, "%s %s: %s\n", f->rule, f->field, f->message);
	}
}

/* Fills the body and compares what is read from it with what was given. */
static void round_trip(struct kit *k, const char *body, const char *inner,
		       const char *what)
{
	struct vb_answers *answers = kit_parse(k, inner);
	struct vb_blob given = {0}, got = {0};
	struct vb_reading *reading = NULL;
	struct buf findings = BUF_INIT;

	if (kit_open(k, body) || kit_fill(k, answers, false))
		printf("# %s %s\n# %s", k->err.where, k->err.text,
		       buf_cstr(&k->findings));
	reading = read_back(k);
	list_findings(reading, &findings);
	vb_answers_write(answers, &given, NULL);
	if (reading)
		vb_answers_write(vb_reading_answers(reading), &got, NULL);
	is_str((const char *)got.data, (const char *)given.data, what);
	is_str(buf_cstr(&findings), "", "without a finding");
	buf_release(&findings);
	vb_blob_release(&given);
	vb_blob_release(&got);
	vb_reading_free(reading);
	vb_answers_free(answers);
}

static void replace_all(struct buf *out, const char *xml, const char *from,
			const char *to)
{
	const char *at;

	buf_clear(out);
	while ((at = strstr(xml, from))) {
		buf_add(out, xml, (size_t)(at - xml));
		buf_adds(out, to);
		xml = at + strlen(from);
	}
	buf_adds(out, xml);
}

/* Somebody types over words of the page; Word does it in the bound node too. */
static void type_over(struct kit *k, const char *from, const char *to,
		      bool in_word)
{
	static const char *const parts[] = {"word/document.xml",
					    "customXml/item1.xml"};
	char bound_from[256], bound_to[256];
	struct opc_scratch *scratch = opc_scratch_new();
	struct opc_edit *edit = NULL;
	struct vb_blob out = {0};
	struct buf text[2] = {BUF_INIT, BUF_INIT};
	struct opc *opc = NULL;
	size_t i;

	opc_open_memory(&opc, k->out.data, k->out.size, "out", NULL);
	opc_edit_new(&edit, opc, NULL);
	snprintf(bound_from, sizeof(bound_from), "<f>%s</f>", from);
	snprintf(bound_to, sizeof(bound_to), "<f>%s</f>", to);
	for (i = 0; i < (in_word ? 2 : 1); i++) {
		char *xml = kit_part(k, parts[i]);

		replace_all(&text[i], xml, i ? bound_from : from,
			    i ? bound_to : to);
		opc_edit_replace(edit, opc_find(opc, parts[i]),
				 buf_cstr(&text[i]), text[i].size, NULL);
		free(xml);
	}
	opc_edit_write(edit, scratch, &out, NULL);
	opc_edit_free(edit);
	opc_scratch_free(scratch);
	opc_free(opc);
	buf_release(&text[0]);
	buf_release(&text[1]);
	vb_blob_release(&k->out);
	k->out = out;
}

static const struct vb_read_field *field_of(const struct vb_reading *reading,
					    const char *id)
{
	size_t i;

	for (i = 0; i < vb_reading_fields(reading); i++) {
		const struct vb_read_field *f = vb_reading_field(reading, i);

		if (strcmp(f->id, id) == 0)
			return f;
	}
	return NULL;
}

static void edited(struct kit *k, const char *tag, const char *from,
		   const char *to, const char *value, const char *want)
{
	char body[256], id[64] = "";
	struct vb_answers *answers = kit_parse(k, ANSWERS);
	struct buf findings = BUF_INIT;
	struct vb_reading *reading;
	int in_word;

	sscanf(tag, "%63[a-z]", id);
	snprintf(body, sizeof(body), P("xy {{%s}} ."), tag);
	for (in_word = 0; in_word < 2; in_word++) {
		const struct vb_read_field *f;
		const char *line;
		char head[300] = "";

		kit_open(k, body);
		kit_fill(k, answers, false);
		type_over(k, from, to, in_word);
		reading = read_back(k);
		f = reading ? field_of(reading, id) : NULL;
		is_str(f ? f->value : NULL, value, tag);
		list_findings(reading, &findings);
		line = strstr(buf_cstr(&findings), "value-");
		if (line)
			snprintf(head, sizeof(head), "%.*s",
				 (int)strcspn(line, "\n"), line);
		is_str(head, want, to);
		vb_reading_free(reading);
	}
	buf_release(&findings);
	vb_answers_free(answers);
}

static void edits(struct kit *k)
{
	edited(k, "no|upper", "12", "12b", "12b",
	       "value-filtered no: '12b' was changed where the filter 'upper' "
	       "shows it: the value itself is not known");
	edited(k, "n|words", "một nghìn hai trăm ba mươi tư", "một nghìn", "",
	       "value-invalid n: 'một nghìn' cannot be read as a count");
	edited(k, "n|roman", "MCCXXXIV", "IX", "",
	       "value-invalid n: 'IX' cannot be read as a count");
	edited(k, "n|money", "1.234 đồng", "1.235 đồng", "",
	       "value-invalid n: '1.235 đồng' cannot be read as a count");
	edited(k, "n|roman", "MCCXXXIV", "7", "",
	       "value-filtered n: '7' was changed where the filter 'roman' "
	       "shows it: the value itself is not known");
	edited(k, "d|date month", "tháng 6 năm 2023", "tháng 7 năm 2024", "",
	       "value-filtered d: 'tháng 7 năm 2024' was changed where the "
	       "filter 'date month' shows it: the value itself is not known");
	edited(k, "d|date full", "ngày 05 tháng 6 năm 2023",
	       "ngày 07 tháng 6 năm 2023", "2023-06-07", "");
	edited(k, "f|number 1", "1,2", "1,3", "1.3", "");
	edited(k, "p|percent", "97,45%", "97,5%", "97.5", "");
	edited(k, "e|join và", "a.pdf và b.pdf", "a.pdf và c.pdf",
	       "a.pdf và c.pdf",
	       "value-filtered e: 'a.pdf và c.pdf' was changed where the filter "
	       "'join và' shows it: the value itself is not known");
}

/* The filters stand in the tags of the controls: a filled document is a
 * template again. */
static void fill_again(struct kit *k)
{
	struct vb_answers *answers = kit_parse(k, ANSWERS);
	struct vb_sink sink = {kit_take, &k->findings};
	struct opc *opc = NULL;
	char *first, *second;

	kit_open(k, LINES);
	kit_fill(k, answers, false);
	first = kit_part(k, "word/document.xml");
	opc_open_memory(&opc, k->out.data, k->out.size, "out", NULL);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	if (template_compile(&k->tpl, opc, "out", k->form, &sink, &k->err) ||
	    kit_fill(k, answers, false))
		printf("# %s %s\n# %s", k->err.where, k->err.text,
		       buf_cstr(&k->findings));
	opc_free(opc);
	second = kit_part(k, "word/document.xml");
	ok(first && strstr(first, "w:val=\"n|words\""), "a filter in a tag");
	ok(second && strstr(second, ">một nghìn hai trăm ba mươi tư<"),
	   "shows the same words again");
	ok(second && strstr(second, ">SỞ GIÁO DỤC &amp; ĐÀO TẠO<"),
	   "and those that are not bound");
	free(first);
	free(second);
	vb_answers_free(answers);
}

int main(void)
{
	struct kit k = {0};
	char body[sizeof(LINES) + sizeof(TABLE)];

	vb_init();
	snprintf(body, sizeof(body), "%s%s", LINES, TABLE);
	vb_form_parse(&k.form, FORM, strlen(FORM), "f", &k.err);
	is_str(k.err.text, "", "the form");
	round_trip(&k, body, ANSWERS, "every answer through a filter");
	round_trip(&k, body, "<n>0</n>", "hardly any answer");
	round_trip(&k, body, "<org/><n/><d/><l/><e/>", "answered with nothing");
	round_trip(&k, body, "<no>…</no><n level='mn'>7</n><l><p/></l>",
		   "answers like the words of `default`");
	edits(&k);
	fill_again(&k);
	kit_release(&k);
	return done_testing();
}
