"""words_pl2.py - the wordings of hand_pl2.py; {braces} are filled in by the clerk."""

DIFFICULTIES, PROPOSALS = "p3_difficulties_long", "p4_proposals_long"

# ---- wordings: who writes

DISTRICTS = [
    ("quận", "Lê Chân"), ("quận", "Ngô Quyền"), ("quận", "Hồng Bàng"), ("quận", "Hải An"),
    ("quận", "Kiến An"), ("quận", "Đồ Sơn"), ("quận", "Dương Kinh"), ("huyện", "An Dương"),
    ("huyện", "An Lão"), ("huyện", "Kiến Thụy"), ("huyện", "Thủy Nguyên"),
    ("huyện", "Tiên Lãng"), ("huyện", "Vĩnh Bảo"), ("huyện", "Cát Hải"),
]
TITLES = [
    "Kết quả đánh giá mức độ chuyển đổi số của các cơ sở giáo dục phổ thông "
    "và giáo dục thường xuyên năm 2023",
    "Kết quả đánh giá mức độ chuyển đổi số của các CSGD phổ thông năm 2023",
    "Đánh giá mức độ CĐS của các trường Tiểu học, THCS năm 2023",
    "Tổng hợp kết quả đánh giá mức độ chuyển đổi số các cơ sở giáo dục trên địa bàn {area}",
]
INTRODUCTIONS = [
    "Thực hiện Văn bản số 606/SGDĐT-VP ngày 10/3/2023 của Sở GDĐT về việc hướng dẫn triển khai "
    "đánh giá mức độ CĐS của các cơ sở giáo dục theo Quyết định số 4725/QĐ-BGDĐT ngày 30/12/2022, "
    "Phòng GDĐT {area} báo cáo kết quả như sau:",
    "Căn cứ Quyết định số 4725/QĐ-BGDĐT ngày 30/12/2022 của Bộ GDĐT, Phòng GDĐT {area} đã chỉ đạo "
    "các trường tự đánh giá, thành lập tổ kiểm tra gồm {few} thành viên và báo cáo Sở GDĐT:",
    "Phòng Giáo dục và Đào tạo {area} trân trọng báo cáo Sở GDĐT Hải Phòng kết quả đánh giá mức độ "
    "chuyển đổi số của các cơ sở giáo dục năm 2023, cụ thể:",
    "Năm học 2022-2023, ngành giáo dục {area} có {classes} lớp với {pupils} học sinh tiểu học và "
    "THCS, {teachers} cán bộ, giáo viên, nhân viên. Kết quả đánh giá mức độ chuyển đổi số như sau:",
]
CLOSINGS = [
    "Trên đây là báo cáo kết quả đánh giá mức độ chuyển đổi số năm 2023 của Phòng GDĐT {area}./.",
    "Phòng GDĐT {area} trân trọng báo cáo Sở Giáo dục và Đào tạo./.",
    "Trên đây là báo cáo của Phòng GDĐT {area}, kính gửi Sở GDĐT tổng hợp./.",
]
SIGNERS = [
    ("TRƯỞNG PHÒNG", "Nguyễn Văn A"),
    ("KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG", "Trần Thị B"),
    ("PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH", "(Đã ký)"),
]
RECIPIENTS = [
    ["Sở GDĐT Hải Phòng", "Lưu: VT"],
    ["Như trên", "Lãnh đạo Phòng", "Lưu: VT, CNTT"],
    ["Văn phòng Sở GDĐT", "UBND {area} (để b/c)", "Lưu: VT"],
]

# ---- wordings: the outline

SECTIONS = {
    "scale": [
        "Quy mô triển khai tại địa phương", "Quy mô triển khai", "Về quy mô triển khai",
        "Quy mô triển khai đánh giá trên địa bàn", "Quy mô đánh giá tại {area}",
    ],
    "results": [
        "Kết quả đánh giá", "Kết quả đánh giá mức độ chuyển đổi số", "Về kết quả đánh giá",
        "Kết quả đánh giá mức độ CĐS năm 2023", "Kết quả đánh giá theo các nhóm tiêu chí",
    ],
    DIFFICULTIES: [
        "Khó khăn, vướng mắc", "Những khó khăn, vướng mắc", "Một số khó khăn, vướng mắc",
        "Khó khăn, vướng mắc trong quá trình triển khai", "Khó khăn và vướng mắc",
    ],
    PROPOSALS: [
        "Kiến nghị, đề xuất", "Đề xuất, kiến nghị", "Những kiến nghị, đề xuất",
        "Kiến nghị, đề xuất của Phòng GDĐT", "Kiến nghị và đề xuất",
    ],
}
MERGED_SECTIONS = [
    "Khó khăn, vướng mắc và kiến nghị, đề xuất",
    "Khó khăn, vướng mắc; đề xuất, kiến nghị",
]
ASSESSED = [
    "Tổng số cơ sở giáo dục (CSGD) phổ thông thuộc địa bàn quản lý triển khai đánh giá "
    "mức độ chuyển đổi số",
    "Tổng số CSGD phổ thông trên địa bàn triển khai đánh giá mức độ CĐS",
    "Số CSGD phổ thông đã triển khai đánh giá mức độ chuyển đổi số năm 2023",
    "Số CSGD phổ thông thuộc phạm vi quản lý thực hiện đánh giá mức độ CĐS",
    "Tổng số CSGD phổ thông (TH, THCS) đã đánh giá mức độ chuyển đổi số",
    "CSGD phổ thông tham gia đánh giá mức độ CĐS",
]
ASSESSED_RATES = [
    "Tỷ lệ CSGD phổ thông triển khai đánh giá",
    "Đạt tỷ lệ",
    "Tỷ lệ CSGD phổ thông đã đánh giá so với tổng số CSGD phổ thông",
    "Tỷ lệ triển khai đánh giá",
]
RATE_LEADS = ["đạt tỷ lệ", "đạt tỷ lệ:", "đạt", "tỷ lệ", "chiếm tỷ lệ"]
SPLIT_LEADS = ["Chia ra:", "Trong đó:", "Gồm:", "Cụ thể:"]
ASSESSED_PROSE = [
    "Toàn {area} có {n} {unit} phổ thông triển khai đánh giá mức độ chuyển đổi số, đạt {pct}, "
    "gồm {th} {unit} bậc Tiểu học và {thcs} {unit} bậc THCS.",
    "Đến thời điểm báo cáo, {n} {unit} phổ thông thuộc Phòng GDĐT quản lý ({th} tiểu học, "
    "{thcs} THCS) đã hoàn thành đánh giá mức độ CĐS, đạt tỷ lệ {pct}.",
    "Việc đánh giá được triển khai tại {th} trường tiểu học và {thcs} trường THCS, tổng cộng {n} "
    "CSGD phổ thông, đạt {pct} số CSGD phổ thông trên địa bàn.",
    "Có {pct} CSGD phổ thông trên địa bàn ({n} {unit}) tham gia đánh giá mức độ chuyển đổi số; "
    "trong đó bậc Tiểu học {th} {unit}, bậc THCS {thcs} {unit}.",
]
SCALE_NOTES = [
    "Tổng số CSGD phổ thông thuộc phạm vi quản lý của Phòng GDĐT: {all}.",
    "Năm 2022, {area} mới thí điểm đánh giá tại {past} trường.",
    "Kế hoạch năm 2024: 100% CSGD hoàn thành đánh giá trước ngày 31/5/2024.",
    "Kinh phí phục vụ công tác đánh giá: {money} triệu đồng (nguồn ngân sách {where}).",
    "Phòng GDĐT đã tập huấn cho {teachers} cán bộ, giáo viên về bộ chỉ số đánh giá.",
]
GROUP_NAMES = [
    ("Chuyển đổi số trong dạy, học", "Chuyển đổi số trong quản trị CSGD"),
    ("CĐS trong dạy, học", "CĐS trong quản trị CSGD"),
    ("CĐS trong dạy và học", "CĐS trong quản trị nhà trường"),
    ("Nhóm tiêu chí chuyển đổi số trong dạy, học",
     "Nhóm tiêu chí chuyển đổi số trong quản trị cơ sở giáo dục"),
    ("Chuyển đổi số trong dạy học", "Chuyển đổi số trong quản trị trường học"),
]
GROUPS_IN_SENTENCE = [
    ("chuyển đổi số trong dạy, học", "chuyển đổi số trong quản trị CSGD"),
    ("CĐS trong dạy và học", "CĐS trong quản trị nhà trường"),
    ("chuyển đổi số trong dạy học", "chuyển đổi số trong quản trị cơ sở giáo dục"),
]
KIND_NAMES = {
    "pt": ["CSGD phổ thông", "Cơ sở giáo dục phổ thông", "Tổng số CSGD phổ thông",
           "CSGD phổ thông (TH, THCS)", "Chung các CSGD phổ thông"],
    "th": ["Tiểu học", "Bậc Tiểu học", "TH", "Cấp Tiểu học", "Trường tiểu học"],
    "thcs": ["THCS", "Bậc THCS", "Trung học cơ sở", "Cấp THCS", "Trường THCS"],
}
KINDS_IN_SENTENCE = [
    {"pt": "các CSGD phổ thông", "th": "bậc tiểu học", "thcs": "bậc THCS"},
    {"pt": "khối CSGD phổ thông nói chung", "th": "các trường tiểu học",
     "thcs": "các trường THCS"},
    {"pt": "CSGD phổ thông toàn {area}", "th": "cấp TH", "thcs": "cấp THCS"},
]
LEVEL_NAMES = [
    ("Mức chưa đáp ứng (Mức độ 1)", "Mức đáp ứng cơ bản (Mức độ 2)",
     "Mức đáp ứng tốt (Mức độ 3)"),
    ("Chưa đáp ứng (mức 1)", "Đáp ứng cơ bản (mức 2)", "Đáp ứng tốt (mức 3)"),
    ("Mức 1 (chưa đáp ứng)", "Mức 2 (đáp ứng cơ bản)", "Mức 3 (đáp ứng tốt)"),
    ("Mức độ 1", "Mức độ 2", "Mức độ 3"),
    ("Mức chưa đáp ứng", "Mức đáp ứng cơ bản", "Mức đáp ứng tốt"),
    ("Mức độ 1 - Chưa đáp ứng", "Mức độ 2 - Cơ bản", "Mức độ 3 - Tốt"),
]
LEVELS_IN_SENTENCE = [
    ("mức chưa đáp ứng", "mức đáp ứng cơ bản", "mức đáp ứng tốt"),
    ("mức độ 1", "mức độ 2", "mức độ 3"),
    ("mức 1 (chưa đáp ứng)", "mức 2 (đáp ứng cơ bản)", "mức 3 (đáp ứng tốt)"),
    ("mức chưa đáp ứng (mức độ 1)", "mức cơ bản (mức độ 2)", "mức tốt (mức độ 3)"),
]
MEASURES = [
    ("Số lượng", "Tỷ lệ %"), ("SL", "TL (%)"), ("Số lượng", "Tỷ lệ (%)"), ("Số CSGD", "%"),
    ("SL", "Tỷ lệ"),
]
PAIRS = [
    "{n} {unit} ({pct})", "{n} {unit}, đạt {pct}", "{n} {unit}, tỷ lệ {pct}",
    "{n}/{whole} {unit} ({pct})", "{n} {unit} - {pct}", "{n}/{whole} {unit}, đạt tỷ lệ: {pct}",
    "{pct} ({n}/{whole} {unit})", "{n} {unit} chiếm tỷ lệ {pct}",
]
SENTENCE_PAIRS = [
    "{n} {unit} ({pct})", "{n}/{whole} {unit} ({pct})", "{n} {unit} (chiếm {pct})",
    "{n} {unit}, chiếm {pct},", "{n} {unit}, tương đương {pct},",
]
GROUP_LEADS = [
    "Đối với nhóm tiêu chí {group}, ", "Về {group}: ", "Ở nội dung {group}, ",
    "Kết quả đánh giá {group} cho thấy ",
]
RESULT_LEADS = [
    "Kết quả đánh giá cụ thể như sau:",
    "Kết quả được tổng hợp từ phiếu tự đánh giá của các trường:",
    "Bảng 1. Tổng hợp kết quả đánh giá mức độ chuyển đổi số năm 2023",
    "(Số liệu tính đến ngày 31/5/2023)",
]
RESULT_NOTES = [
    "Ghi chú: Trường TH&THCS được tính vào bậc THCS.",
    "(Nguồn: Hệ thống CSDL ngành giáo dục, trích xuất ngày 05/6/2023.)",
    "Năm 2024, Phòng GDĐT phấn đấu có thêm {few} trường đạt mức đáp ứng tốt ở cả hai nhóm.",
    "Nhìn chung, kết quả tự đánh giá sát với thực tế của các nhà trường.",
    "Phòng GDĐT đã kiểm tra minh chứng tại {few} trường, kết quả thống nhất với tự đánh giá.",
]
WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]

# ---- what is said at length: a lead, and sentences under it

STOCK = {
    DIFFICULTIES: [
        ("Về hạ tầng, thiết bị", [
            "Phòng máy tính của nhiều trường đã cũ, cấu hình thấp, chưa đủ để dạy tin học.",
            "Hiện còn {few} trường chưa có phòng tin học riêng, phải dùng chung với phòng bộ môn.",
            "Đường truyền Internet tại một số điểm trường lẻ chưa ổn định.",
        ]),
        ("Về kinh phí", [
            "Kinh phí chi cho chuyển đổi số còn hạn hẹp, chủ yếu lồng ghép trong chi thường xuyên.",
            "Dự toán mua sắm thiết bị là {money} triệu đồng nhưng mới được cấp một phần.",
            "Việc xã hội hóa để bổ sung thiết bị ở vùng nông thôn gặp nhiều trở ngại.",
        ]),
        ("Về đội ngũ", [
            "Đa số trường tiểu học không có nhân viên CNTT, giáo viên tin học phải kiêm nhiệm.",
            "Một bộ phận giáo viên lớn tuổi ngại đổi mới, kỹ năng sử dụng phần mềm còn hạn chế.",
            "Cán bộ phụ trách thường xuyên thay đổi nên việc theo dõi minh chứng thiếu liên tục.",
        ]),
        ("Về bộ chỉ số đánh giá", [
            "Một số tiêu chí tại Quyết định số 4725/QĐ-BGDĐT còn chung chung, các trường hiểu chưa "
            "thống nhất.",
            "Thang điểm của tiêu chí thành phần khó áp dụng với trường có quy mô nhỏ.",
            "Hồ sơ minh chứng nhiều, thời gian tự đánh giá trùng với dịp tổng kết năm học.",
        ]),
        ("Về phần mềm và dữ liệu", [
            "Các phần mềm quản trị chưa liên thông với CSDL ngành, giáo viên phải nhập lại.",
            "Việc triển khai học bạ điện tử còn chậm do chưa đủ chữ ký số cho giáo viên.",
            "Dữ liệu học sinh chuyển trường cập nhật chưa kịp thời, ảnh hưởng đến kết quả rà soát.",
        ]),
        ("Về học liệu số", [
            "Kho học liệu số dùng chung còn ít, chất lượng chưa đồng đều giữa các môn học.",
            "Nhiều trường chưa có phòng studio nên làm bài giảng video mất nhiều công sức.",
        ]),
        ("Về phía học sinh và phụ huynh", [
            "Khoảng {share}% học sinh không có thiết bị riêng để học trực tuyến tại nhà.",
            "Nhiều phụ huynh chưa quen với hình thức thanh toán không dùng tiền mặt.",
        ]),
        ("Về công tác chỉ đạo", [
            "Một số hiệu trưởng chưa quan tâm đúng mức, coi đó là việc của giáo viên tin học.",
            "Sự phối hợp giữa nhà trường và đơn vị cung cấp dịch vụ có lúc chưa chặt chẽ.",
        ]),
    ],
    PROPOSALS: [
        ("Đối với Sở GDĐT", [
            "Tổ chức tập huấn chuyên sâu về cách chấm điểm và thu thập minh chứng cho cốt cán các "
            "trường.",
            "Ban hành hướng dẫn chi tiết, có ví dụ cụ thể cho từng tiêu chí đánh giá.",
            "Xây dựng kho học liệu số dùng chung toàn thành phố, phân theo từng khối lớp.",
            "Sớm triển khai phần mềm đánh giá trực tuyến để giảm hồ sơ giấy.",
        ]),
        ("Đối với UBND {area}", [
            "Bố trí kinh phí khoảng {money} triệu đồng để thay thế máy tính hỏng tại các trường.",
            "Ưu tiên đầu tư phòng tin học cho {few} trường còn thiếu trong kế hoạch trung hạn.",
            "Bổ sung biên chế giáo viên tin học cho các trường tiểu học.",
        ]),
        ("Đối với Bộ GDĐT", [
            "Điều chỉnh thang điểm cho phù hợp với trường có quy mô dưới {few}00 học sinh.",
            "Quy định định mức nhân viên CNTT trong các cơ sở giáo dục phổ thông.",
            "Ổn định bộ chỉ số ít nhất ba năm để các trường có căn cứ phấn đấu.",
        ]),
        ("Đối với các doanh nghiệp cung cấp phần mềm", [
            "Kết nối đầy đủ với CSDL ngành, tránh để nhà trường nhập dữ liệu nhiều lần.",
            "Hỗ trợ giá cước đường truyền và chữ ký số cho giáo viên vùng khó khăn.",
        ]),
        ("Đối với UBND thành phố", [
            "Có cơ chế hỗ trợ các trường thuê dịch vụ CNTT trọn gói theo năm học.",
            "Phê duyệt đề án trang bị thiết bị dạy học số giai đoạn 2023-2025.",
        ]),
        ("Đối với các cơ sở giáo dục", [
            "Chủ động rà soát các tiêu chí điểm thấp, xây dựng lộ trình nâng mức cho năm sau.",
            "Lưu trữ minh chứng khoa học, phân công người phụ trách từng nhóm tiêu chí.",
        ]),
    ],
}
OPENERS = {
    DIFFICULTIES: [
        "Bên cạnh kết quả đạt được, quá trình triển khai tại {area} còn gặp một số trở ngại sau:",
        "Qua thực tế đánh giá, Phòng GDĐT nhận thấy:",
    ],
    PROPOSALS: [
        "Để việc đánh giá trong những năm tới thuận lợi, Phòng GDĐT {area} kính mong:",
        "Từ thực tế trên, Phòng GDĐT có một số ý kiến như sau:",
    ],
}
NOTHING = {
    DIFFICULTIES: ["Không có.", "Không.", "Không có khó khăn, vướng mắc.", "Không có gì."],
    PROPOSALS: ["Không có.", "Không.", "Không có kiến nghị, đề xuất.", "Chưa có kiến nghị."],
}
TYPED_NUMBERS = ["({i}) ", "{i}) ", "{letter}) ", "{section}.{i}. ", "{letter}. "]
BULLETS = ["- ", "+ ", "• ", "* ", "– ", "-"]
