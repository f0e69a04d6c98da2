/* partials_note.c - notes and comments of a partial; see partials.h. */
#include "fill/partials.h"

#include "util/err.h"

#include <stdio.h>
#include <string.h>

static const enum serial SERIALS[] = {
	[ROLE_FOOTNOTES] = SERIAL_FOOTNOTE,
	[ROLE_ENDNOTES] = SERIAL_ENDNOTE,
	[ROLE_COMMENTS] = SERIAL_COMMENT,
};

static int copy_note(struct splice *s, enum role role, const xmlNode *old,
		     const char *id)
{
	struct merger *m = s->m;
	struct route route = {partials_part(s->source->opc, role), 0};
	xmlNode *copy;
	int rc = partials_role(&route.to, m, role);

	if (rc == VB_OK)
		rc = partials_declare(s, route.to, old->doc);
	if (rc == VB_OK && !s->note_origins[role])
		rc = partials_origin(&s->note_origins[role], s,
				     route.from->name);
	if (rc != VB_OK)
		return rc;
	copy = partials_copy(m, route.to, old, partials_root(m, route.to));
	if (!copy || !xmlSetNsProp(copy, copy->ns, (const xmlChar *)"id",
				   (const xmlChar *)id))
		return partials_no_memory(m);
	faults_follow(copy, old, s->note_origins[role]);
	rc = partials_names(s, copy);
	if (rc == VB_OK)
		rc = partials_adapt(s, &route, copy);
	return rc == VB_OK ? partials_scan(m, route.to, copy, s->chain) : rc;
}

int partials_note(const char **out, struct splice *s, enum role role,
		  const char *id)
{
	const xmlNode *old;
	char key[64];
	xmlDoc *doc;
	int rc = partials_doc(&doc, s->m, s->source, role);

	snprintf(key, sizeof(key), "%d/%.48s", (int)role, id);
	*out = partials_get(s->to_note, key);
	if (rc != VB_OK || *out)
		return rc;
	old = partials_get(s->source->notes[role], id);
	/* the lines above notes are no notes */
	if (!old || (*tree_attr(old, "type") &&
		     strcmp(tree_attr(old, "type"), "normal") != 0))
		return VB_OK;
	if (role != ROLE_COMMENTS)
		s->m->c->moves_notes[role] = true;
	*out = arena_printf(&s->m->c->tpl->arena, "%u",
			    (unsigned)s->m->next[SERIALS[role]]++);
	if (!*out || !partials_put(&s->to_note, key, *out))
		return partials_no_memory(s->m);
	return copy_note(s, role, old, *out);
}
