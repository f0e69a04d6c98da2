/* text_parts.c - level breakdowns and status words in one line. */
#include "tap.h"
#include "text/parts.h"
#include "util/buf.h"

#include <time.h>

static struct part_labels *levels, *states;

static void reads(const char *text, const char *want)
{
	static struct parts parts;
	struct buf out = BUF_INIT;
	size_t i;

	if (!parts_read(&parts, levels, text, strlen(text))) {
		buf_adds(&out, "none");
	} else {
		buf_add(&out, parts.before.at, parts.before.size);
		for (i = 0; i < parts.n; i++) {
			buf_addf(&out, "|%d=", parts.at[i].index);
			buf_add(&out, parts.at[i].value.at,
				parts.at[i].value.size);
		}
		if (parts.is_doubtful)
			buf_addc(&out, '?');
	}
	is_str(buf_cstr(&out), want, text);
	buf_release(&out);
}

static void breakdowns(void)
{
	reads("MN: 12; TH: 20; THCS: 8", "|0=12|1=20|2=8");
	reads("MN 12, TH 20, THCS 8.", "|0=12|1=20|2=8");
	reads("Mầm non: 1.234; Tiểu học: 85,5%; THCS: 12/15",
	      "|0=1.234|1=85,5%|2=12/15");
	reads("40 (MN: 12; TH: 20; THCS: 8)", "40|0=12|1=20|2=8");
	reads("40, trong đó: MN: 12, TH: 20 và THCS: 8",
	      "40, trong đó|0=12|1=20|2=8");
	reads("12 MN, 20 TH và 8 THCS", "|0=12|1=20|2=8");
	reads("40, trong đó: 12 mầm non, 20 tiểu học và 8 THCS",
	      "40, trong đó|0=12|1=20|2=8");
	reads("MN=12 - TH=20 - THCS=8", "|0=12|1=20|2=8");
	reads("mn:12/15 th:…… thcs: không", "|0=12/15|1=……|2=không");
	reads("MN: ; TH: 20", "|0=|1=20?");
	reads("MN: 12; MN: 13", "|0=12|0=13?");
	reads("TH: 20", "|1=20");
	reads("THPT: 3; GDTX: 1", "none");
	reads("12", "none");
	reads("", "none");
	reads("Tiểu-học: 5", "|1=5");
}

static void states_are(const char *text, const char *want)
{
	struct part_status status;
	struct buf out = BUF_INIT;

	if (parts_status(&status, states, text, strlen(text))) {
		buf_addf(&out, "%d ", status.index);
		buf_add(&out, status.share.at, status.share.size);
		if (status.has_more)
			buf_adds(&out, " more");
	} else {
		buf_adds(&out, "none");
	}
	is_str(buf_cstr(&out), want, text);
	buf_release(&out);
}

static void statuses(void)
{
	states_are("Đạt 85%", "0 85");
	states_are("Đạt: 94,64 %", "0 94,64");
	states_are("85% đạt", "0 85");
	states_are("Chưa đạt", "1 ");
	states_are("chưa đạt (40%)", "1 40");
	states_are("Đang thực hiện: 60%", "2 60");
	states_are("ĐANG THỰC HIỆN", "2 ");
	states_are("Không đạt", "none");
	states_are("Đạt, chờ kinh phí 85%", "0 85 more");
	states_are("Đạt 85%, đang thực hiện 15%", "none");
	states_are("Đạt 85%, 90%", "none");
	states_are("85%", "none");
	states_are("", "none");
}

static void hostile(const char *piece)
{
	static struct parts parts;
	struct part_status status;
	struct buf text = BUF_INIT;
	clock_t start;
	size_t i;

	for (i = 0; i < 150000; i++)
		buf_adds(&text, piece);
	start = clock();
	(void)parts_read(&parts, levels, text.data, text.size);
	(void)parts_status(&status, states, text.data, text.size);
	ok((double)(clock() - start) / CLOCKS_PER_SEC < 3, "%zu bytes of '%s'",
	   text.size, piece);
	buf_release(&text);
}

int main(void)
{
	static const struct part_label level_labels[] = {
		{"MN", 0},	 {"Mầm non", 0}, {"TH", 1},
		{"Tiểu học", 1}, {"THCS", 2},	 {"", 3},
	};
	static const struct part_label state_labels[] = {
		{"Đạt", 0}, {"Chưa đạt", 1}, {"Đang thực hiện", 2}};
	struct vb_error err = {0};
	static struct part_label many[PARTS_LABELS_MAX + 1];

	is_int(part_labels_new(&levels, level_labels, 6, &err), VB_OK,
	       "levels");
	is_int(part_labels_new(&states, state_labels, 3, &err), VB_OK,
	       "states");
	breakdowns();
	statuses();
	hostile("MN ");
	hostile("tiểu ");
	hostile("1;");
	hostile("-");
	hostile("ko đạt ");
	part_labels_free(levels);
	part_labels_free(states);
	part_labels_free(NULL);
	is_int(part_labels_new(&levels, many, PARTS_LABELS_MAX + 1, &err),
	       VB_LIMIT, "too many labels");
	is_str(err.text, "more than 256 labels", "say so");
	return done_testing();
}
