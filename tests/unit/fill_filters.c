/* fill_filters.c - filters of tags: exact words, faults, values they cannot
 * show. */
#include "fill/filters.h"
#include "fill_kit.h"

#define T(t) "<w:r><w:t>" t "</w:t></w:r>"
#define P(t) "<w:p>" T(t) "</w:p>"

/* The words of a paragraph {{TAG}} filled plain, or the error. */
static void shows(struct kit *k, const struct vb_answers *answers,
		  const char *tag, const char *want)
{
	char body[512], got[1024] = "", *xml, *at;
	size_t n = 0;

	snprintf(body, sizeof(body), P("{{%s}}"), tag);
	if (kit_open(k, body)) {
		is_str(buf_cstr(&k->findings), want, tag);
		return;
	}
	if (kit_fill(k, answers, true)) {
		is_str(k->err.text, want, tag);
		return;
	}
	xml = kit_part(k, "word/document.xml");
	at = (char *)kit_body(xml);
	while ((at = strpbrk(at, "<>"))) {
		size_t size = *at == '>' ? strcspn(at + 1, "<") : 0;

		if (size && n + size < sizeof(got)) {
			memcpy(got + n, at + 1, size);
			n += size;
			got[n] = '\0';
		}
		if (strncmp(at, "<w:br/>", 7) == 0)
			got[n++] = '/';
		at++;
	}
	is_str(got, want, tag);
	free(xml);
}

static void numbers(struct kit *k)
{
	struct vb_answers *a = kit_answers(
		"n=1234567;f=1234.565;small=7;half=0.5;none=0;minus=-2.995;"
		"text=mười;year=2024;big=4000");

	shows(k, a, "n|number", "1.234.567");
	shows(k, a, "n | number 2", "1.234.567,00");
	shows(k, a, "f|number", "1.234,565");
	shows(k, a, "f|number 2", "1.234,57");
	shows(k, a, "f|number 0", "1.235");
	shows(k, a, "minus|number 2", "-3,00");
	shows(k, a, "half|percent", "0,5%");
	shows(k, a, "half|percent 1", "0,5%");
	shows(k, a, "half|percent 0", "1%");
	shows(k, a, "small|pad 2", "07");
	shows(k, a, "small|pad 4", "0007");
	shows(k, a, "n|words",
	      "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy");
	shows(k, a, "n|words ngan bon|capital",
	      "Một triệu hai trăm ba mươi bốn ngàn năm trăm sáu mươi bảy");
	shows(k, a, "year|words lẻ", "hai nghìn không trăm hai mươi tư");
	shows(k, a, "none|words", "không");
	shows(k, a, "minus|words", "âm hai phẩy chín trăm chín mươi lăm");
	shows(k, a, "n|money", "1.234.567 đồng");
	shows(k, a, "n|money-words chẵn",
	      "Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng "
	      "chẵn");
	shows(k, a, "small|roman", "VII");
	shows(k, a, "year|roman|lower", "mmxxiv");
	shows(k, a, "small|letter", "g");
	shows(k, a, "small|letter|upper", "G");
	shows(k, a, "text|words",
	      "'text' is 'mười', but its filter 'words' takes a number "
	      "(word/document.xml, paragraph 1)");
	shows(k, a, "half|roman",
	      "'half' is '0.5', but its filter 'roman' takes a whole number "
	      "from 1 to 3999 (word/document.xml, paragraph 1)");
	shows(k, a, "big|roman",
	      "'big' is '4000', but its filter 'roman' takes a whole number "
	      "from 1 to 3999 (word/document.xml, paragraph 1)");
	shows(k, a, "none|letter",
	      "'none' is '0', but its filter 'letter' takes a whole number "
	      "from 1 to 552 (word/document.xml, paragraph 1)");
	shows(k, a, "f|pad 3",
	      "'f' is '1234.565', but its filter 'pad' takes a whole number "
	      "(word/document.xml, paragraph 1)");
	vb_answers_free(a);
}

static void dates(struct kit *k)
{
	struct vb_answers *a = kit_answers(
		"d=2023-06-05;e=2024-02-28;m=2023-06;late=2023-11-20;x=5");

	shows(k, a, "d|date", "05/6/2023");
	shows(k, a, "d|date short", "05/6/2023");
	shows(k, a, "d|date slash", "05/06/2023");
	shows(k, a, "d|date full", "ngày 05 tháng 6 năm 2023");
	shows(k, a, "d|date full|capital", "Ngày 05 tháng 6 năm 2023");
	shows(k, a, "d|date month", "tháng 6 năm 2023");
	shows(k, a, "d|date year", "2023");
	shows(k, a, "e|date full", "ngày 28 tháng 02 năm 2024");
	shows(k, a, "late|date slash", "20/11/2023");
	shows(k, a, "m|date full", "tháng 6 năm 2023");
	shows(k, a, "m|date slash", "06/2023");
	shows(k, a, "m|date", "6/2023");
	shows(k, a, "x|date",
	      "'x' is '5', but its filter 'date' takes a date "
	      "(word/document.xml, paragraph 1)");
	vb_answers_free(a);
}

static void texts(struct kit *k)
{
	struct vb_answers *a = kit_answers(
		"t=Trường Tiểu học Đỗ Văn Ưu;name=NGUYỄN VĂN ÁI;"
		"gap=  a   b ;s=đạt;nfd=Vie\xcc\xa3\xcc\x82t");

	shows(k, a, "t|upper", "TRƯỜNG TIỂU HỌC ĐỖ VĂN ƯU");
	shows(k, a, "t|lower", "trường tiểu học đỗ văn ưu");
	shows(k, a, "name|title", "Nguyễn Văn Ái");
	shows(k, a, "s|capital", "Đạt");
	shows(k, a, "gap|trim", "a b");
	shows(k, a, "nfd|upper", "VIỆT");
	shows(k, a, "zz|default không có", "không có");
	shows(k, a, "zz|default không có|upper", "KHÔNG CÓ");
	shows(k, a, "zz|words|default (không có số liệu)",
	      "(không có số liệu)");
	shows(k, a, "zz|default 0|words", "không");
	shows(k, a, "zz|default 0|percent", "0%");
	shows(k, a, "zz.th|default -", "-");
	shows(k, a, "s|default không có", "đạt");
	shows(k, a, "s|default không có|upper", "ĐẠT");
	vb_answers_free(a);
}

static void lists(struct kit *k)
{
	struct vb_answers *a;

	k->form = NULL;
	a = kit_parse(k, "<p><file>a.pdf</file><file>b.pdf</file></p>"
			 "<l><p>một <b>hai</b></p><p>ba</p></l>"
			 "<v>5</v><v>12</v><r><a>x</a></r><r><a>y</a></r>");
	shows(k, a, "p|join", "a.pdf, b.pdf");
	shows(k, a, "p|join ;", "a.pdf; b.pdf");
	shows(k, a, "p|join và", "a.pdf và b.pdf");
	shows(k, a, "p|join -|upper", "A.PDF - B.PDF");
	shows(k, a, "p|upper", "A.PDF; B.PDF");
	shows(k, a, "l|join", "một hai, ba");
	shows(k, a, "l|upper", "MỘT HAI/BA");
	shows(k, a, "v|join ;", "5; 12");
	shows(k, a, "v|join và|upper", "5 VÀ 12");
	shows(k, a, "#v}}{{-index|letter}} {{.|words}}. {{/v",
	      "a năm. b mười hai. ");
	shows(k, a, "#r}}{{-index|roman}} {{a|upper}} {{/r", "I X II Y ");
	shows(k, a, "r|join",
	      "'r' is '(a list)', but its filter 'join' takes a list of values "
	      "(word/document.xml, paragraph 1)");
	shows(k, a, "v|words",
	      "'v' is '(a list)', but its filter 'words' takes a number "
	      "(word/document.xml, paragraph 1)");
	vb_answers_free(a);
}

static const char FORM[] =
	"<form xmlns='urn:vanban:form:1' id='f' version='2' type='bao-cao'>"
	"<title>F</title><letterhead><issuer><text id='org'/></issuer>"
	"<number>S: <text id='no'/></number><place>N, ngay</place>"
	"</letterhead><heading><name>B</name></heading><body>"
	"<section title='A'><longtext id='l'/><line>x <count id='n'/> "
	"<percent id='p'/>% <date id='d'/> <choice id='c'>"
	"<option value='dat'>Đạt</option></choice> "
	"<docref id='r'/> <evidence id='e'/></line><image id='pic'/></section></body></form>";

/* The findings up to the first about a field without a place. */
static const char *told(struct kit *k)
{
	char *end = strstr((char *)buf_cstr(&k->findings), "field-without");

	if (end)
		*end = '\0';
	return buf_cstr(&k->findings);
}

static void faults(struct kit *k)
{
	vb_form_parse(&k->form, FORM, strlen(FORM), "f", NULL);
	kit_open(
		k,
		P("{{n|up}} {{n|}} {{n|upper}} {{d|words}} {{c|number}}") P(
			"{{n|pad}} {{n|pad 21}} {{n|number x}} {{n|number 2 "
			"3}} {{d|date long}} {{n|words lo}} {{n|roman 2}}")
			P("{{org|default}} {{n|default không|words}} "
			  "{{n|words|money}} {{org|join}} {{zz|sum}}")
				P("{{#org|upper}}a{{/org}} {{pic|upper}} "
				  "{{org|width 4}} {{pic|width}} {{pic|size 4}}"
				  " {{pic|height 600}}")
					P("{{org|upper|lower|upper|lower|"
					  "upper|lower|upper|lower|upper}}"));
	is_str(told(k),
	       "bad-filter/2 n p1: 'up' is no filter\n"
	       "bad-filter/2 n p1: a bar without a filter behind it\n"
	       "bad-filter/2 n p1: the filter 'upper' takes words: 'n' gives "
	       "none\n"
	       "bad-filter/2 d p1: the filter 'words' takes a number: 'd' gives "
	       "none\n"
	       "bad-filter/2 c p1: the filter 'number' takes a number: 'c' "
	       "gives none\n"
	       "bad-filter/2 n p2: the filter 'pad' of 'n' wants a number of "
	       "digits from 1 to 20\n"
	       "bad-filter/2 n p2: the filter 'pad' of 'n' wants a number of "
	       "digits from 1 to 20\n"
	       "bad-filter/2 n p2: the filter 'number' of 'n' wants a number of "
	       "decimals from 0 to 20\n"
	       "bad-filter/2 n p2: the filter 'number' of 'n' wants a number of "
	       "decimals from 0 to 20\n"
	       "bad-filter/2 d p2: the filter 'date' of 'd' wants one of full, "
	       "short, slash, month, year\n"
	       "bad-filter/2 n p2: the filter 'words' of 'n' wants none but "
	       "linh, le, nghin, ngan, tu, bon, ty, ti, chan\n"
	       "bad-filter/2 n p2: the filter 'roman' of 'n' wants no words "
	       "behind it\n"
	       "bad-filter/2 org p3: the filter 'default' of 'org' wants "
	       "words\n"
	       "bad-filter/2 n p3: the filter 'words' of 'n' takes a number, "
	       "not 'không'\n"
	       "bad-filter/2 n p3: the filter 'money' takes a number: 'words' "
	       "gives none\n"
	       "bad-filter/2 org p3: the filter 'join' takes a list of values: 'org' "
	       "gives none\n"
	       "unknown-tag/2 zz p3: 'zz' is no field of the form 'f'\n"
	       "bad-filter/2 zz p3: 'sum' is no filter\n"
	       "bad-filter/2 org p4: 'upper' behind a section is not 'columns'\n"
	       "bad-filter/2 pic p4: the filter 'upper' takes words: 'pic' "
	       "gives none\n"
	       "bad-filter/2 org p4: the filter 'width' takes a picture: 'org' "
	       "gives none\n"
	       "bad-filter/2 pic p4: the filter 'width' of 'pic' wants a number "
	       "of millimetres, up to 558\n"
	       "bad-filter/2 pic p4: the filter 'size' of 'pic' wants two "
	       "numbers of millimetres, up to 558\n"
	       "bad-filter/2 pic p4: the filter 'height' of 'pic' wants a "
	       "number of millimetres, up to 558\n"
	       "bad-filter/2 org p5: 'org' has more than 8 filters\n",
	       "every fault of filters is told in one run");
}

static void pictures(struct kit *k)
{
	is_int(kit_open(k, P("{{pic|width 40}} {{pic|height 30}} "
			     "{{pic|size 40 30}} {{pic}}")),
	       VB_OK, "boxes of pictures");
	is_int((long)k->tpl->slots.n, 4, "four of them");
	/* tags are taken from the right */
	is_int(k->tpl->slots.at[3].image_width_mm, 40, "a width");
	is_int(k->tpl->slots.at[3].image_height_mm, 0, "its height follows");
	is_int(k->tpl->slots.at[2].image_height_mm, 30, "a height");
	is_int(k->tpl->slots.at[1].image_width_mm, 40, "both");
	is_int(k->tpl->slots.at[1].image_height_mm, 30, "both");
	is_int(k->tpl->slots.at[0].image_width_mm, 0, "none");
}

#define CONTROL(tag)                                           \
	"<w:sdt><w:sdtPr><w:tag w:val=\"" tag "\"/></w:sdtPr>" \
	"<w:sdtContent>" T("…") "</w:sdtContent></w:sdt>"

static void controls(struct kit *k)
{
	struct vb_answers *a = kit_parse(k, "<org>Sở Y</org><n>12</n>"
					    "<d>2023-06-05</d>");

	kit_is(k, "<w:p>" CONTROL("n|words") CONTROL("d | date full") "</w:p>",
	       a, true,
	       "<w:p><w:r><w:t xml:space=\"preserve\">mười hai</w:t></w:r>"
	       "<w:r><w:t xml:space=\"preserve\">ngày 05 tháng 6 năm "
	       "2023</w:t></w:r></w:p>",
	       "filters in the tag of a control");
	kit_is(k, P("{{org|upper}}"), a, false,
	       "<w:p><w:bookmarkStart w:id=\"1000\" w:name=\"vb_org\"/><w:sdt>"
	       "<w:sdtPr><w:alias w:val=\"org\"/><w:tag w:val=\"org|upper\"/>"
	       "<w:id w:val=\"1000000\"/><w:dataBinding "
	       "w:prefixMappings=\"xmlns:r='urn:vanban:report:1'\" "
	       "w:xpath=\"/r:report[1]/r:shown[1]/r:f[1]\" "
	       "w:storeItemID=\"{8A5E1B6C-3D0F-4C52-9B7A-56414E42414E}\"/>"
	       "<w:text/></w:sdtPr><w:sdtContent><w:r><w:t "
	       "xml:space=\"preserve\">SỞ Y</w:t></w:r></w:sdtContent></w:sdt>"
	       "<w:bookmarkEnd w:id=\"1000\"/></w:p>",
	       "all marks, and the filter in the tag");
	is_int(kit_open(k, "<w:p>" CONTROL("n|wrds") "</w:p>"), VB_TEMPLATE,
	       "a bad filter there");
	is_str(told(k), "bad-filter/2 n p1: 'wrds' is no filter\n", "is told");
	kit_open(k, "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"c|upper\"/>"
		    "<w:dropDownList><w:listItem w:displayText=\"Đạt\" "
		    "w:value=\"dat\"/></w:dropDownList></w:sdtPr>"
		    "<w:sdtContent>" T("…") "</w:sdtContent></w:sdt></w:p>");
	is_str(told(k),
	       "bad-filter/2 c p1: the control of 'c' is a list: it takes no "
	       "filter\n",
	       "a list shows its own words");
	vb_answers_free(a);
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	numbers(&k);
	dates(&k);
	texts(&k);
	lists(&k);
	faults(&k);
	pictures(&k);
	controls(&k);
	kit_release(&k);
	return done_testing();
}
