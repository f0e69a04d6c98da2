/* fill_spill.c - a part of many megabytes goes to the compressor while it is
 * made: the same bytes as if it had stood whole in memory. */
#include "fill_kit.h"

#include "opc/package.h"

#define ITEM_WORDS "Một đoạn văn dài vừa phải, lặp đi lặp lại nhiều lần."

/* Each item: a paragraph, a table that is dropped because its only row is
 * repeated for nothing, a table that stays, and a cell that is left empty. */
#define BODY                                                                 \
	"<w:p><w:r><w:t>ĐẦU</w:t></w:r></w:p>"                            \
	"<w:p><w:r><w:t>{{#a}}</w:t></w:r></w:p>"                            \
	"<w:p><w:r><w:t>" ITEM_WORDS "</w:t></w:r></w:p>"                    \
	"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>{{#none}}x" \
	"{{/none}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"                  \
	"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>{{#none}}"  \
	"</w:t></w:r></w:p><w:p><w:r><w:t>y</w:t></w:r></w:p><w:p><w:r>"     \
	"<w:t>{{/none}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"             \
	"<w:p><w:r><w:t>{{/a}}</w:t></w:r></w:p>"                            \
	"<w:p><w:r><w:t>CUỐI</w:t></w:r></w:p>"

enum {
	MANY = 60000 /* items: over 8 MiB */
};

/* Answers with n rows of nothing but a name. */
static struct vb_answers *rows(size_t n)
{
	struct vb_answers *answers = answers_new(NULL);
	struct vb_error err = {0};
	struct answer *list = answers_add(answers, &answers->top, "a", "");
	size_t i;

	for (i = 0; i < n; i++) {
		struct answer_group *row = answers_add_row(answers, list);

		answers_add_text(answers, row, "v", "", "1");
	}
	if (answers_finish(answers, &err))
		printf("# %s\n", err.text);
	return answers;
}

static char *fill_rows(struct kit *k, size_t n)
{
	struct vb_answers *answers = rows(n);
	char *part = NULL;

	if (kit_fill(k, answers, true) == VB_OK)
		part = kit_part(k, "word/document.xml");
	else
		printf("# %s\n", k->err.text);
	vb_answers_free(answers);
	return part ? part : calloc(1, 1);
}

static void test_spill(struct kit *k)
{
	char *one = fill_rows(k, 1), *two = fill_rows(k, 2), *many;
	size_t item = strlen(two) - strlen(one), head, i, bad = 0;
	char *end = strstr(one, "CUỐI");
	struct vb_blob first;

	ok(end && item > 0, "one and two items");
	if (!end)
		return;
	head = (size_t)(strstr(one, ITEM_WORDS) - one);
	ok(!strstr(one, "<w:t>x") && !strstr(one, ">y<"), "nothing of none");
	many = fill_rows(k, MANY);
	is_int((long)strlen(many), (long)(strlen(one) + item * (MANY - 1)),
	       "as long as so many items");
	ok(strlen(many) > (size_t)8 << 20, "which is long");
	ok(strncmp(many, two, head + item) == 0, "the beginning is the same");
	for (i = 1; i < MANY && strlen(many) > head + item * (i + 1); i++)
		bad += memcmp(many + head, many + head + item * i, item) != 0;
	is_int((long)bad, 0, "every item is the same");
	is_str(many + head + item * (MANY - 1), one + head,
	       "and so is the end");
	first = k->out;
	memset(&k->out, 0, sizeof(k->out));
	free(many);
	many = fill_rows(k, MANY);
	ok(first.size == k->out.size &&
		   memcmp(first.data, k->out.data, first.size) == 0,
	   "twice the same bytes");
	vb_blob_release(&first);
	free(many);
	free(one);
	free(two);
}

static void test_stream(void)
{
	static const char piece[] = "abcdefgh";
	struct vb_blob blob = {NULL, 0}, out = {NULL, 0};
	struct opc_stream *stream = opc_stream_new();
	struct vb_error err = {0};
	struct opc_raw raw = {0};
	char *mib = calloc(1, (size_t)1 << 20);
	int i, rc = VB_OK;

	opc_stream_start(stream);
	for (i = 0; i < 1000; i++)
		opc_stream_add(stream, piece, 8, &err);
	is_int(opc_stream_end(stream, &err), VB_OK, "a stream ends");
	opc_stream_raw(stream, &raw);
	raw.name = "a";
	is_int(opc_inflate(&raw, &out, &err), VB_OK, "and is read back");
	is_int((long)out.size, 8000, "whole");
	vb_blob_release(&out);
	opc_stream_start(stream);
	is_int(opc_stream_end(stream, &err), VB_OK, "another with nothing");
	opc_stream_raw(stream, &raw);
	is_int(opc_inflate(&raw, &blob, &err), VB_OK, "is nothing");
	is_int((long)blob.size, 0, "at all");
	vb_blob_release(&blob);
	opc_stream_start(stream);
	for (i = 0; mib && i < 256 && rc == VB_OK; i++)
		rc = opc_stream_add(stream, mib, (size_t)1 << 20, &err);
	is_int(rc, VB_OK, "256 MiB pass");
	is_int(opc_stream_add(stream, mib, 1, &err), VB_LIMIT,
	       "not one byte more");
	is_str(err.text, "the part has more than 268435456 bytes", "it says");
	free(mib);
	opc_stream_free(stream);
	opc_stream_free(NULL);
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	if (kit_open(&k, BODY) == VB_OK)
		test_spill(&k);
	else
		ok(false, "compiles: %s", k.err.text);
	test_stream();
	kit_release(&k);
	return done_testing();
}
