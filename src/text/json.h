/*
 * json.h - what JSON needs beside jansson: words that are surely UTF-8, and
 * an object as one line.
 */
#ifndef TEXT_JSON_H
#define TEXT_JSON_H

#include "vanban.h"

#include <jansson.h>

/* Digits a double keeps whatever they are. */
#define JSON_DIGITS_MAX 15

/* Only the path of a file may be other than UTF-8; what is not becomes
 * U+FFFD. NULL out of memory. */
json_t *json_words(const char *text);
/* The same; null for NULL and "". */
json_t *json_words_or_null(const char *text);

/* Takes `json` (NULL: out of memory) and gives it as one line. */
int json_line(struct vb_blob *out, json_t *json, struct vb_error *err);

#endif
