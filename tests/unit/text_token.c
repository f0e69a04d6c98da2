/* text_token.c - words and numbers, bare. */
#include "tap.h"
#include "text/token.h"

/* The bare tokens of a text with one space between; numbers in <>. */
static const char *bare(const char *text)
{
	static char out[200];
	struct tokens tokens = {0};
	size_t i, n = 0;

	tokens_split(&tokens, text, strlen(text));
	out[0] = '\0';
	for (i = 0; i < tokens.n && n < sizeof(out); i++)
		n += (size_t)snprintf(
			out + n, sizeof(out) - n,
			tokens.at[i].kind == TOKEN_NUMBER ? "%s<%.*s>"
							  : "%s%.*s",
			i ? " " : "", (int)tokens.at[i].n, tokens.at[i].bare);
	vec_release(&tokens);
	return out;
}

static uint64_t last_hash(const char *text)
{
	struct tokens tokens = {0};
	uint64_t hash = 0;

	if (tokens_split(&tokens, text, strlen(text)) && tokens.n)
		hash = tokens.at[tokens.n - 1].hash;
	vec_release(&tokens);
	return hash;
}

static void words(void)
{
	is_str(bare("Tỷ lệ: 94,64%"), "ti le <94,64> %", "a line");
	is_str(bare("1.234 em"), "<1.234> em", "thousands");
	is_str(bare(""), "", "nothing");
}

static void ranks(void)
{
	is_str(bare("Mức độ II"), "muc do <2>", "a Roman rank");
	is_str(bare("mức IV, MĐ V"), "muc <4> md <5>", "others");
	is_str(bare("học kỳ I"), "hoc ki <1>", "a term");
	is_str(bare("II. Kết quả"), "ii ket qua", "the label of a title");
	is_str(bare("Mức độ ii"), "muc do ii", "no capitals");
	is_str(bare("mức VI"), "muc vi", "no rank is so high");
	ok(last_hash("Mức độ III") == last_hash("mức độ 3"),
	   "both say the same");
	ok(last_hash("75%") == token_sign_hash(), "the hash of the sign");
}

int main(void)
{
	words();
	ranks();
	return done_testing();
}
