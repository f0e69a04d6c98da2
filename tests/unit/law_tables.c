/*
 * Tables as a unit might lay them out, drawn at random: what stands in rows and
 * what in columns, one table or two, how groups, levels and ranks are called
 * and marked, rates in the cell, beside or below, sums and wholes between. Of
 * the figures that are given 99.5 % are right, and 97 % are found.
 *
 *	SEED=7 N=2000 build/release/unit/law_tables.t
 */
#include "law_draw.h"
#include "rank_form.h"

enum {
	GROUPS = 2, /* teaching, administration */
	LEVELS = 2, /* primary, lower secondary */
	RANKS = 2,
	TABLES = 300
};

enum layout {
	BY_ROW,
	TURNED,
	APART,
	LAYOUTS
};
enum rates {
	IN_BRACKETS,
	BEHIND_SIGN,
	BESIDE,
	BELOW,
	RATES
};

/* What a hand is used to. */
struct habit {
	enum layout layout;
	enum rates rates;
	unsigned group, level, rank, mark;
	bool has_mark, has_whole, has_sum, is_turned_round, has_sign;
};

struct drawn {
	int n[GROUPS][LEVELS][RANKS], of[LEVELS];
};

static struct habit draw_habit(void)
{
	struct habit h = {.layout = draw(LAYOUTS), .rates = draw(RATES)};

	h.group = draw(3);
	h.level = draw(3);
	h.rank = draw(4);
	h.mark = draw(3);
	h.has_mark = draw(2);
	h.has_whole = draw(3) == 0;
	h.has_sum = draw(3) == 0;
	h.is_turned_round = draw(3) == 0;
	h.has_sign = draw(2);
	return h;
}

static struct drawn draw_figures(void)
{
	struct drawn d;
	int g, l;

	for (l = 0; l < LEVELS; l++)
		d.of[l] = 12 + 25 * l + (int)draw(20);
	for (g = 0; g < GROUPS; g++)
		for (l = 0; l < LEVELS; l++) {
			d.n[g][l][0] = (int)draw((unsigned)d.of[l]);
			d.n[g][l][1] = d.of[l] - d.n[g][l][0];
		}
	return d;
}

/* ---- the page ------------------------------------------------------------ */

static void add_cell(struct buf *out, const char *text)
{
	buf_addf(out, "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>", text);
}

static const char *group_name(const struct habit *h, int g)
{
	static const char *const NAMES[][GROUPS] = {
		{"Chuyển đổi số trong dạy, học",
		 "Chuyển đổi số trong quản trị CSGD"},
		{"CĐS trong dạy học", "CĐS trong quản trị"},
		{"Dạy, học", "Quản trị"}};

	return NAMES[h->group][g];
}

static const char *level_name(const struct habit *h, int l)
{
	static const char *const NAMES[][LEVELS] = {{"Tiểu học", "THCS"},
						    {"Cấp TH", "Cấp THCS"},
						    {"+ Tiểu học", "+ THCS"}};

	return NAMES[h->level][l];
}

static const char *rank_name(const struct habit *h, int r)
{
	static const char *const NAMES[][RANKS] = {
		{"Mức độ 1", "Mức độ 2"},
		{"Mức 1 (chưa đáp ứng)", "Mức 2 (đáp ứng cơ bản)"},
		{"Chưa đáp ứng (mức độ 1)", "Đáp ứng cơ bản (mức độ 2)"},
		{"M1", "M2"}};

	return NAMES[h->rank][r];
}

/* The i-th column of ranks as the hand orders them. */
static int rank_at(const struct habit *h, int i)
{
	return h->is_turned_round ? RANKS - 1 - i : i;
}

static void rate_of(char out[16], const struct drawn *d, int g, int l, int r)
{
	draw_rate(out, 100.0 * d->n[g][l][r] / d->of[l], 1);
}

static void add_figure(struct buf *out, const struct habit *h,
		       const struct drawn *d, int g, int l, int r)
{
	const char *sign = h->has_sign ? "%" : "";
	char rate[16], text[64];

	rate_of(rate, d, g, l, r);
	if (h->rates == IN_BRACKETS)
		snprintf(text, sizeof(text), "%d (%s%%)", d->n[g][l][r], rate);
	else if (h->rates == BEHIND_SIGN)
		snprintf(text, sizeof(text), "%d = %s%%", d->n[g][l][r], rate);
	else
		snprintf(text, sizeof(text), "%d", d->n[g][l][r]);
	add_cell(out, text);
	if (h->rates != BESIDE)
		return;
	snprintf(text, sizeof(text), "%s%s", rate, sign);
	add_cell(out, text);
}

static void add_empty(struct buf *out, int n)
{
	while (n-- > 0)
		add_cell(out, "");
}

/* Cells of a row behind its words. */
static int columns(const struct habit *h)
{
	int figures = h->layout == TURNED ? LEVELS : RANKS;

	return figures * (h->rates == BESIDE ? 2 : 1) +
	       (h->has_whole && h->layout != TURNED);
}

static void add_head(struct buf *out, const struct habit *h, const char *name)
{
	add_cell(out, name);
	if (h->rates == BESIDE)
		add_cell(out, h->has_sign ? "Tỷ lệ" : "Tỷ lệ %");
}

static void add_heads(struct buf *out, const struct habit *h)
{
	int i;

	buf_adds(out, "<w:tr>");
	if (h->has_mark)
		add_cell(out, "STT");
	add_cell(out, h->layout == TURNED ? "Mức độ" : "Nội dung");
	if (h->has_whole && h->layout != TURNED)
		add_cell(out, "Tổng số CSGD");
	for (i = 0; i < (h->layout == TURNED ? LEVELS : RANKS); i++)
		add_head(out, h,
			 h->layout == TURNED ? level_name(h, i)
					     : rank_name(h, rank_at(h, i)));
	buf_adds(out, "</w:tr>");
}

static void begin_row(struct buf *out, const struct habit *h, const char *mark,
		      const char *words)
{
	buf_adds(out, "<w:tr>");
	if (h->has_mark)
		add_cell(out, mark);
	add_cell(out, words);
}

static void add_group(struct buf *out, const struct habit *h, int g)
{
	static const char *const MARKS[][GROUPS] = {
		{"1", "2"}, {"I", "II"}, {"A", "B"}};
	char words[128];

	snprintf(words, sizeof(words), "%s%s%s",
		 h->has_mark ? "" : MARKS[h->mark][g], h->has_mark ? "" : ". ",
		 group_name(h, g));
	begin_row(out, h, MARKS[h->mark][g], words);
	add_empty(out, columns(h));
	buf_adds(out, "</w:tr>");
}

/* "Tỷ lệ" below a row of counts. */
static void add_rates(struct buf *out, const struct habit *h,
		      const struct drawn *d, int g, int row)
{
	int i, n = h->layout == TURNED ? LEVELS : RANKS;
	char rate[16], text[32];

	if (h->rates != BELOW)
		return;
	begin_row(out, h, "", "Tỷ lệ (%)");
	if (h->has_whole && h->layout != TURNED)
		add_cell(out, "");
	for (i = 0; i < n; i++) {
		rate_of(rate, d, g, h->layout == TURNED ? i : row,
			h->layout == TURNED ? row : rank_at(h, i));
		snprintf(text, sizeof(text), "%s%s", rate,
			 h->has_sign ? "%" : "");
		add_cell(out, text);
	}
	buf_adds(out, "</w:tr>");
}

static void add_level(struct buf *out, const struct habit *h,
		      const struct drawn *d, int g, int l)
{
	char text[16];
	int i;

	begin_row(out, h, "-", level_name(h, l));
	if (h->has_whole) {
		snprintf(text, sizeof(text), "%d", d->of[l]);
		add_cell(out, text);
	}
	for (i = 0; i < RANKS; i++)
		add_figure(out, h, d, g, l, rank_at(h, i));
	buf_adds(out, "</w:tr>");
	add_rates(out, h, d, g, l);
}

static void add_rank(struct buf *out, const struct habit *h,
		     const struct drawn *d, int g, int r)
{
	int l;

	begin_row(out, h, "-", rank_name(h, r));
	for (l = 0; l < LEVELS; l++)
		add_figure(out, h, d, g, l, r);
	buf_adds(out, "</w:tr>");
	add_rates(out, h, d, g, r);
}

/* "Cộng" below the ranks of a group. */
static void add_sum(struct buf *out, const struct habit *h,
		    const struct drawn *d)
{
	char text[16];
	int l;

	begin_row(out, h, "", "Cộng");
	for (l = 0; l < LEVELS; l++) {
		snprintf(text, sizeof(text), "%d", d->of[l]);
		add_cell(out, text);
		if (h->rates == BESIDE)
			add_cell(out, h->has_sign ? "100%" : "100");
	}
	buf_adds(out, "</w:tr>");
}

static void add_rows(struct buf *out, const struct habit *h,
		     const struct drawn *d, int g)
{
	int i;

	for (i = 0; i < RANKS; i++) {
		if (h->layout == TURNED)
			add_rank(out, h, d, g, rank_at(h, i));
		else
			add_level(out, h, d, g, i);
	}
	if (h->layout == TURNED && h->has_sum)
		add_sum(out, h, d);
}

static void add_page(struct buf *out, const struct habit *h,
		     const struct drawn *d)
{
	int g;

	buf_adds(out, L("2. Kết quả đánh giá"));
	for (g = 0; g < GROUPS; g++) {
		if (h->layout == APART)
			buf_addf(out,
				 "<w:p><w:r><w:t>2.%d. %s</w:t></w:r></w:p>",
				 g + 1, group_name(h, g));
		if (h->layout == APART || g == 0) {
			buf_adds(out, "<w:tbl>");
			add_heads(out, h);
		}
		if (h->layout != APART)
			add_group(out, h, g);
		add_rows(out, h, d, g);
		if (h->layout == APART || g + 1 == GROUPS)
			buf_adds(out, "</w:tbl>");
	}
}

/* ---- what is read -------------------------------------------------------- */

static const char *id_of(char out[8], int g, int l, int r, bool is_rate)
{
	snprintf(out, 8, "%s%s%d%s", g ? "q" : "", l ? "c" : "t", r + 1,
		 is_rate ? "p" : "");
	return out;
}

static struct tally try_table(const struct vb_form *form)
{
	struct habit h = draw_habit();
	struct drawn d = draw_figures();
	struct buf body = BUF_INIT;
	struct tally tally = {0, 0, 0};
	const char *values;
	char id[8];
	int i;

	add_page(&body, &h, &d);
	values = kit_values(form, buf_cstr(&body));
	for (i = 0; i < GROUPS * LEVELS * RANKS; i++) {
		int g = i / 4, l = i / 2 % 2, r = i % 2, n = d.n[g][l][r];

		tally_figure(&tally, values, id_of(id, g, l, r, false), n);
		tally_figure(&tally, values, id_of(id, g, l, r, true),
			     100.0 * n / d.of[l]);
	}
	if (tally.right < tally.wanted)
		printf("# layout %d rates %d group %u level %u rank %u mark "
		       "%u%s%s%s%s%s: %zu of %zu, %zu wrong\n",
		       (int)h.layout, (int)h.rates, h.group, h.level, h.rank,
		       h.mark, h.has_mark ? " STT" : "",
		       h.has_whole ? " whole" : "", h.has_sum ? " sum" : "",
		       h.is_turned_round ? " turned" : "",
		       h.has_sign ? " sign" : "", tally.right, tally.wanted,
		       tally.given - tally.right);
	buf_release(&body);
	return tally;
}

int main(void)
{
	struct vb_form *form;

	if (!kit_open(&form, rank_form, "r.xml"))
		return done_testing();
	tally_pages(form, TABLES, try_table);
	vb_form_free(form);
	return done_testing();
}
