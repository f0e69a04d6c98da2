/* casing.c - see casing.h. */
#include "text/casing.h"

#include "text/norm.h"
#include "text/utf8.h"

#include <utf8proc.h>

enum how {
	UPPER,
	LOWER,
	CAPITAL,
	TITLE
};

static bool is_letter(uint32_t c)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);

	return category == UTF8PROC_CATEGORY_LU ||
	       category == UTF8PROC_CATEGORY_LL ||
	       category == UTF8PROC_CATEGORY_LT ||
	       category == UTF8PROC_CATEGORY_LM ||
	       category == UTF8PROC_CATEGORY_LO;
}

/* Belongs to a word: a mark or figure does not start another. */
static bool is_inside(uint32_t c)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);

	return is_letter(c) || category == UTF8PROC_CATEGORY_MN ||
	       category == UTF8PROC_CATEGORY_ND || c == '\'' || c == 0x2019;
}

static uint32_t large(uint32_t c)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

static uint32_t little(uint32_t c)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

static void change(struct buf *out, const char *text, size_t size, enum how how)
{
	bool in_word = false;
	size_t at = 0;

	while (at < size) {
		size_t start = at;
		uint32_t c = utf8_next(text, size, &at), to = c;
		bool is_first = is_letter(c) && !in_word;

		if (how == UPPER || (how != LOWER && is_first))
			to = large(c);
		else if (how == LOWER || (how == TITLE && is_letter(c)))
			to = little(c);
		if (to == c)
			buf_add(out, text + start, at - start);
		else
			utf8_put(out, to);
		in_word = how == CAPITAL ? in_word || is_letter(c)
					 : is_inside(c);
	}
}

/* Composes first: a letter and its marks are one. */
static void change_nfc(struct buf *out, const char *text, size_t size,
		       enum how how)
{
	struct buf nfc = BUF_INIT;

	if (text_is_nfc(text, size)) {
		change(out, text, size, how);
		return;
	}
	text_nfc(&nfc, text, size);
	if (buf_ok(&nfc))
		change(out, buf_cstr(&nfc), nfc.size, how);
	else
		out->failed = true;
	buf_release(&nfc);
}

void casing_upper(struct buf *out, const char *text, size_t size)
{
	change_nfc(out, text, size, UPPER);
}

void casing_lower(struct buf *out, const char *text, size_t size)
{
	change_nfc(out, text, size, LOWER);
}

void casing_capital(struct buf *out, const char *text, size_t size)
{
	change_nfc(out, text, size, CAPITAL);
}

void casing_title(struct buf *out, const char *text, size_t size)
{
	change_nfc(out, text, size, TITLE);
}
