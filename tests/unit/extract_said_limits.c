/*
 * Limits of figures told by what is said around them (src/extract/said.h):
 * what is behind one is not read, and never half of it.
 */
#include "extract_kit.h"

#include "extract/said.h"

#include <time.h>

enum {
	EMPTY_PARAS = 40
};

static const char limits_form[] =
	"<form xmlns='urn:vanban:form:1' id='moc' version='1' type='bao-cao'>"
	"<title>Moc năm 2023</title><levels><level id='l6' label='Lớp 6'/>"
	"<level id='l7' label='Lớp 7'/></levels>"
	"<base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Hạ tầng, thiết bị'>"
	"<line>Số CSGD (theo bậc học) có mạng wifi cung cấp miễn phí cho giáo "
	"viên và học sinh: <count id='wifi' by='level' unit='CSGD' "
	"label='Số CSGD có mạng wifi miễn phí'/> CSGD (<breakdown of='wifi'/>)"
	", đạt tỷ lệ: <percent id='wifi_pct' of='wifi' per='base/all_n' "
	"label='Tỷ lệ CSGD có mạng wifi miễn phí'/>%.</line>"
	"<line>Số CSGD (theo bậc học) có phòng phát triển học liệu (phòng "
	"studio): <count id='studio' unit='CSGD' label='Số CSGD có phòng phát "
	"triển học liệu (studio)'/> CSGD.</line>"
	"<line>Tên phần mềm đang dùng: <text id='soft' label='Tên phần mềm'/>, "
	"nhà cung cấp: <text id='maker' label='Nhà cung cấp'/></line>"
	"</section></body></form>";

static struct vb_form *form;

static const char *read_body(const struct buf *body)
{
	return kit_values(form, buf_cstr(body));
}

static void repeat(struct buf *body, const char *text, int n)
{
	while (n-- > 0)
		buf_adds(body, text);
}

#define OPEN  "<w:p><w:r><w:t xml:space='preserve'>"
#define CLOSE "</w:t></w:r></w:p>"
#define TITLE P(R("Kết quả"))

/* `before` n times, then `text`, in one paragraph. */
static const char *read_behind(const char *before, int n, const char *text)
{
	struct buf body = BUF_INIT;
	const char *out;

	buf_adds(&body, TITLE OPEN);
	repeat(&body, before, n);
	buf_adds(&body, text);
	buf_adds(&body, CLOSE);
	out = read_body(&body);
	buf_release(&body);
	return out;
}

static void test_parts(void)
{
	static const char wifi[] =
		"Mạng wifi miễn phí đã được lắp đặt tại 45 trường.";

	is_str(read_behind("Có 5 xe đạp. ", PARTS_MAX - 2, wifi), "wifi=45",
	       "as many figures as a paragraph may have");
	is_str(read_behind("Có 5 xe đạp. ", PARTS_MAX - 1, wifi), "",
	       "and one more: it is not read, nor are its words the others'");
	is_str(read_behind("Có 5 trường. ", PARTS_MAX - 1,
			   "Mạng wifi miễn phí đã được lắp đặt tại 45 trường."),
	       "", "words behind do not lead in what is before");
}

static void test_tokens(void)
{
	is_str(read_behind(
		       "Nay. ", PART_TOKENS_MAX - 14,
		       "Có 5 xe. Mạng wifi miễn phí đã được lắp đặt tại 45 trường."),
	       "wifi=45", "as many words as a paragraph may have");
	is_str(read_behind(
		       "Nay. ", PART_TOKENS_MAX - 13,
		       "Có 5 xe. Các trường đã được lắp đặt mạng wifi miễn phí: "
		       "45%."),
	       "", "a rate whose sign is behind the last is no count");
	is_str(read_behind(
		       "Nay. ", PART_TOKENS_MAX - 13,
		       "Có 5 xe. Mạng wifi miễn phí đã được lắp đặt tại 1 234 "
		       "trường."),
	       "", "half of a number is none");
}

static void test_brackets(void)
{
	is_str(read_behind(
		       "Xe (5 chỗ). ", 40,
		       "Mạng wifi miễn phí đã được lắp đặt tại 45 trường (đạt 75%)."),
	       "", "what is behind 40 brackets is not read");
	is_str(read_behind(
		       "Xe (5 chỗ). ", 39,
		       "Mạng wifi miễn phí đã được lắp đặt tại 45 trường (đạt 75%)."),
	       "wifi=45 wifi_pct=75", "the last of 40");
}

/* The page says another number too, behind the last figure that is read. */
static const char *read_many(int n)
{
	struct buf body = BUF_INIT;
	const char *out;

	buf_adds(&body,
		 TITLE P(R(
			 "Mạng wifi miễn phí đã được lắp đặt tại 45 trường.")));
	repeat(&body, P(R("Có 5 xe đạp.")), n);
	buf_adds(&body,
		 P(R("Mạng wifi miễn phí đã được lắp đặt tại 54 trường.")));
	out = read_body(&body);
	buf_release(&body);
	return out;
}

static void test_figures(void)
{
	is_str(read_many(10), "", "two numbers for one blank are none");
	is_str(read_many(SAID_FIGURES_MAX - 1), "",
	       "likewise when there are too many figures to see both");
}

static const char *read_wide(int columns)
{
	struct buf body = BUF_INIT;
	const char *out;

	buf_adds(&body, TITLE "<w:tbl><w:tr>" TC(P(R("Nội dung")))
				TC(P(R("Số lượng"))));
	repeat(&body, TC(P("")), columns - 2);
	buf_adds(&body, "</w:tr><w:tr>" TC(P(
				R("Trường đã được lắp đặt mạng wifi miễn phí")))
				TC(P(R("45"))));
	repeat(&body, TC(P("")), columns - 2);
	buf_adds(&body, "</w:tr></w:tbl>");
	out = read_body(&body);
	buf_release(&body);
	return out;
}

static void test_columns(void)
{
	is_str(read_wide(63), "wifi=45", "as many columns as Word has");
	is_str(read_wide(64), "", "a table of more is not read");
}

static void test_levels(void)
{
	is_str(read_behind("", 0,
			   "Mạng wifi miễn phí đã được lắp đặt tại 45 trường; "
			   "lớp 6 có 20 trường, lớp 7 có 25 trường."),
	       "wifi=45 wifi.l6=20 wifi.l7=25",
	       "a number in the name of a level is no figure");
	is_str(read_behind("", 0,
			   "Mạng wifi miễn phí đã được lắp đặt tại 45 trường "
			   "(20 trường có lớp 6, 25 trường có lớp 7)."),
	       "wifi=45 wifi.l6=20 wifi.l7=25", "likewise behind the figure");
}

static void test_spaces(void)
{
	static const char *const SPACES[] = {" ", "\u00a0", "\u2009", "\u202f"};
	size_t i;

	for (i = 0; i < sizeof(SPACES) / sizeof(*SPACES); i++) {
		char text[128];

		(void)snprintf(
			text, sizeof(text),
			"Mạng wifi miễn phí đã được lắp đặt tại 1%s234 trường.",
			SPACES[i]);
		is_str(read_behind("", 0, text), "wifi=1234",
		       "a space in a number");
	}
}

/* ---- time ---------------------------------------------------------------- */

enum {
	BLANKS = 120,
	WORDS = 6 /* of a label */
};

/* "xabo xabu": each of 300 words in some labels. */
static void add_word(struct buf *out, int i)
{
	static const char *const HEADS[] = {"b", "d",  "g",  "l",  "m",
					    "n", "th", "tr", "ch", "v"};
	static const char *const MIDS[] = {"a", "e", "i", "o", "u", "oa"};
	static const char *const TAILS[] = {"", "n", "ng", "t", "m"};

	buf_addf(out, "%s%s%s ", HEADS[i % 10], MIDS[i / 10 % 6],
		 TAILS[i / 60 % 5]);
}

/* The words of a label. */
static void add_label(struct buf *out, int i)
{
	int k;

	for (k = 0; k < WORDS; k++)
		add_word(out, i * 7 + k * k * 11);
}

static struct vb_form *read_large(void)
{
	struct vb_form *large = NULL;
	struct buf xml = BUF_INIT;
	int i;

	buf_adds(&xml, "<form xmlns='urn:vanban:form:1' id='lon' version='1' "
		       "type='bao-cao'><title>Lon</title><heading><name>BAO "
		       "CAO</name></heading><body><section title='Chung'>");
	for (i = 0; i < BLANKS; i++) {
		buf_adds(&xml, "<line>Trong năm học này đơn vị đã có và đang "
			       "dùng: <count id='");
		buf_addf(&xml, "f%d' label='", i);
		add_label(&xml, i);
		buf_adds(&xml, "'/> chiếc.</line>");
	}
	buf_adds(&xml, "</section></body></form>");
	if (vb_form_parse(&large, buf_cstr(&xml), xml.size, "lon.xml", NULL))
		printf("# no form: %s\n", buf_cstr(&xml));
	buf_release(&xml);
	return large;
}

static double seconds(const char *head, const char *piece, int n,
		      const char *tail)
{
	struct timespec from, to;
	struct buf body = BUF_INIT;

	buf_adds(&body, head);
	repeat(&body, piece, n);
	buf_adds(&body, tail);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	read_body(&body);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	buf_release(&body);
	return (double)(to.tv_sec - from.tv_sec) +
	       1e-9 * (double)(to.tv_nsec - from.tv_nsec);
}

/* Eight times as much takes at most sixteen times as long, beyond what is too
 * short to be measured. */
static void is_linear(const char *head, const char *piece, int n,
		      const char *tail, const char *what)
{
	double one = seconds(head, piece, n / 8, tail);
	double all = seconds(head, piece, n, tail);

	printf("# %s: %.3f s, an eighth of it %.3f s\n", what, all, one);
	ok(all <= 16 * one + 0.2, "%s", what);
}

/* Figures of which all that the form says of any blank is said, and some of
 * which one label is. */
static void test_time(void)
{
	struct buf words = BUF_INIT, row = BUF_INIT, tail = BUF_INIT;
	int i;

	for (i = 0; i < 300; i++)
		add_word(&words, i);
	buf_addf(&row, "<w:tr><w:tc>" OPEN "%s" CLOSE "</w:tc>",
		 buf_cstr(&words));
	repeat(&row, TC(P(R("5"))), 62);
	buf_adds(&row, "</w:tr>");
	buf_adds(&tail, "</w:tbl>");
	for (i = 0; i < BLANKS; i++) {
		buf_addf(&tail, OPEN "Tháng %d có %d bộ ", i % 12 + 1, i + 20);
		add_label(&tail, i);
		buf_adds(&tail, CLOSE);
	}
	is_linear(TITLE "<w:tbl>", buf_cstr(&row), 60, buf_cstr(&tail),
		  "3,720 figures that may be any blank's");
	is_linear(TITLE "<w:tbl>", buf_cstr(&row), 1600, buf_cstr(&tail),
		  "100,000 figures");
	is_linear(TITLE "<w:tbl>",
		  TR(TC(P(R("Nhóm khác"))) TC(P("")))
			  TR(TC(P(R("Đã có"))) TC(P(R("5")))),
		  8000, "</w:tbl>", "rows that may lead in those below");
	buf_release(&words);
	buf_release(&row);
	buf_release(&tail);
}

/* Tables that are large one way. */
static void test_tables(void)
{
	is_linear(
		TITLE "<w:tbl><w:tr><w:tc>", P(R("Tên phần mềm nào đó")), 40000,
		"</w:tc>" TC(P(R("Nhà cung cấp"))) "</w:tr><w:tr>" TC(P(R("a")))
			TC(P(R("b"))) "</w:tr></w:tbl>",
		"paragraphs in a head");
	is_linear(TITLE "<w:tbl><w:tr>", TC(P(R("Đã có"))), 40000,
		  "</w:tr></w:tbl>", "cells in a row");
}

/* A cell without a paragraph, below "Không có" and the last of all: wherever
 * the list of paragraphs ends. */
static void test_empty_cells(void)
{
	bool is_same = true;
	int n;

	for (n = 0; n < EMPTY_PARAS; n++) {
		struct buf body = BUF_INIT;

		repeat(&body, L("Mục"), n);
		buf_adds(&body,
			 TBL(ROW3("Nội dung", "Tỷ lệ", "Số lượng") ROW3(
				 "Mạng wifi miễn phí", "0", "Không có")
				     TR(C("Phòng studio") C("5") "<w:tc/>")));
		is_same &= strstr(read_body(&body), "wifi=0") != NULL;
		buf_release(&body);
	}
	ok(is_same, "a cell without a paragraph is looked at by none");
}

int main(void)
{
	if (!kit_open(&form, limits_form, "moc.xml"))
		return done_testing();
	test_parts();
	test_tokens();
	test_brackets();
	test_figures();
	test_columns();
	test_levels();
	test_spaces();
	test_empty_cells();
	test_tables();
	vb_form_free(form);
	form = read_large();
	test_time();
	vb_form_free(form);
	return done_testing();
}
