/*
 * levels.h - the names of a form's levels among words: "Tiểu học", "TH", "th".
 */
#ifndef EXTRACT_LEVELS_H
#define EXTRACT_LEVELS_H

#include "form/form.h"
#include "text/token.h"

struct level_names {
	const struct vb_form *form; /* borrowed */
	struct tokens labels[FORM_LEVELS_MAX];
	bool starts[256]; /* with what letter a name may begin */
};

#define LEVELS_ALL UINT32_MAX

/* False out of memory; to be released then too. */
bool levels_read(struct level_names *names, const struct vb_form *form);
void levels_release(struct level_names *names);

/* The level, one of `among` (bits as in field.levels), that the first of the
 * tokens name, and how many of them do; -1 and 0 for none. */
int levels_at(const struct level_names *names, uint32_t among,
	      const struct token *tokens, size_t room, size_t *n);
/* ... and what tokens name from one on, by what is before them too. */
int levels_named(const struct level_names *names, const struct tokens *tokens,
		 size_t at, size_t *n);
/* True when a level is named from one of tokens [from, to). */
bool levels_are_named(const struct level_names *names,
		      const struct tokens *tokens, size_t from, size_t to);
/* How many tokens from first on, right before i, are the name of a level, 0 for
 * none. */
size_t levels_before(const struct level_names *names,
		     const struct tokens *tokens, size_t first, size_t i);
/* ... behind words that lead a level in, "Cấp THCS", "Riêng đối với bậc tiểu
 * học": how many tokens of [from, to) they and its name are, 0 for none. */
size_t levels_begin(const struct level_names *names,
		    const struct tokens *tokens, size_t from, size_t to);
/* True when tokens [from, to) begin with a level and a number: "Mầm non: 15",
 * "Cấp mầm non có 15". */
bool levels_figure(const struct level_names *names, const struct tokens *tokens,
		   size_t from, size_t to);

#endif
