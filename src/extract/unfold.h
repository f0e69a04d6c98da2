/*
 * unfold.h - a table that lays out a report, questions and their answers below
 * one another in its cells: while answers are looked for, these paragraphs
 * stand on the page.
 *
 *	| Nội dung      | Báo cáo của trường             |
 *	| 1. Điều kiện  | (1) Phương tiện, đường truyền: |
 *	|               | 24 phòng học có ti vi ...      |
 *	|               | (2) Máy tính học môn Tin học:  |
 *	|               | Hai phòng, 80 máy.             |
 *
 * So do those of a frame of one cell, and what is asked and answered in rows by
 * turns, "Hỏi | ..." and "Đáp | ...", without these words.
 */
#ifndef EXTRACT_UNFOLD_H
#define EXTRACT_UNFOLD_H

#include "wml/reader.h"

struct unfolded {
	struct wml_story *story;
	struct wml_para *paras; /* as they were, NULL when none was changed */
};

/* False out of memory. Undone by unfold_back(). */
bool unfold(struct unfolded *u, struct wml_story *story);
void unfold_back(struct unfolded *u);

#endif
