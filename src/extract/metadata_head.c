/*
 * metadata_head.c - the letterhead (ND 30/2020, Phụ lục I, slots 1 to 4 and
 * 10), wherever it stands: issuer and superior, number, place and date, stamps.
 */
#include "extract/metadata.h"

#include "text/date_part.h"
#include "text/span.h"

#include <string.h>

enum {
	ORGAN_LINES = 8,
	BARE_LINES = 4 /* before the day of a letterhead of names alone */
};

static size_t find_kind(const struct metadata *m, enum metadata_kind kind,
			size_t from, size_t to)
{
	for (; from < to; from++)
		if (m->lines.at[from].kind == kind)
			break;
	return from;
}

/* ---- issuer and superior ------------------------------------------------- */

/* What the name of a body begins with. */
static bool is_name_start(const char *bare)
{
	static const char *const STARTS[] = {
		"ubnd",	     "ui ban",	  "hdnd",
		"hoi dong",  "so",	  "phong",
		"truong",    "bo",	  "tong cuc",
		"cuc",	     "trung tam", "ban",
		"van phong", "cong an",	  "chi cuc",
		"thanh tra", "vien",	  "dai hoc",
		"hoc vien",  "tap doan",  "tong cong ti",
		"cong ti",   "doan",	  "hoi",
		"lien doan", "chinh phu", "thu tuong",
		"quoc hoi",  "toa an",	  "vien kiem sat",
		"kho bac",   "bao hiem",  "ngan hang",
		"benh vien", "nha",	  "mat tran",
		"cong doan", "ttgdtx",	  "tt gdnn",
		"cum",	     "khoa",	  "to",
		"nhom",	     "co so",	  "truong mam non",
		"pgd",	     "sgd"};
	size_t i;

	for (i = 0; i < sizeof(STARTS) / sizeof(*STARTS); i++)
		if (metadata_starts(bare, STARTS[i]))
			return true;
	return false;
}

/* "VÀ ĐÀO TẠO" goes on; so does what follows "VÀ", "-", ",". */
static bool is_open(const struct metadata_line *line)
{
	static const char *const OPEN[] = {" va", " cac", " cua", " cap"};
	size_t n = strlen(line->bare), i;

	if (line->size && strchr("-,", line->text[line->size - 1]))
		return true;
	for (i = 0; i < sizeof(OPEN) / sizeof(*OPEN); i++)
		if (n > strlen(OPEN[i]) &&
		    strcmp(line->bare + n - strlen(OPEN[i]), OPEN[i]) == 0)
			return true;
	return false;
}

/* "I. QUY ĐỊNH CHUNG", "1. ...": no name begins so. */
static bool figure_heading(const char *text)
{
	size_t n = strspn(text, "IVX0123456789");

	return n > 0 && text[n] == '.';
}

static bool is_name_line(const struct metadata *m, size_t i, size_t country,
			 size_t number)
{
	const struct metadata_line *line = &m->lines.at[i];
	const struct metadata_line *c = country < m->head_end
						? &m->lines.at[country]
						: NULL;
	const struct metadata_line *n = number < m->head_end
						? &m->lines.at[number]
						: NULL;

	if (line->kind != METADATA_OTHER || line->size > 160 ||
	    metadata_starts(line->bare, "phu luc") ||
	    metadata_starts(line->bare, "mau") || line->text[0] == '(')
		return false;
	/* beside the Quốc hiệu, or above the number */
	if (c && c->cell && line->cell == c->cell)
		return false;
	if (n && n->table && line->table == n->table && c &&
	    c->table == n->table && line->column != n->column)
		return false;
	if (c && c->table != line->table &&
	    !(n && n->table && n->table == line->table))
		return false;
	if (line->is_item || figure_heading(line->text))
		return false;
	return line->is_capital ||
	       (is_name_start(line->bare) && (line->cell || c));
}

/* The lines of the names in a row: where the issuer's begins. */
static size_t issuer_at(const struct metadata *m, const size_t *at, size_t n)
{
	size_t i, last = 0;

	/* the superior is not bold, the issuer is (ND 30/2020, Phụ lục I) */
	for (i = 1; i < n; i++)
		if (m->lines.at[at[i]].is_bold && !m->lines.at[at[0]].is_bold)
			return i;
	for (i = 1; i < n; i++)
		if (is_name_start(m->lines.at[at[i]].bare) &&
		    !is_open(&m->lines.at[at[i - 1]]))
			last = i;
	return last;
}

static const char *join_at(struct metadata *m, const size_t *at, size_t from,
			   size_t to)
{
	struct buf all = BUF_INIT;
	const char *words;

	for (; from < to; from++) {
		words = metadata_join(m, at[from], at[from]);
		if (!words) {
			buf_release(&all);
			return NULL;
		}
		if (all.size)
			buf_addc(&all, ' ');
		buf_adds(&all, words);
	}
	words = buf_ok(&all) ? metadata_words(m, buf_cstr(&all), all.size)
			     : NULL;
	buf_release(&all);
	return words;
}

/* The page begins with names of bodies, and a day or what it is stands right
 * below: a letterhead without Quốc hiệu and number. */
static bool has_issuer(const struct metadata *m)
{
	size_t end = find_kind(m, METADATA_DATE, 0, m->head_end), i;

	end = find_kind(m, METADATA_TYPE, 0, end);
	if (end == m->head_end || end == 0 || end > BARE_LINES)
		return false;
	for (i = 0; i < end; i++) {
		const struct metadata_line *line = &m->lines.at[i];

		if (!line->is_capital || line->kind != METADATA_OTHER ||
		    (i == 0 && !is_name_start(line->bare)))
			return false;
	}
	return true;
}

static int read_names(struct metadata *m, size_t country, size_t number)
{
	size_t at[ORGAN_LINES], n = 0, i, issuer;
	size_t end = number < m->head_end ? number : m->head_end;
	double sure = SURE_PLACED;
	int code = VB_OK;

	if (country == m->head_end && number == m->head_end && !has_issuer(m))
		return VB_OK;
	if (number == m->head_end) {
		if (country == m->head_end)
			end = find_kind(m, METADATA_DATE, 0, end);
		end = find_kind(m, METADATA_TYPE, 0, end);
		end = find_kind(m, METADATA_TO, 0, end);
		end = find_kind(m, METADATA_ABOUT, 0, end);
	}
	for (i = 0; i < end && n < ORGAN_LINES; i++) {
		if (is_name_line(m, i, country, number))
			at[n++] = i;
		else if (m->lines.at[i].kind == METADATA_OTHER &&
			 m->lines.at[i].table == 0)
			n = 0; /* other words part what is above from it */
	}
	if (n == 0 || n == ORGAN_LINES)
		return VB_OK;
	issuer = issuer_at(m, at, n);
	if (!is_name_start(m->lines.at[at[issuer]].bare) ||
	    country == m->head_end || n > 5)
		sure = SURE_GUESSED;
	if (issuer > 0)
		code = metadata_keep(
			m, SPOT_SUPERIOR, VB_SUPERIOR_NAME,
			join_at(m, at, 0, issuer),
			metadata_of_lines(m, at[0], at[issuer - 1]), sure);
	if (code != VB_OK)
		return code;
	return metadata_keep(m, SPOT_ORGAN, VB_ORGAN_NAME,
			     join_at(m, at, issuer, n),
			     metadata_of_lines(m, at[issuer], at[n - 1]), sure);
}

/* ---- number -------------------------------------------------------------- */

/* "KH- PGD&ĐT" is KH-PGD&ĐT; a notation with a blank in it is none. */
static const char *tidy_notation(struct metadata *m, const char *text,
				 size_t size)
{
	const char *words = metadata_words(m, text, size);
	size_t i, n = 0, k = words ? strlen(words) : 0;
	char *out = words ? arena_strn(&m->reading->arena, words, k) : NULL;

	if (!out)
		return NULL;
	if (strstr(words, "\xe2\x80\xa6") || strstr(words, "..") ||
	    strstr(words, "__"))
		return "";
	for (i = 0; i < k; i++) {
		bool is_near = words[i] == ' ' &&
			       (strchr("-/&", words[i + 1]) ||
				(n > 0 && strchr("-/&", out[n - 1])));

		if (!is_near)
			out[n++] = words[i];
	}
	while (n > 0 && strchr(".,;:-/ ", out[n - 1]))
		n--;
	out[n] = '\0';
	return out;
}

/* Skips "Số", spaces, a colon. */
static size_t behind_so(const struct metadata_line *line)
{
	size_t at = 0;

	if (!metadata_starts(line->bare, "so"))
		return 0;
	while (at < line->size && line->text[at] != ' ' &&
	       line->text[at] != ':' && line->text[at] != '\t' &&
	       line->text[at] != '\xc2' && line->text[at] != '.' &&
	       line->text[at] != '/' &&
	       !(line->text[at] >= '0' && line->text[at] <= '9'))
		at++;
	while (at < line->size &&
	       (line->text[at] == ' ' || line->text[at] == ':'))
		at++;
	return at;
}

static int read_number(struct metadata *m, size_t i)
{
	const struct metadata_line *line = &m->lines.at[i];
	size_t from = behind_so(line), slash, to;
	const char *found = memchr(line->text + from, '/', line->size - from);
	struct text_span part;
	const char *number = "", *notation;
	double sure = SURE_GRAMMAR;
	int code;

	slash = found ? (size_t)(found - line->text) : line->size;
	part = text_strip_leader(line->text + from, slash - from);
	part = text_trim(part.at, part.size);
	if (part.size && !text_is_leader(part.at, part.size)) {
		number = metadata_words(m, part.at, part.size);
		if (!number)
			return VB_NOMEM;
		if (strspn(number, "0123456789") < strlen(number))
			sure = SURE_GUESSED;
	}
	to = part.size ? (size_t)(part.at - line->text) : from;
	code = metadata_keep(m, SPOT_NUMBER, VB_CODE_NUMBER, number,
			     metadata_in_line(m, i, to, to + part.size), sure);
	if (code != VB_OK || !found)
		return code;
	part = text_trim(found + 1, line->size - slash - 1);
	notation = tidy_notation(m, part.at, part.size);
	if (!notation)
		return VB_NOMEM;
	to = part.size ? (size_t)(part.at - line->text) : slash + 1;
	m->number = arena_printf(&m->reading->arena, "%s/%s", number, notation);
	if (!m->number)
		return metadata_no_memory(m);
	return metadata_keep(m, SPOT_NOTATION, VB_CODE_NOTATION, notation,
			     metadata_in_line(m, i, to, to + part.size), sure);
}

/* ---- place and date ------------------------------------------------------ */

/* Where the figure behind a word stands, of the tokens from `at` on; an empty
 * place when it has none, false without the word. */
static bool digits_behind(const struct tokens *t, size_t at, const char *word,
			  size_t range[2])
{
	for (; at < t->n; at++) {
		const struct token *next = at + 1 < t->n ? &t->at[at + 1]
							 : NULL;

		if (!token_is(&t->at[at], word))
			continue;
		range[0] = range[1] = t->at[at].start + t->at[at].size;
		if (!next || next->kind != TOKEN_NUMBER)
			return true;
		range[0] = next->start;
		range[1] = next->start + next->size;
		return true;
	}
	return false;
}

/* "16/6/2023": where its figure n stands. */
static bool digits_nth(const struct tokens *t, size_t at, size_t n,
		       size_t range[2])
{
	for (; at < t->n; at++)
		if (t->at[at].kind == TOKEN_NUMBER && n-- == 0) {
			range[0] = t->at[at].start;
			range[1] = range[0] + t->at[at].size;
			return true;
		}
	return false;
}

/* A date that begins at a byte of line i: "Quảng Nam" before it is no year. */
static void spot_date(struct metadata *m, size_t i, size_t start)
{
	static const char *const WORDS[] = {"ngai", "thang", "nam"};
	size_t k, at = 0, range[2];

	m->tokens.n = 0;
	if (!tokens_split(&m->tokens, m->lines.at[i].text, m->lines.at[i].size))
		return;
	while (at < m->tokens.n && m->tokens.at[at].start < start)
		at++;
	for (k = 0; k < 3; k++) {
		enum metadata_spot spot = (enum metadata_spot)(SPOT_DAY + k);

		if (!digits_behind(&m->tokens, at, WORDS[k], range) &&
		    !digits_nth(&m->tokens, at, k, range))
			continue;
		m->spots[spot] = metadata_in_line(m, i, range[0], range[1]);
		m->sure[spot] = SURE_GRAMMAR;
	}
}

/* As far as it is filled: 2023-06-05, 2023-06, 2023. */
static const char *partial(struct metadata *m, const struct date_part *d)
{
	struct arena *arena = &m->reading->arena;

	if (d->is_impossible || !d->year)
		return "";
	if (!d->month)
		return arena_printf(arena, "%04d", d->year);
	if (!d->day)
		return arena_printf(arena, "%04d-%02d", d->year, d->month);
	return arena_printf(arena, "%04d-%02d-%02d", d->year, d->month, d->day);
}

/* "ngày tháng năm", nothing filled: where it begins, the size of the line for
 * none. False out of memory. */
static bool find_blank_date(struct metadata *m,
			    const struct metadata_line *line, size_t *start)
{
	size_t i;

	*start = line->size;
	m->tokens.n = 0;
	if (!tokens_split(&m->tokens, line->text, line->size))
		return false;
	for (i = m->tokens.n; i-- > 0;)
		if (token_is(&m->tokens.at[i], "ngai"))
			*start = m->tokens.at[i].start;
	return true;
}

static int read_date(struct metadata *m, size_t i)
{
	const struct metadata_line *line = &m->lines.at[i];
	struct date_part d;
	struct text_span place;
	const char *date = "", *name = "";
	size_t at = 0, start;
	int code;

	if (date_part_next(&d, line->text, line->size, &at)) {
		date = partial(m, &d);
		start = d.start;
	} else {
		m->is_lost = m->is_lost || d.is_lost;
		start = metadata_place_end(m, line);
		if (start < line->size)
			metadata_date(m, &date, line->text + start,
				      line->size - start);
		else if (!find_blank_date(m, line, &start))
			return metadata_no_memory(m);
	}
	if (!date)
		return metadata_no_memory(m);
	place = text_trim(line->text, start);
	while (place.size && strchr(",;: ", place.at[place.size - 1]))
		place.size--;
	if (!text_is_leader(place.at, place.size))
		name = metadata_words(m, place.at, place.size);
	if (!name)
		return VB_NOMEM;
	if (strstr(name, "\xe2\x80\xa6") || strstr(name, ".."))
		name = "";
	code = metadata_keep(m, SPOT_PLACE, VB_PLACE_NAME, name,
			     metadata_in_line(m, i, 0, place.size),
			     SURE_GRAMMAR);
	if (code != VB_OK)
		return code;
	spot_date(m, i, start);
	return metadata_keep(m, SPOT_DATE, VB_ISSUED_DATE, date,
			     metadata_in_line(m, i, start, line->size),
			     SURE_GRAMMAR);
}

/* ---- the head ------------------------------------------------------------ */

static int read_stamps(struct metadata *m)
{
	size_t i;

	for (i = 0; i < m->head_end; i++) {
		const struct metadata_line *line = &m->lines.at[i];
		struct metadata_range range = metadata_of_lines(m, i, i);
		const char *words;

		if (line->kind != METADATA_STAMP || !line->is_capital)
			continue;
		words = metadata_join(m, i, i);
		if (!words ||
		    !metadata_add(m,
				  metadata_has(line->bare, "mat") ? VB_SECRECY
								  : VB_URGENCY,
				  words, &range, SURE_PLACED))
			return VB_NOMEM;
	}
	return VB_OK;
}

/* Lines of the page, with those of its header when the page has none. */
static int read_lines(struct metadata *m)
{
	const struct source *source = m->source;
	size_t i, n;
	int code = metadata_lines(m, 0, 0, METADATA_HEAD_MAX, false);

	for (i = 0; i < m->lines.n; i++)
		if (m->lines.at[i].kind == METADATA_COUNTRY ||
		    m->lines.at[i].kind == METADATA_PARTY)
			break;
	if (code != VB_OK || i < m->lines.n)
		return code;
	n = m->lines.n;
	for (i = 1; i < source->stories.n && code == VB_OK; i++)
		if (source->stories.at[i].wml->kind == WML_HEADER)
			code = metadata_lines(m, i, 0, METADATA_HEAD_MAX,
					      false);
	if (code != VB_OK ||
	    find_kind(m, METADATA_COUNTRY, n, m->lines.n) == m->lines.n) {
		if (find_kind(m, METADATA_PARTY, n, m->lines.n) == m->lines.n)
			m->lines.n = n;
		return code;
	}
	return code;
}

/* The header's lines come before the page's. */
static void put_headers_first(struct metadata *m)
{
	size_t n = 0, i, k;

	while (n < m->lines.n && m->lines.at[n].story == 0)
		n++;
	for (i = n, k = 0; i < m->lines.n; i++, k++) {
		struct metadata_line line = m->lines.at[i];

		memmove(&m->lines.at[k + 1], &m->lines.at[k],
			(i - k) * sizeof(line));
		m->lines.at[k] = line;
	}
}

/* The text begins with a long paragraph, or Căn cứ. */
static size_t find_end(const struct metadata *m)
{
	size_t i, n = m->lines.n, seen = 0;

	for (i = 0; i < n; i++) {
		const struct metadata_line *line = &m->lines.at[i];

		if (line->kind != METADATA_OTHER && line->kind != METADATA_RULE)
			seen++;
		if (line->kind == METADATA_FROM_HERE && seen > 0)
			break;
		if (line->kind == METADATA_OTHER &&
		    line->size > METADATA_TEXT_MIN)
			break;
	}
	return i;
}

/* A Party document says so at its head, and carries a star or a number of the
 * Party's kind (HD 36-HD/VPTW). */
static bool is_party(const struct metadata *m)
{
	size_t at = find_kind(m, METADATA_PARTY, 0, m->head_end);

	return at < m->head_end &&
	       at < find_kind(m, METADATA_COUNTRY, 0, m->head_end) &&
	       at < find_kind(m, METADATA_TO, 0, m->head_end) &&
	       (m->lines.at[at].is_capital || m->lines.at[at].is_bold);
}

int metadata_head(struct metadata *m)
{
	size_t country, number, date, about, type, to, end = 0;
	int code = read_lines(m);

	if (code != VB_OK)
		return code;
	put_headers_first(m);
	m->head_end = find_end(m);
	m->is_party = is_party(m);
	if (m->is_party)
		return VB_OK;
	country = find_kind(m, METADATA_COUNTRY, 0, m->head_end);
	number = find_kind(m, METADATA_NUMBER, 0, m->head_end);
	date = find_kind(m, METADATA_DATE, 0, m->head_end);
	about = find_kind(m, METADATA_ABOUT, 0, m->head_end);
	type = find_kind(m, METADATA_TYPE, 0, m->head_end);
	to = find_kind(m, METADATA_TO, 0, m->head_end);
	m->is_official = country < m->head_end || number < m->head_end ||
			 (to < m->head_end && about < m->head_end) ||
			 has_issuer(m);
	if (to < number)
		number = m->head_end;
	if (!m->is_official)
		return VB_OK;
	code = read_names(m, country, number);
	if (code == VB_OK && number < m->head_end)
		code = read_number(m, number);
	if (code == VB_OK && date < m->head_end)
		code = read_date(m, date);
	if (code == VB_OK && type < m->head_end &&
	    (about > type || about == m->head_end))
		code = metadata_read_type(m, type);
	else if (code == VB_OK)
		code = metadata_guess_type(m, about < m->head_end);
	if (code == VB_OK && about < m->head_end &&
	    m->spots[SPOT_SUBJECT].first == SIZE_MAX) {
		end = metadata_about_end(m, about);
		code = metadata_keep(m, SPOT_SUBJECT, VB_SUBJECT,
				     metadata_join(m, about, end - 1),
				     metadata_of_lines(m, about, end - 1),
				     SURE_PLACED);
	}
	if (code == VB_OK && to < m->head_end) {
		code = metadata_read_to(m, to, &end);
		if (end < m->lines.n && m->lines.at[end].story == 0)
			m->body = m->lines.at[end].para;
	} else if (m->head_end < m->lines.n) {
		m->body = m->lines.at[m->head_end].para;
	}
	return code == VB_OK ? read_stamps(m) : code;
}
