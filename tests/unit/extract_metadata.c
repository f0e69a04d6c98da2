/*
 * Particulars of official documents without any form: letterheads in every
 * layout and spelling that people use, variants of number, date, Kính gửi,
 * Nơi nhận and signature, blanks, citations, deadlines.
 */
#include "extract_kit.h"

#include "form/units.h"

#include <stdlib.h>
#include <utf8proc.h>

#define MC  "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define WPS "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

/* Lines are parted by '\n'. */
struct paper {
	const char *superior, *organ, *number, *about, *country, *date;
	const char *title, *to, *body, *here, *sign;
};

enum layout {
	LAYOUT_TABLE,
	LAYOUT_ROWS, /* number and date in a row of their own */
	LAYOUT_TABS,
	LAYOUT_PLAIN,
	LAYOUT_BOX,
	LAYOUT_HEADER,
	LAYOUTS
};

static const char *const layout_names[] = {"table", "rows", "tabs",
					   "plain", "box",  "header"};

struct spelling {
	const char *name;
	bool is_nfd, is_bare;  /* no bold */
	const char *from, *to; /* letters replaced */
};

static const struct spelling spellings[] = {
	{"as the Decree", false, false, NULL, NULL},
	{"decomposed", true, false, NULL, NULL},
	{"without bold", false, true, NULL, NULL},
	{"HOÀ", false, false, "HÒA", "HOÀ"},
	{"U+01A2 for Ư", false, true, "Ư", "Ƣ"},
	{"no-break spaces", false, false, " ", "\xc2\xa0"},
};

struct writer {
	struct buf out;
	const struct spelling *spelling;
};

static void put_text(struct writer *w, const char *text, size_t size)
{
	const struct spelling *s = w->spelling;
	struct buf in = BUF_INIT;
	char *nfd = NULL;
	size_t i = 0;

	while (i < size) {
		if (s->from && size - i >= strlen(s->from) &&
		    memcmp(text + i, s->from, strlen(s->from)) == 0) {
			buf_adds(&in, s->to);
			i += strlen(s->from);
			continue;
		}
		buf_addc(&in, text[i++]);
	}
	if (s->is_nfd)
		nfd = (char *)utf8proc_NFD(
			(const utf8proc_uint8_t *)buf_cstr(&in));
	buf_adds(&w->out, "<w:t xml:space='preserve'>");
	buf_add_text(&w->out, nfd ? nfd : buf_cstr(&in),
		     nfd ? strlen(nfd) : in.size);
	buf_adds(&w->out, "</w:t>");
	free(nfd);
	buf_release(&in);
}

/* A paragraph; '\t' is a tab; bold when it begins with '!'. */
static void put_para(struct writer *w, const char *line, size_t size)
{
	bool is_bold = size && line[0] == '!';
	size_t from = is_bold, at;

	buf_adds(&w->out, "<w:p><w:r>");
	if (is_bold && !w->spelling->is_bare)
		buf_adds(&w->out, "<w:rPr><w:b/></w:rPr>");
	for (at = from; at <= size; at++) {
		if (at < size && line[at] != '\t')
			continue;
		put_text(w, line + from, at - from);
		if (at < size)
			buf_adds(&w->out, "<w:tab/>");
		from = at + 1;
	}
	buf_adds(&w->out, "</w:r></w:p>");
}

static void put(struct writer *w, const char *lines)
{
	while (*lines) {
		size_t n = strcspn(lines, "\n");

		put_para(w, lines, n);
		lines += n + (lines[n] == '\n');
	}
}

static void put_left(struct writer *w, const struct paper *p)
{
	put(w, p->superior);
	put(w, p->organ);
	put(w, "_______");
	put(w, p->number);
	put(w, p->about);
}

static void put_right(struct writer *w, const struct paper *p)
{
	put(w, p->country);
	put(w, "_______");
	put(w, p->date);
}

#define CELL(side)                   \
	buf_adds(&w->out, "<w:tc>"); \
	side;                        \
	buf_adds(&w->out, "</w:tc>")

static void put_table(struct writer *w, const struct paper *p, bool in_rows)
{
	buf_adds(&w->out, "<w:tbl><w:tr>");
	if (!in_rows) {
		CELL(put_left(w, p));
		CELL(put_right(w, p));
	} else {
		CELL(put(w, p->superior); put(w, p->organ); put(w, "____"));
		CELL(put(w, p->country); put(w, "____"));
		buf_adds(&w->out, "</w:tr><w:tr>");
		CELL(put(w, p->number); put(w, p->about));
		CELL(put(w, p->date));
	}
	buf_adds(&w->out, "</w:tr></w:tbl><w:p/>");
}

/* The k-th line of two columns, a tab between. */
static void put_tabs(struct writer *w, const char *left, const char *right)
{
	while (*left || *right) {
		struct buf line = BUF_INIT;
		size_t n = strcspn(left, "\n"), k = strcspn(right, "\n");

		buf_add(&line, left, n);
		buf_addc(&line, '\t');
		buf_add(&line, right + (right[0] == '!'),
			k - (right[0] == '!' && k));
		put_para(w, buf_cstr(&line), line.size);
		buf_release(&line);
		left += n + (left[n] == '\n');
		right += k + (right[k] == '\n');
	}
}

static void put_box(struct writer *w, const struct paper *p, bool is_left)
{
	buf_adds(&w->out,
		 "<w:p><w:r><mc:AlternateContent xmlns:mc='" MC "'>"
		 "<mc:Choice xmlns:wps='" WPS "' Requires='wps'><w:drawing>"
		 "<wps:txbx><w:txbxContent>");
	if (is_left)
		put_left(w, p);
	else
		put_right(w, p);
	buf_adds(&w->out, "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
			  "</mc:AlternateContent></w:r></w:p>");
}

static void put_head(struct writer *w, const struct paper *p,
		     enum layout layout)
{
	struct buf left = BUF_INIT, right = BUF_INIT;

	switch (layout) {
	case LAYOUT_TABLE:
	case LAYOUT_ROWS:
	case LAYOUT_HEADER:
		put_table(w, p, layout == LAYOUT_ROWS);
		break;
	case LAYOUT_TABS:
		buf_addf(&left, "%s\n%s", p->superior, p->organ);
		put_tabs(w, buf_cstr(&left), p->country);
		buf_addf(&right, "%s", p->date);
		put_tabs(w, p->number, buf_cstr(&right));
		put(w, p->about);
		put(w, "");
		break;
	case LAYOUT_PLAIN:
		put(w, p->superior);
		put(w, p->organ);
		put(w, p->country);
		put(w, p->number);
		put(w, p->about);
		put(w, p->date);
		break;
	case LAYOUT_BOX:
		put_box(w, p, true);
		put_box(w, p, false);
		break;
	case LAYOUTS:
		break;
	}
	buf_release(&left);
	buf_release(&right);
}

static void put_foot(struct writer *w, const struct paper *p,
		     enum layout layout)
{
	if (layout == LAYOUT_TABS) {
		put_tabs(w, p->here, p->sign);
	} else if (layout == LAYOUT_PLAIN) {
		put(w, p->sign);
		put(w, p->here);
	} else if (layout == LAYOUT_BOX) {
		put(w, p->here);
		buf_adds(&w->out, "<w:p/>");
		put(w, p->sign);
	} else {
		buf_adds(&w->out, "<w:tbl><w:tr>");
		CELL(put(w, p->here));
		CELL(put(w, p->sign));
		buf_adds(&w->out, "</w:tr></w:tbl><w:p/>");
	}
}

#define ITEM(n, t, d)                                 \
	(struct opc_item)                             \
	{                                             \
		.name = (n), .type = (t), .data = (d) \
	}

static struct vb_blob make(const struct paper *p, enum layout layout,
			   const struct spelling *spelling)
{
	struct writer head = {BUF_INIT, spelling}, body = {BUF_INIT, spelling};
	struct buf doc = BUF_INIT, header = BUF_INIT;
	bool in_header = layout == LAYOUT_HEADER;
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {0};
	struct opc_item items[4];
	size_t i;

	put_head(&head, p, layout);
	put(&body, p->title);
	put(&body, p->to);
	put(&body, p->body);
	put_foot(&body, p, layout);
	buf_addf(&doc,
		 "<w:document xmlns:w='" W_NS "'><w:body>%s%s</w:body>"
		 "</w:document>",
		 in_header ? "" : buf_cstr(&head.out), buf_cstr(&body.out));
	buf_addf(&header, "<w:hdr xmlns:w='" W_NS "'>%s</w:hdr>",
		 in_header ? buf_cstr(&head.out) : "<w:p/>");
	items[0] = ITEM("_rels/.rels", NULL,
			"<Relationships xmlns='" RELS "'>"
			"<Relationship Id='rId1' Type='" REL
			"officeDocument' Target='word/document.xml'/>"
			"</Relationships>");
	items[1] = ITEM("word/document.xml", WML "document.main+xml",
			buf_cstr(&doc));
	items[2] = ITEM("word/_rels/document.xml.rels", NULL,
			"<Relationships xmlns='" RELS "'>"
			"<Relationship Id='rId1' Type='" REL
			"header' Target='header1.xml'/></Relationships>");
	items[3] = ITEM("word/header1.xml", WML "header+xml",
			buf_cstr(&header));
	for (i = 0; i < 4; i++)
		items[i].size = strlen(items[i].data);
	if (opc_build(&blob, items, 4, &err))
		printf("# build: %s\n", err.text);
	buf_release(&head.out);
	buf_release(&body.out);
	buf_release(&doc);
	buf_release(&header);
	return blob;
}

static void add_slot(struct buf *out, const struct vb_reading *reading,
		     enum vb_slot slot, const char *name)
{
	size_t i;

	for (i = 0; i < vb_reading_particulars(reading); i++) {
		const struct vb_particular *p = vb_reading_particular(reading,
								      i);

		if (p->slot != slot)
			continue;
		buf_addf(out, "%s=%s", name, p->value);
		if (slot == VB_CITATION)
			buf_addf(out, "|%s|%s|%s", p->date, p->issuer, p->type);
		if (slot == VB_DEADLINE)
			buf_addf(out, "|%s|%s|%s", p->actor, p->recipient,
				 p->action);
		if (p->purpose[0])
			buf_addf(out, " [%s]", p->purpose);
		buf_addc(out, '\n');
	}
}

static const char *say(struct buf *out, const struct vb_reading *reading)
{
	static const char *const names[] = {
		"superior", "organ",	 "number",   "notation", "place",
		"date",	    "type",	 "subject",  "urgency",	 "secrecy",
		"to",	    "authority", "position", "signer",	 "here",
		"archive",  "cites",	 "due"};
	struct buf nfc = BUF_INIT;
	utf8proc_uint8_t *text;
	size_t i;

	buf_clear(out);
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		add_slot(&nfc, reading, (enum vb_slot)i, names[i]);
	text = utf8proc_NFC((const utf8proc_uint8_t *)buf_cstr(&nfc));
	buf_adds(out, (const char *)text);
	free(text);
	buf_release(&nfc);
	return buf_cstr(out);
}

static struct vb_reading *read_blob(struct vb_blob *blob)
{
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};

	if (vb_read_memory(&reading, blob->data, blob->size, "x.docx", NULL,
			   NULL, &err))
		printf("# read: %s: %s\n", err.part, err.text);
	vb_blob_release(blob);
	return reading;
}

/* The same particulars, however the page is laid out and spelled. */
static void try_all(const struct paper *p, const char *want, const char *what)
{
	struct buf got = BUF_INIT;
	size_t layout, k;

	for (layout = 0; layout < LAYOUTS; layout++)
		for (k = 0; k < sizeof(spellings) / sizeof(*spellings); k++) {
			struct vb_blob blob = make(p, (enum layout)layout,
						   &spellings[k]);
			struct vb_reading *reading = read_blob(&blob);
			char name[200];

			snprintf(name, sizeof(name), "%s: %s, %s", what,
				 layout_names[layout], spellings[k].name);
			if (!ok(reading != NULL, "%s: read", name))
				continue;
			say(&got, reading);
			/* what a wrong letter stands in is given as it is */
			if (spellings[k].from &&
			    strcmp(spellings[k].from, "Ư") == 0) {
				char *at = got.data;

				while ((at = strstr(at, "Ƣ")) != NULL)
					memcpy(at, "Ư", 2);
			}
			is_str(buf_cstr(&got), want, name);
			vb_reading_free(reading);
		}
	buf_release(&got);
}

static const char COUNTRY[] = "!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
			      "!Độc lập - Tự do - Hạnh phúc";

static void test_letter(void)
{
	static const struct paper p = {
		"UBND TỈNH AN BÌNH",
		"!SỞ GIÁO DỤC\n!VÀ ĐÀO TẠO",
		"Số: 05/SGDĐT-GDTrH",
		"V/v báo cáo tổng kết ứng dụng\nCNTT năm học 2022-2023",
		COUNTRY,
		"An Bình, ngày 05 tháng 6 năm 2023",
		"",
		"Kính gửi:\n- Phòng GDĐT các huyện, thị xã;\n"
		"- Các đơn vị trực thuộc Sở.",
		"Thực hiện Kế hoạch số 61/KH-UBND ngày 18/4/2022 của Ủy ban "
		"nhân dân tỉnh An Bình về chuyển đổi số, Sở đề nghị các đơn vị "
		"gửi báo cáo về Phòng Tổ chức trước ngày 15/6/2023./.",
		"!Nơi nhận:\n- Như trên (t/h);\n- Giám đốc Sở (để b/c);\n"
		"- Lưu: VT, VP.",
		"!KT. GIÁM ĐỐC\n!PHÓ GIÁM ĐỐC\n(đã ký)\n!Trần Thị Mẫu",
	};

	try_all(&p,
		"superior=UBND TỈNH AN BÌNH\n"
		"organ=SỞ GIÁO DỤC VÀ ĐÀO TẠO\n"
		"number=05\nnotation=SGDĐT-GDTrH\nplace=An Bình\n"
		"date=2023-06-05\ntype=công văn\n"
		"subject=V/v báo cáo tổng kết ứng dụng CNTT năm học "
		"2022-2023\n"
		"to=Phòng GDĐT các huyện, thị xã\n"
		"to=Các đơn vị trực thuộc Sở\n"
		"authority=KT. GIÁM ĐỐC\nposition=PHÓ GIÁM ĐỐC\n"
		"signer=Trần Thị Mẫu\nhere=Như trên (t/h) [t/h]\n"
		"here=Giám đốc Sở (để b/c) [để b/c]\narchive=Lưu: VT, VP\n"
		"cites=61/KH-UBND|2022-04-18|Ủy ban nhân dân tỉnh An Bình|"
		"kế hoạch\n"
		"due=2023-06-15|các đơn vị|Phòng Tổ chức|Thực hiện Kế hoạch "
		"số 61/KH-UBND ngày 18/4/2022 của Ủy ban nhân dân tỉnh An Bình "
		"về chuyển đổi số, Sở đề nghị các đơn vị gửi báo cáo về Phòng "
		"Tổ chức trước ngày 15/6/2023\n",
		"letter");
}

static void test_report(void)
{
	static const struct paper p = {
		"UBND QUẬN MẪU",
		"!TRƯỜNG THCS NGUYỄN DU",
		"Số:          /BC-THCSND",
		"",
		COUNTRY,
		"Mẫu, ngày       tháng 6 năm 2023",
		"!BÁO CÁO\n!Tổng kết ứng dụng công nghệ thông tin\n"
		"!năm học 2022-2023",
		"Kính gửi: Phòng Giáo dục và Đào tạo quận Mẫu.",
		"I. Tình hình chung\nTrường có 12 lớp.",
		"!Nơi nhận:\n- Như trên;\n- Lưu: VT.",
		"!HIỆU TRƯỞNG\n\n…………………",
	};

	try_all(&p,
		"superior=UBND QUẬN MẪU\norgan=TRƯỜNG THCS NGUYỄN DU\n"
		"number=\nnotation=BC-THCSND\nplace=Mẫu\ndate=2023-06\n"
		"type=báo cáo\nsubject=Tổng kết ứng dụng công nghệ thông tin "
		"năm học 2022-2023\n"
		"to=Phòng Giáo dục và Đào tạo quận Mẫu\n"
		"position=HIỆU TRƯỞNG\nhere=Như trên\narchive=Lưu: VT\n",
		"report");
}

/* ---- single variants ----------------------------------------------------- */

/* Paragraphs only. */
static struct vb_reading *read_lines(const char *lines)
{
	struct writer w = {BUF_INIT, &spellings[0]};
	struct vb_blob blob;

	put(&w, lines);
	blob = kit_docx(buf_cstr(&w.out), NULL, NULL);
	buf_release(&w.out);
	return read_blob(&blob);
}

static void try_lines(const char *lines, const char *want, const char *what)
{
	struct vb_reading *reading = read_lines(lines);
	struct buf got = BUF_INIT;

	if (reading)
		is_str(say(&got, reading), want, what);
	else
		ok(false, "%s: read", what);
	buf_release(&got);
	vb_reading_free(reading);
}

/* A letterhead of names and a day. */
static void test_bare(void)
{
	try_lines("PHÒNG GD-ĐT H. MẪU\nTRƯỜNG THCS NGUYỄN DU\nMẫu, ngày "
		  "5/6/2023\nBÁO CÁO TỔNG KẾT NĂM HỌC\n1/ Quy mô: 15 lớp",
		  "superior=PHÒNG GD-ĐT H. MẪU\norgan=TRƯỜNG THCS NGUYỄN DU\n"
		  "place=Mẫu\ndate=2023-06-05\ntype=báo cáo\n"
		  "subject=TỔNG KẾT NĂM HỌC\n",
		  "no Quốc hiệu, no number");
	try_lines("Kế hoạch năm học\nMẫu, ngày 5/6/2023\n1/ Quy mô: 15 lớp", "",
		  "no name of a body");
}

static void test_numbers(void)
{
	static const char *const numbers[][3] = {
		{"Số: 3626/SGDĐT-VP", "3626", "SGDĐT-VP"},
		{"Số 369 / PGD&ĐT", "369", "PGD&ĐT"},
		{"Số: 12 /KH- PGD&ĐT", "12", "KH-PGD&ĐT"},
		{"Số : 415 / HD - PGDĐT", "415", "HD-PGDĐT"},
		{"Số: 453 /PGDĐT", "453", "PGDĐT"},
		{"Số: 1209 /SGDĐT-GDTrH&GDTX", "1209", "SGDĐT-GDTrH&GDTX"},
		{"998 /SGDĐT-GDTrH, GDTX", "998", "SGDĐT-GDTrH, GDTX"},
		{"Số: 6 /2020/QĐ-UBND", "6", "2020/QĐ-UBND"},
		{"Số: 20        /KH-PGD&ĐT", "20", "KH-PGD&ĐT"},
		{"Số: /SGDDĐT-VP", "", "SGDDĐT-VP"},
		{"Số:\t/SGDĐT-VP", "", "SGDĐT-VP"},
		{"Số: ……/BC-………", "", ""},
		{"Số:          ", "", NULL},
		{"SỐ: 07/BC-THPT", "07", "BC-THPT"},
	};
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		struct buf lines = BUF_INIT;
		struct vb_reading *reading;
		const char *number = NULL, *notation = NULL;
		size_t k;

		buf_addf(&lines, "SỞ MẪU\n%s\n%s\nKính gửi: Bộ Mẫu.\nLời.",
			 COUNTRY, numbers[i][0]);
		reading = read_lines(buf_cstr(&lines));
		for (k = 0; reading && k < vb_reading_particulars(reading);
		     k++) {
			const struct vb_particular *p =
				vb_reading_particular(reading, k);

			if (p->slot == VB_CODE_NUMBER)
				number = p->value;
			if (p->slot == VB_CODE_NOTATION)
				notation = p->value;
		}
		is_str(number, numbers[i][1], numbers[i][0]);
		is_str(notation, numbers[i][2], numbers[i][0]);
		vb_reading_free(reading);
		buf_release(&lines);
	}
}

static void test_addressees(void)
{
	try_lines("Số: 1/SGDĐT-VP\nV/v mẫu\nKính gửi: - Phòng A;\n- Phòng B;\n"
		  "- Trường C.\nThực hiện nhiệm vụ, Sở báo cáo.",
		  "number=1\nnotation=SGDĐT-VP\ntype=công văn\n"
		  "subject=V/v mẫu\nto=Phòng A\nto=Phòng B\nto=Trường C\n",
		  "the first addressee on the line");
	try_lines("Số: 1/SGDĐT-VP\nV/v mẫu\nKính gửi:\nPhòng A;\nPhòng B.\n"
		  "Thực hiện nhiệm vụ, Sở báo cáo.",
		  "number=1\nnotation=SGDĐT-VP\ntype=công văn\n"
		  "subject=V/v mẫu\nto=Phòng A\nto=Phòng B\n",
		  "addressees without bullets");
}

static void test_stamps(void)
{
	try_lines("SỞ MẪU\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
		  "Độc lập- Tự do- Hạnh phúc\nSố: 2/CT-SM\nHỎA TỐC\nTỐI MẬT\n"
		  "!CHỈ THỊ\n!Về việc phòng, chống thiên tai\nCăn cứ Luật Mẫu;",
		  "organ=SỞ MẪU\nnumber=2\nnotation=CT-SM\ntype=chỉ thị\n"
		  "subject=Về việc phòng, chống thiên tai\nurgency=HỎA TỐC\n"
		  "secrecy=TỐI MẬT\n",
		  "stamps");
}

static void test_signatures(void)
{
	try_lines("Số: 3/QĐ-UBND\n!QUYẾT ĐỊNH\n!Về việc mẫu\nCăn cứ Luật Mẫu;\n"
		  "Điều 1. Mẫu.\nNơi nhận:\n- Như Điều 1;\n- Bản điện tử:\n"
		  "- Các phòng (phối hợp);\n-Lưu VT, VP(5b).\n"
		  "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n"
		  "Lê Thị Mẫu",
		  "number=3\nnotation=QĐ-UBND\ntype=quyết định\n"
		  "subject=Về việc mẫu\n"
		  "authority=TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH\n"
		  "position=PHÓ CHỦ TỊCH\nsigner=Lê Thị Mẫu\n"
		  "here=Như Điều 1\nhere=Các phòng (phối hợp) [phối hợp]\n"
		  "archive=Lưu VT, VP(5b)\n",
		  "two hats of authority, a heading in the list");
	try_lines("Số: 3/BC-TM\n!BÁO CÁO\n!Mẫu\nLời.\n"
		  "Nơi nhận:      THỦ TRƯỞNG ĐƠN VỊ\n"
		  "- Sở GD&ĐT (b/c)      (Ký, đóng mộc, ghi họ, tên)\n"
		  "- Lưu: VT.",
		  "number=3\nnotation=BC-TM\ntype=báo cáo\nsubject=Mẫu\n"
		  "position=THỦ TRƯỞNG ĐƠN VỊ\nhere=Sở GD&ĐT (b/c) [b/c]\n"
		  "archive=Lưu: VT\n",
		  "columns by spaces, nobody has signed");
	try_lines("Số: 3/BC-TM\n!BÁO CÁO\n!Mẫu\nLời.\n"
		  "Nơi nhận:\n- Lưu: VT.\n"
		  "NGƯỜI LẬP BIỂU      HIỆU TRƯỞNG\n"
		  "Lê Thị Mẫu      Trần Văn Mẫu",
		  "number=3\nnotation=BC-TM\ntype=báo cáo\nsubject=Mẫu\n"
		  "position=HIỆU TRƯỞNG\nsigner=Trần Văn Mẫu\n"
		  "archive=Lưu: VT\n",
		  "who signs beside who wrote the page");
	try_lines("Số: 3/BC-TM\n!BÁO CÁO\n!Mẫu\nLời.\nNơi nhận:\n- Lưu: VT.\n"
		  "Q. HIỆU TRƯỞNG\nLê Thị Mẫu",
		  "number=3\nnotation=BC-TM\ntype=báo cáo\nsubject=Mẫu\n"
		  "position=Q. HIỆU TRƯỞNG\nsigner=Lê Thị Mẫu\n"
		  "archive=Lưu: VT\n",
		  "who acts as the head");
	try_lines("Số: 3/BC-TM\n!BÁO CÁO\n!Mẫu\nLời.\nNơi nhận:\n- Lưu: VT.\n"
		  "Phó Hiệu trưởng\nLê Thị Mẫu",
		  "number=3\nnotation=BC-TM\ntype=báo cáo\nsubject=Mẫu\n"
		  "position=Phó Hiệu trưởng\nsigner=Lê Thị Mẫu\n"
		  "archive=Lưu: VT\n",
		  "a title typed small");
}

/* The report's own Nơi nhận is the first; what stands above its text is not. */
static void test_other_places(void)
{
	static const char SIGNED[] =
		"number=3\nnotation=BC-TM\ntype=báo cáo\nsubject=Mẫu\n"
		"position=HIỆU TRƯỞNG\nsigner=Lê Thị Mẫu\narchive=Lưu: VT\n";

	try_lines("Số: 3/BC-TM\n!BÁO CÁO\n!Mẫu\nLời.\nNơi nhận:\n- Lưu: VT.\n"
		  "HIỆU TRƯỞNG\nLê Thị Mẫu\nKế hoạch kèm theo\nLời khác.\n"
		  "Nơi nhận:\n- Các tổ.\nPHÓ HIỆU TRƯỞNG\nTrần Văn Mẫu",
		  SIGNED, "what is attached has its own");
	try_lines("Số: 3/BC-TM\n!BÁO CÁO\n!Mẫu\nNơi nhận báo cáo: Sở Mẫu\n"
		  "Bảng số liệu tổng hợp:\nLời.\nNơi nhận:\n- Lưu: VT.\n"
		  "HIỆU TRƯỞNG\nLê Thị Mẫu",
		  SIGNED, "to whom it goes, above the text, and no annex");
}

static void test_dates(void)
{
	try_lines(
		"Số: 3/BC-TM\nQuảng Nam, ngày 16/6/2023\n!BÁO CÁO\n!Mẫu\nLời.",
		"number=3\nnotation=BC-TM\nplace=Quảng Nam\n"
		"date=2023-06-16\ntype=báo cáo\nsubject=Mẫu\n",
		"a date in figures");
	try_lines("Số: 3/BC-TM\nHải Phòng, 08/06/2023\n!BÁO CÁO\n!Mẫu\nLời.",
		  "number=3\nnotation=BC-TM\nplace=Hải Phòng\n"
		  "date=2023-06-08\ntype=báo cáo\nsubject=Mẫu\n",
		  "... and nothing but figures");
	try_lines("Số: 3/BC-TM\nHải Phòng, 08/06/2023.\n!BÁO CÁO\n!Mẫu\nLời.",
		  "number=3\nnotation=BC-TM\ntype=báo cáo\nsubject=Mẫu\n",
		  "a sentence is no date line");
}

static void test_citations(void)
{
	try_lines(
		"Số: 1/SGDĐT-VP\nV/v mẫu\nKính gửi: Phòng A.\n"
		"Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013; Thông tư số "
		"09/2021/TT-BGDĐT ngày 30 tháng 3 năm 2021 của Bộ Giáo dục và "
		"Đào tạo (GDĐT) quy định về dạy học trực tuyến; Công văn số "
		"3095/SGDĐT-VP của Sở GDĐT ngày 20/09/2022; theo Văn bản số "
		"…/SGDĐT-VP ngày …/…/2023. Tỷ lệ 12/15 ngày 12/9/2022.",
		"number=1\nnotation=SGDĐT-VP\ntype=công văn\n"
		"subject=V/v mẫu\nto=Phòng A\n"
		"cites=29-NQ/TW|2013-11-04||nghị quyết\n"
		"cites=09/2021/TT-BGDĐT|2021-03-30|Bộ Giáo dục và Đào tạo|"
		"thông tư\n"
		"cites=3095/SGDĐT-VP|2022-09-20|Sở GDĐT|công văn\n",
		"citations");
}

static void test_deadlines(void)
{
	try_lines(
		"Số: 1/SGDĐT-VP\nV/v mẫu\nKính gửi: Phòng A.\n"
		"Các trường THPT nộp kế hoạch về Sở GDĐT chậm nhất ngày "
		"10/10/2023; hội nghị ngày 12/10/2023. Hạn báo cáo: 15/6/2024.\n"
		"Hoàn thành xong trước 16h00 ngày 01 tháng 7 năm 2024.",
		"number=1\nnotation=SGDĐT-VP\ntype=công văn\n"
		"subject=V/v mẫu\nto=Phòng A\n"
		"due=2023-10-10|Các trường THPT|Sở GDĐT|Các trường THPT nộp kế "
		"hoạch về Sở GDĐT chậm nhất ngày 10/10/2023\n"
		"due=2024-06-15|||Hạn báo cáo: 15/6/2024\n"
		"due=2024-07-01|||Hoàn thành xong trước 16h00 ngày 01 tháng 7 "
		"năm 2024\n",
		"deadlines");
}

static void test_party(void)
{
	struct vb_reading *reading = read_lines(
		"TỈNH ỦY MẪU\n*\nSố 36-HD/VPTW\n"
		"!ĐẢNG CỘNG SẢN VIỆT NAM\n"
		"Mẫu, ngày 03 tháng 4 năm 2018\n!HƯỚNG DẪN\nLời.");
	struct vb_blob json = {NULL, 0};
	struct vb_error err = {0};

	if (!ok(reading != NULL, "party: read"))
		return;
	is_int((long)vb_reading_particulars(reading), 0, "no particulars");
	is_int((long)vb_reading_findings(reading), 1, "one finding");
	is_str(vb_reading_finding(reading, 0)->rule, "party-document",
	       "that says what it is");
	is_int(vb_export_json(reading, &json, &err), VB_OK, "json");
	ok(strstr((char *)json.data, "\"metadata\":null") != NULL,
	   "no metadata");
	vb_blob_release(&json);
	vb_reading_free(reading);
}

static void test_titles(void)
{
	try_lines("Số: 1/BC-TM\n!BÁO CÁO TỔNG KẾT  NĂM HỌC\n!VỀ CHUYỂN ĐỔI SỐ\n"
		  "Lời.",
		  "number=1\nnotation=BC-TM\ntype=báo cáo\n"
		  "subject=TỔNG KẾT NĂM HỌC VỀ CHUYỂN ĐỔI SỐ\n",
		  "kind and subject on one line");
}

static void test_nothing(void)
{
	try_lines(
		"Một bức thư\nGửi bạn,\nHẹn gặp ngày 05/6/2023.\nNguyễn Văn A",
		"", "no official document");
	try_lines("", "", "an empty page");
}

/* ---- units --------------------------------------------------------------- */

static const char units_csv[] =
	"code,name,parent,org_parent,org_name,doc_code\n"
	"LC,Lam Châu,,UBND TỈNH AN BÌNH,PHÒNG GD&ĐT LAM CHÂU,\n"
	"A1,THCS Nguyễn Du A,LC,PHÒNG GD&ĐT LAM CHÂU,TRƯỜNG THCS NGUYỄN DU,\n"
	"B1,THCS Nguyễn Du B,,PHÒNG GD&ĐT NGỌC HẢI,TRƯỜNG THCS NGUYỄN DU,\n"
	"B2,THCS Nguyễn Dữ,,PHÒNG GD&ĐT NGỌC HẢI,TRƯỜNG THCS NGUYỄN DỮ,\n"
	"B3,THPT Mẫu,,,TRƯỜNG THPT MẪU SỐ MỘT,\n";

static void test_units(void)
{
	static const char *const cases[][4] = {
		/* superior, organ, unit and confidence, rule */
		{"PHÒNG GIÁO DỤC VÀ ĐÀO TẠO LAM CHÂU",
		 "TRƯỜNG TRUNG HỌC CƠ SỞ NGUYỄN DU", "A1 0.93", NULL},
		{"PGD&ĐT NGỌC HẢI", "TRƯỜNG THCS NGUYỄN DU", "B1 0.93", NULL},
		{"PGDĐT NGỌC HẢI", "TRƯỜNG THCS NGUYỄN DỮ", "B2 0.93", NULL},
		{"", "TRƯỜNG THCS NGUYỄN DU", " 0.00", "unit-ambiguous"},
		{"SỞ GDĐT AN BÌNH", "TRƯỜNG THPT MẪU SỐ MỘT", "B3 0.85", NULL},
		{"", "TRƯỜNG THPT MÂU SỐ MỌT", "B3 0.85", NULL},
		{"", "TRƯỜNG THPT MẪUU SỐ MỘT", "B3 0.64", NULL},
		{"UBND TỈNH KHÁC", "PHÒNG GD&ĐT LAM CHÂU", " 0.00",
		 "unit-unknown"},
		{"", "TRƯỜNG THCS LÊ LỢI", " 0.00", "unit-unknown"},
	};
	struct vb_units *units = NULL;
	struct vb_finder *finder = NULL;
	struct vb_error err = {0};
	size_t i;

	ok(units_parse(&units, units_csv, strlen(units_csv), "u.csv", &err) ==
			   VB_OK &&
		   vb_finder_open(&finder, units, &err) == VB_OK,
	   "units");
	for (i = 0; finder && i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf lines = BUF_INIT;
		struct vb_reading *reading;
		char got[80];

		buf_addf(&lines, "%s\n!%s\n%s\nSố: 1/BC\n!BÁO CÁO\n!Mẫu\nLời.",
			 cases[i][0], cases[i][1], COUNTRY);
		reading = read_lines(buf_cstr(&lines));
		buf_release(&lines);
		if (!reading)
			continue;
		is_int(vb_finder_find(finder, reading, &err), VB_OK, "found");
		snprintf(got, sizeof(got), "%s %.2f", vb_reading_unit(reading),
			 vb_reading_unit_confidence(reading));
		is_str(got, cases[i][2], cases[i][1]);
		is_str(vb_reading_findings(reading)
			       ? vb_reading_finding(reading, 0)->rule
			       : NULL,
		       cases[i][3], cases[i][1]);
		vb_reading_free(reading);
	}
	vb_finder_free(finder);
	vb_units_free(units);
}

int main(void)
{
	vb_init();
	test_letter();
	test_report();
	test_bare();
	test_numbers();
	test_addressees();
	test_stamps();
	test_signatures();
	test_other_places();
	test_dates();
	test_citations();
	test_deadlines();
	test_party();
	test_titles();
	test_nothing();
	test_units();
	return done_testing();
}
