/*
 * tags.c - the grammar of text tags: that of Mustache 1.4, less what has no
 * sense in a signed page, and without code.
 *
 *	{{id}} {{id.level}} {{a.b.c}} {{.}}      a value
 *	{{#x}} .. {{/x}}   {{^x}} .. {{/x}}      a section, and where there is
 *	{{#x}} .. {{^}} .. {{/x}}                none
 *	{{#-first}} {{#-last}} {{-index}}        of the row in hand
 *	{{! words}}                              nothing
 *	{{=<% %>=}}                              other marks, to the part's end
 *	{{x|filter}} {{#x|columns}}
 *	{{> file.docx}}                          another document (partials.h)
 *
 * No quotes: what Word makes of them never matters.
 */
#include "fill/lexer.h"

#include "fill/filters.h"
#include "text/utf8.h"
#include "util/err.h"

#include <stdio.h>
#include <string.h>

/* Sigils of Mustache, and of what some dialects add. */
#define SIGILS "#^/!=>&{$<"
/* Those that leave nothing where they stand. */
#define QUIET  "#^/!="
#define SILENT "!="
/* Bytes of a tag that are shown in a fault. */
#define SHOWN_MAX 40

void tags_default(struct delims *delims)
{
	snprintf(delims->open, sizeof(delims->open), "{{");
	snprintf(delims->close, sizeof(delims->close), "}}");
}

static int shown(const struct text_span *text)
{
	size_t size = text->size;

	if (size <= SHOWN_MAX)
		return (int)size;
	size = SHOWN_MAX;
	while (size && ((unsigned char)text->at[size] & 0xc0) == 0x80)
		size--;
	return (int)size;
}

/* The next word of text; size 0 at its end. */
static struct text_span next_word(struct text_span *text)
{
	struct text_span word;
	size_t size = 0;

	*text = text_trim(text->at, text->size);
	word.at = text->at;
	while (size < text->size) {
		size_t next = size;

		if (text_is_space(utf8_next(text->at, text->size, &next)))
			break;
		size = next;
	}
	word.size = size;
	text->at += size;
	text->size -= size;
	return word;
}

static bool set_delim(char out[FILL_DELIM_MAX + 1], struct text_span word)
{
	if (word.size == 0 || word.size > FILL_DELIM_MAX ||
	    memchr(word.at, '=', word.size))
		return false;
	memcpy(out, word.at, word.size);
	out[word.size] = '\0';
	return true;
}

static void set_delims(struct compiler *c, const struct tag *tag,
		       const xmlNode *at)
{
	struct text_span rest = tag->inner;
	struct delims delims = {"", ""};

	if (set_delim(delims.open, next_word(&rest)) &&
	    set_delim(delims.close, next_word(&rest)) &&
	    next_word(&rest).size == 0) {
		c->delims = delims;
		return;
	}
	faults_add(c, "bad-tag", VB_SEVERE, at, NULL,
		   "'{{=%.*s=}}' must name two marks of at most %d bytes "
		   "without '=', as '{{=<%% %%>=}}' does",
		   shown(&tag->inner), tag->inner.at, FILL_DELIM_MAX);
}

/* Where the words of a tag that begin at `inner` end; NULL when they do not.
 * The length of what ends them is in *size. */
static const char *find_close(const struct compiler *c, const char *inner,
			      char sigil, size_t *size)
{
	char close[FILL_DELIM_MAX + 2];
	const char *at;

	*size = strlen(c->delims.close);
	if (sigil != '=' && sigil != '{')
		return strstr(inner, c->delims.close);
	if (sigil == '=')
		snprintf(close, sizeof(close), "=%s", c->delims.close);
	else
		snprintf(close, sizeof(close), "}%s", c->delims.close);
	at = strstr(inner, close);
	if (at)
		*size = strlen(close);
	else if (sigil == '{')
		at = strstr(inner, c->delims.close);
	return at;
}

static const char *skip_blanks(const char *text, const char *end)
{
	size_t size = (size_t)(end - text), at = 0, next = 0;

	while (at < size) {
		uint32_t c = utf8_next(text, size, &next);

		if (!text_is_space(c) && !text_is_zero_width(c))
			break;
		at = next;
	}
	return text + at;
}

/* "name|filter" parts at the first stroke. */
static void part_filters(struct tag *tag)
{
	const char *stroke = tag->inner.size ? memchr(tag->inner.at, '|',
						      tag->inner.size)
					     : NULL;

	if (!stroke || (tag->sigil && tag->sigil != '#' && tag->sigil != '^'))
		return;
	tag->filters.at = stroke + 1;
	tag->filters.size = (size_t)(tag->inner.at + tag->inner.size - stroke) -
			    1;
	tag->inner = text_trim(tag->inner.at, (size_t)(stroke - tag->inner.at));
}

static void unclosed(struct compiler *c, const xmlNode *at, const char *inner)
{
	struct text_span text = {inner, strlen(inner)};

	faults_add(c, "bad-tag", VB_SEVERE, at, NULL,
		   "'%s%.*s': '%s' without '%s' in its paragraph",
		   c->delims.open, shown(&text), inner, c->delims.open,
		   c->delims.close);
}

/* Reads the tag at `open`; *more is false when the words end in it. */
static bool read_tag(struct compiler *c, struct words *words, const xmlNode *at,
		     const char *open, bool *more)
{
	const char *text = buf_cstr(&words->text);
	const char *inner = skip_blanks(open + strlen(c->delims.open),
					text + words->text.size);
	char sigil = *inner && strchr(SIGILS, *inner) ? *inner : '\0';
	struct tag *tag;
	const char *close;
	size_t size;

	inner += sigil != '\0';
	close = find_close(c, inner, sigil, &size);
	*more = close != NULL;
	if (!close && sigil != '!') {
		unclosed(c, at, open + strlen(c->delims.open));
		return true;
	}
	tag = vec_push(&words->tags);
	if (!tag)
		return false;
	tag->is_open = !close;
	if (!close) {
		close = text + words->text.size;
		size = 0;
	}
	tag->sigil = sigil;
	tag->start = (size_t)(open - text);
	tag->end = (size_t)(close - text) + size;
	tag->inner = text_trim(inner, (size_t)(close - inner));
	tag->is_else = sigil == '^' && tag->inner.size == 0;
	part_filters(tag);
	if (sigil == '=')
		set_delims(c, tag, at);
	return true;
}

/* What stands around each tag: once over the words, however many tags. */
static void mark_edges(struct words *words)
{
	const char *text = buf_cstr(&words->text);
	bool start = true, end = true;
	size_t i, at = 0;

	words->only_tags = words->only_silent = true;
	for (i = 0; i < words->tags.n; i++) {
		struct tag *tag = &words->tags.at[i];
		bool is_blank = text_trim(text + at, tag->start - at).size == 0;
		bool is_quiet = tag->sigil && strchr(QUIET, tag->sigil);
		bool is_silent = is_quiet && strchr(SILENT, tag->sigil);

		words->only_tags = words->only_tags && is_blank && is_quiet;
		words->only_silent = words->only_silent && is_blank &&
				     is_silent;
		tag->at_start = start && is_blank;
		start = tag->at_start && is_quiet && tag->sigil != '/' &&
			!tag->is_else;
		at = tag->end;
	}
	if (text_trim(text + at, words->text.size - at).size)
		words->only_tags = words->only_silent = false;
	at = words->text.size;
	for (; i-- > 0; at = words->tags.at[i].start) {
		struct tag *tag = &words->tags.at[i];

		tag->at_end = end &&
			      text_trim(text + tag->end, at - tag->end).size ==
				      0;
		end = tag->at_end && tag->sigil && strchr("/!=", tag->sigil);
	}
}

bool tags_find(struct compiler *c, struct words *words, const xmlNode *at)
{
	const char *text = buf_cstr(&words->text);
	const char *open = strstr(text, c->delims.open);
	bool more = true;

	while (open && more) {
		size_t n = words->tags.n;

		if (!read_tag(c, words, at, open, &more))
			return false;
		if (words->tags.n == n)
			break;
		open = strstr(text + words->tags.at[n].end, c->delims.open);
	}
	mark_edges(words);
	return true;
}

/* ---- what a tag says ---------------------------------------------------- */

/* Why a sigil is no part of the language; NULL when it is. */
static const char *refusal(char sigil)
{
	switch (sigil) {
	case '{':
	case '&':
		return "values are always escaped; write '{{x}}'";
	case '$':
	case '<':
		return "blocks and parents are not in the tag language";
	case '>':
		return "stands where no partial can be put in";
	default:
		return NULL;
	}
}

static bool refuse(struct compiler *c, const struct tag *tag, const xmlNode *at,
		   const char *why)
{
	char sigil[2] = {tag->sigil, '\0'};

	faults_add(c, "bad-tag", VB_SEVERE, at, NULL, "'{{%s%.*s%s}}' %s",
		   sigil, shown(&tag->inner), tag->inner.at,
		   tag->sigil == '{' ? "}" : "", why);
	return false;
}

/* What stands behind the stroke of a section. */
static void check_columns(struct compiler *c, struct tag *tag,
			  const xmlNode *at)
{
	struct text_span words = text_trim(tag->filters.at, tag->filters.size);

	if (tag->sigil == '#' && words.size == strlen("columns") &&
	    memcmp(words.at, "columns", words.size) == 0) {
		tag->is_columns = true;
		return;
	}
	faults_add(c, "bad-filter", VB_SEVERE, at, &tag->name,
		   "'%.*s' behind a section is not 'columns'", shown(&words),
		   words.at);
}

/* The field of a tag, and the filters of a value. */
static bool check_field(struct compiler *c, struct tag *tag, const xmlNode *at)
{
	bool is_known = slot_field(&tag->field, c, &tag->name, at);
	bool has_filters = tag->filters.at && !tag->sigil;
	struct filters *chain = NULL;

	if (has_filters &&
	    !filters_parse(&chain, c, &tag->name, tag->field, tag->filters, at))
		return false;
	tag->chain = chain;
	return is_known;
}

bool tags_check(struct compiler *c, struct tag *tag, const xmlNode *at)
{
	const char *why = refusal(tag->sigil);

	if (tag->sigil && strchr(SILENT, tag->sigil))
		return true;
	if (why)
		return refuse(c, tag, at, why);
	if (tag->is_else)
		return true;
	if (!name_parse(&tag->name, tag->inner.at, tag->inner.size))
		return refuse(c, tag, at, "is no tag");
	if (tag->name.kind == NAME_INDEX && tag->sigil)
		return refuse(c, tag, at, "is a number, not a condition");
	if ((tag->name.kind == NAME_FIRST || tag->name.kind == NAME_LAST) &&
	    !tag->sigil)
		return refuse(c, tag, at, "is a condition: put '#' or '^'");
	if (tag->filters.at && tag->sigil)
		check_columns(c, tag, at);
	if (tag->sigil == '/')
		return true;
	/* the closing tag of a section still finds it */
	if (!check_field(c, tag, at))
		return tag->sigil != 0;
	if (tag->sigil || !tag->field || tag->field->type != FIELD_REPEAT)
		return true;
	faults_add(c, "section-shape", VB_SEVERE, at, &tag->name,
		   "'%s' is a repeat: put '{{#%s}}' and '{{/%s}}' around its "
		   "fields",
		   tag->name.id, tag->name.id, tag->name.id);
	return false;
}
