/* csv.c - see csv.h. */
#include "form/csv.h"

#include <string.h>

char csv_separator(const char *text, size_t size)
{
	static const char marks[] = ",;\t";
	size_t counts[sizeof(marks) - 1] = {0};
	bool quoted = false;
	size_t i, best = 0;

	for (i = 0;
	     i < size && (quoted || (text[i] != '\n' && text[i] != '\r'));
	     i++) {
		const char *mark = memchr(marks, text[i], sizeof(marks) - 1);

		if (text[i] == '"')
			quoted = !quoted;
		else if (mark && !quoted)
			counts[mark - marks]++;
	}
	for (i = 1; i < sizeof(marks) - 1; i++)
		if (counts[i] > counts[best])
			best = i;
	return marks[best];
}

bool csv_at_end(const struct csv *csv)
{
	return csv->pos >= csv->size;
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Steps over CR, LF or CR LF. */
static void skip_break(struct csv *csv)
{
	if (csv->text[csv->pos] == '\r' && csv->pos + 1 < csv->size &&
	    csv->text[csv->pos + 1] == '\n')
		csv->pos++;
	csv->pos++;
	csv->line++;
}

static bool read_quoted(struct csv *csv, struct buf *cell)
{
	csv->pos++;
	while (csv->pos < csv->size) {
		size_t start = csv->pos;

		while (csv->pos < csv->size && csv->text[csv->pos] != '"' &&
		       !is_break(csv->text[csv->pos]))
			csv->pos++;
		buf_add(cell, csv->text + start, csv->pos - start);
		if (csv->pos == csv->size)
			break;
		if (is_break(csv->text[csv->pos])) {
			buf_addc(cell, '\n');
			skip_break(csv);
			continue;
		}
		csv->pos++;
		if (csv->pos == csv->size || csv->text[csv->pos] != '"')
			return true;
		buf_addc(cell, '"');
		csv->pos++;
	}
	return false;
}

static void read_bare(struct csv *csv, struct buf *cell)
{
	size_t start = csv->pos;

	while (csv->pos < csv->size && csv->text[csv->pos] != csv->separator &&
	       !is_break(csv->text[csv->pos]))
		csv->pos++;
	buf_add(cell, csv->text + start, csv->pos - start);
}

enum csv_end csv_next(struct csv *csv, struct buf *cell, const char **fault)
{
	buf_clear(cell);
	if (csv->pos < csv->size && csv->text[csv->pos] == '"') {
		if (!read_quoted(csv, cell)) {
			*fault = "the quote is never closed";
			return CSV_BROKEN;
		}
	} else {
		read_bare(csv, cell);
	}
	if (csv->pos == csv->size)
		return CSV_ROW;
	if (csv->text[csv->pos] == csv->separator) {
		csv->pos++;
		csv->column++;
		return CSV_CELL;
	}
	if (!is_break(csv->text[csv->pos])) {
		*fault = "words follow the closing quote";
		return CSV_BROKEN;
	}
	skip_break(csv);
	csv->column = 1;
	return CSV_ROW;
}
