/*
 * reader_run.c - the reading door's runs: what they and their styles say, the
 * words a person sees, characters of symbol fonts. See reader.h.
 */
#include "wml/reader_state.h"

#include "text/utf8.h"
#include "util/err.h"

#include <string.h>

/* What styles say of runs too. */
#define BY_STYLE ((unsigned)(RUN_HIDDEN | RUN_CAPS | RUN_SMALL_CAPS))

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

/* ---- fonts --------------------------------------------------------------- */

static uint64_t hash_of(const char *text, size_t size)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	size_t i;

	for (i = 0; i < size; i++) {
		hash ^= (unsigned char)text[i];
		hash *= UINT64_C(0x100000001b3);
	}
	return hash ^ hash >> 32;
}

/* The number of a font in the story; 0 when there are too many. */
static int find_font(uint16_t *out, struct reader *reader, const char *name,
		     size_t size, struct vb_error *err)
{
	struct wml_story *story = reader->story;
	const char **font;
	size_t slot;

	*out = 0;
	if (size == strlen("+major") && name[0] == '+') {
		name = memcmp(name, "+major", size) == 0
			       ? reader->context.major
			       : reader->context.minor;
		size = name ? strlen(name) : 0;
	}
	if (size == 0)
		return VB_OK;
	slot = (size_t)hash_of(name, size) & (READER_FONT_SLOTS - 1);
	for (; reader->fonts[slot];
	     slot = (slot + 1) & (READER_FONT_SLOTS - 1)) {
		const char *at = story->fonts.at[reader->fonts[slot]];

		if (strncmp(at, name, size) == 0 && !at[size]) {
			*out = reader->fonts[slot];
			return VB_OK;
		}
	}
	if (story->fonts.n >= WML_FONTS_MAX)
		return VB_OK;
	font = vec_push(&story->fonts);
	if (!font)
		return no_memory(err);
	*font = arena_strn(&story->arena, name, size);
	if (!*font)
		return no_memory(err);
	*out = reader->fonts[slot] = (uint16_t)(story->fonts.n - 1);
	return VB_OK;
}

/* ---- what a run comes to ------------------------------------------------- */

void reader_run_start(struct reader *reader)
{
	struct reader_para *open = reader_inner(reader);

	open->said = open->direct = 0;
	open->run_look = NULL;
	open->run_font = 0;
	open->is_resolved = false;
}

static void say(struct reader_para *open, unsigned bit, bool on)
{
	open->said |= bit;
	if (on)
		open->direct |= bit;
	else
		open->direct &= ~bit;
}

int reader_run_property(struct reader *reader, const struct sax_element *el,
			enum reader_kind kind, struct vb_error *err)
{
	struct reader_para *open = reader_inner(reader);
	const char *value;
	size_t size;

	open->is_resolved = false;
	switch ((int)kind) {
	case EL_BOLD:
		say(open, RUN_BOLD, sax_is_on(el));
		return VB_OK;
	case EL_ITALIC:
		say(open, RUN_ITALIC, sax_is_on(el));
		return VB_OK;
	case EL_UNDERLINE:
		say(open, RUN_UNDERLINE, !sax_attr_is(el, "val", "none"));
		return VB_OK;
	case EL_VANISH:
		say(open, RUN_HIDDEN, sax_is_on(el));
		return VB_OK;
	case EL_CAPS:
		say(open, RUN_CAPS, sax_is_on(el));
		return VB_OK;
	case EL_SMALL_CAPS:
		say(open, RUN_SMALL_CAPS, sax_is_on(el));
		return VB_OK;
	case EL_STRIKE:
		if (sax_is_on(el)) /* w:dstrike "0" may follow w:strike */
			say(open, RUN_STRUCK, true);
		return VB_OK;
	case EL_VERT_ALIGN:
		say(open, RUN_RAISED, !sax_attr_is(el, "val", "baseline"));
		return VB_OK;
	case EL_RSTYLE:
		value = sax_attr(el, "val", &size);
		if (value && reader->context.styles)
			open->run_look = wml_styles_find(reader->context.styles,
							 value, size);
		return VB_OK;
	case EL_FONTS:
		value = sax_font_name(el, &size);
		return value ? find_font(&open->run_font, reader, value, size,
					 err)
			     : VB_OK;
	default:
		return VB_OK;
	}
}

/* Through run, character style, paragraph style and defaults. In styles these
 * properties are toggles: two that say "on" come to "off" (17.7.3). */
static int resolve(struct reader *reader, struct vb_error *err)
{
	struct reader_para *open = reader_inner(reader);
	const struct wml_style *look = open->look, *run = open->run_look;
	unsigned by_style = look ? look->style & BY_STYLE : 0;
	const char *font = "";
	int code = VB_OK;

	if (run)
		by_style ^= run->style & BY_STYLE;
	open->style = (by_style & ~open->said) | open->direct;
	open->font = open->run_font;
	if (!open->font) {
		if (run)
			font = run->font;
		if (!font[0] && look)
			font = look->font;
		if (!font[0])
			font = reader->usual_font;
		code = find_font(&open->font, reader, font, strlen(font), err);
	}
	font = wml_font(reader->story, open->font);
	open->symbols = symbol_font(font, strlen(font));
	open->is_resolved = true;
	return code;
}

/* ---- words --------------------------------------------------------------- */

static int add(struct reader *reader, const char *text, size_t size,
	       unsigned more, struct vb_error *err)
{
	struct reader_para *open = reader_inner(reader);
	struct wml_span *span;
	unsigned style = open->style | more;

	if (reader->inserted)
		style |= RUN_INSERTED;
	if (reader->placeholders)
		style |= RUN_PLACEHOLDER;
	span = open->spans.n ? &open->spans.at[open->spans.n - 1] : NULL;
	if (!span || span->style != style || span->font != open->font) {
		span = vec_push(&open->spans);
		if (!span)
			return no_memory(err);
		span->start = (uint32_t)open->text.size;
		span->style = (uint16_t)style;
		span->font = open->font;
	}
	span->size += (uint32_t)size;
	buf_add(&open->text, text, size);
	return VB_OK;
}

/* Private-use characters of a symbol font: "\xef\x80\xa0" to
 * "\xef\x83\xbf". */
static int add_symbols(struct reader *reader, const char *text, size_t size,
		       struct vb_error *err)
{
	enum symbol_font font = reader_inner(reader)->symbols;
	struct buf out = BUF_INIT;
	size_t at = 0;
	int code;

	while (at < size) {
		uint32_t c = utf8_next(text, size, &at);

		utf8_put(&out, c >= SYMBOL_AREA && c <= SYMBOL_AREA + 0xff
				       ? symbol_char(font, c)
				       : c);
	}
	code = buf_ok(&out) ? add(reader, out.data, out.size, 0, err)
			    : no_memory(err);
	buf_release(&out);
	return code;
}

int reader_words(struct reader *reader, const char *text, size_t size,
		 struct vb_error *err)
{
	return reader_text(reader, text, size, 0, err);
}

int reader_text(struct reader *reader, const char *text, size_t size,
		unsigned more, struct vb_error *err)
{
	struct reader_para *open;
	int code = VB_OK;

	if (size == 0 || !reader_in_para(reader) || reader->deleted)
		return VB_OK;
	open = reader_inner(reader);
	if (open->in_code)
		return VB_OK;
	if (reader->in_rt) {
		buf_add(&reader->ruby, text, size);
		return VB_OK;
	}
	if (!open->is_resolved)
		code = resolve(reader, err);
	if (code != VB_OK)
		return code;
	if (open->symbols && memchr(text, 0xef, size))
		return add_symbols(reader, text, size, err);
	return add(reader, text, size, more, err);
}

/* Word's own text has "base(ruby)"; in the file the small words come first. */
int reader_ruby_end(struct reader *reader, struct vb_error *err)
{
	struct buf *ruby = &reader->ruby;
	int code = VB_OK;

	if (!buf_ok(ruby))
		return no_memory(err);
	if (ruby->size && reader_in_para(reader) && !reader->in_rt) {
		buf_addc(ruby, ')');
		code = add(reader, "(", 1, RUN_RUBY, err);
		if (code == VB_OK && buf_ok(ruby))
			code = add(reader, ruby->data, ruby->size, RUN_RUBY,
				   err);
	}
	buf_clear(ruby);
	return code;
}

static bool is_xml_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Word shows a line end inside w:t as a space, and without
 * xml:space="preserve" drops spaces at both ends (ECMA-376-1 17.3.3.31). */
int reader_word_end(struct reader *reader, struct vb_error *err)
{
	struct buf *word = &reader->word;
	size_t start = 0, end = word->size, i;

	if (!buf_ok(word))
		return no_memory(err);
	for (i = 0; i < end; i++)
		if (word->data[i] == '\n' || word->data[i] == '\r')
			word->data[i] = ' ';
	if (!reader->keep_space) {
		while (start < end && is_xml_space(word->data[start]))
			start++;
		while (end > start && is_xml_space(word->data[end - 1]))
			end--;
	}
	if (end > start)
		return reader_words(reader, word->data + start, end - start,
				    err);
	return VB_OK;
}

int reader_symbol(struct reader *reader, const struct sax_element *el,
		  struct vb_error *err)
{
	size_t size, font_size, i;
	const char *hex = sax_attr(el, "char", &size);
	const char *font = sax_attr(el, "font", &font_size);
	struct buf out = BUF_INIT;
	uint32_t c = 0;
	int code;

	if (!hex || size == 0 || size > 4)
		return VB_OK;
	for (i = 0; i < size; i++) {
		static const char digits[] = "0123456789abcdef";
		const char *at;
		char d = hex[i];

		if (d >= 'A' && d <= 'F')
			d = (char)(d - 'A' + 'a');
		at = d ? strchr(digits, d) : NULL;
		if (!at)
			return VB_OK;
		c = c * 16 + (uint32_t)(at - digits);
	}
	if (font)
		c = symbol_char(symbol_font(font, font_size), c);
	if (c < 0x20 || (c >= 0xd800 && c < 0xe000) || c == 0xfffe ||
	    c == 0xffff)
		return VB_OK;
	utf8_put(&out, c);
	code = buf_ok(&out) ? reader_words(reader, out.data, out.size, err)
			    : no_memory(err);
	buf_release(&out);
	return code;
}
