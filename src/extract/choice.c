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

/* "đạt yêu cầu", "đạt mục tiêu": what the report is on anyway. */
static bool is_aim(const struct token *t)
{
	static const char *const aims[][2] = {{"ieu", "cau"},
					      {"muc", "tieu"},
					      {"chi", "tieu"},
					      {"ke", "hoach"}};

	return token_is_pair_among(t, aims, sizeof(aims) / sizeof(aims[0]));
}

/* "đạt", "hoàn thành", "đạt được": what is done. */
static size_t done(const struct token *t, size_t n)
{
	size_t k = 1;

	if (n > 1 && token_is(&t[0], "hoan") && token_is(&t[1], "thanh"))
		k = 2;
	else if (n == 0 || !token_is(&t[0], "dat"))
		return 0;
	else if (n > 1 && token_is(&t[1], "duoc"))
		k = 2;
	return n > k + 1 && is_aim(&t[k]) ? k + 2 : k;
}

/* "đang thực hiện", "tiến độ: 80%": what is on its way. */
static size_t on_its_way(const struct token *t, size_t n)
{
	size_t k;

	if (n > 1 && token_is(&t[0], "tien") && token_is(&t[1], "do"))
		return n > 2 && token_is(&t[2], "100") ? 0 : 2;
	k = n > 0 && token_is(&t[0], "dang") ? doing(&t[1], n - 1) : 0;
	return k ? k + 1 : 0;
}

/* Tokens of a label, and of what people write, that say one thing in other
 * words; 0 when the two begin with none. */
static size_t alike(const struct token *label, size_t n, size_t *used,
		    const struct token *text, size_t n_text)
{
	static size_t (*const kinds[])(const struct token *,
				       size_t) = {on_its_way, doing, done};
	size_t i, mine;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		mine = kinds[i](label, n);
		*used = kinds[i](text, n_text);
		if (mine && *used)
			return mine;
	}
	*used = 1;
	return is_not(label) && is_not(text) ? 1 : 0;
}

/* Tokens at the start of `text` that say the label; 0 when they do not. What
 * is told in other words is `*is_free`. */
static size_t says(const struct tokens *label, const struct token *text,
		   size_t n, bool *is_free)
{
	size_t i = 0, k = 0, theirs, mine;

	*is_free = false;
	/* "Đã đạt" says "Đạt" */
	if (n > 1 && label->n && token_is(&text[0], "da") &&
	    done(&text[1], n - 1) && !token_is(&label->at[0], "da"))
		k++;
	while (i < label->n && k < n) {
		bool same = label->at[i].hash == text[k].hash;

		mine = alike(&label->at[i], label->n - i, &theirs, &text[k],
			     n - k);
		if (!mine && same)
			mine = theirs = 1;
		*is_free |= !same;
		if (!mine)
			return 0;
		i += mine;
		k += theirs;
	}
	return i == label->n ? k : 0;
}

bool choice_begins(const struct field_option **out, const struct field *field,
		   const struct token *text, size_t n, size_t *used)
{
	struct tokens words = {0};
	size_t i, k;
	bool good = true, is_free, was_free = false;

	*out = NULL;
	*used = 0;
	for (i = 0; i < field->n_options && good; i++) {
		const char *label = field->options[i].label;

		words.n = 0;
		good = tokens_split(&words, label, strlen(label));
		k = good ? says(&words, text, n, &is_free) : 0;
		if (k > *used || (k && k == *used && was_free && !is_free)) {
			was_free = is_free;
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
