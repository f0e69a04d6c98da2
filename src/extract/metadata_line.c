/*
 * metadata_line.c - the paragraphs of a letterhead or a foot as lines, and
 * what kind of line each is. Tabs, line breaks, wide gaps and words that
 * always begin a line of their own part what was typed into one paragraph.
 */
#include "extract/metadata.h"

#include "extract/anchor.h"
#include "text/date.h"
#include "text/date_part.h"
#include "text/dockind.h"
#include "text/letters.h"
#include "text/norm.h"
#include "text/span.h"
#include "text/utf8.h"

#include <string.h>

enum {
	LINE_MAX = 4000, /* bytes of a paragraph that can be such a line */
	DATE_LINE_MAX = 160,
	NUMBER_LINE_MAX = 120,
	PLACE_MAX = 90,
	DATE_LOOK = 80, /* bytes of a date with all its words */
	FOOT_GAP = 4	/* spaces that part columns by hand */
};

/* ---- words --------------------------------------------------------------- */

bool metadata_starts(const char *bare, const char *with)
{
	size_t n = strlen(with);

	return strncmp(bare, with, n) == 0 && (!bare[n] || bare[n] == ' ');
}

bool metadata_has(const char *bare, const char *words)
{
	size_t n = strlen(words);
	const char *at = bare;

	while ((at = strstr(at, words)) != NULL) {
		if ((at == bare || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
		at++;
	}
	return false;
}

static bool see_para(struct metadata *m, const struct wml_para *para)
{
	size_t i;

	buf_clear(&m->seen);
	buf_add(&m->seen, para->text, para->size);
	if (!buf_ok(&m->seen))
		return false;
	for (i = 0; i < para->n_spans; i++) {
		const struct wml_span *s = &para->spans[i];

		if (s->style & ANCHOR_UNSEEN)
			memset(m->seen.data + s->start, ' ', s->size);
	}
	return true;
}

bool metadata_plain(struct metadata *m, const struct wml_para *para,
		    struct buf *out)
{
	size_t i, n = 0;

	buf_clear(out);
	if (!see_para(m, para))
		return false;
	text_nfc(out, m->seen.data, m->seen.size);
	if (!buf_ok(out) || !out->data)
		return buf_ok(out);
	for (i = 0; i < out->size; i++) {
		bool is_space = out->data[i] == '\xc2' &&
				out->data[i + 1] == '\xa0';

		i += is_space;
		out->data[n++] = is_space || out->data[i] == '\t'
					 ? ' '
					 : out->data[i];
	}
	out->data[n] = '\0';
	out->size = n;
	return true;
}

/* The tokens in hand, a space between two. */
static bool bare_words(struct metadata *m)
{
	size_t i;

	buf_clear(&m->scratch);
	for (i = 0; i < m->tokens.n; i++) {
		if (i)
			buf_addc(&m->scratch, ' ');
		buf_add(&m->scratch, m->tokens.at[i].bare, m->tokens.at[i].n);
	}
	return buf_ok(&m->scratch);
}

size_t metadata_date(struct metadata *m, const char **canonical,
		     const char *text, size_t size)
{
	struct date_part part;
	size_t at = 0, n = size < DATE_LOOK ? size : DATE_LOOK;
	struct buf out = BUF_INIT;
	size_t i = 0;
	bool found = date_part_next(&part, text, n, &at);

	*canonical = "";
	m->is_lost = m->is_lost || part.is_lost;
	if (found && part.start == 0) {
		if (!part.is_impossible && part.year && part.month)
			*canonical =
				part.day ? arena_printf(&m->reading->arena,
							"%04d-%02d-%02d",
							part.year, part.month,
							part.day)
					 : arena_printf(&m->reading->arena,
							"%04d-%02d", part.year,
							part.month);
		return *canonical ? part.size : 0;
	}
	/* 05/6/2023, 5.6.2023, 05-06-2023 */
	while (i < n && ((text[i] >= '0' && text[i] <= '9') ||
			 (text[i] != '\0' && strchr("/.- ", text[i]))))
		i++;
	while (i > 0 && (text[i - 1] < '0' || text[i - 1] > '9'))
		i--;
	if (i < 6 || date_read(&out, text, i) == DATE_NOT)
		i = 0;
	if (i > 0)
		*canonical = arena_str(&m->reading->arena, buf_cstr(&out));
	buf_release(&out);
	return *canonical ? i : 0;
}

/* ---- kinds --------------------------------------------------------------- */

/* "SGDĐT-GDTrH", "UBND - VX"; not the words of "1/ Quy mô triển khai". */
static bool is_notation(const char *text, size_t size)
{
	struct text_span all = text_trim(text, size);
	size_t second = 0, i;

	if (all.size < 2 || !letter_is_capital_at(all.at, all.size, 0))
		return false;
	utf8_next(all.at, all.size, &second);
	for (i = 1; i < all.size; i++)
		if (all.at[i] == ' ' && !strchr("-,&", all.at[i - 1]) &&
		    all.at[i + 1] != '-')
			return false;
	return !letter_is_small_at(all.at, all.size, second);
}

static bool is_number_line(const struct metadata_line *line)
{
	const char *slash = memchr(line->text, '/', line->size);
	const char *rest = line->bare + 2;

	if (line->size > NUMBER_LINE_MAX)
		return false;
	if (!metadata_starts(line->bare, "so")) {
		/* 998 /SGDĐT-GDTrH */
		return slash && line->text[0] >= '0' && line->text[0] <= '9' &&
		       strspn(line->text, "0123456789 ") ==
			       (size_t)(slash - line->text) &&
		       line->size < 60 && !strchr(slash + 1, '/') &&
		       strpbrk(slash + 1, "0123456789") == NULL &&
		       is_notation(slash + 1, (size_t)(line->text + line->size -
						       slash - 1));
	}
	if (rest[strspn(rest, " 0123456789")] == '\0')
		return true;
	return slash && (size_t)(slash - line->text) < 40;
}

size_t metadata_place_end(struct metadata *m, const struct metadata_line *line)
{
	const char *comma = memchr(line->text, ',', line->size), *date;
	size_t at = comma ? (size_t)(comma - line->text) + 1 : 0, size;

	if (at < 3 || at > PLACE_MAX ||
	    strcspn(line->text, "0123456789:;.") < at)
		return line->size;
	while (at < line->size && line->text[at] == ' ')
		at++;
	size = metadata_date(m, &date, line->text + at, line->size - at);
	return size > 0 && at + size == line->size ? at : line->size;
}

/* "Hải Phòng, ngày 05 tháng 6 năm 2023", also with blanks; "Hải Phòng,
 * 08/06/2023". */
static bool is_date_line(struct metadata *m, const struct metadata_line *line)
{
	struct date_part part;
	size_t at = 0;
	const char *tail = strstr(line->bare, "ngai thang nam");

	if (line->size > DATE_LINE_MAX || line->text[0] == '(' ||
	    metadata_starts(line->bare, "can cu") ||
	    metadata_starts(line->bare, "so"))
		return false;
	if (tail && (!tail[14] ||
		     strspn(tail + 14, " 0123456789") == strlen(tail + 14)))
		return true;
	if (!date_part_next(&part, line->text, line->size, &at)) {
		m->is_lost = m->is_lost || part.is_lost;
		return metadata_place_end(m, line) < line->size;
	}
	return part.start <= PLACE_MAX && metadata_has(line->bare, "ngai") &&
	       text_trim(line->text + part.start + part.size,
			 line->size - part.start - part.size)
			       .size == 0;
}

static bool is_stamp(const char *bare)
{
	static const char *const STAMPS[] = {
		"hoa toc", "thuong khan", "khan",	    "tuiet mat",
		"toi mat", "mat",	  "hoa toc hen gio"};
	size_t i;

	for (i = 0; i < sizeof(STAMPS) / sizeof(*STAMPS); i++)
		if (strcmp(bare, STAMPS[i]) == 0)
			return true;
	return false;
}

static bool is_type_line(const struct metadata_line *line)
{
	const struct dockind *kind;
	const char *p;
	size_t words = 1, n = 1;

	if (!line->is_capital && !line->is_bold)
		return false;
	if (strcmp(line->bare, "cong van") == 0)
		return false;
	kind = dockind_named(line->text, line->size);
	if (!kind)
		return false;
	for (p = kind->name; *p; p++)
		words += *p == ' ';
	for (p = line->bare; *p; p++)
		n += *p == ' ';
	return n == words || line->is_capital;
}

static enum metadata_kind kind_of(struct metadata *m,
				  const struct metadata_line *line)
{
	const char *bare = line->bare;

	if (!bare[0])
		return METADATA_RULE;
	if (metadata_starts(bare, "cong hoa xa hoi chu nghia viet nam") ||
	    metadata_starts(bare, "cong hoa xa hoi chu nghia"))
		return METADATA_COUNTRY;
	if (metadata_starts(bare, "doc lap tu do"))
		return METADATA_MOTTO;
	if (strcmp(bare, "dang cong san viet nam") == 0)
		return METADATA_PARTY;
	if (metadata_starts(bare, "kinh gui"))
		return METADATA_TO;
	if (metadata_starts(bare, "v v") || metadata_starts(bare, "ve viec") ||
	    metadata_starts(bare, "vv"))
		return METADATA_ABOUT;
	if (metadata_starts(bare, "can cu"))
		return METADATA_FROM_HERE;
	if (is_number_line(line))
		return METADATA_NUMBER;
	if (is_date_line(m, line))
		return METADATA_DATE;
	if (is_stamp(bare))
		return METADATA_STAMP;
	return is_type_line(line) ? METADATA_TYPE : METADATA_OTHER;
}

/* ---- pieces -------------------------------------------------------------- */

/* All that shows is bold. */
static bool is_bold(const struct wml_para *para, size_t start, size_t end)
{
	size_t i;

	for (i = 0; i < para->n_spans; i++) {
		const struct wml_span *s = &para->spans[i];
		size_t from = s->start > start ? s->start : start;
		size_t to = s->start + s->size < end ? s->start + s->size : end;

		if (from < to && !(s->style & RUN_BOLD) &&
		    text_trim(para->text + from, to - from).size > 0)
			return false;
	}
	return true;
}

static bool has_caps(const struct wml_para *para, size_t start, size_t end)
{
	size_t i;

	for (i = 0; i < para->n_spans; i++) {
		const struct wml_span *s = &para->spans[i];

		if (s->style & RUN_CAPS && s->start <= start &&
		    s->start + s->size >= end)
			return true;
	}
	return false;
}

/* Nine letters of ten: "SỞ GDĐT tỉnh" is a slip. */
static bool is_capital(const char *text, size_t size)
{
	size_t at = 0, upper = 0, lower = 0;

	while (at < size) {
		struct letter letter;

		if (!letter_get(&letter, utf8_next(text, size, &at)))
			continue;
		if (letter.is_upper)
			upper++;
		else
			lower++;
	}
	return upper > 1 && upper >= 5 * lower;
}

static bool is_bullet(const char *text, size_t size)
{
	static const char *const BULLETS[] = {
		"-", "+", "*", "\xe2\x80\xa2", "\xe2\x80\x93", "\xe2\x80\x94"};
	size_t i;

	for (i = 0; i < sizeof(BULLETS) / sizeof(*BULLETS); i++)
		if (size > strlen(BULLETS[i]) &&
		    memcmp(text, BULLETS[i], strlen(BULLETS[i])) == 0)
			return true;
	return false;
}

struct cutter {
	struct metadata *m;
	const struct wml_para *para;
	size_t story, index;
	unsigned pieces;
	bool is_split; /* the tokens in hand are those of the piece */
};

static bool split(const struct cutter *c, const struct metadata_line *line)
{
	struct metadata *m = c->m;

	if (c->is_split && line->size < METADATA_TEXT_MIN)
		return true;
	m->tokens.n = 0;
	return tokens_split(&m->tokens, line->text,
			    line->size < METADATA_TEXT_MIN ? line->size
							   : METADATA_TEXT_MIN);
}

static int add_piece(struct cutter *c, size_t start, size_t end)
{
	struct metadata *m = c->m;
	struct arena *arena = &m->reading->arena;
	struct text_span seen = text_trim(m->seen.data + start, end - start);
	struct metadata_line *line;
	struct buf nfc = BUF_INIT;

	if (seen.size == 0)
		return VB_OK;
	line = vec_push(&m->lines);
	if (!line)
		return metadata_no_memory(m);
	line->story = c->story;
	line->para = c->index;
	line->start = (size_t)(seen.at - m->seen.data);
	line->end = line->start + seen.size;
	text_nfc(&nfc, seen.at, seen.size);
	line->text = arena_strn(arena, buf_cstr(&nfc), nfc.size);
	line->size = nfc.size;
	if (!buf_ok(&nfc) || !line->text || !split(c, line) || !bare_words(m)) {
		buf_release(&nfc);
		return metadata_no_memory(m);
	}
	buf_release(&nfc);
	line->bare = arena_str(arena, buf_cstr(&m->scratch));
	if (!line->bare)
		return metadata_no_memory(m);
	line->cell = c->para->cell;
	line->column = c->para->column;
	line->table = c->para->table;
	line->is_bold = is_bold(c->para, line->start, line->end);
	line->is_capital = is_capital(line->text, line->size) ||
			   has_caps(c->para, line->start, line->end);
	line->is_item = is_bullet(line->text, line->size) ||
			(c->para->label[0] && c->pieces == 0);
	line->is_piece = c->pieces++ > 0;
	line->kind = kind_of(m, line);
	return VB_OK;
}

/* The token where words begin, n when they do not stand there. */
static size_t find_words(const struct tokens *tokens, const char *words)
{
	size_t i, k, n = 0;

	for (i = 0; i < tokens->n; i++) {
		const char *p = words;

		for (k = i; *p && k < tokens->n; k++) {
			n = strcspn(p, " ");
			if (tokens->at[k].n != n ||
			    memcmp(tokens->at[k].bare, p, n) != 0)
				break;
			p += n + (p[n] == ' ');
		}
		if (!*p)
			return i;
	}
	return tokens->n;
}

/* Where "<place>, ngày ... tháng" begins behind a number, 0 for nowhere: a
 * wide gap, or the notation, stands before it. */
static size_t date_behind_number(const struct metadata *m, const char *text)
{
	const struct tokens *t = &m->tokens;
	size_t day = find_words(t, "ngai"), i, k;
	bool has_slash = false;

	if (t->n == 0 || !token_is(&t->at[0], "so") || day == t->n || day < 2 ||
	    find_words(t, "thang") == t->n)
		return 0;
	for (i = day; i > 1; i--) {
		size_t from = t->at[i - 1].start + t->at[i - 1].size, gap = 0;

		for (k = from; k < t->at[i].start && gap < 2; k++) {
			bool is_space = text[k] == ' ' || text[k] == '\xc2' ||
					text[k] == '\xa0' || text[k] == '\t';

			gap = is_space ? gap + 1 : 0;
		}
		if (gap >= 2 && i < day)
			return t->at[i].start;
	}
	/* one space: the notation is the word behind the slash */
	for (i = 1; i < day; i++) {
		size_t from = t->at[i - 1].start + t->at[i - 1].size;
		size_t size = t->at[i].start - from;

		if (has_slash && size == 1 && text[from] == ' ')
			return t->at[i].start;
		has_slash |= memchr(text + from, '/', size) != NULL;
	}
	return has_slash ? 0 : t->at[1].start;
}

/* Words that begin a line of their own wherever they stand. */
static int cut(struct cutter *c, size_t start, size_t end)
{
	static const char *const OWN[] = {"cong hoa xa hoi chu nghia",
					  "doc lap tu do hanh"};
	const char *text = c->m->seen.data + start;
	size_t i, at = 0;
	int code;

	c->is_split = false;
	if (end - start > METADATA_LINE_MAX)
		return add_piece(c, start, end);
	c->m->tokens.n = 0;
	if (!tokens_split(&c->m->tokens, text, end - start))
		return metadata_no_memory(c->m);
	for (i = 0; i < 2 && at == 0; i++) {
		size_t t = find_words(&c->m->tokens, OWN[i]);

		if (t > 0 && t < c->m->tokens.n)
			at = c->m->tokens.at[t].start;
	}
	if (at == 0)
		at = date_behind_number(c->m, text);
	c->is_split = at == 0;
	if (at == 0)
		return add_piece(c, start, end);
	code = add_piece(c, start, start + at);
	return code == VB_OK ? add_piece(c, start + at, end) : code;
}

/* What goes on behind a tab: "Số:<tab>/SGDĐT-VP", "ngày<tab>tháng". */
static bool goes_on(struct metadata *m, size_t start, size_t end, size_t next)
{
	static const char *const OPEN[] = {"so", "ngai", "thang", "nam"};
	const struct token *last;
	size_t i;

	while (next < m->seen.size && m->seen.data[next] == ' ')
		next++;
	if (next < m->seen.size && m->seen.data[next] == '/')
		return true;
	m->tokens.n = 0;
	if (!tokens_split(&m->tokens, m->seen.data + start, end - start) ||
	    m->tokens.n == 0)
		return false;
	last = &m->tokens.at[m->tokens.n - 1];
	if (m->tokens.n > 12)
		return false;
	for (i = 0; i < sizeof(OPEN) / sizeof(*OPEN); i++)
		if (token_is(last, OPEN[i]))
			return i > 0 || m->tokens.n == 1;
	return false;
}

static size_t gap_at(const char *text, size_t size, size_t at)
{
	size_t n = 0, i = at;

	while (i < size &&
	       (text[i] == ' ' ||
		(text[i] == '\xc2' && i + 1 < size && text[i + 1] == '\xa0'))) {
		i += text[i] == ' ' ? 1 : 2;
		n++;
	}
	return n >= FOOT_GAP ? i - at : 0;
}

static int add_para(struct cutter *c, bool is_foot)
{
	struct metadata *m = c->m;
	size_t start = 0, at = 0;
	int code = VB_OK;

	c->pieces = 0;
	if (!see_para(m, c->para))
		return metadata_no_memory(m);
	while (at < m->seen.size && code == VB_OK) {
		char ch = m->seen.data[at];
		size_t gap = is_foot ? gap_at(m->seen.data, m->seen.size, at)
				     : 0;

		if (ch == '\n' || gap ||
		    (ch == '\t' && !goes_on(m, start, at, at + 1))) {
			code = cut(c, start, at);
			at += gap ? gap : 1;
			start = at;
			if (ch == '\n')
				c->pieces = 0;
			continue;
		}
		at++;
	}
	return code == VB_OK ? cut(c, start, m->seen.size) : code;
}

/* The text has begun: Kính gửi and a long line, or a longer one. */
static bool is_below(const struct metadata *m)
{
	const struct metadata_line *last;
	size_t i;

	if (m->lines.n == 0)
		return false;
	last = &m->lines.at[m->lines.n - 1];
	if (last->size <= METADATA_LINE_MAX || last->is_item)
		return false;
	for (i = 0; i < m->lines.n; i++)
		if (m->lines.at[i].kind == METADATA_TO ||
		    (last->size > METADATA_TEXT_MIN &&
		     m->lines.at[i].kind == METADATA_COUNTRY))
			return true;
	return false;
}

/* As many lines of a story as a page has, and none of a letterhead's. */
static bool has_none(const struct metadata *m, size_t first)
{
	size_t i;

	if (m->lines.n - first < METADATA_NONE_MIN)
		return false;
	for (i = first; i < m->lines.n; i++)
		if (m->lines.at[i].kind != METADATA_OTHER &&
		    m->lines.at[i].kind != METADATA_RULE)
			return false;
	return true;
}

int metadata_lines(struct metadata *m, size_t story, size_t from, size_t to,
		   bool is_foot)
{
	const struct wml_story *wml = m->source->stories.at[story].wml;
	struct cutter c = {.m = m, .story = story};
	size_t first = m->lines.n;
	int code = VB_OK;

	for (; from < to && from < wml->paras.n && code == VB_OK; from++) {
		c.para = &wml->paras.at[from];
		c.index = from;
		if (c.para->size <= LINE_MAX && !c.para->is_gone)
			code = add_para(&c, is_foot);
		if (!is_foot && (is_below(m) || has_none(m, first)))
			break;
	}
	return code;
}
