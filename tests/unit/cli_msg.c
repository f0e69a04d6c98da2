/* cli_msg.c - the one form of errors and findings, to the byte. */
#include "cli/msg.h"

#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

static FILE *said;
static int real_stderr;

/* What is said from here on goes to a file ... */
static void listen(void)
{
	fflush(stderr);
	rewind(said);
	if (ftruncate(fileno(said), 0) != 0 || dup2(fileno(said), 2) < 0)
		exit(1);
}

/* ... and is compared. */
static void is_said(const char *want, const char *what)
{
	static char got[2048];
	ssize_t n;

	fflush(stderr);
	n = pread(fileno(said), got, sizeof(got) - 1, 0);
	got[n > 0 ? n : 0] = '\0';
	dup2(real_stderr, 2);
	is_str(got, want, what);
}

static void errors(void)
{
	struct vb_error e = {VB_XML, "a.xml", "", "line 12", "no end tag"};

	listen();
	msg_error(&e, "other");
	is_said("a.xml:12: error: no end tag [xml]\n", "a line of a file");

	snprintf(e.where, sizeof(e.where), "line 12, column 7");
	listen();
	msg_error(&e, NULL);
	is_said("a.xml:12:7: error: no end tag [xml]\n", "with its column");

	snprintf(e.where, sizeof(e.where), "line 12 or so");
	listen();
	msg_error(&e, NULL);
	is_said("a.xml: line 12 or so: error: no end tag [xml]\n",
		"a place that only starts like a line");

	snprintf(e.where, sizeof(e.where), "paragraph 3");
	snprintf(e.part, sizeof(e.part), "word/document.xml");
	listen();
	msg_error(&e, NULL);
	is_said("a.xml:word/document.xml: paragraph 3: error: no end tag "
		"[xml]\n",
		"a place in a part");

	memset(&e, 0, sizeof(e));
	e.code = VB_NOMEM;
	listen();
	msg_error(&e, NULL);
	is_said("vanban: error: out of memory [nomem]\n", "nothing known");
	listen();
	msg_error(&e, "b.docx");
	is_said("b.docx: error: out of memory [nomem]\n", "a file to stand in");
}

static void findings(void)
{
	struct vb_finding f = {"rate-differs",
			       VB_WARNING,
			       "x_pct",
			       "th",
			       0,
			       "75 is not 9 of 15",
			       {"r.docx", "word/document.xml", "Số liệu",
				"đạt tỷ lệ", 0, 12, 2, 3, 4}};

	listen();
	msg_finding(&f);
	is_said("r.docx:word/document.xml: paragraph 12, table 2 row 3 "
		"column 4 (heading \"Số liệu\", near \"đạt tỷ lệ\"): warning: "
		"75 is not 9 of 15 [rate-differs]\n",
		"a finding with all of its place");

	f.place.paragraph = 0;
	f.place.heading = "";
	f.severity = VB_NOTE;
	listen();
	msg_finding(&f);
	is_said("r.docx:word/document.xml: table 2 row 3 column 4 (near \"đạt "
		"tỷ lệ\"): note: 75 is not 9 of 15 [rate-differs]\n",
		"without paragraph and heading");

	memset(&f.place, 0, sizeof(f.place));
	f.place.file = "a.xml";
	f.place.line = 4;
	f.severity = VB_SEVERE;
	listen();
	msg_finding(&f);
	is_said("a.xml:4: error: 75 is not 9 of 15 [rate-differs]\n",
		"a line of answers");

	f.place.file = "a\033[2Jb\177\302\233c\nd";
	f.place.line = 0;
	listen();
	msg_finding(&f);
	is_said("a?[2Jb??c?d: error: 75 is not 9 of 15 [rate-differs]\n",
		"control characters do not reach the terminal");
}

static void languages(void)
{
	struct msg_tally tally = {0};
	struct vb_sink sink = msg_sink(&tally);
	struct vb_finding f = {"sum-differs",
			       VB_NOTE,
			       "",
			       "",
			       0,
			       "no",
			       {"r", "", "", "", 0, 1, 0, 0, 0}};

	setenv("LC_ALL", "", 1);
	setenv("LC_MESSAGES", "vi_VN.UTF-8", 1);
	msg_init();
	listen();
	sink.take(sink.payload, &f);
	is_said("r: đoạn 1: ghi chú: no [sum-differs]\n", "in Vietnamese");
	ok(!msg_has_findings(&tally), "a note is no finding");
	f.severity = VB_WARNING;
	listen();
	sink.take(sink.payload, &f);
	is_said("r: đoạn 1: cảnh báo: no [sum-differs]\n", "a warning");
	ok(msg_has_findings(&tally), "a warning is one");
	is_int((long)tally.notes, 1, "counted: notes");
	is_int((long)tally.warnings, 1, "counted: warnings");
	setenv("LC_ALL", "C", 1);
	msg_init();
	is_str(msg_tr("a", "b"), "a", "LC_ALL goes before LC_MESSAGES");
}

int main(void)
{
	said = tmpfile();
	real_stderr = dup(2);
	if (!said || real_stderr < 0)
		return 1;
	errors();
	findings();
	languages();
	fclose(said);
	return done_testing();
}
