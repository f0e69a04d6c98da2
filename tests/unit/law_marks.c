/*
 * Documents that still have marks, as programs and people change them
 * (marked.h): every value given is right, and every value whose mark is there
 * is given. ROUNDS in the environment asks for more answers of each form,
 * SHOW=1 for every miss, ONLY for one damage.
 */
#include "marked.h"
#include "real.h"

#include "tap.h"

#include "util/file.h"

#include <unistd.h>

/* What must come out. */
enum bar {
	BAR_ALL,   /* nothing wrong, made up or missing */
	BAR_BOUND, /* ... but what filling gives no binding */
};

static const struct change {
	const char *name;
	void (*make)(struct marked *m);
	enum bar bar;
	unsigned turns; /* each with m->turn counted on */
} changes[] = {
	{"as filled", NULL, BAR_ALL, 1},
	{"controls stripped", strip_controls, BAR_ALL, 1},
	{"bookmarks stripped", strip_bookmarks, BAR_ALL, 1},
	{"tags stripped", strip_tags, BAR_ALL, 1},
	{"bindings stripped", strip_bindings, BAR_ALL, 1},
	{"report dropped", drop_report, BAR_ALL, 1},
	{"properties dropped", drop_props, BAR_ALL, 1},
	{"bookmarks alone", leave_bookmarks, BAR_ALL, 1},
	{"controls alone", leave_controls, BAR_ALL, 1},
	{"bindings alone", leave_bindings, BAR_BOUND, 1},
	{"runs split", split_runs, BAR_ALL, 1},
	{"ids of revisions", add_noise, BAR_ALL, 1},
	{"figures edited", edit_figures, BAR_ALL, 3},
	{"figures edited, tracked", track_figures, BAR_ALL, 3},
	{"a digit typed behind", type_behind, BAR_ALL, 3},
	{"a digit typed within", type_within, BAR_ALL, 3},
	{"words typed beside", type_beside, BAR_ALL, 2},
	{"paragraphs inserted", insert_paras, BAR_ALL, 1},
	{"paragraphs merged", merge_paras, BAR_ALL, 1},
	{"sections moved", move_sections, BAR_ALL, 1},
	{"a row moved", move_row, BAR_ALL, 4},
	{"a row removed", remove_row, BAR_ALL, 4},
	{"a row added", add_row, BAR_ALL, 4},
	{"a row copied", copy_row, BAR_ALL, 4},
	{"controls swapped", swap_controls, BAR_ALL, 12},
	{"marks swapped", swap_wholes, BAR_ALL, 12},
	{"controls alone swapped", swap_bare, BAR_ALL, 12},
};
#define N_CHANGES (sizeof(changes) / sizeof(*changes))

struct tally {
	unsigned right, wrong, missing, invented, untold, unbound;
	unsigned tried, changed; /* documents that the change has changed */
};

/* A document as it was filled. */
struct filled {
	const struct vb_form *form;
	struct vb_blob docx;
	struct vb_reading *reading; /* NULL when it could not be made */
};

static void make_template(const struct vb_form *form, struct vb_template **tpl,
			  struct vb_error *err)
{
	char path[] = "/tmp/vanban-marks-XXXXXX";
	struct vb_blob blob = {NULL, 0};
	int fd = mkstemp(path);

	if (fd < 0)
		return;
	close(fd);
	if (vb_template_make(form, &blob, err) == VB_OK &&
	    file_write(path, blob.data, blob.size, err) == VB_OK)
		vb_template_open(tpl, path, form, NULL, err);
	vb_blob_release(&blob);
	unlink(path);
}

static void fill(struct filled *f, const struct vb_template *tpl, uint64_t seed)
{
	struct vb_answers *made = real_answers(f->form, seed), *answers = NULL;
	struct vb_blob in = {NULL, 0}, out = {NULL, 0};
	struct vb_error err = {0};

	if (!made)
		abort();
	if (vb_answers_write(made, &in, &err) == VB_OK &&
	    vb_answers_parse(&answers, f->form, in.data, in.size, "in.xml",
			     NULL, &err) == VB_OK &&
	    vb_fill(tpl, answers, NULL, &f->docx, NULL, &err) == VB_OK &&
	    vb_read_memory(&f->reading, f->docx.data, f->docx.size, "x.docx",
			   f->form, NULL, &err) == VB_OK &&
	    vb_answers_write(vb_reading_answers(f->reading), &out, &err) ==
		    VB_OK)
		ok(in.size == out.size &&
			   memcmp(in.data, out.data, in.size) == 0,
		   "%s: read as filled", vb_form_id(f->form));
	else
		ok(false, "%s: %s", err.where, err.text);
	vb_blob_release(&in);
	vb_blob_release(&out);
	vb_answers_free(answers);
	vb_answers_free(made);
}

static void open_marked(struct marked *m, const struct filled *f,
			const struct opc *opc)
{
	struct vb_blob part = {NULL, 0};
	struct vb_error err = {0};
	size_t i;

	if (opc_read(opc, opc_main(opc), &part, &err))
		abort();
	buf_add(&m->xml, part.data, part.size);
	vb_blob_release(&part);
	for (i = 0; i < vb_reading_fields(f->reading); i++) {
		const struct vb_read_field *read = vb_reading_field(f->reading,
								    i);
		struct marked_value *value;

		if (read->state != VB_ANSWERED)
			continue;
		value = vec_push(&m->values);
		if (!value)
			abort();
		snprintf(value->id, sizeof(value->id), "%s", read->id);
		snprintf(value->level, sizeof(value->level), "%s", read->level);
		value->row = read->row;
		value->field = form_field(f->form, read->id);
		marked_set(value, read->value);
	}
}

static void close_marked(struct marked *m)
{
	size_t i;

	for (i = 0; i < m->values.n; i++)
		free(m->values.at[i].value);
	vec_release(&m->values);
	buf_release(&m->xml);
}

static void drop(struct opc_edit *edit, const struct opc *opc, const char *name)
{
	const struct opc_part *part = opc_find(opc, name);
	struct vb_error err = {0};

	if (!part || opc_edit_remove(edit, part, &err))
		abort();
}

static struct vb_reading *read_marked(const struct marked *m,
				      const struct opc *opc)
{
	struct vb_reading *reading = NULL;
	struct opc_edit *edit = NULL;
	struct vb_blob docx = {NULL, 0};
	struct vb_error err = {0};

	if (opc_edit_new(&edit, opc, &err) ||
	    opc_edit_replace(edit, opc_main(opc), m->xml.data, m->xml.size,
			     &err))
		abort();
	if (m->drops_report)
		drop(edit, opc, "customXml/item1.xml");
	if (m->drops_props)
		drop(edit, opc, "docProps/custom.xml");
	if (opc_edit_write(edit, NULL, &docx, &err))
		abort();
	if (vb_read_memory(&reading, docx.data, docx.size, "x.docx", m->form,
			   NULL, &err))
		printf("# %s: %s: %s\n", err.part, err.where, err.text);
	if (getenv("KEEP"))
		file_write(getenv("KEEP"), docx.data, docx.size, &err);
	vb_blob_release(&docx);
	opc_edit_free(edit);
	return reading;
}

static bool is_of(const struct marked_value *value, const char *id,
		  const char *level, int row)
{
	return strcmp(value->id, id) == 0 && strcmp(value->level, level) == 0 &&
	       value->row == row;
}

static const struct marked_value *find_value(const struct marked *m,
					     const struct vb_read_field *read)
{
	size_t i;

	for (i = 0; i < m->values.n; i++)
		if (is_of(&m->values.at[i], read->id, read->level, read->row))
			return &m->values.at[i];
	return NULL;
}

static bool is_told(const struct vb_reading *reading,
		    const struct marked_value *value)
{
	size_t i;

	for (i = 0; i < vb_reading_findings(reading); i++) {
		const struct vb_finding *finding = vb_reading_finding(reading,
								      i);

		if (is_of(value, finding->field, finding->level,
			  finding->row) &&
		    strcmp(finding->rule, value->rule) == 0)
			return true;
	}
	return false;
}

static void show_miss(const char *what, const struct vb_read_field *read,
		      const char *want)
{
	if (getenv("SHOW"))
		printf("# %s: %s.%s row %d: want '%.60s' got '%.60s' (%.60s) "
		       "state %d by %d sure %.2f\n",
		       what, read->id, read->level, read->row, want,
		       read->value, read->raw, (int)read->state,
		       (int)read->method, read->confidence);
}

/* Long answers have none, nor what LibreOffice would empty the part for. */
static bool has_binding(const struct marked_value *value)
{
	return value->field->type != FIELD_LONGTEXT &&
	       !strpbrk(value->value, "&<");
}

static void tally_field(struct tally *t, const struct marked *m,
			const struct vb_reading *reading,
			const struct vb_read_field *read)
{
	const struct marked_value *value = find_value(m, read);
	bool is_given = read->state == VB_ANSWERED;

	if (!value || value->is_gone) {
		t->invented += is_given;
		if (is_given)
			show_miss("invented", read, "");
	} else if (!is_given) {
		t->missing++;
		t->unbound += !has_binding(value);
		show_miss("missing", read, value->value);
	} else if (strcmp(read->value, value->value) == 0) {
		t->right++;
	} else {
		t->wrong++;
		show_miss("wrong", read, value->value);
	}
	if (value && value->rule && !is_told(reading, value)) {
		t->untold++;
		show_miss(value->rule, read, value->value);
	}
}

static bool is_read(const struct vb_reading *reading,
		    const struct marked_value *value)
{
	size_t i;

	for (i = 0; i < vb_reading_fields(reading); i++) {
		const struct vb_read_field *read = vb_reading_field(reading, i);

		if (is_of(value, read->id, read->level, read->row))
			return true;
	}
	return false;
}

/* Values of rows that are not in the reading at all are missing too. */
static void tally_all(struct tally *t, const struct marked *m,
		      const struct vb_reading *reading)
{
	size_t i;

	for (i = 0; i < vb_reading_fields(reading); i++)
		tally_field(t, m, reading, vb_reading_field(reading, i));
	for (i = 0; i < m->values.n; i++) {
		const struct marked_value *value = &m->values.at[i];

		if (value->is_gone || is_read(reading, value))
			continue;
		t->missing++;
		t->unbound += !has_binding(value);
	}
}

static void try_change(struct tally *t, const struct filled *f,
		       const struct change *change, unsigned turn)
{
	struct marked m = {.form = f->form, .turn = turn};
	struct vb_reading *reading;
	struct buf before = BUF_INIT;
	struct vb_error err = {0};
	struct opc *opc = NULL;

	if (opc_open_memory(&opc, f->docx.data, f->docx.size, "x.docx", &err))
		abort();
	open_marked(&m, f, opc);
	buf_add(&before, m.xml.data, m.xml.size);
	if (change->make)
		change->make(&m);
	t->tried++;
	t->changed += m.drops_report || m.drops_props ||
		      strcmp(buf_cstr(&before), buf_cstr(&m.xml)) != 0;
	reading = read_marked(&m, opc);
	if (reading)
		tally_all(t, &m, reading);
	else
		t->wrong++;
	vb_reading_free(reading);
	buf_release(&before);
	close_marked(&m);
	opc_free(opc);
}

static void try_form(struct tally *tallies, const char *id, uint64_t rounds)
{
	const char *only = getenv("ONLY");
	struct vb_template *tpl = NULL;
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	char path[256];
	uint64_t seed;
	unsigned turn;
	size_t i;

	snprintf(path, sizeof(path), "%s/templates/%s/form.xml",
		 getenv("TOP") ? getenv("TOP") : ".", id);
	if (vb_form_read(&form, path, &err) == VB_OK)
		make_template(form, &tpl, &err);
	if (!ok(tpl != NULL, "%s: a template", id))
		printf("# %s\n", err.text);
	for (seed = 1; tpl && seed <= rounds; seed++) {
		struct filled f = {.form = form};

		fill(&f, tpl, seed);
		for (i = 0; f.reading && i < N_CHANGES; i++)
			for (turn = 0; turn < changes[i].turns; turn++)
				if (!only || strstr(changes[i].name, only))
					try_change(&tallies[i], &f, &changes[i],
						   turn);
		vb_reading_free(f.reading);
		vb_blob_release(&f.docx);
	}
	vb_template_free(tpl);
	vb_form_free(form);
}

static void judge(const struct change *change, const struct tally *t)
{
	unsigned given = t->right + t->wrong + t->invented;
	unsigned asked = t->right + t->wrong + t->missing;

	printf("# %-24s %3u changed: P %.4f R %.4f (%u right, %u wrong, %u "
	       "missing, %u made up, %u untold)\n",
	       change->name, t->changed, given ? (double)t->right / given : 1,
	       asked ? (double)t->right / asked : 1, t->right, t->wrong,
	       t->missing, t->invented, t->untold);
	ok(t->wrong + t->invented == 0, "%s: nothing wrong", change->name);
	ok(!t->tried || (t->changed > 0) == (change->make != NULL),
	   "%s: it does something", change->name);
	ok(t->untold == 0, "%s: what is to be told is", change->name);
	if (change->bar == BAR_ALL)
		ok(t->missing == 0, "%s: nothing missing", change->name);
	if (change->bar == BAR_BOUND)
		ok(t->missing == t->unbound,
		   "%s: nothing missing that has a mark", change->name);
}

int main(void)
{
	static const char *const forms[] = {
		"hp-2023-pl1", "hp-2023-pl2", "brvt-2023-bao-cao",
		"de-an-cntt-truong", "kontum-2022-huong-dan"};
	const char *asked = getenv("ROUNDS");
	static struct tally tallies[N_CHANGES];
	uint64_t rounds = asked ? strtoull(asked, NULL, 10) : 2;
	size_t i;

	vb_init();
	for (i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		try_form(tallies, forms[i], rounds);
	for (i = 0; i < N_CHANGES; i++)
		judge(&changes[i], &tallies[i]);
	return done_testing();
}
