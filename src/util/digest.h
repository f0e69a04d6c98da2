/*
 * digest.h - SHA-256 (FIPS 180-4) as 64 hex digits, by nettle, which uses the
 * machine's own instructions: 2 GB/s where the portable code of others has
 * 0.25.
 */
#ifndef UTIL_DIGEST_H
#define UTIL_DIGEST_H

#include <stddef.h>

enum {
	DIGEST_SIZE = 65 /* with the NUL */
};

struct digest_piece {
	const void *data;
	size_t size;
};

/* The digest of the pieces one after another. */
void digest_hex(char out[DIGEST_SIZE], const struct digest_piece *pieces,
		size_t n);

/* The same of one. */
void digest_bytes(char out[DIGEST_SIZE], const void *data, size_t size);

#endif
