/* buf, arena, vec: growth, escapes, sticky failure, limits. */
#include "tap.h"
#include "util/arena.h"
#include "util/buf.h"
#include "util/vec.h"

#include <stdint.h>

static void appending(void)
{
	struct buf buf = BUF_INIT;
	struct vb_blob blob = {NULL, 0};
	int i;

	is_str(buf_cstr(&buf), "", "an empty buffer is an empty string");
	buf_adds(&buf, "a");
	buf_addc(&buf, 'b');
	buf_addf(&buf, "%d-%s", 7, "x");
	buf_add(&buf, "", 0);
	is_str(buf_cstr(&buf), "ab7-x", "appends in order");
	buf_clear(&buf);
	for (i = 0; i < 1000; i++)
		buf_adds(&buf, "0123456789");
	is_int((long)buf.size, 10000, "grows");
	is_int(buf_take(&buf, &blob, NULL), VB_OK, "hands over");
	is_int((long)blob.size, 10000, "all of it");
	ok(blob.data[10000] == 0, "with a NUL behind");
	ok(buf.data == NULL && buf.size == 0, "and is empty again");
	vb_blob_release(&blob);
	is_int(buf_take(&buf, &blob, NULL), VB_OK, "an empty buffer gives");
	ok(blob.data && blob.size == 0, "an empty blob");
	vb_blob_release(&blob);
}

static void escaping(void)
{
	struct buf buf = BUF_INIT;
	const char text[] = "GD&ĐT <\"5\"> 'x'\t\n\r";

	buf_add_text(&buf, text, sizeof(text) - 1);
	is_str(buf_cstr(&buf), "GD&amp;ĐT &lt;\"5\"&gt; 'x'\t\n&#13;", "text");
	buf_clear(&buf);
	buf_add_attr(&buf, text, sizeof(text) - 1);
	is_str(buf_cstr(&buf),
	       "GD&amp;ĐT &lt;&quot;5&quot;&gt; 'x'&#9;&#10;&#13;",
	       "attribute");
	buf_release(&buf);
}

static void limits(void)
{
	struct buf buf = BUF_INIT;
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {0};

	buf.limit = 10;
	buf_adds(&buf, "0123456789");
	ok(buf_ok(&buf), "up to the limit");
	buf_addc(&buf, 'x');
	ok(!buf_ok(&buf), "not one byte past it");
	buf_addc(&buf, 'y');
	is_str(buf_cstr(&buf), "0123456789", "keeps what it had");
	is_int(buf_take(&buf, &blob, &err), VB_LIMIT, "and says so");
	is_str(err.text, "more than 10 bytes of output", "in words");
	ok(buf_reserve(&buf, SIZE_MAX) == NULL, "an absurd size is refused");
	buf_release(&buf);
}

static void arenas(void)
{
	struct arena arena = ARENA_INIT;
	unsigned i, bad = 0;
	char *big;

	for (i = 1; i < 2000; i++) {
		char *p = arena_alloc(&arena, i % 300);

		if (!p || (uintptr_t)p % _Alignof(max_align_t) ||
		    (i % 300 && p[0] != 0))
			bad++;
	}
	is_int((long)bad, 0, "small pieces are zeroed and aligned");
	big = arena_alloc(&arena, 1 << 20);
	ok(big != NULL && big[(1 << 20) - 1] == 0, "a big piece");
	is_str(arena_printf(&arena, "%s=%d", "a", 1), "a=1", "printf");
	is_str(arena_strn(&arena, "abcdef", 3), "abc", "part of a string");
	ok(!arena.failed, "no failure so far");
	ok(arena_array(&arena, SIZE_MAX / 2, 4) == NULL && arena.failed,
	   "overflow fails and is remembered");
	arena_release(&arena);
	ok(arena.blocks == NULL && !arena.failed, "released");
}

static void vectors(void)
{
	struct {
		VEC(int);
	} vec = {0};
	int i, sum = 0;

	for (i = 0; i < 100; i++) {
		int *slot = vec_push(&vec);

		if (slot)
			*slot = i;
	}
	for (i = 0; i < (int)vec.n; i++)
		sum += vec.at[i];
	is_int(sum, 4950, "a hundred pushed");
	vec_release(&vec);
	ok(vec.at == NULL && vec.n == 0, "released");
}

int main(void)
{
	appending();
	escaping();
	limits();
	arenas();
	vectors();
	return done_testing();
}
