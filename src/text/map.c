/* map.c - see map.h. */
#include "text/map.h"

void text_map_add(struct text_map *map, size_t out, size_t in)
{
	struct text_point *last = map->n ? &map->at[map->n - 1] : NULL;

	if (!last && out == in)
		return;
	if (last && out - last->out == in - last->in)
		return;
	if (!last || last->out != out)
		last = vec_push(map);
	if (!last) {
		map->failed = true;
		return;
	}
	last->out = (uint32_t)out;
	last->in = (uint32_t)in;
}

/* The last point at or before, by either side; n when there is none. */
static size_t find(const struct text_map *map, size_t at, bool by_in)
{
	size_t low = 0, high = map->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		size_t here = by_in ? map->at[mid].in : map->at[mid].out;

		if (here <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? low - 1 : map->n;
}

size_t text_map_in(const struct text_map *map, size_t out)
{
	size_t i = find(map, out, false);

	return i == map->n ? out : map->at[i].in + (out - map->at[i].out);
}

size_t text_map_out(const struct text_map *map, size_t in)
{
	size_t i = find(map, in, true), next = i == map->n ? 0 : i + 1;
	size_t out = i == map->n ? in : map->at[i].out + (in - map->at[i].in);

	if (next < map->n && out > map->at[next].out)
		out = map->at[next].out;
	return out;
}

void text_map_release(struct text_map *map)
{
	vec_release(map);
}
