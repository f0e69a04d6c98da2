/* form_rules.c - judging answers by the rules of their form. */
#include "form/rules.h"

#include "form_answers.h"

#include <pthread.h>
#include <time.h>

/* A form with so much in its base, on its page and in its repeat `r`. */
static struct vb_form *make_form(const char *base, const char *page,
				 const char *row, char error[800])
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	struct buf xml = BUF_INIT;

	buf_addf(&xml,
		 "<form xmlns='urn:vanban:form:1' id='f' version='1' "
		 "type='bao-cao'>\n"
		 "<title>F</title><levels><level id='th' label='TH'/>"
		 "<level id='thcs' label='THCS'/></levels>\n"
		 "<base><count id='b_n' by='level'/>%s</base><body>"
		 "<section title='S'><line>x %s <text id='t'/></line>"
		 "<repeat id='r'><line>y <text id='r_txt'/> %s</line>"
		 "</repeat></section></body></form>",
		 base, page, row);
	error[0] = '\0';
	if (vb_form_parse(&form, xml.data, xml.size, "f.xml", &err) != VB_OK)
		error_line(error, &err);
	buf_release(&xml);
	return form;
}

/* What the check of a body finds. */
static void check(const struct vb_form *form, const char *body,
		  const char *want, const char *what)
{
	char line[800];
	struct vb_answers *answers = parse_body(form, body, NULL, line);
	struct buf found = BUF_INIT;
	struct vb_sink sink = {note_finding, &found};
	struct vb_error err = {0};
	size_t count = 99, lines = 0;
	const char *p;

	if (!answers) {
		is_str(line, want, what);
		return;
	}
	if (vb_answers_check(answers, form, "a.xml", &sink, &count, &err) !=
	    VB_OK)
		buf_adds(&found, error_line(line, &err));
	is_str(buf_cstr(&found), want, what);
	for (p = buf_cstr(&found); *p; p++)
		lines += *p == '\n';
	if (err.code == VB_OK)
		is_int((long)count, (long)lines, "... and counts it");
	vb_answers_free(answers);
	buf_release(&found);
}

static void test_required(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"",
		"<text id='a' required='true()'/>"
		"<count id='c' by='level' required='true()'/>"
		"<breakdown of='c'/>"
		"<count id='d' by='level' required='base/b_n &gt; 0'/>"
		"<breakdown of='d'/>",
		"<text id='r_a' required=\"r_txt = 'x'\"/>", error);

	is_str(error, "", "a form with required fields");
	if (!form)
		return;
	check(form, "<c level='th'>1</c>",
	      "required-missing a: a is required and not answered\n",
	      "absent; one level is an answer of the whole");
	check(form, "<a/><c>1</c>",
	      "required-missing a, line 2: a is required and not answered\n",
	      "empty is not answered");
	check(form, "<a>x</a>",
	      "required-missing c: c is required and not answered\n",
	      "a broken-down field without any value");
	check(form,
	      "<base><b_n level='th'>0</b_n><b_n level='thcs'>2</b_n></base>"
	      "<a>x</a><c>1</c><d level='th'>1</d>",
	      "required-missing d[thcs]: d at level thcs is required and not "
	      "answered\n",
	      "required by a figure of the level");
	check(form, "<base><b_n level='thcs'>2</b_n></base><a>x</a><c>1</c>",
	      "required-missing d: d is required and not answered\n",
	      "told once when all of it is missing");
	check(form,
	      "<a>x</a><c>1</c><r><r_txt>x</r_txt></r><r><r_txt>y</r_txt></r>",
	      "required-missing r_a row 1: r_a is required and not answered\n",
	      "in a row, by its own figures");
	vb_form_free(form);
}

static bool is_irrelevant(const struct vb_answers *answers, const char *id)
{
	const struct answer *answer = answers_find(&answers->top, id, "");

	return answer && answer->is_irrelevant;
}

static void test_relevant(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"",
		"<text id='a'/>"
		"<text id='c' required='true()' relevant=\"a = 'yes'\"/>",
		"", error);
	struct vb_answers *answers;
	struct vb_error err = {0};

	is_str(error, "", "a form with a relevant field");
	if (!form)
		return;
	check(form, "<a>no</a>", "", "not required where not relevant");
	check(form, "<a>yes</a>",
	      "required-missing c: c is required and not answered\n",
	      "required where relevant");
	check(form, "<a>no</a><c>x</c>",
	      "not-relevant c, line 2: c is answered though it is asked only "
	      "when 'a = 'yes''\n",
	      "answered where not relevant");
	check(form, "<c>x</c>", "", "not known whether it is relevant");
	answers = parse_body(form, "<a>no</a>", NULL, error);
	rules_relevance(form->rules, answers, &err);
	ok(is_irrelevant(answers, "c"), "marked: not relevant");
	ok(!is_irrelevant(answers, "a"), "marked: always relevant");
	vb_answers_free(answers);
	vb_form_free(form);
}

static void test_constraint(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"<count id='b_m' constraint='. &lt;= b_n'/>",
		"<count id='c' by='level' constraint='. &lt;= base/b_n' "
		"alert='Quá nhiều.'/><breakdown of='c'/>"
		"<text id='s' constraint='string-length(.) &lt; 4'/>"
		"<count id='n' constraint='. = sum(r/r_n)'/>"
		"<count id='k' constraint='. = count(r[r_n &gt; 1])'/>",
		"<count id='r_n' constraint='. &lt;= ../c'/>", error);

	is_str(error, "", "a form with constraints");
	if (!form)
		return;
	check(form,
	      "<base><b_n>5</b_n><b_n level='th'>2</b_n>"
	      "<b_n level='thcs'>3</b_n></base><c level='th'>3</c>"
	      "<c level='thcs'>3</c>",
	      "constraint-broken c: c is 6, which breaks '. <= base/b_n'; "
	      "base/b_n is 5: Quá nhiều.\n"
	      "constraint-broken c[th], line 2: c at level th is 3, which "
	      "breaks '. <= base/b_n'; base/b_n is 2: Quá nhiều.\n",
	      "judged for the total and each level");
	check(form, "<c>3</c>", "", "not judged while a name is unanswered");
	check(form, "<base><b_n level='th'>2</b_n></base><c level='thcs'>3</c>",
	      "", "nor over different levels");
	check(form, "<base><b_m>3</b_m><b_n>2</b_n></base>",
	      "constraint-broken b_m, line 2: b_m is 3, which breaks '. <= "
	      "b_n'; base/b_n is 2\n",
	      "base figures name each other");
	check(form, "<s>Lê C</s>",
	      "constraint-broken s, line 2: s is Lê C, which breaks "
	      "'string-length(.) < 4'\n",
	      "text, in characters");
	check(form,
	      "<c>3</c><r><r_n>2</r_n></r><r><r_n>4</r_n></r><n>7</n><k>2</k>",
	      "constraint-broken n, line 2: n is 7, which breaks '. = "
	      "sum(r/r_n)'\n"
	      "constraint-broken r_n row 2, line 2: r_n is 4, which breaks '. "
	      "<= ../c'; c is 3\n",
	      "rows: added up, and against the page");
	check(form, "<r><r_n>2</r_n></r><r/><n>7</n>", "",
	      "a row without the figure cannot be added up");
	vb_form_free(form);
}

static void test_rates(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"",
		"<count id='c' by='level'/><breakdown of='c'/>"
		"<percent id='p' of='c' per='base/b_n'/>"
		"<percent id='q' by='level' of='c' per='base/b_n'/>"
		"<breakdown of='q'/>"
		"<percent id='s' of='c + 1' per='base/b_n'/>"
		"<percent id='free'/><percent id='own' constraint='. &gt; 1'/>",
		"", error);

	is_str(error, "", "a form with rates");
	if (!form)
		return;
	check(form, "<base><b_n>15</b_n></base><c>12</c><p>97.4</p>",
	      "rate-differs p, line 2: p is 97.4 but 12/15 is 80\n",
	      "a rate that differs");
	check(form, "<base><b_n>38</b_n></base><c>37</c><p>97.4</p>", "",
	      "rounded to what is stated");
	check(form, "<base><b_n>38</b_n></base><c>37</c><p>97.36</p>",
	      "rate-differs p, line 2: p is 97.36 but 37/38 is 97.37\n",
	      "rounded the wrong way");
	check(form, "<base><b_n>0</b_n></base><c>3</c><p>50</p>",
	      "rate-differs p, line 2: p is 50 but 3/0 is no rate\n",
	      "nothing to divide by");
	check(form,
	      "<base><b_n level='th'>4</b_n><b_n level='thcs'>4</b_n></base>"
	      "<c level='th'>1</c><c level='thcs'>2</c>"
	      "<p>37.5</p><q level='th'>25</q><q level='thcs'>25</q>",
	      "rate-differs q[thcs], line 2: q at level thcs is 25 but 2/4 is "
	      "50\n",
	      "totals added up; rates of levels");
	check(form, "<base><b_n>4</b_n></base><c>1</c><s>50</s>", "",
	      "an expression as numerator");
	check(form, "<base><b_n>4</b_n></base><c>1</c><s>25</s>",
	      "rate-differs s, line 2: s is 25 but 2/4 is 50\n",
	      "and its figures in words");
	check(form,
	      "<base><b_n level='th'>4</b_n><b_n level='thcs'>4</b_n></base>"
	      "<c level='th'>1</c><p>12.5</p>",
	      "", "no rate of totals over different levels");
	check(form, "<free>100.5</free><own>120</own><q level='th'>-1</q>",
	      "rate-range free, line 2: free is 100.5, outside 0 to 100\n"
	      "rate-range q[th], line 2: q at level th is -1, outside 0 to "
	      "100\n",
	      "outside, but where the form says otherwise");
	check(form,
	      "<base><b_n>9007199254740993</b_n></base>"
	      "<c>9007199254740993</c><p>100</p>",
	      "", "one name is compared in decimals, past 2^53 too");
	vb_form_free(form);
}

static void test_sums(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"", "<count id='c' by='level'/><breakdown of='c'/>", "", error);

	is_str(error, "", "a form with a breakdown");
	if (!form)
		return;
	check(form, "<c>20</c><c level='th'>9</c><c level='thcs'>10</c>",
	      "sum-differs c, line 2: c is 20 but its levels add up to 19\n",
	      "levels that do not add up");
	check(form, "<c>19</c><c level='th'>9</c><c level='thcs'>10</c>", "",
	      "levels that do");
	check(form, "<c>20</c><c level='th'>9</c>", "",
	      "not while a level is missing");
	check(form,
	      "<base><b_n>2</b_n><b_n level='th'>1</b_n>"
	      "<b_n level='thcs'>2</b_n></base>",
	      "sum-differs b_n, line 2: b_n is 2 but its levels add up to "
	      "3\n",
	      "base figures too");
	vb_form_free(form);
}

/* "dat" when the figures say so, else what people say. */
static void test_calculate_nothing(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"",
		"<count id='x'/><text id='s' "
		"calculate=\"substring('dat', 1, 3 * number(x &gt; 1))\"/>",
		"", error);

	is_str(error, "", "a form that may calculate nothing");
	if (!form)
		return;
	check(form, "<x>1</x><s>tien_do</s>", "", "nothing: no judgement");
	check(form, "<x>2</x><s>dat</s>", "", "something, and the same");
	check(form, "<x>2</x><s>tien_do</s>",
	      "calculate-differs s, line 2: s is tien_do but is calculated as "
	      "dat; x is 2\n",
	      "something else");
	vb_form_free(form);
}

static void test_calculate(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"",
		"<count id='x'/><count id='y' calculate='z * 2'/>"
		"<count id='z' calculate='x + 1'/>"
		"<number id='half' calculate='x div 3'/>"
		"<percent id='pc' calculate='100 * x div 7'/>"
		"<text id='w' calculate=\"concat(t, '!')\"/>"
		"<count id='all' calculate='sum(r/r_dbl)'/>"
		"<count id='lv' by='level' calculate='base/b_n + 1'/>"
		"<breakdown of='lv'/>",
		"<count id='r_n'/><count id='r_dbl' calculate='r_n * ../x'/>",
		error);
	struct vb_answers *answers;
	struct vb_error err = {0};
	struct buf out = BUF_INIT;

	is_str(error, "", "a form that calculates");
	if (!form)
		return;
	check(form, "<x>2</x><y>6</y><z>3</z><half>0.67</half><pc>28.6</pc>",
	      "", "what is stated as calculated, or rounded");
	check(form, "<x>2</x><y>5</y><half>0.66</half>",
	      "calculate-differs y, line 2: y is 5 but is calculated as 6; z "
	      "is 3\n"
	      "calculate-differs half, line 2: half is 0.66 but is calculated "
	      "as 0.666667; x is 2\n",
	      "what is not; by way of an absent one");
	check(form, "<t>a</t><w>b</w>",
	      "calculate-differs w, line 2: w is b but is calculated as a!; t "
	      "is a\n",
	      "text");
	answers = parse_body(form,
			     "<base><b_n level='th'>4</b_n></base>"
			     "<x>2</x><r><r_n>3</r_n></r><r><r_n>4</r_n></r>",
			     NULL, error);
	is_int(rules_calculate(form->rules, answers, &err), VB_OK,
	       "adds what is absent");
	answers_serialize_element(&out, answers);
	is_str(buf_cstr(&out),
	       "<answers xmlns=\"urn:vanban:answers:1\" form=\"f\" "
	       "version=\"1\">\n"
	       "  <base>\n    <b_n level=\"th\">4</b_n>\n  </base>\n"
	       "  <x>2</x>\n  <y>6</y>\n  <z>3</z>\n"
	       "  <half>0.666667</half>\n  <pc>28.57</pc>\n"
	       "  <all>14</all>\n  <lv>5</lv>\n  <lv level=\"th\">5</lv>\n"
	       "  <r>\n    <r_n>3</r_n>\n    <r_dbl>6</r_dbl>\n  </r>\n"
	       "  <r>\n    <r_n>4</r_n>\n    <r_dbl>8</r_dbl>\n  </r>\n"
	       "</answers>\n",
	       "on the page, in rows, at levels");
	vb_answers_free(answers);
	buf_release(&out);
	vb_form_free(form);
}

/* The error of a form whose field `f` has a constraint. */
static void bad(const char *constraint, const char *want)
{
	char error[800], page[5000];
	struct vb_form *form;

	snprintf(page, sizeof(page), "<count id='f_n' constraint=\"%s\"/>",
		 constraint);
	form = make_form("", page, "<count id='r_n'/>", error);
	is_str(error, want, constraint);
	vb_form_free(form);
}

#define BAD(text) "9: f.xml: line 3: constraint of 'f_n': " text

static void test_expressions(void)
{
	char error[800];
	struct vb_form *form;

	bad(". &lt;= base/b_n and (t = 'a' or not(count(r) &gt; -1.5))", "");
	bad("r[r_txt = 'x']/r_n * .5 - 1 != ./t mod 2", "");
	bad(". &lt;= nothing", BAD("'nothing' names no field"));
	bad(". &lt;= b_n", BAD("'b_n' is a base figure: base/name"));
	bad(". &lt;= r_n", BAD("'r_n' is a field of a repeat: repeat/name"));
	bad(". &lt;= base/t", BAD("'t' is a field of the page: ../name"));
	bad(". = ../t", BAD("'..' leads out of the answers"));
	bad("document('x')", BAD("'document' is no function of XPath 1.0"));
	bad("child::t", BAD("'child' names an axis or a prefix"));
	bad("/answers/t", BAD("'/' begins no path here"));
	bad("r//r_n", BAD("'/' begins no path here"));
	bad("@level", BAD("'@' has no place in an expression"));
	bad("$value", BAD("'$' has no place in an expression"));
	bad("r | r", BAD("'|' has no place in an expression"));
	bad("count(*)", BAD("'*' names no field"));
	bad("t/t", BAD("'t' is a field of the page: ../name"));
	bad("t[1]", BAD("'[' follows no repeat"));
	bad("r/..", BAD("'..' stands inside a path"));
	bad(". = 'x", BAD("''x' has no closing quote"));
	bad(". &lt;=", BAD("'. <=' is no expression"));
	bad("(.", BAD("'(.' is no expression"));
	bad("1 + + 2 3", BAD("'1 + + 2 3' is no expression"));
	form = make_form("",
			 "<count id='c' calculate='d'/>"
			 "<count id='d' calculate='c'/>",
			 "", error);
	is_str(error, "9: f.xml: line 3: calculate of 'c' needs its own result",
	       "a circle");
	vb_form_free(form);
	form = make_form("", "", "<count id='r_n' constraint='../r'/>", error);
	is_str(error,
	       "9: f.xml: line 3: constraint of 'r_n': 'r' is a repeat, and a "
	       "row sees no other rows",
	       "rows that look at rows");
	vb_form_free(form);
}

static void test_hostile(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"",
		"<count id='c' constraint='count(r[count(../r[r_n]) &gt; 1]) "
		"&gt; 0'/>",
		"<count id='r_n'/>", error);
	struct buf body = BUF_INIT;
	int i;

	/* ../r of a row is refused on the page's own rows too */
	is_str(error,
	       "9: f.xml: line 3: constraint of 'c': 'r' is a repeat, and a "
	       "row sees no other rows",
	       "no rows by rows");
	vb_form_free(form);
	/* every row looks through the page, which all rows stand on */
	form = make_form("",
			 "<count id='c' constraint='count(r[r_n &lt; ../d]) "
			 "&gt;= 0'/><count id='d'/>",
			 "<count id='r_n'/>", error);
	is_str(error, "", "a rule that takes the square of the rows");
	for (i = 0; i < 50000; i++)
		buf_adds(&body, "<r><r_n>1</r_n></r>");
	buf_adds(&body, "<c>1</c><d>1</d>");
	if (form)
		check(form, buf_cstr(&body),
		      "3: : : constraint of 'c': the rules take more than "
		      "50000000 steps",
		      "is stopped");
	buf_release(&body);
	vb_form_free(form);
}

/* Rules of a repeat itself, and results that are no values. */
static void test_odd(void)
{
	char error[800];
	struct vb_form *form = make_form(
		"",
		"<text id='a'/><date id='d' calculate='a'/>"
		"<choice id='o' calculate='a'><option value='y'>Y</option>"
		"</choice>",
		"", error);
	struct vb_answers *answers;
	struct vb_error err = {0};
	struct buf out = BUF_INIT;
	size_t count;

	is_str(error, "", "a form that calculates dates and choices");
	answers = parse_body(form, "<a>y</a>", NULL, error);
	is_int(rules_calculate(form->rules, answers, &err), VB_OK, "computed");
	answers_serialize_element(&out, answers);
	is_str(buf_cstr(&out),
	       "<answers xmlns=\"urn:vanban:answers:1\" form=\"f\" "
	       "version=\"1\">\n  <a>y</a>\n  <o>y</o>\n</answers>\n",
	       "a result that is no date is no answer");
	buf_release(&out);
	vb_answers_free(answers);
	answers = parse_body(NULL, "<a>y</a>", NULL, error);
	is_int(vb_answers_check(answers, form, "a", NULL, &count, &err),
	       VB_ANSWERS, "answers read without the form");
	is_str(err.text, "the answers were not read with form 'f'",
	       "cannot be judged");
	vb_answers_free(answers);
	vb_form_free(form);
}

static void test_repeat(void)
{
	static const char xml[] =
		"<form xmlns='urn:vanban:form:1' id='f' version='1' "
		"type='bao-cao'><title>F</title><body><section title='S'>"
		"<repeat id='r' required='true()'>"
		"<line>y <text id='r_txt'/></line></repeat></section></body>"
		"</form>";
	struct vb_form *form = NULL;
	struct vb_error err = {0};

	vb_form_parse(&form, xml, sizeof(xml) - 1, "f", &err);
	if (!ok(form != NULL, "a repeat with rules: %s", err.text))
		return;
	check(form, "<r/>",
	      "required-missing r: r is required and not answered\n",
	      "no rows");
	check(form, "<r><r_txt>a</r_txt></r>", "", "a row");
	vb_form_free(form);
}

/* ---- threads, cost ----------------------------------------------------- */

struct shared {
	const struct vb_form *form;
	const struct vb_answers *answers;
	long found;
};

static void *checker(void *payload)
{
	struct shared *shared = payload;
	struct vb_error err = {0};
	size_t count;
	int i;

	for (i = 0; i < 200; i++) {
		if (vb_answers_check(shared->answers, shared->form, "a", NULL,
				     &count, &err) != VB_OK)
			return NULL;
		shared->found += (long)count;
	}
	return NULL;
}

static void test_real(void)
{
	struct vb_form *form = form_at("templates/hp-2023-pl1/form.xml");
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	struct shared shared[4];
	pthread_t threads[4];
	char path[512];
	size_t count = 0;
	clock_t start;
	int i;

	if (!ok(form != NULL, "a real form"))
		return;
	vb_answers_read(
		&answers, form,
		at_top(path, "templates/hp-2023-pl1/answers/blanks.xml"), NULL,
		&err);
	if (!ok(answers != NULL, "its answers with mistakes")) {
		vb_form_free(form);
		return;
	}
	vb_answers_check(answers, form, "a", NULL, &count, &err);
	ok(count > 0, "have findings");
	for (i = 0; i < 4; i++) {
		shared[i].form = form;
		shared[i].answers = answers;
		shared[i].found = 0;
		pthread_create(&threads[i], NULL, checker, &shared[i]);
	}
	for (i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		is_int(shared[i].found, 200 * (long)count,
		       "a thread finds the same");
	}
	start = clock();
	for (i = 0; i < 200; i++)
		vb_answers_check(answers, form, "a", NULL, &count, &err);
	/* 0.1 ms measured; sanitizers are some 10 times slower */
	ok((double)(clock() - start) / CLOCKS_PER_SEC / 200 < 0.01,
	   "a check costs little");
	vb_answers_free(answers);
	vb_form_free(form);
}

static void test_rows_cost(void)
{
	char error[800];
	struct vb_form *form =
		make_form("", "<count id='c'/>",
			  "<count id='r_n' constraint='. &lt;= ../c'/>", error);
	struct buf body = BUF_INIT;
	struct vb_answers *answers;
	struct vb_error err = {0};
	size_t count = 0;
	int i;

	for (i = 0; i < 50000; i++)
		buf_adds(&body, "<r><r_n>2</r_n></r>");
	buf_adds(&body, "<c>1</c>");
	answers = parse_body(form, buf_cstr(&body), NULL, error);
	vb_answers_check(answers, form, "a", NULL, &count, &err);
	is_int((long)count, 50000, "50,000 rows, one by one");
	vb_answers_free(answers);
	vb_form_free(form);
	buf_release(&body);
}

int main(void)
{
	test_required();
	test_relevant();
	test_constraint();
	test_rates();
	test_sums();
	test_calculate();
	test_calculate_nothing();
	test_expressions();
	test_hostile();
	test_odd();
	test_repeat();
	test_real();
	test_rows_cost();
	return done_testing();
}
