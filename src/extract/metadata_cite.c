/*
 * metadata_cite.c - the documents that a text cites: Kế hoạch số 61/KH-UBND
 * ngày 18/4/2022 của UBND tỉnh. A number is the anchor; kind, date and issuer
 * are the words around it.
 */
#include "extract/metadata.h"

#include "text/dockind.h"
#include "text/letters.h"
#include "text/span.h"
#include "text/utf8.h"

#include <string.h>

enum {
	DIGITS_MAX = 5,
	SYMBOL_MAX = 60,
	ISSUER_MAX = 240,
	TAIL_MAX = 400,
	KIND_WORDS = 4
};

#define SURE_CITED 0.95

struct cite {
	size_t start, end; /* of the number */
	size_t slash;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t next_at(const char *text, size_t size, size_t at)
{
	utf8_next(text, size, &at);
	return at;
}

/* ---- the number ---------------------------------------------------------- */

/* Bytes of a dash between groups of a notation, 0 for none. */
static size_t dash_size(const char *text, size_t size, size_t at)
{
	if (at < size && (text[at] == '-' || text[at] == '/'))
		return 1;
	if (at + 2 < size && text[at] == '\xe2' && text[at + 1] == '\x80' &&
	    (text[at + 2] == '\x93' || text[at + 2] == '\x91'))
		return 3;
	return 0;
}

/* KH-THPT, SGDĐT-GDTrH&GDTX, NQ/TW from `at`: where it ends. */
static size_t symbol_end(const char *text, size_t size, size_t at)
{
	size_t end = at, from = at;
	bool has_dash = false, has_small = false;

	if (!letter_is_capital_at(text, size, at) ||
	    !letter_is_capital_at(text, size, next_at(text, size, at)))
		return at;
	while (at < size && at - from < SYMBOL_MAX) {
		struct letter letter;
		size_t next = at, dash, look;
		uint32_t c = utf8_next(text, size, &next);

		if (letter_get(&letter, c) || c == '&' ||
		    (c >= '0' && c <= '9')) {
			has_small |= c != '&' &&
				     !letter_is_capital_at(text, size, at);
			at = end = next;
			continue;
		}
		look = at + (text[at] == ' ');
		dash = dash_size(text, size, look);
		if (!dash)
			break;
		next = look + dash;
		/* with spaces around, what follows must be capitals too */
		if (next < size && text[next] == ' ')
			next++;
		if (!letter_is_capital_at(text, size, next) ||
		    (next > at + dash &&
		     !letter_is_capital_at(text, size,
					   next_at(text, size, next))))
			break;
		has_dash = true;
		at = next;
	}
	return has_small && !has_dash ? from : end;
}

/* 45/KH-THPT, 09/2021/TT-BGDĐT around a slash. */
static bool number_at(struct cite *c, const char *text, size_t size,
		      size_t slash)
{
	size_t from = slash, digits = 0, to = slash + 1, end, k;

	if (from > 0 && text[from - 1] == ' ')
		from--;
	if (from > 1 && text[from - 1] >= 'a' && text[from - 1] <= 'z' &&
	    is_digit(text[from - 2]))
		from--;
	while (from > 0 && is_digit(text[from - 1]) && digits <= DIGITS_MAX) {
		from--;
		digits++;
	}
	if (digits == 0 || digits > DIGITS_MAX ||
	    (from > 0 && strchr("/.-", text[from - 1])))
		return false;
	if (to < size && text[to] == ' ')
		to++;
	for (k = 0; k < 4 && to + k < size && is_digit(text[to + k]); k++)
		;
	if (k == 4 && to + 4 < size) {
		size_t behind = to + 4 + (text[to + 4] == ' ');

		if (behind < size && text[behind] == '/')
			to = behind + 1 +
			     (behind + 1 < size && text[behind + 1] == ' ');
	}
	end = symbol_end(text, size, to);
	if (end == to)
		return false;
	*c = (struct cite){from, end, slash};
	return true;
}

/* 29-NQ/TW around a slash: of the Party, and cited as any other. */
static bool party_at(struct cite *c, const char *text, size_t size,
		     size_t slash)
{
	size_t dash = slash, from, end, digits = 0;

	while (dash > 0 && slash - dash < 12 && text[dash - 1] != '-')
		dash--;
	if (dash == 0 || text[dash - 1] != '-' || dash == slash ||
	    !letter_is_capital_at(text, size, dash))
		return false;
	from = dash - 1;
	while (from > 0 && is_digit(text[from - 1]) && digits < 4) {
		from--;
		digits++;
	}
	end = symbol_end(text, size, slash + 1);
	if (digits == 0 || end == slash + 1 ||
	    (from > 0 && strchr("/.-0123456789", text[from - 1])))
		return false;
	*c = (struct cite){from, end, slash};
	return true;
}

/* ---- the words around ---------------------------------------------------- */

/* The kind whose name ends right before "số", NULL for none. */
static const char *kind_before(struct metadata *m, const char *text, size_t end)
{
	size_t from = end > 120 ? end - 120 : 0, n, i;
	const struct dockind *kind;

	m->tokens.n = 0;
	while (from < end && ((unsigned char)text[from] & 0xc0) == 0x80)
		from++;
	if (!tokens_split(&m->tokens, text + from, end - from))
		return NULL;
	n = m->tokens.n;
	if (n && token_is(&m->tokens.at[n - 1], "so"))
		n--;
	if (n > 1 && token_is(&m->tokens.at[n - 2], "cong") &&
	    token_is(&m->tokens.at[n - 1], "van"))
		return "c\xc3\xb4ng v\xc4\x83n";
	for (i = n > KIND_WORDS ? n - KIND_WORDS : 0; i < n; i++) {
		size_t at = from + m->tokens.at[i].start;
		size_t last = from + m->tokens.at[n - 1].start +
			      m->tokens.at[n - 1].size;
		size_t words = 1;
		const char *p;

		kind = dockind_named(text + at, last - at);
		if (!kind)
			continue;
		for (p = kind->name; *p; p++)
			words += *p == ' ';
		if (words == n - i)
			return kind->name;
	}
	return NULL;
}

/* Small words that no name of a body holds. */
static bool ends_issuer(const struct tokens *tokens, size_t i)
{
	static const char *const STOPS[] = {
		"ngai", "ve",	"qui",	 "huong", "phe",   "sua",   "trien",
		"v",	"de",	"tren",	 "nham",  "thi",   "theo",  "do",
		"giai", "gui",	"tai",	 "voi",	  "trong", "khi",   "ma",
		"la",	"da",	"cho",	 "duoc",  "lam",   "qua",   "thuc",
		"can",	"nam",	"ngoai", "den",	  "tu",	   "gom",   "nai",
		"ke",	"tang", "nhu",	 "dong",  "cung",  "thang", "nhung",
		"se",	"phai", "thong"};
	static const char *const PAIRS[][2] = {{"ban", "hanh"},
					       {"phu", "hop"},
					       {"va", "phu"},
					       {"va", "cac"},
					       {"bao", "gom"}};
	const struct token *t = &tokens->at[i];

	return token_is_among(t, STOPS, sizeof(STOPS) / sizeof(*STOPS)) ||
	       (i + 1 < tokens->n &&
		token_is_pair_among(t, PAIRS, sizeof(PAIRS) / sizeof(*PAIRS)));
}

/* "Sở Giáo dục", "Ban Chỉ đạo", "Số hóa": with a capital they are a name. */
static size_t issuer_size(struct metadata *m, const char *text, size_t size)
{
	size_t i, end = 0;

	m->tokens.n = 0;
	if (size > ISSUER_MAX)
		size = ISSUER_MAX;
	for (i = 0; i < size; i++)
		if (strchr(",;(\n", text[i]) ||
		    (text[i] == '.' && (i + 1 == size || text[i + 1] == ' ' ||
					text[i + 1] == '/')))
			break;
	if (!tokens_split(&m->tokens, text, i))
		return 0;
	for (i = 0; i < m->tokens.n; i++) {
		const struct token *t = &m->tokens.at[i];

		/* "Thông tin" and "Quốc" with a capital are of the name;
		 * "Ban hành" is a verb all the same */
		if (ends_issuer(&m->tokens, i) &&
		    (!letter_is_capital_at(text, size, t->start) ||
		     token_is(t, "ban")))
			break;
		end = t->start + t->size;
	}
	return end;
}

static size_t skip_brackets(const char *text, size_t size, size_t at)
{
	size_t i = at;

	while (i < size && (text[i] == ' ' || text[i] == ','))
		i++;
	if (i < size && text[i] == '(') {
		const char *close = memchr(text + i, ')', size - i);

		if (close && (size_t)(close - text) - i < 60)
			i = (size_t)(close - text) + 1;
		while (i < size && (text[i] == ' ' || text[i] == ','))
			i++;
	}
	return i;
}

static bool is_word(const char *text, size_t size, const char *word)
{
	size_t n = strlen(word);

	return size > n && memcmp(text, word, n) == 0 && text[n] == ' ';
}

/* Date and issuer right behind a number, in either order. */
static int read_tail(struct metadata *m, struct vb_particular *p,
		     const char *text, size_t size)
{
	size_t at = 0, k;

	if (size > TAIL_MAX)
		size = TAIL_MAX;
	for (k = 0; k < 3; k++) {
		const char *date;
		size_t n;

		at = skip_brackets(text, size, at);
		if (!p->date[0] &&
		    (n = metadata_date(m, &date, text + at, size - at)) > 0 &&
		    date[0]) {
			p->date = date;
			at += n;
			continue;
		}
		if (p->issuer[0] || !is_word(text + at, size - at,
					     "c\xe1\xbb\xa7"
					     "a"))
			break;
		at += sizeof("c\xe1\xbb\xa7"
			     "a");
		n = issuer_size(m, text + at, size - at);
		p->issuer = metadata_words(m, text + at, n);
		if (!p->issuer)
			return VB_NOMEM;
		at += n;
	}
	return VB_OK;
}

/* ---- the text ------------------------------------------------------------ */

static struct vb_particular *cited_before(struct metadata *m,
					  const char *number)
{
	size_t i;

	for (i = 0; i < m->reading->particulars.n; i++) {
		struct vb_particular *p = &m->reading->particulars.at[i];

		if (p->slot == VB_CITATION && strcmp(p->value, number) == 0)
			return p;
	}
	return NULL;
}

static const char *tidy(struct metadata *m, const char *text, size_t size)
{
	char *words = arena_strn(&m->reading->arena, text, size);
	size_t i, n = 0;

	if (!words) {
		metadata_no_memory(m);
		return NULL;
	}
	for (i = 0; i < size; i++)
		if (words[i] != ' ')
			words[n++] = words[i];
	words[n] = '\0';
	return words;
}

/* Only letters have no kind in their notation: 606/SGDĐT-VP. */
static bool is_letter(const char *number)
{
	const char *slash = strchr(number, '/');

	/* typed without its marks */
	if (slash &&
	    (strncmp(slash, "/QD", 3) == 0 || strncmp(slash, "/ND", 3) == 0))
		return false;
	return slash &&
	       strspn(number, "0123456789") == (size_t)(slash - number) &&
	       !strchr(slash + 1, '/') && strchr(slash, '-');
}

static int take(struct metadata *m, size_t para, const char *text, size_t size,
		const struct cite *c)
{
	const char *number = tidy(m, text + c->start, c->end - c->start);
	const struct wml_para *p =
		&m->source->stories.at[0].wml->paras.at[para];
	struct metadata_range range = {0, para, 0, para, 0};
	struct vb_particular *cite, more = {.date = "", .issuer = ""};
	const struct dockind *kind;
	const char *type;
	int code;

	if (!number)
		return VB_NOMEM;
	if (m->number[0] && strcmp(number, m->number) == 0)
		return VB_OK;
	cite = cited_before(m, number);
	/* offsets are those of the paragraph when it is NFC */
	range.start = p->size == size ? c->start : 0;
	range.end = p->size == size ? c->end : p->size;
	code = read_tail(m, &more, text + c->end, size - c->end);
	if (code != VB_OK)
		return code;
	type = kind_before(m, text, c->start);
	if (!type) {
		kind = dockind_of(number, strlen(number));
		type = kind		   ? kind->name
		       : is_letter(number) ? "c\xc3\xb4ng v\xc4\x83n"
					   : "";
	}
	if (!cite)
		cite = metadata_add(m, VB_CITATION, number, &range, SURE_CITED);
	if (!cite)
		return VB_NOMEM;
	/* the first citation is the full one (ND 30/2020, Phụ lục I) */
	if (!cite->date[0])
		cite->date = more.date;
	if (!cite->issuer[0])
		cite->issuer = more.issuer;
	if (!cite->type[0])
		cite->type = type;
	return VB_OK;
}

static int read_para(struct metadata *m, size_t para, const char *text,
		     size_t size)
{
	const char *at = text, *end = text + size;
	int code = VB_OK;

	while (code == VB_OK && at < end &&
	       (at = memchr(at, '/', (size_t)(end - at))) != NULL) {
		struct cite c;
		size_t slash = (size_t)(at - text);

		at++;
		if (!number_at(&c, text, size, slash) &&
		    !party_at(&c, text, size, slash))
			continue;
		code = take(m, para, text, size, &c);
		if (text + c.end > at)
			at = text + c.end;
	}
	return code;
}

int metadata_cites(struct metadata *m)
{
	const struct wml_story *wml = m->source->stories.at[0].wml;
	size_t i, n = m->reading->particulars.n;
	struct buf nfc = BUF_INIT;
	int code = VB_OK;

	for (i = m->body; i < wml->paras.n && code == VB_OK; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		if (p->size == 0 || p->size > METADATA_PARA_MAX || p->is_gone ||
		    !memchr(p->text, '/', p->size))
			continue;
		if (m->reading->particulars.n - n > METADATA_CITES_MAX)
			break;
		if (!metadata_plain(m, p, &nfc))
			code = metadata_no_memory(m);
		if (code == VB_OK)
			code = read_para(m, i, buf_cstr(&nfc), nfc.size);
	}
	buf_release(&nfc);
	return code;
}
