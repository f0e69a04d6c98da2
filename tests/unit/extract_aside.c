/*
 * Figures of another time than the report's, and planned ones: by what
 * src/extract/aside.h says of words, and as the whole reader leaves them out.
 */
#include "extract_kit.h"

#include "extract/aside.h"
#include "extract/said.h"

/* ---- period_read --------------------------------------------------------- */

/* "first-last" of a form with these titles. */
static const char *period_of(const char *title, const char *subject,
			     const char *section)
{
	static char out[32];
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	struct period period = {1, 1, 0};
	struct buf xml = BUF_INIT;

	buf_addf(&xml,
		 "<form xmlns='urn:vanban:form:1' id='ki' version='1' "
		 "type='bao-cao'><title>%s</title><heading><name>BAO CAO"
		 "</name><subject>%s</subject></heading><body>"
		 "<section title='%s'><line>Năm học 1990-1991: "
		 "<count id='n'/></line></section></body></form>",
		 title, subject, section);
	if (vb_form_parse(&form, buf_cstr(&xml), xml.size, "ki.xml", &err) ||
	    !period_read(&period, form))
		printf("# %s: %s\n", err.where, err.text);
	(void)snprintf(out, sizeof(out), "%d-%d", period.first, period.last);
	vb_form_free(form);
	buf_release(&xml);
	return out;
}

static void test_period(void)
{
	is_str(period_of("Báo cáo năm học 2022-2023", "Về CNTT", "Chung"),
	       "2022-2023", "a school year of the title");
	is_str(period_of("Báo cáo năm 2023", "Về CNTT", "Chung"), "2023-2023",
	       "one year");
	is_str(period_of("Báo cáo", "V/v tổng kết năm học 2022 – 2023",
			 "Chung"),
	       "2022-2023", "a dash between spaces, of the subject");
	is_str(period_of("Báo cáo", "Về CNTT", "Kết quả giai đoạn 2021-2025"),
	       "2021-2025", "a stage, of a section");
	is_str(period_of("Báo cáo năm 2023", "Năm học 2020-2021", "Năm 2019"),
	       "2023-2023", "the first title that says");
	is_str(period_of("Báo cáo", "Về CNTT", "Chung"), "0-0",
	       "no title says: what lines say is none");
	is_str(period_of("Báo cáo theo Chương trình GDPT 2018", "Về CNTT",
			 "Chung"),
	       "0-0", "the year of a name");
	is_str(period_of("Báo cáo năm 10/2023", "Ngày 1/9/2022", "Chung"),
	       "0-0", "a year of a date");
	is_str(period_of("Báo cáo năm 2023-2022", "Về CNTT", "Chung"),
	       "2023-2023", "a year that goes back is another");
}

/* ---- words --------------------------------------------------------------- */

static struct period period;

/* The words of the text that a key is of. */
static void add_key(struct buf *out, const struct aside_words *w, uint64_t key)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		const struct token *t = &w->t[i];

		if (t->hash == key)
			buf_addf(out, " %.*s", t->n, t->bare);
		else if (i + 1 < w->n && said_pair(t->hash, t[1].hash) == key)
			buf_addf(out, " %.*s %.*s", t->n, t->bare, t[1].n,
				 t[1].bare);
		else
			continue;
		return;
	}
	buf_adds(out, " ?");
}

static const char *say(const struct aside_words *w, const struct aside *said)
{
	static struct buf out;

	buf_clear(&out);
	if (said->is_present)
		buf_adds(&out, "now");
	if (said->key || said->is_time)
		buf_adds(&out, said->is_time ? "time" : "plan");
	if (said->key)
		add_key(&out, w, said->key);
	return out.size ? buf_cstr(&out) : "nothing";
}

/* What is said of the last number but those behind '|', which is no word. */
static const char *in_sentence(const char *text)
{
	struct tokens tokens = {.n = 0};
	struct aside_words w = {.period = &period, .text = text};
	const char *out, *bar = strchr(text, '|');
	struct aside said;
	size_t figure;

	tokens_split(&tokens, text, strlen(text));
	w.t = tokens.at;
	w.n = figure = tokens.n;
	while (figure > 0 &&
	       (tokens.at[figure - 1].kind != TOKEN_NUMBER ||
		(bar && text + tokens.at[figure - 1].start > bar)))
		figure--;
	if (figure == 0)
		return "no figure";
	said = aside_in_sentence(&w, figure - 1);
	out = say(&w, &said);
	vec_release(&tokens);
	return out;
}

static const char *in_head(const char *text, bool is_column)
{
	struct tokens tokens = {.n = 0};
	struct aside_words w = {.period = &period, .text = text};
	const char *out;
	struct aside said;

	tokens_split(&tokens, text, strlen(text));
	w.t = tokens.at;
	w.n = tokens.n;
	said = aside_in_head(&w, is_column);
	out = say(&w, &said);
	vec_release(&tokens);
	return out;
}

static void test_times(void)
{
	is_str(in_sentence("năm học trước có 52 trường"), "time hoc truoc",
	       "the year before");
	is_str(in_sentence("cùng kỳ năm ngoái 52 trường"), "time nam ngoai",
	       "the last that is said");
	is_str(in_sentence("cùng kì 52 trường"), "time cung ki", "no y");
	is_str(in_sentence("có 52| trường năm học trước"), "time hoc truoc",
	       "behind the figure");
	is_str(in_sentence("có 52| trường, tăng so với năm học trước"),
	       "nothing", "more than the year before");
	is_str(in_sentence("có 52| trường hơn năm trước"), "nothing",
	       "likewise");
	is_str(in_sentence("có 52| trường đã lắp mạng từ năm trước"), "nothing",
	       "too far behind");
	is_str(in_sentence("có 52 trường"), "nothing", "nothing is said");
}

static void test_years(void)
{
	is_str(in_sentence("năm học 2021-2022 có 52 trường"), "time 2021",
	       "another school year: the one that is not the report's");
	is_str(in_sentence("năm học 2022-2023 có 52 trường"), "now",
	       "the report's");
	is_str(in_sentence("năm 2021 có 40 trường, năm 2023 có 52"), "now",
	       "the last that is said");
	is_str(in_sentence("năm 2023 có 52 trường"), "now", "half of it");
	is_str(in_sentence("năm 2022 có 52 trường"), "nothing",
	       "its first year alone may be either");
	is_str(in_sentence("năm 2021 có 52 trường"), "time 2021",
	       "a year before");
	is_str(in_sentence("dạy theo CT GDPT 2018 có 52 trường"), "nothing",
	       "the year of a name");
	is_str(in_sentence("từ năm 2018 có 52 trường"), "nothing",
	       "since a year");
	is_str(in_sentence("từ năm học 2018-2019 có 52 trường"), "nothing",
	       "since a school year");
	is_str(in_sentence("ngày 12/9/2021 có 52 trường"), "nothing",
	       "the year of a day");
}

/* Years that lead a sentence in are said of all of it, others of what is
 * near. */
static void test_far(void)
{
	is_str(in_sentence("Năm học 2021-2022, toàn ngành giáo dục và đào tạo "
			   "của huyện đã có 52 trường"),
	       "time 2021", "it begins with a year");
	is_str(in_sentence("Việc lắp mạng từng phòng năm học 2021-2022, toàn "
			   "ngành giáo dục và đào tạo của huyện đã có 52 "
			   "trường"),
	       "nothing", "a year in it, far before");
	is_str(in_sentence("Việc lắp mạng từng phòng năm học 2021-2022 đã có "
			   "52 trường"),
	       "time 2021", "near before");
}

static void test_plans(void)
{
	is_str(in_sentence("chỉ tiêu: 35%"), "plan chi tieu", "a goal");
	is_str(in_sentence("chỉ tiêu giao đầu năm là 35%"), "plan chi tieu",
	       "words that lead to its figure");
	is_str(in_sentence("phấn đấu đạt 35%"), "plan phan dau", "another");
	is_str(in_sentence("kế hoạch trang bị máy tính cho 35 trường"),
	       "nothing", "others between: the figure is no goal");
	is_str(in_sentence("Kế hoạch số 12"), "nothing", "a document");
	is_str(in_sentence("theo kế hoạch 35 trường"), "nothing",
	       "as was planned");
	is_str(in_sentence("vượt chỉ tiêu 35%"), "nothing", "beyond it");
	is_str(in_sentence("có 35| trường theo kế hoạch năm trước"), "nothing",
	       "four words behind are looked at");
}

static void test_heads(void)
{
	is_str(in_head("Kế hoạch", true), "plan ke hoach", "a column of goals");
	is_str(in_head("Mục tiêu năm 2023 (%)", true), "plan muc tieu",
	       "with its year");
	is_str(in_head("Kết quả so với kế hoạch", true), "nothing",
	       "a head that ends with a plan");
	is_str(in_head("V. Phương hướng", true), "plan phuong huong",
	       "a title, behind its number");
	is_str(in_head("2.1. Mục tiêu", true), "plan muc tieu", "two numbers");
	is_str(in_head("Năm học 2021-2022", true), "time 2021",
	       "a column of another year");
	is_str(in_head("Số trường năm học 2021-2022", true), "time 2021",
	       "behind other words over a column");
	is_str(in_head("Số trường năm học 2021-2022", false), "nothing",
	       "behind other words before a row");
	is_str(in_head("2022", true), "time 2022",
	       "over a column: not the report's last year");
	is_str(in_head("2023", true), "now", "its last year");
	is_str(in_head("Năm 2021", false), "time 2021",
	       "a row of another year");
	is_str(in_head("2022", false), "nothing", "the number of a row");
	is_str(in_head("Năm học 2022-2023", true), "now", "its own");
	is_str(in_head("Số lượng", true), "nothing", "nothing is said");
}

/* A form that says no year has no other years. */
static void test_no_period(void)
{
	period = (struct period){0, 0, 0};
	is_str(in_sentence("năm học 2021-2022 có 52 trường"), "nothing",
	       "no year is another");
	is_str(in_head("2021", true), "nothing", "nor over a column");
	is_str(in_sentence("năm học trước có 52 trường"), "time hoc truoc",
	       "the year before is");
}

/* "first-last-school" of years that a report of a day is of. */
static const char *narrowed(int first, int last, const char *date)
{
	static char out[40];
	struct period years = {first, last, 0};

	period_narrow(&years, date);
	(void)snprintf(out, sizeof(out), "%d-%d-%d", years.first, years.last,
		       years.school);
	return out;
}

/* A programme of years, and a report of one of them. */
static void test_narrow(void)
{
	is_str(narrowed(2022, 2025, "2024-05-24"), "2024-2024-2024",
	       "before summer: the school year ends with it");
	is_str(narrowed(2022, 2025, "2024-11-24"), "2024-2024-2025",
	       "behind it, one begins");
	is_str(narrowed(2022, 2025, "2024"), "2024-2024-2024", "no month");
	is_str(narrowed(2022, 2025, "2027-01-02"), "2022-2025-0", "not of it");
	is_str(narrowed(2022, 2025, NULL), "2022-2025-0", "no day");
	is_str(narrowed(2022, 2023, "2023-05-24"), "2022-2023-0",
	       "a school year is one already");

	period = (struct period){2024, 2024, 2025};
	is_str(in_head("Năm học 2023-2024", true), "time 2023",
	       "the school year before");
	is_str(in_head("Năm học 2024-2025", true), "now", "the one in hand");
	is_str(in_head("Năm 2023", true), "time 2023", "the year before");
	is_str(in_head("Thời điểm báo cáo (tháng 11/2024)", true), "now",
	       "the day of the report");
	is_str(in_head("Hiện tại", true), "now", "at present");
	is_str(in_head("KH 2025", true), "plan kh 2025", "a plan in short");

	period = (struct period){2022, 2025, 0};
	is_str(in_head("Năm học 2023-2024", true), "nothing",
	       "which of its years is meant nobody knows");
	is_str(in_head("Năm 2026", true), "time 2026", "but not a later one");
}

/* ---- the whole reader ---------------------------------------------------- */

#define WIFI "Số CSGD có mạng wifi miễn phí"

static const char aside_form[] =
	"<form xmlns='urn:vanban:form:1' id='ki' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Hạ tầng, thiết bị'>"
	"<line>Số CSGD có mạng wifi cung cấp miễn phí cho giáo viên và học "
	"sinh: <count id='wifi' unit='CSGD' label='" WIFI "'/> CSGD.</line>"
	"<line>Số CSGD có phòng phát triển học liệu (phòng studio): "
	"<count id='studio' unit='CSGD' label='Số CSGD có phòng phát triển học "
	"liệu (studio)'/> CSGD.</line>"
	"<line>Số CSGD dự kiến mua máy chiếu trong năm học tới: "
	"<count id='plan' unit='CSGD' label='Số CSGD dự kiến mua máy chiếu'/> "
	"CSGD.</line></section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

static void test_read(void)
{
	is_str(read_body(L("Kết quả") L("Mạng wifi miễn phí có ở 45 trường "
					"(năm học trước 52 trường).")),
	       "wifi=45", "the year before, in brackets");
	is_str(read_body(L("Kết quả") L("Mạng wifi miễn phí: năm học 2021-2022 "
					"có 52 trường.")),
	       "", "another year alone");
	is_str(read_body(L("Kết quả") L("Mạng wifi miễn phí: năm học 2022-2023 "
					"có 52 trường.")),
	       "wifi=52", "the report's own");
	is_str(read_body(L("Kết quả")
				 L("Năm học 2021-2022, mạng wifi miễn phí có ở "
				   "52 trường, phòng studio có ở 6 trường.")),
	       "", "what goes on behind it is of that year too");
	is_str(read_body(L("Kết quả")
				 L("Năm học 2021-2022, mạng wifi miễn phí có ở "
				   "52 trường; phòng studio có ở 6 trường.")),
	       "studio=6", "but for a stop between");
	is_str(read_body(L("Kết quả") L("Mạng wifi miễn phí: chỉ tiêu 50 "
					"trường, đạt 45 trường.")),
	       "wifi=45", "a goal, then what was done");
	is_str(read_body(L("Kết quả") L("Dự kiến 7 trường mua máy chiếu.")),
	       "plan=7", "a blank that asks for what is planned");
}

static void test_read_titles(void)
{
	is_str(read_body(L("I. Kết quả") L("Mạng wifi miễn phí có ở 45 trường.")
				 L("II. Phương hướng năm học "
				   "2023-2024") L("Mạng wifi miễn phí có ở 60 "
						  "trường.")),
	       "wifi=45", "below a title of the year to come");
	is_str(read_body(L("I. Mục tiêu")
				 L("Mạng wifi miễn phí có ở 60 trường.")),
	       "", "below a title of goals");
	is_str(read_body(
		       L("I. Mục tiêu") L("Mạng wifi miễn phí có ở 60 trường.")
			       L("II. Kết quả") L("Mạng wifi miễn phí có ở 45 "
						  "trường.")),
	       "wifi=45", "a title of goals ends with the next");
}

#define TWO(a, b, one, two)                   \
	L("Biểu 1")                           \
	"<w:tbl>" TR(C("Nội dung") C(a) C(b)) \
		TR(C("Trường có mạng wifi miễn phí") C(one) C(two)) "</w:tbl>"

static void test_read_columns(void)
{
	is_str(read_body(TWO("Kế hoạch", "Thực hiện", "60", "45")), "wifi=45",
	       "a column of plans");
	is_str(read_body(TWO("Thực hiện", "Kế hoạch", "45", "60")), "wifi=45",
	       "behind");
	is_str(read_body(TWO("Năm học 2021-2022", "Năm học 2022-2023", "52",
			     "45")),
	       "wifi=45", "a column of another year");
	is_str(read_body(TWO("Năm học 2021-2022", "Ghi chú", "52", "")),
	       "wifi=?", "a column of another year alone: doubted");
}

static void test_open(void)
{
	is_str(in_sentence("hiện nay có 52 trường"), "now", "now");

	is_str(in_sentence("trước nay có 52 trường"), "nothing",
	       "up to now is not");

	is_str(in_sentence("năm học 2021-2022 có 40 trường, đến nay có 52"),
	       "now", "the last that is said");

	is_str(in_head("Năm học 2021-2022", false), "time 2021",
	       "a row of another school year");

	is_str(read_body(TWO("2022", "2023", "52", "45")), "wifi=45",
	       "of years alone");

	is_str(read_body(L("Kết quả") L(
		       "Năm học 2021-2022, mạng wifi miễn phí có ở "
		       "52 trường, nay phòng studio có ở 6 trường.")),
	       "studio=6", "but not from now on");
	is_str(in_sentence("năm học 2023-2024 có 52 trường"), "time 2024",
	       "the year to come: not the one that is the report's too");
	is_str(read_body(L("Kết quả") L("Mạng wifi miễn phí: chỉ tiêu 50 "
					"trường, thực hiện 45 trường.")),
	       "wifi=?", "a goal, then 'thực hiện': shown, not believed");
}

int main(void)
{
	if (!kit_open(&form, aside_form, "ki.xml"))
		return done_testing();
	test_period();
	period = (struct period){2022, 2023, 0};
	test_times();
	test_years();
	test_far();
	test_plans();
	test_heads();
	test_open();
	test_no_period();
	test_narrow();
	test_read();
	test_read_titles();
	test_read_columns();
	vb_form_free(form);
	return done_testing();
}
