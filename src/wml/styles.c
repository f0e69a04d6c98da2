/* styles.c - see styles.h. */
#include "wml/styles.h"

#include "util/err.h"
#include "util/vec.h"
#include "wml/reader_sax.h"

#include <stdlib.h>
#include <string.h>

enum {
	STYLES_MAX = 65536,
	BASED_ON_MAX = 32, /* steps up; ends loops too */
	DEPTH_USED = 8	   /* of elements that are looked at */
};

struct wml_styles {
	struct arena arena;
	VEC(struct wml_style);
	const char *font; /* of w:docDefaults */
	const struct wml_style *usual;
	/* while reading: the element open at each depth */
	const char *open[DEPTH_USED];
};

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

/* N of "heading N" in any case, 0 otherwise. */
static unsigned heading_name(const char *name)
{
	static const char word[] = "heading ";
	size_t i;

	if (strlen(name) != strlen(word) + 1)
		return 0;
	for (i = 0; word[i]; i++)
		if (word[i] != (name[i] >= 'A' && name[i] <= 'Z'
					? name[i] - 'A' + 'a'
					: name[i]))
			return 0;
	return name[i] >= '1' && name[i] <= '9' ? (unsigned)(name[i] - '0') : 0;
}

static bool is(const char *a, const char *b)
{
	return a && strcmp(a, b) == 0;
}

static int style_start(struct wml_styles *styles, const struct sax_element *el,
		       struct vb_error *err)
{
	struct wml_style *style;

	if (styles->n >= STYLES_MAX)
		return err_set(err, VB_LIMIT, "more than %d styles",
			       STYLES_MAX);
	style = vec_push(styles);
	if (!style)
		return no_memory(err);
	style->id = sax_attr_copy(&styles->arena, el, "styleId");
	style->based_on = style->font = style->name = "";
	style->num_id = style->num_level = -1;
	if (sax_attr_is(el, "type", "paragraph"))
		style->kind = WML_STYLE_PARAGRAPH;
	else if (sax_attr_is(el, "type", "character"))
		style->kind = WML_STYLE_CHARACTER;
	else if (sax_attr_is(el, "type", "numbering"))
		style->kind = WML_STYLE_NUMBERING;
	style->is_default = sax_attr_is(el, "default", "1") ||
			    sax_attr_is(el, "default", "true") ||
			    sax_attr_is(el, "default", "on");
	return style->id ? VB_OK : no_memory(err);
}

static int copy(const char **to, struct wml_styles *styles,
		const struct sax_element *el, const char *attr,
		struct vb_error *err)
{
	*to = sax_attr_copy(&styles->arena, el, attr);
	return *to ? VB_OK : no_memory(err);
}

/* What stands directly in w:style. */
static int style_child(struct wml_styles *styles, const struct sax_element *el,
		       struct vb_error *err)
{
	struct wml_style *style = &styles->at[styles->n - 1];
	unsigned level;
	int code;

	if (is(el->local, "basedOn"))
		return copy(&style->based_on, styles, el, "val", err);
	if (!is(el->local, "name"))
		return VB_OK;
	code = copy(&style->name, styles, el, "val", err);
	if (code != VB_OK)
		return code;
	level = heading_name(style->name);
	if (level)
		style->heading = level;
	return VB_OK;
}

/* What stands in its w:pPr, w:pPr/w:numPr or w:rPr. */
static int style_property(struct wml_styles *styles,
			  const struct sax_element *el, struct vb_error *err)
{
	struct wml_style *style = &styles->at[styles->n - 1];
	bool in_run = is(styles->open[3], "rPr"), in_numbers;
	unsigned bit = 0;
	long n;

	in_numbers = is(styles->open[3], "pPr") && el->depth == 5 &&
		     is(styles->open[4], "numPr");
	if (in_numbers && is(el->local, "numId")) {
		n = sax_attr_long(el, "val", -1);
		style->num_id = n >= 0 && n <= INT32_MAX ? (int)n : -1;
	} else if (in_numbers && is(el->local, "ilvl")) {
		n = sax_attr_long(el, "val", -1);
		style->num_level = n >= 0 && n <= 8 ? (int)n : -1;
	} else if (el->depth == 4 && is(el->local, "outlineLvl")) {
		n = sax_attr_long(el, "val", 9);
		if (n >= 0 && n <= 8 && style->heading == 0)
			style->heading = (unsigned)n + 1;
		style->is_body = n == 9;
	} else if (in_run && el->depth == 4 && is(el->local, "rFonts")) {
		return sax_font(&style->font, &styles->arena, el)
			       ? VB_OK
			       : no_memory(err);
	} else if (in_run && el->depth == 4 && is(el->local, "vanish")) {
		bit = RUN_HIDDEN;
	} else if (in_run && el->depth == 4 && is(el->local, "caps")) {
		bit = RUN_CAPS;
	} else if (in_run && el->depth == 4 && is(el->local, "smallCaps")) {
		bit = RUN_SMALL_CAPS;
	}
	style->said |= bit;
	style->style &= ~bit;
	if (sax_is_on(el))
		style->style |= bit;
	return VB_OK;
}

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct wml_styles *styles = user;

	if (el->depth >= DEPTH_USED)
		return VB_OK;
	styles->open[el->depth] = el->local;
	if (el->depth == 2)
		return is(el->local, "style") ? style_start(styles, el, err)
					      : VB_OK;
	if (el->depth > 2 && styles->n && is(styles->open[2], "style"))
		return el->depth == 3 ? style_child(styles, el, err)
				      : style_property(styles, el, err);
	/* w:docDefaults/w:rPrDefault/w:rPr/w:rFonts */
	if (el->depth == 5 && is(styles->open[2], "docDefaults") &&
	    is(el->local, "rFonts") &&
	    !sax_font(&styles->font, &styles->arena, el))
		return no_memory(err);
	return VB_OK;
}

static int by_id(const void *a, const void *b)
{
	const struct wml_style *x = a, *y = b;
	int order = strcmp(x->id, y->id);

	/* of two with one id, paragraph styles first */
	return order ? order : (int)x->kind - (int)y->kind;
}

static const struct wml_style *find(const struct wml_styles *styles,
				    const char *id, size_t size)
{
	size_t low = 0, high = styles->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const char *at = styles->at[mid].id;
		int order = strncmp(at, id, size);

		if (order == 0 && at[size])
			order = 1;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == styles->n || strncmp(styles->at[low].id, id, size) != 0 ||
	    styles->at[low].id[size])
		return NULL;
	return &styles->at[low];
}

/* Takes over what the style itself does not say. Bases are read as they were
 * written: `from` is the table before any of this. */
static void inherit(struct wml_style *style, const struct wml_styles *from)
{
	const struct wml_style *base = style;
	bool is_body = style->is_body;
	unsigned steps, more;

	if (is_body)
		style->heading = 0;
	for (steps = 1; steps < BASED_ON_MAX && base->based_on[0]; steps++) {
		base = find(from, base->based_on, strlen(base->based_on));
		if (!base)
			return;
		is_body = is_body || base->is_body;
		if (style->heading == 0 && !is_body)
			style->heading = base->heading;
		if (style->num_id < 0)
			style->num_id = base->num_id;
		if (style->num_level < 0)
			style->num_level = base->num_level;
		if (!style->font[0])
			style->font = base->font;
		more = base->said & ~style->said;
		style->style |= base->style & more;
		style->said |= more;
	}
}

static int finish(struct wml_styles *styles, struct vb_error *err)
{
	struct wml_styles before = *styles;
	size_t i;

	if (styles->n == 0)
		return VB_OK;
	qsort(styles->at, styles->n, sizeof(*styles->at), by_id);
	before.at = malloc(styles->n * sizeof(*styles->at));
	if (!before.at)
		return no_memory(err);
	memcpy(before.at, styles->at, styles->n * sizeof(*styles->at));
	for (i = 0; i < styles->n; i++) {
		inherit(&styles->at[i], &before);
		if (styles->at[i].is_default &&
		    styles->at[i].kind == WML_STYLE_PARAGRAPH)
			styles->usual = &styles->at[i];
	}
	free(before.at);
	return VB_OK;
}

int wml_styles_read(struct wml_styles **out, const void *xml, size_t size,
		    struct vb_error *err)
{
	static const struct sax_handler handler = {on_start, NULL, NULL};
	struct wml_styles *styles = calloc(1, sizeof(*styles));
	int code;

	*out = NULL;
	if (!styles)
		return no_memory(err);
	styles->font = "";
	code = sax_parse(&handler, styles, xml, size, "styles", err);
	if (code == VB_OK)
		code = finish(styles, err);
	if (code != VB_OK) {
		wml_styles_free(styles);
		return code;
	}
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

const struct wml_style *wml_styles_find(const struct wml_styles *styles,
					const char *id, size_t size)
{
	return styles && styles->n ? find(styles, id, size) : NULL;
}

const struct wml_style *wml_styles_default(const struct wml_styles *styles)
{
	return styles ? styles->usual : NULL;
}

const char *wml_styles_font(const struct wml_styles *styles)
{
	return styles ? styles->font : "";
}

unsigned wml_styles_heading(const struct wml_styles *styles, const char *id)
{
	const struct wml_style *style = wml_styles_find(styles, id, strlen(id));

	return style ? style->heading : 0;
}
