/* name.c - names in tags: "id", "id.level", "a.b.c", ".", "-first". */
#include "fill/compile.h"

#include "text/span.h"
#include "text/utf8.h"
#include "wml/marks.h"

#include <stdio.h>
#include <string.h>

/* The bytes of a dash at the start, 0 when there is none. Word turns "-" into
 * an en dash as people type. */
static size_t dash_size(struct text_span text)
{
	size_t at = 0;
	uint32_t c = text.size ? utf8_next(text.at, text.size, &at) : 0;

	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? at : 0;
}

static bool parse_special(struct name *out, struct text_span text)
{
	static const struct {
		const char *word;
		enum name_kind kind;
	} NAMES[] = {{"first", NAME_FIRST},
		     {"last", NAME_LAST},
		     {"index", NAME_INDEX}};
	size_t dash = dash_size(text), i;

	for (i = 0; dash && i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
		if (strlen(NAMES[i].word) != text.size - dash ||
		    memcmp(NAMES[i].word, text.at + dash, text.size - dash) !=
			    0)
			continue;
		out->kind = NAMES[i].kind;
		snprintf(out->id, sizeof(out->id), "-%s", NAMES[i].word);
		return true;
	}
	if (text.size != 1 || *text.at != '.')
		return false;
	out->kind = NAME_THIS;
	snprintf(out->id, sizeof(out->id), ".");
	return true;
}

/* Every name between the dots is a word; the third and the later ones are
 * kept together. */
static bool parse_words(struct name *out, struct text_span text)
{
	const char *end = text.at + text.size;
	const char *at = text.at;
	size_t n;

	for (n = 0;; n++) {
		const char *dot = memchr(at, '.', (size_t)(end - at));
		size_t size = (size_t)((dot ? dot : end) - at);

		if (size >= FORM_ID_MAX || !mark_is_word(at, size))
			return false;
		if (n < 2)
			memcpy(n ? out->level : out->id, at, size);
		else if (n == 2 && end - at >= FORM_ID_MAX)
			return false;
		else if (n == 2)
			memcpy(out->rest, at, (size_t)(end - at));
		if (!dot)
			break;
		at = dot + 1;
	}
	return true;
}

bool name_parse(struct name *out, const char *text, size_t size)
{
	struct text_span trimmed = text_trim(text, size);

	memset(out, 0, sizeof(*out));
	return trimmed.size &&
	       (parse_special(out, trimmed) || parse_words(out, trimmed));
}

void name_print(char out[NAME_TEXT_MAX], const struct name *name)
{
	snprintf(out, NAME_TEXT_MAX, "%s%s%s%s%s", name->id,
		 name->level[0] ? "." : "", name->level,
		 name->rest[0] ? "." : "", name->rest);
}

bool name_equal(const struct name *a, const struct name *b)
{
	return strcmp(a->id, b->id) == 0 && strcmp(a->level, b->level) == 0 &&
	       strcmp(a->rest, b->rest) == 0;
}
