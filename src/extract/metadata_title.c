/*
 * metadata_title.c - below the letterhead (ND 30/2020, Phụ lục I, slots 5 and
 * 9a): tên loại and trích yếu, V/v, Kính gửi.
 */
#include "extract/metadata.h"

#include "text/dockind.h"
#include "text/letters.h"
#include "text/span.h"

#include <string.h>

enum {
	ABOUT_LINE = 110, /* bytes of a line of V/v below its first */
	ABOUT_LINES = 9,
	SUBJECT_LINES = 8,
	SUBJECT_MAX = 600,
	TO_LINES = 40
};

/* ---- kind and subject ---------------------------------------------------- */

static bool ends_with(const struct metadata_line *line, const char *set)
{
	return line->size && strchr(set, line->text[line->size - 1]);
}

/* V/v: lines of the same cell, or short lines that follow. */
size_t metadata_about_end(const struct metadata *m, size_t first)
{
	const struct metadata_line *head = &m->lines.at[first];
	size_t i;

	for (i = first + 1; i < m->head_end && i < first + ABOUT_LINES; i++) {
		const struct metadata_line *line = &m->lines.at[i];

		if (line->kind != METADATA_OTHER || line->is_piece)
			break;
		if (head->cell && line->cell != head->cell)
			break;
		if (!head->cell && (line->size > ABOUT_LINE || line->cell ||
				    line->para > m->lines.at[i - 1].para + 3 ||
				    ends_with(line, ":") || line->is_item))
			break;
		if (!head->cell && line->is_bold && !head->is_bold)
			break;
	}
	return i;
}

static bool begins_text(const struct metadata_line *line)
{
	static const char *const STARTS[] = {"thuc hien", "phan",  "chuong",
					     "dieu 1",	  "i",	   "1",
					     "a",	  "mo dau"};
	size_t i;

	if (line->text[0] == '(' || line->is_item ||
	    line->size > METADATA_LINE_MAX)
		return true;
	for (i = 0; i < sizeof(STARTS) / sizeof(*STARTS); i++)
		if (metadata_starts(line->bare, STARTS[i]))
			return true;
	return ends_with(line, ":;,");
}

static bool begins_small(const struct metadata_line *line)
{
	return letter_is_small_at(line->text, line->size, 0);
}

/* Trích yếu below a tên loại: until the lines change. */
static size_t subject_end(const struct metadata *m, size_t first)
{
	size_t i, size = 0;

	for (i = first; i < m->head_end && i < first + SUBJECT_LINES; i++) {
		const struct metadata_line *line = &m->lines.at[i];
		const struct metadata_line *head = &m->lines.at[first];

		if (line->kind != METADATA_OTHER &&
		    !(line->kind == METADATA_ABOUT && i == first))
			break;
		if (begins_text(line))
			break;
		size += line->size;
		if (size > SUBJECT_MAX)
			break;
		if (i == first)
			continue;
		if (line->para > m->lines.at[i - 1].para + 1)
			break;
		if (line->is_capital && !head->is_capital)
			break;
		if (head->is_bold ? !line->is_bold : !begins_small(line))
			break;
	}
	return i;
}

/* Bytes of a kind's name at the start of a line. */
static size_t kind_size(struct metadata *m, const struct metadata_line *line,
			const struct dockind *kind)
{
	size_t words = 1;
	const char *p;

	for (p = kind->name; *p; p++)
		words += *p == ' ';
	m->tokens.n = 0;
	if (!tokens_split(&m->tokens, line->text, line->size) ||
	    m->tokens.n < words)
		return line->size;
	return m->tokens.at[words - 1].start + m->tokens.at[words - 1].size;
}

/* Trích yếu that begins on the line of the tên loại, at byte `from`. */
static int subject_behind(struct metadata *m, size_t i, size_t from, size_t end)
{
	const struct metadata_line *line = &m->lines.at[i];
	struct metadata_range range = metadata_of_lines(m, i, end - 1);
	const char *words = metadata_words(m, line->text + from,
					   line->size - from);
	const char *more = words && end > i + 1
				   ? metadata_join(m, i + 1, end - 1)
				   : "";

	if (!words || !more)
		return VB_NOMEM;
	if (more[0])
		words = arena_printf(&m->reading->arena, "%s %s", words, more);
	if (!words)
		return metadata_no_memory(m);
	range.start = metadata_in_line(m, i, from, from).start;
	return metadata_keep(m, SPOT_SUBJECT, VB_SUBJECT, words, range,
			     SURE_GUESSED);
}

int metadata_read_type(struct metadata *m, size_t i)
{
	const struct metadata_line *line = &m->lines.at[i];
	const struct dockind *kind = dockind_named(line->text, line->size);
	size_t from, end;
	struct metadata_range range;
	double sure = SURE_GRAMMAR;

	if (!kind)
		return VB_OK;
	from = kind_size(m, line, kind);
	range = metadata_in_line(m, i, 0, from);
	if (!metadata_add(m, VB_TYPE_NAME, kind->name, &range, sure))
		return VB_NOMEM;
	end = subject_end(m, i + 1);
	if (text_trim(line->text + from, line->size - from).size > 0)
		return subject_behind(m, i, from, end);
	if (end == i + 1)
		return VB_OK;
	return metadata_keep(m, SPOT_SUBJECT, VB_SUBJECT,
			     metadata_join(m, i + 1, end - 1),
			     metadata_of_lines(m, i + 1, end - 1), SURE_PLACED);
}

/* A letter has no tên loại; any other document has its short form in the
 * notation. */
int metadata_guess_type(struct metadata *m, bool has_about)
{
	const char *slash = strchr(m->number, '/');
	const struct dockind *kind = NULL;
	struct metadata_range at = m->spots[SPOT_NOTATION];

	if (slash && slash[1])
		kind = dockind_of(slash + 1, strlen(slash + 1));
	if (at.first == SIZE_MAX ||
	    (!kind && !has_about && !(slash && slash[1])))
		return VB_OK;
	return metadata_add(m, VB_TYPE_NAME,
			    kind ? kind->name : "c\xc3\xb4ng v\xc4\x83n", &at,
			    kind || has_about ? SURE_PLACED : SURE_GUESSED)
		       ? VB_OK
		       : VB_NOMEM;
}

/* ---- Kính gửi ------------------------------------------------------------ */

/* Bytes of a bullet before the words. */
static size_t bullet_size(const char *text, size_t size)
{
	size_t at = 0;

	while (at < size) {
		char c = text[at];

		if (c == '-' || c == '+' || c == '*' || c == '\t' || c == ' ')
			at++;
		else if (size - at > 2 && text[at] == '\xe2' &&
			 text[at + 1] == '\x80' &&
			 strchr("\x93\x94\xa2", text[at + 2]))
			at += 3;
		else
			break;
	}
	return at;
}

static int add_addressee(struct metadata *m, size_t i, size_t from, size_t j)
{
	struct metadata_item *item;
	struct metadata_range range;
	const char *words;
	size_t n, at;

	at = from + bullet_size(m->lines.at[i].text + from,
				m->lines.at[i].size - from);
	words = metadata_words(m, m->lines.at[i].text + at,
			       m->lines.at[i].size - at);
	if (words && j > i) {
		const char *more = metadata_join(m, i + 1, j);

		words = more ? arena_printf(&m->reading->arena, "%s %s", words,
					    more)
			     : NULL;
	}
	if (!words)
		return metadata_no_memory(m);
	range = metadata_of_lines(m, i, j);
	range.start = metadata_in_line(m, i, at, at).start;
	n = strlen(words);
	while (n && strchr(".;, ", words[n - 1])) {
		n--;
		if (range.end > range.start)
			range.end--;
	}
	if (n == 0 || text_is_leader(words, n))
		return VB_OK;
	words = metadata_words(m, words, n);
	item = vec_push(&m->addressees);
	if (!item || !words ||
	    !metadata_add(m, VB_ADDRESSEE, words, &range, SURE_PLACED))
		return metadata_no_memory(m);
	item->range = range;
	item->words = words;
	return VB_OK;
}

/* The line behind the last of an item that begins at i. */
static size_t item_end(const struct metadata *m, size_t i)
{
	size_t j = i;

	while (j + 1 < m->head_end && j < i + 4) {
		const struct metadata_line *line = &m->lines.at[j];
		const struct metadata_line *next = &m->lines.at[j + 1];

		if (ends_with(line, ".;") || next->is_item ||
		    next->kind != METADATA_OTHER ||
		    next->size > METADATA_LINE_MAX ||
		    next->cell != line->cell || next->para > line->para + 1 ||
		    !begins_small(next))
			break;
		j++;
	}
	return j;
}

int metadata_read_to(struct metadata *m, size_t i, size_t *end)
{
	const struct metadata_line *line = &m->lines.at[i];
	size_t from, j = i + 1, last = i;
	bool is_list, goes_on;
	int code = VB_OK;

	m->tokens.n = 0;
	if (!tokens_split(&m->tokens, line->text, line->size) ||
	    m->tokens.n < 2)
		return metadata_no_memory(m);
	from = m->tokens.at[1].start + m->tokens.at[1].size;
	while (from < line->size && strchr(":. \t", line->text[from]))
		from++;
	is_list = from >= line->size || bullet_size(line->text + from, 1) > 0 ||
		  ends_with(line, ";");
	if (from < line->size) {
		last = item_end(m, i);
		code = add_addressee(m, i, from, last);
		j = last + 1;
	}
	goes_on = is_list;
	while (code == VB_OK && goes_on && j < m->head_end &&
	       m->addressees.n < TO_LINES) {
		const struct metadata_line *next = &m->lines.at[j];

		if (next->kind != METADATA_OTHER ||
		    (next->size > METADATA_LINE_MAX && !next->is_item))
			break;
		/* without bullets a list goes on by its ';' alone */
		if (!next->is_item && j > i + 1 && !next->is_piece &&
		    !ends_with(&m->lines.at[j - 1], ";,") && !next->cell)
			break;
		if (next->cell != m->lines.at[j - 1].cell && j > i + 1)
			break;
		last = item_end(m, j);
		code = add_addressee(m, j, 0, last);
		goes_on = !ends_with(&m->lines.at[last], ".") || next->cell;
		j = last + 1;
	}
	*end = j;
	return code;
}
