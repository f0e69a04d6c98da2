/*
 * Labels of several parts, typed before the words of a paragraph
 * (src/extract/label.c).
 */
#include "extract/label.h"
#include "tap.h"

#include <string.h>

static const struct {
	const char *text;
	unsigned parts; /* 0: no label */
	enum label_kind first;
	size_t end;
} LABELS[] = {
	{"2a. Nội dung", 2, LABEL_NUMBER, 3},
	{"2a) nội dung", 2, LABEL_NUMBER, 3},
	{"1.b) Nội dung", 2, LABEL_NUMBER, 4},
	{"II.3. Nội dung", 2, LABEL_ROMAN, 5},
	{"II.3 Nội dung", 2, LABEL_ROMAN, 4},
	{"I.1.a/ Nội dung", 3, LABEL_ROMAN, 6},
	{"a.1) Nội dung", 2, LABEL_LETTER, 4},
	{"3b.1 Nội dung", 3, LABEL_NUMBER, 4},
	{"3b.1:\tNội dung", 3, LABEL_NUMBER, 5},
	{"2a).\xc2\xa0Nội dung", 2, LABEL_NUMBER, 4},
	/* one kind of parts, or one part, is told by others */
	{"2.1. Nội dung", 0, LABEL_NONE, 0},
	{"2. Nội dung", 0, LABEL_NONE, 0},
	{"a) Nội dung", 0, LABEL_NONE, 0},
	{"II. Nội dung", 0, LABEL_NONE, 0},
	/* what is none */
	{"3b.1 nội dung", 0, LABEL_NONE, 0},
	{"120a. Nội dung", 0, LABEL_NONE, 0},
	{"2ab. Nội dung", 0, LABEL_NONE, 0},
	{"2a Nội dung", 0, LABEL_NONE, 0},
	{"7h30 Sáng", 0, LABEL_NONE, 0},
	{"5 học liệu", 0, LABEL_NONE, 0},
	{"2a.", 0, LABEL_NONE, 0},
	{"2a. ", 0, LABEL_NONE, 0},
	{"", 0, LABEL_NONE, 0},
};

int main(void)
{
	size_t i;

	for (i = 0; i < sizeof(LABELS) / sizeof(*LABELS); i++) {
		struct label label;
		const char *text = LABELS[i].text;
		bool is_label = label_read(&label, text, strlen(text));

		ok(is_label == (LABELS[i].parts > 0) &&
			   (!is_label || (label.parts == LABELS[i].parts &&
					  label.first == LABELS[i].first &&
					  label.end == LABELS[i].end)),
		   "\"%s\"", text);
	}
	return done_testing();
}
