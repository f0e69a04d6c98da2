/*
 * Letterhead, Kính gửi, signature and Nơi nhận of the seven outlines, filled
 * without any mark: every field of them is read back by its place among the
 * particulars of the page, and the particulars say the same without the form.
 */
#include "gen.h"
#include "tap.h"

#include "form/answers.h"
#include "util/file.h"

#include <stdlib.h>
#include <unistd.h>

static const char *const FORMS[] = {"hp-2023-pl1",
				    "hp-2023-pl2",
				    "hp-2023-cong-van",
				    "brvt-2023-cong-van",
				    "brvt-2023-bao-cao",
				    "kontum-2022-huong-dan",
				    "brvt-2023-huong-dan-3626"};

struct head {
	const char *id, *value;
};

/* What offices write there; NULL leaves it blank. */
static const struct head heads[][13] = {
	{{"org_parent", "UBND TỈNH AN BÌNH"},
	 {"org_name", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"},
	 {"doc_no", "05"},
	 {"doc_code", "SGDĐT-VP"},
	 {"place", "An Bình"},
	 {"date_day", "05"},
	 {"date_month", "6"},
	 {"date_year", "2023"},
	 {"sign_authority", "KT. GIÁM ĐỐC"},
	 {"sign_title", "PHÓ GIÁM ĐỐC"},
	 {"signer_name", "Trần Thị Mẫu"},
	 {NULL, NULL}},
	{{"org_parent", "UBND QUẬN MẪU"},
	 {"org_name", "TRƯỜNG TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG NGUYỄN "
		      "THỊ MINH KHAI"},
	 {"doc_code", "BC-THCSTHPTNTMK"},
	 {"place", "Thành phố Hồ Chí Minh"},
	 {"date_month", "6"},
	 {"date_year", "2023"},
	 {"sign_title", "HIỆU TRƯỞNG"},
	 {NULL, NULL}},
	{{"org_parent", "ỦY BAN NHÂN DÂN HUYỆN MẪU"},
	 {"org_name", "PHÒNG GD&ĐT"},
	 {"doc_no", "123"},
	 {"doc_code", "PGD&ĐT-GDTrH"},
	 {"place", "Bà Rịa - Vũng Tàu"},
	 {"date_day", "21"},
	 {"date_month", "12"},
	 {"date_year", "2022"},
	 {"sign_title", "TRƯỞNG PHÒNG"},
	 {"signer_name", "ThS. Nguyễn Văn A"},
	 {NULL, NULL}},
	{{"org_name", "UBND XÃ MẪU"},
	 {"org_parent", "UBND TỈNH AN BÌNH"},
	 {"doc_no", "9"},
	 {"doc_code", "UBND-VHXH"},
	 {"place", "Mẫu"},
	 {"date_day", "01"},
	 {"date_month", "02"},
	 {"date_year", "2026"},
	 {"sign_authority", "TM. ỦY BAN NHÂN DÂN"},
	 {"sign_title", "CHỦ TỊCH"},
	 {"signer_name", "Lê Văn Bình"},
	 {NULL, NULL}},
};
#define N_HEADS (sizeof(heads) / sizeof(*heads))

struct score {
	unsigned right, wrong, missing, invented;
};

static struct vb_form *read_form(const char *id, struct vb_template **tpl)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	struct vb_blob blob = {NULL, 0};
	char dir[] = "/tmp/vanban-head-XXXXXX", path[300];

	*tpl = NULL;
	snprintf(path, sizeof(path), "%s/templates/%s/form.xml",
		 getenv("TOP") ? getenv("TOP") : ".", id);
	if (!mkdtemp(dir))
		return NULL;
	if (vb_form_read(&form, path, &err) ||
	    vb_template_make(form, &blob, &err))
		printf("# %s: %s\n", path, err.text);
	snprintf(path, sizeof(path), "%s/t.docx", dir);
	if (file_write(path, blob.data, blob.size, &err) ||
	    vb_template_open(tpl, path, form, NULL, &err))
		printf("# %s: %s\n", path, err.text);
	unlink(path);
	rmdir(dir);
	vb_blob_release(&blob);
	return form;
}

static const struct head *find_head(const struct head *head, const char *id)
{
	for (; head->id; head++)
		if (strcmp(head->id, id) == 0)
			return head;
	return NULL;
}

static struct vb_answers *make_answers(const struct vb_form *form,
				       const struct head *head)
{
	static const char *const towards[] = {"Phòng GDĐT các huyện",
					      "Các trường trung học phổ thông"};
	static const char *const lists[][2] = {
		{"addressees", "addressee_txt"},
		{"recipients", "recipient_name_txt"}};
	struct vb_answers *answers = answers_new(form);
	struct vb_error err = {0};
	size_t i, k;

	for (; head->id; head++)
		if (form_field(form, head->id))
			answers_add_text(answers, &answers->top, head->id, "",
					 head->value);
	for (i = 0; i < 2; i++) {
		struct answer *list;

		if (!form_field(form, lists[i][0]))
			continue;
		list = answers_add(answers, &answers->top, lists[i][0], "");
		list->kind = VALUE_ROWS;
		for (k = 0; k < 2; k++)
			answers_add_text(answers,
					 answers_add_row(answers, list),
					 lists[i][1], "", towards[k]);
	}
	if (answers_finish(answers, &err))
		printf("# answers: %s\n", err.text);
	return answers;
}

static bool is_head(const char *id)
{
	static const char *const ids[] = {
		"org_parent", "org_name",    "doc_no",	      "doc_code",
		"place",      "date_day",    "date_month",    "date_year",
		"sign_title", "signer_name", "sign_authority"};
	size_t i;

	for (i = 0; i < sizeof(ids) / sizeof(*ids); i++)
		if (strcmp(ids[i], id) == 0)
			return true;
	return false;
}

static void score_field(struct score *score, const struct head *head,
			const struct vb_read_field *read, const char *what)
{
	const struct head *want = find_head(head, read->id);
	bool is_given = read->state == VB_ANSWERED && read->confidence >= 0.5;
	bool is_right = want && is_given &&
			strcmp(read->value, want->value) == 0;

	score->right += is_right;
	score->wrong += want && is_given && !is_right;
	score->missing += want && !is_given;
	score->invented += !want && is_given;
	if (want ? !is_right : is_given)
		printf("# %s: %s: want '%s' got '%s' (%s)\n", what, read->id,
		       want ? want->value : "", read->value, read->raw);
}

static void try_head(struct score *score, const struct vb_template *tpl,
		     const struct vb_form *form, size_t n)
{
	const struct vb_fill_options options = {.plain = true};
	struct vb_answers *answers = make_answers(form, heads[n]);
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};
	struct vb_blob docx = {NULL, 0};
	size_t i, rows = 0;
	char what[100];

	snprintf(what, sizeof(what), "%s, %zu", form->id, n);
	if (vb_fill(tpl, answers, &options, &docx, NULL, &err) ||
	    vb_read_memory(&reading, docx.data, docx.size, "x.docx", form, NULL,
			   &err)) {
		ok(false, "%s: %s", what, err.text);
	} else {
		for (i = 0; i < vb_reading_fields(reading); i++) {
			const struct vb_read_field *read =
				vb_reading_field(reading, i);

			if (is_head(read->id))
				score_field(score, heads[n], read, what);
			else if (strcmp(read->id, "recipient_name_txt") == 0 ||
				 strcmp(read->id, "addressee_txt") == 0)
				rows += read->state == VB_ANSWERED;
		}
		is_int((long)rows,
		       2 * ((form_field(form, "addressees") != NULL) +
			    (form_field(form, "recipients") != NULL)),
		       what);
	}
	vb_reading_free(reading);
	vb_blob_release(&docx);
	vb_answers_free(answers);
}

int main(void)
{
	struct score score = {0};
	size_t i, n;

	vb_init();
	for (i = 0; i < sizeof(FORMS) / sizeof(*FORMS); i++) {
		struct vb_template *tpl;
		struct vb_form *form = read_form(FORMS[i], &tpl);

		for (n = 0; tpl && n < N_HEADS; n++)
			try_head(&score, tpl, form, n);
		ok(tpl != NULL, "%s", FORMS[i]);
		vb_template_free(tpl);
		vb_form_free(form);
	}
	printf("# right %u, wrong %u, missing %u, invented %u\n", score.right,
	       score.wrong, score.missing, score.invented);
	is_int(score.wrong + score.invented, 0, "nothing wrong");
	is_int(score.missing, 0, "nothing missing");
	return done_testing();
}
