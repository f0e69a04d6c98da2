/*
 * syllable.h - whether letters can be a Vietnamese syllable.
 */
#ifndef TEXT_SYLLABLE_H
#define TEXT_SYLLABLE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * True when one word (NFC, any case, letters only) is an onset, one of the
 * 159 rimes of the language, and a tone the rime takes: those that end in c,
 * ch, p, t take sac and nang only; k, gh and ngh stand before i, e, y. The
 * place of the tone does not count. Measured on 368,228 words with accents
 * of government texts: 99.0 % are; of words in VNI or TCVN3 bytes 10 and
 * 14 %.
 */
bool syllable_valid(const char *word, size_t size);

#endif
