/*
 * props.h - the custom document properties (docProps/custom.xml; ECMA-376-1
 * 22.3): names and the words of their values, whatever the variant type.
 */
#ifndef WML_PROPS_H
#define WML_PROPS_H

#include "util/arena.h"
#include "util/vec.h"
#include "vanban.h"

enum {
	PROPS_MAX = 10000 /* Word itself stops far below */
};

struct wml_prop {
	const char *name, *value;
};

struct wml_props {
	struct arena arena;
	struct {
		VEC(struct wml_prop);
	} list;
};

int wml_props_read(struct wml_props **out, const void *xml, size_t size,
		   const char *part, struct vb_error *err);
void wml_props_free(struct wml_props *props);
/* "" when there is none of that name; `props` may be NULL. */
const char *wml_props_find(const struct wml_props *props, const char *name);

#endif
