"""words_pl1.py - the questions of Hải Phòng's Phụ lục 1 and the words in which hand_pl1.py
types them, their answers and the long answers."""
import dataclasses
import re

# ---- small help with words


def lowered(text):
    """A question as it stands inside a sentence; an abbreviation stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def raised(text):
    """As at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def mark_at(mark, place):
    """The mark of the paragraph at this place: "a) " at 1 is "b) "."""
    return mark.replace("1", str(place + 1)).replace("a", LETTERS[place])


# ---- what is asked


@dataclasses.dataclass(frozen=True)
class Part:
    """A figure asked in the line of another question."""

    count: str
    leads: tuple
    unit: str
    percent: str = ""


@dataclasses.dataclass(frozen=True)
class Question:
    """One line of the outline; `kind` says what it wants: counts, rates, levels."""

    key: str
    kind: str  # rated, counted, rates, material or people
    verbs: tuple
    shorts: tuple
    usual: float
    count: str = ""
    percent: str = ""
    who: str = "CSGD"
    preschools: bool = True
    parts: tuple = ()


MATERIAL_PARTS = (
    Part("s31_material_new_n", (
        "riêng năm học 2022-2023 xây dựng được", "năm học 2022-2023 xây dựng mới",
        "số học liệu xây dựng trong năm học 2022-2023", "riêng năm học này xây dựng được",
    ), "học liệu"),
)
ESIGN_PARTS = (
    Part("s32_esign_csgd_n", (
        "số CSGD triển khai chữ ký số", "số trường đã triển khai chữ ký số",
        "số đơn vị sử dụng chữ ký số",
    ), "CSGD"),
    Part("s32_esign_teacher_n", (
        "số giáo viên đã được cấp chữ ký số", "số GV đã được cấp chữ ký số",
        "số giáo viên có chữ ký số",
    ), "giáo viên", "s32_esign_teacher_pct"),
)
LEVEL_PARTS = tuple(
    Part(f"s33_itroom_l{n}_n", (f"mức {n}", f"đạt mức {n}", f"số CSGD ở mức {n}"), "CSGD")
    for n in (1, 2, 3)
)

S31 = (
    Question("lms", "counted", (
        "duy trì sử dụng hệ thống đào tạo trực tuyến (LMS)", "duy trì sử dụng hệ thống LMS",
        "đang duy trì hệ thống quản lý học tập trực tuyến (LMS)",
        "sử dụng thường xuyên hệ thống đào tạo trực tuyến LMS",
    ), ("CSGD duy trì hệ thống LMS", "Sử dụng hệ thống đào tạo trực tuyến (LMS)",
        "Số CSGD duy trì sử dụng LMS"), 0.7, count="s31_lms_csgd_n"),
    Question("exam", "rates", (
        "thường xuyên triển khai thi, kiểm tra, đánh giá trên phòng máy tính",
        "thường xuyên tổ chức thi, kiểm tra trên phòng máy tính",
        "thường xuyên kiểm tra, đánh giá học sinh trên phòng máy",
        "tổ chức thi, KTĐG thường xuyên trên phòng máy tính",
    ), ("Tỷ lệ CSGD thường xuyên thi, kiểm tra trên phòng máy tính",
        "Tỷ lệ CSGD KTĐG trên phòng máy", "Tỷ lệ CSGD thường xuyên kiểm tra trên máy tính"),
        0.55, percent="s31_computer_exam_pct", preschools=False),
    Question("material", "material", (
        "Tổng số học liệu (được người đứng đầu CSGD phê duyệt theo bậc học) hiện có",
        "Tổng số học liệu hiện có (đã được người đứng đầu CSGD phê duyệt)",
        "Tổng số học liệu số được thủ trưởng đơn vị phê duyệt hiện có",
        "Số học liệu đã được phê duyệt hiện có",
    ), ("Tổng số học liệu hiện có", "Học liệu được phê duyệt hiện có",
        "Tổng số học liệu đã phê duyệt"), 0, count="s31_material_total_n",
        parts=MATERIAL_PARTS),
)
S32 = (
    Question("mgmt", "rated", (
        "triển khai phần mềm quản trị trường học", "sử dụng phần mềm quản trị trường học",
        "đã triển khai phần mềm quản trị nhà trường",
        "ứng dụng phần mềm quản trị trường học trong quản lý",
    ), ("Triển khai phần mềm quản trị trường học", "CSGD sử dụng phần mềm quản trị",
        "Phần mềm quản trị trường học"), 0.9, "s32_mgmt_csgd_n", "s32_mgmt_pct"),
    Question("grade", "counted", (
        "triển khai sổ điểm điện tử, học bạ điện tử", "triển khai sổ điểm, học bạ điện tử",
        "sử dụng sổ điểm điện tử và học bạ điện tử",
        "thực hiện sổ điểm điện tử, học bạ điện tử",
    ), ("Triển khai sổ điểm, học bạ điện tử", "Sổ điểm điện tử, học bạ điện tử",
        "CSGD dùng sổ điểm, học bạ điện tử"), 0.85, "s32_egradebook_csgd_n",
        preschools=False, parts=ESIGN_PARTS),
    Question("cashless", "rated", (
        "triển khai dịch vụ thu phí dịch vụ giáo dục theo hình thức không dùng tiền mặt",
        "thu phí dịch vụ giáo dục không dùng tiền mặt",
        "triển khai thanh toán không dùng tiền mặt các khoản thu dịch vụ giáo dục",
        "thực hiện thu phí dịch vụ giáo dục bằng hình thức không dùng tiền mặt",
    ), ("Thu phí dịch vụ giáo dục không dùng tiền mặt", "Thu phí không dùng tiền mặt",
        "CSGD thu không dùng tiền mặt"), 0.75, "s32_cashless_csgd_n", "s32_cashless_pct"),
)
S33 = (
    Question("wifi", "rated", (
        "có mạng wifi cung cấp miễn phí cho cán bộ, giáo viên và học sinh",
        "có mạng wifi miễn phí cho CB, GV, HS", "cung cấp wifi miễn phí cho CBGV và học sinh",
        "đã lắp đặt wifi miễn phí phục vụ cán bộ, giáo viên, học sinh",
    ), ("Có mạng wifi miễn phí", "Wifi miễn phí cho CB, GV, HS", "CSGD có wifi miễn phí"),
        0.85, "s33_wifi_csgd_n", "s33_wifi_pct"),
    Question("studio", "rated", (
        "có phòng phát triển học liệu (phòng studio)", "có phòng studio phát triển học liệu",
        "đã bố trí phòng phát triển học liệu (studio)", "có phòng phát triển học liệu",
    ), ("Có phòng phát triển học liệu (studio)", "Phòng studio",
        "CSGD có phòng phát triển học liệu"), 0.2, "s33_studio_csgd_n", "s33_studio_pct"),
    Question("itroom", "rated", (
        "đáp ứng yêu cầu dạy môn tin học theo mức 1, 2 và 3 (tham chiếu Quyết định số "
        "4725/QĐ-BGDĐT ngày 30/12/2022)",
        "đáp ứng yêu cầu dạy môn tin học theo mức 1, 2 và 3",
        "đáp ứng yêu cầu dạy môn Tin học (theo Quyết định 4725/QĐ-BGDĐT)",
        "đáp ứng yêu cầu dạy học môn Tin học",
    ), ("Đáp ứng yêu cầu dạy môn tin học", "CSGD đáp ứng dạy môn Tin học",
        "Đáp ứng dạy tin học (QĐ 4725)"), 0.85, "s33_itroom_csgd_n", "s33_itroom_pct",
        preschools=False, parts=LEVEL_PARTS),
)


def people(key, stem, who, usual, verbs, shorts):
    """A question of 3.5."""
    return Question(key, "people", verbs, shorts, usual, f"{stem}_n", f"{stem}_pct", who)


S35 = (
    people("blended", "s35_blended_teacher", "giáo viên", 0.8, (
        "được tập huấn, bồi dưỡng kỹ năng tổ chức, quản lý các hoạt động dạy học kết hợp "
        "giữa trực tiếp và trực tuyến",
        "được tập huấn tổ chức, quản lý dạy học kết hợp trực tiếp và trực tuyến",
        "được bồi dưỡng kỹ năng tổ chức dạy học kết hợp giữa trực tiếp với trực tuyến",
    ), ("GV được tập huấn dạy học kết hợp trực tiếp và trực tuyến",
        "Tập huấn GV dạy học kết hợp trực tiếp - trực tuyến")),
    people("elearning", "s35_elearning_teacher", "giáo viên", 0.7, (
        "được tập huấn, bồi dưỡng kỹ năng thiết kế bài giảng e-Learning, video bài giảng, "
        "thiết bị dạy học số",
        "được tập huấn thiết kế bài giảng e-Learning, video bài giảng",
        "được bồi dưỡng kỹ năng thiết kế bài giảng E-learning, thiết bị dạy học số",
    ), ("GV được tập huấn thiết kế bài giảng e-Learning",
        "Tập huấn GV thiết kế bài giảng e-Learning, video")),
    people("mgmtsw", "s35_mgmtsw_staff", "cán bộ, giáo viên", 0.75, (
        "được tập huấn, bồi dưỡng kỹ năng quản lý, triển khai có hiệu quả các phần mềm quản "
        "trị trong cơ sở giáo dục",
        "được tập huấn sử dụng các phần mềm quản trị trong CSGD",
        "được bồi dưỡng kỹ năng quản lý, triển khai phần mềm quản trị nhà trường",
    ), ("CB, GV được tập huấn phần mềm quản trị",
        "Tập huấn CB, GV triển khai phần mềm quản trị trong CSGD")),
    people("infosec", "s35_infosec_staff", "cán bộ, giáo viên", 0.6, (
        "được tập huấn, bồi dưỡng nâng cao nhận thức và kỹ năng về an toàn thông tin",
        "được tập huấn về an toàn thông tin", "được bồi dưỡng kỹ năng bảo đảm an toàn thông tin",
    ), ("CB, GV được tập huấn an toàn thông tin", "Tập huấn CB, GV về an toàn thông tin")),
    people("itstaff", "s35_itstaff", "cán bộ chuyên trách", 0.8, (
        "được tập huấn, bồi dưỡng nâng cao nhận thức và kỹ năng về ứng dụng CNTT, chuyển đổi "
        "số, an toàn thông tin",
        "được tập huấn nâng cao kỹ năng ứng dụng CNTT, chuyển đổi số",
        "được bồi dưỡng về ứng dụng CNTT, CĐS, an toàn thông tin",
    ), ("Cán bộ chuyên trách CNTT, CĐS được tập huấn",
        "Tập huấn cán bộ chuyên trách CNTT và chuyển đổi số")),
)
FIGURES = {"s31": S31, "s32": S32, "s33": S33, "s35": S35}
MAY_BE_NONE = ("lms", "cashless", "studio")
LONG_OF = {"i": "i_situation_long", "ii1": "ii1_direction_long", "ii2": "ii2_highlights_long",
           "iii": "iii_next_year_long", "iv": "iv_proposals_long"}
STATISTICS = ("s34_start_long", "s34_end_long", "s34_adhoc_long")

# ---- how it is asked

TITLES = {
    "i": ("Tình hình chung", "Đặc điểm, tình hình chung", "Khái quát tình hình chung"),
    "ii": ("Kết quả triển khai thực hiện các nhiệm vụ", "Kết quả thực hiện các nhiệm vụ",
           "Kết quả triển khai nhiệm vụ năm học 2022-2023"),
    "ii1": ("Công tác chỉ đạo điều hành", "Công tác chỉ đạo, điều hành",
            "Về công tác chỉ đạo điều hành"),
    "ii2": ("Một số kết quả nổi bật về ứng dụng CNTT và chuyển đổi số",
            "Kết quả nổi bật về ứng dụng CNTT và CĐS", "Một số kết quả nổi bật"),
    "ii3": ("Một số kết quả ứng dụng CNTT và chuyển đổi số cụ thể", "Kết quả cụ thể",
            "Một số kết quả ứng dụng CNTT, CĐS cụ thể"),
    "s31": ("Kết quả ứng dụng CNTT và chuyển đổi số trong đổi mới nội dung, phương pháp dạy "
            "học và kiểm tra đánh giá",
            "Ứng dụng CNTT trong đổi mới nội dung, phương pháp dạy học và kiểm tra đánh giá",
            "Kết quả ứng dụng CNTT, CĐS trong dạy học, KTĐG"),
    "s32": ("Kết quả ứng dụng CNTT và chuyển đổi số trong đổi mới phương thức quản trị CSGD và "
            "quản lý nhà nước về giáo dục",
            "Ứng dụng CNTT, CĐS trong quản trị CSGD và quản lý nhà nước về giáo dục",
            "Kết quả ứng dụng CNTT trong quản trị CSGD"),
    "s33": ("Hạ tầng, thiết bị phục vụ dạy tin học, ứng dụng CNTT, chuyển đổi số",
            "Hạ tầng, thiết bị CNTT", "Về hạ tầng, thiết bị phục vụ dạy tin học, CĐS"),
    "s34": ("Việc tổ chức triển khai công tác báo cáo thống kê giáo dục",
            "Công tác báo cáo thống kê giáo dục", "Triển khai công tác thống kê giáo dục"),
    "s35": ("Kết quả phát triển nguồn nhân lực số phục vụ ứng dụng CNTT, chuyển đổi số và làm "
            "công tác thống kê trong ngành giáo dục",
            "Phát triển nguồn nhân lực số", "Kết quả phát triển nguồn nhân lực số phục vụ CĐS"),
    "iii": ("Dự kiến nhiệm vụ trọng tâm và giải pháp chính về triển khai ứng dụng CNTT năm học "
            "2023-2024",
            "Nhiệm vụ trọng tâm và giải pháp chính năm học 2023-2024",
            "Phương hướng, nhiệm vụ năm học 2023-2024"),
    "iv": ("Đề xuất, kiến nghị", "Kiến nghị, đề xuất", "Những đề xuất, kiến nghị"),
}
HINTS = {
    "i": "(về bối cảnh, đặc điểm, tình hình, thuận lợi, khó khăn khách quan và chủ quan của "
         "địa phương)",
    "ii1": "(Các văn bản chỉ đạo điều hành, hướng dẫn, ban hành các quy chế của đơn vị)",
    "s34_start_long": "có triển khai hướng dẫn các cơ sở giáo dục, tổ chức rà soát số liệu báo "
                      "cáo của cơ sở giáo dục, tổng hợp số liệu báo cáo thống kê của cơ quan, "
                      "đơn vị gửi Sở GDĐT, Bộ GDĐT đảm bảo tính đầy đủ, chính xác, nộp báo cáo "
                      "đúng hạn, kịp thời chỉnh sửa bổ sung hoàn thiện báo cáo trong trường hợp "
                      "báo cáo bị trả lại (đối với các Phòng GDĐT quận, huyện).",
    "s34_end_long": "có triển khai hướng dẫn, đôn đốc các cơ sở giáo dục cập nhật báo cáo đầy "
                    "đủ số liệu cuối năm học (lưu ban, hoàn thành chương trình tiểu học, tốt "
                    "nghiệp THCS, tốt nghiệp THPT), tổ chức rà soát số liệu báo cáo của cơ sở "
                    "giáo dục, tổng hợp số liệu báo cáo thống kê của cơ quan, đơn vị gửi Sở "
                    "GDĐT, Bộ GDĐT đảm bảo tính đầy đủ, chính xác, nộp báo cáo đúng hạn, kịp "
                    "thời chỉnh sửa bổ sung hoàn thiện báo cáo trong trường hợp báo cáo bị trả "
                    "lại (đối với các Phòng GDĐT quận, huyện).",
}
LONG_LEADS = {
    "s31_online_long": (
        "Kết quả triển khai hình thức dạy học trực tuyến, dạy học trực tuyến kết hợp dạy học "
        "trực tiếp",
        "Kết quả triển khai dạy học trực tuyến, trực tuyến kết hợp trực tiếp",
        "Tình hình triển khai dạy học trực tuyến", "Về dạy học trực tuyến và dạy học kết hợp"),
    "s34_start_long": ("Báo cáo thống kê kỳ đầu năm", "Báo cáo kỳ đầu năm",
                       "Báo cáo thống kê đầu năm học", "Đối với báo cáo thống kê kỳ đầu năm"),
    "s34_end_long": ("Báo cáo thống kê kỳ cuối năm", "Báo cáo kỳ cuối năm",
                     "Báo cáo thống kê cuối năm học", "Đối với báo cáo thống kê kỳ cuối năm"),
    "s34_adhoc_long": ("Thực hiện các báo cáo đột xuất khác", "Các báo cáo đột xuất khác",
                       "Việc thực hiện báo cáo đột xuất", "Báo cáo đột xuất"),
}
STATISTICS_LEADS = (
    "Đánh giá tình hình triển khai thu thập, cập nhật thông tin vào hệ thống CSDL ngành giáo "
    "dục để tổng hợp thực hiện báo cáo thống kê GDMN, GDPT và GDTX theo quy định tại Thông tư "
    "số 24/2018/TT-BGDĐT ngày 28/9/2018 về chế độ báo cáo thống kê ngành giáo dục và báo cáo "
    "đột xuất theo yêu cầu của Sở GDĐT, Bộ GDĐT:",
    "Đánh giá tình hình triển khai thu thập, cập nhật thông tin vào hệ thống CSDL ngành:",
    "Tình hình thực hiện chế độ báo cáo thống kê theo Thông tư số 24/2018/TT-BGDĐT:",
)
SUBJECTS = {
    "CSGD": ("Số CSGD (theo bậc học)", "Số CSGD", "Số lượng CSGD", "Số cơ sở giáo dục",
             "Số trường", "Số CSGD theo bậc học"),
    "giáo viên": ("Số lượng giáo viên", "Số giáo viên", "Số GV", "Số lượng GV"),
    "cán bộ, giáo viên": ("Số lượng cán bộ, giáo viên", "Số cán bộ, giáo viên", "Số CB, GV"),
    "cán bộ chuyên trách": (
        "Số lượng cán bộ chuyên trách về CNTT và chuyển đổi số",
        "Số cán bộ chuyên trách CNTT, CĐS", "Cán bộ chuyên trách về CNTT và CĐS"),
}
RATE_SUBJECTS = ("Tỷ lệ CSGD (theo bậc học)", "Tỷ lệ CSGD", "Tỉ lệ trường", "Tỷ lệ các CSGD")
UNITS = {
    "CSGD": ("CSGD", "trường", "đơn vị", "cơ sở"),
    "giáo viên": ("giáo viên", "GV", "người", "đồng chí"),
    "cán bộ, giáo viên": ("cán bộ, giáo viên", "CBGV", "người", "CB, GV"),
    "cán bộ chuyên trách": ("cán bộ chuyên trách", "cán bộ", "người", "đồng chí"),
    "học liệu": ("học liệu",),
}

# ---- how answers are typed

RATED = ("{n} {unit}, đạt tỷ lệ: {p}", "{n} {unit}, đạt tỷ lệ {p}", "{n}/{of} {unit}, đạt {p}",
         "{n} {unit} ({p})", "{n}/{of} {unit} ({p})", "{n} {unit} - tỷ lệ {p}",
         "{n}/{of} {unit}, tỷ lệ {p}", "{n} {unit}; đạt {p}", "{p} ({n}/{of} {unit})")
ANSWERS = {
    "rated": RATED,
    "people": tuple(a.replace("đạt tỷ lệ", "chiếm tỷ lệ") for a in RATED),
    "counted": ("{n} {unit}", "{n}", "{n}/{of} {unit}", "{n} {unit}/tổng số {of} {unit}"),
    "rates": ("{p}", "{p} ({n}/{of} {unit})", "đạt {p}", "{n}/{of} {unit}, đạt {p}"),
    "material": ("{n} {unit}", "{n}"),
}
ANSWERS_WITH_LEVELS = {
    "rated": ("{n} {unit} ({levels}), đạt tỷ lệ: {p}", "{n} {unit}, đạt tỷ lệ {p} ({levels})",
              "{n}/{of} {unit}, đạt {p}; trong đó: {levels}",
              "{n} {unit}, đạt {p}. Chia theo bậc học: {levels}",
              "{levels}. Tổng cộng: {n} {unit}, đạt {p}", "{levels}; tỷ lệ chung đạt {p}"),
    "counted": ("{n} {unit} ({levels})", "{n}/{of} {unit}, trong đó: {levels}", "{levels}",
                "{n} {unit}, gồm: {levels}", "{levels}; tổng cộng {n} {unit}"),
    "rates": ("{p} ({levels})", "{levels}", "{p}, trong đó: {levels}", "{levels}; chung: {p}"),
    "material": ("{n} {unit} ({levels})", "{n} {unit}, trong đó: {levels}",
                 "{levels}; tổng cộng {n} {unit}"),
}
LEVEL_ITEMS = {
    "schools": ("{name}: {n}", "{name} {n}", "{n} {school}", "{name}: {n} {unit}",
                "{name}: {n}/{of}", "{name} có {n} {unit}", "{school}: {n}"),
    "rates": ("{name}: {p}", "{name} {p}", "{name} đạt {p}", "{name}: {n}/{of} đạt {p}"),
    "material": ("{name}: {n}", "{name} {n}", "{name}: {n} {unit}", "{name} có {n} {unit}"),
}
LEVEL_LINES = {
    "schools": ("{name}: {n} {unit}", "{name}: {n}", "{name}: {n}/{of} {unit}",
                "{name}: {n}/{of} {unit}, đạt {p}", "{name}: {n} ({p})", "Số {school}: {n}"),
    "rates": ("{name}: {p}", "{name}: {n}/{of} {unit}, đạt {p}", "{name}: đạt {p}"),
    "material": ("{name}: {n} {unit}", "{name}: {n}", "{name} có {n} {unit}"),
}
SENTENCES = {
    "rated": ("{lead} có {n}/{of} {unit} {verb}, đạt tỷ lệ {p}{levels}",
              "Số {unit} {verb} là {n}{levels}, đạt {p}",
              "{lead} đã có {n} {unit} {verb}{levels}, chiếm {p} tổng số {unit}"),
    "counted": ("{lead} có {n}/{of} {unit} {verb}{levels}", "Số {unit} {verb} là {n}{levels}",
                "Đến nay đã có {n} {unit} {verb}{levels}"),
    "rates": ("Tỷ lệ {unit} {verb} đạt {p}{levels}", "{lead} có {p} số {unit} {verb}{levels}"),
    "material": ("{verb} là {n} {unit}{levels}", "{verb}: {n} {unit}{levels}"),
    "people": ("Đã có {n} {who} {verb}, chiếm tỷ lệ {p}", "Số {who} {verb} là {n} người ({p})",
               "Trong năm học, {n}/{of} {who} {verb}, đạt {p}"),
}
WHO_IN_PROSE = {"cán bộ chuyên trách": "cán bộ chuyên trách CNTT, chuyển đổi số"}
PART_COUNTS = ("{n} {unit}", "{n}")
PART_JOINS = {"material": ("; {}", ", {}", ". Trong đó, {}"), "counted": (
    ". Trong đó, {}", "; trong đó: {}", ", trong đó {}"), "rated": (
    ". Chia ra, {}", "; trong đó: {}", " (trong đó {})")}
ZEROES = ("không có", "chưa có {unit} nào", "0 {unit}", "0", "chưa có", "Không có {unit} nào")
BLANKS = ("..... {unit}", "…………", "", "chưa thống kê", "đang rà soát", "/", "…. {unit}")
WORDS = dict(enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"), 1))
TAILS = (" (năm học 2021-2022: {less} {unit})", ", tăng {few} {unit} so với năm học trước",
         "; phấn đấu đến năm 2025 đạt {aim}", "; kinh phí đầu tư {money} triệu đồng",
         " (năm học trước là {less} {unit})", ", kế hoạch năm học tới tăng thêm {few} {unit}")
NOTES = ("(Nguồn: Báo cáo của các đơn vị, số liệu tính đến ngày 31/5/2023)",
         "Ghi chú: Số liệu được tổng hợp từ CSDL ngành.", "* Số liệu trích xuất ngày 02/6/2023.",
         "(Kinh phí thực hiện trong năm học: {money} triệu đồng)")
LEVEL_NAMES = (
    ("MN", "TH", "THCS", "THPT", "GDTX"),
    ("Mầm non", "Tiểu học", "THCS", "THPT", "GDTX"),
    ("mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông", "GDTX"),
    ("Bậc Mầm non", "Bậc Tiểu học", "Bậc THCS", "Bậc THPT", "Khối GDTX"),
    ("Cấp MN", "Cấp TH", "Cấp THCS", "Cấp THPT", "GDTX"),
    ("Bậc học mầm non", "Bậc học tiểu học", "Bậc học THCS", "Bậc học THPT", "GDTX"),
)
LEVELS = ("mn", "th", "thcs", "thpt", "gdtx")
SCHOOLS = ("trường mầm non", "trường tiểu học", "trường THCS", "trường THPT", "trung tâm GDTX")
SIZES = {"mn": (12, 40), "th": (10, 32), "thcs": (10, 30), "thpt": (3, 9), "gdtx": (1, 3)}
ROMAN = ("I", "II", "III", "IV")
LETTERS = "abcdđe"
NUMBERS = {
    "outline": ("{roman}.", "{b}.", "{b}.{c}."), "slash": ("{roman}/", "{b}/", "{b}.{c}/"),
    "decimal": ("{a}.", "{a}.{b}.", "{a}.{b}.{c}."), "none": ("", "", ""),
    "letters": ("{capital}.", "{roman_b}.", "{c}."), "word": ("", "", "{b}.{c}."),
    "abc": ("{roman}.", "{b}.", "{letter})"),
}

# ---- units


@dataclasses.dataclass(frozen=True)
class Office:
    """A sort of unit: how it is called and which levels it answers for."""

    superiors: tuple
    organs: tuple
    calls: str
    area: str
    levels: tuple
    head: str


DISTRICTS = ("huyện An Dương", "huyện An Lão", "huyện Kiến Thụy", "huyện Tiên Lãng",
             "huyện Vĩnh Bảo", "huyện Cát Hải", "quận Lê Chân", "quận Ngô Quyền",
             "quận Hồng Bàng", "quận Hải An", "quận Kiến An", "quận Đồ Sơn")
DIVISION = Office(("UBND {place}",), ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "PHÒNG GDĐT"), "Phòng GDĐT",
                  "toàn {place}", LEVELS[:3], "TRƯỞNG PHÒNG")
WIDE_DIVISION = dataclasses.replace(DIVISION, levels=LEVELS)
BLOCK = Office(("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), ("CỤM TRƯỜNG THPT VÀ TRUNG TÂM GDTX {place}",),
               "Cụm trường", "trong cụm", LEVELS[3:], "CỤM TRƯỞNG")
SCHOOL = Office(("SỞ GDĐT HẢI PHÒNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
                ("TRƯỜNG THPT SỐ 1 {place}", "TRUNG TÂM GDNN-GDTX {place}"), "Đơn vị",
                "tại đơn vị", (), "THỦ TRƯỞNG ĐƠN VỊ")
OFFICES = (DIVISION,) * 5 + (WIDE_DIVISION,) * 3 + (BLOCK, SCHOOL)

# ---- sentences of long answers: each ends with a full stop at its line's end


def stock(text):
    """Sentences of a text in which a sentence may run over several lines."""
    return tuple(s.replace("\n", " ") for s in re.split(r"(?<=\.)\n", text.strip()))


STOCK = {
    "i_situation_long": stock("""
{Calls} nằm ở địa bàn có dân số đông, quy mô trường lớp tăng nhanh trong những năm gần đây.
Cấp ủy, chính quyền địa phương quan tâm, chỉ đạo sát sao việc chuyển đổi số trong giáo dục.
Đội ngũ cán bộ, giáo viên phần lớn trẻ, nhiệt tình, có khả năng tiếp cận công nghệ mới.
Hạ tầng mạng đã được nâng cấp, đường truyền cáp quang đến tận các điểm trường.
Một số giáo viên lớn tuổi còn ngại thay đổi, kỹ năng khai thác phần mềm còn hạn chế.
Nguồn kinh phí dành cho mua sắm thiết bị CNTT còn hạn hẹp, chủ yếu từ xã hội hóa.
Máy tính ở nhiều phòng tin học đã qua sử dụng trên 8 năm, cấu hình thấp.
Phụ huynh học sinh ở vùng ven biển, hải đảo ít có điều kiện trang bị thiết bị cho con em.
Năm học {year} là năm học thứ ba thực hiện Chương trình giáo dục phổ thông 2018.
Nhận thức của cán bộ quản lý về vai trò của dữ liệu số ngày càng rõ nét."""),
    "ii1_direction_long": stock("""
{Calls} ban hành Kế hoạch số {doc}/KH-GDĐT ngày {day} về ứng dụng CNTT, chuyển đổi số.
Đã kiện toàn Ban Chỉ đạo chuyển đổi số theo Quyết định số {doc}/QĐ-GDĐT ngày {day}.
Ban hành Quy chế quản lý, vận hành và khai thác cơ sở dữ liệu ngành.
Công văn số {doc}/GDĐT-CNTT ngày {day} hướng dẫn nhiệm vụ CNTT và thống kê giáo dục.
Phân công một đồng chí lãnh đạo trực tiếp phụ trách, một chuyên viên làm đầu mối.
Tổ chức hội nghị giao ban trực tuyến hằng tháng để nắm bắt tiến độ.
Đưa kết quả ứng dụng CNTT vào tiêu chí thi đua, đánh giá viên chức cuối năm.
Kiểm tra thực tế tại {few} đơn vị trong học kỳ II và có kết luận bằng văn bản.
Xây dựng quy chế bảo vệ dữ liệu cá nhân, cấp phát và thu hồi tài khoản."""),
    "ii2_highlights_long": stock("""
Cổng thông tin điện tử hoạt động ổn định, mỗi tuần cập nhật bình quân {few} tin, bài.
Hội thi thiết kế bài giảng số thu hút {money} sản phẩm tham gia, nhiều sản phẩm chất lượng tốt.
Tuyển sinh đầu cấp được thực hiện trực tuyến, giảm hẳn cảnh phụ huynh xếp hàng nộp hồ sơ.
Văn bản đi, đến được xử lý hoàn toàn trên hệ thống HP-Eoffice.
Việc trao đổi với cha mẹ học sinh qua ứng dụng liên lạc điện tử trở thành nền nếp.
Thư viện số bước đầu hình thành, học sinh có thể mượn sách qua mã QR.
Dữ liệu học sinh được làm sạch, đối khớp với cơ sở dữ liệu quốc gia về dân cư.
Nhiều tổ chuyên môn sinh hoạt trực tuyến liên trường, chia sẻ kinh nghiệm giữa các vùng.
Giáo viên đạt giải Ba cuộc thi xây dựng thiết bị dạy học số cấp thành phố."""),
    "s31_online_long": stock("""
Các tổ bộ môn duy trì ôn tập buổi tối cho học sinh cuối cấp qua Google Meet và Zoom.
Trong những ngày mưa bão, việc dạy học được chuyển sang hình thức trực tuyến kịp thời.
Giáo viên giao bài và chấm bài trên nền tảng số, kết hợp chữa bài trực tiếp trên lớp.
Mô hình lớp học đảo ngược được thí điểm ở môn Tiếng Anh và Khoa học tự nhiên.
Học sinh nghỉ ốm dài ngày được học bù bằng bài giảng ghi hình sẵn.
Việc dạy trực tuyến chỉ là giải pháp bổ trợ, thời lượng do hiệu trưởng quyết định.
Đường truyền và thiết bị cơ bản đáp ứng, tuy nhiên tương tác giữa thầy và trò còn hạn chế.
Các buổi tư vấn hướng nghiệp trực tuyến nhận được phản hồi tích cực của phụ huynh.
Kế hoạch dạy học của từng tổ đã ghi rõ chủ đề dạy trực tuyến kết hợp trực tiếp."""),
    "s34_start_long": stock("""
{Calls} đã triển khai hướng dẫn nhập liệu từ giữa tháng 9 và hoàn thành trước thời hạn.
Số liệu đầu năm được rà soát chéo giữa bộ phận tổ chức và bộ phận chuyên môn.
Hồ sơ trường, lớp, học sinh, đội ngũ được cập nhật đầy đủ trên CSDL ngành.
Báo cáo được duyệt ngay lần gửi đầu tiên, không bị trả lại.
Có {few} đơn vị phải chỉnh sửa số phòng học và đã hoàn thiện ngay trong ngày.
Nhân viên văn thư kiêm phụ trách thống kê được hướng dẫn trực tiếp qua nhóm Zalo.
Kết quả tổng hợp gửi Sở GDĐT trước ngày 15/10/2022, bảo đảm chính xác.
Việc đồng bộ từ phần mềm trường học lên CSDL ngành đôi lúc bị chậm do nghẽn mạng.
Mỗi đơn vị cử một người chịu trách nhiệm chính về số liệu."""),
    "s34_end_long": stock("""
Đã đôn đốc các đơn vị cập nhật kết quả học tập, rèn luyện ngay sau khi tổng kết lớp.
Dữ liệu lưu ban, chuyển đi, chuyển đến được đối chiếu với sổ đăng bộ.
Kết quả xét tốt nghiệp được nhập xong trước ngày 10/6/2023.
Đến thời điểm báo cáo, số liệu cuối năm đã được lãnh đạo ký duyệt trên hệ thống.
Một vài đơn vị nhập chậm đã được nhắc nhở bằng văn bản.
{Calls} phân công chuyên viên trực hệ thống cả ngày nghỉ trong đợt chốt số liệu.
Sai lệch giữa hai kỳ báo cáo được giải trình bằng phụ lục kèm theo.
Số học sinh bỏ học trong hè được theo dõi riêng và bổ sung sau.
Công tác tổng hợp cuối năm nhìn chung đúng tiến độ, ít phải chỉnh sửa."""),
    "s34_adhoc_long": stock("""
Đã thực hiện {few} báo cáo đột xuất theo yêu cầu của Sở GDĐT.
Các báo cáo nhanh về dịch bệnh, thiên tai được gửi trong ngày.
Báo cáo phục vụ đoàn giám sát của Hội đồng nhân dân được hoàn thành đúng yêu cầu.
Số liệu rà soát cơ sở vật chất được cung cấp trong vòng 24 giờ.
Một số yêu cầu gửi gấp vào cuối ngày nên việc tổng hợp còn vất vả.
Không có báo cáo đột xuất nào bị nhắc vì chậm muộn.
Đã phối hợp với công an phường, xã xác minh mã định danh học sinh.
Biểu mẫu được thu qua bảng tính trực tuyến, giảm thời gian tổng hợp."""),
    "iii_next_year_long": stock("""
Tiếp tục hoàn thiện kho học liệu dùng chung, chú trọng các môn học mới.
Thí điểm học bạ số ở khối lớp đầu cấp, rút kinh nghiệm trước khi nhân rộng.
Bố trí kinh phí thay thế máy tính cũ, ưu tiên các đơn vị vùng khó khăn.
Mở lớp bồi dưỡng kỹ năng sử dụng trí tuệ nhân tạo trong soạn giảng.
Kết nối dữ liệu giữa các phần mềm để giáo viên không phải nhập nhiều lần.
Tăng cường kiểm tra an ninh mạng, sao lưu dữ liệu định kỳ hằng tuần.
Huy động doanh nghiệp viễn thông hỗ trợ đường truyền tốc độ cao.
Xây dựng mô hình trường học số điển hình để các đơn vị đến học tập.
Gắn trách nhiệm của người đứng đầu với kết quả chuyển đổi số.
Đẩy mạnh tuyên truyền để phụ huynh cùng tham gia sử dụng các dịch vụ số."""),
    "iv_proposals_long": stock("""
Đề nghị Sở GDĐT tổ chức thêm các lớp tập huấn tại chỗ cho nhân viên phụ trách CNTT.
Đề nghị UBND thành phố có cơ chế hỗ trợ kinh phí mua chữ ký số cho giáo viên.
Kiến nghị Bộ GDĐT nâng cấp máy chủ CSDL ngành, tránh nghẽn mạng vào kỳ báo cáo.
Đề nghị thống nhất một phần mềm quản trị dùng chung toàn thành phố.
Cần có định mức biên chế nhân viên CNTT trong trường học.
Đề nghị ban hành sớm quy định về lưu trữ hồ sơ điện tử.
Mong được trang bị phòng máy cho các điểm trường lẻ.
Kính đề nghị Sở giới thiệu các mô hình hay để đơn vị học tập.
Đề nghị giảm bớt các biểu mẫu trùng lặp giữa các phòng chuyên môn của Sở."""),
}
NOTHING = {"iv_proposals_long": ("Không có.", "Không.", "Không có đề xuất, kiến nghị."),
           "s34_adhoc_long": ("Không có.", "Không phát sinh.")}
# leads of an answer's own, each with the places of the sentences that suit it
OWN_LEADS = {
    "i_situation_long": (("Đặc điểm:", (0, 8)), ("Thuận lợi:", (1, 2, 3, 9)),
                         ("Khó khăn:", (4, 5, 6, 7))),
    "ii1_direction_long": (("Về văn bản:", (0, 3)), ("Về tổ chức:", (1, 4, 5)),
                           ("Về quy chế:", (2, 8)), ("Về kiểm tra, đánh giá:", (6, 7))),
    "ii2_highlights_long": (("Trong quản lý:", (0, 2, 3, 6)), ("Trong dạy học:", (1, 5, 7, 8))),
    "iii_next_year_long": (("Nhiệm vụ:", (0, 1, 3, 7)), ("Giải pháp:", (2, 4, 5, 6, 8, 9))),
    "iv_proposals_long": (("Với Sở GDĐT:", (0, 3, 7, 8)), ("Với UBND thành phố:", (1, 4, 6)),
                          ("Với Bộ GDĐT:", (2, 5))),
}
LONG_MARKS = ("", "", "- ", "+ ", "• ", "* ", "1. ", "1) ", "(1) ", "a) ")
LONG_LISTS = ("-", "+", "•", "1)", "a)", "(1)")
TITLE_LINES = (
    "Tổng kết thực hiện nhiệm vụ ứng dụng CNTT, CĐS và thống kê giáo dục năm học 2022 - 2023",
    "Kết quả triển khai nhiệm vụ ứng dụng CNTT, chuyển đổi số và thống kê giáo dục "
    "năm học 2022-2023",
    "Về việc thực hiện nhiệm vụ ứng dụng CNTT, CĐS và công tác thống kê năm học 2022-2023",
)
INTROS = (
    "Thực hiện văn bản của Sở GDĐT Hải Phòng về việc tổng kết, báo cáo triển khai nhiệm vụ "
    "ứng dụng CNTT, chuyển đổi số năm học 2022-2023, {calls} báo cáo kết quả như sau:",
    "Căn cứ Văn bản số 3020/SGDĐT-VP ngày 30/9/2022 của Sở GDĐT, {calls} xin báo cáo như sau:",
    "{Calls} trân trọng báo cáo Sở GDĐT kết quả thực hiện theo Đề cương tại Phụ lục 1:",
)
SIGNERS = ("(Đã ký)", "Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "")
RECIPIENTS = (["Như trên", "Lưu: VT"], ["Sở GDĐT (để b/c)", "UBND (để b/c)", "Lưu: VT, CNTT"],
              ["Sở GDĐT Hải Phòng", "Lưu: VP"])
