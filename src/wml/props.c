/* props.c - see props.h. */
#include "wml/props.h"

#include "util/buf.h"
#include "util/err.h"
#include "wml/reader_sax.h"

#include <stdlib.h>
#include <string.h>

struct props_reader {
	struct wml_props *props;
	struct buf value;
	const char *name; /* of the property that is open */
	unsigned depth;
};

static int on_start(void *user, const struct sax_element *el,
		    struct vb_error *err)
{
	struct props_reader *reader = user;

	reader->depth = el->depth;
	if (el->depth != 2 || strcmp(el->local, "property") != 0)
		return VB_OK;
	reader->name = sax_attr_copy(&reader->props->arena, el, "name");
	if (!reader->name)
		return err_set(err, VB_NOMEM, "out of memory");
	buf_clear(&reader->value);
	return VB_OK;
}

static int on_end(void *user, struct vb_error *err)
{
	struct props_reader *reader = user;
	struct wml_prop *prop;

	if (reader->depth-- != 2 || !reader->name)
		return VB_OK;
	if (reader->props->list.n >= PROPS_MAX)
		return err_set(err, VB_LIMIT, "more than %d properties",
			       PROPS_MAX);
	prop = vec_push(&reader->props->list);
	if (!prop || !buf_ok(&reader->value))
		return err_set(err, VB_NOMEM, "out of memory");
	prop->name = reader->name;
	prop->value = arena_strn(&reader->props->arena,
				 buf_cstr(&reader->value), reader->value.size);
	reader->name = NULL;
	return prop->value ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

static int on_text(void *user, const char *text, size_t size,
		   struct vb_error *err)
{
	struct props_reader *reader = user;

	(void)err;
	if (reader->name && reader->depth == 3)
		buf_add(&reader->value, text, size);
	return VB_OK;
}

int wml_props_read(struct wml_props **out, const void *xml, size_t size,
		   const char *part, struct vb_error *err)
{
	static const struct sax_handler handler = {on_start, on_end, on_text};
	struct props_reader reader = {NULL, BUF_INIT, NULL, 0};
	int code;

	*out = NULL;
	reader.props = calloc(1, sizeof(*reader.props));
	if (!reader.props)
		return err_set(err, VB_NOMEM, "out of memory");
	code = sax_parse(&handler, &reader, xml, size, part, err);
	buf_release(&reader.value);
	if (code == VB_OK)
		*out = reader.props;
	else
		wml_props_free(reader.props);
	return code;
}

void wml_props_free(struct wml_props *props)
{
	if (!props)
		return;
	vec_release(&props->list);
	arena_release(&props->arena);
	free(props);
}

const char *wml_props_find(const struct wml_props *props, const char *name)
{
	size_t i;

	for (i = 0; props && i < props->list.n; i++)
		if (strcmp(props->list.at[i].name, name) == 0)
			return props->list.at[i].value;
	return "";
}
