/* arena.c - see arena.h. */
#include "util/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_BLOCK ((size_t)16 * 1024)
#define ARENA_ALIGN _Alignof(max_align_t)

struct arena_block {
	struct arena_block *next;
	max_align_t data[];
};

static struct arena_block *new_block(struct arena *arena, size_t size)
{
	struct arena_block *block;

	if (size > SIZE_MAX - sizeof(*block))
		block = NULL;
	else
		block = calloc(1, sizeof(*block) + size);
	if (!block) {
		arena->failed = true;
		return NULL;
	}
	block->next = arena->blocks;
	arena->blocks = block;
	return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	struct arena_block *block;
	char *p;

	if (size > SIZE_MAX - ARENA_ALIGN) {
		arena->failed = true;
		return NULL;
	}
	size = (size + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
#ifndef ARENA_EACH
	if (size <= arena->left) {
		p = arena->next;
		arena->next += size;
		arena->left -= size;
		return p;
	}
	if (size < ARENA_BLOCK / 4) {
		block = new_block(arena, ARENA_BLOCK);
		if (!block)
			return NULL;
		p = (char *)block->data;
		arena->next = p + size;
		arena->left = ARENA_BLOCK - size;
		return p;
	}
#endif
	block = new_block(arena, size ? size : 1);
	if (!block)
		return NULL;
	p = (char *)block->data;
	return p;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size) {
		arena->failed = true;
		return NULL;
	}
	return arena_alloc(arena, count * size);
}

char *arena_strn(struct arena *arena, const char *text, size_t size)
{
	char *copy;

	if (size == SIZE_MAX) {
		arena->failed = true;
		return NULL;
	}
	copy = arena_alloc(arena, size + 1);
	if (copy && size)
		memcpy(copy, text, size);
	return copy;
}

char *arena_str(struct arena *arena, const char *text)
{
	return arena_strn(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list ap;
	int n;
	char *text;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		return NULL;
	text = arena_alloc(arena, (size_t)n + 1);
	if (!text)
		return NULL;
	va_start(ap, fmt);
	vsnprintf(text, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return text;
}

void arena_release(struct arena *arena)
{
	struct arena_block *block = arena->blocks;

	while (block) {
		struct arena_block *next = block->next;

		free(block);
		block = next;
	}
	memset(arena, 0, sizeof(*arena));
}
