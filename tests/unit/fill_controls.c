/* Controls stay what they are when they are filled, and are read back. */
#include "fill_kit.h"

#define P(x) "<w:p>" x "</w:p>"
#define SDT(tag, pr, content)                                              \
	"<w:sdt><w:sdtPr><w:tag w:val=\"" tag "\"/><w:id w:val=\"5\"/>" pr \
	"</w:sdtPr><w:sdtContent>" content "</w:sdtContent></w:sdt>"
#define R(x) "<w:r><w:t>" x "</w:t></w:r>"
#define LIST(tag, kind)                                                \
	P(SDT(tag,                                                     \
	      "<w15:appearance w15:val=\"hidden\"/><w:" kind ">"       \
	      "<w:listItem w:displayText=\"Choose\" w:value=\"\"/>"    \
	      "<w:listItem w:displayText=\"Đạt\" w:value=\"dat\"/>" \
	      "<w:listItem w:displayText=\"Chưa đạt\" "            \
	      "w:value=\"khong_dat\"/></w:" kind ">",                  \
	      R("Choose")))
#define DATE(tag)                                                      \
	P(SDT(tag,                                                     \
	      "<w:date w:fullDate=\"2020-01-01T00:00:00Z\">"           \
	      "<w:dateFormat w:val=\"dd/MM/yyyy\"/><w:lid "            \
	      "w:val=\"vi-VN\"/><w:storeMappedDataAs w:val=\"date\"/>" \
	      "<w:calendar w:val=\"gregorian\"/></w:date>",            \
	      R("...")))
#define BOX(tag)                                                            \
	P(SDT(tag,                                                          \
	      "<w14:checkbox><w14:checked w14:val=\"0\"/>"                  \
	      "<w14:checkedState w14:val=\"2611\" w14:font=\"Segoe UI "     \
	      "Symbol\"/><w14:uncheckedState w14:val=\"2610\" "             \
	      "w14:font=\"MS Gothic\"/></w14:checkbox>",                    \
	      "<w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\"/><w:b/></w:rPr>" \
	      "<w:t>☐</w:t></w:r>"))
#define SYMBOL(tag)                                          \
	P(SDT(tag,                                           \
	      "<w14:checkbox><w14:checked w14:val=\"0\"/>"   \
	      "<w14:checkedState w14:val=\"00FE\" "          \
	      "w14:font=\"Wingdings\"/><w14:uncheckedState " \
	      "w14:val=\"00A8\" w14:font=\"Wingdings\"/>"    \
	      "</w14:checkbox>",                             \
	      "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>"))

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title><body><line>"
	"<choice id=\"k\" label=\"K\"><option value=\"dat\">Đạt</option>"
	"<option value=\"khong_dat\">Không đạt</option></choice>"
	"<date id=\"d\" label=\"D\"/><text id=\"t\" label=\"T\"/>"
	"<text id=\"u\" label=\"U\"/></line></body></form>";

/* The body of BODY filled with the answers INNER, to be freed. */
static char *filled(struct kit *k, const char *body, const char *inner)
{
	struct vb_answers *answers = kit_parse(k, inner);
	char *xml = NULL;

	if (kit_open(k, body) || kit_fill(k, answers, false))
		printf("# %s\n# %s", k->err.text, buf_cstr(&k->findings));
	else
		xml = kit_part(k, "word/document.xml");
	vb_answers_free(answers);
	return xml;
}

static void has(struct kit *k, const char *body, const char *inner,
		const char *want, const char *what)
{
	char *xml = filled(k, body, inner);

	if (!ok(xml && strstr(xml, want), "%s", what))
		printf("# got %s\n", xml ? xml : "nothing");
	free(xml);
}

/* What is read from the last document is what went in. */
static void returns(struct kit *k, const char *body, const char *inner,
		    const char *what)
{
	char *xml = filled(k, body, inner);
	struct vb_answers *want = kit_parse(k, inner);
	struct vb_reading *reading = NULL;
	struct vb_blob a = {0}, b = {0};
	struct vb_error err = {0};

	if (vb_read_memory(&reading, k->out.data, k->out.size, "o", k->form,
			   NULL, &err))
		printf("# %s\n", err.text);
	else
		vb_answers_write(vb_reading_answers(reading), &a, &err);
	vb_answers_write(want, &b, &err);
	is_str((const char *)a.data, (const char *)b.data, what);
	vb_blob_release(&a);
	vb_blob_release(&b);
	vb_reading_free(reading);
	vb_answers_free(want);
	free(xml);
}

static void test_lists(struct kit *k)
{
	static const char PAIR[] = LIST("k", "dropDownList")
		LIST("t", "comboBox");

	has(k, LIST("k", "dropDownList"), "<k>khong_dat</k>",
	    "<w15:appearance w15:val=\"hidden\"/><w:dropDownList "
	    "w:lastValue=\"khong_dat\"><w:listItem w:displayText=\"Choose\" "
	    "w:value=\"\"/>",
	    "a list keeps its items and knows the last value");
	has(k, LIST("k", "dropDownList"), "<k>khong_dat</k>",
	    "<w:t xml:space=\"preserve\">Chưa đạt</w:t>",
	    "what it shows is its own item");
	is_str(buf_cstr(&k->findings), "", "nothing to tell");
	has(k, LIST("t", "comboBox"), "<t>Đạt</t>",
	    "<w:comboBox w:lastValue=\"dat\">", "an item by what it shows");
	has(k, LIST("t", "comboBox"), "<t>khác</t>",
	    "<w:t xml:space=\"preserve\">khác</w:t>",
	    "a combo box takes other words");
	is_str(buf_cstr(&k->findings), "", "and has nothing to tell");
	has(k, LIST("t", "dropDownList"), "<t>khác</t>",
	    "<w:dropDownList><w:listItem", "a list has no last value then");
	is_str(buf_cstr(&k->findings),
	       "value-not-listed/1 t: the list of the control has no "
	       "'khác'\n",
	       "and tells");
	returns(k, PAIR, "<k>dat</k><t>khác</t>", "lists are read back");
	returns(k, PAIR, "<k>khong_dat</k><t>Đạt</t>",
		"also when an item shows other words than the form");
	returns(k, PAIR, "<t>khong_dat</t>", "a text by the item's value");
	returns(k, PAIR, "", "and when nothing was chosen");
	kit_open(k, P(SDT("k",
			  "<w:dropDownList><w:listItem w:value=\"dat\"/>"
			  "</w:dropDownList>",
			  R("."))));
	ok(strstr(buf_cstr(&k->findings),
		  "value-not-listed/1 k p1: the list of 'k' has no "
		  "'khong_dat'\n") != NULL,
	   "an option that the list has not is told of the template");
}

static void test_dates(struct kit *k)
{
	has(k, DATE("d"), "<d>2023-06-05</d>",
	    "<w:date w:fullDate=\"2023-06-05T00:00:00Z\"><w:dateFormat "
	    "w:val=\"dd/MM/yyyy\"/><w:lid w:val=\"vi-VN\"/>",
	    "a date control has the day");
	has(k, DATE("d"), "<d>2023-06-05</d>", "05/6/2023</w:t>",
	    "and shows it as the form does");
	has(k, DATE("d"), "<d>2023-06</d>", "<w:date><w:dateFormat",
	    "a month is no day");
	returns(k, DATE("d"), "<d>2023-06-05</d>", "a date is read back");
	returns(k, DATE("d"), "<d>2023-06</d>", "a month too");
	returns(k, DATE("d"), "", "and no date");
}

static void test_boxes(struct kit *k)
{
	has(k, BOX("t"), "<t>có</t>",
	    "<w14:checkbox><w14:checked w14:val=\"1\"/><w14:checkedState "
	    "w14:val=\"2611\" w14:font=\"Segoe UI Symbol\"/>",
	    "a box is ticked");
	has(k, BOX("t"), "<t>true</t>",
	    "<w:r><w:rPr><w:rFonts w:ascii=\"Segoe UI Symbol\" "
	    "w:eastAsia=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\" "
	    "w:hint=\"eastAsia\"/><w:b/></w:rPr><w:t>☑</w:t></w:r>",
	    "with the sign and the font of its state");
	has(k, BOX("t"), "<t>Không</t>", "<w14:checked w14:val=\"0\"/>",
	    "no is no");
	has(k, SYMBOL("t"), "<t>x</t>",
	    "<w:r><w:rPr></w:rPr><w:sym w:font=\"Wingdings\" "
	    "w:char=\"F0FE\"/></w:r>",
	    "a sign of a symbol font is a w:sym");
	returns(k, BOX("t") BOX("u"), "<t>true</t><u>false</u>",
		"boxes are read back");
	returns(k, SYMBOL("t") SYMBOL("u"), "<t>Có</t><u>Không</u>",
		"whatever their answers are called");
	returns(k, BOX("k"), "<k>dat</k>", "a choice too");
	returns(k, BOX("k"), "<k>khong_dat</k>", "and its other option");
	returns(k, BOX("k") BOX("t"), "", "a box nobody answered is no answer");
}

static void test_texts(struct kit *k)
{
	has(k, P(SDT("t", "<w:richText/>", R("."))), "<t>a</t>",
	    "<w:id w:val=\"1000000\"/><w:richText/></w:sdtPr>",
	    "rich text stays rich text");
	has(k, P(SDT("t", "", R("."))), "<t>a</t>",
	    "<w:id w:val=\"1000000\"/></w:sdtPr>", "also when it does not say");
	has(k, P(SDT("t", "<w:text w:multiLine=\"1\"/>", R("."))), "<t>a</t>",
	    "<w:text w:multiLine=\"1\"/></w:sdtPr>",
	    "text of many lines stays that");
	returns(k, P(SDT("t", "<w:richText/>", R("."))), "<t>a &amp; b</t>",
		"rich text is read back");
}

/* What is clicked in Word counts. */
static void test_clicked(struct kit *k)
{
	char *xml = filled(k, BOX("t") BOX("u"), "<t>false</t><u>true</u>");
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};
	struct vb_blob out = {0};
	char *sign = strstr(xml, "☐");

	if (sign)
		memcpy(sign, "☒", 3);
	sign = strstr(xml, "☑");
	if (sign)
		memcpy(sign, "☐", 3);
	vb_blob_release(&k->out);
	k->out = kit_package(xml);
	if (vb_read_memory(&reading, k->out.data, k->out.size, "o", k->form,
			   NULL, &err) == VB_OK)
		vb_answers_write(vb_reading_answers(reading), &out, &err);
	ok(out.data && strstr((char *)out.data, "<t>true</t>") &&
		   !strstr((char *)out.data, "<u>"),
	   "without the answers a tick counts, its absence does not");
	vb_blob_release(&out);
	vb_reading_free(reading);
	free(xml);
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	if (vb_form_parse(&k.form, FORM, sizeof(FORM) - 1, "f", &k.err))
		printf("# %s %s\n", k.err.where, k.err.text);
	test_texts(&k);
	test_lists(&k);
	test_dates(&k);
	test_boxes(&k);
	test_clicked(&k);
	kit_release(&k);
	return done_testing();
}
