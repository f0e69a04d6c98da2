/*
 * choice.c - which option of a choice words begin with, as people write it:
 * "Chưa đạt" for "Không đạt", "Đang triển khai" for "Đang thực hiện".
 */
#include "extract/reading.h"

#include "text/token.h"

#include <string.h>

/* What is not yet so is not so: in a report on targets the two say one
 * thing. */
static bool is_not(const struct token *t)
{
	return token_is(t, "khong") || token_is(t, "chua");
}

/* "triển khai", "thực hiện", "tiến hành", "làm" */
static size_t doing(const struct token *t, size_t n)
{
	if (n > 1 && ((token_is(&t[0], "trien") && token_is(&t[1], "khai")) ||
		      (token_is(&t[0], "thuc") && token_is(&t[1], "hien")) ||
		      (token_is(&t[0], "tien") && token_is(&t[1], "hanh"))))
		return 2;
	return n > 0 && token_is(&t[0], "lam") ? 1 : 0;
}

/* Tokens at the start of `text` that say the label; 0 when they do not. */
static size_t says(const struct tokens *label, const struct token *text,
		   size_t n)
{
	size_t i = 0, k = 0;

	while (i < label->n && k < n) {
		const struct token *l = &label->at[i];
		size_t mine = doing(l, label->n - i);
		size_t theirs = doing(&text[k], n - k);

		if (mine && theirs) {
			i += mine;
			k += theirs;
			continue;
		}
		if (l->hash != text[k].hash && !(is_not(l) && is_not(&text[k])))
			return 0;
		i++;
		k++;
	}
	return i == label->n ? k : 0;
}

bool choice_begins(const struct field_option **out, const struct field *field,
		   const struct token *text, size_t n, size_t *used)
{
	struct tokens words = {0};
	size_t i, k;
	bool good = true;

	*out = NULL;
	*used = 0;
	for (i = 0; i < field->n_options && good; i++) {
		const char *label = field->options[i].label;

		words.n = 0;
		good = tokens_split(&words, label, strlen(label));
		k = good ? says(&words, text, n) : 0;
		if (k > *used) {
			*used = k;
			*out = &field->options[i];
		}
	}
	vec_release(&words);
	return good;
}

bool choice_of(const struct field_option **out, const struct field *field,
	       const char *text, size_t size, bool *is_whole)
{
	struct tokens words = {0};
	size_t used = 0;
	bool good = tokens_split(&words, text, size) &&
		    choice_begins(out, field, words.at, words.n, &used);

	*is_whole = good && used == words.n;
	vec_release(&words);
	return good;
}
