/*
 * docref.h - references to documents: number and notation, date, issuer.
 *
 *	số 45/KH-THPT ngày 12/9/2022 của UBND quận
 */
#ifndef TEXT_DOCREF_H
#define TEXT_DOCREF_H

#include "text/span.h"
#include "util/buf.h"

/* The three pieces, borrowed; each may be empty. `date` is canonical. */
struct docref {
	struct text_span number, date, issuer;
};

enum docref_sure {
	DOCREF_NOT,    /* no number, date or issuer is recognised */
	DOCREF_LIKELY, /* something was, among other words */
	DOCREF_EXACT   /* nothing but the grammar and a kind of document */
};

struct docref_reader;

/* Compiles the patterns once; the reader serves any number of threads. */
int docref_reader_new(struct docref_reader **out, struct vb_error *err);
void docref_reader_free(struct docref_reader *reader);

/*
 * Appends a reference; each piece may be NULL or "". Only a date: "ngày
 * 12/9/2022", partial "tháng 9/2022"; only an issuer: "của UBND quận".
 */
void docref_show(struct buf *out, const char *number, const char *date,
		 const char *issuer);

/*
 * Reads a reference and appends each piece that is there, the date canonical,
 * to its buffer: what docref_show() writes, and what people write ("Kế hoạch
 * số 45/KH-THPT ngày 12/9/2022 của Sở GDĐT", "45/KH-THPT, ngày 12 tháng 9 năm
 * 2022", "Số: 45/KH-THPT ngày 12-9-2022"). Nothing is appended for
 * DOCREF_NOT. An impossible date is not taken and makes it LIKELY. What
 * follows "về việc" or "V/v" is not part of the issuer. Out of memory it is
 * DOCREF_NOT and `number` has failed.
 */
enum docref_sure docref_read(const struct docref_reader *reader,
			     struct buf *number, struct buf *date,
			     struct buf *issuer, const char *text, size_t size);

#endif
