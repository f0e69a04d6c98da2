/*
 * edit.c - one output made from a package: what changes, kept apart from
 * what does not.
 *
 * The base is never touched. Relationships of a source are copied the first
 * time they change; content types are written anew when a part comes or
 * goes. output.c turns the whole into bytes.
 */
#include "opc/edit.h"

#include "util/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

int opc_edit_new(struct opc_edit **out, const struct opc *base,
		 struct vb_error *err)
{
	struct opc_edit *edit = calloc(1, sizeof(*edit));

	if (!edit)
		return no_memory(err);
	edit->base = base;
	edit->dos_time = OPC_DOS_1980;
	edit->types_changed = !base;
	if (base) {
		edit->changes = arena_array(&edit->arena, base->n + 1,
					    sizeof(*edit->changes));
		if (!edit->changes) {
			opc_edit_free(edit);
			return no_memory(err);
		}
	}
	*out = edit;
	return VB_OK;
}

void opc_edit_free(struct opc_edit *edit)
{
	size_t i;

	if (!edit)
		return;
	for (i = 0; i < edit->sets.n; i++)
		vec_release(&edit->sets.at[i].links);
	vec_release(&edit->sets);
	vec_release(&edit->added);
	arena_release(&edit->arena);
	free(edit);
}

void opc_edit_epoch(struct opc_edit *edit, int64_t epoch)
{
	edit->dos_time = opc_dos_time(epoch);
}

/* ---- names -----------------------------------------------------------------
 */

static const struct opc_part *base_part(const struct opc_edit *edit,
					const char *name)
{
	const struct opc_part *part = edit->base ? opc_find(edit->base, name)
						 : NULL;

	return part && edit->changes[part->index].kind != CHANGE_REMOVED ? part
									 : NULL;
}

static bool has(const struct opc_edit *edit, const char *name)
{
	size_t i;

	if (base_part(edit, name))
		return true;
	for (i = 0; i < edit->added.n; i++)
		if (opc_name_compare(edit->added.at[i].name, name) == 0)
			return true;
	return false;
}

bool opc_edit_has(const struct opc_edit *edit, const char *name)
{
	return has(edit, name + (*name == '/'));
}

int opc_edit_free_name(const struct opc_edit *edit, const char *prefix,
		       const char *suffix, char name[OPC_NAME_MAX],
		       struct vb_error *err)
{
	unsigned i;

	/* one of n + 1 names is free when there are n */
	for (i = 1; i <= OPC_PARTS_MAX + 1; i++) {
		int n = snprintf(name, OPC_NAME_MAX, "%s%u%s", prefix, i,
				 suffix);

		if (n < 0 || n >= OPC_NAME_MAX)
			return err_set(err, VB_LIMIT,
				       "a part name is longer than %d bytes",
				       OPC_NAME_MAX - 1);
		if (!has(edit, name))
			return VB_OK;
	}
	return err_set(err, VB_LIMIT, "more than %d entries", OPC_PARTS_MAX);
}

/* ---- relationships ----------------------------------------------------- */

/* Points at the source's name as the package has it. */
static int find_source(const struct opc_edit *edit, const char **name,
		       struct vb_error *err)
{
	const struct opc_part *part;
	size_t i;

	if (!**name)
		return VB_OK;
	*name += **name == '/';
	part = base_part(edit, *name);
	if (part) {
		*name = part->name;
		return VB_OK;
	}
	for (i = 0; i < edit->added.n; i++) {
		if (opc_name_compare(edit->added.at[i].name, *name) != 0)
			continue;
		*name = edit->added.at[i].name;
		return VB_OK;
	}
	err_part(err, *name);
	return err_set(err, VB_PACKAGE, "no part '%s' to relate from", *name);
}

static struct opc_edit_set *changed_set(struct opc_edit *edit,
					const char *source)
{
	size_t i;

	for (i = 0; i < edit->sets.n; i++)
		if (!edit->sets.at[i].dead &&
		    strcmp(edit->sets.at[i].source, source) == 0)
			return &edit->sets.at[i];
	return NULL;
}

static const struct opc_rel_set *base_set(const struct opc_edit *edit,
					  const char *source)
{
	const struct opc_part *part;

	if (!edit->base)
		return NULL;
	if (!*source)
		return &edit->base->sets[edit->base->n];
	part = base_part(edit, source);
	return part ? &edit->base->sets[part->index] : NULL;
}

static int copy_links(struct opc_edit_set *set, const struct opc_rel_set *from,
		      struct vb_error *err)
{
	size_t i;

	for (i = 0; i < from->n; i++) {
		struct opc_link *link = vec_push(&set->links);

		if (!link)
			return no_memory(err);
		link->rel = from->rels[i];
		link->written = from->written[i];
	}
	set->part = from->part;
	return VB_OK;
}

/* The relationships of a source to change, copied at the first call. */
static int open_set(struct opc_edit_set **out, struct opc_edit *edit,
		    const char *source, struct vb_error *err)
{
	const struct opc_rel_set *from;
	struct opc_edit_set *set = changed_set(edit, source);

	if (set) {
		*out = set;
		return VB_OK;
	}
	from = base_set(edit, source);
	set = vec_push(&edit->sets);
	if (!set)
		return no_memory(err);
	set->source = source;
	set->part = OPC_NONE;
	if (from) {
		int rc = copy_links(set, from, err);

		if (rc != VB_OK)
			return rc;
	}
	if (set->part == OPC_NONE) {
		const struct opc_part *orphan;

		set->name = opc_name_rels(&edit->arena, source);
		if (!set->name)
			return no_memory(err);
		edit->types_changed = true;
		/* relationships left behind by a part that is gone */
		orphan = base_part(edit, set->name);
		if (orphan)
			set->part = orphan->index;
	}
	*out = set;
	return VB_OK;
}

/* N of "rIdN", 0 for other ids and for numbers past what we count. */
static uint32_t id_number(const char *id)
{
	uint64_t n = 0;

	if (strncmp(id, "rId", 3) != 0 || !id[3])
		return 0;
	for (id += 3; *id; id++) {
		if (*id < '0' || *id > '9')
			return 0;
		n = n * 10 + (uint64_t)(*id - '0');
		if (n >= UINT32_MAX)
			return 0;
	}
	return (uint32_t)n;
}

/* Each link is looked at once: a document may have tens of thousands. The
 * number of one that went is not given again. */
static uint32_t highest_id(struct opc_edit_set *set)
{
	for (; set->n_seen < set->links.n; set->n_seen++) {
		uint32_t n = id_number(set->links.at[set->n_seen].rel.id);

		set->n_looks++;
		if (n > set->highest)
			set->highest = n;
	}
	return set->highest;
}

/* A relationship of a source; its target and what is written are set by the
 * caller. */
static int new_link(struct opc_link **out, struct opc_edit *edit,
		    const char *source, const char *type, char id[OPC_ID_MAX],
		    struct vb_error *err)
{
	struct opc_edit_set *set;
	struct opc_link *link;
	int rc = open_set(&set, edit, source, err);

	if (rc != VB_OK)
		return rc;
	if (set->links.n >= OPC_RELS_MAX)
		return err_set(err, VB_LIMIT, "more than %d relationships",
			       OPC_RELS_MAX);
	snprintf(id, OPC_ID_MAX, "rId%u", highest_id(set) + 1);
	link = vec_push(&set->links);
	if (!link)
		return no_memory(err);
	link->rel.id = arena_str(&edit->arena, id);
	link->rel.type = arena_str(&edit->arena, type);
	*out = link;
	return VB_OK;
}

static void drop_link(struct opc_edit_set *set, size_t i)
{
	memmove(&set->links.at[i], &set->links.at[i + 1],
		(set->links.n - i - 1) * sizeof(*set->links.at));
	set->links.n--;
	if (i < set->n_seen)
		set->n_seen--;
}

/* Takes the newest one back when it is not whole. */
static int check_link(struct opc_edit *edit, const char *source,
		      const struct opc_link *link, struct vb_error *err)
{
	struct opc_edit_set *set;

	if (link->rel.id && link->rel.type && link->rel.target && link->written)
		return VB_OK;
	set = changed_set(edit, source);
	if (set)
		drop_link(set, set->links.n - 1);
	return no_memory(err);
}

int opc_edit_relate(struct opc_edit *edit, const char *source, const char *type,
		    const char *target, char id[OPC_ID_MAX],
		    struct vb_error *err)
{
	struct opc_link *link = NULL;
	int rc = find_source(edit, &source, err);

	target += *target == '/';
	if (rc == VB_OK)
		rc = opc_name_check(target, err);
	if (rc == VB_OK)
		rc = new_link(&link, edit, source, type, id, err);
	if (rc != VB_OK || !link)
		return rc;
	link->rel.target = arena_str(&edit->arena, target);
	link->written = opc_name_relative(&edit->arena, source, target);
	return check_link(edit, source, link, err);
}

int opc_edit_link(struct opc_edit *edit, const char *source, const char *type,
		  const char *address, char id[OPC_ID_MAX],
		  struct vb_error *err)
{
	struct opc_link *link = NULL;
	int rc = find_source(edit, &source, err);

	if (rc == VB_OK)
		rc = new_link(&link, edit, source, type, id, err);
	if (rc != VB_OK || !link)
		return rc;
	link->rel.external = true;
	link->rel.target = arena_str(&edit->arena, address);
	link->written = link->rel.target;
	return check_link(edit, source, link, err);
}

int opc_edit_unrelate(struct opc_edit *edit, const char *source, const char *id,
		      struct vb_error *err)
{
	struct opc_edit_set *set;
	size_t i;
	int rc = find_source(edit, &source, err);

	if (rc == VB_OK)
		rc = open_set(&set, edit, source, err);
	if (rc != VB_OK)
		return rc;
	for (i = 0; i < set->links.n; i++) {
		if (strcmp(set->links.at[i].rel.id, id) != 0)
			continue;
		drop_link(set, i);
		return VB_OK;
	}
	err_part(err, source);
	return err_set(err, VB_PACKAGE, "no relationship '%s'", id);
}

/* ---- parts ------------------------------------------------------------- */

static int check_own(const struct opc_edit *edit, const struct opc_part *part,
		     struct vb_error *err)
{
	if (edit->base && part->index < edit->base->n &&
	    &edit->base->parts[part->index] == part &&
	    part->index != edit->base->types_part &&
	    !opc_name_is_rels(part->name) &&
	    edit->changes[part->index].kind != CHANGE_REMOVED)
		return VB_OK;
	err_part(err, part->name);
	return err_set(err, VB_INTERNAL, "'%s' is no part to change",
		       part->name);
}

int opc_edit_replace(struct opc_edit *edit, const struct opc_part *part,
		     const void *data, size_t size, struct vb_error *err)
{
	int rc = check_own(edit, part, err);

	if (rc != VB_OK)
		return rc;
	if (size > OPC_PART_MAX) {
		err_part(err, part->name);
		return err_set(err, VB_LIMIT,
			       "the part has %zu bytes, more than %llu", size,
			       (unsigned long long)OPC_PART_MAX);
	}
	edit->changes[part->index].kind = CHANGE_REPLACED;
	edit->changes[part->index].data = data;
	edit->changes[part->index].size = size;
	edit->changes[part->index].stream = NULL;
	return VB_OK;
}

int opc_edit_replace_stream(struct opc_edit *edit, const struct opc_part *part,
			    const struct opc_stream *stream,
			    struct vb_error *err)
{
	int rc = check_own(edit, part, err);

	if (rc != VB_OK)
		return rc;
	edit->changes[part->index].kind = CHANGE_REPLACED;
	edit->changes[part->index].stream = stream;
	return VB_OK;
}

int opc_edit_retype(struct opc_edit *edit, const struct opc_part *part,
		    const char *content_type, struct vb_error *err)
{
	int rc = check_own(edit, part, err);

	if (rc != VB_OK)
		return rc;
	edit->changes[part->index].type = arena_str(&edit->arena, content_type);
	edit->types_changed = true;
	return edit->changes[part->index].type ? VB_OK : no_memory(err);
}

/* Relationships given as a part. */
static int add_rels(struct opc_edit *edit, const char *name, const void *data,
		    size_t size, struct vb_error *err)
{
	const char *source = opc_name_source(&edit->arena, name);
	struct opc_xml xml = {data, size, name};
	struct opc_edit_set *set = NULL;
	size_t total = 0;
	int rc;

	if (!source)
		return no_memory(err);
	rc = find_source(edit, &source, err);
	if (rc == VB_OK)
		rc = open_set(&set, edit, source, err);
	if (rc != VB_OK)
		return rc;
	if (set->part != OPC_NONE || set->links.n) {
		err_part(err, name);
		return err_set(err, VB_PACKAGE,
			       "the part has relationships already");
	}
	rc = opc_links_parse(&set->links, &edit->arena, &xml, source, &total,
			     err);
	if (rc != VB_OK || !set->links.fault)
		return rc;
	err_part(err, name);
	return err_set(err, VB_PACKAGE, "%s", set->links.fault);
}

static int check_new(const struct opc_edit *edit, const char *name,
		     struct vb_error *err)
{
	size_t n = edit->added.n + (edit->base ? edit->base->n : 0);
	int rc = opc_name_check(name, err);

	if (rc != VB_OK)
		return rc;
	if (opc_name_compare(name, OPC_TYPES_NAME) == 0)
		rc = err_set(err, VB_INTERNAL, "'%s' is made, not added", name);
	else if (has(edit, name))
		rc = err_set(err, VB_PACKAGE, "there is a part '%s' already",
			     name);
	else if (n >= OPC_PARTS_MAX)
		rc = err_set(err, VB_LIMIT, "more than %d entries",
			     OPC_PARTS_MAX);
	if (rc != VB_OK)
		err_part(err, name);
	return rc;
}

int opc_edit_add(struct opc_edit *edit, const char *name,
		 const char *content_type, const void *data, size_t size,
		 struct vb_error *err)
{
	struct opc_edit_part *part;
	int rc;

	name += *name == '/';
	rc = check_new(edit, name, err);
	if (rc != VB_OK)
		return rc;
	if (size > OPC_PART_MAX) {
		err_part(err, name);
		return err_set(err, VB_LIMIT,
			       "the part has %zu bytes, more than %llu", size,
			       (unsigned long long)OPC_PART_MAX);
	}
	if (opc_name_is_rels(name))
		return add_rels(edit, name, data, size, err);
	part = vec_push(&edit->added);
	if (!part)
		return no_memory(err);
	part->name = arena_str(&edit->arena, name);
	if (content_type)
		part->type = arena_str(&edit->arena, content_type);
	part->data = data;
	part->size = size;
	if (edit->arena.failed) {
		edit->added.n--;
		return no_memory(err);
	}
	edit->types_changed = true;
	return VB_OK;
}

int opc_edit_renew(struct opc_edit *edit, const char *name, const void *data,
		   size_t size, struct vb_error *err)
{
	size_t i;

	for (i = 0; i < edit->added.n; i++) {
		struct opc_edit_part *part = &edit->added.at[i];

		if (opc_name_compare(part->name, name) != 0)
			continue;
		if (size > OPC_PART_MAX)
			break;
		part->data = data;
		part->size = size;
		return VB_OK;
	}
	err_part(err, name);
	return i < edit->added.n
		       ? err_set(err, VB_LIMIT,
				 "the part has %zu bytes, more than %llu", size,
				 (unsigned long long)OPC_PART_MAX)
		       : err_set(err, VB_INTERNAL, "'%s' was not added", name);
}

static bool leads_to(const struct opc_rel *rel, const char *name)
{
	return !rel->external && opc_name_compare(rel->target, name) == 0;
}

/* Takes away what leads to `name` from a source. */
static int unlink_from(struct opc_edit *edit, const char *source,
		       const struct opc_rel_set *from, const char *name,
		       struct vb_error *err)
{
	struct opc_edit_set *set = changed_set(edit, source);
	size_t i;
	int rc;

	if (!set) {
		for (i = 0; i < from->n; i++)
			if (leads_to(&from->rels[i], name))
				break;
		if (i == from->n)
			return VB_OK;
		rc = open_set(&set, edit, source, err);
		if (rc != VB_OK || !set)
			return rc;
	}
	for (i = set->links.n; i-- > 0;)
		if (leads_to(&set->links.at[i].rel, name))
			drop_link(set, i);
	return VB_OK;
}

int opc_edit_remove(struct opc_edit *edit, const struct opc_part *part,
		    struct vb_error *err)
{
	const struct opc *base = edit->base;
	struct opc_edit_set *own;
	size_t i, j;
	int rc = check_own(edit, part, err);

	if (rc != VB_OK || !base)
		return rc;
	for (i = 0; i <= base->n && rc == VB_OK; i++)
		if (i == base->n || edit->changes[i].kind != CHANGE_REMOVED)
			rc = unlink_from(edit,
					 i < base->n ? base->parts[i].name : "",
					 &base->sets[i], part->name, err);
	if (rc != VB_OK)
		return rc;
	for (i = 0; i < edit->sets.n; i++)
		for (j = edit->sets.at[i].links.n; j-- > 0;)
			if (leads_to(&edit->sets.at[i].links.at[j].rel,
				     part->name))
				drop_link(&edit->sets.at[i], j);
	own = changed_set(edit, part->name);
	if (own)
		own->dead = true;
	edit->changes[part->index].kind = CHANGE_REMOVED;
	if (base->sets[part->index].part != OPC_NONE)
		edit->changes[base->sets[part->index].part].kind =
			CHANGE_REMOVED;
	edit->types_changed = true;
	return VB_OK;
}
