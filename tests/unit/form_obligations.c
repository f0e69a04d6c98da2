/* What a letter asks of whom: data beside the page, and days that passed. */
#include "vanban.h"

#include "form/form.h"
#include "tap.h"
#include "util/buf.h"

static struct vb_form *parse(const char *list, struct vb_error *err)
{
	struct vb_form *form = NULL;
	struct buf xml = BUF_INIT;

	buf_addf(&xml,
		 "<form xmlns='urn:vanban:form:1' id='f' version='1' "
		 "type='cong-van'><title>F</title>%s<body><line>x</line>"
		 "</body></form>",
		 list);
	(void)vb_form_parse(&form, xml.data, xml.size, "f.xml", err);
	buf_release(&xml);
	return form;
}

#define ONE(id, deadline)                                                     \
	"<obligation id='" id "' actor='Sở' action='gửi' deadline='" deadline \
	"'"

static void test_list(void)
{
	struct vb_error err = {0};
	struct vb_form *form = parse(
		"<obligations>" ONE(
			"ob_1",
			"2023-10-01") " recipient='Bộ'/>"
				      "<!-- and -->" ONE(
					      "ob_2",
					      "2023-10") "/></obligations>",
		&err);
	const struct vb_obligation *one;

	is_str(err.text, "", "read");
	if (!form)
		return;
	is_int((long)vb_form_obligations(form), 2, "two of them");
	one = vb_form_obligation(form, 0);
	is_str(one->id, "ob_1", "id");
	is_str(one->actor, "Sở", "actor");
	is_str(one->action, "gửi", "action");
	is_str(one->deadline, "2023-10-01", "deadline");
	is_str(one->recipient, "Bộ", "recipient");
	is_str(vb_form_obligation(form, 1)->recipient, "", "none");
	ok(!vb_form_obligation(form, 2), "no third");
	vb_form_free(form);
	form = parse("", &err);
	is_int(form ? (long)vb_form_obligations(form) : -1, 0, "none at all");
	vb_form_free(form);
}

static void test_passed(void)
{
	const struct vb_obligation day = {"a", "b", "c", "2023-10-01", ""};
	const struct vb_obligation month = {"a", "b", "c", "2023-10", ""};

	ok(!vb_obligation_passed(&day, "2023-09-30"), "the day before");
	ok(!vb_obligation_passed(&day, "2023-10-01"), "the day itself");
	ok(vb_obligation_passed(&day, "2023-10-02"), "the day behind");
	ok(!vb_obligation_passed(&month, "2023-10-31"), "the end of the month");
	ok(vb_obligation_passed(&month, "2023-11-01"), "the next month");
	ok(vb_obligation_passed(&month, "2024-01-01"), "the next year");
}

static void refused(const char *list, const char *want)
{
	struct vb_error err = {0};
	struct vb_form *form = parse(list, &err);

	ok(!form, "refused");
	is_str(err.text, want, want);
	vb_form_free(form);
}

static void test_faults(void)
{
	refused("<obligations/>", "element 'obligations' is empty");
	refused("<obligations><line/></obligations>",
		"element 'line' is not allowed in 'obligations'");
	refused("<obligations>" ONE("Ob", "2023-10") "/></obligations>",
		"obligation id 'Ob' is not 1-64 of a-z 0-9 _");
	refused("<obligations>" ONE("a", "2023-10") "/>" ONE(
			"a", "2023-11") "/></obligations>",
		"obligation 'a' is declared twice");
	refused("<obligations>" ONE("a", "2023-02-30") "/></obligations>",
		"deadline='2023-02-30' of obligation 'a' is not a date like 2023-10-01 or a month like 2023-10");
	refused("<obligations>" ONE("a", "1/10/2023") "/></obligations>",
		"deadline='1/10/2023' of obligation 'a' is not a date like 2023-10-01 or a month like 2023-10");
	refused("<obligations><obligation id='a' action='b' deadline='2023-10'/>"
		"</obligations>",
		"element 'obligation' needs attribute 'actor'");
}

static void test_most(void)
{
	struct buf list = BUF_INIT;
	struct vb_error err = {0};
	struct vb_form *form;

	buf_adds(&list, "<obligations>");
	for (int i = 0; i < FORM_OBLIGATIONS_MAX; i++)
		buf_addf(&list, ONE("a%d", "2023-10") "/>", i);
	form = parse((buf_adds(&list, "</obligations>"), buf_cstr(&list)),
		     &err);
	is_int(form ? (long)vb_form_obligations(form) : -1,
	       FORM_OBLIGATIONS_MAX, "as many as may be");
	vb_form_free(form);
	list.size -= strlen("</obligations>");
	buf_adds(&list, ONE("b", "2023-10") "/></obligations>");
	refused(buf_cstr(&list), "more than 1000 obligations");
	buf_release(&list);
}

int main(void)
{
	vb_init();
	test_list();
	test_passed();
	test_faults();
	test_most();
	return done_testing();
}
