/*
 * reading.h - shared by the files that turn a document into answers.
 *
 *	source      opens the document: stories, properties, report part
 *	marks       finders: where a value of the form may stand (sightings)
 *	anchor*     where it stands without marks, by the form's own words
 *	instances   sightings -> one instance for each value the form asks for
 *	words       what a person sees at an instance
 *	beside      whether more of it stands beside
 *	choice      which option words mean
 *	value       words -> a value of the field's type
 *	filtered    words that filters of the template made
 *	longtext    the same for long answers; longtext_trim their leaders
 *	judge       state and confidence; judge_report the findings;
 *	            judge_check whether words say that it stands elsewhere
 *	take        the walk over the form
 *	above       cells that go on with the one above
 *	rows        rows that it cannot read; unread: paragraphs
 *	check       the rules of the form
 *	unit        whose document it is, by a list of units
 *	metadata*   the particulars of the page, with or without a form
 *	reading     the public calls, and the order of all this
 */
#ifndef EXTRACT_READING_H
#define EXTRACT_READING_H

#include "extract/source.h"
#include "form/answers.h"
#include "text/docref.h"
#include "text/figure.h"
#include "text/token.h"
#include "wml/marks.h"

enum {
	/* The last one says that there are more; nobody reads so many, and
	 * the state of every field is told all the same. */
	READING_FINDINGS_MAX = 10000,
	READING_QUOTE_MAX = 60 /* bytes of words in a message */
};

/* A value found by words that is less sure than this is a finding, not an
 * answer: measured, one in four of those is wrong (docs/design.md). */
#define READING_SURE_MIN 0.5

struct metadata;

/* One mark that stands for a value. */
struct sighting {
	const struct field *field;
	int level;    /* index, -1 none */
	unsigned row; /* as numbered when filled; 0 unknown or no repeat */
	unsigned final_row; /* 1-based in the document's order */
	size_t story;
	const struct wml_mark *mark;
	size_t shown; /* f[N] of the binding, 0 without */
	bool by_tag;
	bool is_last; /* the bookmark of a long answer's last paragraph */
	/* no mark: words of the form stand around it (anchor.h) */
	bool is_anchor;
	enum vb_method method; /* of an anchor */
	double sure;
	const char *ticked; /* the token of the option that is ticked, NULL */
};

/* A place on the page: marks of one value that stand together. */
struct view {
	size_t story;
	const struct wml_mark *control, *bookmark, *last; /* any may be NULL */
	const struct wml_mark *anchor;			  /* alone */
	size_t shown;
	bool by_tag;
	enum vb_method method; /* of an anchor */
	double sure;
	const char *ticked; /* of an anchor: a token, for what is seen */
};

/* One value the form asks for. */
struct instance {
	const struct field *field;
	int level;
	const struct field *group;
	unsigned row;			 /* final, 0 outside a repeat */
	const struct answer *copy;	 /* as filled, NULL: unanswered */
	const struct answer *calculated; /* what filling added, or NULL */
	const struct sighting *at;	 /* its sightings, in document order */
	size_t n;
};

/* What a person sees at a view. */
struct words {
	struct buf text;   /* visible words */
	struct buf hidden; /* hidden ones */
	bool is_figure;	   /* set before: raised words are a note's mark */
	bool is_tracked, is_placeholder, is_disagreeing;
	bool is_raised;	  /* some were raised, and left out */
	bool is_struck;	  /* of the hidden ones, some are struck out */
	bool is_echo;	  /* LibreOffice has repeated them on the page */
	const char *lost; /* what of a long answer words cannot say */
};

/* What was made of an instance. */
struct verdict {
	enum vb_state state;
	enum vb_method method;
	double confidence;
	bool is_tracked, is_hidden, is_struck, is_raised, is_echo;
	bool is_placeholder; /* words, but the template's own */
	bool is_unchanged;   /* as filled */
	bool is_filtered;    /* ... by way of a filter of the template */
	const char *filter;  /* that made the words somebody changed, or NULL */
	bool is_doubtful;    /* whose value it is, words do not tell */
	bool is_kept_out;    /* calculated when filled: not an answer */
	bool is_disagreeing;
	const char *raw;	/* in the arena of the reading */
	const char *why;	/* a note, or NULL */
	const char *other;	/* what another mark says, or NULL */
	const char *other_mark; /* which */
	const char *beside;	/* words that belong to the figure, or NULL */
	char fault[128];	/* why it is invalid */
	struct answer answer;	/* kind and value, when answered */
	bool has_place;
	size_t story, para, offset;
};

struct vb_reading {
	struct arena arena;
	const struct vb_form *form;
	const char *file, *unit;
	double unit_confidence;
	struct vb_answers *answers;
	/* As filled, and with what the form calculates; NULL when the document
	 * has no copy, or the form calculates nothing. */
	struct vb_answers *copy, *calculated;
	struct {
		VEC(struct vb_read_field);
	} fields;
	struct {
		VEC(struct vb_finding);
	} findings;
	struct {
		VEC(struct vb_particular);
	} particulars; /* of the page: metadata.h */
};

/* mark_hash() of a field and level. */
struct hashed {
	uint64_t hash;
	const struct field *field;
	int level;
};

struct hashes {
	VEC(struct hashed);
};

struct extractor {
	struct vb_reading *reading;
	const struct source *source;
	const struct vb_form *form;
	struct {
		VEC(struct sighting);
	} sightings; /* by field, level, final row, place */
	/* Where the words of the form say that values stand which have marks:
	 * by field and level. */
	struct {
		VEC(struct sighting);
	} checks;
	const struct metadata *metadata; /* of the page */
	struct hashes hashes;
	bool *is_inline; /* by field index: words of the form follow it */
	struct docref_reader *docref; /* made on first use */
	struct figure_vote vote;      /* of the document's numbers, likewise */
	bool has_vote;
	struct buf scratch, shown;
	struct vb_error *err;
};

/* ---- marks.c ------------------------------------------------------------- */

/* Fills ex->sightings, rows resolved. */
int marks_find(struct extractor *ex);

/* The level index of a name, -1 for "", -2 when it is none of the field's. */
int marks_level(const struct vb_form *form, const struct field *field,
		const char *level);
/* The hashes of all names of a form, to look long bookmarks up in. */
int marks_hashes(struct hashes *out, const struct vb_form *form,
		 struct vb_error *err);
/* The field and level a bookmark's mark means, hashed or not. */
bool marks_resolve(const struct vb_form *form, const struct hashes *hashes,
		   const struct mark *mark, const struct field **field,
		   int *level);

/* ---- instances.c --------------------------------------------------------- */

/* The sightings of one value. */
const struct sighting *instances_find(const struct extractor *ex, size_t *n,
				      const struct field *field, int level,
				      unsigned row);
/* Rows of a repeat in the document. */
unsigned instances_rows(const struct extractor *ex, const struct field *group);
/* The next view in at[*i..n), moving *i; false at the end. */
bool instances_view(struct view *view, const struct instance *instance,
		    size_t *i);

/* ---- longtext_trim.c ----------------------------------------------------- */

/* Takes what is left of a leader out of an answer that begins at a byte of a
 * paragraph; nothing else makes it empty. */
void longtext_trim(struct answer *page, const struct wml_para *first,
		   size_t start);

/* ---- words.c ------------------------------------------------------------- */

void words_release(struct words *words);
/* The words in a control are what its template shows where nobody answered:
 * not where the template shows dots, and an editor that does not know of
 * w:showingPlcHdr left it on (python-docx, scripts). */
bool words_are_placeholder(const struct words *words,
			   const struct wml_mark *control);
/* Reads an inline value. */
int words_read(struct words *words, const struct extractor *ex,
	       const struct view *view);
/* True when a tracked change touches [start, end] of a paragraph. */
bool words_tracked(const struct wml_para *para, size_t start, size_t end);
/* Appends visible and hidden words of [start, end). */
void words_range(struct words *words, const struct wml_para *para, size_t start,
		 size_t end);

/* ---- beside.c ------------------------------------------------------------ */
/* True for figures, which what stands beside them would change. */
bool beside_matters(const struct field *field);
/* Words right beside the marks that belong to the figure; `*out` is left
 * alone when there are none. */
int beside_find(const char **out, struct extractor *ex,
		const struct instance *instance, const struct view *view,
		bool is_blank);

/* ---- value.c ------------------------------------------------------------- */
/* True when the words are what filling shows for the answer. */
bool value_is_shown(struct extractor *ex, const struct field *field,
		    const struct answer *copy, const char *words, size_t size);
/* Words that are a box to tick. */
enum value_box {
	VALUE_NO_BOX,
	VALUE_UNTICKED,
	VALUE_TICKED
};
enum value_box value_box(const char *words, size_t size);
/* What words were read as. */
struct value {
	struct answer *answer; /* kind and value, in the answers' arena */
	/* VB_ANSWERED, VB_INVALID, or VB_AMBIGUOUS: the likelier reading */
	enum vb_state state;
	double sure;	 /* a factor of the confidence */
	const char *why; /* it is not written the official way, or NULL */
};

/* Reads words as a value of the field into value->answer. */
int value_read(struct extractor *ex, const struct field *field,
	       const char *words, size_t size, struct value *value);

/* ---- filtered.c ---------------------------------------------------------- */
/* True when the words are what filters made of the value when it was filled,
 * or put in the place of one that was not answered. */
bool filtered_same(const struct extractor *ex, const struct instance *instance,
		   const struct view *view, const char *words);
/* The filter of a place whose words do not tell the value, NULL for any
 * other. */
const char *filtered_by(const struct extractor *ex,
			const struct instance *instance,
			const struct view *view);

/* ---- choice.c ------------------------------------------------------------ */
/* The option that tokens begin with, the one of most words; *used of them say
 * it. NULL when none does. False out of memory. */
bool choice_begins(const struct field_option **out, const struct field *field,
		   const struct token *text, size_t n, size_t *used);
/* The same of a text; *is_whole when it says nothing else. */
bool choice_of(const struct field_option **out, const struct field *field,
	       const char *text, size_t size, bool *is_whole);

/* ---- longtext.c ---------------------------------------------------------- */
/* Reads a long answer, canonical; VALUE_EMPTY when there are no words but
 * leaders. words->text gets all that stands there. */
int longtext_read(struct extractor *ex, const struct instance *instance,
		  const struct view *view, struct words *words,
		  struct answer *answer);
/* True when the paragraphs are those that were filled. */
bool longtext_same(const struct answer *page, const struct answer *copy);

/* ---- judge.c ------------------------------------------------------------- */
/* Judges what stands at the marks of an instance that has some. */
int judge_instance(struct verdict *out, struct extractor *ex,
		   const struct instance *instance);
/* ---- judge_check.c ------------------------------------------------------- */
/* True when words of the form say that the value of an instance with marks
 * stands elsewhere: there. */
bool judge_elsewhere(struct view *view, const struct extractor *ex,
		     const struct instance *instance);

/* ---- judge_report.c ------------------------------------------------------ */
/* Tells the findings of a verdict. */
int judge_report(struct extractor *ex, const struct instance *instance,
		 const struct verdict *verdict, const struct vb_place *place);

/* ---- above.c ------------------------------------------------------------- */
/* True of a paragraph in a cell without words that goes on with the one
 * above. */
bool above_goes_on(const struct wml_story *story, size_t para);
/* True when all marks of a value in a row stand in such cells. */
bool above_has(const struct extractor *ex, const struct instance *instance);
/* Its verdict: what was read in the row before. */
void above_judge(struct verdict *v, const struct extractor *ex,
		 const struct instance *instance,
		 const struct answer_group *above);

/* ---- take.c, rows.c ------------------------------------------------------ */

/* Judges every value the form asks for. */
int take_all(struct extractor *ex);
/* Tells of rows in the table of a repeat that carry no mark: people add rows,
 * and what they wrote there is not read. */
int rows_unread(struct extractor *ex, const struct field *group);

/* ---- unread.c ------------------------------------------------------------ */
/* Tells of paragraphs right before and behind answers that carry no mark. */
int unread_tell(struct extractor *ex);

/* ---- check.c ------------------------------------------------------------- */

int check_rules(struct extractor *ex);

/* ---- reading.c ----------------------------------------------------------- */
int reading_finding(struct extractor *ex, const char *rule,
		    enum vb_severity severity, const struct instance *instance,
		    const struct vb_place *place, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
/* A place of which only the file is known. */
void reading_nowhere(const struct extractor *ex, struct vb_place *place);

#endif
