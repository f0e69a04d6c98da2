/* edit.h - the insides of an edit, shared by edit.c and output.c. */
#ifndef OPC_EDIT_H
#define OPC_EDIT_H

#include "opc/package.h"

enum opc_change_kind {
	CHANGE_NONE,
	CHANGE_REPLACED,
	CHANGE_REMOVED
};

/* What happens to a part of the base. */
struct opc_change {
	enum opc_change_kind kind;
	const void *data;
	size_t size;
	const struct opc_stream *stream; /* instead of data, or NULL */
	const char *type;		 /* NULL: as in the base */
};

struct opc_edit_part {
	const char *name;
	const char *type; /* NULL: the default of its extension */
	const void *data;
	size_t size;
};

/* The relationships of a source that changed. */
struct opc_edit_set {
	const char *source; /* "" for the package */
	const char *name;   /* of a new .rels part, NULL for one of the base */
	size_t part; /* index of the .rels part in the base, or OPC_NONE */
	struct opc_link_list links;
	uint32_t highest; /* N of "rIdN" in the first n_seen of `links` */
	size_t n_seen;
	size_t n_looks; /* ids looked at in all, for tests */
	bool dead;	/* its source is gone */
};

struct opc_edit {
	const struct opc *base; /* or NULL */
	struct arena arena;
	struct opc_change *changes; /* one a part of the base */
	struct {
		VEC(struct opc_edit_part);
	} added;
	struct {
		VEC(struct opc_edit_set);
	} sets;
	bool types_changed;
	uint32_t dos_time;
};

#endif
