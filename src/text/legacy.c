/* legacy.c - which charset a text is in: by font, by content. See legacy.h. */
#include "text/legacy.h"

#include "text/letters.h"
#include "text/span.h"
#include "text/syllable.h"
#include "text/utf8.h"

#include <string.h>

enum {
	/* of the words with accents, how many more (in percent) have to
	 * become syllables than are: measured on 24,727 Unicode lines, 2 were
	 * taken for legacy text, of 13,644 legacy ones 13,388 */
	GUESS_MARGIN = 15,
	/* bytes of a word that is tried; the rest of a longer one is no word */
	WORD_MAX = 256
};

/* ---- fonts --------------------------------------------------------------- */

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool begins(struct text_span name, const char *with)
{
	size_t n = strlen(with), i;

	if (name.size < n)
		return false;
	for (i = 0; i < n; i++)
		if (lower(name.at[i]) != with[i])
			return false;
	return true;
}

/* The name alone: no subset prefix, no second name. */
static struct text_span font_name(const char *name, size_t size)
{
	const char *cut = memchr(name, ';', size);
	struct text_span s;
	size_t i = 0;

	if (cut)
		size = (size_t)(cut - name);
	while (i < size && i < 6 && name[i] >= 'A' && name[i] <= 'Z')
		i++;
	if (i == 6 && size > 7 && name[6] == '+') {
		name += 7;
		size -= 7;
	}
	s = text_trim(name, size);
	return s;
}

static bool is_vni(struct text_span name)
{
	/* other scripts and the DOS charset bear the name too */
	static const char *const others[] = {"greece", "russia", "laos",
					     "cambodia", "dos"};
	size_t i;

	if (!begins(name, "vni") || name.size < 5 ||
	    !memchr("-_ ", name.at[3], 3))
		return false;
	for (i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (begins((struct text_span){name.at + 4, name.size - 4},
			   others[i]))
			return false;
	return true;
}

enum legacy_charset legacy_font(const char *name, size_t size)
{
	struct text_span s;

	if (size == 0)
		return LEGACY_NONE;
	s = font_name(name, size);
	/* no font of the family that has small letters ends in h */
	if (begins(s, ".vn"))
		return lower(s.at[s.size - 1]) == 'h' ? LEGACY_CAPITALS
						      : LEGACY_TCVN3;
	if (s.size == 6 && begins(s, "vntime"))
		return LEGACY_TCVN3;
	return is_vni(s) ? LEGACY_VNI : LEGACY_NONE;
}

/* ---- content ------------------------------------------------------------- */

/* U+0102.. and U+1EA0..: letters of Vietnamese that Latin-1 lacks. */
static bool is_beyond(const unsigned char *p, size_t left)
{
	if (left < 2)
		return false;
	switch (p[0]) {
	case 0xc4: /* U+0102, U+0110, U+0128 and their small ones */
		return p[1] == 0x82 || p[1] == 0x83 || p[1] == 0x90 ||
		       p[1] == 0x91 || p[1] == 0xa8 || p[1] == 0xa9;
	case 0xc5: /* U+0168, U+0169 */
		return p[1] == 0xa8 || p[1] == 0xa9;
	case 0xc6: /* U+01A0, U+01A1, U+01AF, U+01B0 */
		return p[1] == 0xa0 || p[1] == 0xa1 || p[1] == 0xaf ||
		       p[1] == 0xb0;
	case 0xe1:
		return p[1] == 0xba || p[1] == 0xbb;
	default:
		return false;
	}
}

bool legacy_suspect(const char *text, size_t size)
{
	const unsigned char *p = (const unsigned char *)text;
	bool is_suspect = false;
	size_t i;

	for (i = 0; i < size; i++) {
		if (p[i] < 0xc2)
			continue;
		if (is_beyond(p + i, size - i))
			return false;
		/* U+0080..U+00FF */
		is_suspect = is_suspect || p[i] <= 0xc3;
	}
	return is_suspect;
}

/* What the words of a piece are. */
struct score {
	unsigned good, bad; /* words with letters beyond ASCII */
	bool is_unicode;    /* a letter no legacy charset has */
};

static bool is_word_letter(uint32_t c)
{
	struct letter letter;

	return letter_get(&letter, c);
}

/* Latin letters beyond Vietnamese, and the two signs among them, which the
 * charsets use as letters. */
static bool is_foreign(uint32_t c)
{
	return (c >= 0xc0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00);
}

/* Judges words of letters in a text already decoded; soft hyphens and
 * zero-width characters are not seen. */
static struct score judge(const char *text, size_t size)
{
	struct score score = {0, 0, false};
	char word[WORD_MAX];
	size_t at = 0, n = 0, letters = 0;
	bool is_marked = false;

	while (at <= size) {
		size_t from = at;
		uint32_t c = at < size ? utf8_next(text, size, &at) : 0;
		bool is_letter = is_word_letter(c) || is_foreign(c);

		if (from < size && (c == 0xad || text_is_zero_width(c)))
			continue;
		if (is_letter && n + 4 < WORD_MAX) {
			memcpy(word + n, text + from, at - from);
			n += at - from;
			letters++;
			is_marked = is_marked || c >= 0x80;
			score.is_unicode = score.is_unicode ||
					   (c >= 0x100 && is_word_letter(c));
		} else if (!is_letter) {
			/* one letter may be a sign: "A·B", "5×5" */
			if (is_marked && letters > 1 && syllable_valid(word, n))
				score.good++;
			else if (is_marked && letters > 1)
				score.bad++;
			n = letters = 0;
			is_marked = false;
		}
		if (from == size)
			break;
	}
	return score;
}

static struct score judge_as(struct buf *scratch, const char *text, size_t size,
			     enum legacy_charset charset)
{
	if (charset == LEGACY_NONE)
		return judge(text, size);
	buf_clear(scratch);
	legacy_decode(scratch, NULL, 0, text, size, charset);
	return judge(buf_cstr(scratch), scratch->size);
}

static bool is_good(struct score score)
{
	return score.good > 0 && score.bad == 0;
}

/* A run of characters without spaces, in one font charset. */
struct piece {
	const char *at;
	size_t size;
	enum legacy_charset font;
	unsigned marks; /* characters of U+00A1..U+00FF */
	bool has_ascii; /* a letter of ASCII */
	/* "5 µm", "«s»": as good as syllables, and none */
	bool is_measure;
};

/* Counts over the pieces of a paragraph in fonts that say nothing. */
struct guess {
	unsigned pieces, none, tcvn3, vni;
	unsigned tcvn3_gain, vni_gain; /* syllables that were none before */
	unsigned words, others;	       /* of ASCII: syllables, or none */
	unsigned marks;
	uint32_t mark;	 /* the first code above U+00A0 */
	bool is_telling; /* another one came, or it is a sign, no letter */
	bool is_unicode;
	bool is_strong; /* a word with two marks became a syllable */
	enum legacy_charset charset; /* the end of it */
	/* pieces in legacy fonts that only make sense as, or not as, Unicode */
	unsigned fonts_lie, fonts_hold;
	unsigned fonts_mix; /* that make sense in the other charset only */
};

static bool is_measure(const struct piece *piece)
{
	return piece->size >= 2 && piece->size <= 4 &&
	       memcmp(piece->at, "\xc2\xb5", 2) == 0;
}

/* Between guillemets, which are letters of TCVN3. */
static bool is_quoted(const struct piece *piece)
{
	const char *other;
	size_t i;

	if (piece->size < 4 || piece->at[0] != '\xc2')
		return false;
	if (piece->at[1] == '\xab')
		other = "\xc2\xbb";
	else if (piece->at[1] == '\xbb')
		other = "\xc2\xab";
	else
		return false;
	for (i = 2; i + 2 <= piece->size; i++)
		if (memcmp(piece->at + i, other, 2) == 0)
			return true;
	return false;
}

static void look(struct piece *piece)
{
	size_t at = 0, letters = 0;

	piece->is_measure = is_measure(piece) || is_quoted(piece);
	while (at < piece->size) {
		uint32_t c = utf8_next(piece->at, piece->size, &at);

		if (c >= 0xa1 && c <= 0xff)
			piece->marks++;
		else if (c < 0x80 && is_word_letter(c))
			letters++;
	}
	piece->has_ascii = letters > 0;
}

/* Charset of the font at byte `at`, and where that ends. `*i` moves on. */
static enum legacy_charset font_at(const struct legacy_run *runs, size_t n,
				   size_t *i, size_t at, size_t *end)
{
	while (*i < n && runs[*i].start + runs[*i].size <= at)
		(*i)++;
	if (*i == n)
		return LEGACY_NONE;
	if (runs[*i].start > at) {
		*end = runs[*i].start < *end ? runs[*i].start : *end;
		return LEGACY_NONE;
	}
	return runs[*i].charset;
}

struct walk {
	const char *text;
	size_t size, at, i, n;
	const struct legacy_run *runs;
};

/* The next piece at or after walk->at; false at the end. Spaces before it
 * are skipped. */
static bool next_piece(struct walk *w, struct piece *piece)
{
	size_t end = w->size, pos = w->at;

	while (pos < w->size) {
		w->at = pos;
		if (!text_is_space(utf8_next(w->text, w->size, &pos)))
			break;
		w->at = pos;
	}
	if (w->at >= w->size)
		return false;
	*piece = (struct piece){.at = w->text + w->at};
	piece->font = font_at(w->runs, w->n, &w->i, w->at, &end);
	for (pos = w->at; pos < end;) {
		size_t from = pos, i = w->i, last = w->size;

		if (font_at(w->runs, w->n, &i, from, &last) != piece->font ||
		    text_is_space(utf8_next(w->text, end, &pos))) {
			pos = from;
			break;
		}
		w->i = i;
	}
	piece->size = pos - w->at;
	w->at = pos;
	look(piece);
	return true;
}

static enum legacy_charset other(enum legacy_charset charset)
{
	return charset == LEGACY_VNI ? LEGACY_TCVN3 : LEGACY_VNI;
}

/* OCR without a Vietnamese dictionary writes one letter for many ("véi",
 * "truéc"); legacy text has several, or signs no word has. */
static void tell(struct guess *guess, const struct piece *piece)
{
	size_t at = 0;

	while (at < piece->size) {
		uint32_t c = utf8_next(piece->at, piece->size, &at);

		if (c < 0xa1 || c > 0xff)
			continue;
		if (!guess->mark)
			guess->mark = c;
		if (c != guess->mark || c < 0xc0 || c == 0xd7 || c == 0xf7)
			guess->is_telling = true;
	}
}

/* "trong nam hoc" stands in a Vietnamese text, "given mer" does not; capitals
 * may be short for anything. */
static void count_ascii(struct guess *guess, const struct piece *piece)
{
	struct text_span word = {piece->at, piece->size};
	bool is_small = false;
	size_t i;

	while (word.size > 0 && memchr(".,;:)!?", word.at[word.size - 1], 7))
		word.size--;
	for (i = 0; i < word.size; i++)
		is_small = is_small || (word.at[i] >= 'a' && word.at[i] <= 'z');
	if (!piece->has_ascii || !is_small)
		return;
	if (syllable_valid(word.at, word.size))
		guess->words++;
	else
		guess->others++;
}

static void count(struct guess *guess, struct buf *scratch,
		  const struct piece *piece)
{
	struct score none = judge(piece->at, piece->size);
	bool is_none;

	guess->is_unicode = guess->is_unicode ||
			    (none.is_unicode && piece->font == LEGACY_NONE);
	if (piece->font != LEGACY_NONE) {
		bool good = is_good(
			judge_as(scratch, piece->at, piece->size, piece->font));

		guess->fonts_lie += none.is_unicode || (is_good(none) && !good);
		guess->fonts_hold += good && !is_good(none);
		guess->fonts_mix += !good && !is_good(none) &&
				    is_good(judge_as(scratch, piece->at,
						     piece->size,
						     other(piece->font)));
		return;
	}
	if (piece->marks == 0)
		count_ascii(guess, piece);
	if (piece->marks == 0 || !piece->has_ascii || piece->is_measure)
		return;
	is_none = is_good(none);
	guess->pieces++;
	guess->none += is_none;
	guess->marks += piece->marks;
	tell(guess, piece);
	if (is_good(judge_as(scratch, piece->at, piece->size, LEGACY_TCVN3))) {
		guess->tcvn3++;
		guess->tcvn3_gain += !is_none;
		guess->is_strong |= !is_none && piece->marks > 1;
	}
	if (is_good(judge_as(scratch, piece->at, piece->size, LEGACY_VNI))) {
		guess->vni++;
		guess->vni_gain += !is_none;
		guess->is_strong |= !is_none && piece->marks > 1;
	}
}

static void conclude(struct guess *g)
{
	bool is_tcvn3 = g->tcvn3 > g->vni;
	unsigned best = is_tcvn3 ? g->tcvn3 : g->vni;
	unsigned gain = is_tcvn3 ? g->tcvn3_gain : g->vni_gain;

	g->charset = LEGACY_NONE;
	if (g->is_unicode || !g->is_telling || g->marks < 2)
		return;
	if (g->others > g->words + gain)
		return;
	/* one word is enough when it has two marks */
	if (gain == 0 || (gain == 1 && !g->is_strong))
		return;
	/* most of the words, and more than in the text as it is */
	if (best * 2 < g->pieces ||
	    best * 100 < g->none * 100 + g->pieces * GUESS_MARGIN)
		return;
	g->charset = is_tcvn3 ? LEGACY_TCVN3 : LEGACY_VNI;
}

static struct guess guess_all(struct buf *scratch, const char *text,
			      size_t size, const struct legacy_run *runs,
			      size_t n)
{
	struct walk w = {.text = text, .size = size, .runs = runs, .n = n};
	struct guess guess = {0};
	struct piece piece;

	while (next_piece(&w, &piece))
		count(&guess, scratch, &piece);
	conclude(&guess);
	return guess;
}

static bool is_symbol(const struct piece *piece)
{
	size_t at = 0;
	uint32_t c = utf8_next(piece->at, piece->size, &at);

	return at == piece->size && (c < 0xc0 || c == 0xd7 || c == 0xf7);
}

/* Against its font: what the words of one piece say. */
static enum legacy_charset choose(const struct guess *guess,
				  struct buf *scratch,
				  const struct piece *piece)
{
	enum legacy_charset first = piece->font, second;
	struct score none;

	if (first == LEGACY_NONE) {
		first = guess->charset;
		/* one symbol is what it is: "5 × 3", "· Số lớp" */
		if (first == LEGACY_NONE || piece->is_measure ||
		    is_symbol(piece))
			return LEGACY_NONE;
	}
	if (piece->marks == 0 && first != LEGACY_CAPITALS)
		return first;
	none = judge(piece->at, piece->size);
	if (none.is_unicode)
		return LEGACY_NONE;
	if (is_good(judge_as(scratch, piece->at, piece->size, first)))
		return is_good(none) && guess->fonts_lie > guess->fonts_hold
			       ? LEGACY_NONE
			       : first;
	if (is_good(none))
		return LEGACY_NONE;
	/* one code proves nothing: "LÑ" of a VNI text */
	if (piece->font == LEGACY_NONE ||
	    (piece->marks < 2 && guess->fonts_mix <= guess->fonts_hold))
		return first;
	second = other(first);
	if (is_good(judge_as(scratch, piece->at, piece->size, second)))
		return second;
	return first;
}

static bool has_legacy(const struct legacy_run *runs, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (runs[i].charset != LEGACY_NONE)
			return true;
	return false;
}

/* Copies [from, to) as it is. */
static void copy(struct buf *out, struct text_map *map, const char *text,
		 size_t from, size_t to)
{
	if (map)
		text_map_add(map, out->size, from);
	buf_add(out, text + from, to - from);
}

/* Decodes pieces of one charset that touch as one, marks may be split. */
static bool convert(struct buf *out, struct text_map *map, struct walk *w,
		    const struct guess *guess, struct buf *scratch)
{
	bool is_changed = false;
	struct piece piece;
	size_t done = 0;

	while (next_piece(w, &piece)) {
		size_t from = (size_t)(piece.at - w->text), before;
		enum legacy_charset charset = choose(guess, scratch, &piece);

		if (charset == LEGACY_NONE)
			continue;
		copy(out, map, w->text, done, from);
		before = out->size;
		legacy_decode(out, map, from, piece.at, piece.size, charset);
		is_changed = is_changed || out->size - before != piece.size ||
			     memcmp(out->data + before, piece.at, piece.size) !=
				     0;
		done = from + piece.size;
	}
	copy(out, map, w->text, done, w->size);
	return is_changed;
}

bool legacy_convert(struct buf *out, struct text_map *map, const char *text,
		    size_t size, const struct legacy_run *runs, size_t n)
{
	struct walk w = {.text = text, .size = size, .runs = runs, .n = n};
	struct buf scratch = BUF_INIT;
	struct guess guess;
	bool is_changed;

	/* without a character to change only the fonts of capitals matter */
	if (!legacy_suspect(text, size) && !has_legacy(runs, n)) {
		copy(out, map, text, 0, size);
		return false;
	}
	guess = guess_all(&scratch, text, size, runs, n);
	if (guess.charset == LEGACY_NONE && !has_legacy(runs, n)) {
		copy(out, map, text, 0, size);
		is_changed = false;
	} else {
		is_changed = convert(out, map, &w, &guess, &scratch);
	}
	if (!buf_ok(&scratch))
		out->failed = true;
	buf_release(&scratch);
	return is_changed;
}

enum legacy_charset legacy_guess(const char *text, size_t size)
{
	struct buf scratch = BUF_INIT;
	struct guess guess = {.charset = LEGACY_NONE};

	if (legacy_suspect(text, size))
		guess = guess_all(&scratch, text, size, NULL, 0);
	buf_release(&scratch);
	return guess.charset;
}
