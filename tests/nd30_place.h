/*
 * nd30_place.h - what stands where, after Nghị định 30/2020/NĐ-CP, Phụ lục I,
 * Phần I: the page and its number, the letterhead and its rules, lists of
 * names, tables, headings, and what makes a document accessible.
 */
#ifndef ND30_PLACE_H
#define ND30_PLACE_H

#include "nd30_check.h"

static void nd_within(struct nd_check *c, const char *rule, const char *what,
		      int got, int from, int to)
{
	if (got < from || got > to)
		nd_fault(c, rule, "%s is %d, not %d to %d", what, got, from,
			 to);
}

static int nd_attr(const xmlNode *node, const char *name)
{
	return node ? atoi(tree_attr(node, name)) : -1;
}

/* The next element of the same parent, NULL at the end. */
static xmlNode *nd_after(const xmlNode *node)
{
	xmlNode *n = node->next;

	while (n && n->type != XML_ELEMENT_NODE)
		n = n->next;
	return n;
}

/* ---- I: the page -------------------------------------------------------- */

static void nd_check_header(struct nd_check *c, const char *name, bool is_first)
{
	xmlDoc *header = nd_part(&c->doc, name);
	xmlNode *root = header ? xmlDocGetRootElement(header) : NULL;
	xmlNode *p = root ? tree_child(root, "p") : NULL;
	struct buf code = BUF_INIT;

	if (!p) {
		nd_fault(c, "I.7 số trang", "'%s' has no paragraph", name);
		goto out;
	}
	nd_check_paragraph(c, p);
	for (xmlNode *n = p; n; n = tree_next(root, n, false))
		if (n->type == XML_TEXT_NODE && tree_is(n->parent, "instrText"))
			buf_adds(&code, (const char *)n->content);
	if (is_first && buf_cstr(&c->words)[0])
		nd_fault(c, "I.7 số trang", "page one has a number");
	if (is_first)
		goto out;
	if (strcmp(buf_cstr(&code), " PAGE ") != 0)
		nd_fault(c, "I.7 số trang", "the field is '%s'",
			 buf_cstr(&code));
	nd_within(c, "I.7 số trang", "alignment", (int)c->look.align, ND_CENTER,
		  ND_CENTER);
	nd_within(c, "I.7 số trang", "bold", c->look.toggle[ND_BOLD], 0, 0);
	nd_within(c, "I.7 số trang", "italic", c->look.toggle[ND_ITALIC], 0, 0);
out:
	buf_release(&code);
}

/* The header of a type that a section names; NULL when it is inherited. */
static const char *nd_header(const struct nd_check *c, const xmlNode *sect,
			     const char *type)
{
	size_t count = 0;
	const struct opc_rel *rels = opc_rels(c->doc.opc, opc_main(c->doc.opc),
					      &count);

	for (const xmlNode *n = sect->children; n; n = n->next) {
		if (!tree_is(n, "headerReference") ||
		    strcmp(tree_attr(n, "type"), type) != 0)
			continue;
		for (size_t i = 0; i < count; i++) {
			xmlChar *id = xmlGetProp((xmlNode *)n, BAD_CAST "id");
			bool same = id && strcmp((char *)id, rels[i].id) == 0;

			xmlFree(id);
			if (same)
				return rels[i].target;
		}
	}
	return NULL;
}

static void nd_check_numbers(struct nd_check *c, const xmlNode *sect,
			     bool is_first)
{
	const xmlNode *type = tree_child(sect, "pgNumType");
	const char *header = nd_header(c, sect, "default");
	const char *first = nd_header(c, sect, "first");

	if (is_first && (!header || !first))
		nd_fault(c, "I.7 số trang", "a header is not there");
	if (header)
		nd_check_header(c, header, false);
	if (first)
		nd_check_header(c, first, true);
	c->at = NULL;
	if (!tree_child(sect, "titlePg") || !nd_on(tree_child(sect, "titlePg")))
		nd_fault(c, "I.7 số trang", "page one shows its number");
	if (nd_attr(type, "start") != 1)
		nd_fault(c, "I.7 số trang", "pages do not begin at 1");
	if (type && *tree_attr(type, "fmt") &&
	    strcmp(tree_attr(type, "fmt"), "decimal") != 0)
		nd_fault(c, "I.7 số trang", "the format is '%s'",
			 tree_attr(type, "fmt"));
}

/* Landscape turns the page; the binding edge stays the left one. */
static void nd_check_page(struct nd_check *c, const xmlNode *sect)
{
	const xmlNode *size = tree_child(sect, "pgSz");
	const xmlNode *margin = tree_child(sect, "pgMar");
	bool is_wide = size &&
		       strcmp(tree_attr(size, "orient"), "landscape") == 0;

	c->at = NULL;
	nd_within(c, "I.1 khổ A4", "width", nd_attr(size, "w"),
		  is_wide ? 16838 : 11906, is_wide ? 16838 : 11906);
	nd_within(c, "I.1 khổ A4", "height", nd_attr(size, "h"),
		  is_wide ? 11906 : 16838, is_wide ? 11906 : 16838);
	nd_within(c, "I.3 lề trên", "margin", nd_attr(margin, "top"), 1134,
		  1418);
	nd_within(c, "I.3 lề dưới", "margin", nd_attr(margin, "bottom"), 1134,
		  1418);
	nd_within(c, "I.3 lề trái", "margin", nd_attr(margin, "left"), 1701,
		  1985);
	nd_within(c, "I.3 lề phải", "margin", nd_attr(margin, "right"), 850,
		  1134);
	nd_within(c, "I.7 số trang trong lề trên", "header",
		  nd_attr(margin, "header"), 284,
		  nd_attr(margin, "top") - 20 * c->size);
}

/* Width between the margins of the last section. */
static int nd_text_width(const struct nd_check *c)
{
	xmlNode *body = tree_child(xmlDocGetRootElement(c->doc.document),
				   "body");
	const xmlNode *sect = tree_child(body, "sectPr");
	const xmlNode *margin = sect ? tree_child(sect, "pgMar") : NULL;

	return margin ? nd_attr(tree_child(sect, "pgSz"), "w") -
				nd_attr(margin, "left") -
				nd_attr(margin, "right")
		      : 0;
}

/* ---- II.1, II.2, II.5: rules drawn below words -------------------------- */

static int nd_column(const struct nd_check *c, const xmlNode *p)
{
	const xmlNode *tc = tree_above(p, "tc");

	if (!tc)
		return nd_text_width(c);
	return nd_attr(tree_child(tree_child(tc, "tcPr"), "tcW"), "w");
}

/* Nothing but leaders, and a comma between them. */
static bool nd_is_blank(const char *words)
{
	size_t n = strlen("…");

	while (strncmp(words, "…", n) == 0 || *words == ',' || *words == ' ')
		words += *words == ',' || *words == ' ' ? 1 : n;
	return *words == '\0';
}

/* The rule of this paragraph is a border between equal indents, its length
 * from..to hundredths of the longest line above it. */
static void nd_check_rule(struct nd_check *c, xmlNode *p, const char *clause,
			  int from, int to)
{
	xmlNode *next = nd_after(p);
	bool is_blank = nd_is_blank(buf_cstr(&c->words));
	int column = nd_column(c, p), words, length;
	struct nd_look rule;

	/* the note stands between the title of an annex and its rule */
	if (next && tree_is(next, "p") &&
	    strcmp(nd_style_of(&c->doc, next), "ChiDan") == 0)
		next = nd_after(next);
	if (!next || !tree_is(next, "p") ||
	    strcmp(nd_style_of(&c->doc, next), "DuongKe") != 0) {
		nd_fault(c, clause, "no rule stands below");
		return;
	}
	rule = nd_paragraph(&c->doc, next);
	if (rule.border < 4)
		nd_fault(c, clause, "the rule is not drawn");
	nd_within(c, clause, "right indent of the rule", rule.right, rule.left,
		  rule.left);
	words = nd_width(buf_cstr(&c->words),
			 column - c->look.left - c->look.right, c->look.size,
			 c->look.toggle[ND_BOLD], c->look.toggle[ND_CAPS]);
	length = column - rule.left - rule.right;
	if (!is_blank) /* a name that comes later is longer */
		nd_within(c, clause, "length of the rule, % of the line",
			  words ? length * 100 / words : 0, from, to);
}

static xmlNode *nd_find(const struct nd_check *c, xmlNode *top,
			const char *style)
{
	for (xmlNode *n = top; n; n = tree_next(top, n, false))
		if (tree_is(n, "p") &&
		    strcmp(nd_style_of(&c->doc, n), style) == 0)
			return n;
	return NULL;
}

static void nd_check_one_line(struct nd_check *c, xmlNode *p)
{
	int words = nd_width(buf_cstr(&c->words), 1 << 20, c->look.size,
			     c->look.toggle[ND_BOLD], c->look.toggle[ND_CAPS]);

	nd_within(c, "II.1 trên một dòng", "width", words, 1, nd_column(c, p));
}

/* Slots 3 and 4: on one line, in one row. */
static void nd_check_level(struct nd_check *c, xmlNode *p, const char *beside,
			   const char *rule)
{
	xmlNode *row = tree_above(p, "tr");

	if (!row || !nd_find(c, row, beside))
		nd_fault(c, rule, "'%s' is not in the row", beside);
}

/* In the cell of another, or in the one beside it. */
static void nd_check_cell(struct nd_check *c, xmlNode *p, const char *style,
			  bool is_same, const char *rule)
{
	xmlNode *row = tree_above(p, "tr"), *tc = tree_above(p, "tc");
	xmlNode *other = row ? nd_find(c, row, style) : NULL;

	if (!other || (tree_above(other, "tc") == tc) != is_same ||
	    (!is_same && nd_after(tree_above(other, "tc")) != tc))
		nd_fault(c, rule, "'%s' is not where it should be", style);
}

/* ---- II.3, II.4: numbers and dates -------------------------------------- */

static const char *nd_spaces(const char *at)
{
	while (*at == ' ' || strncmp(at, "\xc2\xa0", 2) == 0)
		at += *at == ' ' ? 1 : 2;
	return at;
}

/* A figure and how many digits it has; 0 when it is blank. */
static int nd_figure(const char *at, int *digits)
{
	char *end = NULL;
	long value;

	at = nd_spaces(at);
	value = *at >= '0' && *at <= '9' ? strtol(at, &end, 10) : 0;
	*digits = end ? (int)(end - at) : 0;
	return (int)value;
}

/* Groups of a sign are capitals, but for some names of types (Phu luc III). */
static void nd_check_sign(struct nd_check *c, const char *at)
{
	struct nd_look plain = {0};
	char group[64];

	while (*at) {
		size_t n = strcspn(at, "-/");

		snprintf(group, sizeof(group), "%.*s", (int)n, at);
		if (strchr(group, ' ') ||
		    (nd_is_upper(&plain, group) == 0 &&
		     !nd_is_one_of(group, "QyĐ CTr TTr TrS")))
			nd_fault(c, "II.3 ký hiệu", "'%s' is not capitals",
				 group);
		at += n + strspn(at + n, "-/");
	}
}

static void nd_check_number(struct nd_check *c)
{
	const char *at = buf_cstr(&c->words), *sign = strchr(at, '/');
	int digits, value;

	if (strncmp(at, "Số:", strlen("Số:")) != 0 || !sign) {
		nd_fault(c, "II.3 số, ký hiệu", "it is not \"Số: …/…\"");
		return;
	}
	value = nd_figure(at + strlen("Số:"), &digits);
	if (digits && value < 10 && digits != 2)
		nd_fault(c, "II.3 số dưới 10", "%d is not padded", value);
	nd_check_sign(c, sign + 1);
}

static void nd_check_date(struct nd_check *c)
{
	const char *words = buf_cstr(&c->words);
	const char *day = strstr(words, ", ngày"), *month;
	int digits, value;

	/* a date of one field has one leader (docs/deviations.md) */
	if (nd_is_blank(words))
		return;
	month = day ? strstr(day, "tháng") : NULL;
	if (!month || !strstr(month, "năm")) {
		nd_fault(c, "II.4 địa danh, thời gian",
			 "it is not \"…, ngày … tháng … năm …\"");
		return;
	}
	value = nd_figure(day + strlen(", ngày"), &digits);
	if (digits && value < 10 && digits != 2)
		nd_fault(c, "II.4 ngày dưới 10", "%d is not padded", value);
	value = nd_figure(month + strlen("tháng"), &digits);
	if (digits && value < 3 && digits != 2)
		nd_fault(c, "II.4 tháng 1, 2", "%d is not padded", value);
	if (digits && value > 2 && value < 10 && digits != 1)
		nd_fault(c, "II.4 tháng 3 đến 9", "%d is padded", value);
}

/* ---- II.9: lists of names ----------------------------------------------- */

/* The next paragraph of the list, in whatever control it is. */
static bool nd_is_last(const struct nd_check *c, xmlNode *p)
{
	xmlNode *top = xmlDocGetRootElement(c->doc.document);
	xmlNode *tc = tree_above(p, "tc");

	for (xmlNode *n = tree_next(top, p, true); n;
	     n = tree_next(top, n, false))
		if (tree_is(n, "p"))
			return tree_above(n, "tc") != tc ||
			       strcmp(nd_style_of(&c->doc, n), c->style) != 0;
	return true;
}

static void nd_check_item(struct nd_check *c, xmlNode *p)
{
	const char *words = buf_cstr(&c->words);
	size_t n = strlen(words);
	char want = nd_is_last(c, p) ? '.' : ';';

	if (n == 0)
		return; /* a foot without recipients */
	if (strncmp(words, "- ", 2) != 0)
		nd_fault(c, "II.9 gạch đầu dòng", "no hyphen begins it");
	if (words[n - 1] != want)
		nd_fault(c, "II.9 dấu cuối dòng", "it ends in '%c', not '%c'",
			 words[n - 1], want);
}

/* The hyphens stand below the colon. */
static void nd_check_colon(struct nd_check *c)
{
	static const char words[] = "Kính gửi";
	int colon = c->look.left + c->look.first +
		    nd_width_of(words, strlen(words), c->look.size, false,
				false);
	const xmlNode *p = nd_find(c, xmlDocGetRootElement(c->doc.document),
				   "KinhGuiDanhSach");
	struct nd_look list;

	if (strncmp(buf_cstr(&c->words), "Kính gửi:", strlen("Kính gửi:")))
		nd_fault(c, "II.9 Kính gửi", "it is not \"Kính gửi:\"");
	if (!p)
		return;
	list = nd_paragraph(&c->doc, p);
	nd_within(c, "II.9 gạch dưới dấu hai chấm", "hyphens",
		  list.left + list.first, colon - 40, colon + 40);
}

/* Twips from the top of its cell to a paragraph, below empty ones. */
static int nd_room(const struct nd_check *c, xmlNode *p)
{
	xmlNode *tc = tree_above(p, "tc");
	int room = nd_paragraph(&c->doc, p).before;

	for (xmlNode *n = tc; n && n != p; n = tree_next(tc, n, false)) {
		struct nd_look look;

		if (!tree_is(n, "p"))
			continue;
		look = nd_paragraph(&c->doc, n);
		room += look.before + look.line + look.after;
	}
	return room;
}

static void nd_check_recipients(struct nd_check *c, xmlNode *p)
{
	xmlNode *row = tree_above(p, "tr");
	xmlNode *title = row ? nd_find(c, row, "QuyenHan") : NULL;

	if (strcmp(buf_cstr(&c->words), "Nơi nhận:") != 0)
		nd_fault(c, "II.9 Nơi nhận", "it is not \"Nơi nhận:\"");
	if (title)
		nd_within(c, "II.9 ngang quyền hạn", "room above",
			  c->look.before, nd_room(c, title), nd_room(c, title));
}

/* ---- the dispatch by style ---------------------------------------------- */

static void nd_check_place(struct nd_check *c, xmlNode *p)
{
	nd_look_at(c, p);
	if (strcmp(c->style, "QuocHieu") == 0) {
		nd_check_one_line(c, p);
		nd_check_level(c, p, "CoQuanBanHanh", "IV ô 1 và 2");
	} else if (strcmp(c->style, "TieuNgu") == 0) {
		nd_check_rule(c, p, "II.1 đường kẻ bằng Tiêu ngữ", 98, 102);
	} else if (strcmp(c->style, "CoQuanBanHanh") == 0) {
		nd_check_rule(c, p, "II.2 đường kẻ 1/3 đến 1/2", 33, 50);
	} else if (strcmp(c->style, "TrichYeu") == 0) {
		nd_check_rule(c, p, "II.5 đường kẻ 1/3 đến 1/2", 33, 50);
	} else if (strcmp(c->style, "TieuDePhuLuc") == 0) {
		nd_check_rule(c, p, "III.1 đường kẻ", 33, 50);
	} else if (strcmp(c->style, "SoKyHieu") == 0) {
		nd_check_level(c, p, "DiaDanh", "IV ô 3 và 4");
		nd_check_number(c);
	} else if (strcmp(c->style, "TrichYeuCongVan") == 0) {
		nd_check_cell(c, p, "SoKyHieu", true, "IV ô 5b");
	} else if (strcmp(c->style, "HoTen") == 0) {
		nd_check_cell(c, p, "NoiNhan", false, "IV ô 7b và 9b");
		nd_check_cell(c, p, "QuyenHan", true, "IV ô 7a và 7b");
	} else if (strcmp(c->style, "DiaDanh") == 0) {
		nd_check_date(c);
	} else if (strcmp(c->style, "KinhGui") == 0) {
		nd_check_colon(c);
	} else if (strcmp(c->style, "NoiNhan") == 0) {
		nd_check_recipients(c, p);
	} else if (nd_is_one_of(c->style, "KinhGuiDanhSach NoiNhanDanhSach")) {
		nd_check_item(c, p);
	}
}

/* ---- tables, headings, access ------------------------------------------- */

static void nd_check_row(struct nd_check *c, xmlNode *row)
{
	xmlNode *trpr = tree_child(row, "trPr");
	xmlNode *header = nd_find(c, row, "BangTieuDe");
	c->at = NULL;
	if (!trpr || !tree_child(trpr, "cantSplit"))
		nd_fault(c, "bảng: dòng không cắt", "a row may be cut");
	if (header && (!trpr || !tree_child(trpr, "tblHeader")))
		nd_fault(c, "bảng: tiêu đề lặp lại",
			 "a header row is not repeated");
}

/* Headings go down a level at a time. */
static void nd_check_headings(struct nd_check *c, xmlNode *body)
{
	int before = -1;

	for (xmlNode *n = body; n; n = tree_next(body, n, false)) {
		if (!tree_is(n, "p"))
			continue;
		nd_look_at(c, n);
		if (c->look.outline > 8)
			continue;
		if (c->look.outline > before + 1)
			nd_fault(c, "cấp tiêu đề", "level %d follows level %d",
				 c->look.outline + 1, before + 1);
		before = c->look.outline;
	}
	c->at = NULL;
}

/* What is above the signature goes over the page with it. */
static void nd_check_foot(struct nd_check *c, xmlNode *body)
{
	xmlNode *name = nd_find(c, body, "HoTen");
	xmlNode *tbl = name ? tree_above(name, "tbl") : NULL;
	xmlNode *last = NULL, *before = NULL;

	for (xmlNode *n = body; tbl && n != tbl; n = tree_next(body, n, false))
		if (tree_is(n, "p")) {
			before = last;
			last = n;
		}
	if (!last)
		return;
	nd_look_at(c, last);
	nd_within(c, "chữ ký không đứng một mình", "keepNext",
		  c->look.keep_next, 1, 1);
	/* but not all paragraphs of an answer: they would all go over */
	if (before && nd_after(before) == last) {
		nd_look_at(c, before);
		nd_within(c, "chữ ký chỉ giữ đoạn cuối", "keepNext",
			  c->look.keep_next && c->look.outline > 8, 0, 0);
	}
	c->at = NULL;
}

static xmlNode *nd_root(struct nd_check *c, const char *name)
{
	xmlDoc *xml = nd_part(&c->doc, name);

	return xml ? xmlDocGetRootElement(xml) : NULL;
}

static void nd_check_access(struct nd_check *c)
{
	xmlNode *core = nd_root(c, "docProps/core.xml");
	xmlNode *settings = nd_root(c, "word/settings.xml");
	xmlNode *root = xmlDocGetRootElement(c->doc.document);
	const char *title = "", *language = "";

	c->at = NULL;
	for (xmlNode *n = core ? core->children : NULL; n; n = n->next) {
		if (tree_is_ns(n, "http://purl.org/dc/elements/1.1/", "title"))
			title = n->children ? "yes" : "";
		if (tree_is_ns(n, "http://purl.org/dc/elements/1.1/",
			       "language") &&
		    n->children)
			language = (const char *)n->children->content;
	}
	if (!*title)
		nd_fault(c, "tiếp cận: tiêu đề", "the document has no title");
	if (strcmp(language, "vi-VN") != 0)
		nd_fault(c, "tiếp cận: ngôn ngữ", "dc:language is '%s'",
			 language);
	if (!settings || !tree_child_val(settings, "themeFontLang") ||
	    strcmp(tree_child_val(settings, "themeFontLang"), "vi-VN") != 0)
		nd_fault(c, "tiếp cận: ngôn ngữ", "themeFontLang is not vi-VN");
	for (xmlNode *n = root; n; n = tree_next(root, n, false))
		if (tree_is_ns(n, TREE_WP_NS, "docPr") &&
		    !*tree_plain_attr(n, "descr"))
			nd_fault(c, "tiếp cận: hình", "a drawing has no words");
}

/* All of it; the faults are then in c->faults, "" when there are none. */
static void nd_check_document(struct nd_check *c)
{
	xmlNode *root = xmlDocGetRootElement(c->doc.document);
	xmlNode *body = tree_child(root, "body");
	bool is_first = true;

	for (xmlNode *n = root; n; n = tree_next(root, n, false)) {
		if (tree_is(n, "p")) {
			c->n++;
			nd_check_paragraph(c, n);
			nd_check_place(c, n);
		} else if (tree_is(n, "tr")) {
			nd_check_row(c, n);
		} else if (tree_is(n, "sectPr")) {
			nd_check_page(c, n);
			nd_check_numbers(c, n, is_first);
			is_first = false;
		}
	}
	c->n = 0;
	nd_check_headings(c, body);
	nd_check_foot(c, body);
	nd_check_access(c);
}

#endif
