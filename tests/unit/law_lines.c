/*
 * Lines and sentences as a unit might type them, drawn at random: a question
 * shortened or said as a sentence, its levels in brackets, behind a dash or one
 * below another, the rate before or behind them, a figure of last year beside.
 * Of the figures that are given 99.5 % are right, and 97 % are found.
 *
 *	TOP=. SEED=7 N=2000 build/release/unit/law_lines.t
 *	SHOW=1 prints the pages of which something was lost
 */
#include "law_draw.h"

#include "vanban.h"

enum {
	LEVELS = 5,
	WORDINGS = 3,
	PAGES = 100
};

enum layout {
	LINE,
	SENTENCE,
	BEHIND_WHOLE, /* "Có 20/45 trường (MN 3, TH 17) dùng ..." */
	BULLETS,
	SOFT_BREAKS,
	SUM_LAST,
	LAYOUTS
};

/* What a hand is used to. */
struct habit {
	enum layout layout;
	unsigned name, style, around, rate, unit, number, mark, sep, last;
	int levels;
	bool of_whole;
};

struct question {
	const char *id, *rate; /* no rate: NULL */
	const char *line[WORDINGS], *verb[WORDINGS];
};

static const struct question QUESTIONS[] = {
	{"s31_lms_csgd_n",
	 NULL,
	 {"Số CSGD (theo bậc học) duy trì sử dụng hệ thống đào tạo trực tuyến "
	  "(LMS)",
	  "Số trường duy trì sử dụng LMS",
	  "Duy trì hệ thống đào tạo trực tuyến (LMS)"},
	 {"duy trì sử dụng LMS", "đang dùng hệ thống đào tạo trực tuyến (LMS)",
	  "sử dụng hệ thống LMS để dạy học"}},
	{"s32_mgmt_csgd_n",
	 "s32_mgmt_pct",
	 {"Số CSGD (theo bậc học) triển khai phần mềm quản trị trường học",
	  "Số trường dùng phần mềm quản trị nhà trường",
	  "Triển khai PM quản trị trường học"},
	 {"triển khai phần mềm quản trị trường học",
	  "đã dùng phần mềm quản trị nhà trường",
	  "sử dụng PM quản trị trường học"}},
	{"s32_cashless_csgd_n",
	 "s32_cashless_pct",
	 {"Số CSGD (theo bậc học) triển khai dịch vụ thu phí dịch vụ giáo dục "
	  "theo hình thức không dùng tiền mặt",
	  "Số trường thu phí không dùng tiền mặt",
	  "Thu các khoản dịch vụ giáo dục không dùng tiền mặt"},
	 {"thu phí không dùng tiền mặt",
	  "thực hiện thu học phí, dịch vụ không dùng tiền mặt",
	  "triển khai thu phí dịch vụ GD không dùng tiền mặt"}},
	{"s33_wifi_csgd_n",
	 "s33_wifi_pct",
	 {"Số CSGD (theo bậc học) có mạng wifi cung cấp miễn phí cho cán bộ, "
	  "giáo viên và học sinh",
	  "Số trường có wifi miễn phí", "Có mạng wifi miễn phí cho CB, GV, HS"},
	 {"có wifi miễn phí cho giáo viên, học sinh",
	  "cung cấp mạng wifi miễn phí", "có mạng wifi miễn phí"}},
	{"s33_studio_csgd_n",
	 "s33_studio_pct",
	 {"Số CSGD (theo bậc học) có phòng phát triển học liệu (phòng studio)",
	  "Số trường có phòng studio", "Có phòng phát triển học liệu"},
	 {"có phòng studio", "có phòng phát triển học liệu",
	  "đã có phòng phát triển học liệu (studio)"}},
};

enum {
	QUESTION_COUNT = sizeof(QUESTIONS) / sizeof(QUESTIONS[0])
};

struct drawn {
	int n[LEVELS], of[LEVELS];
	int sum, of_sum;
	char rate[16];
};

static const char *const LEVEL_IDS[LEVELS] = {"mn", "th", "thcs", "thpt",
					      "gdtx"};

static struct habit draw_habit(void)
{
	struct habit h = {.layout = (enum layout)draw(LAYOUTS)};

	h.name = draw(3);
	h.style = draw(5);
	h.around = draw(3);
	h.rate = draw(5);
	h.unit = draw(3);
	h.number = draw(2);
	h.mark = draw(3);
	h.sep = draw(3);
	h.last = draw(4);
	h.levels = 3 + (int)draw(3) % 3;
	h.of_whole = draw(2);
	return h;
}

static struct drawn draw_figures(const struct habit *h)
{
	struct drawn d = {.sum = 0};
	int i;

	for (i = 0; i < h->levels; i++) {
		d.of[i] = 8 + (int)draw(22);
		d.n[i] = d.of[i] / 3 + (int)draw((unsigned)d.of[i] / 2);
		d.sum += d.n[i];
		d.of_sum += d.of[i];
	}
	draw_rate(d.rate, 100.0 * d.sum / d.of_sum, 2);
	return d;
}

/* ---- the page ------------------------------------------------------------ */

static const char *unit_name(const struct habit *h)
{
	static const char *const UNITS[] = {"CSGD", "trường", "đơn vị"};

	return UNITS[h->unit];
}

static void add_number(struct buf *out, const struct habit *h, int n)
{
	buf_addf(out, h->number ? "%02d" : "%d", n);
}

static const char *level_name(const struct habit *h, int i)
{
	static const char *const NAMES[][LEVELS] = {
		{"Mầm non", "Tiểu học", "THCS", "THPT", "GDTX"},
		{"MN", "TH", "THCS", "THPT", "GDTX"},
		{"Cấp mầm non", "Cấp tiểu học", "Cấp THCS", "Cấp THPT",
		 "GDTX"}};

	return NAMES[h->name][i];
}

static void add_level(struct buf *out, const struct habit *h,
		      const struct drawn *d, int i)
{
	static const char *const BETWEEN[] = {": ", " ", " có ", " = "};

	if (h->style == 4) {
		add_number(out, h, d->n[i]);
		buf_addf(out, " %s", level_name(h, i));
		return;
	}
	buf_addf(out, "%s%s", level_name(h, i), BETWEEN[h->style]);
	add_number(out, h, d->n[i]);
}

static void add_levels(struct buf *out, const struct habit *h,
		       const struct drawn *d)
{
	int i;

	for (i = 0; i < h->levels; i++) {
		if (i)
			buf_adds(out,
				 h->style == 0 || h->style == 3 ? "; " : ", ");
		add_level(out, h, d, i);
	}
}

static void add_levels_around(struct buf *out, const struct habit *h,
			      const struct drawn *d)
{
	static const char *const BEFORE[] = {" (", ", ", ", trong đó "};

	buf_adds(out, BEFORE[h->around]);
	add_levels(out, h, d);
	buf_adds(out, h->around ? "" : ")");
}

static void add_whole(struct buf *out, const struct habit *h,
		      const struct drawn *d)
{
	add_number(out, h, d->sum);
	if (h->of_whole)
		buf_addf(out, "/%d", d->of_sum);
	buf_addf(out, " %s", unit_name(h));
}

static void add_rate(struct buf *out, const struct habit *h,
		     const struct question *q, const struct drawn *d)
{
	static const char *const BEFORE[] = {", đạt tỷ lệ: ", " (", ", chiếm ",
					     "; tỷ lệ ", " - "};

	if (!q->rate)
		return;
	buf_addf(out, "%s%s%%%s", BEFORE[h->rate], d->rate,
		 h->rate == 1 ? ")" : "");
	if (h->last == 1)
		buf_addf(out, " (năm học trước %d %s)", d->sum - 3,
			 unit_name(h));
	if (h->last == 2)
		buf_addf(out, ", tăng %d %s so với năm học trước", 3,
			 unit_name(h));
}

static void begin(struct buf *out, const char *mark)
{
	buf_addf(out, "<w:p><w:r><w:t xml:space='preserve'>%s", mark);
}

static void end(struct buf *out)
{
	buf_adds(out, ".</w:t></w:r></w:p>");
}

static const char *mark_of(const struct habit *h)
{
	static const char *const MARKS[] = {"- ", "+ ", ""};

	return MARKS[h->mark];
}

static void add_sentence(struct buf *out, const struct habit *h,
			 const struct question *q, const struct drawn *d)
{
	static const char *const WHO[] = {"Toàn huyện có ", "Hiện có ",
					  "Đến nay có "};

	begin(out, mark_of(h));
	buf_adds(out, WHO[draw(3)]);
	add_whole(out, h, d);
	if (h->layout == BEHIND_WHOLE) {
		buf_adds(out, " (");
		add_levels(out, h, d);
		buf_adds(out, ")");
	}
	buf_addf(out, " %s", q->verb[draw(WORDINGS)]);
	add_rate(out, h, q, d);
	if (h->layout == SENTENCE)
		add_levels_around(out, h, d);
	end(out);
}

static void begin_line(struct buf *out, const struct habit *h,
		       const struct question *q)
{
	static const char *const SEPS[] = {": ", " là ", " có "};

	begin(out, mark_of(h));
	buf_addf(out, "%s%s", q->line[draw(WORDINGS)],
		 SEPS[h->layout == LINE ? h->sep : 0]);
}

static void add_line(struct buf *out, const struct habit *h,
		     const struct question *q, const struct drawn *d)
{
	begin_line(out, h, q);
	if (h->layout == SUM_LAST) {
		add_levels(out, h, d);
		buf_adds(out, ". Tổng: ");
	}
	add_whole(out, h, d);
	if (h->layout == LINE && h->around == 0)
		add_levels_around(out, h, d);
	add_rate(out, h, q, d);
	if (h->layout == LINE && h->around != 0)
		add_levels_around(out, h, d);
	end(out);
}

/* Levels one below another. */
static void add_list(struct buf *out, const struct habit *h,
		     const struct question *q, const struct drawn *d)
{
	int i;

	begin_line(out, h, q);
	add_whole(out, h, d);
	add_rate(out, h, q, d);
	if (h->layout == BULLETS) {
		buf_adds(out, h->around ? ", trong đó:" : ":");
		end(out);
	}
	for (i = 0; i < h->levels; i++) {
		if (h->layout == BULLETS)
			begin(out, h->mark == 1 ? "- " : "+ ");
		else
			buf_adds(out, "</w:t></w:r><w:r><w:br/><w:t "
				      "xml:space='preserve'>  + ");
		add_level(out, h, d, i);
		if (h->layout == BULLETS)
			end(out);
	}
	if (h->layout == SOFT_BREAKS)
		end(out);
}

static void add_question(struct buf *out, const struct habit *h,
			 const struct question *q, const struct drawn *d)
{
	if (h->layout == SENTENCE || h->layout == BEHIND_WHOLE)
		add_sentence(out, h, q, d);
	else if (h->layout == BULLETS || h->layout == SOFT_BREAKS)
		add_list(out, h, q, d);
	else
		add_line(out, h, q, d);
}

static void add_page(struct buf *out, const struct habit *h,
		     const struct drawn *d)
{
	static const char *const HEADS[QUESTION_COUNT] = {
		L("II. KẾT QUẢ TRIỂN KHAI THỰC HIỆN CÁC NHIỆM VỤ") L(
			"3. Một số kết quả ứng dụng CNTT và chuyển đổi số cụ "
			"thể") L("3.1. Kết quả ứng dụng CNTT và chuyển đổi số "
				 "trong đổi mới nội dung, phương pháp dạy học "
				 "và kiểm tra đánh giá"),
		L("3.2. Kết quả ứng dụng CNTT và chuyển đổi số trong đổi mới "
		  "phương thức quản trị CSGD và quản lý nhà nước về giáo dục"),
		NULL,
		L("3.3. Hạ tầng, thiết bị phục vụ dạy tin học, ứng dụng CNTT, "
		  "chuyển đổi số"),
		NULL};
	int i;

	for (i = 0; i < QUESTION_COUNT; i++) {
		if (HEADS[i])
			buf_adds(out, HEADS[i]);
		add_question(out, h, &QUESTIONS[i], &d[i]);
	}
}

/* ---- what is read -------------------------------------------------------- */

static void tally_question(struct tally *tally, const char *values,
			   const struct habit *h, const struct question *q,
			   const struct drawn *d)
{
	char id[64];
	int i;

	tally_figure(tally, values, q->id, d->sum);
	if (q->rate)
		tally_figure(tally, values, q->rate,
			     100.0 * d->sum / d->of_sum);
	for (i = 0; i < h->levels; i++) {
		snprintf(id, sizeof(id), "%s.%s", q->id, LEVEL_IDS[i]);
		tally_figure(tally, values, id, d->n[i]);
	}
}

static void say(const struct habit *h, const struct tally *tally,
		const char *body, const char *values)
{
	printf("# layout %d name %u style %u around %u rate %u mark %u sep %u "
	       "last %u levels %d%s: %zu of %zu, %zu wrong\n",
	       (int)h->layout, h->name, h->style, h->around, h->rate, h->mark,
	       h->sep, h->last, h->levels, h->of_whole ? " whole" : "",
	       tally->right, tally->wanted, tally->given - tally->right);
	if (getenv("SHOW"))
		printf("# %s\n# %s\n", body, values);
}

static struct tally try_lines(const struct vb_form *form)
{
	struct habit h = draw_habit();
	struct drawn d[QUESTION_COUNT];
	struct buf body = BUF_INIT;
	struct tally tally = {0, 0, 0};
	const char *values;
	int i;

	for (i = 0; i < QUESTION_COUNT; i++)
		d[i] = draw_figures(&h);
	add_page(&body, &h, d);
	values = kit_values(form, buf_cstr(&body));
	for (i = 0; i < QUESTION_COUNT; i++)
		tally_question(&tally, values, &h, &QUESTIONS[i], &d[i]);
	if (tally.right < tally.wanted)
		say(&h, &tally, buf_cstr(&body), values);
	buf_release(&body);
	return tally;
}

int main(void)
{
	const char *top = getenv("TOP") ? getenv("TOP") : ".";
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	char path[300];

	vb_init();
	snprintf(path, sizeof(path), "%s/templates/hp-2023-pl1/form.xml", top);
	if (!ok(vb_form_read(&form, path, &err) == VB_OK, "the form")) {
		printf("# %s: %s\n", err.where, err.text);
		return done_testing();
	}
	tally_pages(form, PAGES, try_lines);
	vb_form_free(form);
	return done_testing();
}
