/*
 * metadata.c - see metadata.h: the order of the parts, and what they find as
 * particulars of the reading.
 */
#include "extract/metadata.h"

#include "text/span.h"
#include "text/utf8.h"
#include "util/err.h"

#include <string.h>

int metadata_no_memory(const struct metadata *m)
{
	return err_set(m->err, VB_NOMEM, "out of memory");
}

/* ---- ranges -------------------------------------------------------------- */

struct metadata_range metadata_of_lines(const struct metadata *m, size_t i,
					size_t j)
{
	const struct metadata_line *a = &m->lines.at[i], *b = &m->lines.at[j];

	return (struct metadata_range){a->story, a->para, a->start, b->para,
				       b->end};
}

static size_t is_mark(uint32_t c)
{
	return c >= 0x300 && c <= 0x36f;
}

/* A line's text is NFC, the paragraph may be not: as many letters without
 * their marks stand before the place in both. */
static size_t raw_at(const struct metadata *m, size_t i, size_t offset)
{
	const struct metadata_line *line = &m->lines.at[i];
	const struct wml_para *para =
		&m->source->stories.at[line->story].wml->paras.at[line->para];
	const char *raw = para->text + line->start;
	size_t size = line->end - line->start, at = 0, pos = 0, n = 0;

	while (pos < offset && pos < line->size)
		n += !is_mark(utf8_next(line->text, line->size, &pos));
	while (at < size) {
		size_t next = at;
		bool is_one = !is_mark(utf8_next(raw, size, &next));

		if (is_one && n == 0)
			break;
		n -= is_one;
		at = next;
	}
	return line->start + at;
}

struct metadata_range metadata_in_line(const struct metadata *m, size_t i,
				       size_t from, size_t to)
{
	const struct metadata_line *line = &m->lines.at[i];

	return (struct metadata_range){line->story, line->para,
				       raw_at(m, i, from), line->para,
				       raw_at(m, i, to)};
}

/* ---- words --------------------------------------------------------------- */

static void add_words(struct buf *out, const char *text, size_t size)
{
	struct text_span words = text_trim(text, size);
	size_t i = 0, from;
	bool is_gap = false;

	while (i < words.size) {
		uint32_t c;

		from = i;
		c = utf8_next(words.at, words.size, &i);
		if (text_is_space(c)) {
			is_gap = true;
			continue;
		}
		if (is_gap && out->size)
			buf_addc(out, ' ');
		is_gap = false;
		buf_add(out, words.at + from, i - from);
	}
}

static const char *keep(struct metadata *m)
{
	const char *words = buf_ok(&m->scratch)
				    ? arena_strn(&m->reading->arena,
						 buf_cstr(&m->scratch),
						 m->scratch.size)
				    : NULL;

	if (!words)
		metadata_no_memory(m);
	return words;
}

const char *metadata_words(struct metadata *m, const char *text, size_t size)
{
	buf_clear(&m->scratch);
	add_words(&m->scratch, text, size);
	return keep(m);
}

/* Appends words to the scratch, a space before them; `one` is a buffer for
 * them. */
static void add_piece(struct metadata *m, struct buf *one, const char *text,
		      size_t size)
{
	buf_clear(one);
	add_words(one, text, size);
	if (m->scratch.size && one->size)
		buf_addc(&m->scratch, ' ');
	buf_add(&m->scratch, buf_cstr(one), one->size);
	if (!buf_ok(one))
		m->scratch.failed = true;
}

const char *metadata_join(struct metadata *m, size_t i, size_t j)
{
	struct buf one = BUF_INIT;

	buf_clear(&m->scratch);
	for (; i <= j; i++)
		add_piece(m, &one, m->lines.at[i].text, m->lines.at[i].size);
	buf_release(&one);
	return keep(m);
}

/* ---- particulars --------------------------------------------------------- */

static const char *raw_words(struct metadata *m,
			     const struct metadata_range *range)
{
	const struct wml_story *wml = m->source->stories.at[range->story].wml;
	size_t i;
	struct buf one = BUF_INIT;

	buf_clear(&m->scratch);
	for (i = range->first; i <= range->last && i < range->first + 40; i++) {
		const struct wml_para *p = &wml->paras.at[i];
		size_t from = i == range->first ? range->start : 0;
		size_t to = i == range->last ? range->end : p->size;

		add_piece(m, &one, p->text + from, to - from);
	}
	buf_release(&one);
	return keep(m);
}

struct vb_particular *metadata_add(struct metadata *m, enum vb_slot slot,
				   const char *value,
				   const struct metadata_range *range,
				   double confidence)
{
	struct vb_reading *reading = m->reading;
	struct vb_particular *p;
	const char *raw = raw_words(m, range);

	if (!raw || !value)
		return NULL;
	p = vec_push(&reading->particulars);
	if (!p) {
		metadata_no_memory(m);
		return NULL;
	}
	p->slot = slot;
	p->value = value;
	p->raw = raw;
	p->date = p->issuer = p->type = "";
	p->actor = p->action = p->recipient = p->purpose = "";
	p->confidence = value[0] ? confidence : 0;
	if (!source_place(m->source, &reading->arena, &p->place, range->story,
			  range->first, range->start)) {
		metadata_no_memory(m);
		return NULL;
	}
	return p;
}

int metadata_keep(struct metadata *m, enum metadata_spot spot,
		  enum vb_slot slot, const char *value,
		  struct metadata_range range, double sure)
{
	m->spots[spot] = range;
	m->sure[spot] = sure;
	return metadata_add(m, slot, value, &range, sure) ? VB_OK : VB_NOMEM;
}

/* ---- the whole ----------------------------------------------------------- */

int metadata_read(struct metadata *out, struct vb_reading *reading,
		  const struct source *source, struct vb_error *err)
{
	size_t i;
	int code;

	memset(out, 0, sizeof(*out));
	out->reading = reading;
	out->source = source;
	out->err = err;
	out->number = "";
	for (i = 0; i < SPOTS; i++)
		out->spots[i].first = SIZE_MAX;
	if (source->stories.n == 0)
		return VB_OK;
	code = metadata_head(out);
	if (code == VB_OK && !out->is_party &&
	    (code = metadata_foot(out)) == VB_OK &&
	    (code = metadata_cites(out)) == VB_OK)
		code = metadata_due(out);
	/* what cannot be added has no words of its own */
	return code == VB_NOMEM || (code == VB_OK && out->is_lost)
		       ? metadata_no_memory(out)
		       : code;
}

void metadata_release(struct metadata *m)
{
	vec_release(&m->lines);
	vec_release(&m->addressees);
	vec_release(&m->recipients);
	vec_release(&m->tokens);
	buf_release(&m->scratch);
	buf_release(&m->seen);
}
