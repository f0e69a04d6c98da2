/*
 * loop.c - every allocation of the whole loop fails once.
 *
 * The program's malloc, calloc and realloc stand before those of libc (or of
 * the sanitizer), for the libraries too. A step is run with its n-th
 * allocation failing, n = 1, 2, ... until it gets through. Each time it must
 * either fail with VB_NOMEM and no output, or succeed with the very bytes it
 * gives undisturbed, and hold no more memory than before. After the first
 * FINE allocations of a step only every k-th is tried, so that it takes
 * seconds.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "opc/opc.h"
#include "tap.h"
#include "text/docref.h"
#include "vanban.h"

#include <dlfcn.h>
#include <errno.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	FINE = 100000, /* allocations tried one by one */
	COARSE = 300,  /* at most so many more */
	GIVE_UP = 5    /* failures said per step */
};

#ifdef __SANITIZE_ADDRESS__
#define REAL(name) __interceptor_##name
#else
#define REAL(name) __libc_##name
#endif
void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t n, size_t size);
void *REAL(realloc)(void *old, size_t size);
void REAL(free)(void *old);

/* Seen by the libraries too, though the build hides what it defines. */
#define SHOWN __attribute__((visibility("default")))
/* These run before the sanitizer is ready. */
#define RAW __attribute__((no_sanitize("address", "undefined")))

static long fail_at = LONG_MAX, seen;
static bool is_spared; /* nothing fails, nothing is counted */

#define CALLER __builtin_return_address(0)

/* libxml2 2.9.14 drops a namespace prefix without a word when its dictionary
 * gets no memory. */
RAW static bool is_dictionary(const void *caller)
{
	Dl_info info = {0};
	int found;

	is_spared = true;
	found = dladdr(caller, &info);
	is_spared = false;
	return found && info.dli_sname &&
	       strncmp(info.dli_sname, "xmlDict", 7) == 0;
}

RAW static bool fails(const void *caller)
{
	if (is_spared || ++seen != fail_at || is_dictionary(caller))
		return false;
	errno = ENOMEM;
	return true;
}

/*
 * The blocks our own code holds: those asked for from an address inside this
 * program. What a library loses when its memory fails (libxml2 2.9.14 loses
 * some) is not ours to free. A set with linear probing; it is far from full.
 */
enum {
	SLOTS = 1 << 16
};
static void *held[SLOTS];
static long live;
extern char __executable_start, etext; /* from the linker */

RAW static bool is_ours(const void *caller)
{
	return (const char *)caller >= &__executable_start &&
	       (const char *)caller < &etext;
}

RAW static size_t slot_of(const void *p)
{
	size_t i = ((size_t)p >> 4) * 2654435761U % SLOTS;

	while (held[i] && held[i] != p)
		i = (i + 1) % SLOTS;
	return i;
}

RAW static void *hold(void *p, const void *caller)
{
	if (p && is_ours(caller)) {
		held[slot_of(p)] = p;
		live++;
	}
	return p;
}

/* Takes a block out and closes the gap in its probe sequence. */
RAW static bool let_go(const void *p)
{
	size_t i = slot_of(p), next;

	if (!p || held[i] != p)
		return false;
	held[i] = NULL;
	live--;
	for (next = (i + 1) % SLOTS; held[next]; next = (next + 1) % SLOTS) {
		void *moved = held[next];

		held[next] = NULL;
		held[slot_of(moved)] = moved;
	}
	return true;
}

SHOWN RAW void *malloc(size_t size)
{
	return fails(CALLER) ? NULL : hold(REAL(malloc)(size), CALLER);
}

SHOWN RAW void *calloc(size_t n, size_t size)
{
	return fails(CALLER) ? NULL : hold(REAL(calloc)(n, size), CALLER);
}

SHOWN RAW void *realloc(void *old, size_t size)
{
	void *p;
	bool was_held;

	if (fails(CALLER))
		return NULL;
	was_held = let_go(old);
	p = REAL(realloc)(old, size);
	if (was_held)
		hold(p ? p : old, &__executable_start);
	else if (!old)
		hold(p, CALLER);
	return p;
}

SHOWN RAW void free(void *old)
{
	let_go(old);
	REAL(free)(old);
}

/*
 * libxml2 2.9.14 breaks its own data when memory fails inside its RELAX NG
 * compiler and validator (xmlRelaxNGAddStates, xmlRelaxNGFreeParserCtxt), and
 * follows a NULL pointer when its XPath evaluator gets no context. Nothing of
 * ours runs in there, so these three are spared.
 */
static void *spare(const char *name)
{
	void *real;

	is_spared = true;
	real = dlsym(RTLD_NEXT, name);
	if (!real)
		_exit(2);
	return real;
}

SHOWN int xmlRelaxNGValidateDoc(xmlRelaxNGValidCtxt *ctxt, xmlDoc *doc)
{
	union {
		void *object;
		int (*call)(xmlRelaxNGValidCtxt *ctxt, xmlDoc *doc);
	} real = {spare("xmlRelaxNGValidateDoc")};
	int rc = real.call(ctxt, doc);

	is_spared = false;
	return rc;
}

SHOWN xmlRelaxNG *xmlRelaxNGParse(xmlRelaxNGParserCtxt *ctxt)
{
	union {
		void *object;
		xmlRelaxNG *(*call)(xmlRelaxNGParserCtxt *ctxt);
	} real = {spare("xmlRelaxNGParse")};
	xmlRelaxNG *schema = real.call(ctxt);

	is_spared = false;
	return schema;
}

SHOWN xmlXPathObject *xmlXPathCompiledEval(xmlXPathCompExpr *expr,
					   xmlXPathContext *ctxt)
{
	union {
		void *object;
		xmlXPathObject *(*call)(xmlXPathCompExpr *expr,
					xmlXPathContext *ctxt);
	} real = {spare("xmlXPathCompiledEval")};
	xmlXPathObject *value = real.call(expr, ctxt);

	is_spared = false;
	return value;
}

/*
 * What libxml2 2.9.14 and libzip 1.7.3 lose themselves when memory fails: a
 * pattern that gets no XPath expression (xmlXPathTryStreamCompile), the buffer
 * of a parser that gets no input (xmlCreateIOParserCtxt) or no copy of it
 * (xmlParserInputBufferCreateMem), the window of a source that gets no layer
 * (_zip_source_window_new; no names in Debian's library). Any other leak is
 * ours.
 */
SHOWN const char *__lsan_default_suppressions(void);
SHOWN const char *__lsan_default_suppressions(void)
{
	return "leak:xmlPatterncompile\n"
	       "leak:xmlAllocParserInputBuffer\n"
	       "leak:xmlBufCreateSize\n"
	       "leak:libzip.so\n";
}

/* ---- the steps: each from files or bytes to bytes --------------------------
 */

static char form_path[PATH_MAX], answers_path[PATH_MAX], units_path[PATH_MAX];
static char tpl_path[] = "/tmp/vanban-oom-XXXXXX";
static char folder[] = "/tmp/vanban-oom-XXXXXX"; /* of partials */
static struct vb_blob report;

static int read_form(struct vb_blob *out, struct vb_error *err)
{
	struct vb_form *form = NULL;
	int rc = vb_form_read(&form, form_path, err);

	if (rc == VB_OK)
		rc = vb_form_schema(form, out, err);
	vb_form_free(form);
	return rc;
}

static int make_template(struct vb_blob *out, struct vb_error *err)
{
	struct vb_form *form = NULL;
	int rc = vb_form_read(&form, form_path, err);

	if (rc == VB_OK)
		rc = vb_template_make(form, out, err);
	vb_form_free(form);
	return rc;
}

static int read_answers(struct vb_blob *out, struct vb_error *err)
{
	struct vb_form *form = NULL;
	struct vb_answers *answers = NULL;
	size_t count = 0;
	int rc = vb_form_read(&form, form_path, err);

	if (rc == VB_OK)
		rc = vb_answers_read(&answers, form, answers_path, NULL, err);
	if (rc == VB_OK)
		rc = vb_answers_check(answers, form, NULL, NULL, &count, err);
	if (rc == VB_OK)
		rc = vb_answers_write(answers, out, err);
	vb_answers_free(answers);
	vb_form_free(form);
	return rc;
}

static int read_units(struct vb_blob *out, struct vb_error *err)
{
	struct vb_units *units = NULL;
	int rc = vb_units_read(&units, units_path, err);

	(void)out;
	vb_units_free(units);
	return rc;
}

static int fill(struct vb_blob *out, struct vb_error *err)
{
	struct vb_form *form = NULL;
	struct vb_answers *answers = NULL;
	struct vb_template *tpl = NULL;
	struct vb_fill_options options = {0};
	int rc = vb_form_read(&form, form_path, err);

	if (rc == VB_OK)
		rc = vb_answers_read(&answers, form, answers_path, NULL, err);
	if (rc == VB_OK)
		rc = vb_template_open(&tpl, tpl_path, form, NULL, err);
	if (rc == VB_OK)
		rc = vb_fill(tpl, answers, &options, out, NULL, err);
	vb_template_free(tpl);
	vb_answers_free(answers);
	vb_form_free(form);
	return rc;
}

/* A template with other documents in it, and all that those bring. */
__attribute__((unused)) static int put_in(struct vb_blob *out,
					  struct vb_error *err)
{
	struct vb_answers *answers = NULL;
	struct vb_template *tpl = NULL;
	struct vb_fill_options options = {.plain = true};
	char path[PATH_MAX];
	int rc;

	snprintf(path, sizeof(path), "%s/partials/answers.xml", folder);
	rc = vb_answers_read(&answers, NULL, path, NULL, err);
	snprintf(path, sizeof(path), "%s/mau.docx", folder);
	if (rc == VB_OK)
		rc = vb_template_open(&tpl, path, NULL, NULL, err);
	if (rc == VB_OK)
		rc = vb_fill(tpl, answers, &options, out, NULL, err);
	vb_template_free(tpl);
	vb_answers_free(answers);
	return rc;
}

/* The answers, or all that was read, of the report. */
static int read_report(struct vb_blob *out, bool is_json, struct vb_error *err)
{
	struct vb_form *form = NULL;
	struct vb_reading *reading = NULL;
	int rc = vb_form_read(&form, form_path, err);

	if (rc == VB_OK)
		rc = vb_read_memory(&reading, report.data, report.size,
				    "report", form, NULL, err);
	if (rc == VB_OK && is_json)
		rc = vb_export_json(reading, out, err);
	else if (rc == VB_OK)
		rc = vb_answers_write(vb_reading_answers(reading), out, err);
	vb_reading_free(reading);
	vb_form_free(form);
	return rc;
}

/* A document without marks: a title, a line with levels, a table. */
static const char plain_form[] =
	"<form xmlns='urn:vanban:form:1' id='p' version='1' type='bao-cao'>"
	"<title>P</title><levels><level id='th' label='Tieu hoc'/>"
	"<level id='thcs' label='THCS'/></levels>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Cong tac chi dao'><longtext id='lead'/></section>"
	"<section title='Ket qua'><line>So CSGD co mang: "
	"<count id='net' by='level'/> CSGD (<breakdown of='net'/>), dat ty le: "
	"<percent id='net_pct'/>%.</line>"
	"<table><columns><column width='50'/><column width='50'/></columns>"
	"<header><row><cell>Nhom</cell><cell>So luong</cell></row></header>"
	"<row><cell>Day hoc</cell><cell><count id='day'/></cell></row></table>"
	"</section></body></form>";
#define PLAIN_P(t) "<w:p><w:r><w:t>" t "</w:t></w:r></w:p>"
#define PLAIN_C(t) "<w:tc>" PLAIN_P(t) "</w:tc>"
static const char plain_body[] =
	"<w:document xmlns:w='http://schemas.openxmlformats.org/"
	"wordprocessingml/2006/main'><w:body>" PLAIN_P("I. Cong tac chi dao")
		PLAIN_P("Da lam.") PLAIN_P("II. Ket qua") PLAIN_P(
			"So CSGD co mang: 5 CSGD (2 TH, 3 THCS), dat "
			"ty le: 50%.") "<w:tbl><w:tr>" PLAIN_C("Nhom")
			PLAIN_C("So luong") "</w:tr><w:tr>" PLAIN_C("Day hoc")
				PLAIN_C("7") "</w:tr></"
					     "w:tbl>"
					     "</w:body></"
					     "w:document>";
/* The same figures in words of its own: levels in brackets, in a table; parts
 * beside their sum, and beside a whole. */
static const char said_form[] =
	"<form xmlns='urn:vanban:form:1' id='p' version='1' type='bao-cao'>"
	"<title>P</title><levels><level id='mn' label='Mam non'/>"
	"<level id='th' label='Tieu hoc'/></levels>"
	"<base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Ha tang, thiet bi'><line>So CSGD (theo bac hoc) co "
	"mang wifi cung cap mien phi cho giao vien va hoc sinh: <count "
	"id='wifi' by='level' unit='CSGD' label='So CSGD co mang wifi mien "
	"phi'/> CSGD (<breakdown of='wifi'/>), dat ty le: <percent "
	"id='wifi_pct' of='wifi' per='base/all_n' label='Ty le CSGD co mang "
	"wifi mien phi'/>%.</line>"
	"<line>So CSGD (theo bac hoc) co phong phat trien hoc lieu (phong "
	"studio): <count id='studio' unit='CSGD' label='So CSGD co "
	"phong phat trien hoc lieu (studio)'/> CSGD.</line>"
	"</section></body></form>";
static const char said_body[] =
	"<w:document xmlns:w='http://schemas.openxmlformats.org/"
	"wordprocessingml/2006/main'><w:body>" PLAIN_P("Ket qua nam hoc") PLAIN_P("1. Nha giao, CSGD:") PLAIN_P(
		"- Mang wifi mien phi da duoc lap dat tai 45 truong "
		"(mam non 5, tieu hoc 40), dat 75%.") "<w:tbl><w:tr>" PLAIN_C("Cap hoc")
		PLAIN_C("Phong phat trien hoc lieu") "</w:tr><w:tr>" PLAIN_C(
			"Mam non") PLAIN_C("1") "</w:tr><w:tr>" PLAIN_C("Cong")
			PLAIN_C("5") "</w:tr></w:tbl>" PLAIN_P("Chia ra:") "<w:tbl><w:tr>" PLAIN_C(
				"Noi dung") PLAIN_C("Diem chinh") PLAIN_C("Diem le")
				PLAIN_C("Cong") "</w:tr><w:tr>" PLAIN_C(
					"Phong phat trien hoc lieu") PLAIN_C("3")
					PLAIN_C("2") PLAIN_C("5") "</w:tr></w:tbl>" PLAIN_P(
						"Trong do:") "<w:tbl><w:tr>" PLAIN_C("Noi dung")
						PLAIN_C("Tong so") PLAIN_C(
							"So luong")
							PLAIN_C("Ty le") "</w:tr><w:tr>" PLAIN_C(
								"Mang wifi mien phi")
								PLAIN_C("60") PLAIN_C(
									"45")
									PLAIN_C("75") "</w:tr></w:tbl></w:body></w:document>";
static struct vb_blob plain, said;

static bool make_document(struct vb_blob *out, const char *body)
{
	static const char RELS[] =
		"<Relationships xmlns='http://schemas.openxmlformats.org/"
		"package/2006/relationships'><Relationship Id='r' Type='http://"
		"schemas.openxmlformats.org/officeDocument/2006/relationships/"
		"officeDocument' Target='word/document.xml'/></Relationships>";
	const struct opc_item items[] = {
		{"_rels/.rels", NULL, RELS, sizeof(RELS) - 1},
		{"word/document.xml",
		 "application/vnd.openxmlformats-officedocument."
		 "wordprocessingml.document.main+xml",
		 body, strlen(body)}};
	struct vb_error err = {0};

	return opc_build(out, items, 2, &err) == VB_OK;
}

static int read_by(const struct vb_form *form, const struct vb_blob *docx,
		   struct vb_blob *out, struct vb_error *err)
{
	struct vb_reading *reading = NULL;
	int rc = vb_read_memory(&reading, docx->data, docx->size, "plain", form,
				NULL, err);

	if (rc == VB_OK)
		rc = vb_answers_write(vb_reading_answers(reading), out, err);
	vb_reading_free(reading);
	return rc;
}

static int read_plain(struct vb_blob *out, struct vb_error *err)
{
	struct vb_form *form = NULL;
	int rc = vb_form_parse(&form, plain_form, strlen(plain_form), "p", err);

	if (rc == VB_OK)
		rc = read_by(form, &plain, out, err);
	vb_form_free(form);
	return rc;
}

static int read_said(struct vb_blob *out, struct vb_error *err)
{
	struct vb_form *form = NULL;
	int rc = vb_form_parse(&form, said_form, strlen(said_form), "p", err);

	if (rc == VB_OK)
		rc = read_by(form, &said, out, err);
	vb_form_free(form);
	return rc;
}

/* What one document could not make of the form (util/once.h), the next
 * makes. */
static int read_again(struct vb_blob *out, struct vb_error *err)
{
	struct vb_form *form = NULL;
	int rc = vb_form_parse(&form, said_form, strlen(said_form), "p", err);

	if (rc == VB_OK && read_by(form, &said, out, err) != VB_OK) {
		memset(err, 0, sizeof(*err));
		rc = read_by(form, &said, out, err);
	}
	vb_form_free(form);
	return rc;
}

static int read_back(struct vb_blob *out, struct vb_error *err)
{
	return read_report(out, false, err);
}

static int export_json(struct vb_blob *out, struct vb_error *err)
{
	return read_report(out, true, err);
}

/* Words in the way, so that every pattern is tried. */
static int read_reference(struct vb_blob *out, struct vb_error *err)
{
	static const char text[] = "theo Kế hoạch số 45/KH-THPT của UBND "
				   "quận, ngày 12/9/2022 (bản sao)";
	struct docref_reader *reader = NULL;
	struct buf number = BUF_INIT, date = BUF_INIT, issuer = BUF_INIT;
	int rc = docref_reader_new(&reader, err);

	if (rc == VB_OK) {
		docref_read(reader, &number, &date, &issuer, text,
			    strlen(text));
		buf_add(&number, date.data, date.size);
		buf_add(&number, issuer.data, issuer.size);
		if (!buf_ok(&date) || !buf_ok(&issuer))
			number.failed = true;
		rc = buf_take(&number, out, err);
	}
	buf_release(&number);
	buf_release(&date);
	buf_release(&issuer);
	docref_reader_free(reader);
	return rc;
}

static int inspect(struct vb_blob *out, struct vb_error *err)
{
	return vb_inspect(tpl_path, NULL, true, out, NULL, err);
}

/* The template, taken as an outline: letterhead, sections, tables. */
static int draft(struct vb_blob *out, struct vb_error *err)
{
	return vb_form_draft(tpl_path, out, NULL, err);
}

struct step {
	const char *name;
	int (*run)(struct vb_blob *out, struct vb_error *err);
};

static const struct step steps[] = {
	{"form and schema", read_form},
	{"template", make_template},
	{"answers and rules", read_answers},
	{"units", read_units},
	{"fill", fill},
#ifndef __SANITIZE_ADDRESS__
	/* xmlDocCopyNode() of libxml2 2.9.14 loses the children it had copied
	 * when memory fails (measured): the leak sanitizer would say so */
	{"partials", put_in},
#endif
	{"read back", read_back},
	{"without marks", read_plain},
	{"in words of its own", read_said},
	{"and again", read_again},
	{"json", export_json},
	{"inspect", inspect},
	{"reference", read_reference},
	{"draft", draft},
};

static bool same(const struct vb_blob *a, const struct vb_blob *b)
{
	return a->size == b->size &&
	       (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

/* What libzip 1.7.3 says when memory fails while it opens an archive; it is
 * not told apart from damage, and a clean error. */
static bool is_refusal(const struct vb_error *err)
{
	/* of a partial it is a fault of the template */
	return (err->code == VB_PACKAGE || err->code == VB_TEMPLATE) &&
	       strstr(err->text, "the zip is damaged: Not a zip archive");
}

/* Where two outputs part, with a little of both. */
static void show_difference(const struct vb_blob *a, const struct vb_blob *b)
{
	size_t i = 0, from;

	while (i < a->size && i < b->size && a->data[i] == b->data[i])
		i++;
	from = i > 60 ? i - 60 : 0;
	printf("# good: %.*s\n#  got: %.*s\n",
	       (int)(a->size - from < 120 ? a->size - from : 120),
	       a->data ? (const char *)a->data + from : "",
	       (int)(b->size - from < 120 ? b->size - from : 120),
	       b->data ? (const char *)b->data + from : "");
}

/* One run with allocation n failing; NULL when all is as it must be. */
static const char *disturbed(const struct step *step, long n,
			     const struct vb_blob *good, bool *is_through)
{
	struct vb_error err = {0};
	struct vb_blob out = {0};
	const char *fault = NULL;
	long before = live;
	int rc;

	seen = 0;
	fail_at = n;
	rc = step->run(&out, &err);
	fail_at = LONG_MAX;
	*is_through = seen < n;
	if (rc == VB_OK && !same(&out, good))
		fault = "succeeds with other bytes";
	else if (rc != VB_OK && rc != VB_NOMEM && !is_refusal(&err))
		fault = err.text[0] ? "fails with another code" : "no text";
	else if (rc != VB_OK && (int)err.code != rc)
		fault = "error and code differ";
	else if (rc != VB_OK && out.data)
		fault = "fails with output";
	if (fault)
		printf("# %s, allocation %ld: %s: %d '%s' '%s'\n", step->name,
		       n, fault, rc, err.text, err.where);
	if (fault && rc == VB_OK)
		show_difference(good, &out);
	vb_blob_release(&out);
	if (!fault && live > before) {
		printf("# %s, allocation %ld: %ld blocks stay\n", step->name, n,
		       live - before);
		fault = "leaks";
	}
	return fault;
}

static void loop(const struct step *step)
{
	struct vb_error err = {0};
	struct vb_blob good = {0};
	long n, total, stride, tried = 0, faults = 0;
	bool is_through = false;

	seen = 0;
	if (!ok(step->run(&good, &err) == VB_OK, "%s: undisturbed",
		step->name)) {
		printf("# %s %s %s\n", err.text, err.part, err.where);
		return;
	}
	total = seen;
	stride = total > FINE ? (total - FINE) / COARSE + 1 : 1;
	for (n = 1; !is_through && faults < GIVE_UP;
	     n += n < FINE ? 1 : stride) {
		faults += disturbed(step, n, &good, &is_through) != NULL;
		tried++;
	}
	ok(faults == 0, "%s: %ld allocations, %ld made to fail", step->name,
	   total, tried);
	vb_blob_release(&good);
}

static bool sees_libraries(void)
{
	void *p;

	seen = 0;
	p = xmlMalloc(1);
	xmlFree(p);
	return seen == 1;
}

/* The fixture as files; what its picture shows does not matter here. */
static bool prepare_partials(const char *top, const char *tools)
{
	char command[4 * PATH_MAX];

	if (!mkdtemp(folder))
		return false;
	snprintf(command, sizeof(command),
		 "cp -r '%s/fixtures/partials' '%s' && cd '%s' && "
		 "mkdir partials/phu-luc/word/media && "
		 "printf PNG >partials/phu-luc/word/media/image1.png && "
		 "for d in mau phu-luc loi-ky; do "
		 "'%s/mkdocx' partials/$d $d.docx || exit; done",
		 top, folder, folder, tools);
	return system(command) == 0;
}

static bool prepare(const char *top)
{
	struct vb_error err = {0};
	struct vb_blob tpl = {0};
	int fd = mkstemp(tpl_path);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "wb");
	bool good;

	snprintf(form_path, sizeof(form_path), "%s/fixtures/cli/small.form.xml",
		 top);
	snprintf(answers_path, sizeof(answers_path),
		 "%s/fixtures/cli/answers/LC.xml", top);
	snprintf(units_path, sizeof(units_path), "%s/fixtures/cli/units.csv",
		 top);
	if (!f)
		return false;
	good = make_template(&tpl, &err) == VB_OK &&
	       fwrite(tpl.data, 1, tpl.size, f) == tpl.size;
	good = fclose(f) == 0 && good;
	vb_blob_release(&tpl);
	return good && make_document(&plain, plain_body) &&
	       make_document(&said, said_body) && fill(&report, &err) == VB_OK;
}

/* Removes the folder with its files. */
static void clean(void)
{
	char command[64];

	remove(tpl_path);
	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	if (system(command))
		printf("# %s stays\n", folder);
}

int main(void)
{
	const char *top = getenv("TOP"), *tools = getenv("TOOLS");
	size_t i;

	setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
	vb_init();
	ok(sees_libraries(), "what libraries allocate fails too");
	if (ok(prepare_partials(top ? top : ".", tools ? tools : ".") &&
		       prepare(top ? top : "."),
	       "a template and a report"))
		for (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
			loop(&steps[i]);
	vb_blob_release(&report);
	vb_blob_release(&plain);
	vb_blob_release(&said);
	clean();
	return done_testing();
}
