/*
 * metadata_due.c - the days by which a text wants something done: "gửi về Sở
 * trước ngày 05/6/2023", "chậm nhất ngày 20/5/2021", "Hạn báo cáo: 15/6/2023".
 * Who, what and to whom are the words of the sentence, when it says them.
 */
#include "extract/metadata.h"

#include "text/letters.h"
#include "text/span.h"

#include <string.h>

enum {
	ACTION_MAX = 400, /* bytes of a sentence that are kept */
	ACTOR_MAX = 200,
	NEAR_WORDS = 5,	  /* between "trước" and its date */
	LOOSE_WORDS = 14, /* between "hạn" and its date */
	DUE_TOKENS_MAX = 20000
};

#define SURE_DUE   0.9
#define SURE_LOOSE 0.75

struct sentence {
	const char *text;
	size_t size;
	const struct tokens *tokens;
};

static bool is_one_of(const struct token *t, const char *const *words)
{
	for (; *words; words++)
		if (token_is(t, *words))
			return true;
	return false;
}

static bool are_tokens(const struct tokens *tokens, size_t i, const char *a,
		       const char *b)
{
	return i + 1 < tokens->n && token_is(&tokens->at[i], a) &&
	       token_is(&tokens->at[i + 1], b);
}

/* ---- where a date is a deadline ------------------------------------------ */

/* Words from i on that set a deadline: how many words may stand before its
 * date; 0 when they set none. */
static size_t reach_of(const struct tokens *t, size_t i)
{
	if (token_is(&t->at[i], "truoc"))
		return NEAR_WORDS;
	if (are_tokens(t, i, "cham", "nhat") ||
	    are_tokens(t, i, "muon", "nhat"))
		return LOOSE_WORDS;
	if (are_tokens(t, i, "het", "ngai") || are_tokens(t, i, "den", "het"))
		return NEAR_WORDS;
	if (are_tokens(t, i, "thoi", "han") || are_tokens(t, i, "han", "bao") ||
	    are_tokens(t, i, "han", "gui") || are_tokens(t, i, "han", "nop") ||
	    are_tokens(t, i, "han", "cuoi") || are_tokens(t, i, "han", "chot"))
		return LOOSE_WORDS;
	return 0;
}

/* What may stand between "trước" and its date. */
static bool may_stand(const struct token *t)
{
	static const char *const WORDS[] = {
		"ngai", "gio",	"h",	"phut", "la", "vao", "thang",
		"het",	"thoi", "diem", "nhat", "g",  NULL};

	return t->kind == TOKEN_NUMBER || is_one_of(t, WORDS) ||
	       (t->n > 1 && t->bare[0] >= '0' && t->bare[0] <= '9');
}

/* The date behind the words at i: its token, t->n for none. */
static size_t date_behind(struct metadata *m, const struct sentence *s,
			  size_t i, const char **date)
{
	size_t reach = reach_of(s->tokens, i), k;
	bool is_loose = reach == LOOSE_WORDS;

	for (k = i + 1; reach && k < s->tokens->n && k <= i + reach; k++) {
		const struct token *t = &s->tokens->at[k];
		size_t from = s->tokens->at[k - 1].start +
			      s->tokens->at[k - 1].size;

		if (memchr(s->text + from, ';', t->start - from))
			break;
		if ((token_is(t, "ngai") || token_is(t, "thang") ||
		     t->kind == TOKEN_NUMBER) &&
		    metadata_date(m, date, s->text + t->start,
				  s->size - t->start) > 0 &&
		    (*date)[0])
			return k;
		if (!is_loose && !may_stand(t))
			break;
	}
	return s->tokens->n;
}

/* ---- what the sentence says ---------------------------------------------- */

/* The sentence around a byte: from behind ". " or ';' to the next. */
static void around(const struct sentence *s, size_t at, size_t *from,
		   size_t *to)
{
	size_t i;

	for (i = at; i > 0; i--)
		if (s->text[i - 1] == ';' || s->text[i - 1] == '\n' ||
		    (i > 1 && s->text[i - 1] == ' ' && s->text[i - 2] == '.'))
			break;
	*from = i;
	for (i = at; i < s->size; i++)
		if (s->text[i] == ';' || s->text[i] == '\n' ||
		    (s->text[i] == '.' &&
		     (i + 1 == s->size ||
		      strchr(" /\n", s->text[i + 1]) != NULL)))
			break;
	*to = i;
}

static const char *short_words(struct metadata *m, const char *text,
			       size_t size, size_t most)
{
	struct text_span words = text_trim(text, size);

	while (words.size && strchr("-+*,:. ", words.at[0])) {
		words.at++;
		words.size--;
	}
	if (words.size > most) {
		size = most;
		while (size > 0 &&
		       ((unsigned char)words.at[size] & 0xc0) == 0x80)
			size--;
		words.size = size;
	}
	while (words.size && strchr(",: ", words.at[words.size - 1]))
		words.size--;
	return metadata_words(m, words.at, words.size);
}

static bool is_verb(const struct tokens *t, size_t i)
{
	static const char *const VERBS[] = {"gui", "nop", "lap", NULL};
	static const char *const PAIRS[][2] = {
		{"bao", "cao"},	  {"hoan", "thanh"}, {"tong", "hop"},
		{"thuc", "hien"}, {"xai", "dung"},   {"trien", "khai"},
		{"to", "chuc"},	  {"cap", "nhat"},   {"khan", "truong"},
		{"tong", "ket"},  {"ra", "soat"},    {"phan", "cong"},
		{"dang", "ki"},	  {"so", "ket"}};
	size_t k;

	if (is_one_of(&t->at[i], VERBS))
		return true;
	for (k = 0; k < sizeof(PAIRS) / sizeof(*PAIRS); k++)
		if (are_tokens(t, i, PAIRS[k][0], PAIRS[k][1]))
			return true;
	return false;
}

static bool is_capital(const struct sentence *s, const struct token *t)
{
	return letter_is_capital_at(s->text, s->size, t->start);
}

/* Who: behind "đề nghị", "yêu cầu", or what the sentence begins with; up to
 * the verb. */
static const char *find_actor(struct metadata *m, const struct sentence *s,
			      size_t from, size_t due)
{
	static const char *const BODIES[] = {"phong", "truong", "cac",	"don",
					     "so",    "trung",	"ubnd", "co",
					     "bo",    NULL};
	const struct tokens *t = s->tokens;
	size_t i, start = t->n, first = t->n;

	for (i = 0; i < due; i++) {
		if (t->at[i].start < from)
			continue;
		if (first == t->n)
			first = i;
		if (are_tokens(t, i, "de", "nghi") ||
		    are_tokens(t, i, "ieu", "cau"))
			start = i + 2;
	}
	for (i = first; start == t->n && i < due; i++) {
		size_t end = i > first ? t->at[i - 1].start + t->at[i - 1].size
				       : 0;

		if (i > first && s->text[end] != ',')
			continue;
		if (is_one_of(&t->at[i], BODIES) &&
		    !are_tokens(t, i, "so", "ket") &&
		    (is_capital(s, &t->at[i]) || token_is(&t->at[i], "cac")))
			start = i;
	}
	for (i = start; i < due; i++)
		if (is_verb(t, i))
			break;
	if (start >= due || i == due || i == start)
		return "";
	return short_words(m, s->text + t->at[start].start,
			   t->at[i].start - t->at[start].start, ACTOR_MAX);
}

/* To whom: a body behind "về", "gửi" or "cho". */
static const char *find_recipient(struct metadata *m, const struct sentence *s,
				  size_t from, size_t to)
{
	static const char *const BEFORE[] = {"ve", "gui", "cho", NULL};
	static const char *const BODIES[] = {"so",  "phong",  "bo",  "ubnd",
					     "van", "truong", "cuc", "ban",
					     "ui",  "vu",     NULL};
	static const char *const STOPS[] = {
		"truoc", "cham", "de",	"qua",	"theo", "bang",	 "muon", "doi",
		"trong", "han",	 "den", "ngai", "va",	"thong", NULL};
	const struct tokens *t = s->tokens;
	size_t i, k, end;

	for (i = 1; i < t->n; i++) {
		if (t->at[i].start < from || t->at[i].start >= to ||
		    !is_one_of(&t->at[i - 1], BEFORE) ||
		    !is_one_of(&t->at[i], BODIES) || !is_capital(s, &t->at[i]))
			continue;
		end = t->at[i].start + t->at[i].size;
		for (k = i + 1; k < t->n && t->at[k].start < to; k++) {
			size_t gap = t->at[k - 1].start + t->at[k - 1].size;

			if ((is_one_of(&t->at[k], STOPS) &&
			     !is_capital(s, &t->at[k]) &&
			     !are_tokens(t, k, "va", "dao")) ||
			    t->at[k].start - gap > 3 ||
			    strpbrk(",;(.:", (char[]){s->text[gap], 0}))
				break;
			end = t->at[k].start + t->at[k].size;
		}
		return short_words(m, s->text + t->at[i].start,
				   end - t->at[i].start, ACTOR_MAX);
	}
	return "";
}

static int take(struct metadata *m, size_t para, const struct sentence *s,
		size_t i, size_t due, const char *date)
{
	const struct wml_para *p =
		&m->source->stories.at[0].wml->paras.at[para];
	struct metadata_range range = {0, para, 0, para, p->size};
	struct vb_particular *one;
	const char *action, *actor, *to_whom;
	size_t from, to;

	around(s, s->tokens->at[i].start, &from, &to);
	if (p->size == s->size) {
		range.start = from;
		range.end = to;
	}
	actor = find_actor(m, s, from, i);
	to_whom = find_recipient(m, s, from, to);
	action = short_words(m, s->text + from, to - from, ACTION_MAX);
	if (!actor || !to_whom || !action)
		return VB_NOMEM;
	one = metadata_add(m, VB_DEADLINE, date, &range,
			   due - i <= NEAR_WORDS ? SURE_DUE : SURE_LOOSE);
	if (!one)
		return VB_NOMEM;
	one->actor = actor;
	one->recipient = to_whom;
	one->action = action;
	return VB_OK;
}

/* Each date once, though "chậm nhất trước ngày" sets it twice. */
static int read_para(struct metadata *m, size_t para, const struct sentence *s)
{
	size_t i, due, last = SIZE_MAX;
	int code = VB_OK;

	for (i = 0; i + 1 < s->tokens->n && code == VB_OK; i++) {
		const char *date = "";

		due = date_behind(m, s, i, &date);
		if (due == s->tokens->n || due == last)
			continue;
		last = due;
		code = take(m, para, s, i, due, date);
	}
	return code;
}

/* Most paragraphs have no date at all. */
static bool may_have(const struct wml_para *p)
{
	const char *at = p->text, *end = p->text + p->size;

	if (p->size < 8 || p->size > METADATA_PARA_MAX || p->is_gone)
		return false;
	for (; at < end; at++)
		if (*at >= '0' && *at <= '9')
			break;
	return at < end && (memchr(p->text, '/', p->size) ||
			    strstr(p->text, "th\xc3\xa1ng") ||
			    strstr(p->text, "tha\xcc\x81ng"));
}

int metadata_due(struct metadata *m)
{
	const struct wml_story *wml = m->source->stories.at[0].wml;
	size_t i, end = m->foot > m->body ? m->foot : wml->paras.n;
	size_t n = m->reading->particulars.n;
	struct tokens tokens = {0};
	struct buf nfc = BUF_INIT;
	int code = VB_OK;

	for (i = m->body; i < end && i < wml->paras.n && code == VB_OK; i++) {
		const struct wml_para *p = &wml->paras.at[i];
		struct sentence s = {.tokens = &tokens};

		if (!m->is_official || !may_have(p))
			continue;
		if (m->reading->particulars.n - n > METADATA_DUE_MAX)
			break;
		tokens.n = 0;
		if (!metadata_plain(m, p, &nfc) ||
		    !tokens_split(&tokens, buf_cstr(&nfc), nfc.size))
			code = metadata_no_memory(m);
		s.text = buf_cstr(&nfc);
		s.size = nfc.size;
		if (code == VB_OK && tokens.n <= DUE_TOKENS_MAX)
			code = read_para(m, i, &s);
	}
	vec_release(&tokens);
	buf_release(&nfc);
	return code;
}
