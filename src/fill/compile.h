/*
 * compile.h - shared by the files that turn a template into a program.
 */
#ifndef FILL_COMPILE_H
#define FILL_COMPILE_H

#include "fill/program.h"
#include "util/buf.h"
#include "wml/tree.h"

/* A tag of the text or the bound of a repeat control, before sections.c has
 * put it where it works. */
struct token {
	enum op_kind kind; /* OP_BEGIN or OP_END */
	struct name name;
	const struct field *field; /* of an opening tag, NULL without a form */
	bool is_inverted;
	bool is_else;	 /* of {{^}}: named by what it stands in */
	bool is_columns; /* repeats cells */
	xmlNode *pi;	 /* the processing instruction in the tree */
	xmlNode *p;	 /* its paragraph */
	bool only_tags;	 /* the paragraph holds nothing but section tags */
	bool at_start;	 /* nothing but opening tags before it there */
	bool at_end;	 /* nothing but closing tags behind it there */
	bool in_line;	 /* inside a section of its own paragraph */
	size_t partner;	 /* index of the other token, SIZE_MAX unpaired */
};

enum {
	NAME_TEXT_MAX = 3 * FORM_ID_MAX
};

enum {
	COMPILE_STYLES = 8
};

struct numbers {
	VEC(uint32_t);
};

struct heading {
	size_t paragraph, origin;
	const char *text;
};

/* What a tag begins and ends with. */
struct delims {
	char open[FILL_DELIM_MAX + 1], close[FILL_DELIM_MAX + 1];
};

/* Where nodes of a part came from: it itself, or a partial. */
struct origin {
	const char *file, *part; /* of [0] the part in hand */
	struct delims delims;	 /* a partial has its own */
};

/* A part that holds words, read and its places numbered; partials are put
 * into it. */
struct compiled_part {
	const char *name;
	const struct opc_part *part; /* NULL: a new one */
	xmlDoc *doc;		     /* NULL once it is compiled */
	bool is_changed;
};

/* A note or comment that a reference calls (notes.c). */
struct call {
	int kind;
	const char *id;
	xmlNode *reference;	 /* while its part is walked */
	const struct spot *spot; /* of the reference */
	size_t copy;		 /* SIZE_MAX: none */
	bool is_gone;		 /* its words go for good */
};

/* The paragraph that a block slot took the place of, with its w:pPr only. */
struct model {
	size_t slot;
	xmlNode *p; /* in no tree */
};

/* A control bound to a part of other people. */
struct foreign {
	size_t slot;
	struct control *control;
	const char *store, *path, *mappings;
};

struct numbering;
struct spot;

/* The state of compiling one template; part fields are set per part. */
struct compiler {
	struct vb_template *tpl;
	const struct vb_sink *sink;
	struct vb_error *err;
	struct buf buf; /* scratch */
	size_t n_faults;
	size_t *key_slots; /* hash table of tpl->keys: index + 1, 0 free */
	size_t n_key_slots;
	/* Report parts of earlier fillings: the template is a filled document.
	 */
	const struct opc_part *reports[FILL_REPORTS_MAX];
	size_t n_reports;
	struct numbers used[SERIAL_N]; /* numbers in use */
	struct numbering *numbering;
	struct {
		VEC(struct call);
	} calls;
	bool calls_sorted;
	bool moves_notes[2]; /* footnotes, endnotes: some come, go or repeat */
	bool has_stale_fields;
	struct {
		VEC(const char *);
	} heading_styles;
	struct {
		VEC(struct foreign);
	} foreign;
	const char *link_style; /* id of "Hyperlink", NULL: there is none */
	uint64_t text_width;	/* EMU, of the last section, for headers */
	/* The file on disk, whose folder has the partials; or NULL. */
	const char *path;
	struct {
		VEC(struct compiled_part);
	} stories;
	struct {
		VEC(struct origin);
	} origins;
	bool is_quiet; /* faults will be told of later */
	/* Memory failed inside libxml2, which makes nodes without a name. */
	const bool *has_lost;
	/* the part */
	const char *part;
	xmlDoc *doc;
	struct {
		VEC(struct token);
	} tokens;
	struct {
		VEC(struct heading);
	} headings;
	struct {
		VEC(struct model);
	} models;
	size_t n_slots; /* slots and sections met in this part */
	/* the last models of a slot's w:rPr: a page has few */
	struct {
		struct span model;
		struct span rpr[FILL_STYLES], link_rpr[FILL_LINK_STYLES];
	} styles[COMPILE_STYLES];
	unsigned n_styles; /* kept so far */
	struct delims delims;
	/* Where a search for the end of a comment found none. */
	const xmlNode *open_ended;
};

/* Compiles an opened package; vb_template_open() for one in memory. */
int template_compile(struct vb_template **out, const struct opc *opc,
		     const char *file, const struct vb_form *form,
		     const struct vb_sink *sink, struct vb_error *err);

/* ---- intake.c ----------------------------------------------------------- */

/* The package that documents are made from, NULL in `*out` when it is `opc`
 * as it stands. */
int intake_open(struct opc **out, struct compiler *c, const struct opc *opc);

/* ---- faults.c ----------------------------------------------------------- */

/* Numbers paragraphs, tables, rows and cells (in node->_private): places stay
 * right while the tree changes. */
void faults_number(xmlDoc *doc);
/* Gives a deep copy the numbers of what it was copied from. */
void faults_follow(xmlNode *copy, const xmlNode *from, size_t origin);
/* The index in c->origins of a paragraph. */
size_t faults_origin(const xmlNode *p);
/* Keeps the headings of the part in hand. */
int faults_headings(struct compiler *c);

/* The number of the paragraph a node stands in, as it was in the template. */
size_t faults_paragraph(const xmlNode *node);

/* Reports a fault at a node; the first severe one becomes the error. */
void faults_add(struct compiler *c, const char *rule, enum vb_severity severity,
		const xmlNode *node, const struct name *name, const char *fmt,
		...) __attribute__((format(printf, 6, 7)));

/* ---- compile.c ---------------------------------------------------------- */

/* Makes the compiler ready for another part. */
void compile_begin(struct compiler *c, const char *part_name);
/* Parses a part; the caller frees the tree. */
int compile_read(xmlDoc **out, const struct opc *opc,
		 const struct opc_part *part, struct vb_error *err);

/* True for the relationship to a part that holds words. */
bool compile_is_story(const char *type);
/* A part of a document that is whole; strict ones become transitional. */
int intake_partial(struct opc **out, struct compiler *c, struct opc *opc);

/* ---- partials.c --------------------------------------------------------- */

/* Reads the parts that hold words into c->stories, and puts partials in where
 * they are called. The package with them, NULL in `*out` without any. */
int partials_pass(struct opc **out, struct compiler *c, const struct opc *opc);
/* The digest of a template from that of its file: its partials count too. */
void partials_digest(struct vb_template *tpl, const char *file);

/* ---- slots.c ------------------------------------------------------------ */

/* Reads a name, spaces around allowed; false when it is none. */
bool name_parse(struct name *out, const char *text, size_t size);
/* The name as it is written in a tag; room for NAME_TEXT_MAX. */
void name_print(char out[NAME_TEXT_MAX], const struct name *name);
bool name_equal(const struct name *a, const struct name *b);

/* The field a name means; with a form, reports what is wrong with the name
 * at the node and gives false. */
bool slot_field(const struct field **out, struct compiler *c,
		const struct name *name, const xmlNode *node);

/* A new slot of that name, borrowed until the next one. */
int slot_new(struct slot **out, struct compiler *c, const struct name *name,
	     const struct field *field, const xmlNode *at);
/* A new section, its index in *out. */
int section_new(size_t *out, struct compiler *c, const struct name *name,
		const struct field *field, bool is_inverted);

/* <?vb K N?>; NULL out of memory (c->err set). */
xmlNode *pi_new(struct compiler *c, enum op_kind kind, size_t n);
/* Reads one of ours; false for any other node. */
bool pi_parse(const xmlNode *node, enum op_kind *kind, size_t *n);

/* Keeps the XML of nodes first..last (siblings) in the arena. */
struct span slot_keep(struct compiler *c, xmlNode *first, xmlNode *last);
/* The eight w:rPr of a slot from its model, which may be NULL. */
void slot_styles(struct compiler *c, struct slot *slot, const xmlNode *rpr);
/* A leader as wide as the field wants, when the template has no blank. */
void slot_leader(struct compiler *c, struct slot *slot);
/* The w:p start tag and w:pPr of a model paragraph. */
void slot_open(struct compiler *c, struct slot *slot, const xmlNode *p);
/* The same anew, from the model that was kept. */
void slot_reopen(struct compiler *c, const struct model *model);

/* ---- kind.c ------------------------------------------------------------- */

/* Reads what a control is into slot->control. */
int kind_read(struct compiler *c, struct slot *slot, xmlNode *pr,
	      xmlNode *content);
/* Told before the slot is made: whether it can hold whole paragraphs. */
bool kind_holds_blocks(const xmlNode *pr);

/* ---- foreign.c ---------------------------------------------------------- */

/* Remembers the binding of a control ... */
int foreign_note(struct compiler *c, const struct slot *slot,
		 struct control *control, const xmlNode *pr);
/* ... and after the last story keeps those that can be kept in step. */
int foreign_finish(struct compiler *c, const struct opc *opc);

/* ---- picture.c ---------------------------------------------------------- */

/* Makes slot->picture of the drawing below a node, when it has just one
 * picture; changes the tree. */
int picture_read(struct compiler *c, struct slot *slot, xmlNode *run);
/* How wide a picture may be at a node. */
uint64_t picture_room(const struct compiler *c, const xmlNode *at);

/* ---- the passes, in order ------------------------------------------------ */

/* Drops what Word leaves behind (w:proofErr) and our own old bookmarks. */
int tidy_clean(struct compiler *c);
/* Pictures whose words ("alternative text") are a tag. */
int picture_pass(struct compiler *c);
int controls_pass(struct compiler *c);
int lexer_pass(struct compiler *c);
int sections_pass(struct compiler *c);
int columns_pass(struct compiler *c);
int tidy_pass(struct compiler *c);
int assemble_pass(struct compiler *c, const struct opc_part *part);
/* The same for the bytes in c->buf. */
int assemble_bytes(struct compiler *c, const char *part_name);

/* ---- plain.c ------------------------------------------------------------- */

/* All passes but the last for a part that is no WordprocessingML. */
int plain_pass(struct compiler *c);

/* A number from which `room` numbers are free; sorts. */
uint32_t tidy_base(struct numbers *used, uint32_t from, uint32_t room);
enum {
	/* Comments are numbered from here, past all notes: LibreOffice 7.4
	 * loses the words of notes when a comment between the first two has a
	 * number of theirs or a lower one. Word takes notes up to 32767. */
	TIDY_COMMENTS = 32768
};

/* ---- after the last part: tidy.h ----------------------------------------- */

int numbering_read(struct compiler *c, const struct opc *opc);
void numbering_free(struct numbering *n);
int numbering_finish(struct compiler *c);
/* Asks for an update of fields in the settings. */
int fields_finish(struct compiler *c, const struct opc *opc);

/* ---- properties.c -------------------------------------------------------- */

/* Reads docProps/custom.xml and makes the two packages of the template. */
int properties_read(struct compiler *c, const struct opc *opc);
int properties_find_report(struct compiler *c, const struct opc *opc);
int properties_packages(struct compiler *c, const struct opc *opc);

#endif
