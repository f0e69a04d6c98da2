/*
 * gen.h - random but valid answers to any form, the same for the same seed.
 *
 * For the round trip: types, levels, repeats, blanks, answers with nothing,
 * long texts with bold, italic and underline, links, page breaks, emoji,
 * decomposed Vietnamese, XML's own characters, words that look like a leader.
 * The rules of the form (sums, rates, required) are not kept: they do not touch
 * identity.
 */
#ifndef GEN_H
#define GEN_H

#include "form/answers.h"
#include "util/err.h"

#include <stdio.h>
#include <string.h>

struct gen {
	uint64_t state;
	struct vb_answers *answers;
	bool failed;
	bool has_no_links; /* LibreOffice moves the end of some */
};

/* splitmix64: small, and the same everywhere */
static uint64_t gen_next(struct gen *gen)
{
	uint64_t z = gen->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static unsigned gen_below(struct gen *gen, unsigned n)
{
	return (unsigned)(gen_next(gen) % n);
}

static const char *const gen_words[] = {
	"Trường",
	"chuyển đổi số",
	"Ư",
	"ĐƯỜNG HỌC",
	"quản trị & dạy học",
	"<b>không phải thẻ</b>",
	"\"ngoặc kép\"",
	"'ngoặc đơn'",
	"1.234,5",
	"85%",
	"\xf0\x9f\x93\x9a",				/* books */
	"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8f\xab", /* joined by ZWJ */
	"tie\xcc\x82\xcc\x81ng Vie\xcc\xa3\xcc\x82t",	/* decomposed */
	"e\xcc\x81\xcc\x82",	/* tone before the hat */
	"\xc2\xa0lien\xc2\xa0", /* no-break spaces */
	"12/9/2022",
	"hai  khoảng trắng",
	"(TT&TT)",
	"{{khong_phai_the}}",
	"kết thúc.",
	"]]>",
	"……",
	"...",
};

static const char *gen_text(struct gen *gen, char *out, size_t room,
			    unsigned most)
{
	unsigned n = 1 + gen_below(gen, most), i;
	size_t used = 0;

	out[0] = '\0';
	for (i = 0; i < n; i++) {
		const char *word = gen_words[gen_below(
			gen, sizeof(gen_words) / sizeof(*gen_words))];
		int added = snprintf(out + used, room - used, "%s%s",
				     i ? " " : "", word);

		if (added < 0 || (size_t)added >= room - used) {
			out[used] = '\0';
			break;
		}
		used += (size_t)added;
	}
	return out;
}

static void gen_number(struct gen *gen, char *out, size_t room, bool integer)
{
	unsigned whole = gen_below(gen, 3) ? gen_below(gen, 100)
					   : gen_below(gen, 4000000);

	if (integer || gen_below(gen, 3) == 0)
		snprintf(out, room, "%u", whole);
	else
		snprintf(out, room, "%s%u.%u%u", gen_below(gen, 9) ? "" : "-",
			 whole, gen_below(gen, 100), 1 + gen_below(gen, 9));
}

static void gen_date(struct gen *gen, char *out, size_t room)
{
	unsigned year = 2000 + gen_below(gen, 40);
	unsigned month = 1 + gen_below(gen, 12), day = 1 + gen_below(gen, 28);

	if (gen_below(gen, 6) == 0)
		snprintf(out, room, "%04u-%02u", year, month);
	else
		snprintf(out, room, "%04u-%02u-%02u", year, month, day);
}

static const char *gen_keep(struct gen *gen, const char *text)
{
	const char *copy = arena_str(&gen->answers->arena, text);

	if (!copy)
		gen->failed = true;
	return copy ? copy : "";
}

static const char *const gen_links[] = {
	"http://truong.example.vn",
	"https://truong.example.vn:8443/b%C3%A1o-cao?nam=2023&ky='1'#phan-2",
	"https://truong.example.vn/trường/học",
	"mailto:van-thu@truong.example.vn?subject=B%C3%A1o%20c%C3%A1o",
};

static void gen_longtext(struct gen *gen, struct answer *answer)
{
	struct arena *arena = &gen->answers->arena;
	unsigned n = 1 + gen_below(gen, 4), i, k;
	char text[512];

	answer->kind = VALUE_PARAS;
	answer->paras = arena_array(arena, n, sizeof(*answer->paras));
	if (!answer->paras) {
		gen->failed = true;
		return;
	}
	answer->n_paras = n;
	for (i = 0; i < n; i++) {
		struct answer_para *para = &answer->paras[i];

		para->begins_page = i > 0 && gen_below(gen, 6) == 0;
		/* an empty paragraph stands between others only */
		if (i > 0 && i + 1 < n && gen_below(gen, 6) == 0)
			continue;
		para->n = 1 + gen_below(gen, 4);
		para->spans = arena_array(arena, para->n, sizeof(*para->spans));
		if (!para->spans) {
			gen->failed = true;
			return;
		}
		for (k = 0; k < para->n; k++) {
			struct answer_span *span = &para->spans[k];

			gen_text(gen, text, sizeof(text) - 2, 6);
			if (k + 1 < para->n)
				strcat(text, gen_below(gen, 8) ? " " : "\t");
			span->text = gen_keep(gen, text);
			span->size = strlen(span->text);
			span->style = gen_below(gen, 2) ? gen_below(gen, 8) : 0;
			if (gen_below(gen, 5) == 0)
				span->link =
					gen->has_no_links
						? NULL
						: gen_links[gen_below(
							  gen,
							  sizeof(gen_links) /
								  sizeof(*gen_links))];
		}
	}
}

static void gen_docref(struct gen *gen, struct answer *answer)
{
	static const char *const issuers[] = {"UBND quận", "Sở GDĐT",
					      "Bộ GD&ĐT"};
	unsigned parts = 1 + gen_below(gen, 7);
	char text[64];

	answer->kind = VALUE_DOCREF;
	if (parts & 1) {
		snprintf(text, sizeof(text), "%u/KH-THPT", gen_below(gen, 400));
		answer->docref.number = gen_keep(gen, text);
	}
	if (parts & 2) {
		gen_date(gen, text, sizeof(text));
		answer->docref.date = gen_keep(gen, text);
	}
	if (parts & 4)
		answer->docref.issuer = issuers[gen_below(gen, 3)];
}

static void gen_files(struct gen *gen, struct answer *answer, unsigned most)
{
	static const char *const names[] = {"minh chứng 1.pdf",
					    "Kế hoạch & báo cáo.docx",
					    "a_b-c.xlsx", "ảnh <1>.jpg"};
	unsigned n = 1 + gen_below(gen, most), i;

	answer->kind = VALUE_FILES;
	answer->files = arena_array(&gen->answers->arena, n,
				    sizeof(*answer->files));
	if (!answer->files) {
		gen->failed = true;
		return;
	}
	for (i = 0; i < n; i++)
		answer->files[i] = names[gen_below(gen, 4)];
	answer->n_files = n;
}

static void gen_scalar(struct gen *gen, struct answer *answer,
		       const struct field *field)
{
	char text[256];

	if (field->type == FIELD_DATE)
		gen_date(gen, text, sizeof(text));
	else if (field->type == FIELD_CHOICE)
		snprintf(text, sizeof(text), "%s",
			 field->options[gen_below(gen,
						  (unsigned)field->n_options)]
				 .token);
	else if (field->type == FIELD_TEXT)
		gen_text(gen, text, sizeof(text), 4);
	else
		gen_number(gen, text, sizeof(text), field->type == FIELD_COUNT);
	answer->kind = VALUE_TEXT;
	answer->text = gen_keep(gen, text);
	answer->size = strlen(answer->text);
}

static void gen_value(struct gen *gen, struct answer_group *group,
		      const struct field *field, const char *level)
{
	struct answer *answer;
	struct vb_error err = {0};
	unsigned dice = gen_below(gen, 10);

	if (dice == 0) /* unanswered */
		return;
	answer = answers_add(gen->answers, group, field->id, level);
	if (!answer) {
		gen->failed = true;
		return;
	}
	answer->kind = VALUE_EMPTY; /* answered with nothing */
	if (dice == 1)
		return;
	if (field->type == FIELD_LONGTEXT)
		gen_longtext(gen, answer);
	else if (field->type == FIELD_DOCREF)
		gen_docref(gen, answer);
	else if (field->type == FIELD_EVIDENCE)
		gen_files(gen, answer, 3);
	else if (field->type == FIELD_IMAGE)
		gen_files(gen, answer, 1);
	else
		gen_scalar(gen, answer, field);
	if (!gen->failed &&
	    answer_canonical(gen->answers, answer, &err) != VB_OK)
		gen->failed = true;
}

static void gen_field(struct gen *gen, struct answer_group *group,
		      const struct field *field)
{
	const struct vb_form *form = gen->answers->form;
	size_t i;

	gen_value(gen, group, field, "");
	for (i = 0; i < form->n_levels; i++)
		if (field_has_level(field, (int)i))
			gen_value(gen, group, field, form->levels[i].id);
}

static void gen_repeat(struct gen *gen, const struct field *repeat)
{
	const struct vb_form *form = gen->answers->form;
	unsigned rows = gen_below(gen, 6), row;
	struct answer *answer;
	size_t i;

	if (rows == 0)
		return;
	answer = answers_add(gen->answers, &gen->answers->top, repeat->id, "");
	if (!answer) {
		gen->failed = true;
		return;
	}
	answer->kind = VALUE_ROWS;
	for (row = 0; row < rows && !gen->failed; row++) {
		struct answer_group *group = answers_add_row(gen->answers,
							     answer);

		if (!group) {
			gen->failed = true;
			return;
		}
		for (i = 0; i < form->n_fields; i++)
			if (form->fields[i]->group == repeat)
				gen_field(gen, group, form->fields[i]);
	}
}

/* NULL when something went wrong, which is a failure of the test. */
__attribute__((unused)) static struct vb_answers *
gen_answers_as(const struct vb_form *form, uint64_t seed, bool has_no_links)
{
	struct gen gen = {seed, answers_new(form), false, has_no_links};
	struct vb_error err = {0};
	size_t i;

	if (!gen.answers)
		return NULL;
	gen.answers->unit = "DV01";
	for (i = 0; i < form->n_fields && !gen.failed; i++) {
		const struct field *field = form->fields[i];

		if (field->is_base)
			gen_field(&gen, &gen.answers->base, field);
		else if (field->type == FIELD_REPEAT)
			gen_repeat(&gen, field);
		else if (!field->group)
			gen_field(&gen, &gen.answers->top, field);
	}
	if (gen.failed || answers_finish(gen.answers, &err) != VB_OK) {
		vb_answers_free(gen.answers);
		return NULL;
	}
	return gen.answers;
}

__attribute__((unused)) static struct vb_answers *
gen_answers(const struct vb_form *form, uint64_t seed)
{
	return gen_answers_as(form, seed, false);
}

#endif
