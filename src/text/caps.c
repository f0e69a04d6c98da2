/* caps.c - see caps.h. */
#include "text/caps.h"

#include "text/utf8.h"

#include <utf8proc.h>

void text_caps(struct buf *out, const char *text, size_t size)
{
	size_t at = 0;

	while (at < size)
		utf8_put(out,
			 (uint32_t)utf8proc_toupper(
				 (utf8proc_int32_t)utf8_next(text, size, &at)));
}
