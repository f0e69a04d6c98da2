/*
 * metadata_foot.c - the foot of a document (ND 30/2020, Phụ lục I, slots 7
 * and 9b): Nơi nhận beside or above or below the signature, in a table, in
 * tabs or in plain paragraphs.
 */
#include "extract/metadata.h"

#include "text/letters.h"
#include "text/span.h"

#include <string.h>

enum {
	FOOT_LOOK = 60,	   /* paragraphs of a foot in plain paragraphs */
	SIGN_ABOVE = 14,   /* paragraphs of a signature above Nơi nhận */
	FOOT_LINE = 200,   /* bytes: longer ones are text */
	TO_LINE_MAX = 300, /* of a recipient */
	NAME_WORDS_MAX = 8
};

#define SURE_FOOT  0.95
#define SURE_LOOSE 0.8

/* ---- words --------------------------------------------------------------- */

static bool is_authority(const struct metadata_line *line)
{
	static const char *const WORDS[] = {"tm", "kt", "tl", "tuq"};
	size_t i, at = 0, n = 0;

	if (!line->is_capital || line->size > FOOT_LINE)
		return false;
	if (metadata_starts(line->bare, "t m") ||
	    metadata_starts(line->bare, "k t") ||
	    metadata_starts(line->bare, "t l"))
		return memchr(line->text, '/', 4) != NULL;
	for (i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (metadata_starts(line->bare, WORDS[i])) {
			n = strlen(WORDS[i]);
			break;
		}
	/* "TL (%)" heads a column */
	if (n == 0 || line->bare[n] != ' ' || line->bare[n + 1] == '%')
		return false;
	/* "KT GIÁM ĐỐC" without its dot is one too */
	while (at < line->size && line->text[at] != '.' &&
	       line->text[at] != ' ')
		at++;
	return at == n && at < line->size;
}

/* A title without what may stand before it: "Q. HIỆU TRƯỞNG" is who acts as
 * one, "PHÓ HIỆU TRƯỞNG" his deputy. */
static const char *bare_title(const char *bare)
{
	static const char *const BEFORE[] = {"q ", "quien ", "pho "};
	size_t i;

	for (i = 0; i < sizeof(BEFORE) / sizeof(*BEFORE); i++)
		if (strncmp(bare, BEFORE[i], strlen(BEFORE[i])) == 0)
			bare += strlen(BEFORE[i]);
	return bare;
}

/* "Hiệu trưởng": typed small, a title is all that its line says. */
static bool is_all_title(const struct metadata_line *line, const char *title,
			 const char *known)
{
	return strcmp(title, known) == 0 &&
	       letter_is_capital_at(line->text, line->size, 0) &&
	       !strchr(":;,.", line->text[line->size - 1]);
}

/* ... and in capitals what it begins with, or a deputy of who has it. */
static bool is_titled(const struct metadata_line *line, const char *title,
		      const char *known)
{
	return metadata_starts(title, known) ||
	       (metadata_has(line->bare, known) &&
		metadata_starts(line->bare, "pho"));
}

/* A leader's title, in capitals; or all of the line. */
static bool is_position(const struct metadata_line *line)
{
	static const char *const TITLES[] = {
		"chu truong",	   "giam doc",	      "chu tich",
		"hieu truong",	   "truong phong",    "truong ban",
		"thu truong",	   "bo truong",	      "cuc truong",
		"vu truong",	   "vien truong",     "chanh van phong",
		"chu nhiem",	   "tong cuc truong", "pho van phong",
		"chanh thanh tra", "thu tuong",	      "tong giam doc",
		"to truong",	   "truong khoa",     "chi cuc truong",
		"nguoi lap",	   "chanh an",	      "doi truong",
		"vien pho",	   "phu trach",	      "truong doan",
		"hieu pho",	   "ke toan truong",  "bi thu",
		"nguoi dung dau",  "truong tram",     "quien han",
		"thu ki",	   "cum truong",      "truong cum",
		"nhom truong",	   "tong hieu truong"};
	const char *title = bare_title(line->bare);
	size_t i;

	if (line->size > FOOT_LINE || line->is_item)
		return false;
	for (i = 0; i < sizeof(TITLES) / sizeof(*TITLES); i++)
		if (line->is_capital ? is_titled(line, title, TITLES[i])
				     : is_all_title(line, title, TITLES[i]))
			return true;
	return false;
}

/* What stands between a title and a name: notes, seals, leaders. */
static bool is_seal(const struct metadata_line *line)
{
	static const char *const WORDS[] = {
		"da ki",   "ki boi",	"gio ki",    "thoi gian ki", "ki ten",
		"ki dong", "chu ki",	"nguoi ki",  "ngai ki",	     "email",
		"co quan", "ki va ghi", "ki ghi ro", "ki so"};
	size_t i;

	if (line->text[0] == '(' || line->text[0] == '[' || !line->bare[0])
		return true;
	for (i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (metadata_starts(line->bare, WORDS[i]))
			return true;
	return false;
}

/* Two to eight words with capital letters: a name, with titles before it. */
static bool is_name(struct metadata *m, const struct metadata_line *line)
{
	size_t i, capital = 0;

	if (line->kind != METADATA_OTHER || line->is_item || line->size > 90)
		return false;
	m->tokens.n = 0;
	if (!tokens_split(&m->tokens, line->text, line->size))
		return false;
	if (m->tokens.n < 2 || m->tokens.n > NAME_WORDS_MAX)
		return false;
	for (i = 0; i < m->tokens.n; i++) {
		if (m->tokens.at[i].kind != TOKEN_WORD)
			return false;
		capital += letter_is_capital_at(line->text, line->size,
						m->tokens.at[i].start);
	}
	return capital + 1 >= m->tokens.n &&
	       line->text[line->size - 1] != ':' &&
	       line->text[line->size - 1] != ';';
}

static bool is_here(const char *bare)
{
	return metadata_starts(bare, "noi nhan") ||
	       metadata_starts(bare, "noi gui") ||
	       strcmp(bare, "noi nhin") == 0;
}

/* ---- where it is --------------------------------------------------------- */

static const struct wml_para *para_at(const struct metadata *m, size_t i)
{
	return &m->source->stories.at[0].wml->paras.at[i];
}

static size_t n_paras(const struct metadata *m)
{
	return m->source->stories.at[0].wml->paras.n;
}

/* The bare words of a short paragraph, "" for a long one. */
static const char *bare_of(struct metadata *m, const struct wml_para *p,
			   size_t most)
{
	size_t i;

	buf_clear(&m->scratch);
	m->tokens.n = 0;
	if (p->size == 0 || p->size > most ||
	    !tokens_split(&m->tokens, p->text, p->size))
		return "";
	for (i = 0; i < m->tokens.n && i < 8; i++) {
		if (i)
			buf_addc(&m->scratch, ' ');
		buf_add(&m->scratch, m->tokens.at[i].bare, m->tokens.at[i].n);
	}
	return buf_cstr(&m->scratch);
}

/* "Nơi nhận" begins with n, or with what stands before a column. */
static bool may_be_here(const struct wml_para *p)
{
	struct text_span words = text_trim(p->text, p->size);

	return words.size > 0 && (words.at[0] == 'N' || words.at[0] == 'n');
}

/* "Nơi nhận báo cáo: ...", which may stand above the text; its tokens are
 * m's. */
static bool says_more(const struct metadata *m, const struct wml_para *p)
{
	const struct token *t = m->tokens.at;
	const char *behind;

	if (m->tokens.n < 3)
		return false;
	behind = p->text + t[1].start + t[1].size;
	return !memchr(behind, ':', (size_t)(p->text + t[2].start - behind));
}

/* "PHỤ LỤC 1", "BIỂU SỐ LIỆU KÈM THEO", "Biểu số 01", "Biểu 1. Thống kê"; no
 * "Bảng số liệu:" */
static bool begins_annex(const struct wml_para *p, const char *bare)
{
	if (p->size == 0 || strchr(".:;", p->text[p->size - 1]))
		return false;
	return strcmp(bare, "phu luc") == 0 ||
	       (metadata_starts(bare, "phu luc") && strlen(bare) < 14) ||
	       metadata_starts(bare, "phu luc so") ||
	       metadata_starts(bare, "bieu so") ||
	       metadata_starts(bare, "bieu mau") ||
	       (metadata_starts(bare, "bieu") && bare[4] && bare[5] >= '0' &&
		bare[5] <= '9') ||
	       metadata_starts(bare, "bang so lieu");
}

/* The paragraph of Nơi nhận, n when there is none: the first below the head,
 * not one of an annex or of what is attached; "Nơi nhận báo cáo: ..." when
 * there is no other. */
static size_t find_here(struct metadata *m)
{
	size_t n = n_paras(m), here = n, i;

	for (i = m->body; i < n; i++) {
		const struct wml_para *p = para_at(m, i);
		const char *bare;

		if (p->size > FOOT_LINE || (here == n && !may_be_here(p)))
			continue;
		bare = bare_of(m, p, FOOT_LINE);
		if (here < n && begins_annex(p, bare))
			break;
		if (!may_be_here(p) || !is_here(bare))
			continue;
		if (!says_more(m, p))
			return i;
		here = i;
	}
	return here;
}

/* The paragraphs of the outermost table around one. */
static void table_around(const struct metadata *m, size_t para, size_t *from,
			 size_t *to)
{
	const struct wml_story *wml = m->source->stories.at[0].wml;
	unsigned table = wml->paras.at[para].table;

	while (table > 0 && table <= wml->tables.n) {
		const struct wml_table *t = &wml->tables.at[table - 1];

		*from = t->first;
		*to = t->end;
		table = t->parent ? wml->cells.at[t->parent - 1].table : 0;
	}
}

/* A signature above Nơi nhận, or below the text without one: from its first
 * line on. */
static size_t above(struct metadata *m, size_t here)
{
	size_t i, n = m->lines.n, best = here;
	size_t from = here > m->body + SIGN_ABOVE ? here - SIGN_ABOVE : m->body;

	if (metadata_lines(m, 0, from, here, true) != VB_OK)
		return here;
	for (i = m->lines.n; i-- > n;) {
		const struct metadata_line *line = &m->lines.at[i];

		if (is_authority(line) || is_position(line))
			best = line->para;
		else if (line->size > FOOT_LINE ||
			 (!is_name(m, line) && !is_seal(line) &&
			  !line->is_capital))
			break;
	}
	m->lines.n = n;
	return best;
}

/* No Nơi nhận: the last title with a name below it. */
static size_t find_sign(struct metadata *m)
{
	size_t n = n_paras(m), i, k, first = m->lines.n, at = n;
	size_t from = n > m->body + METADATA_FOOT_MAX ? n - METADATA_FOOT_MAX
						      : m->body;

	if (metadata_lines(m, 0, from, n, true) != VB_OK)
		return n;
	for (i = first; i < m->lines.n; i++) {
		if (!is_authority(&m->lines.at[i]) &&
		    !is_position(&m->lines.at[i]))
			continue;
		for (k = i + 1; k < m->lines.n && k < i + 8; k++)
			if (is_name(m, &m->lines.at[k]) ||
			    is_seal(&m->lines.at[k]))
				break;
		if (k < m->lines.n && k < i + 8) {
			at = m->lines.at[i].para;
			break;
		}
	}
	m->lines.n = first;
	return at;
}

static void find_foot(struct metadata *m)
{
	size_t n = n_paras(m), here = find_here(m), i;

	m->foot = m->foot_end = n;
	if (here == n) {
		here = find_sign(m);
		m->foot = here;
		/* "Người lập biểu" beside the title */
		if (here < n && para_at(m, here)->table)
			table_around(m, here, &m->foot, &m->foot_end);
		if (here - m->foot > METADATA_FOOT_MAX)
			m->foot = here;
		m->foot_end = n;
	} else if (para_at(m, here)->table) {
		m->foot_end = n;
		table_around(m, here, &m->foot, &m->foot_end);
		if (m->foot_end - m->foot > METADATA_FOOT_MAX) {
			m->foot = here;
			m->foot_end = here + FOOT_LOOK;
		}
	} else {
		m->foot = above(m, here);
		m->foot_end = here + FOOT_LOOK;
	}
	if (m->foot_end > n)
		m->foot_end = n;
	for (i = here + 1; i < m->foot_end; i++) {
		const struct wml_para *p = para_at(m, i);
		const char *bare = bare_of(m, p, FOOT_LINE);

		/* another's begins: what is attached has its own */
		if (begins_annex(p, bare) || (may_be_here(p) && is_here(bare)))
			m->foot_end = i;
	}
}

/* ---- Nơi nhận ------------------------------------------------------------ */

/* A purpose in brackets at the end: "(để b/c)". */
static size_t purpose_at(const char *words)
{
	size_t n = strlen(words), i;

	if (n < 3 || words[n - 1] != ')')
		return n;
	for (i = n - 1; i > 0; i--)
		if (words[i] == '(')
			break;
	return i > 0 && n - i < 60 ? i : n;
}

static size_t bullet(const char *text, size_t size)
{
	size_t at = 0;

	while (at < size && (strchr("-+*\t ", text[at]) ||
			     (size - at > 2 && text[at] == '\xe2' &&
			      text[at + 1] == '\x80')))
		at += text[at] == '\xe2' ? 3 : 1;
	return at;
}

/* The words of lines i..j from a byte of the first on. */
static const char *item_words(struct metadata *m, size_t i, size_t from,
			      size_t size, size_t j)
{
	const char *words =
		metadata_words(m, m->lines.at[i].text + from,
			       (j > i ? m->lines.at[i].size : size) - from);
	const char *more = words && j > i ? metadata_join(m, i + 1, j) : "";
	size_t n;

	if (!words || !more)
		return NULL;
	if (!more[0])
		return words;
	n = strlen(more);
	while (n && strchr(".;, ", more[n - 1]))
		n--;
	words = arena_printf(&m->reading->arena, "%s %.*s", words, (int)n,
			     more);
	if (!words)
		metadata_no_memory(m);
	return words;
}

static int add_recipient(struct metadata *m, size_t i, size_t from, size_t j)
{
	const struct metadata_line *line = &m->lines.at[i];
	struct metadata_item *item;
	struct metadata_range range;
	struct vb_particular *p;
	const char *words;
	bool is_archive = metadata_starts(line->bare, "luu");
	size_t size = line->size, purpose;

	from += bullet(line->text + from, size - from);
	while (size > from && strchr(".;, ", line->text[size - 1]))
		size--;
	if (size <= from || text_is_leader(line->text + from, size - from))
		return VB_OK;
	words = item_words(m, i, from, size, j);
	if (!words)
		return VB_NOMEM;
	range = metadata_in_line(m, i, from, size);
	if (j > i) {
		range.last = m->lines.at[j].para;
		range.end = m->lines.at[j].end;
	}
	p = metadata_add(m, is_archive ? VB_ARCHIVE : VB_RECIPIENT, words,
			 &range, SURE_FOOT);
	if (!p)
		return VB_NOMEM;
	if (is_archive)
		return VB_OK;
	purpose = purpose_at(words);
	if (words[purpose])
		p->purpose = metadata_words(m, words + purpose + 1,
					    strlen(words) - purpose - 2);
	item = vec_push(&m->recipients);
	if (!item || !p->purpose)
		return metadata_no_memory(m);
	item->range = range;
	item->words = words;
	return VB_OK;
}

/* True when a line of the list's column goes on with it. */
static bool is_listed(const struct metadata *m, size_t here, size_t i,
		      bool was_open)
{
	const struct metadata_line *a = &m->lines.at[here];
	const struct metadata_line *b = &m->lines.at[i];

	if (b->size > TO_LINE_MAX)
		return false;
	if (a->cell)
		return b->cell == a->cell ||
		       (b->is_item && b->table == a->table &&
			b->column == a->column);
	return b->is_item ||
	       (was_open && b->kind == METADATA_OTHER && !b->is_piece &&
		!is_authority(b) && !is_position(b));
}

/* "- Ủy ban Giám sát tài chính" / "quốc gia;": typed in two lines. */
static bool is_wrapped(const struct metadata *m, size_t i)
{
	const struct metadata_line *a = &m->lines.at[i], *b = a + 1;

	return i + 1 < m->lines.n && a->cell && b->cell == a->cell &&
	       !b->is_item && b->para <= a->para + 1 &&
	       !strchr(".;:", a->text[a->size - 1]) &&
	       b->text[b->size - 1] != ':' && !metadata_starts(b->bare, "luu");
}

static int read_list(struct metadata *m, size_t here, bool *taken)
{
	const struct metadata_line *line = &m->lines.at[here];
	size_t i = here, j, from, base = m->head_end;
	bool is_open = true, has_archive = false;
	int code = VB_OK;

	m->tokens.n = 0;
	if (!tokens_split(&m->tokens, line->text, line->size) ||
	    m->tokens.n < 2)
		return VB_OK;
	from = m->tokens.at[1].start + m->tokens.at[1].size;
	while (from < line->size && strchr(": .", line->text[from]))
		from++;
	taken[here - base] = true;
	if (from < line->size)
		code = add_recipient(m, here, from, here);
	for (i = here + 1; i < m->lines.n && code == VB_OK; i++) {
		const struct metadata_line *next = &m->lines.at[i];
		char last = next->text[next->size - 1];

		if (!is_listed(m, here, i, is_open && !has_archive))
			continue;
		if (!line->cell && has_archive && !next->is_item)
			continue;
		taken[i - base] = true;
		/* a heading inside the list: "Bản điện tử:" */
		if (last == ':' || is_seal(next))
			continue;
		for (j = i; is_wrapped(m, j); j++)
			taken[j + 1 - base] = true;
		code = add_recipient(m, i, 0, j);
		has_archive |= metadata_starts(next->bare, "luu");
		i = j;
		last = m->lines.at[i].text[m->lines.at[i].size - 1];
		is_open = last == ';' || last == ',';
	}
	return code;
}

/* ---- the signature ------------------------------------------------------- */

static int keep_spot(struct metadata *m, enum metadata_spot spot,
		     enum vb_slot slot, size_t i, size_t j, double sure)
{
	return metadata_keep(m, spot, slot, metadata_join(m, i, j),
			     metadata_of_lines(m, i, j), sure);
}

/* Title lines that go on: "PHÓ TRƯỞNG PHÒNG / GIÁO DỤC TRUNG HỌC". */
static size_t title_end(struct metadata *m, size_t i, const bool *taken)
{
	size_t j = i + 1;

	while (j < m->lines.n && j < i + 4) {
		const struct metadata_line *line = &m->lines.at[j];

		if (taken[j - m->head_end] || !line->is_capital ||
		    line->cell != m->lines.at[i].cell || is_authority(line) ||
		    is_position(line) ||
		    line->para > m->lines.at[j - 1].para + 1 || is_seal(line))
			break;
		/* a name in capitals stands below space for a signature */
		j++;
	}
	return j;
}

/* Who wrote the page, and does not sign for the body. */
static bool is_drafter(const struct metadata_line *line)
{
	static const char *const TITLES[] = {"nguoi lap", "thu ki",
					     "ke toan truong"};
	size_t i;

	for (i = 0; i < sizeof(TITLES) / sizeof(*TITLES); i++)
		if (metadata_starts(line->bare, TITLES[i]))
			return true;
	return false;
}

/* The place of a line among those that a paragraph was cut into; *n of them. */
static size_t place_of(const struct metadata *m, size_t line, size_t *n)
{
	size_t first = line, end = line + 1;

	while (first > m->head_end &&
	       m->lines.at[first - 1].para == m->lines.at[line].para)
		first--;
	while (end < m->lines.n &&
	       m->lines.at[end].para == m->lines.at[line].para)
		end++;
	*n = end - first;
	return line - first;
}

/* In the column of a line that a paragraph was cut into: by a cell, by
 * spaces. */
static bool is_below(const struct metadata *m, size_t line, size_t top)
{
	size_t n_top, n_line, place = place_of(m, top, &n_top);

	if (m->lines.at[top].cell)
		return m->lines.at[line].cell == m->lines.at[top].cell;
	return n_top > 1 && line >= top && !m->lines.at[line].cell &&
	       place_of(m, line, &n_line) == place && n_line == n_top;
}

/* "NGƯỜI LẬP BIỂU" beside "TRƯỞNG PHÒNG": who signs is the second. */
static void leave_drafter(const struct metadata *m, bool *taken)
{
	size_t base = m->head_end, i, k;
	bool has_leader = false;

	for (i = base; i < m->lines.n; i++)
		has_leader |= !taken[i - base] &&
			      is_position(&m->lines.at[i]) &&
			      !is_drafter(&m->lines.at[i]);
	for (i = base; i < m->lines.n && has_leader; i++) {
		if (!is_position(&m->lines.at[i]) ||
		    !is_drafter(&m->lines.at[i]))
			continue;
		for (k = base; k < m->lines.n; k++)
			if (is_below(m, k, i))
				taken[k - base] = true;
	}
}

/* The lines of the signature that are not Nơi nhận's. */
static int read_sign(struct metadata *m, const bool *taken)
{
	size_t i, base = m->head_end, auth = SIZE_MAX, auth_end = 0;
	size_t title = SIZE_MAX, title_last = 0, name = SIZE_MAX;
	int code = VB_OK;

	for (i = base; i < m->lines.n; i++) {
		const struct metadata_line *line = &m->lines.at[i];

		if (taken[i - base] || is_seal(line))
			continue;
		if (is_authority(line) && title == SIZE_MAX) {
			if (auth == SIZE_MAX)
				auth = i;
			auth_end = i;
		} else if (is_position(line) && title == SIZE_MAX) {
			title = i;
			title_last = title_end(m, i, taken) - 1;
			i = title_last;
		} else if ((title != SIZE_MAX || auth != SIZE_MAX) &&
			   is_name(m, line) && !is_position(line)) {
			name = i;
			break;
		} else if (line->size > FOOT_LINE && title != SIZE_MAX) {
			break;
		}
	}
	if (auth != SIZE_MAX)
		code = keep_spot(m, SPOT_AUTHORITY, VB_AUTHORITY, auth,
				 auth_end, SURE_FOOT);
	if (code == VB_OK && title != SIZE_MAX)
		code = keep_spot(m, SPOT_POSITION, VB_POSITION, title,
				 title_last, SURE_FOOT);
	if (code == VB_OK && name != SIZE_MAX)
		code = keep_spot(m, SPOT_SIGNER, VB_SIGNER, name, name,
				 title == SIZE_MAX ? SURE_LOOSE : SURE_FOOT);
	return code;
}

int metadata_foot(struct metadata *m)
{
	bool taken[METADATA_FOOT_MAX * 8] = {false};
	size_t i;
	int code;

	if (!m->is_official)
		return VB_OK;
	m->lines.n = m->head_end;
	find_foot(m);
	if (m->foot >= n_paras(m))
		return VB_OK;
	code = metadata_lines(m, 0, m->foot, m->foot_end, true);
	if (m->lines.n > m->head_end + sizeof(taken) / sizeof(*taken))
		m->lines.n = m->head_end + sizeof(taken) / sizeof(*taken);
	for (i = m->head_end; i < m->lines.n && code == VB_OK; i++)
		if (is_here(m->lines.at[i].bare)) {
			code = read_list(m, i, taken);
			break;
		}
	if (code != VB_OK)
		return code;
	leave_drafter(m, taken);
	return read_sign(m, taken);
}
