/* numbering.c - see numbering.h: what the part says. */
#include "wml/numbering_impl.h"

#include "util/err.h"
#include "wml/reader_sax.h"
#include "wml/styles.h"

#include <stdlib.h>
#include <string.h>

struct numbering_reader {
	struct wml_numbering *numbering;
	struct numbering_level *level; /* that is open */
	unsigned level_depth;	       /* of its w:lvl */
	unsigned override_depth;       /* of w:lvlOverride, 0 outside */
	size_t override;	       /* its level */
	bool in_num, in_abstract;
};

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static bool is(const struct sax_element *el, const char *name)
{
	return strcmp(el->local, name) == 0;
}

static struct numbering_level *new_levels(struct wml_numbering *numbering,
					  size_t n)
{
	struct numbering_level *levels = arena_array(&numbering->arena, n,
						     sizeof(*levels));
	size_t i;

	for (i = 0; levels && i < n; i++) {
		levels[i].restart = -1;
		levels[i].suffix = '\t';
		levels[i].text = levels[i].style = levels[i].font = "";
	}
	return levels;
}

static int abstract_start(struct wml_numbering *numbering,
			  const struct sax_element *el, struct vb_error *err)
{
	struct numbering_abstract *abstract;

	if (numbering->abstracts.n >= NUMBERING_LISTS_MAX)
		return err_set(err, VB_LIMIT, "more than %d lists",
			       NUMBERING_LISTS_MAX);
	abstract = vec_push(&numbering->abstracts);
	if (!abstract)
		return no_memory(err);
	abstract->id = sax_attr_long(el, "abstractNumId", -1);
	abstract->num_style = abstract->style = "";
	abstract->levels = new_levels(numbering, WML_LEVELS);
	return abstract->levels ? VB_OK : no_memory(err);
}

static int num_start(struct wml_numbering *numbering,
		     const struct sax_element *el, struct vb_error *err)
{
	struct numbering_num *num;

	if (numbering->nums.n >= NUMBERING_LISTS_MAX)
		return err_set(err, VB_LIMIT, "more than %d lists",
			       NUMBERING_LISTS_MAX);
	num = vec_push(&numbering->nums);
	if (!num)
		return no_memory(err);
	num->id = sax_attr_long(el, "numId", -1);
	num->abstract = -1;
	return VB_OK;
}

static struct numbering_num *last_num(struct numbering_reader *reader)
{
	struct wml_numbering *numbering = reader->numbering;

	return &numbering->nums.at[numbering->nums.n - 1];
}

static int override_start(struct numbering_reader *reader,
			  const struct sax_element *el, struct vb_error *err)
{
	struct numbering_num *num = last_num(reader);
	long level = sax_attr_long(el, "ilvl", -1);
	size_t i;

	if (level < 0 || level >= WML_LEVELS)
		return VB_OK;
	if (!num->overrides) {
		num->overrides = arena_array(&reader->numbering->arena,
					     WML_LEVELS,
					     sizeof(*num->overrides));
		if (!num->overrides)
			return no_memory(err);
		for (i = 0; i < WML_LEVELS; i++)
			num->overrides[i].start = -1;
	}
	reader->override_depth = el->depth;
	reader->override = (size_t)level;
	return VB_OK;
}

static int level_start(struct numbering_reader *reader,
		       const struct sax_element *el, struct vb_error *err)
{
	struct wml_numbering *numbering = reader->numbering;
	long level = sax_attr_long(el, "ilvl", -1);

	if (reader->in_num) {
		if (!reader->override_depth)
			return VB_OK;
		reader->level = new_levels(numbering, 1);
		if (!reader->level)
			return no_memory(err);
		last_num(reader)->overrides[reader->override].level =
			reader->level;
	} else {
		if (level < 0 || level >= WML_LEVELS)
			return VB_OK;
		reader->level = &numbering->abstracts
					 .at[numbering->abstracts.n - 1]
					 .levels[level];
	}
	reader->level->is_said = true;
	reader->level_depth = el->depth;
	return VB_OK;
}

static void number_format(struct numbering_level *level,
			  const struct sax_element *el)
{
	size_t size;
	const char *name = sax_attr(el, "val", &size);

	/* the w:numFmt of mc:Fallback, behind one that was understood */
	if (!name || level->pad)
		return;
	if (sax_attr_is(el, "val", "custom")) {
		/* Word 2010: "001, 002, 003, ..." */
		name = sax_attr(el, "format", &size);
		while (name && level->pad < size && level->pad < 9 &&
		       name[level->pad] >= '0' && name[level->pad] <= '9')
			level->pad++;
		level->format = NUMFORMAT_DECIMAL;
		return;
	}
	level->format = numformat_find(name, size);
}

static int copy(const char **to, struct numbering_reader *reader,
		const struct sax_element *el, struct vb_error *err)
{
	*to = sax_attr_copy(&reader->numbering->arena, el, "val");
	return *to ? VB_OK : no_memory(err);
}

static int level_child(struct numbering_reader *reader,
		       const struct sax_element *el, struct vb_error *err)
{
	struct numbering_level *level = reader->level;

	if (is(el, "start")) {
		level->start = sax_attr_long(el, "val", 0);
	} else if (is(el, "numFmt")) {
		number_format(level, el);
	} else if (is(el, "lvlText")) {
		return copy(&level->text, reader, el, err);
	} else if (is(el, "lvlRestart")) {
		level->restart = (int)sax_attr_long(el, "val", -1);
	} else if (is(el, "isLgl")) {
		level->is_legal = sax_is_on(el);
	} else if (is(el, "pStyle")) {
		return copy(&level->style, reader, el, err);
	} else if (is(el, "suff")) {
		if (sax_attr_is(el, "val", "space"))
			level->suffix = ' ';
		else if (sax_attr_is(el, "val", "nothing"))
			level->suffix = '\0';
	} else if (is(el, "rFonts")) {
		return sax_font(&level->font, &reader->numbering->arena, el)
			       ? VB_OK
			       : no_memory(err);
	}
	return VB_OK;
}

static int list_start(struct numbering_reader *reader,
		      const struct sax_element *el, struct vb_error *err)
{
	reader->in_abstract = is(el, "abstractNum");
	reader->in_num = is(el, "num");
	if (reader->in_abstract)
		return abstract_start(reader->numbering, el, err);
	return reader->in_num ? num_start(reader->numbering, el, err) : VB_OK;
}

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct numbering_reader *reader = user;
	struct wml_numbering *numbering = reader->numbering;
	struct numbering_abstract *abstract;

	if (el->depth == 2)
		return list_start(reader, el, err);
	if (reader->level && el->depth > reader->level_depth)
		return level_child(reader, el, err);
	if (!reader->in_abstract && !reader->in_num)
		return VB_OK;
	if (is(el, "lvl"))
		return level_start(reader, el, err);
	if (reader->in_abstract) {
		abstract = &numbering->abstracts.at[numbering->abstracts.n - 1];
		if (is(el, "numStyleLink"))
			return copy(&abstract->num_style, reader, el, err);
		if (is(el, "styleLink"))
			return copy(&abstract->style, reader, el, err);
	} else if (is(el, "abstractNumId")) {
		last_num(reader)->abstract = sax_attr_long(el, "val", -1);
	} else if (is(el, "lvlOverride")) {
		return override_start(reader, el, err);
	} else if (is(el, "startOverride") && reader->override_depth) {
		last_num(reader)->overrides[reader->override].start =
			sax_attr_long(el, "val", -1);
	}
	return VB_OK;
}

struct depth_reader {
	struct numbering_reader reader;
	unsigned depth;
};

static int on_element(void *user, const struct sax_element *el,
		      struct vb_error *err)
{
	struct depth_reader *both = user;

	both->depth = el->depth;
	return on_start(&both->reader, el, err);
}

static int on_end(void *user, struct vb_error *err)
{
	struct depth_reader *both = user;
	struct numbering_reader *reader = &both->reader;

	(void)err;
	if (reader->level && both->depth == reader->level_depth)
		reader->level = NULL;
	if (both->depth == reader->override_depth)
		reader->override_depth = 0;
	both->depth--;
	return VB_OK;
}

static int by_abstract(const void *a, const void *b)
{
	const struct numbering_abstract *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static int by_num(const void *a, const void *b)
{
	const struct numbering_num *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static const struct numbering_abstract *
find_abstract(const struct wml_numbering *numbering, long id)
{
	struct numbering_abstract key = {.id = id};

	return numbering->abstracts.n ? bsearch(&key, numbering->abstracts.at,
						numbering->abstracts.n,
						sizeof(key), by_abstract)
				      : NULL;
}

static void finish(struct wml_numbering *numbering)
{
	size_t i;

	if (numbering->abstracts.n)
		qsort(numbering->abstracts.at, numbering->abstracts.n,
		      sizeof(*numbering->abstracts.at), by_abstract);
	if (numbering->nums.n)
		qsort(numbering->nums.at, numbering->nums.n,
		      sizeof(*numbering->nums.at), by_num);
	for (i = 0; i < numbering->nums.n; i++)
		numbering->nums.at[i].list = find_abstract(
			numbering, numbering->nums.at[i].abstract);
}

int wml_numbering_read(struct wml_numbering **out, const void *xml, size_t size,
		       struct vb_error *err)
{
	static const struct sax_handler handler = {on_element, on_end, NULL};
	struct depth_reader both;
	int code;

	memset(&both, 0, sizeof(both));
	*out = NULL;
	both.reader.numbering = calloc(1, sizeof(*both.reader.numbering));
	if (!both.reader.numbering)
		return no_memory(err);
	code = sax_parse(&handler, &both, xml, size, "numbering", err);
	if (code != VB_OK) {
		wml_numbering_free(both.reader.numbering);
		return code;
	}
	finish(both.reader.numbering);
	*out = both.reader.numbering;
	return VB_OK;
}

void wml_numbering_free(struct wml_numbering *numbering)
{
	if (!numbering)
		return;
	vec_release(&numbering->abstracts);
	vec_release(&numbering->nums);
	arena_release(&numbering->arena);
	free(numbering);
}

const struct numbering_num *
numbering_find(const struct wml_numbering *numbering, int num_id)
{
	struct numbering_num key = {.id = num_id};

	return numbering && numbering->nums.n
		       ? bsearch(&key, numbering->nums.at, numbering->nums.n,
				 sizeof(key), by_num)
		       : NULL;
}

int wml_numbering_level(const struct wml_numbering *numbering, int num_id,
			const char *style)
{
	const struct numbering_num *num = numbering_find(numbering, num_id);
	int i;

	for (i = 0; num && num->list && style[0] && i < WML_LEVELS; i++)
		if (strcmp(num->list->levels[i].style, style) == 0)
			return i;
	return -1;
}

/* A list that is only the name of a numbering style: that style names a list,
 * or a list names itself its definition (17.9.21, 17.9.27). */
static const struct numbering_abstract *
linked(const struct wml_numbering *numbering, const char *name,
       const struct wml_styles *styles)
{
	const struct wml_style *style = wml_styles_find(styles, name,
							strlen(name));
	const struct numbering_num *num =
		style && style->num_id > 0
			? numbering_find(numbering, style->num_id)
			: NULL;
	size_t i;

	if (num && num->list && !num->list->num_style[0])
		return num->list;
	for (i = 0; i < numbering->abstracts.n; i++)
		if (strcmp(numbering->abstracts.at[i].style, name) == 0)
			return &numbering->abstracts.at[i];
	return NULL;
}

void wml_numbering_link(struct wml_numbering *numbering,
			const struct wml_styles *styles)
{
	size_t i;

	for (i = 0; numbering && i < numbering->nums.n; i++) {
		struct numbering_num *num = &numbering->nums.at[i];
		const struct numbering_abstract *list = NULL;

		if (num->list && num->list->num_style[0])
			list = linked(numbering, num->list->num_style, styles);
		if (list)
			num->list = list;
	}
}
