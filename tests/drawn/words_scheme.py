"""words_scheme.py - what the hands of hand_scheme.py have to say: headings,
questions, labels and sentences of de-an-cntt-truong, each in several wordings."""
from typing import NamedTuple

# ---- who reports

KINDS = ("thcs", "thpt", "lien_cap", "thcs", "thpt", "phong")
SCHOOL_NAMES = (
    "Nguyễn Trãi", "Lê Quý Đôn", "Trần Phú", "Chu Văn An", "Hùng Vương", "Bình Minh",
    "Tân Tiến", "Hòa Bình", "Lê Lợi", "Quang Trung", "Đông Sơn", "Phan Bội Châu",
)
DISTRICTS = ("huyện Tân Lập", "thị xã Đông Hà", "huyện Yên Sơn", "thành phố Hòa An")
SIGNERS = ("", "(Đã ký)", "Nguyễn Văn A", "Trần Thị B", "(Ký tên, đóng dấu)")

# ---- headings

SECTIONS = {
    "leadership": (
        "Công tác lãnh đạo, chỉ đạo, tổ chức thực hiện",
        "Công tác lãnh đạo, chỉ đạo và tổ chức thực hiện Đề án",
        "Công tác lãnh đạo, chỉ đạo",
        "Lãnh đạo, chỉ đạo, tổ chức triển khai thực hiện",
    ),
    "results": (
        "Kết quả, khó khăn, nguyên nhân và giải pháp trong quá trình thực hiện Đề án",
        "Kết quả, khó khăn, nguyên nhân, giải pháp thực hiện Đề án",
        "Kết quả thực hiện; khó khăn, nguyên nhân và giải pháp",
        "Kết quả thực hiện Đề án",
    ),
    "figures": (
        "Thống kê kết quả giai đoạn 2022-2025",
        "Số liệu thống kê kết quả giai đoạn 2022 - 2025",
        "Thống kê số liệu kết quả thực hiện 2022-2025",
        "Thống kê kết quả",
    ),
    "goals": (
        "Mục tiêu đến năm 2025",
        "Kết quả thực hiện mục tiêu đến năm 2025",
        "Đánh giá mục tiêu đến năm 2025",
        "Mức độ đạt mục tiêu đến năm 2025",
    ),
    "proposals": (
        "Đề xuất, kiến nghị",
        "Đề xuất và kiến nghị",
        "Kiến nghị, đề xuất",
        "Những đề xuất, kiến nghị",
    ),
}


class Part(NamedTuple):
    titles: tuple
    fields: tuple
    issues: str


PARTS = (
    Part(
        (
            "Tăng cường các điều kiện đảm bảo triển khai ứng dụng công nghệ thông tin và chuyển "
            "đổi số trong giáo dục và đào tạo",
            "Tăng cường các điều kiện đảm bảo ứng dụng CNTT và CĐS trong GDĐT",
            "Các điều kiện đảm bảo triển khai ứng dụng CNTT, chuyển đổi số",
            "Tăng cường điều kiện đảm bảo ứng dụng CNTT",
        ),
        ("ii1_1_devices_long", "ii1_2_it_computers_long"),
        "ii1_issues_long",
    ),
    Part(
        (
            "Kết quả chuyển đổi số hoạt động dạy, học, kiểm tra, đánh giá và nghiên cứu khoa học",
            "Chuyển đổi số hoạt động dạy, học, kiểm tra, đánh giá và NCKH",
            "Kết quả CĐS trong dạy, học, kiểm tra, đánh giá, nghiên cứu khoa học",
            "Chuyển đổi số trong dạy học, kiểm tra đánh giá",
        ),
        ("ii2_1_platforms_long", "ii2_2_store_long", "ii2_3_online_content_long"),
        "ii2_issues_long",
    ),
    Part(
        (
            "Kết quả chuyển đổi số trong hoạt động quản trị, quản lý và cơ sở dữ liệu",
            "Chuyển đổi số trong quản trị, quản lý và CSDL",
            "Kết quả CĐS trong hoạt động quản trị, quản lý và cơ sở dữ liệu",
            "Chuyển đổi số trong quản lý, quản trị và xây dựng cơ sở dữ liệu",
        ),
        (
            "ii3_1_governance_long", "ii3_2_digital_ids_long", "ii3_3_assets_long",
            "ii3_4_management_long",
        ),
        "ii3_issues_long",
    ),
    Part(
        (
            "Kết quả phát triển nguồn nhân lực",
            "Phát triển nguồn nhân lực",
            "Kết quả phát triển nguồn nhân lực số",
            "Công tác phát triển nguồn nhân lực",
        ),
        ("ii4_1_training_long", "ii4_2_pilot_long", "ii4_3_accounts_long"),
        "ii4_issues_long",
    ),
)
PROPOSALS = ("v_pm_long", "v_moet_long", "v_ministry_long", "v_local_long")

# for sections and for the parts of II
NUMBERINGS = (
    ("{roman}. ", "{sub}. "), ("{roman}. ", "{sub}. "), ("{roman}. ", "{roman}.{sub}. "),
    ("{n}. ", "{n}.{sub}. "), ("Phần {roman}. ", "{sub}. "), ("{roman}/ ", "{sub}/ "),
    ("{roman}. ", ""), ("", "{sub}. "), ("", ""), ("list", "{sub}. "), ("list", "list"),
)
ROMANS = ("I", "II", "III", "IV", "V")

# ---- questions of long answers

QUESTIONS = {
    "ii1_1_devices_long": (
        "Phương tiện, đường truyền, phần mềm đáp ứng yêu cầu về tham gia các hoạt động dạy và "
        "học trực tuyến",
        "Phương tiện, đường truyền, phần mềm đáp ứng yêu cầu dạy và học trực tuyến",
        "Phương tiện, đường truyền, phần mềm phục vụ dạy học trực tuyến",
        "Phương tiện, đường truyền, phần mềm",
    ),
    "ii1_2_it_computers_long": (
        "Trang bị máy tính học môn tin học theo từng cấp học",
        "Trang bị máy tính học môn Tin học",
        "Trang bị máy tính để học môn tin học của từng cấp học",
        "Máy tính phục vụ học môn Tin học theo cấp học",
    ),
    "ii2_1_platforms_long": (
        "Các nền tảng dạy và học trực tuyến",
        "Các nền tảng dạy, học trực tuyến",
        "Nền tảng dạy và học trực tuyến đang sử dụng",
        "Triển khai các nền tảng dạy học trực tuyến",
    ),
    "ii2_2_store_long": (
        "Kho học trực tuyến đối với giáo dục phổ thông",
        "Kho học liệu trực tuyến đối với giáo dục phổ thông",
        "Kho học liệu trực tuyến đối với GDPT",
        "Kho học liệu trực tuyến",
    ),
    "ii2_3_online_content_long": (
        "Nội dung chương trình giáo dục phổ thông được triển khai dưới hình thức trực tuyến",
        "Nội dung chương trình GDPT được triển khai dưới hình thức trực tuyến",
        "Nội dung chương trình GDPT triển khai trực tuyến",
        "Nội dung chương trình giáo dục phổ thông dạy dưới hình thức trực tuyến",
    ),
    "ii3_1_governance_long": (
        "Các cơ sở giáo dục áp dụng hệ thống quản trị dựa trên dữ liệu và công nghệ số",
        "Các CSGD áp dụng hệ thống quản trị dựa trên dữ liệu và công nghệ số",
        "Áp dụng hệ thống quản trị dựa trên dữ liệu và công nghệ số",
        "Việc áp dụng hệ thống quản trị nhà trường dựa trên dữ liệu, công nghệ số",
    ),
    "ii3_2_digital_ids_long": (
        "Kết quả quản lý người học, nhà giáo bằng hồ sơ số với định danh thống nhất",
        "Quản lý người học, nhà giáo bằng hồ sơ số với định danh thống nhất",
        "Quản lý người học và nhà giáo bằng hồ sơ số, định danh thống nhất",
        "Quản lý học sinh, giáo viên bằng hồ sơ số với định danh thống nhất",
    ),
    "ii3_3_assets_long": (
        "Quản lý cơ sở vật chất, thiết bị phục vụ giáo dục, đào tạo và nghiên cứu bằng hồ sơ số",
        "Quản lý CSVC, thiết bị phục vụ giáo dục, đào tạo và nghiên cứu bằng hồ sơ số",
        "Quản lý cơ sở vật chất, thiết bị bằng hồ sơ số",
        "Quản lý CSVC, thiết bị bằng hồ sơ số",
    ),
    "ii3_4_management_long": (
        "Công tác quản lý giáo dục được vận hành dựa trên dữ liệu và công nghệ số",
        "Công tác quản lý giáo dục vận hành dựa trên dữ liệu và công nghệ số",
        "Công tác quản lý giáo dục dựa trên dữ liệu, công nghệ số",
        "Vận hành công tác quản lý giáo dục trên dữ liệu và công nghệ số",
    ),
    "ii4_1_training_long": (
        "Đào tạo, bồi dưỡng nâng cao năng lực số cho đội ngũ nhà giáo, cán bộ quản lý giáo dục, "
        "nhân viên và người học bảo đảm quản lý, làm việc hiệu quả trên môi trường số",
        "Đào tạo, bồi dưỡng nâng cao năng lực số cho nhà giáo, CBQL, nhân viên và người học",
        "Đào tạo, bồi dưỡng nâng cao năng lực số cho đội ngũ",
        "Bồi dưỡng nâng cao năng lực số cho CBQL, GV, NV và học sinh",
    ),
    "ii4_2_pilot_long": (
        "Triển khai thí điểm bồi dưỡng đội ngũ nhà giáo về kỹ năng sử dụng công nghệ thông tin "
        "tiếp cận chuẩn quốc tế tại một số cơ sở giáo dục, địa bàn có đủ điều kiện và yêu cầu "
        "cao về nhân lực chuyển đổi số",
        "Triển khai thí điểm bồi dưỡng nhà giáo về kỹ năng sử dụng CNTT tiếp cận chuẩn quốc tế",
        "Thí điểm bồi dưỡng kỹ năng sử dụng CNTT tiếp cận chuẩn quốc tế",
        "Thí điểm bồi dưỡng giáo viên kỹ năng CNTT theo chuẩn quốc tế",
    ),
    "ii4_3_accounts_long": (
        "Triển khai hệ thống bồi dưỡng giáo viên đảm bảo 100% nhà giáo có hồ sơ và tài khoản sử "
        "dụng để tự bồi dưỡng một cách chủ động, thường xuyên theo nhu cầu",
        "Triển khai hệ thống bồi dưỡng giáo viên đảm bảo 100% nhà giáo có hồ sơ và tài khoản",
        "Triển khai hệ thống bồi dưỡng giáo viên, hồ sơ và tài khoản tự bồi dưỡng",
        "Hệ thống bồi dưỡng giáo viên (hồ sơ, tài khoản tự bồi dưỡng)",
    ),
    "v_pm_long": (
        "Với Thủ tướng Chính phủ", "Đối với Thủ tướng Chính phủ",
        "Kiến nghị với Thủ tướng Chính phủ", "Thủ tướng Chính phủ",
    ),
    "v_moet_long": (
        "Với Bộ Giáo dục và Đào tạo", "Đối với Bộ Giáo dục và Đào tạo", "Với Bộ GDĐT",
        "Kiến nghị với Bộ GD&ĐT",
    ),
    "v_ministry_long": (
        "Với các Bộ, ngành (nêu rõ tên bộ, ngành)", "Với các Bộ, ngành", "Đối với các bộ, ngành",
        "Với các Bộ, ngành khác",
    ),
    "v_local_long": (
        "Với địa phương", "Đối với địa phương", "Kiến nghị với địa phương",
        "Với địa phương (UBND các cấp)",
    ),
}
ISSUE_QUESTIONS = (
    "Khó khăn, vướng mắc, hạn chế, nguyên nhân và giải pháp thực hiện",
    "Khó khăn, vướng mắc, nguyên nhân và giải pháp",
    "Những khó khăn, hạn chế; nguyên nhân; giải pháp thực hiện",
    "Tồn tại, khó khăn, nguyên nhân và giải pháp khắc phục",
)
QUESTIONS.update((part.issues, ISSUE_QUESTIONS) for part in PARTS)
LEADERSHIP_HINT = (
    "Mục này đánh giá kết quả công tác lãnh đạo, chỉ đạo, tổ chức thực hiện triển khai Đề án. "
    "Trong đó, đề nghị lưu ý nêu rõ những nội dung triển khai như các Nghị quyết, kế hoạch, "
    "chương trình, dự án, văn bản chỉ đạo, hướng dẫn đã được ban hành."
)
RESULT_HINTS = (
    "Nêu kết quả thực hiện, trong đó lưu ý nêu rõ kết quả triển khai về:",
    "Kết quả thực hiện:", "Kết quả đã triển khai:", "Kết quả thực hiện, trong đó:",
)
QUESTION_MARKS = (
    "({i}) ", "({i}) ", "{i}) ", "{letter}) ", "({letter}) ", "- ", "+ ", "* ", "", "{outline}",
    "list (1)", "list a)", "list -",
)
ANSWER_BULLETS = ("- ", "+ ", "• ", "– ")
ANSWER_NUMBERS = ("{i}. ", "{i}) ", "{i}/ ")
MANNERS = ("", "", "bullets", "bullets", "numbers", "list", "breaks")

# ---- stock of long answers: {T} and {t} who reports, {n} and {m} some number, {y} a year

STOCK = {
    "i_leadership_long": (
        "{T} đã ban hành Kế hoạch số {n}/KH ngày 15/9 về ứng dụng CNTT và chuyển đổi số năm học "
        "{y}.",
        "Đã thành lập Tổ chuyển đổi số gồm {n} thành viên, do Thủ trưởng đơn vị làm tổ trưởng.",
        "Chi bộ đưa nội dung chuyển đổi số vào Nghị quyết thường kỳ, giao đảng viên phụ trách.",
        "{T} triển khai đầy đủ Quyết định số 131/QĐ-TTg và các văn bản hướng dẫn của cấp trên.",
        "Công tác tuyên truyền được thực hiện qua trang thông tin điện tử và nhóm Zalo phụ huynh.",
        "Hằng tháng, Ban chỉ đạo họp rà soát tiến độ và phân công nhiệm vụ cho các bộ phận.",
        "Quy chế khai thác, sử dụng mạng và bảo vệ dữ liệu cá nhân được ban hành kèm Quyết định số "
        "{m}/QĐ.",
        "Việc kiểm tra, giám sát được lồng ghép vào kế hoạch kiểm tra nội bộ năm học {y}.",
        "{T} ký cam kết thi đua về ứng dụng CNTT với các tổ chuyên môn ngay từ đầu năm.",
    ),
    "ii1_1_devices_long": (
        "{T} duy trì {n} đường truyền cáp quang tốc độ {m}0 Mbps, có wifi ở khu lớp học.",
        "Mỗi phòng học được lắp tivi hoặc máy chiếu; có {n} bộ thiết bị họp trực tuyến.",
        "Phần mềm họp trực tuyến có bản quyền, đủ cho các lớp học cùng lúc.",
        "Đã nâng cấp hệ thống mạng nội bộ, bổ sung thiết bị cân bằng tải cho giờ cao điểm.",
        "Kinh phí mua sắm thiết bị là {m} triệu đồng, trong đó xã hội hóa {n} triệu đồng.",
        "Phụ huynh học sinh được tư vấn chọn thiết bị phù hợp cho con học tại nhà.",
        "Phòng ghi hình bài giảng được trang bị micro, đèn và máy quay.",
        "Máy chủ và phần mềm diệt virus được gia hạn hằng năm, bảo đảm an toàn thông tin.",
        "Thiết bị do chương trình Sóng và máy tính cho em trao tặng tiếp tục được sử dụng tốt.",
    ),
    "ii1_2_it_computers_long": (
        "{T} có {n} phòng máy với {m} máy tính phục vụ môn Tin học, đều kết nối mạng.",
        "Ở cấp trung học, bình quân 2 học sinh dùng một máy trong giờ thực hành.",
        "Các lớp đầu cấp được bổ sung {n} máy từ nguồn ngân sách năm học {y}.",
        "Các giờ thực hành lập trình bảo đảm mỗi em một máy.",
        "Đã thanh lý {n} máy cũ, thay bằng máy cấu hình mới đáp ứng Chương trình 2018.",
        "Máy tính được bảo trì hai lần mỗi năm, có sổ theo dõi của giáo viên phụ trách.",
        "Phòng Tin học mở cửa thêm buổi chiều để học sinh ôn luyện.",
        "Số máy hỏng được sửa chữa kịp thời trước khi vào năm học mới.",
        "Trang bị máy tính được lập danh mục riêng theo Thông tư quy định thiết bị tối thiểu.",
    ),
    "ii2_1_platforms_long": (
        "{T} dùng K12Online để giao bài, chấm bài và tổ chức ôn tập cuối kỳ.",
        "Giáo viên kết hợp Google Classroom và Azota trong giao nhiệm vụ về nhà.",
        "Nhóm môn Toán, Ngữ văn và Tiếng Anh xây dựng lớp học ảo theo khối.",
        "Mỗi tuần có {n} tiết ôn tập trên LMS, phụ huynh theo dõi được kết quả.",
        "Tài khoản học tập được cấp đồng bộ từ cơ sở dữ liệu ngành.",
        "Ngân hàng đề trắc nghiệm gồm {m} mã đề được đưa lên hệ thống để kiểm tra thường xuyên.",
        "Trong đợt mưa bão, việc dạy học chuyển sang Microsoft Teams mà không gián đoạn.",
        "Các tổ chuyên môn đánh giá ưu, nhược của từng phần mềm trước khi chọn dùng.",
        "Học sinh hứng thú với các trò chơi học tập trên Quizizz và Kahoot.",
    ),
    "ii2_2_store_long": (
        "{T} đã đóng góp {m} bài giảng điện tử cho kho dùng chung của ngành.",
        "Học liệu được phân loại theo khối lớp, môn học và có người kiểm duyệt.",
        "Thư viện số của {t} có {n}0 đầu sách, video và phiếu học tập.",
        "Giáo viên khai thác igiaoduc.vn và kho của nhà xuất bản khi soạn bài.",
        "Tổ trưởng chuyên môn thẩm định nội dung trước khi đăng tải.",
        "Học sinh đăng nhập bằng mã định danh để tải tài liệu ôn thi.",
        "Năm học {y} bổ sung {n} video thí nghiệm các môn khoa học tự nhiên.",
        "Hội thi thiết kế bài giảng điện tử chọn được {n} sản phẩm chất lượng.",
        "Dữ liệu được sao lưu định kỳ trên đám mây.",
    ),
    "ii2_3_online_content_long": (
        "Các chủ đề tự học có hướng dẫn của khối 8 và khối 9 được dạy qua mạng.",
        "{T} xây dựng {n} chủ đề học kết hợp, học sinh xem video trước khi đến lớp.",
        "Hoạt động trải nghiệm và giáo dục địa phương có phần chuẩn bị trực tuyến.",
        "Môn Tin học và Tiếng Anh có nhiều tiết trực tuyến nhất.",
        "Phân phối chương trình ghi rõ tiết dạy trực tiếp và tiết dạy qua mạng.",
        "Bài kiểm tra thường xuyên của nhiều môn được thực hiện trên máy.",
        "Giáo viên quay lại bài dạy để học sinh nghỉ ốm có thể học bù.",
        "Cuối mỗi chủ đề, học sinh làm bài tự đánh giá trên hệ thống.",
        "Việc ôn thi vào lớp 10 và thi tốt nghiệp được hỗ trợ bằng các buổi học tối.",
    ),
    "ii3_1_governance_long": (
        "{T} vận hành phần mềm quản trị có đủ các phân hệ điểm, học bạ, thu chi và thư viện.",
        "Bảng điều hành giúp Ban giám hiệu nắm sĩ số, nền nếp theo ngày.",
        "Các khoản thu được thanh toán không dùng tiền mặt, có biên lai điện tử.",
        "Thời khóa biểu, lịch báo giảng được lập và công bố trên phần mềm.",
        "Học bạ điện tử được ký số theo đúng quy trình.",
        "Kết quả tự đánh giá mức độ chuyển đổi số đạt mức độ 2, được {m} điểm.",
        "Phần mềm quản trị liên thông với cơ sở dữ liệu ngành mỗi đêm một lần.",
        "Việc xin nghỉ học, đơn từ của phụ huynh được xử lý trên ứng dụng.",
        "Trong năm {t} mở thêm {n} phân hệ để thay sổ giấy.",
    ),
    "ii3_2_digital_ids_long": (
        "Mã định danh được đối soát với cơ sở dữ liệu quốc gia về dân cư.",
        "Hồ sơ điện tử của học sinh được cập nhật ngay khi có biến động chuyển đi, chuyển đến.",
        "Lý lịch, quá trình công tác và kết quả xếp loại của nhà giáo được lưu trên hệ thống.",
        "Đã rà soát và sửa {n} trường hợp sai ngày sinh, nơi sinh.",
        "Giáo viên chủ nhiệm chịu trách nhiệm kiểm tra dữ liệu của lớp.",
        "Số định danh cá nhân thay cho mã học sinh cũ từ năm học {y}.",
        "{T} phân quyền truy cập rõ ràng nhằm bảo vệ dữ liệu cá nhân.",
        "Thông tin được xác thực với Công an xã hai đợt trong năm.",
        "Còn {n} hồ sơ đang bổ sung giấy khai sinh để hoàn thiện.",
    ),
    "ii3_3_assets_long": (
        "Toàn bộ phòng học, phòng bộ môn đã được cập nhật trên cơ sở dữ liệu ngành.",
        "Thiết bị dạy học được dán mã QR, mượn trả qua phần mềm.",
        "Việc kiểm kê cuối năm thực hiện trên máy, giảm {n} ngày so với trước.",
        "Phần mềm quản lý tài sản MISA được dùng từ năm học {y}.",
        "Danh mục {m} thiết bị được theo dõi về nguồn gốc, năm sử dụng, tình trạng.",
        "Sổ thiết bị điện tử thay cho sổ giấy ở {n} phòng bộ môn.",
        "Thư viện quản lý sách bằng phần mềm, có mã vạch.",
        "Kế toán và nhân viên thiết bị đối chiếu số liệu hằng quý.",
        "Hồ sơ đất đai, bản vẽ công trình đã được quét và lưu trữ.",
    ),
    "ii3_4_management_long": (
        "Văn bản đi, đến được xử lý trên hệ thống quản lý văn bản và ký số.",
        "Báo cáo định kỳ gửi cấp trên qua trục liên thông, không gửi bản giấy.",
        "{T} tổ chức {n} cuộc họp theo hình thức trực tuyến, dùng tài liệu số.",
        "Tuyển sinh đầu cấp được thực hiện qua cổng dịch vụ công.",
        "Kế hoạch bài dạy được nộp và duyệt trên phần mềm.",
        "Số liệu thống kê đầu năm, cuối năm lấy trực tiếp từ cơ sở dữ liệu ngành.",
        "Ban giám hiệu sử dụng chữ ký số trong phê duyệt hồ sơ chuyên môn.",
        "Lãnh đạo theo dõi tiến độ công việc của các tổ trên một bảng chung.",
        "Thủ tục hành chính được giải quyết trước hạn, người dân hài lòng.",
    ),
    "ii4_1_training_long": (
        "{T} mở {n} lớp tập huấn về thiết kế bài giảng điện tử và trí tuệ nhân tạo.",
        "Cán bộ quản lý tham gia khóa học về quản trị dữ liệu do cấp trên tổ chức.",
        "Nhân viên văn thư, kế toán được hướng dẫn dùng chữ ký số.",
        "Học sinh được học kỹ năng an toàn trên mạng trong giờ sinh hoạt.",
        "Sinh hoạt chuyên môn hằng tháng dành một buổi chia sẻ công cụ mới.",
        "Giáo viên cốt cán hỗ trợ đồng nghiệp lớn tuổi theo hình thức cầm tay chỉ việc.",
        "Đã cử {n} thầy cô dự lớp bồi dưỡng hè năm học {y}.",
        "Câu lạc bộ Tin học trẻ thu hút {m} em tham gia.",
        "Nội dung năng lực số được đưa vào tiêu chí đánh giá viên chức.",
    ),
    "ii4_2_pilot_long": (
        "{T} có {n} giáo viên được chọn học chương trình MOS, đã cấp chứng chỉ.",
        "Việc thí điểm tập trung vào nhóm giáo viên Tin học và Tiếng Anh.",
        "Chương trình IC3 được phối hợp với trung tâm có uy tín.",
        "Kinh phí thí điểm do đơn vị tài trợ hỗ trợ một nửa.",
        "Lớp học diễn ra vào thứ bảy, kết hợp trực tiếp và trực tuyến.",
        "Sau khóa học, thầy cô áp dụng chuẩn ISTE vào thiết kế hoạt động học.",
        "Kết quả khảo sát cho thấy người học hài lòng với nội dung.",
        "{T} tiếp tục đăng ký thêm {n} chỉ tiêu trong đợt tới.",
        "Nhóm thí điểm báo cáo chuyên đề trước hội đồng sư phạm.",
    ),
    "ii4_3_accounts_long": (
        "Thầy cô đăng nhập thường xuyên hệ thống taphuan.csdl.edu.vn để học các mô đun.",
        "Tài khoản được cấp lại ngay cho {n} giáo viên mới chuyển về.",
        "Kế hoạch tự bồi dưỡng được xây dựng theo nhu cầu của từng người.",
        "Kết quả học tập được hệ thống ghi nhận và dùng khi đánh giá cuối năm.",
        "Tổ trưởng nhắc việc hoàn thành bài học trước ngày 30 hằng tháng.",
        "Chín mô đun của Chương trình 2018 đã được hoàn thành.",
        "Nhiều thầy cô tự học thêm trên các khóa học mở.",
        "{T} bố trí phòng máy để giáo viên học trong giờ trống tiết.",
        "Hồ sơ bồi dưỡng được lưu dưới dạng số và cập nhật theo năm học {y}.",
    ),
    "v_pm_long": (
        "Ban hành cơ chế tài chính riêng cho chuyển đổi số trong giáo dục.",
        "Xem xét kéo dài thời gian thực hiện Đề án đến năm 2030.",
        "Bố trí vốn đầu tư công cho hạ tầng số ở vùng khó khăn.",
        "Có chính sách giảm giá cước Internet cho cơ sở giáo dục.",
        "Quy định định mức biên chế cho viên chức công nghệ thông tin.",
        "Chỉ đạo kết nối các cơ sở dữ liệu quốc gia với dữ liệu giáo dục.",
        "Sớm phê duyệt chương trình quốc gia về học liệu số.",
        "Khuyến khích doanh nghiệp tài trợ thiết bị cho học sinh nghèo.",
    ),
    "v_moet_long": (
        "Sớm ban hành quy định thống nhất về học bạ số và sổ điểm điện tử.",
        "Công bố danh mục phần mềm đạt chuẩn để {t} lựa chọn.",
        "Mở rộng kho học liệu dùng chung, có bản cho học sinh khuyết tật.",
        "Tổ chức thêm các khóa bồi dưỡng về trí tuệ nhân tạo trong dạy học.",
        "Hướng dẫn định mức giờ dạy trực tuyến cho giáo viên.",
        "Nâng cấp cơ sở dữ liệu ngành, giảm việc nhập liệu trùng lặp.",
        "Bổ sung danh mục thiết bị tối thiểu cho môn Tin học.",
        "Có khung năng lực số dành riêng cho nhà giáo.",
    ),
    "v_ministry_long": (
        "Hỗ trợ mở rộng phủ sóng ở các điểm trường lẻ.",
        "Hướng dẫn mức chi cho xây dựng học liệu số.",
        "Đơn giản hóa thủ tục đấu thầu phần mềm.",
        "Cung cấp chữ ký số miễn phí cho giáo viên.",
        "Có gói cước ưu đãi dành cho học sinh.",
        "Bố trí nguồn chi thường xuyên cho bảo trì thiết bị.",
        "Sớm hướng dẫn thuê dịch vụ công nghệ thông tin.",
        "Phối hợp bảo đảm an toàn thông tin cho trường học.",
    ),
    "v_local_long": (
        "Quan tâm cấp kinh phí thay thế {n} máy tính đã hết niên hạn.",
        "Bổ sung biên chế nhân viên công nghệ thông tin cho các trường.",
        "Đầu tư đường truyền riêng cho các điểm trường xa trung tâm.",
        "Đẩy mạnh xã hội hóa để mua sắm màn hình tương tác.",
        "Có chính sách thưởng cho giáo viên có sản phẩm số chất lượng.",
        "Hỗ trợ kinh phí thuê phần mềm quản trị hằng năm.",
        "Chỉ đạo ngành điện bảo đảm nguồn điện ổn định cho phòng máy.",
        "Sớm phê duyệt dự án phòng học thông minh của {t}.",
    ),
}


class Issues(NamedTuple):
    difficulties: tuple
    causes: tuple
    solutions: tuple


ISSUES = {
    "ii1_issues_long": Issues(
        (
            "Một số máy tính đã cũ, cấu hình thấp nên chạy chậm.",
            "Mạng đôi lúc chập chờn khi nhiều lớp cùng truy cập.",
            "Phòng máy còn chật, thiếu ổ cắm và điều hòa.",
        ),
        (
            "Kinh phí đầu tư còn hạn hẹp, phụ thuộc ngân sách cấp.",
            "Thiết bị được mua đã nhiều năm, linh kiện khó tìm.",
            "Công tác xã hội hóa gặp trở ngại do đời sống người dân còn khó.",
        ),
        (
            "Lập dự toán thay máy theo lộ trình ba năm.",
            "Nâng gói cước và lắp thêm thiết bị phát sóng.",
            "Vận động cựu học sinh và doanh nghiệp tặng thiết bị.",
        ),
    ),
    "ii2_issues_long": Issues(
        (
            "Học sinh vùng xa khó theo dõi các buổi học tối.",
            "Một bộ phận giáo viên soạn bài số còn mất nhiều thời gian.",
            "Học liệu cho các môn nghệ thuật còn ít.",
        ),
        (
            "Nhiều gia đình chỉ có một điện thoại dùng chung.",
            "Các phần mềm chưa liên thông, phải nhập điểm nhiều lần.",
            "Chưa có quy định về bản quyền đối với bài giảng tự làm.",
        ),
        (
            "Ghi hình các buổi học để học sinh xem lại.",
            "Chia nhóm giáo viên cùng soạn và dùng chung bài giảng.",
            "Tổ chức hội thi để bổ sung {n} học liệu mỗi năm.",
        ),
    ),
    "ii3_issues_long": Issues(
        (
            "Cùng một số liệu phải nhập trên nhiều phần mềm khác nhau.",
            "Dữ liệu học sinh còn sai lệch so với giấy tờ gốc.",
            "Chữ ký số của giáo viên hay bị lỗi khi ký học bạ.",
        ),
        (
            "Các hệ thống của những nhà cung cấp khác nhau chưa kết nối.",
            "Nhân viên phụ trách kiêm nhiệm nhiều việc.",
            "Phụ huynh cung cấp thông tin chậm, thiếu giấy tờ.",
        ),
        (
            "Đề nghị nhà cung cấp mở cổng kết nối dữ liệu.",
            "Phân công mỗi tổ một người đối soát hằng tháng.",
            "Tập huấn lại quy trình ký số cho toàn thể hội đồng.",
        ),
    ),
    "ii4_issues_long": Issues(
        (
            "Giáo viên lớn tuổi tiếp cận công cụ mới còn chậm.",
            "Chưa có nhân viên chuyên trách về công nghệ thông tin.",
            "Lịch học bồi dưỡng trùng với giờ dạy chính khóa.",
        ),
        (
            "Số tiết dạy nhiều, thời gian tự học còn ít.",
            "Định mức biên chế không có vị trí việc làm này.",
            "Kinh phí bồi dưỡng mỗi năm chỉ khoảng {n} triệu đồng.",
        ),
        (
            "Xếp thời khóa biểu dành một buổi trống cho bồi dưỡng.",
            "Giao giáo viên Tin học hỗ trợ theo cụm.",
            "Khen thưởng những người tự học tốt.",
        ),
    ),
}
ISSUE_LEADS = (
    ("Khó khăn, vướng mắc", "Nguyên nhân", "Giải pháp"),
    ("Hạn chế", "Nguyên nhân", "Giải pháp thực hiện"),
    ("Khó khăn", "Nguyên nhân chủ yếu", "Hướng khắc phục"),
)
RESULT_LEADS = ("Việc đã làm", "Kết quả nổi bật", "Điểm mới", "Cách làm", "Hiệu quả")
NOTHING = {
    "issues": ("Không có.", "Không có khó khăn, vướng mắc lớn.", "Hiện nay không có."),
    "proposals": ("Không có.", "Không có kiến nghị.", "Không."),
    "pilot": ("Chưa triển khai.", "Đơn vị chưa được chọn thí điểm.", "Không có."),
}
MINISTRIES = ("Bộ Tài chính", "Bộ Khoa học và Công nghệ", "Bộ Nội vụ")

# ---- figures of III


class Item(NamedTuple):
    key: str
    unit: str
    whole: str  # what the rate is of; "" where no rate is asked
    labels: tuple


class Topic(NamedTuple):
    group: str
    names: tuple
    items: tuple


TOPICS = (
    Topic(
        "Tiếp cận giáo dục trực tuyến",
        (
            "Số lượng nhà giáo (giáo viên) được trang bị (có) máy tính (máy tính để bàn, máy tính "
            "bảng, máy tính xách tay)/đường truyền Internet/phần mềm để tham gia các hoạt động "
            "dạy, học trực tuyến",
            "Nhà giáo (giáo viên) có máy tính, đường truyền Internet để dạy học trực tuyến",
            "Giáo viên được trang bị máy tính/đường truyền Internet",
        ),
        (
            Item("t1_teacher_pc", "giáo viên", "teachers", (
                "Tổng số giáo viên có máy tính", "Số giáo viên có máy tính",
                "Số GV có máy tính", "Giáo viên có máy tính", "Số nhà giáo có máy tính",
            )),
            Item("t1_teacher_net", "giáo viên", "teachers", (
                "Tổng số giáo viên có đường truyền Internet", "Số giáo viên có Internet",
                "Số GV có đường truyền Internet", "Giáo viên có đường truyền internet",
                "Số nhà giáo có đường truyền Internet",
            )),
        ),
    ),
    Topic(
        "Tiếp cận giáo dục trực tuyến",
        (
            "Người học (học sinh) được trang bị (có) máy tính (máy tính để bàn, máy tính bảng, "
            "máy tính xách tay)/đường truyền Internet/phần mềm để tham gia các hoạt động dạy, "
            "học trực tuyến",
            "Người học (học sinh) có máy tính, đường truyền Internet để học trực tuyến",
            "Học sinh được trang bị máy tính/đường truyền Internet",
        ),
        (
            Item("t2_student_pc", "học sinh", "students", (
                "Tổng số học sinh có máy tính", "Số học sinh có máy tính",
                "Số HS có máy tính", "Học sinh có máy tính", "Số người học có máy tính",
            )),
            Item("t2_student_net", "học sinh", "students", (
                "Tổng số học sinh có đường truyền Internet", "Số học sinh có Internet",
                "Số HS có đường truyền Internet", "Học sinh có đường truyền internet",
                "Số người học có đường truyền Internet",
            )),
        ),
    ),
    Topic(
        "Môi trường giáo dục trực tuyến",
        (
            "Triển khai nền tảng dạy và học trực tuyến",
            "Nền tảng dạy và học trực tuyến", "Triển khai nền tảng dạy học trực tuyến",
        ),
        (
            Item("t3_platform", "nền tảng", "", (
                "Số nền tảng", "Số nền tảng dạy và học trực tuyến", "Số lượng nền tảng",
                "Tổng số nền tảng dạy học trực tuyến",
            )),
            Item("t3_platform_domestic", "nền tảng", "", (
                "Số nền tảng là sản phẩm trong nước", "Số nền tảng trong nước",
                "Số nền tảng do Việt Nam sản xuất", "Nền tảng là sản phẩm trong nước",
            )),
            Item("t3_student_platform", "học sinh", "students", (
                "Số lượng học sinh tham gia sử dụng nền tảng", "Số học sinh sử dụng nền tảng",
                "Số HS tham gia sử dụng nền tảng", "Học sinh sử dụng các nền tảng",
            )),
        ),
    ),
    Topic(
        "Quy mô hoạt động giáo dục trực tuyến",
        (
            "Tỉ trọng nội dung chương trình giáo dục phổ thông được triển khai dưới hình thức "
            "trực tuyến",
            "Tỷ trọng nội dung chương trình GDPT triển khai dưới hình thức trực tuyến",
            "Tỉ trọng nội dung CTGDPT được triển khai trực tuyến",
        ),
        (
            Item("t4_online_content", "", "", (
                "Tỉ trọng nội dung triển khai dưới hình thức trực tuyến ở bậc trung học",
                "Tỷ trọng nội dung triển khai trực tuyến ở bậc trung học",
                "Tỉ trọng nội dung chương trình GDPT dạy trực tuyến ở cấp trung học",
                "Tỉ trọng nội dung chương trình triển khai trực tuyến bậc trung học",
            )),
        ),
    ),
    Topic(
        "Quản lý, quản trị",
        (
            "Triển khai hệ thống quản trị, quản lý dựa trên dữ liệu và công nghệ số",
            "Hệ thống quản trị, quản lý dựa trên dữ liệu, công nghệ số",
            "Quản trị, quản lý trên dữ liệu và công nghệ số",
        ),
        (
            Item("t5_csgd_datadriven", "CSGD", "secondary", (
                "Tổng số cơ sở giáo dục (THCS, THPT) đã triển khai hệ thống quản trị, quản lý dựa "
                "trên dữ liệu và công nghệ số",
                "Số CSGD (THCS, THPT) đã triển khai hệ thống quản trị dựa trên dữ liệu",
                "Số cơ sở giáo dục THCS, THPT triển khai hệ thống quản trị, quản lý dựa trên dữ "
                "liệu và công nghệ số",
                "Số trường THCS, THPT đã triển khai hệ thống quản trị dựa trên dữ liệu và CN số",
            )),
            Item("t5_student_id", "học sinh", "students", (
                "Số lượng người học được quản lý bằng hồ sơ số với định danh thống nhất",
                "Số người học được quản lý bằng hồ sơ số",
                "Số HS được quản lý bằng hồ sơ số với định danh thống nhất",
                "Học sinh được quản lý bằng hồ sơ số, định danh thống nhất",
            )),
            Item("t5_teacher_id", "giáo viên", "teachers", (
                "Số lượng nhà giáo được quản lý bằng hồ sơ số với định danh thống nhất",
                "Số nhà giáo được quản lý bằng hồ sơ số",
                "Số GV được quản lý bằng hồ sơ số với định danh thống nhất",
                "Giáo viên được quản lý bằng hồ sơ số, định danh thống nhất",
            )),
            Item("t5_csgd_assets", "CSGD", "schools", (
                "Số lượng các cơ sở giáo dục quản lý hồ sơ số đối với cơ sở vật chất, thiết bị và "
                "các nguồn lực khác phục vụ giáo dục, đào tạo và nghiên cứu",
                "Số CSGD quản lý hồ sơ số đối với cơ sở vật chất, thiết bị",
                "Số cơ sở giáo dục quản lý CSVC, thiết bị và nguồn lực khác bằng hồ sơ số",
                "Số CSGD quản lý CSVC, thiết bị bằng hồ sơ số",
            )),
            Item("t5_so_records", "hồ sơ", "records", (
                "Số lượng hồ sơ công việc tại cấp Sở được vận hành dựa trên dữ liệu và công nghệ "
                "số",
                "Số hồ sơ công việc cấp Sở vận hành dựa trên dữ liệu và công nghệ số",
                "Số hồ sơ công việc tại cấp Sở được xử lý dựa trên dữ liệu, công nghệ số",
            )),
        ),
    ),
)
# as prose; {key} the count, {key%} the rate
PROSE = (
    (
        "Về đội ngũ, {t1_teacher_pc} có máy tính, đạt {t1_teacher_pc%}; {t1_teacher_net} có đường "
        "truyền Internet, đạt {t1_teacher_net%}.",
        "Trong đội ngũ nhà giáo, số có máy tính là {t1_teacher_pc} ({t1_teacher_pc%}), số có đường "
        "truyền Internet là {t1_teacher_net} ({t1_teacher_net%}).",
        "Đến nay đã có {t1_teacher_net} có đường truyền Internet ({t1_teacher_net%}) và "
        "{t1_teacher_pc} có máy tính ({t1_teacher_pc%}).",
    ),
    (
        "Về người học, {t2_student_pc} có máy tính, đạt {t2_student_pc%}; {t2_student_net} có "
        "đường truyền Internet, đạt {t2_student_net%}.",
        "Đối với người học, số có máy tính là {t2_student_pc} ({t2_student_pc%}); số có đường "
        "truyền Internet là {t2_student_net} ({t2_student_net%}).",
        "Tại gia đình, {t2_student_net} có đường truyền Internet, đạt {t2_student_net%}, còn số "
        "có máy tính là {t2_student_pc}, đạt {t2_student_pc%}.",
    ),
    (
        "{T} triển khai {t3_platform} dạy và học trực tuyến, trong đó {t3_platform_domestic} là "
        "sản phẩm trong nước; {t3_student_platform} tham gia sử dụng, đạt {t3_student_platform%}.",
        "Hiện có {t3_student_platform} ({t3_student_platform%}) sử dụng {t3_platform} dạy và học "
        "trực tuyến, gồm {names}, trong đó {t3_platform_domestic} là sản phẩm trong nước.",
        "Tổng cộng {t3_platform} dạy học trực tuyến được dùng ({names}); {t3_platform_domestic} là "
        "sản phẩm trong nước. Có {t3_student_platform} sử dụng nền tảng, đạt "
        "{t3_student_platform%}.",
    ),
    (
        "Ở bậc trung học, nội dung chương trình GDPT triển khai trực tuyến chiếm "
        "{t4_online_content%}.",
        "Tỉ trọng nội dung chương trình giáo dục phổ thông được triển khai dưới hình thức trực "
        "tuyến ở bậc trung học là {t4_online_content%}.",
        "Có {t4_online_content%} nội dung chương trình giáo dục phổ thông ở bậc trung học được "
        "triển khai dưới hình thức trực tuyến.",
    ),
    (
        "Có {t5_csgd_datadriven} THCS, THPT đã triển khai hệ thống quản trị, quản lý dựa trên dữ "
        "liệu và công nghệ số ({t5_csgd_datadriven%}). {t5_student_id} và {t5_teacher_id} được "
        "quản lý bằng hồ sơ số với định danh thống nhất, đạt lần lượt {t5_student_id%} và "
        "{t5_teacher_id%}. Số cơ sở quản lý hồ sơ số đối với cơ sở vật chất, thiết bị là "
        "{t5_csgd_assets}, đạt {t5_csgd_assets%}.",
        "Đã quản lý bằng hồ sơ số với định danh thống nhất {t5_teacher_id} ({t5_teacher_id%}) và "
        "{t5_student_id} ({t5_student_id%}). Hệ thống quản trị dựa trên dữ liệu và công nghệ số "
        "được triển khai tại {t5_csgd_datadriven} THCS, THPT ({t5_csgd_datadriven%}); hồ sơ số về "
        "cơ sở vật chất, thiết bị được dùng tại {t5_csgd_assets} ({t5_csgd_assets%}).",
        "Hồ sơ số về cơ sở vật chất, thiết bị và các nguồn lực khác đã có ở {t5_csgd_assets}, đạt "
        "{t5_csgd_assets%}; hệ thống quản trị, quản lý dựa trên dữ liệu có ở {t5_csgd_datadriven} "
        "THCS, THPT, đạt {t5_csgd_datadriven%}. Số người học được quản lý bằng hồ sơ số với định "
        "danh thống nhất là {t5_student_id} ({t5_student_id%}), số nhà giáo là {t5_teacher_id} "
        "({t5_teacher_id%}).",
    ),
)
DOMESTIC = ("VnEdu LMS", "K12Online", "LMS360", "Azota", "OLM", "MISA EMIS", "Viettel LMS")
FOREIGN = ("Google Meet", "Zoom", "Microsoft Teams", "Google Classroom", "Quizizz")
NAMED = ("{n} (nêu rõ tên: {names})", "{n} ({names})", "{n}, gồm: {names}", "{n}: {names}", "{n}")
NUMBER_MARKS = ((".", ","), (".", ","), (".", ","), ("", ","), (",", "."), (" ", ","), ("", "."))
COUNT_AND_RATE = (
    "{n}, đạt tỉ lệ: {p}", "{n}, đạt tỉ lệ: {p}", "{n} đạt tỉ lệ: {p}", "{n} (đạt {p})",
    "{n} ({p})", "{n}; tỉ lệ {p}", "{n} - {p}", "{n}, chiếm {p}", "{n}, đạt {p}",
    "{n}\nĐạt tỷ lệ: {p}", "{n}\n- Tỉ lệ: {p}", "{n}\tTỷ lệ: {p}", "{n}, tỷ lệ đạt: {p}",
    "{p} ({n})", "{n} [{p}]",
)
BLANKS = ("……", "......", "…", "chưa thống kê", "đang rà soát", "/", "")
WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
LAST_YEARS = (
    " (năm học trước: {k})", "; năm học trước là {k}", " (cùng kỳ năm trước {k})",
    ", tăng {d} so với năm học trước",
)
PLANS = (" (kế hoạch: 100%)", " (mục tiêu của Đề án là 100%)", "; chỉ tiêu giao: 100%")
SEPARATORS = (": ", ": ", ": ", " : ", " là: ", ":\t", " là ")
STATISTICS_HEADER = (
    "Kết quả (số liệu) thống kê toàn tỉnh/thành phố trực thuộc Trung ương thời điểm hiện tại",
    "Kết quả (số liệu) thống kê thời điểm hiện tại", "Kết quả", "Số liệu của đơn vị",
)
STATISTICS_NOTES = (
    "Ghi chú: số liệu tính đến ngày 31/5/2025.", "Nguồn: cơ sở dữ liệu ngành giáo dục.",
    "(Số liệu do bộ phận văn phòng tổng hợp)",
    "Kinh phí thực hiện trong giai đoạn: 350 triệu đồng.",
)
BASE_LINES = (
    "Tổng số giáo viên: {teachers}; tổng số học sinh: {students}.",
    "Toàn đơn vị hiện có {teachers} giáo viên, {students} học sinh.",
    "(Quy mô: {students} học sinh, {teachers} giáo viên)",
)

# ---- targets of IV, which are no figures


class Goal(NamedTuple):
    topic: str
    target: str


GOAL_HEADS = (
    "I. Đổi mới mạnh mẽ phương thức tổ chức giáo dục, đưa dạy và học trên môi trường số trở "
    "thành hoạt động giáo dục thiết yếu, hàng ngày đối với mỗi nhà giáo, mỗi người học",
    "II. Đổi mới mạnh mẽ phương thức quản lý, điều hành dựa trên công nghệ và dữ liệu, nâng cao "
    "hiệu lực, hiệu quả quản lý và chất lượng cung cấp dịch vụ hỗ trợ của Nhà nước và các cơ sở "
    "giáo dục",
)
GOALS = (
    Goal(
        "Về tiếp cận giáo dục trực tuyến",
        "50% học sinh và 100% mỗi nhà giáo có đủ điều kiện (về phương tiện, đường truyền, phần "
        "mềm) tham gia có hiệu quả các hoạt động dạy và học trực tuyến.",
    ),
    Goal(
        "Về môi trường giáo dục trực tuyến",
        "Triển khai thực hiện một số nền tảng dạy học trực tuyến được Bộ Giáo dục và Đào tạo phê "
        "duyệt là sản phẩm trong nước, được trên 50% học sinh sử dụng.",
    ),
    Goal(
        "Về kho học liệu trực tuyến",
        "Hình thành kho học liệu trực tuyến của tỉnh đáp ứng về yêu cầu tài liệu học tập cho 50% "
        "nội dung chương trình giáo dục phổ thông.",
    ),
    Goal(
        "Về quy mô hoạt động giáo dục trực tuyến",
        "Tỉ trọng nội dung chương trình giáo dục phổ thông được triển khai dưới hình thức trực "
        "tuyến đạt trung bình 10% ở cấp trung học.",
    ),
    Goal(
        "Về quản trị nhà trường",
        "100% cơ sở giáo dục áp dụng hệ thống quản trị nhà trường dựa trên dữ liệu và công nghệ "
        "số.",
    ),
    Goal(
        "Về quản lý giáo dục",
        "Triển khai sử dụng Hệ thống thông tin quản lý toàn ngành Giáo dục đã được Bộ Giáo dục "
        "và Đào tạo thiết lập và cập nhật, khai thác hiệu quả.",
    ),
)
MANAGEMENT_GOALS = 4  # the first goal under the second head
STATUSES = ("Đạt", "Đạt", "Không đạt", "Chưa đạt", "Đang thực hiện", "Đạt mục tiêu", "")
NOT_OURS = ("Không thuộc phạm vi của đơn vị", "Không áp dụng", "……", "")
