/* dockind.c - see dockind.h. */
#include "text/dockind.h"

#include "text/token.h"
#include "text/span.h"

#include <string.h>

/* ND 30/2020, Phu luc III, and the kinds of the law on legal documents. */
static const struct dockind kinds[] = {
	{"NQ", "nghị quyết"},
	{"QĐ", "quyết định"},
	{"CT", "chỉ thị"},
	{"QC", "quy chế"},
	{"QyĐ", "quy định"},
	{"TC", "thông cáo"},
	{"TB", "thông báo"},
	{"HD", "hướng dẫn"},
	{"CTr", "chương trình"},
	{"KH", "kế hoạch"},
	{"PA", "phương án"},
	{"ĐA", "đề án"},
	{"DA", "dự án"},
	{"BC", "báo cáo"},
	{"BB", "biên bản"},
	{"TTr", "tờ trình"},
	{"HĐ", "hợp đồng"},
	{"CĐ", "công điện"},
	{"BGN", "bản ghi nhớ"},
	{"BTT", "bản thỏa thuận"},
	{"GUQ", "giấy ủy quyền"},
	{"GM", "giấy mời"},
	{"GGT", "giấy giới thiệu"},
	{"GNP", "giấy nghỉ phép"},
	{"PG", "phiếu gửi"},
	{"PC", "phiếu chuyển"},
	{"PB", "phiếu báo"},
	{"NĐ", "nghị định"},
	{"TT", "thông tư"},
	{"TTLT", "thông tư liên tịch"},
	{"L", "luật"},
	{"PL", "pháp lệnh"},
	{"VBHN", "văn bản hợp nhất"},
};

enum {
	KINDS = sizeof(kinds) / sizeof(*kinds)
};

/* Bytes of a name's start that are compared: longer than any name. */
#define NAME_LOOK 80

static bool is_end(char c)
{
	return c == '-' || c == '/' || c == ' ' || c == '\xe2';
}

/* The first piece of the notation that is letters, not digits. */
static struct text_span first_piece(const char *text, size_t size)
{
	size_t at = 0, end;

	for (;;) {
		while (at < size && (is_end(text[at]) || text[at] == '\xc2'))
			at++;
		for (end = at; end < size && !is_end(text[end]);)
			end++;
		if (end == at || text[at] < '0' || text[at] > '9')
			return (struct text_span){text + at, end - at};
		at = end;
	}
}

const struct dockind *dockind_of(const char *number, size_t size)
{
	struct text_span piece = first_piece(number, size);
	size_t i;

	for (i = 0; i < KINDS; i++)
		if (strlen(kinds[i].abbreviation) == piece.size &&
		    memcmp(kinds[i].abbreviation, piece.at, piece.size) == 0)
			return &kinds[i];
	return NULL;
}

const struct dockind *dockind_named(const char *text, size_t size)
{
	char start[NAME_LOOK], name[NAME_LOOK];
	const struct dockind *best = NULL;
	size_t longest = 0, i, n,
	       m = text_bare(start, sizeof(start), text, size);

	for (i = 0; i < KINDS; i++) {
		n = text_bare(name, sizeof(name), kinds[i].name,
			      strlen(kinds[i].name));
		if (n > longest && n <= m && memcmp(start, name, n) == 0 &&
		    (n == m || start[n] == ' ')) {
			best = &kinds[i];
			longest = n;
		}
	}
	return best;
}
