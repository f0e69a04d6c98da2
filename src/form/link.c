/* link.c - see link.h. */
#include "form/link.h"

#include <string.h>

enum {
	LINK_PORT_MAX = 65535
};

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

static char lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* The bytes of a scheme with what ends it, 0 for another one. */
static size_t begins(const char *address, size_t size, const char *scheme)
{
	size_t n = strlen(scheme), i;

	if (size < n)
		return 0;
	for (i = 0; i < n; i++)
		if (lower(address[i]) != scheme[i])
			return 0;
	return n;
}

static size_t web_scheme(const char *address, size_t size)
{
	size_t n = begins(address, size, "http://");

	return n ? n : begins(address, size, "https://");
}

/* Where the host and its port end. */
static size_t host_end(const char *address, size_t size, size_t from)
{
	size_t i;

	for (i = from; i < size; i++)
		if (strchr("/?#", address[i]))
			break;
	return i;
}

/* ":8080" or nothing. */
static bool is_port(const char *at, size_t size)
{
	unsigned long port = 0;
	size_t i;

	if (size == 0)
		return true;
	if (size < 2 || size > 6 || at[0] != ':')
		return false;
	for (i = 1; i < size; i++) {
		if (at[i] < '0' || at[i] > '9')
			return false;
		port = port * 10 + (unsigned long)(at[i] - '0');
	}
	return port <= LINK_PORT_MAX;
}

/* Labels of letters, digits, '-' and '_', none of them empty. */
static bool is_host(const char *at, size_t size)
{
	size_t i;

	for (i = 0; i < size && (is_alnum(at[i]) || strchr("-_.", at[i])); i++)
		if (at[i] == '.' && (i == 0 || at[i - 1] == '.'))
			return false;
	return i > 0 && is_port(at + i, size - i);
}

static bool is_mail(const char *at, size_t size)
{
	const char *sign = size ? memchr(at, '@', size) : NULL;

	return sign && sign > at && sign + 1 < at + size;
}

/* The characters of ASCII that RFC 3986 leaves out. */
static bool is_forbidden(unsigned char c)
{
	return c <= 0x20 || c == 0x7f || strchr("\"<>\\^`{|}", (char)c);
}

static bool has_forbidden(const char *address, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (is_forbidden((unsigned char)address[i]))
			return true;
	return false;
}

const char *link_fault(const char *address, size_t size)
{
	size_t n = web_scheme(address, size), end;

	if (size > LINK_MAX)
		return "is too long";
	if (!n) {
		n = begins(address, size, "mailto:");
		if (!n)
			return "is not of http, https or mailto";
		if (!is_mail(address + n, size - n))
			return "names nobody at a host";
	} else {
		end = host_end(address, size, n);
		if (!is_host(address + n, end - n))
			return "has no host that the network knows";
	}
	if (has_forbidden(address, size))
		return "holds a character that no address has";
	return NULL;
}

const char *link_ascii(struct arena *arena, const char *address, size_t size)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = arena_alloc(arena, size * 3 + 1), *at = out;
	size_t i;

	if (!out)
		return NULL;
	for (i = 0; i < size; i++) {
		unsigned char c = (unsigned char)address[i];

		if (c < 0x80 && !is_forbidden(c)) {
			*at++ = (char)c;
			continue;
		}
		*at++ = '%';
		*at++ = hex[c >> 4];
		*at++ = hex[c & 15];
	}
	*at = '\0';
	return out;
}

static bool same_lower(const char *a, const char *b, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (lower(a[i]) != lower(b[i]))
			return false;
	return true;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte at `*at`, also when it is written %XX. */
static unsigned char next_byte(const char **at)
{
	const char *p = *at;

	if (p[0] == '%' && hex_digit(p[1]) >= 0 && hex_digit(p[2]) >= 0) {
		*at = p + 3;
		return (unsigned char)(hex_digit(p[1]) * 16 + hex_digit(p[2]));
	}
	*at = p + 1;
	return (unsigned char)p[0];
}

static bool same_rest(const char *a, const char *b)
{
	while (*a && *b)
		if (next_byte(&a) != next_byte(&b))
			return false;
	return *a == *b;
}

bool link_same(const char *a, const char *b)
{
	size_t na = strlen(a), nb = strlen(b);
	size_t at = web_scheme(a, na), host;

	if (!at) {
		at = begins(a, na, "mailto:");
		return at && at == begins(b, nb, "mailto:") &&
		       same_rest(a + at, b + at);
	}
	host = host_end(a, na, at);
	if (at != web_scheme(b, nb) || host != host_end(b, nb, at) ||
	    !same_lower(a, b, host))
		return false;
	a += host;
	b += host;
	if (*a == '/' && *b != '/')
		a++;
	else if (*b == '/' && *a != '/')
		b++;
	return same_rest(a, b);
}
