/*
 * map.h - where bytes of a rewritten text came from.
 */
#ifndef TEXT_MAP_H
#define TEXT_MAP_H

#include "util/vec.h"

#include <stdbool.h>
#include <stdint.h>

/* From here on, byte out + n came from byte in + n. */
struct text_point {
	uint32_t out, in;
};

/* Points in order of `out`; zero it before use. */
struct text_map {
	VEC(struct text_point);
	bool failed; /* out of memory */
};

/* Tells that byte `out` comes from byte `in`; calls in order of `out`. */
void text_map_add(struct text_map *map, size_t out, size_t in);
/* The byte of the original; `out` itself when the map is empty. */
size_t text_map_in(const struct text_map *map, size_t out);
/* The first byte of the rewritten text that comes from `in` or later, for a
 * map whose `in` grows. */
size_t text_map_out(const struct text_map *map, size_t in);
void text_map_release(struct text_map *map);

#endif
