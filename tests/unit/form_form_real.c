/* The forms of templates/ and their sample answers: complete, valid, with
 * the figures their outlines ask for. */
#include "form/form.h"

#include <stdlib.h>

#include "form/answers.h"
#include "form/form_build.h"
#include "form/form_rng.h"
#include "form/units.h"
#include "tap.h"
#include "text/norm.h"
#include "util/buf.h"
#include "util/file.h"

static const char *top;

/* Valid against form.rng too. */
static void fits_schema(const char *path)
{
	struct vb_blob file = {0};
	struct vb_error err = {0};

	is_int(file_read(&file, path, &err), VB_OK, path);
	is_int(form_rng_check(file.data, file.size, path, &err), VB_OK,
	       "valid against form.rng");
	if (err.code)
		printf("# %s: %s\n", err.where, err.text);
	vb_blob_release(&file);
}

static struct vb_form *read_form(const char *id)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	char path[512];

	(void)snprintf(path, sizeof(path), "%s/templates/%s/form.xml", top, id);
	is_int(vb_form_read(&form, path, &err), VB_OK, id);
	if (!form)
		printf("# %s: %s\n", err.where, err.text);
	else
		is_str(form->id, id, "stands in its own folder");
	fits_schema(path);
	return form;
}

/* Fields of a type asked on the page, outside repeats. */
static long asked(const struct vb_form *form, enum field_type type)
{
	long n = 0;

	for (size_t i = 0; i < form->n_fields; i++)
		n += form->fields[i]->type == type &&
		     !form->fields[i]->is_base && !form->fields[i]->group;
	return n;
}

static void has_header_fields(const struct vb_form *form)
{
	static const char *const ids[] = {
		"org_parent",	  "org_name",	"doc_no",      "doc_code",
		"place",	  "date_day",	"date_month",  "date_year",
		"sign_authority", "sign_title", "signer_name", "recipients"};

	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
		ok(form_field(form, ids[i]) != NULL, "%s has %s", form->id,
		   ids[i]);
	/* a units column that names a repeat goes to its first text */
	for (size_t i = 0; i + 1 < form->n_fields; i++)
		if (form->fields[i] == form_field(form, "recipients"))
			is_int(form->fields[i + 1]->type, FIELD_TEXT,
			       "recipients begins with a text");
}

/* Words, labels: NFC, no label that had to be cut or is a bare id. */
static void has_good_words(const struct vb_form *form)
{
	const struct node *n = form->root;
	size_t bad = 0;

	while ((n = node_next(form->root, n)) != NULL)
		if (n->text && !text_is_nfc(n->text, strlen(n->text)))
			bad++;
	for (size_t i = 0; i < form->n_fields; i++) {
		const struct field *f = form->fields[i];

		if (strcmp(f->label, f->id) == 0 ||
		    !text_is_nfc(f->label, strlen(f->label)))
			bad++;
		/* clerks read the alert, not the expression */
		if (f->constraint && !f->alert)
			bad++;
	}
	is_int((long)bad, 0, "words and labels are in order");
}

struct rules_seen {
	char text[1024];
};

static void take(void *payload, const struct vb_finding *finding)
{
	struct rules_seen *seen = payload;
	size_t n = strlen(seen->text);

	(void)snprintf(seen->text + n, sizeof(seen->text) - n, "%s %s\n",
		       finding->rule, finding->field);
}

static void is_judged(const struct vb_form *form, const char *path,
		      const char *want)
{
	struct rules_seen seen = {""};
	struct vb_sink sink = {take, &seen};
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	struct vb_blob file = {0}, written = {0};
	size_t count = 0;

	is_int(vb_answers_read(&answers, form, path, &sink, &err), VB_OK, path);
	if (!answers) {
		printf("# %s: %s\n", err.where, err.text);
		return;
	}
	is_int(vb_answers_check(answers, form, path, &sink, &count, &err),
	       VB_OK, "can be judged");
	is_str(seen.text, want, "findings");
	is_int(vb_answers_write(answers, &written, &err), VB_OK, "written");
	is_int(file_read(&file, path, &err), VB_OK, "read as bytes");
	ok(file.size == written.size &&
		   memcmp(file.data, written.data, file.size) == 0,
	   "the file is canonical");
	vb_blob_release(&file);
	vb_blob_release(&written);
	vb_answers_free(answers);
}

static void try_answers(const struct vb_form *form, const char *name,
			const char *want)
{
	char path[512];

	(void)snprintf(path, sizeof(path), "%s/templates/%s/answers/%s.xml",
		       top, form->id, name);
	is_judged(form, path, want);
}

/* One unit the way bulk sees it: its answers, then the columns of the list. */
static void try_unit(const struct vb_form *form, const struct vb_units *units,
		     size_t unit)
{
	struct rules_seen seen = {""};
	struct vb_sink sink = {take, &seen};
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	char path[512];
	size_t count = 0;

	(void)snprintf(path, sizeof(path), "%s/fixtures/units/hai-phong/%s.xml",
		       top, vb_units_value(units, unit, "code"));
	/* the letterhead comes from the list */
	is_judged(form, path,
		  "required-missing org_parent\n"
		  "required-missing org_name\n");
	is_int(vb_answers_read(&answers, form, path, &sink, &err), VB_OK,
	       "read again");
	if (!answers)
		return;
	is_int(units_merge(units, unit, answers, &err), VB_OK, "merged");
	is_int(vb_answers_check(answers, form, path, &sink, &count, &err),
	       VB_OK, "can be judged");
	is_str(seen.text, "", "no finding with its columns");
	vb_answers_free(answers);
}

static void try_units(const struct vb_form *form)
{
	struct vb_units *units = NULL;
	struct vb_error err = {0};
	char path[512];

	(void)snprintf(path, sizeof(path), "%s/fixtures/units/hai-phong.csv",
		       top);
	is_int(vb_units_read(&units, path, &err), VB_OK, path);
	if (!units)
		return;
	is_int((long)vb_units_count(units), 5, "five units");
	for (size_t i = 0; i < vb_units_count(units); i++)
		try_unit(form, units, i);
	vb_units_free(units);
}

static void test_brvt(void)
{
	struct vb_form *form = read_form("brvt-2023-bao-cao");

	if (!form)
		return;
	is_int(asked(form, FIELD_PERCENT), 1, "1 rate");
	is_int(asked(form, FIELD_COUNT), 4, "4 counts");
	is_int(asked(form, FIELD_DOCREF), 4, "4 references");
	is_int(asked(form, FIELD_DATE), 1, "1 date");
	is_int(asked(form, FIELD_EVIDENCE), 7, "7 pieces of evidence");
	is_str(vb_form_deadline(form), "2023-06-05", "deadline");
	has_header_fields(form);
	has_good_words(form);
	try_answers(form, "full", "");
	try_answers(form, "blanks",
		    "required-missing ii1d_method_txt\n"
		    "required-missing ii1d_figures_long\n"
		    "rate-differs ii4_cashless_student_pct\n"
		    "required-missing ii4_provider_txt\n");
	vb_form_free(form);
}

static void test_pl1(void)
{
	struct vb_form *form = read_form("hp-2023-pl1");

	if (!form)
		return;
	/* 3 more than the outline's 16 for its levels 1, 2 and 3 */
	is_int(asked(form, FIELD_COUNT), 16 + 3, "16 counts");
	is_int(asked(form, FIELD_PERCENT), 12, "12 rates");
	is_int(asked(form, FIELD_LONGTEXT), 9, "9 narratives");
	is_str(vb_form_deadline(form), "2023-06-16", "deadline");
	has_header_fields(form);
	has_good_words(form);
	try_answers(form, "full", "");
	try_answers(form, "blanks",
		    "required-missing ii2_highlights_long\n"
		    "rate-differs s32_mgmt_pct\n"
		    "sum-differs s32_cashless_csgd_n\n"
		    "required-missing s33_wifi_csgd_n\n"
		    "required-missing s33_wifi_pct\n");
	try_units(form);
	vb_form_free(form);
}

static void test_pl2(void)
{
	static const char *const groups[] = {"teach", "admin"};
	static const char *const rows[] = {"pt", "th", "thcs"};
	struct vb_form *form = read_form("hp-2023-pl2");
	long cells = 0;

	if (!form)
		return;
	for (unsigned i = 0; i < 2 * 3 * 3; i++) {
		char id[64];

		for (unsigned k = 0; k < 2; k++) {
			(void)snprintf(id, sizeof(id), "dx_%s_%s_l%u_%s",
				       groups[i / 9], rows[i / 3 % 3],
				       i % 3 + 1, k ? "pct" : "n");
			cells += form_field(form, id) != NULL;
		}
	}
	is_int(cells, 36, "36 cells");
	is_int(asked(form, FIELD_COUNT), 18 + 3, "18 counts in the table");
	is_int(asked(form, FIELD_PERCENT), 18 + 1, "18 rates in the table");
	has_header_fields(form);
	has_good_words(form);
	try_answers(form, "full", "");
	try_answers(form, "blanks",
		    "rate-differs p1_csgd_assessed_pct\n"
		    "required-missing dx_teach_thcs_l2_n\n"
		    "required-missing dx_teach_thcs_l2_pct\n"
		    "constraint-broken dx_admin_pt_l2_n\n"
		    "constraint-broken dx_admin_th_l3_n\n"
		    "required-missing p3_difficulties_long\n");
	vb_form_free(form);
}

/* A letter asks nothing of its readers but the particulars of its own. */
static struct vb_form *read_letter(const char *id, long obligations,
				   const char *first)
{
	static const char *const ids[] = {
		"org_parent",  "org_name",	 "doc_no",     "doc_code",
		"place",       "date_day",	 "date_month", "date_year",
		"signer_name", "sign_authority", "sign_title"};
	struct vb_form *form = read_form(id);
	const struct vb_obligation *one;

	if (!form)
		return NULL;
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
		ok(form_field(form, ids[i]) != NULL, "%s has %s", id, ids[i]);
	is_str(form->type, "cong-van", "a letter");
	is_int((long)vb_form_obligations(form), obligations, "obligations");
	one = vb_form_obligation(form, 0);
	is_str(one ? one->deadline : NULL, first, "the first is due");
	has_good_words(form);
	try_answers(form, "full", "");
	try_answers(form, "blanks", "");
	return form;
}

static long nodes(const struct vb_form *form, enum node_kind kind)
{
	const struct node *n = form->root;
	long count = 0;

	while ((n = node_next(form->root, n)) != NULL)
		count += n->kind == kind;
	return count;
}

static void test_letters(void)
{
	struct vb_form *form = read_letter("brvt-2023-cong-van", 1,
					   "2023-06-05");

	if (form)
		is_int(nodes(form, NODE_ANNEX), 1, "its outline is an annex");
	vb_form_free(form);
	form = read_letter("hp-2023-cong-van", 3, "2023-06-16");
	if (form)
		is_int(nodes(form, NODE_ANNEX), 2, "two outlines");
	vb_form_free(form);
	form = read_letter("kontum-2022-huong-dan", 3, "2022-09-26");
	if (form) {
		is_int(nodes(form, NODE_FOOTNOTE), 1, "one footnote");
		is_int(nodes(form, NODE_LINK), 1, "one link");
		is_int(nodes(form, NODE_RECIPIENT) + nodes(form, NODE_ARCHIVE),
		       9, "nine recipients");
	}
	vb_form_free(form);
	form = read_letter("brvt-2023-huong-dan-3626", 13, "2023-10-01");
	if (form) {
		is_int(nodes(form, NODE_FOOTNOTE), 5, "five footnotes");
		is_int(nodes(form, NODE_LINK), 6, "six links");
		is_int(nodes(form, NODE_RECIPIENT) + nodes(form, NODE_ARCHIVE),
		       6, "six recipients");
	}
	vb_form_free(form);
}

/* Two figures away from the targets of the sample, and what follows. */
static void test_targets(const struct vb_form *form)
{
	static const char text[] =
		"<answers xmlns='urn:vanban:answers:1' "
		"form='de-an-cntt-truong' version='1' unit='X'>"
		"<t3_platform_domestic_n>1</t3_platform_domestic_n>"
		"<t3_student_platform_pct>50</t3_student_platform_pct>"
		"<t4_online_content_pct>10</t4_online_content_pct>"
		"<g2a_platform_status>dat</g2a_platform_status>"
		"<g3_scale_status>khong_dat</g3_scale_status></answers>";
	struct rules_seen seen = {""};
	struct vb_sink sink = {take, &seen};
	struct vb_answers *answers = NULL;
	size_t count = 0;

	is_int(vb_answers_parse(&answers, form, text, strlen(text), "x", NULL,
				NULL),
	       VB_OK, "targets");
	if (!answers)
		return;
	(void)vb_answers_check(answers, form, "x", &sink, &count, NULL);
	ok(strstr(seen.text, "constraint-broken g2a_platform_status\n"),
	   "a half is not more than a half");
	ok(strstr(seen.text, "calculate-differs g3_scale_status\n"),
	   "a tenth is reached");
	vb_answers_free(answers);
}

static void test_programme(void)
{
	struct vb_form *form = read_form("de-an-cntt-truong");

	if (!form)
		return;
	is_int(asked(form, FIELD_COUNT), 12, "12 counts");
	is_int(asked(form, FIELD_PERCENT), 11, "11 rates");
	is_int(asked(form, FIELD_CHOICE), 6, "6 targets");
	has_good_words(form);
	try_answers(form, "full", "");
	test_targets(form);
	vb_form_free(form);
}

/* The synthetic form must keep using everything. */
static void test_kitchen_sink(void)
{
	bool kinds[NODE_ARCHIVE + 1] = {false};
	bool types[FIELD_REPEAT + 1] = {false};
	bool marks[MARK_PLUS + 1] = {false};
	struct vb_form *form = NULL;
	const struct node *n;
	char path[512];
	long missing = 0;

	(void)snprintf(path, sizeof(path),
		       "%s/fixtures/forms/kitchen-sink.form.xml", top);
	is_int(vb_form_read(&form, path, NULL), VB_OK, "kitchen sink");
	fits_schema(path);
	if (!form)
		return;
	n = form->root;
	while ((n = node_next(form->root, n)) != NULL) {
		kinds[n->kind] = true;
		marks[n->mark] = true;
	}
	for (size_t i = 0; i < form->n_fields; i++)
		types[form->fields[i]->type] = true;
	for (unsigned i = 0; i <= NODE_ARCHIVE; i++)
		missing += !kinds[i];
	for (unsigned i = 0; i <= FIELD_REPEAT; i++)
		missing += !types[i];
	for (unsigned i = 0; i <= MARK_PLUS; i++)
		missing += !marks[i];
	is_int(missing, 0, "every node, type and mark is there");
	vb_form_free(form);
}

/* The schema must be able to refuse. */
static void test_schema(void)
{
	static const char text[] =
		"<form xmlns=\"urn:vanban:form:1\" id=\"x\" version=\"1\" "
		"type=\"bao-cao\">\n<title>X</title>\n<body>\n"
		"<line mark=\"*\">a</line></body></form>";
	struct vb_error err = {0};

	is_int(form_rng_check(text, strlen(text), "x.xml", &err), VB_FORM,
	       "a fault for the schema");
	is_str(err.file, "x.xml", "its file");
	is_str(err.where, "line 4", "its line");
	ok(strncmp(err.text, "against form.rng: ", 18) == 0, "its text: %s",
	   err.text);
	is_int(form_rng_check("<a", 2, "x.xml", NULL), VB_XML, "no XML");
}

int main(void)
{
	top = getenv("TOP") ? getenv("TOP") : ".";
	vb_init();
	test_brvt();
	test_pl1();
	test_pl2();
	test_letters();
	test_programme();
	test_kitchen_sink();
	test_schema();
	return done_testing();
}
