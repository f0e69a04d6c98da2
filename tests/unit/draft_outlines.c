/*
 * The drafts of the three outlines of fixtures/outlines, against what the
 * outlines ask (their forms were also written by hand). What a draft cannot
 * know - an answer that no blank shows - is the difference; the recall is
 * said as a diagnostic.
 */
#include "form/form.h"
#include "form/form_rng.h"
#include "tap.h"
#include "util/file.h"

#include <stdlib.h>
#include <unistd.h>

enum {
	N_TYPES = FIELD_REPEAT + 1
};

struct figure {
	enum field_type type;
	int asked; /* by the outline */
	int found;
};

struct outline {
	const char *name;
	int sections, levels; /* sections; fields broken down by level */
	struct figure figures[8];
};

static const struct outline outlines[] = {
	{"brvt-2023-bao-cao",
	 26,
	 0,
	 {{FIELD_COUNT, 4, 4},
	  {FIELD_PERCENT, 1, 1},
	  {FIELD_DOCREF, 4, 4},
	  {FIELD_DATE, 1, 1},
	  {FIELD_EVIDENCE, 7, 7},
	  {FIELD_TEXT, 7, 7},
	  {FIELD_LONGTEXT, 13, 13}}},
	/* what the units did on line has no blank */
	{"hp-2023-phu-luc",
	 17,
	 9,
	 {{FIELD_COUNT, 16 + 21, 16 + 21},
	  {FIELD_PERCENT, 12 + 19, 12 + 19},
	  {FIELD_LONGTEXT, 11, 10}}},
	/* a note beside each choice has no blank */
	{"de-an-cntt",
	 9,
	 0,
	 {{FIELD_COUNT, 12, 12},
	  {FIELD_PERCENT, 11, 11},
	  {FIELD_CHOICE, 6, 6},
	  {FIELD_TEXT, 7, 1},
	  {FIELD_LONGTEXT, 21, 21}}},
};

static struct vb_form *draft(const char *name, char *path)
{
	const char *tools = getenv("TOOLS"), *top = getenv("TOP");
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	struct vb_blob blob = {NULL, 0};
	char command[512];

	snprintf(command, sizeof(command),
		 "%s/mkdocx %s/fixtures/outlines/%s %s", tools ? tools : ".",
		 top ? top : ".", name, path);
	ok(system(command) == 0, "%s: is zipped", name);
	is_int(vb_form_draft(path, &blob, NULL, &err), VB_OK, "is drafted");
	is_int(form_rng_check(blob.data, blob.size, name, &err), VB_OK,
	       "the draft is valid against form.rng");
	is_int(vb_form_parse(&form, blob.data, blob.size, name, &err), VB_OK,
	       "and is a form");
	if (err.code)
		printf("# %s: %s\n", err.where, err.text);
	vb_blob_release(&blob);
	return form;
}

/* Below the body; what head and foot ask stands in every report. */
static const struct node *body_of(const struct vb_form *form)
{
	const struct node *n = form->root->first;

	while (n && n->kind != NODE_BODY)
		n = n->next;
	return n;
}

static void test_outline(const struct outline *o, char *path)
{
	struct vb_form *form = draft(o->name, path);
	const struct node *body = form ? body_of(form) : NULL;
	const struct node *n = body;
	int found[N_TYPES] = {0}, sections = 0, levels = 0, all = 0, right = 0;

	if (!ok(body != NULL, "%s: has a body", o->name))
		return;
	while ((n = node_next(body, n)) != NULL) {
		sections += n->kind == NODE_SECTION;
		if (n->kind != NODE_FIELD)
			continue;
		found[n->field->type]++;
		levels += n->field->levels != 0;
		ok(!n->field->required, "%s is not required: the author says",
		   n->field->id);
	}
	is_int(sections, o->sections, "sections");
	is_int(levels, o->levels, "fields by level");
	for (size_t i = 0; i < 8 && o->figures[i].asked; i++) {
		const struct figure *f = &o->figures[i];

		is_int(found[f->type], f->found, field_type_name(f->type));
		printf("# %s: recall of %s: %d of %d\n", o->name,
		       field_type_name(f->type), found[f->type], f->asked);
		all += f->asked;
		right += found[f->type] < f->asked ? found[f->type] : f->asked;
		found[f->type] = 0;
	}
	for (int t = 0; t < N_TYPES; t++)
		is_int(found[t], 0, "nothing else is asked");
	printf("# %s: recall %d of %d\n", o->name, right, all);
	vb_form_free(form);
}

static void is_field(const struct vb_form *form, const char *id,
		     enum field_type type, const char *unit, bool by_level)
{
	const struct field *f = form_field(form, id);

	if (!ok(f != NULL, "there is %s", id))
		return;
	is_str(field_type_name(f->type), field_type_name(type), "its type");
	is_str(f->unit, unit, "its unit");
	ok((f->levels != 0) == by_level, "by level: %d", by_level);
}

static void test_fields(char *path)
{
	struct vb_form *form = draft("hp-2023-phu-luc", path);

	if (!form)
		return;
	is_field(form, "s32_csgd_phan_mem_quan_n", FIELD_COUNT, "CSGD", true);
	is_field(form, "s32_csgd_phan_mem_quan_pct", FIELD_PERCENT, NULL,
		 false);
	is_field(form, "s31_hoc_lieu_n", FIELD_COUNT, "học liệu", true);
	is_field(form, "s32_csgd_chu_ky_n", FIELD_COUNT, "CSGD", false);
	is_field(form, "s32_giao_vien_cap_chu_pct", FIELD_PERCENT, NULL, false);
	is_field(form, "s35_can_bo_giao_vien_n", FIELD_COUNT,
		 "cán bộ, giáo viên", false);
	is_field(form, "p1_bac_thcs_n", FIELD_COUNT, "CSGD", false);
	is_field(form, "p2_thcs_c8_2_pct", FIELD_PERCENT, NULL, false);
	is_str(form->type, "phu-luc", "an annex");
	is_str(form_field(form, "p2_thcs_c8_2_pct")->label,
	       "THCS, Mức đáp ứng tốt (Mức độ 3), Tỷ lệ %",
	       "called by row and column");
	vb_form_free(form);
}

int main(void)
{
	char path[] = "/tmp/vanban-draft-XXXXXX";
	int fd = mkstemp(path);

	vb_init();
	if (!ok(fd >= 0, "a file to write"))
		return done_testing();
	close(fd);
	for (size_t i = 0; i < sizeof(outlines) / sizeof(outlines[0]); i++)
		test_outline(&outlines[i], path);
	test_fields(path);
	unlink(path);
	return done_testing();
}
