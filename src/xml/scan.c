/* scan.c - see xmlscan.h. */
#include "xml/scan.h"

#include "util/err.h"

#include <stdbool.h>
#include <string.h>

/* Bytes as ASCII characters: of UTF-16 every second one. */
struct scan {
	const unsigned char *at;
	size_t n;	  /* characters */
	size_t step, low; /* bytes of a character, the one that counts */
};

/* A character that is not ASCII is none of those looked for. */
static char peek(const struct scan *scan, size_t i)
{
	const unsigned char *c = scan->at + i * scan->step;

	if (scan->step == 2 && c[1 - scan->low])
		return 'x';
	return (char)c[scan->low];
}

static bool is_at(const struct scan *scan, size_t i, const char *text)
{
	size_t k;

	for (k = 0; text[k]; k++)
		if (i + k >= scan->n || peek(scan, i + k) != text[k])
			return false;
	return true;
}

/* Behind the next `text`, or at the end. */
static size_t skip_to(const struct scan *scan, size_t i, const char *text)
{
	while (i < scan->n && !is_at(scan, i, text))
		i++;
	return i + strlen(text) < scan->n ? i + strlen(text) : scan->n;
}

/* From behind '<' to behind '>'; `*n` counts the attributes. */
static size_t skip_tag(const struct scan *scan, size_t i, size_t *n)
{
	char quote = '\0', c;

	for (*n = 0; i < scan->n; i++) {
		c = peek(scan, i);
		if (quote) {
			if (c == quote)
				quote = '\0';
			continue;
		}
		if (c == '>')
			return i + 1;
		if (c == '"' || c == '\'')
			quote = c;
		else if (c == '=' && ++*n > XMLSCAN_ATTRS_MAX)
			return i;
	}
	return i;
}

static size_t skip_markup(const struct scan *scan, size_t i, size_t *n)
{
	char next = i + 1 < scan->n ? peek(scan, i + 1) : '\0';

	*n = 0;
	if (next != '!' && next != '?')
		return skip_tag(scan, i + 1, n);
	if (is_at(scan, i, "<!--"))
		return skip_to(scan, i + 4, "-->");
	if (is_at(scan, i, "<![CDATA["))
		return skip_to(scan, i + 9, "]]>");
	if (is_at(scan, i, "<?"))
		return skip_to(scan, i + 2, "?>");
	return skip_tag(scan, i + 1, n);
}

static unsigned line_of(const struct scan *scan, size_t end)
{
	unsigned line = 1;
	size_t i;

	for (i = 0; i < end; i++)
		line += peek(scan, i) == '\n';
	return line;
}

static void choose_width(struct scan *scan, const unsigned char *xml,
			 size_t size)
{
	bool big = size > 1 && (memcmp(xml, "\xfe\xff", 2) == 0 ||
				memcmp(xml, "\0<", 2) == 0);
	bool little = size > 1 && (memcmp(xml, "\xff\xfe", 2) == 0 ||
				   memcmp(xml, "<\0", 2) == 0);

	scan->at = xml;
	scan->step = big || little ? 2 : 1;
	scan->low = big ? 1 : 0;
	scan->n = size / scan->step;
	if (size > 1 && (memcmp(xml, "\xfe\xff", 2) == 0 ||
			 memcmp(xml, "\xff\xfe", 2) == 0)) {
		scan->at += 2;
		scan->n--;
	}
	if (size > 2 && memcmp(xml, "\xef\xbb\xbf", 3) == 0) {
		scan->at += 3;
		scan->n -= 3;
	}
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The declared encoding is one whose markup was seen as it is. */
static bool is_known(const struct scan *scan)
{
	size_t end, i, k;

	if (!is_at(scan, 0, "<?xml"))
		return scan->n == 0 || peek(scan, 0) == '<' ||
		       memchr(" \t\r\n", peek(scan, 0), 4);
	end = skip_to(scan, 0, "?>");
	i = skip_to(scan, 0, "encoding");
	if (i >= end)
		return true;
	while (i < end && memchr(" \t\r\n=\"'", peek(scan, i), 7))
		i++;
	for (k = 0; k < 3; k++)
		if (i + k >= end || lower(peek(scan, i + k)) != "utf"[k])
			return is_at(scan, i, "US-ASCII");
	i += i + 3 < end && peek(scan, i + 3) == '-' ? 4 : 3;
	return is_at(scan, i, "16") || is_at(scan, i, "8");
}

int xmlscan_part(const void *xml, size_t size, struct vb_error *err)
{
	struct scan scan;

	choose_width(&scan, xml, size);
	if (!is_known(&scan))
		return err_set(err, VB_XML,
			       "the encoding is not UTF-8 or UTF-16");
	return xmlscan_tags(xml, size, err);
}

/* '<' is no character of a tag (XML 1.0 2.3, AttValue), so that a tag with
 * too many attributes needs this many bytes without one: a=''. */
#define LONG_TAG ((size_t)4 * (XMLSCAN_ATTRS_MAX + 1))

/* Equal signs from `at` to the next '<', up to `end`. */
static size_t count_equals(const unsigned char *at, const unsigned char *end)
{
	const unsigned char *next = memchr(at, '<', (size_t)(end - at));
	size_t n = 0;

	if (next)
		end = next;
	for (; at < end; at++)
		n += *at == '=';
	return n;
}

/* False when no tag can have too many: looked at in strides from one '<' back
 * to another, this costs next to nothing. */
static bool may_be_long(const struct scan *scan)
{
	const unsigned char *at = scan->at, *end = at + scan->n, *back;

	while (scan->step == 1 && (size_t)(end - at) > LONG_TAG) {
		for (back = at + LONG_TAG; back > at && *back != '<'; back--)
			continue;
		if (back > at) {
			at = back;
			continue;
		}
		if (count_equals(at + 1, end) > XMLSCAN_ATTRS_MAX)
			return true;
		at = memchr(at + 1, '<', (size_t)(end - at - 1));
		if (!at)
			return false;
	}
	return scan->step != 1;
}

int xmlscan_tags(const void *xml, size_t size, struct vb_error *err)
{
	struct scan scan;
	size_t i = 0, n;

	choose_width(&scan, xml, size);
	if (!may_be_long(&scan))
		return VB_OK;
	while (i < scan.n) {
		if (scan.step == 1) {
			const unsigned char *next = memchr(scan.at + i, '<',
							   scan.n - i);

			if (!next)
				break;
			i = (size_t)(next - scan.at);
		} else if (peek(&scan, i) != '<') {
			i++;
			continue;
		}
		i = skip_markup(&scan, i, &n);
		if (n <= XMLSCAN_ATTRS_MAX)
			continue;
		err_where(err, "line %u", line_of(&scan, i));
		return err_set(err, VB_LIMIT, "more than %d attributes",
			       XMLSCAN_ATTRS_MAX);
	}
	return VB_OK;
}
