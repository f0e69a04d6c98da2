/* ordinal.c - see ordinal.h. */
#include "text/ordinal.h"

#include <stddef.h>
#include <string.h>

bool ordinal_roman(char out[ORDINAL_SIZE], unsigned n)
{
	static const struct {
		unsigned value;
		const char *text;
	} parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"},
		     {100, "C"},  {90, "XC"},  {50, "L"},  {40, "XL"},
		     {10, "X"},	  {9, "IX"},   {5, "V"},   {4, "IV"},
		     {1, "I"}};
	size_t size = 0;

	out[0] = '\0';
	if (n == 0 || n > ORDINAL_ROMAN_MAX)
		return false;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		for (; n >= parts[i].value; n -= parts[i].value) {
			memcpy(out + size, parts[i].text,
			       strlen(parts[i].text));
			size += strlen(parts[i].text);
		}
	out[size] = '\0';
	return true;
}

void ordinal_letter(char out[ORDINAL_SIZE], unsigned n)
{
	static const char *const alphabet[] = {
		"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
		"n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};
	const unsigned base = sizeof(alphabet) / sizeof(alphabet[0]);
	const char *digits[8]; /* 23 + ... + 23^8 is above 2^32 */
	size_t count = 0, size = 0;

	for (; n > 0; n = (n - 1) / base)
		digits[count++] = alphabet[(n - 1) % base];
	while (count > 0 && size + 2 < ORDINAL_SIZE) {
		const char *letter = digits[--count];

		memcpy(out + size, letter, strlen(letter));
		size += strlen(letter);
	}
	out[size] = '\0';
}
