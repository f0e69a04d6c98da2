/* syllable.c - see syllable.h. */
#include "text/syllable.h"

#include "text/letters.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of the longest syllable, "nghiêng" with its tone, and some more. */
#define SYLLABLE_MAX 16

/* In order of bytes. */
static const char rimes[][8] = {
	"a",	"ac",  "ach",  "ai",   "am",   "an",   "ang",  "anh",  "ao",
	"ap",	"at",  "au",   "ay",   "e",    "ec",   "em",   "en",   "eng",
	"eo",	"ep",  "et",   "i",    "ia",   "ich",  "im",   "in",   "inh",
	"ip",	"it",  "iu",   "iêc",  "iêm",  "iên",  "iêng", "iêp",  "iêt",
	"iêu",	"o",   "oa",   "oac",  "oach", "oai",  "oam",  "oan",  "oang",
	"oanh", "oao", "oap",  "oat",  "oay",  "oc",   "oe",   "oen",  "oeo",
	"oet",	"oi",  "om",   "on",   "ong",  "ooc",  "oong", "op",   "ot",
	"oăc",	"oăm", "oăn",  "oăng", "oăt",  "u",    "ua",   "uc",   "ui",
	"um",	"un",  "ung",  "up",   "ut",   "uy",   "uya",  "uych", "uynh",
	"uyt",	"uyu", "uyên", "uyêt", "uân",  "uât",  "uây",  "uê",   "uêch",
	"uênh", "uôc", "uôi",  "uôm",  "uôn",  "uông", "uôt",  "uơ",   "y",
	"ynh",	"yt",  "yêm",  "yên",  "yêng", "yêt",  "yêu",  "âc",   "âm",
	"ân",	"âng", "âp",   "ât",   "âu",   "ây",   "ê",    "êch",  "êm",
	"ên",	"êng", "ênh",  "êp",   "êt",   "êu",   "ô",    "ôc",   "ôi",
	"ôm",	"ôn",  "ông",  "ôp",   "ôt",   "ăc",   "ăm",   "ăn",   "ăng",
	"ăp",	"ăt",  "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",   "ư",
	"ưa",	"ưc",  "ưi",   "ưn",   "ưng",  "ưt",   "ưu",   "ươc",  "ươi",
	"ươm",	"ươn", "ương", "ươp",  "ươt",  "ươu",
};

static const char onsets[][4] = {"ngh", "ng", "gh", "gi", "ch", "kh", "nh",
				 "ph",	"qu", "th", "tr", "b",	"c",  "d",
				 "đ",	"g",  "h",  "k",  "l",	"m",  "n",
				 "p",	"r",  "s",  "t",  "v",	"x",  ""};

static int compare(const void *key, const void *rime)
{
	return strcmp(key, rime);
}

static bool takes_tone(const char *rime, size_t size, enum letter_tone tone)
{
	char last = rime[size - 1];
	bool is_stopped = last == 'c' || last == 'p' || last == 't' ||
			  (last == 'h' && size > 1 && rime[size - 2] == 'c');

	return !is_stopped || tone == TONE_SAC || tone == TONE_NANG;
}

/* k, gh and ngh are c, g and ng before the front vowels. */
static bool follows(const char *onset, const char *rime)
{
	size_t n = strlen(onset);
	bool is_front = onset[0] == 'k'
				? n == 1
				: n > 1 && onset[0] != 'n' && onset[0] == 'g' &&
					  onset[n - 1] == 'h';

	if (strcmp(onset, "ngh") == 0)
		is_front = true;
	return !is_front || rime[0] == 'i' || rime[0] == 'e' ||
	       rime[0] == 'y' || strncmp(rime, "ê", 2) == 0;
}

static bool is_syllable(const char *toneless, size_t size,
			enum letter_tone tone)
{
	for (size_t i = 0; i < sizeof(onsets) / sizeof(*onsets); i++) {
		const char *rime;
		size_t n = strlen(onsets[i]);

		if (n >= size || memcmp(onsets[i], toneless, n) != 0)
			continue;
		rime = toneless + n;
		if (takes_tone(rime, size - n, tone) &&
		    follows(onsets[i], rime) &&
		    bsearch(rime, rimes, sizeof(rimes) / sizeof(*rimes),
			    sizeof(*rimes), compare))
			return true;
	}
	return false;
}

static size_t put(char *to, uint32_t base)
{
	if (base < 0x80) {
		to[0] = (char)base;
		return 1;
	}
	to[0] = (char)(0xc0 | base >> 6);
	to[1] = (char)(0x80 | (base & 0x3f));
	return 2;
}

bool syllable_valid(const char *word, size_t size)
{
	enum letter_tone tone = TONE_NONE;
	char toneless[SYLLABLE_MAX + 3];
	size_t n = 0, at = 0;

	while (at < size) {
		struct letter letter;

		if (n >= SYLLABLE_MAX ||
		    !letter_get(&letter, utf8_next(word, size, &at)))
			return false;
		if (letter.tone != TONE_NONE) {
			if (tone != TONE_NONE)
				return false;
			tone = letter.tone;
		}
		n += put(toneless + n, letter.base);
	}
	toneless[n] = '\0';
	return n > 0 && is_syllable(toneless, n, tone);
}
