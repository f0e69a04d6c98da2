/* msg.c - see msg.h. */
#include "cli/msg.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The language and whether a bar stands on the terminal: of the process. */
static bool is_vietnamese;
static bool has_bar;

void msg_init(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (!value || !*value)
			continue;
		is_vietnamese = strncmp(value, "vi", 2) == 0 &&
				!isalpha((unsigned char)value[2]);
		return;
	}
}

const char *msg_tr(const char *en, const char *vi)
{
	return is_vietnamese ? vi : en;
}

void msg_bar(const char *line)
{
	if (has_bar || *line)
		fprintf(stderr, "\r\033[K%s", line);
	fflush(stderr);
	has_bar = *line != '\0';
}

void msg_say(const char *fmt, ...)
{
	va_list ap;

	msg_bar("");
	fputs("vanban: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}

void msg_usage(const char *command, const char *fmt, ...)
{
	va_list ap;

	msg_bar("");
	fprintf(stderr, "vanban%s%s: ", command ? " " : "",
		command ? command : "");
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fprintf(stderr, "\n%s 'vanban %s%s--help'\n", msg_tr("try", "xem"),
		command ? command : "", command ? " " : "");
}

/* Words of a file or a document: C0, DEL and C1 (U+0080..U+009F, in UTF-8
 * the byte C2 and a byte below A0) may be terminal commands. */
static void put(const char *words)
{
	const unsigned char *p = (const unsigned char *)words;

	for (; *p; p++) {
		if (p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0) {
			fputc('?', stderr);
			p++;
		} else {
			fputc(*p < 0x20 || *p == 0x7f ? '?' : *p, stderr);
		}
	}
}

static const char *severity_word(enum vb_severity severity)
{
	switch (severity) {
	case VB_NOTE:
		return msg_tr("note", "ghi chú");
	case VB_WARNING:
		return msg_tr("warning", "cảnh báo");
	case VB_SEVERE:
		break;
	}
	return msg_tr("error", "lỗi");
}

/* "code" as an id: the name in lower case with a dash for underscores. */
static const char *code_id(enum vb_code code)
{
	static const char *const ids[] = {
#define CODE_ID(name, text) #name,
		VB_CODES(CODE_ID)
#undef CODE_ID
	};

	return ids[code];
}

static void put_code(enum vb_code code)
{
	const char *p;

	fputs(" [", stderr);
	for (p = code_id(code); *p; p++)
		fputc(tolower((unsigned char)*p), stderr);
	fputs("]\n", stderr);
}

/* The digits at *p, passed over; their number. */
static int digits(const char **p)
{
	int n = (int)strspn(*p, "0123456789");

	*p += n;
	return n;
}

/* "line 3" and "line 3, column 7" go into the file's name: FILE:3:7. */
static bool put_line(const char *where)
{
	static const char column_word[] = ", column ";
	const char *line = where + 5, *column, *p = line;
	int n, m = 0;

	if (strncmp(where, "line ", 5) != 0)
		return false;
	n = digits(&p);
	column = p + sizeof(column_word) - 1;
	if (strncmp(p, column_word, sizeof(column_word) - 1) == 0) {
		p = column;
		m = digits(&p);
	}
	if (n == 0 || *p)
		return false;
	fprintf(stderr, ":%.*s", n, line);
	if (m > 0)
		fprintf(stderr, ":%.*s", m, column);
	return true;
}

void msg_error(const struct vb_error *err, const char *file)
{
	msg_bar("");
	if (err->file[0])
		file = err->file;
	put(file && *file ? file : "vanban");
	if (err->part[0]) {
		fputc(':', stderr);
		put(err->part);
	}
	if (err->where[0] && !put_line(err->where)) {
		fputs(": ", stderr);
		put(err->where);
	}
	fprintf(stderr, ": %s: ", severity_word(VB_SEVERE));
	put(err->text[0] ? err->text : vb_code_text(err->code));
	put_code(err->code);
}

void msg_error_output(const struct vb_error *err, const char *path)
{
	struct vb_error named = *err;

	if (strcmp(named.file[0] ? named.file : path, "-") == 0)
		snprintf(named.file, sizeof(named.file), "%s",
			 msg_tr("standard output", "đầu ra chuẩn"));
	msg_error(&named, path);
}

static void put_number(const char **between, const char *word, int number)
{
	if (number <= 0)
		return;
	fprintf(stderr, "%s%s %d", *between, word, number);
	*between = " ";
}

static void put_words(const char **between, const char *word, const char *words)
{
	if (!words || !*words)
		return;
	fprintf(stderr, "%s%s \"", *between, word);
	put(words);
	fputc('"', stderr);
	*between = ", ";
}

static void put_place(const struct vb_place *place)
{
	const char *between = ": ";

	put_number(&between, msg_tr("paragraph", "đoạn"), place->paragraph);
	if (place->paragraph > 0)
		between = ", ";
	put_number(&between, msg_tr("table", "bảng"), place->table);
	put_number(&between, msg_tr("row", "hàng"), place->row);
	put_number(&between, msg_tr("column", "cột"), place->column);
	between = " (";
	put_words(&between, msg_tr("heading", "mục"), place->heading);
	put_words(&between, msg_tr("near", "gần"), place->near);
	if (between[0] == ',')
		fputc(')', stderr);
}

void msg_finding(const struct vb_finding *finding)
{
	const struct vb_place *place = &finding->place;

	msg_bar("");
	put(place->file && *place->file ? place->file : "vanban");
	if (place->part && *place->part) {
		fputc(':', stderr);
		put(place->part);
	}
	if (place->line > 0)
		fprintf(stderr, ":%d", place->line);
	put_place(place);
	fprintf(stderr, ": %s: ", severity_word(finding->severity));
	put(finding->message);
	fprintf(stderr, " [%s]\n", finding->rule);
}

/* FNV-1a of file and sentence; as much of the sentence as an error holds. */
static unsigned long hash(const char *file, const char *text)
{
	unsigned long h = 2166136261UL;
	size_t i;

	for (i = 0; file && file[i]; i++)
		h = (h ^ (unsigned char)file[i]) * 16777619UL;
	for (i = 0; i < sizeof(((struct vb_error *)0)->text) - 8 && text[i];
	     i++)
		h = (h ^ (unsigned char)text[i]) * 16777619UL;
	return h;
}

void msg_error_once(const struct vb_error *err, const char *file,
		    const struct msg_tally *tally)
{
	unsigned long h = hash(err->file[0] ? err->file : file, err->text);
	size_t i;

	for (i = 0; i < MSG_RECENT; i++)
		if (tally->recent[i] == h)
			return;
	msg_error(err, file);
}

static void take(void *payload, const struct vb_finding *finding)
{
	struct msg_tally *tally = payload;

	switch (finding->severity) {
	case VB_NOTE:
		tally->notes++;
		break;
	case VB_WARNING:
		tally->warnings++;
		break;
	case VB_SEVERE:
		tally->recent[tally->severe++ % MSG_RECENT] =
			hash(finding->place.file, finding->message);
		break;
	}
	msg_finding(finding);
}

struct vb_sink msg_sink(struct msg_tally *tally)
{
	struct vb_sink sink = {take, tally};

	return sink;
}

bool msg_has_findings(const struct msg_tally *tally)
{
	return tally->severe > 0 || tally->warnings > 0;
}
