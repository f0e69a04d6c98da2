/*
 * parts.h - a line that holds several values, told apart by labels:
 *
 *	MN: 12; TH: 20; THCS: 8
 *	40, trong đó: 12 mầm non, 20 tiểu học và 8 THCS
 *	Đang thực hiện: 60%
 */
#ifndef TEXT_PARTS_H
#define TEXT_PARTS_H

#include "text/span.h"
#include "text/words.h"
#include "vanban.h"

enum {
	/* Labels of one set: levels and options are a handful, with two or
	 * three ways to write each. */
	PARTS_LABELS_MAX = 256,
	/* Parts of one line. */
	PARTS_MAX = 64
};

/* One way to write what `index` stands for: an id, a label, a short form. */
struct part_label {
	const char *text;
	int index;
};

struct part_labels;

/* Labels are compared folded (fold.h), as whole words; of several that fit
 * the longest counts ("TH" and "THCS", "Đạt" and "Chưa đạt"). */
int part_labels_new(struct part_labels **out, const struct part_label *labels,
		    size_t n, struct vb_error *err);
void part_labels_free(struct part_labels *labels);

struct part {
	int index;
	struct text_span label, value; /* value without signs around it */
};

struct parts {
	struct part at[PARTS_MAX];
	size_t n;
	/* What stands before the first part: a total, "trong đó"; trimmed */
	struct text_span before;
	/* A label stands twice, or one has no value, or there are more than
	 * PARTS_MAX: ask a person. */
	bool is_doubtful;
};

/*
 * Reads the parts of a line. Labels stand before their values when the first
 * one stands before the first figure, else behind them. False when no label
 * is there, or out of memory (then `*parts` is doubtful).
 */
bool parts_read(struct parts *parts, const struct part_labels *labels,
		const char *text, size_t size);

/* One label, and a share: "Đạt 85%", "60% hoàn thành", "Chưa thực hiện". */
struct part_status {
	int index;
	struct text_span label;
	struct text_span share; /* "85", "94,64"; size 0: none is given */
	/* Letters besides: "Đạt một phần, chờ kinh phí 85%". */
	bool has_more;
};

/*
 * The first label of the text. A label behind "chưa" or "không" that does not
 * begin so itself is no match. Two different labels, or two shares: false.
 */
bool parts_status(struct part_status *out, const struct part_labels *labels,
		  const char *text, size_t size);

#endif
