/*
 * anchor_alike.c - the words of a heading as terms that compare: phrases that
 * mean the same in reports are one, words that say nothing are none.
 */
#include "extract/anchor_topic.h"

#include <stdlib.h>
#include <string.h>

enum {
	PHRASE_WORDS_MAX = 5,
	MEANING_DONE = 1 /* what was done: the first of ALIKE */
};

/* What two words that follow one another tell, and a phrase, and one word
 * alone: most words of the language are two syllables. */
#define BASE_PAIR   1.0
#define BASE_PHRASE 1.5
#define BASE_WORD   0.25

struct phrase {
	uint64_t words[PHRASE_WORDS_MAX];
	size_t n;
	uint64_t meaning; /* 0: none */
};

static const char NOTHING[] =
	"và|về|của|các|những|đã|đang|được|cho|tại|trong|việc|công tác|đến|đối|"
	"với|theo|một số|cũng|có|là|trên|bằng|để|gồm|từ|ở|này|đó|cụ thể|kết quả|"
	"thực hiện|nội dung|khác|nêu rõ|báo cáo|tình hình|chung|tên|KQ|ND|TH|ra "
	"sao|thế nào|như thế nào|như sau|nói rõ thêm|phần nào|mục";

/* A line is one meaning; the first that of "Được" alone too: "1. Được". */
static const char *const ALIKE[] = {
	("kết quả đạt được|mặt được|ưu điểm|mặt mạnh|kết quả nổi bật|nổi bật|KQ đạt "
	 "được|đạt được|đã làm được|làm được|điểm sáng|những việc đã làm được|"
	 "việc đã làm được|việc làm được|kết quả chính|kết quả chủ yếu|kết quả "
	 "tiêu biểu|tiêu biểu|thành tích|thành công|thành quả|dấu ấn|điểm nhấn|"
	 "điểm mạnh|tâm đắc|nổi trội"),
	("tình hình chung|đặc điểm tình hình|bối cảnh|hoàn cảnh|đặc điểm chung|"
	 "khái quát|khái quát chung|giới thiệu chung|vài nét|đôi nét|"
	 "sơ lược|tổng quan|thông tin chung"),
	("kiến nghị|đề nghị|đề xuất|nguyện vọng|mong muốn|mong|KN|ĐX|xin|xem "
	 "xét|quan tâm|K/nghị|Đ/xuất"),
	("khó khăn|vướng mắc|hạn chế|tồn tại|bất cập|chưa được|chưa làm được|KK|"
	 "còn vướng|vướng|cái khó|chỗ khó|mặt yếu|điểm yếu|yếu kém|trở ngại|"
	 "thách thức|chưa tốt|điểm nghẽn"),
	"nguyên nhân|NN|vì sao|lý do",
	("giải pháp|GP|g/pháp|hướng khắc phục|khắc phục|tháo gỡ|cách gỡ|cách "
	 "làm"),
	"thuận lợi|TL|cái thuận|thuận|lợi thế",
	("những việc đã thực hiện|việc đã thực hiện|những việc đã làm|các việc đã "
	 "làm|việc đã làm|đã làm|nội dung đã thực hiện|các nội dung đã thực "
	 "hiện|công việc đã thực hiện"),
	"liên lạc|kênh liên lạc|tương tác|trao đổi thông tin|nhắn tin",
	("phương hướng|dự kiến|việc sẽ làm|sẽ làm|năm học tới|năm tới|thời gian "
	 "tới|sắp tới|định hướng|việc cần làm"),
	"lãnh đạo|chỉ đạo|điều hành",
	"tập huấn|bồi dưỡng|BD|đào tạo",
	"địa phương|tỉnh|UBND tỉnh|thành phố",
	"giáo viên|nhà giáo|thầy cô|GV",
	"học sinh|người học|học viên|học trò|HS",
	"cán bộ quản lý|CBQL",
	"cơ sở giáo dục|CSGD|nhà trường",
	"cơ sở vật chất|CSVC|tài sản",
	"cơ sở dữ liệu|CSDL",
	"công nghệ thông tin|CNTT",
	"chuyển đổi số|CĐS",
	"giáo dục và đào tạo|GDĐT|GD&ĐT",
	"kiểm tra đánh giá|KTĐG|KT ĐG",
	"thiết bị|phương tiện|máy móc|trang thiết bị",
	"nhà cung cấp|đơn vị cung cấp",
	"thanh toán|thu",
	"minh chứng|gửi kèm|đính kèm",
	"trực tuyến|TT|qua mạng|trên mạng|từ xa",
	"phần mềm|PM",
	"tài khoản|TK",
	"học liệu|HL",
	"chương trình|CT",
	"phương án|PA|p/án",
	"số liệu|SL|con số",
	"kế hoạch|KH",
	"phụ huynh|cha mẹ học sinh|PHHS|gia đình",
	"nguồn nhân lực|nhân lực|con người|đội ngũ",
	"quản lý giáo dục|QLGD",
	"Thủ tướng Chính phủ|Thủ tướng|TTg|TTCP",
};

static uint64_t *begins_at(struct phrases *phrases, uint64_t hash)
{
	return &phrases->begins[hash % PHRASE_BITS / 64];
}

static bool may_begin(const struct phrases *phrases, uint64_t hash)
{
	return phrases->begins[hash % PHRASE_BITS / 64] >> hash % 64 & 1;
}

static bool add_phrase(struct phrases *phrases, struct tokens *words,
		       const char *text, size_t size, uint64_t meaning)
{
	struct phrase *phrase;
	size_t i;

	words->n = 0;
	if (!tokens_split(words, text, size))
		return false;
	phrase = vec_push(&phrases->all);
	if (!phrase)
		return false;
	*phrase = (struct phrase){.meaning = meaning};
	for (i = 0; i < words->n && i < PHRASE_WORDS_MAX; i++)
		phrase->words[i] = words->at[i].hash;
	phrase->n = i;
	if (i > 0)
		*begins_at(phrases, phrase->words[0]) |=
			UINT64_C(1) << phrase->words[0] % 64;
	return true;
}

static bool add_phrases(struct phrases *phrases, const char *list,
			uint64_t meaning)
{
	struct tokens words = {0};
	bool is_read = true;

	while (*list && is_read) {
		size_t n = strcspn(list, "|");

		is_read = add_phrase(phrases, &words, list, n, meaning);
		list += n + (list[n] == '|');
	}
	vec_release(&words);
	return is_read;
}

/* By the first word; what was read first comes first. */
static int by_first(const void *a, const void *b)
{
	const struct phrase *x = a, *y = b;

	if (x->words[0] != y->words[0])
		return x->words[0] < y->words[0] ? -1 : 1;
	return (x->meaning > y->meaning) - (x->meaning < y->meaning);
}

bool phrases_read(struct phrases *phrases)
{
	size_t i;

	if (!add_phrases(phrases, NOTHING, 0))
		return false;
	for (i = 0; i < sizeof(ALIKE) / sizeof(*ALIKE); i++)
		if (!add_phrases(phrases, ALIKE[i], i + 1))
			return false;
	qsort(phrases->all.at, phrases->all.n, sizeof(*phrases->all.at),
	      by_first);
	return true;
}

void phrases_release(struct phrases *phrases)
{
	vec_release(&phrases->all);
}

/* The first phrase that begins with a word, or is behind where it would be. */
static size_t first_of(const struct phrases *phrases, uint64_t word)
{
	size_t low = 0, high = phrases->all.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (phrases->all.at[mid].words[0] < word)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The longest phrase that begins the words. */
static const struct phrase *phrase_at(const struct phrases *phrases,
				      const struct token *words, size_t n)
{
	const struct phrase *best = NULL;
	size_t i, k;

	if (!may_begin(phrases, words->hash))
		return NULL;
	for (i = first_of(phrases, words->hash); i < phrases->all.n; i++) {
		const struct phrase *phrase = &phrases->all.at[i];

		if (phrase->words[0] != words->hash)
			break;
		if (phrase->n > n || (best && phrase->n <= best->n))
			continue;
		for (k = 0; k < phrase->n; k++)
			if (words[k].hash != phrase->words[k])
				break;
		if (k == phrase->n)
			best = phrase;
	}
	return best;
}

static void add_term(struct terms *terms, uint64_t hash, double base,
		     uint64_t last)
{
	size_t i;

	for (i = 0; i < terms->n; i++)
		if (terms->at[i].hash == hash)
			return;
	if (terms->n < TERMS_MAX)
		terms->at[terms->n++] = (struct term){hash, base, last};
}

/* "LMS": no syllable is without a vowel. */
static bool is_short(const struct token *word)
{
	size_t i;

	for (i = 0; i < word->n; i++)
		if (strchr("aeiou", word->bare[i]))
			return false;
	return word->kind == TOKEN_WORD && word->n > 1;
}

void terms_of(struct terms *terms, const struct phrases *phrases,
	      const struct token *words, size_t n)
{
	const struct token *before = NULL;
	size_t i, size;

	terms->n = 0;
	if (n == 1 && token_is(words, "duoc")) {
		add_term(terms, MEANING_DONE, BASE_PHRASE, 0);
		return;
	}
	for (i = 0; i < n; i += size) {
		const struct phrase *phrase = phrase_at(phrases, &words[i],
							n - i);

		size = phrase ? phrase->n : 1;
		if (phrase && phrase->meaning)
			add_term(terms, phrase->meaning, BASE_PHRASE, 0);
		if (phrase || words[i].kind == TOKEN_SIGN) {
			before = NULL;
			continue;
		}
		add_term(terms, words[i].hash,
			 is_short(&words[i]) ? BASE_PAIR : BASE_WORD, 0);
		/* the golden ratio, 64 bits: orders the pair */
		if (before)
			add_term(terms,
				 (before->hash + UINT64_C(0x9e3779b97f4a7c15)) *
						 31 ^
					 words[i].hash,
				 BASE_PAIR, words[i].hash);
		before = &words[i];
	}
}
