/*
 * nd30_check.h - the rules of Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I
 * ("I.1" is Mục I, khoản 1; "V.6" is row 6 of the table in Mục V), tried on
 * a document whose styles nd30.h resolves.
 *
 * nd_rules is what every paragraph of a style must look like; the functions
 * below look at what stands beside what. Faults are words, a line each.
 */
#ifndef ND30_CHECK_H
#define ND30_CHECK_H

#include "nd30.h"
#include "nd30_width.h"

struct nd_check {
	struct nd_doc doc;
	int size;	   /* of the body, points */
	const xmlNode *at; /* the paragraph looked at, and its number */
	int n;
	const char *style;
	struct nd_look look;
	struct buf words; /* of the paragraph */
	struct buf faults;
	bool *used; /* by rule */
};

__attribute__((format(printf, 3, 4))) static void
nd_fault(struct nd_check *c, const char *rule, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (c->at)
		buf_addf(&c->faults, "paragraph %d '%.60s': ", c->n,
			 buf_cstr(&c->words));
	buf_addf(&c->faults, "%s: %s\n", rule, text);
}

/* ---- what a style must look like ---------------------------------------- */

enum nd_what {
	ND_SIZE, /* half points */
	ND_IS_BOLD,
	ND_IS_ITALIC,
	ND_IS_UPPER, /* all its letters are capitals as shown */
	ND_IS_CAPS,  /* the style shows capitals whatever is typed */
	ND_ALIGN,
	ND_LEFT_INDENT,
	ND_FIRST,
	ND_BEFORE,
	ND_LINE,
	ND_KEEP_NEXT,
	ND_KEEP_LINES,
	ND_OUTLINE,
	ND_LARGE, /* size less that of the body, half points */
	ND_WORDS  /* bytes of its words */
};

static const char *const nd_names[] = {"size",		"bold",
				       "italic",	"capitals",
				       "w:caps",	"alignment",
				       "left indent",	"indent",
				       "space before",	"line",
				       "keepNext",	"keepLines",
				       "outline level", "size beside the body",
				       "words"};

struct nd_rule {
	const char *clause, *styles;
	enum nd_what what;
	int from, to;
	/* of the style alone: the author of a form may stress words and align
	 * a line */
	bool is_style;
};

#define ND_BODY_STYLES "BodyText TraLoi GoiY ListBullet ListBullet2 ListNumber"
#define ND_KHOAN       "Heading2 Heading3 TieuDe2Cap1 TieuDe3Cap1 TieuDe3Cap2"
#define ND_DIEM	       "Heading4 TieuDe4Cap1 TieuDe4Cap2 TieuDe4Cap3"
#define ND_HEADINGS    "Heading1 " ND_KHOAN " " ND_DIEM

static const struct nd_rule nd_rules[] = {
	{"V.1 Quốc hiệu", "QuocHieu", ND_SIZE, 24, 26, false},
	{"V.1 Quốc hiệu", "QuocHieu", ND_IS_BOLD, 1, 1, false},
	{"V.1 Quốc hiệu", "QuocHieu", ND_IS_ITALIC, 0, 0, false},
	{"V.1 Quốc hiệu", "QuocHieu", ND_IS_UPPER, 1, 1, false},
	{"II.1 Quốc hiệu", "QuocHieu", ND_ALIGN, ND_CENTER, ND_CENTER, false},
	{"II.1 Quốc hiệu, dòng đơn", "QuocHieu TieuNgu", ND_LINE, 240, 240,
	 false},
	{"V.1 Tiêu ngữ", "TieuNgu", ND_SIZE, 26, 28, false},
	{"V.1 Tiêu ngữ", "TieuNgu", ND_IS_BOLD, 1, 1, false},
	{"V.1 Tiêu ngữ", "TieuNgu", ND_IS_ITALIC, 0, 0, false},
	{"V.1 Tiêu ngữ", "TieuNgu", ND_IS_UPPER, 0, 0, false},
	{"II.1 Tiêu ngữ", "TieuNgu", ND_ALIGN, ND_CENTER, ND_CENTER, false},
	{"V.2 cơ quan chủ quản", "CoQuanChuQuan", ND_SIZE, 24, 26, false},
	{"V.2 cơ quan chủ quản", "CoQuanChuQuan", ND_IS_BOLD, 0, 0, false},
	{"V.2 cơ quan chủ quản", "CoQuanChuQuan", ND_IS_UPPER, 1, 1, false},
	{"V.2 cơ quan ban hành", "CoQuanBanHanh", ND_SIZE, 24, 26, false},
	{"V.2 cơ quan ban hành", "CoQuanBanHanh", ND_IS_BOLD, 1, 1, false},
	{"V.2 cơ quan ban hành", "CoQuanBanHanh", ND_IS_UPPER, 1, 1, false},
	{"V.2 tên cơ quan", "CoQuanChuQuan CoQuanBanHanh", ND_IS_CAPS, 1, 1,
	 false},
	{"V.2 tên cơ quan", "CoQuanChuQuan CoQuanBanHanh", ND_IS_ITALIC, 0, 0,
	 false},
	{"II.2 tên cơ quan", "CoQuanChuQuan CoQuanBanHanh", ND_ALIGN, ND_CENTER,
	 ND_CENTER, false},
	{"II.2 tên cơ quan, dòng đơn", "CoQuanChuQuan CoQuanBanHanh", ND_LINE,
	 240, 240, false},
	{"V.3 số, ký hiệu", "SoKyHieu", ND_SIZE, 26, 26, false},
	{"V.3 số, ký hiệu", "SoKyHieu", ND_IS_BOLD, 0, 0, false},
	{"V.3 số, ký hiệu", "SoKyHieu", ND_IS_ITALIC, 0, 0, false},
	{"V.3 số, ký hiệu", "SoKyHieu", ND_IS_CAPS, 0, 0, false},
	{"II.3 số, ký hiệu", "SoKyHieu", ND_ALIGN, ND_CENTER, ND_CENTER, false},
	{"V.4 địa danh, thời gian", "DiaDanh", ND_SIZE, 26, 28, false},
	{"V.4 địa danh, thời gian", "DiaDanh", ND_IS_ITALIC, 1, 1, false},
	{"V.4 địa danh, thời gian", "DiaDanh", ND_IS_BOLD, 0, 0, false},
	{"V.4 địa danh, thời gian", "DiaDanh", ND_IS_UPPER, 0, 0, false},
	{"II.4 địa danh, thời gian", "DiaDanh", ND_ALIGN, ND_CENTER, ND_CENTER,
	 false},
	{"V.5 tên loại", "TenLoai", ND_SIZE, 26, 28, false},
	{"V.5 tên loại", "TenLoai", ND_IS_BOLD, 1, 1, false},
	{"V.5 tên loại", "TenLoai", ND_IS_ITALIC, 0, 0, false},
	{"V.5 tên loại", "TenLoai", ND_IS_UPPER, 1, 1, false},
	{"V.5 trích yếu", "TrichYeu", ND_SIZE, 26, 28, false},
	{"V.5 trích yếu", "TrichYeu", ND_IS_BOLD, 1, 1, false},
	{"V.5 trích yếu", "TrichYeu", ND_IS_ITALIC, 0, 0, false},
	{"V.5 trích yếu", "TrichYeu", ND_IS_UPPER, 0, 0, false},
	{"II.5 tên loại, trích yếu", "TenLoai TrichYeu", ND_ALIGN, ND_CENTER,
	 ND_CENTER, false},
	{"V.5b trích yếu công văn", "TrichYeuCongVan", ND_SIZE, 24, 26, false},
	{"V.5b trích yếu công văn", "TrichYeuCongVan", ND_IS_BOLD, 0, 0, false},
	{"V.5b trích yếu công văn", "TrichYeuCongVan", ND_IS_ITALIC, 0, 0,
	 false},
	{"V.5b trích yếu công văn", "TrichYeuCongVan", ND_IS_UPPER, 0, 0,
	 false},
	{"II.5 V/v, cách 6 pt", "TrichYeuCongVan", ND_BEFORE, 120, 120, false},
	{"II.5 V/v", "TrichYeuCongVan", ND_ALIGN, ND_CENTER, ND_CENTER, false},

	{"V.6 nội dung", ND_BODY_STYLES, ND_SIZE, 26, 28, false},
	{"V.6 nội dung", ND_BODY_STYLES, ND_IS_BOLD, 0, 0, true},
	{"V.6 nội dung", "BodyText TraLoi ListBullet ListBullet2 ListNumber",
	 ND_IS_ITALIC, 0, 0, true},
	{"V.6 nội dung", ND_BODY_STYLES, ND_IS_CAPS, 0, 0, false},
	{"II.6 canh đều hai lề", ND_BODY_STYLES, ND_ALIGN, ND_BOTH, ND_BOTH,
	 true},
	{"II.6 lùi đầu dòng 1 hoặc 1,27 cm", ND_BODY_STYLES " " ND_HEADINGS,
	 ND_FIRST, 567, 720, true},
	{"II.6 lùi đầu dòng", ND_BODY_STYLES " " ND_HEADINGS, ND_LEFT_INDENT, 0,
	 0, false},
	{"II.6 cách đoạn từ 6 pt", ND_BODY_STYLES " " ND_HEADINGS, ND_BEFORE,
	 120, 240, false},
	{"II.6 cách dòng 1 đến 1,5", ND_BODY_STYLES " " ND_HEADINGS, ND_LINE,
	 240, 360, false},
	{"V.6b mục, khoản, điểm", ND_HEADINGS, ND_SIZE, 26, 28, false},
	{"V.6b mục, khoản, điểm", ND_HEADINGS, ND_IS_ITALIC, 0, 0, false},
	{"V.6b tiêu đề mục (I.)", "Heading1", ND_IS_BOLD, 1, 1, false},
	{"V.6b tiêu đề mục (I.)", "Heading1", ND_IS_UPPER, 1, 1, false},
	{"V.6b tiêu đề khoản (1.)", ND_KHOAN, ND_IS_BOLD, 1, 1, false},
	{"V.6b tiêu đề khoản (1.)", ND_KHOAN, ND_IS_UPPER, 0, 0, false},
	{"V.6b điểm (a)", ND_DIEM, ND_IS_BOLD, 0, 0, false},
	{"V.6b điểm (a)", ND_DIEM, ND_IS_UPPER, 0, 0, false},
	{"tiêu đề đi với đoạn sau",
	 ND_HEADINGS " TenLoai TrichYeu PhuLuc "
		     "TieuDePhuLuc",
	 ND_KEEP_NEXT, 1, 1, false},
	{"tiêu đề không cắt", ND_HEADINGS, ND_KEEP_LINES, 1, 1, false},
	{"cấp tiêu đề", "Heading1", ND_OUTLINE, 0, 0, false},
	{"cấp tiêu đề", ND_BODY_STYLES, ND_OUTLINE, 9, 9, false},

	{"V.7 quyền hạn, chức vụ", "QuyenHan", ND_SIZE, 26, 28, false},
	{"V.7 quyền hạn, chức vụ", "QuyenHan", ND_IS_BOLD, 1, 1, false},
	{"V.7 quyền hạn, chức vụ", "QuyenHan", ND_IS_ITALIC, 0, 0, false},
	{"V.7 quyền hạn, chức vụ", "QuyenHan", ND_IS_UPPER, 1, 1, false},
	{"V.7 họ tên", "HoTen", ND_SIZE, 26, 28, false},
	{"V.7 họ tên", "HoTen", ND_IS_BOLD, 1, 1, false},
	{"V.7 họ tên", "HoTen", ND_IS_ITALIC, 0, 0, false},
	{"V.7 họ tên", "HoTen", ND_IS_UPPER, 0, 0, false},
	{"II.7 chữ ký", "QuyenHan ChuKy HoTen", ND_ALIGN, ND_CENTER, ND_CENTER,
	 false},
	{"Phụ lục III, Mẫu 1.4: chỉ dẫn ký", "ChuKy", ND_IS_ITALIC, 1, 1,
	 false},
	{"chữ ký không tách khỏi họ tên", "QuyenHan ChuKy", ND_KEEP_NEXT, 1, 1,
	 false},
	{"V.8 Kính gửi", "KinhGui KinhGuiDanhSach", ND_SIZE, 26, 28, false},
	{"V.8 Kính gửi", "KinhGui KinhGuiDanhSach", ND_IS_BOLD, 0, 0, false},
	{"V.8 Kính gửi", "KinhGui KinhGuiDanhSach", ND_IS_ITALIC, 0, 0, false},
	{"V.8 Kính gửi", "KinhGui KinhGuiDanhSach", ND_IS_CAPS, 0, 0, false},
	{"V.8 Nơi nhận", "NoiNhan", ND_SIZE, 24, 24, false},
	{"V.8 Nơi nhận", "NoiNhan", ND_IS_BOLD, 1, 1, false},
	{"V.8 Nơi nhận", "NoiNhan", ND_IS_ITALIC, 1, 1, false},
	{"V.8 Nơi nhận", "NoiNhan", ND_IS_UPPER, 0, 0, false},
	{"V.8 danh sách nơi nhận", "NoiNhanDanhSach", ND_SIZE, 22, 22, false},
	{"V.8 danh sách nơi nhận", "NoiNhanDanhSach", ND_IS_BOLD, 0, 0, false},
	{"V.8 danh sách nơi nhận", "NoiNhanDanhSach", ND_IS_ITALIC, 0, 0,
	 false},
	{"II.9 sát lề trái", "NoiNhan NoiNhanDanhSach", ND_ALIGN, ND_LEFT,
	 ND_LEFT, false},
	{"II.9 sát lề trái", "NoiNhan NoiNhanDanhSach", ND_LEFT_INDENT, 0, 0,
	 false},
	{"II.9 sát lề trái", "NoiNhan NoiNhanDanhSach", ND_FIRST, 0, 0, false},

	{"V.9 Phụ lục", "PhuLuc", ND_SIZE, 28, 28, false},
	{"V.9 Phụ lục", "PhuLuc", ND_IS_BOLD, 1, 1, false},
	{"V.9 Phụ lục", "PhuLuc", ND_IS_ITALIC, 0, 0, false},
	{"V.9 Phụ lục", "PhuLuc", ND_IS_UPPER, 0, 0, false},
	{"V.9 tiêu đề phụ lục", "TieuDePhuLuc", ND_SIZE, 26, 28, false},
	{"V.9 tiêu đề phụ lục", "TieuDePhuLuc", ND_IS_BOLD, 1, 1, false},
	{"V.9 tiêu đề phụ lục", "TieuDePhuLuc", ND_IS_UPPER, 1, 1, false},
	{"V.9 chỉ dẫn kèm theo", "ChiDan", ND_SIZE, 26, 28, false},
	{"V.9 chỉ dẫn kèm theo", "ChiDan", ND_IS_ITALIC, 1, 1, false},
	{"V.9 chỉ dẫn kèm theo", "ChiDan", ND_IS_BOLD, 0, 0, false},
	{"V.9 chỉ dẫn kèm theo", "ChiDan", ND_IS_UPPER, 0, 0, false},
	{"III.1 phụ lục", "PhuLuc TieuDePhuLuc ChiDan", ND_ALIGN, ND_CENTER,
	 ND_CENTER, false},

	{"V.6 bảng", "BangTieuDe BangNoiDung", ND_SIZE, 26, 28, false},
	{"V.6 bảng", "BangTieuDe", ND_IS_BOLD, 1, 1, true},
	{"V.6 bảng", "BangNoiDung", ND_IS_BOLD, 0, 0, true},
	{"V.6 bảng", "BangTieuDe BangNoiDung", ND_IS_ITALIC, 0, 0, true},
	{"V.6 bảng", "BangTieuDe", ND_ALIGN, ND_CENTER, ND_CENTER, true},
	{"V.14 số trang", "Header", ND_SIZE, 26, 28, false},

	/* the footnote of the table: sizes go up and down together */
	{"V, cặp cỡ chữ",
	 ND_BODY_STYLES
	 " " ND_HEADINGS " TieuNgu DiaDanh "
	 "TenLoai TrichYeu KinhGui KinhGuiDanhSach QuyenHan HoTen Header "
	 "TieuDePhuLuc ChiDan",
	 ND_LARGE, 0, 0, false},
	{"V, cặp cỡ chữ",
	 "QuocHieu CoQuanChuQuan CoQuanBanHanh "
	 "TrichYeuCongVan",
	 ND_LARGE, -2, -2, false},
	{"không có chữ", "DuongKe DoanCuoi", ND_WORDS, 0, 0, false},
};

enum {
	ND_RULES = sizeof(nd_rules) / sizeof(nd_rules[0])
};

static bool nd_is_one_of(const char *style, const char *styles)
{
	size_t n = strlen(style);

	while (*styles) {
		size_t m = strcspn(styles, " ");

		if (m == n && memcmp(style, styles, n) == 0)
			return true;
		styles += m + strspn(styles + m, " ");
	}
	return false;
}

/* 1 when letters are all capitals as shown; -1 when none tells. */
static int nd_is_upper(const struct nd_look *look, const char *words)
{
	size_t n = strlen(words), pos = 0;
	int upper = 0;

	if (look->toggle[ND_CAPS])
		return 1;
	while (pos < n) {
		utf8proc_int32_t c = (utf8proc_int32_t)utf8_next(words, n,
								 &pos);

		if (utf8proc_toupper(c) != c)
			return 0;
		upper += utf8proc_tolower(c) != c;
	}
	return upper ? 1 : -1;
}

static int nd_value(const struct nd_check *c, enum nd_what what,
		    const struct nd_look *look)
{
	switch (what) {
	case ND_SIZE:
		return look->size;
	case ND_IS_BOLD:
		return look->toggle[ND_BOLD];
	case ND_IS_ITALIC:
		return look->toggle[ND_ITALIC];
	case ND_IS_UPPER:
		return nd_is_upper(look, buf_cstr(&c->words));
	case ND_IS_CAPS:
		return look->toggle[ND_CAPS];
	case ND_ALIGN:
		return (int)look->align;
	case ND_LEFT_INDENT:
		return look->left;
	case ND_FIRST:
		return look->first;
	case ND_BEFORE:
		return look->before;
	case ND_LINE:
		return look->is_exact ? -1 : look->line;
	case ND_KEEP_NEXT:
		return look->keep_next;
	case ND_KEEP_LINES:
		return look->keep_lines;
	case ND_OUTLINE:
		return look->outline;
	case ND_LARGE:
		return look->size - 2 * c->size;
	case ND_WORDS:
		return (int)strlen(buf_cstr(&c->words));
	}
	return 0;
}

/* The author's: <line align="center">, <cell align="right">. */
static bool nd_is_aligned(const struct nd_check *c)
{
	const xmlNode *ppr = tree_child(c->at, "pPr");

	return ppr && tree_child(ppr, "jc");
}

static void nd_apply(struct nd_check *c, const struct nd_look *look,
		     const char *what, bool is_direct)
{
	for (size_t i = 0; i < ND_RULES; i++) {
		const struct nd_rule *rule = &nd_rules[i];
		int got;

		if (!nd_is_one_of(c->style, rule->styles) ||
		    (rule->is_style && is_direct) ||
		    (rule->is_style && nd_is_aligned(c) &&
		     (rule->what == ND_ALIGN || rule->what == ND_FIRST)))
			continue;
		c->used[i] = true;
		got = nd_value(c, rule->what, look);
		if (got == -1 && rule->what == ND_IS_UPPER)
			continue;
		if (got < rule->from || got > rule->to)
			nd_fault(c, rule->clause,
				 "%s of %s (%s) is %d, not %d to %d",
				 nd_names[rule->what], what, c->style, got,
				 rule->from, rule->to);
	}
}

/* I.4: Times New Roman, black, and the language of the document. */
static void nd_apply_all(struct nd_check *c, const struct nd_look *look,
			 const char *what)
{
	static const char *const slots[ND_FONTS] = {"ascii", "hAnsi",
						    "eastAsia", "cs"};

	for (int i = 0; i < ND_FONTS; i++)
		if (!look->font[i] ||
		    strcmp(look->font[i], "Times New Roman") != 0)
			nd_fault(c, "I.4 phông chữ", "%s font of %s is '%s'",
				 slots[i], what,
				 look->font[i] ? look->font[i] : "");
	if (look->colour && strcmp(look->colour, "auto") &&
	    strcmp(look->colour, "000000"))
		nd_fault(c, "I.4 màu đen", "the colour of %s is %s", what,
			 look->colour);
	if (!look->language || strcmp(look->language, "vi-VN"))
		nd_fault(c, "ngôn ngữ", "the language of %s is '%s'", what,
			 look->language ? look->language : "");
	if (look->size_cs != look->size)
		nd_fault(c, "I.5 cỡ chữ", "szCs of %s is %d, sz is %d", what,
			 look->size_cs, look->size);
}

static bool nd_has_rule(const char *style)
{
	for (size_t i = 0; i < ND_RULES; i++)
		if (nd_is_one_of(style, nd_rules[i].styles))
			return true;
	return false;
}

static void nd_runs(struct nd_check *c, xmlNode *p)
{
	struct buf words = BUF_INIT;

	for (xmlNode *n = p; n; n = tree_next(p, n, false)) {
		struct nd_look look;
		char what[80];

		if (!tree_is(n, "r"))
			continue;
		buf_clear(&words);
		nd_words(&words, n);
		snprintf(what, sizeof(what), "run '%.60s'", buf_cstr(&words));
		look = nd_run(&c->doc, &c->look, tree_child(n, "rPr"));
		nd_apply(c, &look, what, true);
		nd_apply_all(c, &look, what);
	}
	buf_release(&words);
}

/* Sets the paragraph that faults are about. */
static void nd_look_at(struct nd_check *c, xmlNode *p)
{
	c->at = p;
	c->style = nd_style_of(&c->doc, p);
	c->look = nd_paragraph(&c->doc, p);
	buf_clear(&c->words);
	nd_words(&c->words, p);
}

static void nd_check_paragraph(struct nd_check *c, xmlNode *p)
{
	struct nd_look label;

	nd_look_at(c, p);
	if (!nd_has_rule(c->style))
		nd_fault(c, "kiểu", "style '%s' has no rule", c->style);
	nd_apply(c, &c->look, "the paragraph", false);
	nd_apply_all(c, &c->look, "the paragraph");
	if (c->look.num) {
		label = nd_label(&c->doc, p, &c->look);
		nd_apply(c, &label, "the number", false);
		nd_apply_all(c, &label, "the number");
	}
	nd_runs(c, p);
}

#endif
