/* text_match.c - the hold on PCRE2. */
#include "tap.h"
#include "text/match.h"

#include <pthread.h>
#include <stdlib.h>

static bool found(const char *regex, const char *text)
{
	struct pattern *p = NULL;
	bool yes;

	if (pattern_new(&p, regex, NULL) != VB_OK)
		return false;
	yes = pattern_find(p, text, strlen(text), 0, NULL, 0);
	pattern_free(p);
	return yes;
}

static void unicode(void)
{
	ok(found("(?i)đường", "ĐƯỜNG PHỐ"), "caseless Vietnamese");
	ok(found("\\bđường\\b", "con đường dài"), "word edges");
	ok(!found("\\bn\\b", "bản"), "no edge inside a word");
	ok(found("^\\w+$", "Việt"), "letters are word characters");
	ok(found("a\\sb", "a\u00a0b"), "NBSP is a space");
	ok(found("\\p{Lu}", "aĐ"), "properties");
	ok(found("bc", "a\xff"
		       "bc"),
	   "a match behind invalid UTF-8");
	ok(!found("a.b", "a\xff"
			 "b"),
	   "none across it");
}

static void groups(void)
{
	const char *text = "số 45/KH, số 46/KH";
	struct text_span g[4];
	struct pattern *p = NULL;

	is_int(pattern_new(&p, "số ([0-9]+)(x)?/(KH)", NULL), VB_OK, "new");
	ok(pattern_find(p, text, strlen(text), 0, g, 4), "first");
	ok(g[1].size == 2 && memcmp(g[1].at, "45", 2) == 0, "group 1");
	ok(g[2].at == NULL && g[2].size == 0, "a group that took no part");
	ok(g[3].size == 2 && memcmp(g[3].at, "KH", 2) == 0, "group 3");
	ok(pattern_find(p, text, strlen(text),
			(size_t)(g[0].at - text) + g[0].size, g, 2),
	   "second");
	ok(memcmp(g[1].at, "46", 2) == 0, "its group");
	ok(!pattern_find(p, text, strlen(text), strlen(text), g, 1),
	   "no third");
	ok(!pattern_find(p, text, strlen(text), strlen(text) + 1, g, 1),
	   "past the end");
	ok(!pattern_find(p, text, 8, 0, g, 1), "the length counts");
	ok(!pattern_find(p, NULL, 0, 0, g, 1), "no text");
	pattern_free(p);
	pattern_free(NULL);
	is_int(pattern_new(&p, "(x)|(y)", NULL), VB_OK, "new");
	ok(pattern_find(p, "x", 1, 0, g, 4), "find");
	ok(g[2].at == NULL && g[3].at == NULL, "groups that are not there");
	pattern_free(p);
}

static void errors(void)
{
	struct vb_error err = {0};
	struct pattern *p = NULL;

	is_int(pattern_new(&p, "a(b", &err), VB_INTERNAL, "a bad pattern");
	ok(p == NULL, "gives nothing");
	is_str(err.text, "pattern, byte 3: missing closing parenthesis",
	       "says where");
}

/* A pattern that would take for ever stops at the limit. */
static void limits(void)
{
	char text[41];

	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	ok(!found("^(a|a?)+$(?<=b)", text), "an explosion ends");
	ok(!found("^(?:a+)+$b", text), "and another");
}

static void *search(void *arg)
{
	const struct pattern *p = arg;
	const char *text = "Kế hoạch số 45/KH-THPT ngày 12/9/2022";
	struct text_span g[2];
	size_t good = 0;

	for (int i = 0; i < 5000; i++)
		good += pattern_find(p, text, strlen(text), 0, g, 2) &&
			g[1].size == 2;
	return (void *)good;
}

static void threads(void)
{
	struct pattern *p = NULL;
	pthread_t t[4];
	size_t sum = 0;

	if (pattern_new(&p, "([0-9]+)/KH", NULL) != VB_OK)
		return;
	for (int i = 0; i < 4; i++)
		pthread_create(&t[i], NULL, search, p);
	for (int i = 0; i < 4; i++) {
		void *good = NULL;

		pthread_join(t[i], &good);
		sum += (size_t)good;
	}
	is_int((long)sum, 20000, "four threads share a pattern");
	pattern_free(p);
}

int main(void)
{
	unicode();
	groups();
	errors();
	limits();
	threads();
	return done_testing();
}
