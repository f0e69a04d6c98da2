/* digest.c - see digest.h. */
#include "util/digest.h"

#include <nettle/sha2.h>
#include <stdint.h>

void digest_hex(char out[DIGEST_SIZE], const struct digest_piece *pieces,
		size_t n)
{
	static const char digits[] = "0123456789abcdef";
	uint8_t raw[SHA256_DIGEST_SIZE];
	struct sha256_ctx ctx;
	size_t i;

	sha256_init(&ctx);
	for (i = 0; i < n; i++)
		if (pieces[i].size)
			sha256_update(&ctx, pieces[i].size, pieces[i].data);
	sha256_digest(&ctx, sizeof(raw), raw);
	for (i = 0; i < sizeof(raw); i++) {
		out[2 * i] = digits[raw[i] >> 4];
		out[2 * i + 1] = digits[raw[i] & 15];
	}
	out[2 * i] = '\0';
}

void digest_bytes(char out[DIGEST_SIZE], const void *data, size_t size)
{
	const struct digest_piece piece = {data, size};

	digest_hex(out, &piece, 1);
}
