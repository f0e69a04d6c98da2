/*
 * reader_styles.c - which paragraph styles are headings, for places a person
 * can find. Styles are known by name and outline level: their ids differ by
 * language and editor (measured: LibreOffice writes 'Tiu' for 'Tiêu đề').
 */
#include "wml/reader.h"

#include "util/err.h"
#include "wml/reader_sax.h"

#include <stdlib.h>
#include <string.h>

enum {
	STYLES_MAX = 65536,
	BASED_ON_MAX = 32 /* steps up; ends loops too */
};

struct style {
	const char *id, *based_on;
	unsigned level; /* 1..9; 0: as the style it is based on */
	bool is_body;	/* outlineLvl 9: not a heading, whatever the base */
};

struct wml_styles {
	struct arena arena;
	VEC(struct style);
	bool in_style;
};

/* N of "heading N" in any case, 0 otherwise. */
static unsigned heading_name(const struct sax_element *el)
{
	static const char word[] = "heading ";
	size_t size, i;
	const char *name = sax_attr(el, "val", &size);

	if (!name || size != strlen(word) + 1)
		return 0;
	for (i = 0; word[i]; i++)
		if (word[i] != (name[i] >= 'A' && name[i] <= 'Z'
					? name[i] - 'A' + 'a'
					: name[i]))
			return 0;
	return name[i] >= '1' && name[i] <= '9' ? (unsigned)(name[i] - '0') : 0;
}

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct wml_styles *styles = user;
	struct style *style = styles->n ? &styles->at[styles->n - 1] : NULL;
	unsigned level;
	long n;

	if (el->depth == 2) {
		styles->in_style = strcmp(el->local, "style") == 0;
		if (!styles->in_style)
			return VB_OK;
		if (styles->n >= STYLES_MAX)
			return err_set(err, VB_LIMIT, "more than %d styles",
				       STYLES_MAX);
		style = vec_push(styles);
		if (!style)
			return err_set(err, VB_NOMEM, "out of memory");
		style->id = sax_attr_copy(&styles->arena, el, "styleId");
		style->based_on = "";
		return style->id ? VB_OK
				 : err_set(err, VB_NOMEM, "out of memory");
	}
	if (!style || !styles->in_style)
		return VB_OK;
	if (el->depth == 3 && strcmp(el->local, "name") == 0) {
		level = heading_name(el);
		if (level)
			style->level = level;
	} else if (el->depth == 3 && strcmp(el->local, "basedOn") == 0) {
		style->based_on = sax_attr_copy(&styles->arena, el, "val");
		if (!style->based_on)
			return err_set(err, VB_NOMEM, "out of memory");
	} else if (el->depth == 4 && strcmp(el->local, "outlineLvl") == 0) {
		n = sax_attr_long(el, "val", 9);
		if (n >= 0 && n <= 8 && style->level == 0)
			style->level = (unsigned)n + 1;
		style->is_body = n == 9;
	}
	return VB_OK;
}

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct style *)a)->id,
		      ((const struct style *)b)->id);
}

int wml_styles_read(struct wml_styles **out, const void *xml, size_t size,
		    struct vb_error *err)
{
	static const struct sax_handler handler = {on_start, NULL, NULL};
	struct wml_styles *styles = calloc(1, sizeof(*styles));
	int code;

	*out = NULL;
	if (!styles)
		return err_set(err, VB_NOMEM, "out of memory");
	code = sax_parse(&handler, styles, xml, size, "styles", err);
	if (code != VB_OK) {
		wml_styles_free(styles);
		return code;
	}
	if (styles->n)
		qsort(styles->at, styles->n, sizeof(*styles->at), by_id);
	*out = styles;
	return VB_OK;
}

void wml_styles_free(struct wml_styles *styles)
{
	if (!styles)
		return;
	vec_release(styles);
	arena_release(&styles->arena);
	free(styles);
}

unsigned wml_styles_heading(const struct wml_styles *styles, const char *id)
{
	unsigned steps;

	for (steps = 0; styles && styles->n && steps < BASED_ON_MAX; steps++) {
		struct style key = {id, "", 0, false};
		const struct style *style = bsearch(&key, styles->at, styles->n,
						    sizeof(key), by_id);

		if (!style || style->is_body)
			return 0;
		if (style->level)
			return style->level;
		id = style->based_on;
	}
	return 0;
}
