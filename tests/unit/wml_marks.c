/* Names of marks: what is written is read back, foreign names are refused. */
#include "tap.h"
#include "wml/marks.h"

static void round_trip(const char *id, const char *level, unsigned row,
		       bool is_last, const char *want)
{
	char name[MARK_BOOKMARK_MAX + 1];
	struct mark mark;

	mark_bookmark(name, id, level, row, is_last);
	is_str(name, want, want);
	ok(mark_parse_bookmark(&mark, name), "%s is ours", name);
	if (!mark.is_hashed) {
		is_str(mark.id, id, "  its id");
		is_str(mark.level, level, "  its level");
	}
	is_int(mark.row, row, "  its row");
	is_int(mark.is_last, is_last, "  whether it is the last");
}

int main(void)
{
	struct mark mark;

	round_trip("doc_no", "", 0, false, "vb_doc_no");
	round_trip("s32_mgmt_csgd_n", "th", 0, false, "vb_s32_mgmt_csgd_n__th");
	round_trip("x", "", 12, false, "vb_x__r12");
	round_trip("i_situation_long", "", 0, true, "vb_i_situation_long__z");
	round_trip("x", "thcs", 999999, true, "vb_x__thcs__r999999__z");
	round_trip("s32_egradebook_csgd_n", "gdtx", 999999999, true,
		   "vb_h1c7bf53eed19__r999999999__z");
	ok(!mark_parse_bookmark(&mark, "_GoBack"), "_GoBack is not ours");
	ok(!mark_parse_bookmark(&mark, "vb_"), "a bare prefix is not ours");
	ok(!mark_parse_bookmark(&mark, "vb_Tiêu đề"), "nor other letters");
	ok(mark_parse_tag(&mark, "a.th"), "a tag with a level");
	is_str(mark.id, "a", "  its id");
	is_str(mark.level, "th", "  its level");
	ok(!mark_parse_tag(&mark, "goog_rdk_0 x"), "a foreign tag");
	is_int(mark_parse_binding("/r:report[1]/r:shown[1]/r:f[12]"), 12,
	       "a binding");
	is_int(mark_parse_binding("/ns0:report[1]/ns0:shown[1]/ns0:f[3]"), 3,
	       "a binding with another prefix");
	is_int(mark_parse_binding("/a:answers[1]/a:x[1]"), 0,
	       "a foreign binding");
	return done_testing();
}
