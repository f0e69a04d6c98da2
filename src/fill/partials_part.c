/*
 * partials_part.c - pictures, charts, embedded files and links of a partial;
 * see partials.h. Parts are carried whole, with all they are related to, and
 * once, however often they are shown.
 */
#include "fill/partials.h"

#include "util/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int carry(const char **out, struct splice *s,
		 const struct opc_part *part, int deep);

/* A free name in the same folder: "word/media/image1.png" gives
 * "word/media/image-p7.png". Numbers are not used twice, so that a free one
 * is found at once. */
static int free_name(const char **out, struct merger *m, const char *old)
{
	const char *stroke = strrchr(old, '/');
	const char *dot = strrchr(stroke ? stroke : old, '.');
	size_t size = dot ? (size_t)(dot - old) : strlen(old);

	while (size && old[size - 1] >= '0' && old[size - 1] <= '9')
		size--;
	do {
		*out = arena_printf(&m->c->tpl->arena, "%.*s-p%zu%s", (int)size,
				    old, ++m->n_parts, dot ? dot : "");
		if (!*out)
			return partials_no_memory(m);
	} while (opc_edit_has(m->edit, *out));
	return strlen(*out) < OPC_NAME_MAX ? VB_OK
					   : err_set(m->c->err, VB_LIMIT,
						     "a part name is too long");
}

static void add_rel(struct buf *out, const struct opc_rel *rel,
		    const char *target)
{
	buf_adds(out, "<Relationship Id=\"");
	buf_add_attr(out, rel->id, strlen(rel->id));
	buf_adds(out, "\" Type=\"");
	buf_add_attr(out, rel->type, strlen(rel->type));
	buf_adds(out, rel->external ? "\" TargetMode=\"External\" Target=\""
				    : "\" Target=\"/");
	buf_add_attr(out, target, strlen(target));
	buf_adds(out, "\"/>");
}

static const char *rels_name(struct merger *m, const char *name)
{
	const char *stroke = strrchr(name, '/');
	int size = stroke ? (int)(stroke - name) + 1 : 0;

	return arena_printf(&m->c->tpl->arena, "%.*s_rels/%s.rels", size, name,
			    name + size);
}

/* The relationships of a carried part, with the ids its bytes know. */
static int carry_rels(struct splice *s, const struct opc_part *part,
		      const char *name, int deep)
{
	struct merger *m = s->m;
	struct buf text = BUF_INIT;
	struct vb_blob *blob;
	const char *full = rels_name(m, name);
	size_t i, n;
	const struct opc_rel *rels = opc_rels(s->source->opc, part, &n);
	int rc = full ? VB_OK : partials_no_memory(m);

	if (!n || rc != VB_OK)
		return rc;
	buf_adds(&text, "<Relationships xmlns=\"http://schemas.openxmlformats."
			"org/package/2006/relationships\">");
	for (i = 0; i < n && rc == VB_OK; i++) {
		const struct opc_part *other =
			rels[i].external
				? NULL
				: opc_find(s->source->opc, rels[i].target);
		const char *target = rels[i].external ? rels[i].target : NULL;

		if (other)
			rc = carry(&target, s, other, deep);
		if (target)
			add_rel(&text, &rels[i], target);
	}
	buf_adds(&text, "</Relationships>");
	blob = rc == VB_OK ? partials_blob(m) : NULL;
	if (rc == VB_OK)
		rc = blob ? buf_take(&text, blob, m->c->err)
			  : partials_no_memory(m);
	buf_release(&text);
	if (rc == VB_OK && blob)
		rc = opc_edit_add(m->edit, full, NULL, blob->data, blob->size,
				  m->c->err);
	return rc;
}

static int carry(const char **out, struct splice *s,
		 const struct opc_part *part, int deep)
{
	struct merger *m = s->m;
	struct vb_blob *blob;
	int rc;

	*out = partials_get(s->source->to_part, part->name);
	/* the partial itself is no part of it */
	if (*out || part == opc_main(s->source->opc))
		return VB_OK;
	if (deep >= PARTIALS_PARTS_DEEP)
		return err_set(m->c->err, VB_LIMIT,
			       "parts are related more than %d deep",
			       PARTIALS_PARTS_DEEP);
	rc = free_name(out, m, part->name);
	blob = rc == VB_OK ? partials_blob(m) : NULL;
	if (rc == VB_OK &&
	    (!blob || !partials_put(&s->source->to_part, part->name, *out)))
		rc = partials_no_memory(m);
	if (rc == VB_OK)
		rc = opc_read(s->source->opc, part, blob, m->c->err);
	if (rc == VB_OK && blob)
		rc = opc_edit_add(m->edit, *out, part->type, blob->data,
				  blob->size, m->c->err);
	return rc == VB_OK && *out ? carry_rels(s, part, *out, deep + 1) : rc;
}

int partials_carry(const char **out, struct splice *s,
		   const struct opc_part *part)
{
	return carry(out, s, part, 0);
}

static bool put_rel(struct merger *m, struct source *source,
		    const struct opc_part *part, const char *id,
		    const void *value)
{
	const char *key = arena_printf(&m->c->tpl->arena, "%s/%s", part->name,
				       id);

	return key && (partials_get(source->rels, key) ||
		       partials_put(&source->rels, key, value));
}

/* By a table: a part may have tens of thousands of links. */
static int find_rel(const struct opc_rel **out, struct merger *m,
		    struct source *source, const struct opc_part *part,
		    const char *id)
{
	size_t i, n;
	const struct opc_rel *rels = opc_rels(source->opc, part, &n);
	const char *key = arena_printf(&m->c->tpl->arena, "%s/", part->name);

	if (!key)
		return partials_no_memory(m);
	if (!partials_get(source->rels, key)) {
		for (i = 0; i < n; i++)
			if (!put_rel(m, source, part, rels[i].id, &rels[i]))
				return partials_no_memory(m);
		if (!put_rel(m, source, part, "", part))
			return partials_no_memory(m);
	}
	key = arena_printf(&m->c->tpl->arena, "%s/%s", part->name, id);
	*out = key && *id ? partials_get(source->rels, key) : NULL;
	return key ? VB_OK : partials_no_memory(m);
}

static int relate(const char **out, struct splice *s, const struct route *route,
		  const struct opc_rel *rel)
{
	struct merger *m = s->m;
	const char *to = m->c->stories.at[route->to].name;
	const struct opc_part *part;
	const char *target = NULL;
	char id[OPC_ID_MAX];
	int rc = VB_OK;

	if (rel->external) {
		rc = opc_edit_link(m->edit, to, rel->type, rel->target, id,
				   m->c->err);
	} else {
		part = opc_find(s->source->opc, rel->target);
		if (part)
			rc = partials_carry(&target, s, part);
		if (rc != VB_OK || !target)
			return rc;
		rc = opc_edit_relate(m->edit, to, rel->type, target, id,
				     m->c->err);
	}
	if (rc != VB_OK)
		return rc;
	*out = arena_str(&m->c->tpl->arena, id);
	return *out ? VB_OK : partials_no_memory(m);
}

int partials_rel(const char **out, struct splice *s, const struct route *route,
		 const char *id)
{
	struct merger *m = s->m;
	const struct opc_rel *rel = NULL;
	char *key = arena_printf(&m->c->tpl->arena, "%zu/%s/%s", route->to,
				 route->from->name, id);
	int rc;

	if (!key)
		return partials_no_memory(m);
	*out = partials_get(s->source->to_rel, key);
	if (*out)
		return VB_OK;
	rc = find_rel(&rel, m, s->source, route->from, id);
	if (rc == VB_OK && rel)
		rc = relate(out, s, route, rel);
	if (rc == VB_OK && *out && !partials_put(&s->source->to_rel, key, *out))
		rc = partials_no_memory(m);
	return rc;
}
