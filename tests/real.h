/*
 * real.h - answers as a school would give them, the same for the same seed:
 * sums that add up, rates that fit, sentences that speak of the same things
 * as the form and hold figures of their own.
 */
#ifndef REAL_H
#define REAL_H

#include "gen.h"

static const char *const real_sentences[] = {
	"Đơn vị đã ban hành Kế hoạch số 45/KH-THPT ngày 12/9/2022 về ứng dụng "
	"CNTT và chuyển đổi số trong năm học.",
	"Tỷ lệ giáo viên sử dụng thành thạo phần mềm đạt 97,5%, tăng 3% so với "
	"năm học trước.",
	"Cơ sở vật chất còn thiếu: mới có 2 phòng máy với 45 máy tính đã cũ.",
	"Ban Giám hiệu phân công 01 đồng chí phụ trách, tổ chức 4 buổi tập huấn "
	"cho toàn thể cán bộ, giáo viên.",
	"Phụ huynh học sinh đồng thuận với việc thu phí không dùng tiền mặt.",
	"Các CSGD đã triển khai phần mềm quản trị trường học và sổ điểm điện tử.",
	"Công tác chỉ đạo được thực hiện thường xuyên, kịp thời.",
	"Đề nghị Sở hỗ trợ kinh phí mua sắm thiết bị và đường truyền Internet.",
	"Trong năm học 2022-2023, toàn đơn vị xây dựng được 120 bài giảng "
	"e-Learning; 15 bài đạt giải.",
	"Khó khăn lớn nhất là một bộ phận giáo viên lớn tuổi còn ngại đổi mới.",
	"Hệ thống đào tạo trực tuyến (LMS) được duy trì; học sinh học tập tốt.",
	"Nguyên nhân: hạ tầng mạng ở điểm trường lẻ chưa ổn định.",
	"Tiếp tục thực hiện Quyết định số 131/QĐ-TTg ngày 25/01/2022.",
	"Số liệu được cập nhật đầy đủ trên cơ sở dữ liệu ngành trước ngày "
	"30/9/2022.",
};

static const char *const real_phrases[] = {
	"VNPT School",		 "Viettel",
	"lớp tin học cơ bản",	 "phần mềm vnEdu",
	"tháng 10 năm 2022",	 "Trường THCS Hoa Sen",
	"Zoom, MS Teams",	 "bài kiểm tra trên máy",
	"từ 05/9 đến 30/9/2022", "kho học liệu số",
	"Công ty Sao Mai",	 "chữ ký số cá nhân",
};

static void real_long(struct gen *gen, struct answer *answer)
{
	struct arena *arena = &gen->answers->arena;
	unsigned n = 1 + gen_below(gen, 4), i;

	answer->kind = VALUE_PARAS;
	answer->paras = arena_array(arena, n, sizeof(*answer->paras));
	answer->n_paras = n;
	for (i = 0; answer->paras && i < n; i++) {
		struct answer_para *para = &answer->paras[i];

		para->n = 1;
		para->spans = arena_array(arena, 1, sizeof(*para->spans));
		if (!para->spans)
			break;
		para->spans->text = real_sentences[gen_below(
			gen, sizeof(real_sentences) / sizeof(*real_sentences))];
		para->spans->size = strlen(para->spans->text);
	}
	if (i < n)
		gen->failed = true;
}

static void real_scalar(struct gen *gen, struct answer *answer,
			const struct field *field, unsigned count)
{
	char text[64];

	if (field->type == FIELD_COUNT) {
		snprintf(text, sizeof(text), "%u", count);
	} else if (field->type == FIELD_PERCENT) {
		unsigned rate = gen_below(gen, 5) ? gen_below(gen, 10000)
						  : 10000;

		snprintf(text, sizeof(text), "%u.%02u", rate / 100, rate % 100);
	} else if (field->type == FIELD_DATE) {
		snprintf(text, sizeof(text), "%04u-%02u-%02u",
			 2022 + gen_below(gen, 2), 1 + gen_below(gen, 12),
			 1 + gen_below(gen, 28));
	} else if (field->type == FIELD_CHOICE) {
		snprintf(text, sizeof(text), "%s",
			 field->options[gen_below(gen,
						  (unsigned)field->n_options)]
				 .token);
	} else if (field->type == FIELD_NUMBER) {
		snprintf(text, sizeof(text), "%u.5", gen_below(gen, 1000));
	} else {
		snprintf(text, sizeof(text), "%s",
			 real_phrases[gen_below(
				 gen, sizeof(real_phrases) /
					      sizeof(*real_phrases))]);
	}
	answer->kind = VALUE_TEXT;
	answer->text = gen_keep(gen, text);
	answer->size = strlen(answer->text);
}

static void real_docref(struct gen *gen, struct answer *answer)
{
	char text[64];

	answer->kind = VALUE_DOCREF;
	snprintf(text, sizeof(text), "%u/KH-THCS", 1 + gen_below(gen, 400));
	answer->docref.number = gen_keep(gen, text);
	snprintf(text, sizeof(text), "2022-%02u-%02u", 1 + gen_below(gen, 12),
		 1 + gen_below(gen, 28));
	answer->docref.date = gen_keep(gen, text);
}

static void real_value(struct gen *gen, struct answer_group *group,
		       const struct field *field, const char *level,
		       unsigned count)
{
	struct answer *answer = answers_add(gen->answers, group, field->id,
					    level);
	struct vb_error err = {0};

	if (!answer) {
		gen->failed = true;
		return;
	}
	if (field->type == FIELD_LONGTEXT)
		real_long(gen, answer);
	else if (field->type == FIELD_DOCREF)
		real_docref(gen, answer);
	else if (field->type == FIELD_EVIDENCE || field->type == FIELD_IMAGE)
		gen_files(gen, answer, 1);
	else
		real_scalar(gen, answer, field, count);
	if (!gen->failed && answer_canonical(gen->answers, answer, &err))
		gen->failed = true;
}

/* One value in twelve is left out, with all its levels. */
static void real_field(struct gen *gen, struct answer_group *group,
		       const struct field *field)
{
	const struct vb_form *form = gen->answers->form;
	unsigned total = 0, part[FORM_LEVELS_MAX] = {0};
	size_t i;

	if (gen_below(gen, 12) == 0)
		return;
	for (i = 0; i < form->n_levels; i++)
		if (field_has_level(field, (int)i))
			total += part[i] = gen_below(gen, 400);
	if (!field->levels)
		total = gen_below(gen, gen_below(gen, 4) ? 200 : 30000);
	real_value(gen, group, field, "", total);
	for (i = 0; i < form->n_levels; i++)
		if (field_has_level(field, (int)i))
			real_value(gen, group, field, form->levels[i].id,
				   part[i]);
}

static void real_repeat(struct gen *gen, const struct field *repeat)
{
	const struct vb_form *form = gen->answers->form;
	unsigned rows = 1 + gen_below(gen, 4), row;
	struct answer *answer = answers_add(gen->answers, &gen->answers->top,
					    repeat->id, "");
	size_t i;

	if (!answer) {
		gen->failed = true;
		return;
	}
	answer->kind = VALUE_ROWS;
	for (row = 0; row < rows && !gen->failed; row++) {
		struct answer_group *group = answers_add_row(gen->answers,
							     answer);

		for (i = 0; group && i < form->n_fields; i++)
			if (form->fields[i]->group == repeat)
				real_value(gen, group, form->fields[i], "",
					   gen_below(gen, 90));
	}
}

/* NULL when something went wrong. */
__attribute__((unused)) static struct vb_answers *
real_answers(const struct vb_form *form, uint64_t seed)
{
	struct gen gen = {seed, answers_new(form), false, false};
	struct vb_error err = {0};
	size_t i;

	if (!gen.answers)
		return NULL;
	gen.answers->unit = "DV01";
	for (i = 0; i < form->n_fields && !gen.failed; i++) {
		const struct field *field = form->fields[i];

		if (field->is_base)
			continue;
		if (field->type == FIELD_REPEAT)
			real_repeat(&gen, field);
		else if (!field->group)
			real_field(&gen, &gen.answers->top, field);
	}
	if (gen.failed || answers_finish(gen.answers, &err) != VB_OK) {
		vb_answers_free(gen.answers);
		return NULL;
	}
	return gen.answers;
}

#endif
