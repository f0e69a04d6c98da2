/*
 * arena.h - memory for things that live and die together.
 *
 * Allocations are never freed one by one; arena_release() frees them all.
 * A failed allocation returns NULL and sets `failed`, so that a builder may
 * check once at its end. Define ARENA_EACH (the asan build does) to give
 * every allocation its own malloc, so that sanitizers see overruns.
 */
#ifndef UTIL_ARENA_H
#define UTIL_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *blocks;
	char *next;
	size_t left;
	bool failed;
};

#define ARENA_INIT ((struct arena){0})

/* Zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);
/* Zeroed array; NULL also when count * size overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* A NUL-terminated copy of `size` bytes. */
char *arena_strn(struct arena *arena, const char *text, size_t size);
char *arena_str(struct arena *arena, const char *text);
char *arena_printf(struct arena *arena, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void arena_release(struct arena *arena);

#define arena_new(arena, type) ((type *)arena_alloc(arena, sizeof(type)))

#endif
