/*
 * Geometry and type of what we write, by Nghị định 30/2020/NĐ-CP: every form
 * there is, with a body of 14 and of 13 points, blank and filled; and what a
 * wrong style or a wrong word would give, to see that it is noticed.
 */
#include "fill_kit.h"
#include "nd30_place.h"

#include "util/file.h"

#include <dirent.h>
#include <unistd.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

enum {
	FORMS_MAX = 32,
	PATH_SIZE = 512
};

static bool used[ND_RULES];

static char *read_text(const char *path)
{
	struct vb_blob blob = {0};

	if (file_read(&blob, path, NULL))
		return NULL;
	return (char *)blob.data;
}

/* The form with a body of `size` points, however it says so. */
static struct vb_form *form_sized(const char *path, int size)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	char *text = read_text(path), *at = text;

	at = at ? strstr(at, "<form ") : NULL;
	at = at ? strstr(at, " size=\"1") : NULL;
	if (at)
		at[strlen(" size=\"1")] = (char)('0' + size - 10);
	if (!text || vb_form_parse(&form, text, strlen(text), path, &err))
		printf("# %s: %s: %s\n", path, err.where, err.text);
	free(text);
	if (form && (int)form->size != size) {
		printf("# %s: its size is %u\n", path, form->size);
		vb_form_free(form);
		return NULL;
	}
	return form;
}

/* The template of a form as a package, and filled when there are answers. */
static bool make(struct kit *k, struct vb_blob *blank, const char *answers)
{
	struct vb_sink sink = {kit_take, &k->findings};
	struct vb_answers *given = NULL;
	struct opc *opc = NULL;
	bool good = false;

	if (vb_template_make(k->form, blank, &k->err) ||
	    opc_open_memory(&opc, blank->data, blank->size, "t", &k->err) ||
	    template_compile(&k->tpl, opc, "t", k->form, &sink, &k->err) ||
	    vb_answers_read(&given, k->form, answers, &sink, &k->err))
		goto out;
	good = kit_fill(k, given, false) == VB_OK;
out:
	if (!good)
		printf("# %s %s: %s\n%s", k->err.file, k->err.where,
		       k->err.text, buf_cstr(&k->findings));
	vb_answers_free(given);
	opc_free(opc);
	return good;
}

static bool check_open(struct nd_check *c, const struct vb_blob *docx, int size)
{
	*c = (struct nd_check){.size = size, .used = used};
	return nd_open(&c->doc, docx);
}

static void check_release(struct nd_check *c)
{
	nd_release(&c->doc);
	buf_release(&c->words);
	buf_release(&c->faults);
}

static void test_docx(const struct vb_blob *docx, int size, const char *name,
		      const char *state)
{
	struct nd_check c;
	char what[PATH_SIZE];

	snprintf(what, sizeof(what), "%s, %d points, %s", name, size, state);
	if (check_open(&c, docx, size))
		nd_check_document(&c);
	else
		buf_adds(&c.faults, "it cannot be opened");
	is_str(buf_cstr(&c.faults), "", what);
	check_release(&c);
}

static void test_form(const char *path, const char *answers, const char *name)
{
	for (int size = 13; size <= 14; size++) {
		struct kit k = {.form = form_sized(path, size)};
		struct vb_blob blank = {0};

		if (ok(k.form && make(&k, &blank, answers), "%s of %d is made",
		       name, size)) {
			test_docx(&blank, size, name, "blank");
			test_docx(&k.out, size, name, "filled");
		}
		vb_blob_release(&blank);
		kit_release(&k);
	}
}

static void test_forms(const char *top)
{
	char folder[PATH_SIZE], form[PATH_SIZE + 300], full[PATH_SIZE + 300];
	struct dirent *entry;
	int n = 0;
	DIR *dir;

	snprintf(folder, sizeof(folder), "%s/templates", top);
	dir = opendir(folder);
	while (dir && (entry = readdir(dir)) && n < FORMS_MAX) {
		snprintf(form, sizeof(form), "%s/%.200s/form.xml", folder,
			 entry->d_name);
		snprintf(full, sizeof(full), "%s/%.200s/answers/full.xml",
			 folder, entry->d_name);
		if (entry->d_name[0] == '.' || access(form, R_OK))
			continue;
		test_form(form, full, entry->d_name);
		n++;
	}
	if (dir)
		closedir(dir);
	ok(n >= 3, "%d forms are looked at", n);
}

/* ---- what is wrong is seen ---------------------------------------------- */

#define STYLE(id)   "//w:style[@w:styleId='" id "']/"
#define P_OF(id)    "//w:p[w:pPr/w:pStyle/@w:val='" id "']"
#define TEXT_OF(id) "(" P_OF(id) "//w:t)[1]"

/* `to` NULL: what is found goes; otherwise it becomes the value or words. */
static const struct wrong {
	const char *part, *at, *to, *fault;
} wrongs[] = {
	{"word/document.xml", "//w:pgSz/@w:w", "12240", "I.1 khổ A4: width"},
	{"word/document.xml", "//w:pgMar/@w:top", "1000", "I.3 lề trên"},
	{"word/document.xml", "//w:pgMar/@w:bottom", "1500", "I.3 lề dưới"},
	{"word/document.xml", "//w:pgMar/@w:left", "1134", "I.3 lề trái"},
	{"word/document.xml", "//w:pgMar/@w:right", "1200", "I.3 lề phải"},
	{"word/document.xml", "//w:titlePg", NULL, "page one shows"},
	{"word/document.xml", "//w:headerReference[@w:type='first']", NULL,
	 "a header is not there"},
	{"word/header1.xml", "//w:jc/@w:val", "right", "I.7 số trang: align"},
	{"word/header1.xml", "//w:instrText", " NUMPAGES ", "I.7 số trang"},
	{"word/styles.xml", "//w:rPrDefault//w:rFonts/@w:cs", "Arial",
	 "cs font of"},
	{"word/styles.xml", "//w:rPrDefault//w:rFonts/@w:eastAsia", NULL,
	 "eastAsia font of"},
	{"word/styles.xml", "//w:rPrDefault//w:lang/@w:val", "en-US",
	 "ngôn ngữ"},
	{"word/styles.xml", STYLE("QuocHieu") "w:rPr/w:sz/@w:val", "30",
	 "V.1 Quốc hiệu: size"},
	{"word/styles.xml", STYLE("TieuNgu") "w:rPr/w:b", NULL,
	 "V.1 Tiêu ngữ: bold"},
	{"word/styles.xml", STYLE("CoQuanChuQuan") "w:rPr/w:caps", NULL,
	 "V.2 tên cơ quan: w:caps"},
	{"word/styles.xml", STYLE("SoKyHieu") "w:rPr/w:sz/@w:val", "24",
	 "V.3 số, ký hiệu: size"},
	{"word/styles.xml", STYLE("DiaDanh") "w:rPr/w:i", NULL,
	 "V.4 địa danh, thời gian: italic"},
	{"word/styles.xml", STYLE("TenLoai") "w:pPr/w:jc/@w:val", "left",
	 "II.5 tên loại, trích yếu: alignment"},
	{"word/styles.xml", STYLE("BodyText") "w:pPr/w:jc", NULL,
	 "II.6 canh đều hai lề"},
	{"word/styles.xml", STYLE("BodyText") "w:pPr/w:ind/@w:firstLine", "284",
	 "II.6 lùi đầu dòng 1"},
	{"word/styles.xml", STYLE("BodyText") "w:pPr/w:spacing/@w:before", "60",
	 "II.6 cách đoạn"},
	{"word/styles.xml", STYLE("BodyText") "w:pPr/w:spacing/@w:line", "400",
	 "II.6 cách dòng"},
	{"word/styles.xml", STYLE("BodyText") "w:pPr/w:spacing/@w:lineRule",
	 "exact", "II.6 cách dòng"},
	{"word/numbering.xml",
	 "//w:abstractNum[@w:abstractNumId='4']"
	 "//w:ind/@w:firstLine",
	 "284", "II.6 lùi đầu dòng 1"},
	{"word/styles.xml", STYLE("Heading2") "w:rPr/w:b", NULL,
	 "bold of the number (Heading2) is 0"},
	{"word/styles.xml", STYLE("Heading2") "w:pPr/w:keepNext", NULL,
	 "tiêu đề đi với đoạn sau"},
	{"word/styles.xml", STYLE("Heading2") "w:pPr/w:outlineLvl/@w:val", "3",
	 "cấp tiêu đề: level 4 follows level 1"},
	{"word/styles.xml", STYLE("NoiNhan") "w:rPr/w:i", NULL,
	 "V.8 Nơi nhận: italic"},
	{"word/styles.xml", STYLE("NoiNhanDanhSach") "w:rPr/w:sz/@w:val", "24",
	 "V.8 danh sách nơi nhận: size"},
	{"word/styles.xml", STYLE("PhuLuc") "w:rPr/w:sz/@w:val", "26",
	 "V.9 Phụ lục: size"},
	{"word/styles.xml", STYLE("ChiDan") "w:rPr/w:i", NULL,
	 "V.9 chỉ dẫn kèm theo: italic"},
	{"word/styles.xml", STYLE("HoTen") "w:rPr/w:b", NULL,
	 "V.7 họ tên: bold"},
	{"word/styles.xml", STYLE("CoQuanChuQuan") "w:rPr/w:sz/@w:val", "26",
	 "V, cặp cỡ chữ"},
	{"word/document.xml", "(" P_OF("DuongKe") "//w:ind)[2]/@w:left", "900",
	 "II.1 đường kẻ bằng Tiêu ngữ"},
	{"word/document.xml", TEXT_OF("TieuNgu"), "Độc lập",
	 "II.1 đường kẻ bằng Tiêu ngữ: length"},
	{"word/document.xml", TEXT_OF("QuocHieu"),
	 "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM MỚI", "II.1 trên một dòng"},
	{"word/document.xml", TEXT_OF("SoKyHieu"), "Số: 7", "7 is not padded"},
	{"word/document.xml", TEXT_OF("SoKyHieu"), "Số 17:", "it is not \"Số"},
	{"word/document.xml", TEXT_OF("DiaDanh"), "A, ngày 5 tháng 2 năm 2023",
	 "II.4 ngày dưới 10"},
	{"word/document.xml", TEXT_OF("DiaDanh"), "A, ngày 05 tháng 2 năm 2023",
	 "II.4 tháng 1, 2"},
	{"word/document.xml", TEXT_OF("DiaDanh"),
	 "A, ngày 05 tháng 06 năm 2023", "II.4 tháng 3 đến 9"},
	{"word/document.xml", "(" P_OF("NoiNhanDanhSach") ")[last()]//w:t",
	 "- ", "II.9 dấu cuối dòng"},
	{"word/document.xml", TEXT_OF("NoiNhan"), "Nơi nhận", "II.9 Nơi nhận"},
	{"word/document.xml", "//w:tblHeader", NULL, "bảng: tiêu đề lặp lại"},
	{"word/document.xml", "//w:cantSplit", NULL, "bảng: dòng không cắt"},
	{"word/document.xml", "(" P_OF("BodyText") "//w:pStyle)[1]/@w:val",
	 "DoanLa", "style 'DoanLa' has no rule"},
	{"word/document.xml", "(" P_OF("DuongKe") ")[1]/w:pPr/w:pStyle/@w:val",
	 "BodyText", "no rule stands below"},
	{"docProps/core.xml", "//dc:language", "en-US", "tiếp cận: ngôn ngữ"},
	{"docProps/core.xml", "//dc:title", "", "tiếp cận: tiêu đề"},
	{"word/settings.xml", "//w:themeFontLang", NULL,
	 "themeFontLang is not vi-VN"},
};

static int change(struct nd_doc *doc, const struct wrong *wrong)
{
	xmlDoc *xml = nd_part(doc, wrong->part);
	xmlXPathContext *context = xml ? xmlXPathNewContext(xml) : NULL;
	xmlXPathObject *found;
	int n = 0;

	if (!context)
		return 0;
	xmlXPathRegisterNs(context, BAD_CAST "w", BAD_CAST TREE_W_NS);
	xmlXPathRegisterNs(context, BAD_CAST "dc",
			   BAD_CAST "http://purl.org/dc/elements/1.1/");
	found = xmlXPathEval(BAD_CAST wrong->at, context);
	for (; found && found->nodesetval && n < found->nodesetval->nodeNr;
	     n++) {
		xmlNode *node = found->nodesetval->nodeTab[n];

		found->nodesetval->nodeTab[n] = NULL;
		if (wrong->to)
			xmlNodeSetContent(node, BAD_CAST wrong->to);
		else if (node->type == XML_ATTRIBUTE_NODE)
			xmlRemoveProp((xmlAttr *)node);
		else
			tree_remove(node);
	}
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	return n;
}

static void test_wrong(const struct vb_blob *docx, int size,
		       const char *as_it_is, const struct wrong *wrong)
{
	struct nd_check c;
	const char *faults;

	if (!check_open(&c, docx, size) || change(&c.doc, wrong) == 0) {
		ok(false, "%s is there to be changed", wrong->at);
		check_release(&c);
		return;
	}
	nd_check_document(&c);
	faults = buf_cstr(&c.faults);
	if (!ok(strstr(faults, wrong->fault) && !strstr(as_it_is, wrong->fault),
		"%s: %s", wrong->to ? wrong->to : "without it", wrong->fault))
		printf("# %s\n# got: %s\n", wrong->at, faults);
	check_release(&c);
}

/* What breaks a rule of nd_rules when it is said by the style. */
static const struct {
	const char *pr, *name, *attr, *value;
} breaks[] = {
	[ND_SIZE] = {"rPr", "sz", "val", "40"},
	[ND_IS_BOLD] = {"rPr", "b", "val", NULL},
	[ND_IS_ITALIC] = {"rPr", "i", "val", NULL},
	[ND_IS_UPPER] = {"rPr", "caps", "val", NULL},
	[ND_IS_CAPS] = {"rPr", "caps", "val", NULL},
	[ND_ALIGN] = {"pPr", "jc", "val", "right"},
	[ND_LEFT_INDENT] = {"pPr", "ind", "left", "99"},
	[ND_FIRST] = {"pPr", "ind", "firstLine", "99"},
	[ND_BEFORE] = {"pPr", "spacing", "before", "1"},
	[ND_LINE] = {"pPr", "spacing", "line", "500"},
	[ND_KEEP_NEXT] = {"pPr", "keepNext", "val", "0"},
	[ND_KEEP_LINES] = {"pPr", "keepLines", "val", "0"},
	[ND_OUTLINE] = {"pPr", "outlineLvl", "val", "5"},
	[ND_LARGE] = {"rPr", "sz", "val", "40"},
	[ND_WORDS] = {NULL, NULL, NULL, NULL},
};

/* What comes last in a style goes. */
static void break_style(struct nd_doc *doc, const struct nd_rule *rule,
			const char *id)
{
	xmlNode *style = nd_style(doc, "paragraph", id);
	xmlNode *pr = style ? tree_child(style, breaks[rule->what].pr) : NULL;
	const char *value = breaks[rule->what].value;
	xmlNode *node;

	if (!style)
		return;
	if (!pr)
		pr = xmlNewChild(style, style->ns,
				 BAD_CAST breaks[rule->what].pr, NULL);
	node = xmlNewChild(pr, style->ns, BAD_CAST breaks[rule->what].name,
			   NULL);
	if (!value)
		value = rule->from ? "0" : "1";
	xmlNewNsProp(node, style->ns, BAD_CAST breaks[rule->what].attr,
		     BAD_CAST value);
}

static void put_words(struct nd_doc *doc, const char *id, const char *words)
{
	xmlNode *root = xmlDocGetRootElement(doc->document);

	for (xmlNode *n = root; n; n = tree_next(root, n, false))
		if (tree_is(n, "t") &&
		    strcmp(nd_style_of(doc, tree_above(n, "p")), id) == 0)
			xmlNodeSetContent(n, BAD_CAST words);
}

/* A rule that nothing can break is none. */
static void test_broken(const struct vb_blob *docx, int size,
			const struct nd_rule *rule)
{
	char id[64], want[128];
	struct nd_check c;
	const char *at;
	bool found = false;

	snprintf(id, sizeof(id), "%.*s", (int)strcspn(rule->styles, " "),
		 rule->styles);
	snprintf(want, sizeof(want), "(%s) is", id);
	if (check_open(&c, docx, size)) {
		break_style(&c.doc, rule, id);
		if (rule->what == ND_IS_UPPER)
			put_words(&c.doc, id, "chữ");
		nd_check_document(&c);
	}
	for (at = buf_cstr(&c.faults); !found && (at = strstr(at, want));
	     at++) {
		const char *line = at;

		while (line > buf_cstr(&c.faults) && line[-1] != '\n')
			line--;
		line = strstr(line, rule->clause);
		found = line && line < at;
	}
	ok(found, "%s: %s of %s, broken", rule->clause, nd_names[rule->what],
	   id);
	check_release(&c);
}

/* A form with every element there is, and what is broken in it. */
static void test_kitchen(const char *top)
{
	char form[PATH_SIZE + 64], answers[PATH_SIZE + 64];
	struct vb_blob blank = {0};
	struct nd_check c;
	struct kit k;

	snprintf(form, sizeof(form), "%s/fixtures/forms/kitchen-sink.form.xml",
		 top);
	snprintf(answers, sizeof(answers),
		 "%s/fixtures/answers/kitchen-sink.xml", top);
	test_form(form, answers, "kitchen-sink");
	k = (struct kit){.form = form_sized(form, 13)};
	if (!ok(k.form && make(&k, &blank, answers), "the fixture is made") ||
	    !check_open(&c, &k.out, 13))
		goto out;
	nd_check_document(&c);
	is_str(buf_cstr(&c.faults), "", "nothing is wrong with it as it is");
	for (size_t i = 0; i < sizeof(wrongs) / sizeof(wrongs[0]); i++)
		test_wrong(&k.out, 13, buf_cstr(&c.faults), &wrongs[i]);
	check_release(&c);
	for (size_t i = 0; i < ND_RULES; i++)
		if (breaks[nd_rules[i].what].pr)
			test_broken(&k.out, 13, &nd_rules[i]);
out:
	vb_blob_release(&blank);
	kit_release(&k);
}

static void test_used(void)
{
	for (size_t i = 0; i < ND_RULES; i++)
		if (!used[i])
			ok(false, "%s (%s) is tried on something",
			   nd_rules[i].clause, nd_rules[i].styles);
	ok(true, "%d rules of styles are tried", (int)ND_RULES);
}

int main(void)
{
	const char *top = getenv("TOP");

	vb_init();
	test_forms(top ? top : ".");
	test_kitchen(top ? top : ".");
	test_used();
	return done_testing();
}
