/*
 * vanban.h - the one public header of libvanban.
 *
 * The library fills Word templates of Vietnamese official documents from XML
 * answers and reads returned Word files back into answers.
 *
 * Ownership, once for all:
 *
 *   given through `**out`        the caller owns it, frees it with X_free()
 *   `struct vb_blob *out`        the caller frees it with vb_blob_release()
 *   a returned `const T *`       borrowed from the first argument, lives as
 *                                long as that does
 *   a parameter                  borrowed for the call, unless it says "takes"
 *
 * Every X_free(NULL) and vb_blob_release() of a zeroed blob is legal.
 * Every function returning `int` returns VB_OK (0) or another vb_code; the
 * last parameter, when it is a `struct vb_error *`, may be NULL.
 *
 * Text is UTF-8 with a terminating NUL; lengths are in bytes. The library
 * never prints, exits, reads the clock or the locale. Objects may be shared
 * between threads as long as nobody frees them; all but the functions that
 * build them take them const. Call vb_init() once before the first thread.
 */
#ifndef VANBAN_H
#define VANBAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define VB_API __attribute__((visibility("default")))

#define VB_VERSION "0.1.0"

/*
 * Error codes. The texts here are the only ones; docs/vanban.1 is checked
 * against them. X(name, text)
 */
#define VB_CODES(X)                                                 \
	X(OK, "no error")                                           \
	X(NOMEM, "out of memory")                                   \
	X(IO, "cannot read or write a file")                        \
	X(LIMIT, "a named limit is exceeded")                       \
	X(PACKAGE, "not a usable Office package")                   \
	X(ENCRYPTED, "the document is encrypted")                   \
	X(LEGACY, "a legacy .doc, .rtf or other file, not a .docx") \
	X(XML, "XML is not well formed or not allowed")             \
	X(DOCUMENT, "the document is not usable WordprocessingML")  \
	X(FORM, "the form is not valid")                            \
	X(ANSWERS, "the answers are not valid")                     \
	X(UNITS, "the list of units is not valid")                  \
	X(TEMPLATE, "the template is not valid")                    \
	X(NOFORM, "no form is known for the document")              \
	X(CANCELLED, "stopped on request")                          \
	X(INTERNAL, "internal error")

enum vb_code {
#define VB_CODE_ENUM(name, text) VB_##name,
	VB_CODES(VB_CODE_ENUM)
#undef VB_CODE_ENUM
};

/* What went wrong and where. Fixed size: filling it never allocates. */
struct vb_error {
	enum vb_code code;
	char file[256];	 /* path as given, or "" */
	char part[96];	 /* "word/document.xml", or "" */
	char where[160]; /* "line 3", "paragraph 12", "entry 4", or "" */
	char text[256];	 /* lower case, no full stop, subjects in quotes */
};

/* The sentence of a code, static. */
VB_API const char *vb_code_text(enum vb_code code);

/* Prepares libxml2 for threads. Idempotent; call before other threads run. */
VB_API void vb_init(void);

/* The version of the linked library, static. */
VB_API const char *vb_version(void);

/* Bytes in memory. `data` has one NUL byte past `size` for convenience. */
struct vb_blob {
	unsigned char *data;
	size_t size;
};

/* Frees the bytes; the blob is then empty and may be used again. */
VB_API void vb_blob_release(struct vb_blob *blob);

/* ---- findings ---------------------------------------------------------- */

enum vb_severity {
	VB_NOTE,
	VB_WARNING,
	VB_SEVERE
};

/*
 * A place a person can find. Strings are never NULL, "" when unknown;
 * numbers are 1-based, 0 when unknown.
 */
struct vb_place {
	const char *file;
	const char *part;    /* "word/document.xml" */
	const char *heading; /* words of the nearest heading above */
	const char *near;    /* nearest words */
	int line;	     /* of an XML or CSV input */
	int paragraph;	     /* in its part */
	int table, row, column;
};

/* Findings are not errors: the work goes on. All strings are borrowed for
 * the call. `rule` is a stable id ("rate-differs"), see docs/vanban.1. */
struct vb_finding {
	const char *rule;
	enum vb_severity severity;
	const char *field; /* field id, or "" */
	const char *level; /* level id, or "" */
	int row;	   /* 1-based row of a repeat, 0 outside */
	const char *message;
	struct vb_place place;
};

/* Receives findings. May be called from the thread of the call only. */
struct vb_sink {
	void (*take)(void *payload, const struct vb_finding *finding);
	void *payload;
};

/* ---- forms, answers, units --------------------------------------------- */

struct vb_form;
struct vb_forms;
struct vb_answers;
struct vb_units;

/* Reads and checks a form (docs/vanban-form.5). Errors carry file and line. */
VB_API int vb_form_read(struct vb_form **out, const char *path,
			struct vb_error *err);
/* The same from memory; `name` stands for the file in errors. */
VB_API int vb_form_parse(struct vb_form **out, const void *data, size_t size,
			 const char *name, struct vb_error *err);
/* Not while answers, templates or readings that refer to it are in use. */
VB_API void vb_form_free(struct vb_form *form);
/* What its attribute says. */
VB_API const char *vb_form_id(const struct vb_form *form);
/* What its attribute says. */
VB_API const char *vb_form_version(const struct vb_form *form);
/* The words of its title element. */
VB_API const char *vb_form_title(const struct vb_form *form);
/* The day it is due, "YYYY-MM-DD", or "". */
VB_API const char *vb_form_deadline(const struct vb_form *form);

/* What the form calls a field of that id: the words of its control, "" when
 * there is no such field. */
VB_API const char *vb_form_label(const struct vb_form *form, const char *field);
/* The same of a level. */
VB_API const char *vb_form_level_label(const struct vb_form *form,
				       const char *level);

/* What a letter asks somebody to do. Strings are never NULL. */
struct vb_obligation {
	const char *id;
	const char *actor;
	const char *action;
	const char *deadline;  /* "2023-10-01", or the month "2023-10" */
	const char *recipient; /* "" when there is none */
};

/* How many the form has. */
VB_API size_t vb_form_obligations(const struct vb_form *form);
/* Borrowed; NULL past the last one. In the order of the form. */
VB_API const struct vb_obligation *
vb_form_obligation(const struct vb_form *form, size_t i);
/* True when the deadline, a day or the whole month, lies before the day `on`
 * ("2023-10-02"). */
VB_API bool vb_obligation_passed(const struct vb_obligation *obligation,
				 const char *on);

/* The RELAX NG schema of the form's answers, XML syntax. */
VB_API int vb_form_schema(const struct vb_form *form, struct vb_blob *out,
			  struct vb_error *err);

/*
 * Drafts a form from an outline, a Word document with headings, lines with
 * blanks and tables: XML for an author to correct, a valid form as it
 * stands. The id is made of the file's name. Guesses that may be wrong are
 * comments in it; `sink` may be NULL.
 */
VB_API int vb_form_draft(const char *path, struct vb_blob *out,
			 const struct vb_sink *sink, struct vb_error *err);

/*
 * A folder of forms: DIR/<id>/form.xml, and *.form.xml in DIR itself.
 * Forms are read on first use; the object is not for several threads.
 */
VB_API int vb_forms_open(struct vb_forms **out, const char *dir,
			 struct vb_error *err);
/* Frees its forms too. */
VB_API void vb_forms_free(struct vb_forms *forms);
/* Borrowed. VB_NOFORM when there is none of that id. */
VB_API int vb_forms_find(struct vb_forms *forms, const char *id,
			 const struct vb_form **out, struct vb_error *err);

/*
 * Reads answers. With a form they are checked for names, places and types
 * (VB_ANSWERS with the line of the first fault; every further fault goes to
 * `sink` when given). Without a form anything well formed is taken.
 */
VB_API int vb_answers_read(struct vb_answers **out, const struct vb_form *form,
			   const char *path, const struct vb_sink *sink,
			   struct vb_error *err);
/* The same from memory; `name` stands for the file in errors. */
VB_API int vb_answers_parse(struct vb_answers **out, const struct vb_form *form,
			    const void *data, size_t size, const char *name,
			    const struct vb_sink *sink, struct vb_error *err);
/* Answers of a reading are the reading's. */
VB_API void vb_answers_free(struct vb_answers *answers);
/* The id of the form they name, "" when they name none. */
VB_API const char *vb_answers_form(const struct vb_answers *answers);
/* The code of the unit they name, "" when they name none. */
VB_API const char *vb_answers_unit(const struct vb_answers *answers);
/* Canonical XML: UTF-8 NFC, order of the form, one element a line. */
VB_API int vb_answers_write(const struct vb_answers *answers,
			    struct vb_blob *out, struct vb_error *err);
/*
 * Judges the rules of the form: required, constraint, calculate, sums,
 * rates. Returns VB_OK also with findings; they are counted in *count.
 */
VB_API int vb_answers_check(const struct vb_answers *answers,
			    const struct vb_form *form, const char *file,
			    const struct vb_sink *sink, size_t *count,
			    struct vb_error *err);

/* Reads a CSV of units (RFC 4180, header row; comma, semicolon or tab). */
VB_API int vb_units_read(struct vb_units **out, const char *path,
			 struct vb_error *err);
/* Frees the list and all values of it. */
VB_API void vb_units_free(struct vb_units *units);
/* Units are numbered from 0 to this, without it. */
VB_API size_t vb_units_count(const struct vb_units *units);
/* The value of a column of a unit, "" when the column is absent. */
VB_API const char *vb_units_value(const struct vb_units *units, size_t unit,
				  const char *column);

/* ---- templates and filling --------------------------------------------- */

struct vb_template;

/* Makes the Word template of a form. The bytes of a .docx. */
VB_API int vb_template_make(const struct vb_form *form, struct vb_blob *out,
			    struct vb_error *err);

/*
 * Compiles a template: content controls whose tag is a field, and Mustache
 * text tags. `form` may be NULL: values are then shown as they stand. Faults
 * of the template go to `sink`; the first severe one is also the error.
 * The result keeps a reference to `form`, which must outlive it.
 */
VB_API int vb_template_open(struct vb_template **out, const char *path,
			    const struct vb_form *form,
			    const struct vb_sink *sink, struct vb_error *err);
/* Not while another thread still fills it. */
VB_API void vb_template_free(struct vb_template *tpl);
/* The same of a file, without compiling it: a C string to be released. */
VB_API int vb_template_names(struct vb_blob *form_id, const char *path,
			     struct vb_error *err);
/* The form id in the template's custom properties, "" when there is none. */
VB_API const char *vb_template_form_id(const struct vb_template *tpl);

struct vb_fill_options {
	bool plain;	  /* no marks: words only */
	const char *file; /* name of the answers file for findings, or NULL */
	/* Where the files of pictures lie; nothing outside is opened, and no
	 * symbolic link followed. NULL: beside the file that vb_answers_read()
	 * read; answers from memory then show names. */
	const char *folder;
};

/* Fills a compiled template: the bytes of a .docx. Thread-safe. */
VB_API int vb_fill(const struct vb_template *tpl,
		   const struct vb_answers *answers,
		   const struct vb_fill_options *opt, struct vb_blob *out,
		   const struct vb_sink *sink, struct vb_error *err);

enum vb_unit_state {
	VB_UNIT_DONE,
	VB_UNIT_FINDINGS,
	VB_UNIT_FAILED,
	VB_UNIT_SKIPPED
};

struct vb_bulk_options {
	const char *answers_dir; /* CODE.xml per unit; NULL: columns only */
	const char *out_dir;	 /* made when absent */
	unsigned jobs;		 /* 0: one per core */
	unsigned shard, shards;	 /* K of N, 1-based; 0, 0: all */
	bool resume;		 /* skip outputs newer than their inputs */
	bool plain;
	/* Called with a lock held, in any worker; non-zero stops the run. */
	int (*unit_done)(void *payload, const char *code,
			 enum vb_unit_state state, const struct vb_error *err,
			 size_t done, size_t total);
	void *payload;
	struct vb_sink sink; /* findings, called with the same lock held */
};

struct vb_bulk_summary {
	size_t total, done, findings, failed, skipped;
};

/* Fills every unit. A unit that fails is reported and passed over. */
VB_API int vb_bulk(const struct vb_template *tpl, const struct vb_form *form,
		   const struct vb_units *units,
		   const struct vb_bulk_options *opt,
		   struct vb_bulk_summary *summary, struct vb_error *err);

struct vb_check;

/*
 * A template, its form and all answers, checked before anything is filled.
 * Faults of the template go to `sink`, and are no error here: the answers are
 * then checked against the form alone. `form` may be NULL.
 */
VB_API int vb_check_open(struct vb_check **out, const char *path,
			 const struct vb_form *form, const struct vb_sink *sink,
			 struct vb_error *err);
/* Frees the template too; form and units stay. */
VB_API void vb_check_free(struct vb_check *check);
/* What the list says of a unit is added to its answers, as vb_bulk() does: the
 * unit of a file is named by it, CODE.xml. Borrowed until vb_check_free(). */
VB_API void vb_check_units(struct vb_check *check,
			   const struct vb_units *units);
/*
 * One answers file: all that is wrong with it, by the rules of the form, and
 * with filling it in. An error when it cannot be filled; then the next file
 * may be checked all the same.
 */
VB_API int vb_check_answers(struct vb_check *check, const char *path,
			    const struct vb_sink *sink, struct vb_error *err);

struct vb_check_summary {
	bool is_template_valid;
	size_t template_findings;	 /* above a note */
	size_t valid, findings, invalid; /* files of answers */
};

/* What was found so far. */
VB_API void vb_check_sum(const struct vb_check *check,
			 struct vb_check_summary *sum);
/* The i-th field, and how many of the readable files have no answer to it; a
 * field of a repeat, in one of its rows. False past the last one. */
VB_API bool vb_check_missing(const struct vb_check *check, size_t i,
			     const char **field, size_t *count);
/* The summary as one JSON object, one line, with a newline. */
VB_API int vb_check_json(const struct vb_check *check, struct vb_blob *out,
			 struct vb_error *err);

/* ---- reading ------------------------------------------------------------ */

struct vb_reading;

enum vb_state {
	VB_ANSWERED,
	VB_BLANK,
	VB_MISSING,
	VB_INVALID,
	VB_AMBIGUOUS
};
enum vb_method {
	VB_BY_NOTHING,
	VB_BY_CONTROL,
	VB_BY_BINDING,
	VB_BY_BOOKMARK,
	VB_BY_ANCHOR,
	VB_BY_TABLE
};

/* One value read. Strings never NULL. */
struct vb_read_field {
	const char *id;
	const char *level; /* "" when not broken down */
	const char *group; /* id of the repeat, "" outside */
	int row;	   /* 1-based, 0 outside a repeat */
	const char *value; /* canonical; "" unless answered */
	const char *raw;   /* what a person sees */
	enum vb_state state;
	enum vb_method method;
	double confidence; /* 0..1 */
	bool tracked;	   /* a pending tracked change touches it */
	struct vb_place place;
};

/* What an official document says of itself and asks for (Nghị định 30/2020,
 * Phụ lục I and VI). */
enum vb_slot {
	VB_SUPERIOR_NAME,
	VB_ORGAN_NAME,
	VB_CODE_NUMBER,
	VB_CODE_NOTATION,
	VB_PLACE_NAME,
	VB_ISSUED_DATE, /* as far as it is filled: 2023-06-05, 2023-06, 2023 */
	VB_TYPE_NAME,	/* "báo cáo", "công văn" */
	VB_SUBJECT,
	VB_URGENCY,
	VB_SECRECY,
	VB_ADDRESSEE, /* Kính gửi, one each */
	VB_AUTHORITY, /* "KT. GIÁM ĐỐC" */
	VB_POSITION,
	VB_SIGNER,
	VB_RECIPIENT, /* Nơi nhận, one each */
	VB_ARCHIVE,   /* "Lưu: VT" */
	VB_CITATION,  /* value: the number; date, issuer, type */
	VB_DEADLINE   /* value: the day; actor, action, recipient */
};

/* One of them as it stands on the page. Strings never NULL. */
struct vb_particular {
	enum vb_slot slot;
	const char *value; /* "" when its place is blank */
	const char *raw;   /* the words there */
	const char *date, *issuer, *type;
	const char *actor, *action, *recipient;
	const char *purpose; /* of a recipient, "" */
	double confidence;   /* 0..1 */
	struct vb_place place;
};

/*
 * Reads a document. `form` may be NULL: it is then found in `forms` (may be
 * NULL too) by the id in the document; VB_NOFORM when that fails. A document
 * that names no form is read for its particulars alone.
 */
VB_API int vb_read(struct vb_reading **out, const char *path,
		   const struct vb_form *form, struct vb_forms *forms,
		   struct vb_error *err);
/* The same from memory; `name` stands for the file in findings. */
VB_API int vb_read_memory(struct vb_reading **out, const void *data,
			  size_t size, const char *name,
			  const struct vb_form *form, struct vb_forms *forms,
			  struct vb_error *err);
/* Frees its answers, fields and findings too; its form stays. */
VB_API void vb_reading_free(struct vb_reading *reading);
/* The form it was read by: the one given, or found; NULL when the document
 * names none. */
VB_API const struct vb_form *vb_reading_form(const struct vb_reading *reading);
/* The name it was given. */
VB_API const char *vb_reading_file(const struct vb_reading *reading);
/* The code of the unit the document names, "" when it names none. */
VB_API const char *vb_reading_unit(const struct vb_reading *reading);
/* 1 by its marks; less by its letterhead; 0 when there is none. */
VB_API double vb_reading_unit_confidence(const struct vb_reading *reading);
/* Adds a finding of the caller's. `rule` and the strings of its place must
 * outlive the reading. */
VB_API int vb_reading_add(struct vb_reading *reading,
			  const struct vb_finding *finding,
			  struct vb_error *err);

struct vb_finder;

/* Names of a list of units, to find them by; `units` must outlive it. Not for
 * several threads. */
VB_API int vb_finder_open(struct vb_finder **out, const struct vb_units *units,
			  struct vb_error *err);
/* The list stays. */
VB_API void vb_finder_free(struct vb_finder *finder);
/*
 * Whose document it is: the unit of its marks when the list has it, else the
 * one whose name stands in the letterhead. Several of that name, or none, is a
 * finding of the reading.
 */
VB_API int vb_finder_find(struct vb_finder *finder, struct vb_reading *reading,
			  struct vb_error *err);
/* What was answered, canonical: what vb_fill() takes; NULL without a form. */
VB_API const struct vb_answers *
vb_reading_answers(const struct vb_reading *reading);
/* How many values the form asks for, rows of repeats as they stand. */
VB_API size_t vb_reading_fields(const struct vb_reading *reading);
/* One of them, in the order of the form; NULL past the last. */
VB_API const struct vb_read_field *
vb_reading_field(const struct vb_reading *reading, size_t i);
/* How many particulars the page gives, by slot in no order. */
VB_API size_t vb_reading_particulars(const struct vb_reading *reading);
/* One of them; NULL past the last. */
VB_API const struct vb_particular *
vb_reading_particular(const struct vb_reading *reading, size_t i);
/* How many findings there are; past a limit the last one says so. */
VB_API size_t vb_reading_findings(const struct vb_reading *reading);
/* One of them, in the order they were found; NULL past the last. */
VB_API const struct vb_finding *
vb_reading_finding(const struct vb_reading *reading, size_t i);

/* The JSON object of design.md section 3, one line, with a newline. */
VB_API int vb_export_json(const struct vb_reading *reading, struct vb_blob *out,
			  struct vb_error *err);
/* The findings of a file as one JSON object, one line, with a newline. */
VB_API int vb_export_findings(const char *file, const struct vb_finding *list,
			      size_t n, struct vb_blob *out,
			      struct vb_error *err);
/* A table of many readings of one form: a row a file, a column a value. */
VB_API int vb_export_csv(const struct vb_reading *const *readings, size_t n,
			 struct vb_blob *out, struct vb_error *err);

enum {
	VB_TEXT_REJECTED = 1, /* tracked changes as rejected, not accepted */
	VB_TEXT_LINKS = 2     /* where links lead, in <> behind their words */
};

/*
 * The words of any Word document as a person reads them: body, notes,
 * comments, headers and footers, with the numbers Word counts, rows of tables
 * as lines.
 */
VB_API int vb_read_text(const char *path, unsigned flags, struct vb_blob *out,
			struct vb_error *err);

/*
 * Every tag, control, bookmark and repeat of a document with its place. What
 * Word would call damaged comes as findings; with a form also what is missing,
 * unknown or of the wrong shape.
 */
VB_API int vb_inspect(const char *path, const struct vb_form *form, bool json,
		      struct vb_blob *out, const struct vb_sink *sink,
		      struct vb_error *err);

/* What a document says of itself. */
struct vb_about {
	char form[64];	/* the id, "" when it names none */
	bool is_filled; /* it carries answers, or their digest */
};

/* Without a form. */
VB_API int vb_about(struct vb_about *out, const char *path,
		    struct vb_error *err);

/* What a document may have been made of: files, each may be NULL. */
struct vb_made_of {
	const char *template_path;
	const char *answers_path;
};

/*
 * A filled document against the digests it carries: the form (may be NULL),
 * the files, and with the form the values on the page. What differs goes to
 * `sink`.
 */
VB_API int vb_verify(const char *path, const struct vb_form *form,
		     const struct vb_made_of *of, const struct vb_sink *sink,
		     struct vb_error *err);

/* ---- sending it back ---------------------------------------------------- */

/* A Word comment to be put into a document. */
struct vb_comment {
	struct vb_place place; /* its part, paragraph and nearest words count */
	const char *text;      /* a newline begins a paragraph */
	/* The same with the place in words, for a place that no comment can
	 * stand at: a header, a note, the document as a whole. */
	const char *elsewhere;
};

/*
 * A copy of a document with comments in it. Everything that is no comment
 * stays byte for byte; without any comment that is all.
 */
VB_API int vb_annotate(const char *path, const struct vb_comment *comments,
		       size_t n, struct vb_blob *out, struct vb_error *err);

#ifdef __cplusplus
}
#endif

#endif
