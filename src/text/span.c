/* span.c - see span.h. */
#include "text/span.h"

#include "text/utf8.h"

#include <string.h>

bool text_is_space(uint32_t c)
{
	return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 ||
	       c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
	       c == 0x3000;
}

bool text_is_zero_width(uint32_t c)
{
	return (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

static bool is_blank(uint32_t c)
{
	return text_is_space(c) || text_is_zero_width(c);
}

unsigned text_leader_weight(uint32_t c)
{
	switch (c) {
	case 0x2025:
	case 0x2026:
		return 2;
	case '.':
	case '_':
	case 0xb7:
	case 0x2024:
		return 1;
	default:
		return 0;
	}
}

/* The code point that ends at `end`, which must be above 0; `*at` is where
 * it begins. */
static uint32_t before(const char *text, size_t end, size_t *at)
{
	for (size_t n = 4; n > 1; n--) {
		size_t pos = end - n;
		uint32_t c;

		if (n > end)
			continue;
		c = utf8_next(text, end, &pos);
		if (pos == end) {
			*at = end - n;
			return c;
		}
	}
	*at = end - 1;
	return (unsigned char)text[end - 1] < 0x80
		       ? (unsigned char)text[end - 1]
		       : UTF8_REPLACEMENT;
}

static bool is_graphic(char c)
{
	return c > 0x20 && c < 0x7f;
}

struct text_span text_trim(const char *text, size_t size)
{
	size_t start = 0, next = 0, end = size;

	/* most values: a letter or digit of ASCII at both ends */
	if (size == 0 || (is_graphic(text[0]) && is_graphic(text[size - 1])))
		return (struct text_span){text, size};
	while (start < size) {
		if (!is_blank(utf8_next(text, size, &next)))
			break;
		start = next;
	}
	while (end > start) {
		if (!is_blank(before(text, end, &next)))
			break;
		end = next;
	}
	return (struct text_span){text + start, end - start};
}

bool text_is_leader(const char *text, size_t size)
{
	struct text_span s = text_trim(text, size);
	size_t at = 0;

	if (s.size >= 2 && ((s.at[0] == '(' && s.at[s.size - 1] == ')') ||
			    (s.at[0] == '[' && s.at[s.size - 1] == ']'))) {
		s.at++;
		s.size -= 2;
	}
	while (at < s.size) {
		uint32_t c = utf8_next(s.at, s.size, &at);

		if (!is_blank(c) && text_leader_weight(c) == 0)
			return false;
	}
	return true;
}

size_t text_dash_size(const char *text, size_t size)
{
	if (size > 0 && text[0] == '-')
		return 1;
	return size >= 3 && (memcmp(text, "\xe2\x80\x93", 3) == 0 ||
			     memcmp(text, "\xe2\x80\x94", 3) == 0)
		       ? 3
		       : 0;
}

struct text_span text_strip_leader(const char *text, size_t size)
{
	size_t start = 0, next = 0, end = size;
	unsigned weight = 0;
	uint32_t c;

	if (text_is_leader(text, size))
		return (struct text_span){text, 0};
	for (; start < size; start = next) {
		c = utf8_next(text, size, &next);
		if (!is_blank(c) && text_leader_weight(c) == 0)
			break;
		weight += text_leader_weight(c);
	}
	if (weight < 2)
		start = 0;
	weight = 0;
	for (; end > start; end = next) {
		c = before(text, end, &next);
		if (!is_blank(c) && text_leader_weight(c) == 0)
			break;
		weight += text_leader_weight(c);
	}
	if (weight < 2)
		end = size;
	return text_trim(text + start, end - start);
}
