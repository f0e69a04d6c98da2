/*
 * fuzz_answers.c - forms, answers and lists of units from hostile bytes.
 *
 * The first byte picks the door. Answers that are read must be written, read
 * and written again to the same bytes; a form that is read must have a schema
 * and rules that judge answers.
 */
#include "form/rules.h"
#include "form/units.h"
#include "form/xml.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every type of field and of rule. */
static const char form_xml[] =
	"<form xmlns='urn:vanban:form:1' id='f' version='1' type='bao-cao'>"
	"<title>F</title><levels><level id='a' label='A'/>"
	"<level id='b' label='B'/></levels>"
	"<base><count id='n' by='level'/></base><body><section title='S'>"
	"<line>x <text id='t' required='true()' constraint=\"contains(., t)\"/>"
	"<count id='c' by='level' constraint='. &lt;= base/n'/>"
	"<breakdown of='c'/><percent id='p' of='c' per='base/n'/>"
	"<number id='m' calculate='c div 3'/><date id='d'/><docref id='r'/>"
	"<choice id='o' relevant='c > 1'><option value='y'>Y</option></choice>"
	"x</line><line>y <evidence id='e'/></line>"
	"<longtext id='l'/><image id='i'/>"
	"<repeat id='w'><line><text id='wt'/><count id='wc' by='level' "
	"calculate='../c * 2'/><breakdown of='wc'/></line></repeat>"
	"</section></body></form>";

static void write_twice(const struct vb_form *form,
			const struct vb_answers *answers)
{
	struct vb_blob once = {0}, twice = {0};
	struct vb_answers *again = NULL;
	struct vb_error err = {0};

	if (vb_answers_write(answers, &once, &err) != VB_OK)
		return;
	if (vb_answers_parse(&again, form, once.data, once.size, "x", NULL,
			     &err) != VB_OK ||
	    vb_answers_write(again, &twice, &err) != VB_OK ||
	    once.size != twice.size ||
	    memcmp(once.data, twice.data, once.size) != 0)
		abort();
	vb_answers_free(again);
	vb_blob_release(&once);
	vb_blob_release(&twice);
}

static void try_answers(const struct vb_form *form, const uint8_t *data,
			size_t size)
{
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	size_t count;

	if (vb_answers_parse(&answers, form, data, size, "x", NULL, &err) !=
	    VB_OK)
		return;
	write_twice(form, answers);
	if (form) {
		vb_answers_check(answers, form, "x", NULL, &count, &err);
		if (rules_calculate(form->rules, answers, &err) == VB_OK)
			write_twice(form, answers);
	}
	vb_answers_free(answers);
}

static void try_form(const uint8_t *data, size_t size)
{
	static const char xml[] = "<answers xmlns='urn:vanban:answers:1'/>";
	struct vb_form *form = NULL;
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	struct vb_blob schema = {0};
	size_t count;

	if (vb_form_parse(&form, data, size, "x", &err) != VB_OK)
		return;
	vb_form_schema(form, &schema, &err);
	vb_blob_release(&schema);
	if (vb_answers_parse(&answers, form, xml, sizeof(xml) - 1, "x", NULL,
			     &err) == VB_OK)
		vb_answers_check(answers, form, "x", NULL, &count, &err);
	vb_answers_free(answers);
	vb_form_free(form);
}

static void try_units(const struct vb_form *form, const uint8_t *data,
		      size_t size)
{
	struct vb_units *units = NULL;
	struct vb_answers *answers;
	struct vb_error err = {0};

	if (units_parse(&units, data, size, "x", &err) != VB_OK)
		return;
	answers = answers_new(form);
	if (vb_units_count(units) &&
	    units_merge(units, 0, answers, &err) == VB_OK)
		write_twice(form, answers);
	vb_answers_free(answers);
	vb_units_free(units);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct vb_form *form;
	struct vb_error err = {0};

	if (!form) {
		vb_init();
		if (vb_form_parse(&form, form_xml, sizeof(form_xml) - 1, "f",
				  &err) != VB_OK)
			abort();
	}
	if (size == 0)
		return 0;
	switch (data[0] & 3) {
	case 0:
		try_answers(form, data + 1, size - 1);
		break;
	case 1:
		try_answers(NULL, data + 1, size - 1);
		break;
	case 2:
		try_form(data + 1, size - 1);
		break;
	default:
		try_units(form, data + 1, size - 1);
		break;
	}
	return 0;
}
