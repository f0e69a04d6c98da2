/* marks.c - see marks.h. */
#include "wml/marks.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* "vb_" + id and level + "__r4294967295" + "__z" fits 40 bytes. */
#define STEM_MAX 24

uint64_t mark_hash(const char *id, const char *level)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	const char *parts[2] = {id, level};
	size_t i;

	for (i = 0; i < 2; i++) {
		const char *p = parts[i];

		do {
			hash ^= (unsigned char)*p;
			hash *= UINT64_C(0x100000001b3);
		} while (*p++);
	}
	return hash & UINT64_C(0xffffffffffff);
}

void mark_bookmark(char out[MARK_BOOKMARK_MAX + 1], const char *id,
		   const char *level, unsigned row, bool is_last)
{
	size_t size = strlen("vb_") + strlen(id);
	int n;

	if (*level)
		size += strlen("__") + strlen(level);
	if (size > STEM_MAX)
		n = snprintf(out, MARK_BOOKMARK_MAX + 1, "vb_h%012" PRIx64,
			     mark_hash(id, level));
	else
		n = snprintf(out, MARK_BOOKMARK_MAX + 1, "vb_%s%s%s", id,
			     *level ? "__" : "", level);
	if (row)
		n += snprintf(out + n, MARK_BOOKMARK_MAX + 1 - (size_t)n,
			      "__r%u", row);
	if (is_last)
		snprintf(out + n, MARK_BOOKMARK_MAX + 1 - (size_t)n, "__z");
}

bool mark_is_word(const char *text, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++) {
		char c = text[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		      c == '_'))
			return false;
	}
	return size > 0;
}

static bool copy_word(char out[64], const char *text, size_t size)
{
	if (size >= 64 || !mark_is_word(text, size))
		return false;
	memcpy(out, text, size);
	out[size] = '\0';
	return true;
}

/* Decimal digits only, 1..999,999,999; 0 when not. */
static unsigned parse_number(const char *text, size_t size)
{
	unsigned value = 0;
	size_t i;

	if (size == 0 || size > 9)
		return 0;
	for (i = 0; i < size; i++) {
		if (text[i] < '0' || text[i] > '9')
			return 0;
		value = value * 10 + (unsigned)(text[i] - '0');
	}
	return value;
}

/* The piece after the last "__" before *end, or NULL. */
static const char *last_piece(const char *stem, const char *end)
{
	const char *p;

	for (p = end - 1; p > stem + 1; p--)
		if (p[-1] == '_' && p[-2] == '_')
			return p;
	return NULL;
}

static bool is_hash(const char *stem, const char *end)
{
	return end - stem == 13 && stem[0] == 'h' &&
	       strspn(stem + 1, "0123456789abcdef") >= 12;
}

bool mark_parse_bookmark(struct mark *out, const char *name)
{
	const char *stem = name + strlen("vb_");
	const char *end, *piece;

	memset(out, 0, sizeof(*out));
	if (strncmp(name, "vb_", 3) != 0)
		return false;
	end = stem + strlen(stem);
	piece = last_piece(stem, end);
	if (piece && end - piece == 1 && *piece == 'z') {
		out->is_last = true;
		end = piece - 2;
		piece = last_piece(stem, end);
	}
	if (piece && *piece == 'r' &&
	    parse_number(piece + 1, (size_t)(end - piece - 1))) {
		out->row = parse_number(piece + 1, (size_t)(end - piece - 1));
		end = piece - 2;
		piece = last_piece(stem, end);
	}
	if (is_hash(stem, end)) {
		out->is_hashed = true;
		return copy_word(out->id, stem + 1, 12);
	}
	if (piece) {
		if (!copy_word(out->level, piece, (size_t)(end - piece)))
			return false;
		end = piece - 2;
	}
	return copy_word(out->id, stem, (size_t)(end - stem));
}

bool mark_parse_tag(struct mark *out, const char *tag)
{
	size_t size = strcspn(tag, "|");
	const char *dot, *level;

	memset(out, 0, sizeof(*out));
	while (tag[size] && size > 0 && tag[size - 1] == ' ')
		size--;
	dot = memchr(tag, '.', size);
	level = dot ? dot + 1 : tag + size;
	if (dot && !copy_word(out->level, level, (size_t)(tag + size - level)))
		return false;
	return copy_word(out->id, tag, dot ? (size_t)(dot - tag) : size);
}

/* Skips "/PREFIX:NAME" or "/NAME" and an optional "[1]". */
static const char *skip_step(const char *p, const char *name, bool index)
{
	const char *colon;
	size_t size = strlen(name);

	if (*p != '/')
		return NULL;
	p++;
	colon = strpbrk(p, ":/[");
	if (colon && *colon == ':')
		p = colon + 1;
	if (strncmp(p, name, size) != 0)
		return NULL;
	p += size;
	if (index && strncmp(p, "[1]", 3) == 0)
		p += 3;
	return p;
}

unsigned mark_parse_binding(const char *xpath)
{
	const char *p = skip_step(xpath, "report", true);

	if (p)
		p = skip_step(p, "shown", true);
	if (p)
		p = skip_step(p, "f", false);
	if (!p || *p != '[' || !strchr(p, ']') || strchr(p, ']')[1])
		return 0;
	return parse_number(p + 1, (size_t)(strchr(p, ']') - p - 1));
}

void mark_digest_add(char out[DIGEST_SIZE], const char *name,
		     const char *digest)
{
	char before[DIGEST_SIZE];
	const struct digest_piece pieces[] = {
		{before, sizeof(before) - 1},
		{name, strlen(name) + 1},
		{digest, strlen(digest)},
	};

	memcpy(before, out, sizeof(before));
	digest_hex(out, pieces, sizeof(pieces) / sizeof(*pieces));
}
