/*
 * span.h - a borrowed piece of text, and what people leave around answers:
 * spaces and leaders ("……", "____").
 */
#ifndef TEXT_SPAN_H
#define TEXT_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrowed bytes; `at` is NULL only for a regex group that did not match. */
struct text_span {
	const char *at;
	size_t size;
};

/* Any Unicode White_Space character: tab, newlines, NBSP, U+2000..U+200A,
 * U+202F, U+3000... */
bool text_is_space(uint32_t c);
/* U+200B..U+200D, U+2060 and the byte order mark U+FEFF. */
bool text_is_zero_width(uint32_t c);

/* How much of a leader a character is: one ellipsis makes one alone (2), of
 * dots and strokes it takes two (1); 0 for all else. */
unsigned text_leader_weight(uint32_t c);

/* U+2026 stands where a text has three bytes at least. */
static inline bool text_is_ellipsis(const char *text)
{
	return memcmp(text, "\xe2\x80\xa6", 3) == 0;
}

static inline bool text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of the hyphen, en dash or em dash that a text begins with, 0 for
 * none. */
size_t text_dash_size(const char *text, size_t size);

/* Without the Unicode spaces, zero-width characters and byte order marks at
 * both ends. An all-space text gives size 0. */
struct text_span text_trim(const char *text, size_t size);

/*
 * True when a person sees the text as "not filled in": empty, or nothing but
 * spaces, zero-width characters, dots, U+2024, U+2025, U+2026, underscores
 * and U+00B7, also inside one pair of brackets ("()", "[ ]", "(……)").
 * "-" and "0" are answers.
 */
bool text_is_leader(const char *text, size_t size);

/*
 * The text without the leaders a respondent kept around an answer: at each
 * end the run of leader characters and spaces goes when it holds an ellipsis
 * (U+2025, U+2026) or at least two other leader characters; otherwise only
 * spaces go. "12 ……" and "….12…" give "12", "12." stays "12.". A text that is
 * all leader gives size 0.
 */
struct text_span text_strip_leader(const char *text, size_t size);

#endif
