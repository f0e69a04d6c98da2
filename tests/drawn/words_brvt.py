"""words_brvt.py - the questions of Bà Rịa - Vũng Tàu's report and the words in which hand_brvt.py
types them, documents, courses and the long answers."""

# ---- wordings: the outline's own first, then what clerks make of it

HEADS = {
    "I": ("Khái quát chung tình hình ứng dụng CNTT và chuyển đổi số năm học 2022-2023",
          "Tình hình chung về ứng dụng CNTT và chuyển đổi số", "Khái quát chung",
          "Khái quát tình hình ứng dụng CNTT, CĐS năm học 2022-2023"),
    "I.1": ("Nội dung triển khai và kết quả đạt được", "Nội dung đã triển khai và kết quả",
            "Nội dung triển khai, kết quả đạt được", "Các nội dung đã triển khai, kết quả"),
    "I.2": ("Thuận lợi, khó khăn", "Thuận lợi và khó khăn", "Những thuận lợi, khó khăn",
            "Đánh giá thuận lợi, khó khăn"),
    "II": ("Một số nhiệm vụ trọng tâm", "Các nhiệm vụ trọng tâm", "Nhiệm vụ trọng tâm",
           "Việc thực hiện một số nhiệm vụ trọng tâm"),
    "II.1": ("Tiếp tục duy trì, triển khai hình thức dạy học trực tuyến kết hợp dạy học trực tiếp "
             "nhằm hỗ trợ nâng cao chất lượng, hiệu quả dạy - học và đổi mới phương pháp dạy - học",
             "Duy trì dạy học trực tuyến kết hợp dạy học trực tiếp",
             "Dạy học trực tuyến kết hợp trực tiếp",
             "Triển khai hình thức dạy học trực tuyến kết hợp với trực tiếp"),
    "II.1.a": ("Tổ chức hình thức dạy học trực tuyến theo quy định tại Thông tư số "
               "09/2021/TT-BGDĐT ngày 30/3/2021 của Bộ GDĐT phù hợp với điều kiện của mỗi cơ sở "
               "giáo dục nhằm nâng cao chất lượng, hiệu quả và đổi mới phương pháp dạy - học ngay "
               "cả trong điều kiện học sinh đến lớp bình thường",
               "Tổ chức dạy học trực tuyến theo Thông tư 09/2021/TT-BGDĐT",
               "Dạy học trực tuyến theo Thông tư số 09/2021/TT-BGDĐT",
               "Thực hiện Thông tư 09/2021/TT-BGDĐT về dạy học trực tuyến"),
    "II.1.b": ("Sử dụng tối đa lợi ích của phần mềm quản lý học tập (LMS) trong kết nối và tổ chức "
               "các hoạt động giáo dục giữa cơ sở giáo dục, giáo viên với học sinh trong việc "
               "hướng dẫn học sinh tự học, kiểm tra đánh giá và phối hợp với gia đình; có lộ trình "
               "kết nối, tích hợp, trao đổi dữ liệu giữa các phần mềm dạy học trực tuyến với phần "
               "mềm quản trị ở cơ sở giáo dục",
               "Sử dụng phần mềm quản lý học tập (LMS)", "Khai thác phần mềm quản lý học tập LMS",
               "Phần mềm quản lý học tập (LMS)", "Sử dụng hệ thống LMS trong dạy và học"),
    "II.1.c": ("Tiếp tục phát triển học liệu số bảo đảm chất lượng: Huy động giáo viên tham gia "
               "đóng góp học liệu số để chia sẻ dùng chung; phát huy vai trò của tổ chuyên môn "
               "trong đánh giá, lựa chọn học liệu số trước khi đưa vào sử dụng; hướng dẫn giáo "
               "viên tham khảo các học liệu số giới thiệu từ Bộ GDĐT và các nguồn tài nguyên tin "
               "cậy trên Internet",
               "Phát triển học liệu số", "Tiếp tục phát triển học liệu số bảo đảm chất lượng",
               "Xây dựng, chia sẻ học liệu số dùng chung"),
    "II.1.d": ("Tăng cường tổ chức đánh giá thường xuyên bằng hình thức trực tuyến; từng bước tổ "
               "chức triển khai thi, kiểm tra, đánh giá trên máy tính đảm bảo khách quan, công "
               "bằng và có độ tin cậy",
               "Đánh giá thường xuyên bằng hình thức trực tuyến",
               "Tổ chức kiểm tra, đánh giá trực tuyến, trên máy tính",
               "Tăng cường đánh giá trực tuyến; thi, kiểm tra trên máy tính"),
    "II.2": ("Tiếp tục triển khai phần mềm quản trị trong các cơ sở giáo dục, kết nối thông suốt "
             "với CSDL giáo dục địa phương và CSDL ngành",
             "Triển khai phần mềm quản trị, kết nối CSDL ngành",
             "Phần mềm quản trị trong cơ sở giáo dục, kết nối với CSDL ngành",
             "Tiếp tục triển khai phần mềm quản trị cơ sở giáo dục"),
    "II.2.a": ("Triển khai các ứng dụng hồ sơ điện tử gồm: Sổ điểm điện tử, học bạ điện tử (khuyến "
               "khích áp dụng chứng thư số); ứng dụng kết nối, tương tác, trao đổi thông tin giữa "
               "phụ huynh với cơ sở giáo dục trên nền tảng số, khuyến khích áp dụng các giải pháp "
               "miễn phí như tin nhắn OTT, email, ứng dụng trên thiết bị di động và website giáo "
               "dục",
               "Triển khai hồ sơ điện tử (sổ điểm, học bạ điện tử) và kết nối với phụ huynh",
               "Triển khai các ứng dụng hồ sơ điện tử",
               "Sổ điểm điện tử, học bạ điện tử, kênh trao đổi thông tin với phụ huynh"),
    "II.3": ("Tiếp tục mở rộng, hoàn thiện CSDL về giáo dục cung cấp thông tin quản lý đầy đủ, "
             "chính xác và kịp thời",
             "Mở rộng, hoàn thiện CSDL về giáo dục", "Hoàn thiện cơ sở dữ liệu về giáo dục",
             "Xây dựng, hoàn thiện CSDL giáo dục"),
    "II.3.a": ("Tổ chức thực hiện báo cáo thống kê giáo dục định kỳ đối với giáo dục mầm non, phổ "
               "thông và giáo dục thường xuyên cấp Trường, Phòng và Sở GDĐT (kỳ đầu năm học và kỳ "
               "cuối năm học) đúng thời hạn, đầy đủ, chính xác theo quy định tại Thông tư số "
               "24/2018/TT-BGDĐT ngày 28/9/2018 về chế độ báo cáo thống kê ngành Giáo dục và báo "
               "cáo đột xuất theo yêu cầu của Bộ GDĐT",
               "Thực hiện báo cáo thống kê giáo dục định kỳ theo Thông tư 24/2018/TT-BGDĐT",
               "Báo cáo thống kê giáo dục định kỳ (đầu năm, cuối năm học)",
               "Tổ chức thực hiện chế độ báo cáo thống kê giáo dục"),
    "II.4": ("Đẩy mạnh triển khai thanh toán không dùng tiền mặt",
             "Thanh toán không dùng tiền mặt", "Triển khai thanh toán không dùng tiền mặt",
             "Thu các khoản thu không dùng tiền mặt"),
    "II.5": ("Đánh giá mức độ chuyển đổi số của đơn vị", "Đánh giá mức độ chuyển đổi số",
             "Tự đánh giá mức độ chuyển đổi số", "Việc đánh giá mức độ CĐS của đơn vị"),
    "III": ("Một số giải pháp cơ bản", "Các giải pháp cơ bản", "Giải pháp cơ bản",
            "Một số giải pháp đã thực hiện"),
    "III.1": ("Kiện toàn tổ chức bộ phận phụ trách CNTT, chuyển đổi số và công tác thống kê giáo "
              "dục và nâng cao chất lượng nguồn nhân lực",
              "Kiện toàn bộ phận phụ trách CNTT, CĐS, thống kê và nâng cao chất lượng nhân lực",
              "Tổ chức bộ phận phụ trách CNTT và nguồn nhân lực",
              "Kiện toàn bộ phận phụ trách CNTT, chuyển đổi số; bồi dưỡng nhân lực"),
    "III.1.a": ("Đối với Phòng GDĐT: Phân công lãnh đạo đơn vị/cơ quan phụ trách, lãnh đạo cấp "
                "phòng/tổ và chuyên viên làm đầu mối theo dõi triển khai nhiệm vụ CNTT và công tác "
                "thống kê giáo dục",
                "Đối với Phòng GDĐT: phân công lãnh đạo phụ trách và chuyên viên đầu mối",
                "Phân công lãnh đạo, chuyên viên phụ trách CNTT (đối với Phòng GDĐT)",
                "Đối với Phòng GDĐT"),
    "III.1.b": ("Đối với cơ sở giáo dục: Phân công lãnh đạo cơ sở giáo dục phụ trách và viên chức "
                "CNTT làm đầu mối triển khai nhiệm vụ CNTT và công tác thống kê giáo dục",
                "Đối với cơ sở giáo dục: phân công lãnh đạo phụ trách và viên chức đầu mối",
                "Phân công lãnh đạo, viên chức phụ trách CNTT (đối với cơ sở giáo dục)",
                "Đối với cơ sở giáo dục"),
    "III.1.c": ("Tham gia tập huấn giáo viên bằng hình thức kết hợp giữa trực tiếp và trực tuyến, "
                "đảm bảo 100% giáo viên được cấp tài khoản sử dụng để tự bồi dưỡng qua mạng một "
                "cách chủ động, thường xuyên",
                "Tham gia tập huấn giáo viên (trực tiếp kết hợp trực tuyến)",
                "Tập huấn giáo viên bằng hình thức trực tiếp và trực tuyến",
                "Tập huấn giáo viên qua mạng kết hợp trực tiếp"),
    "III.1.d": ("Tham gia các khóa bồi dưỡng kỹ năng ứng dụng CNTT và chuyển đổi số cho giáo viên, "
                "nhân viên, cán bộ quản lý giáo dục và học sinh. Nội dung bồi dưỡng gắn với nhu "
                "cầu thực tiễn về triển khai ứng dụng CNTT và chuyển đổi số trong cơ sở giáo dục, "
                "xem xét lựa chọn các nội dung phù hợp về: Kỹ năng tổ chức, quản lý các hoạt động "
                "dạy học kết hợp giữa trực tiếp và trực tuyến; kỹ năng thiết kế bài giảng "
                "e-Learning, video bài giảng, thiết bị dạy học số; kỹ năng quản lý, triển khai có "
                "hiệu quả các phần mềm quản trị trong cơ sở giáo dục; nâng cao nhận thức và kỹ "
                "năng về an toàn thông tin",
                "Tham gia các khóa bồi dưỡng kỹ năng ứng dụng CNTT và chuyển đổi số",
                "Bồi dưỡng kỹ năng ứng dụng CNTT, CĐS", "Các khóa bồi dưỡng kỹ năng CNTT và CĐS"),
    "III.2": ("Cơ sở giáo dục xây dựng Kế hoạch ứng dụng CNTT và chuyển đổi số giai đoạn "
              "2022-2025: Xác định mục tiêu và nhiệm vụ cụ thể triển khai trong từng năm học; tăng "
              "cường các nguồn lực đầu tư cho ứng dụng CNTT và chuyển đổi số; phối hợp có hiệu quả "
              "việc đầu tư với thuê dịch vụ CNTT",
              "Xây dựng Kế hoạch ứng dụng CNTT và chuyển đổi số giai đoạn 2022-2025",
              "Kế hoạch ứng dụng CNTT, CĐS giai đoạn 2022-2025",
              "Việc xây dựng kế hoạch ứng dụng CNTT và CĐS giai đoạn 2022 - 2025"),
    "IV": ("Đánh giá các kết quả đạt được và khó khăn", "Đánh giá kết quả đạt được và khó khăn",
           "Đánh giá chung về kết quả, khó khăn", "Đánh giá kết quả và những khó khăn"),
    "IV.1": ("Kết quả đạt được", "Những kết quả đạt được", "Kết quả nổi bật đã đạt được",
             "Các kết quả đạt được"),
    "IV.2": ("Vướng mắc, khó khăn", "Khó khăn, vướng mắc", "Những khó khăn, vướng mắc",
             "Các vướng mắc, khó khăn"),
    "V": ("Kiến nghị, đề xuất", "Đề xuất, kiến nghị", "Những kiến nghị, đề xuất",
          "Kiến nghị và đề xuất"),
}

ASKS = {
    "options": ("Các phương án đã thực hiện", "Phương án đã thực hiện",
                "Những phương án dạy học trực tuyến đã thực hiện", "Phương án đã triển khai"),
    "method": ("Phương thức đánh giá", "Hình thức đánh giá", "Phương thức kiểm tra, đánh giá",
               "Phương thức đánh giá đã áp dụng"),
    "assessed": ("Số liệu về đánh giá", "Số liệu đánh giá", "Số liệu cụ thể về đánh giá",
                 "Số liệu kiểm tra, đánh giá"),
    "done": ("Những việc đã thực hiện", "Các việc đã thực hiện", "Nội dung đã thực hiện",
             "Công việc đã thực hiện"),
    "reported": ("Số liệu, minh chứng", "Số liệu", "Số liệu báo cáo", "Số liệu thống kê"),
    "cashless": ("Tỉ lệ % học sinh nộp các khoản thu trường học không dùng tiền mặt",
                 "Tỷ lệ học sinh nộp các khoản thu không dùng tiền mặt",
                 "Tỉ lệ HS thanh toán không dùng tiền mặt",
                 "Tỷ lệ % HS nộp học phí, các khoản thu không dùng tiền mặt",
                 "Tỉ lệ học sinh thực hiện nộp tiền không dùng tiền mặt"),
    "software": ("Tên phần mềm thu các khoản thu không dùng tiền mặt", "Tên phần mềm thu",
                 "Phần mềm thu các khoản không dùng tiền mặt", "Phần mềm đang sử dụng để thu"),
    "provider": ("Đơn vị cung cấp phần mềm", "Đơn vị cung cấp", "Nhà cung cấp phần mềm"),
    "classes": ("Số lớp đã tham gia", "Số lớp tham gia", "Tổng số lớp đã tham gia",
                "Số lượng lớp đã tham gia"),
    "names": ("Tên lớp", "Tên các lớp", "Nội dung các lớp"),
    "times": ("Thời gian", "Thời gian tham gia", "Thời gian tổ chức"),
    "people": ("Số cán bộ quản lý, giáo viên tham gia", "Số CBQL, GV tham gia",
               "Số lượng CBQL, giáo viên tham gia", "Số CBQL và GV đã tham gia",
               "Tổng số CBQL, giáo viên tham gia"),
}

# documents: question in several wordings, sort, code, subject, file of evidence
DOCUMENTS = {
    "online": (("Số hiệu, ngày ban hành của kế hoạch dạy trực tuyến trong điều kiện học sinh đến "
                "lớp bình thường", "Số, ngày ban hành kế hoạch dạy trực tuyến",
                "Kế hoạch dạy trực tuyến khi học sinh đến lớp bình thường (số, ngày ban hành)",
                "Kế hoạch dạy học trực tuyến"),
               "Kế hoạch", "KH", "dạy học trực tuyến năm học 2022-2023", "KH_day_truc_tuyen.pdf"),
    "level": (("Số, ngày tháng năm kế hoạch đã ban hành về đánh giá mức độ chuyển đổi số của đơn "
               "vị", "Kế hoạch đánh giá mức độ chuyển đổi số (số, ngày ban hành)",
               "Số, ngày ban hành kế hoạch đánh giá mức độ CĐS",
               "Kế hoạch đánh giá mức độ CĐS của đơn vị"),
              "Kế hoạch", "KH", "tự đánh giá mức độ chuyển đổi số", "KH_danh_gia_CDS.pdf"),
    "decision": (("Số, ngày tháng năm ban hành Quyết định, biên bản phân công, phân nhiệm",
                  "Số, ngày ban hành Quyết định phân công, phân nhiệm",
                  "Quyết định phân công nhiệm vụ (số, ngày)", "Quyết định phân công, phân nhiệm"),
                 "Quyết định", "QĐ", "phân công phụ trách CNTT và thống kê", "QD_phan_cong.pdf"),
    "plan": (("Số hiệu, ngày tháng năm ban hành kế hoạch", "Số, ngày ban hành kế hoạch",
              "Kế hoạch đã ban hành (số, ngày tháng năm)", "Số, ký hiệu, ngày ban hành kế hoạch"),
             "Kế hoạch", "KH", "ứng dụng CNTT và chuyển đổi số giai đoạn 2022-2025",
             "KH_CNTT_2022_2025.pdf"),
}
MINUTES_ASKS = ("Ngày tháng năm biên bản phân công, phân nhiệm", "Ngày biên bản phân công",
                "Biên bản phân công, phân nhiệm ngày", "Ngày lập biên bản phân công nhiệm vụ")
RATING_ASKS = ("Các biên bản, thống kê việc tổ chức đánh giá (theo quy định tại Quyết định số "
               "4725/QĐ-BGDĐT ngày 30/12/2022 của Bộ Giáo dục và Đào tạo)",
               "Biên bản, thống kê việc tổ chức đánh giá theo Quyết định 4725/QĐ-BGDĐT",
               "Biên bản, bảng thống kê kết quả tự đánh giá", "Các biên bản, thống kê")
RATING_PROOFS = ("có biên bản họp và bảng chấm điểm kèm theo",
                 "Biên bản họp ngày {date} (kèm theo)",
                 "Biên bản tự đánh giá ngày {date}, bảng tổng hợp điểm", "gửi kèm 01 biên bản")
PROOFS = ("gửi kèm file {file}", "có văn bản kèm theo", "gửi kèm bản PDF",
          "tài liệu số {n} kèm theo", "đã gửi kèm")
HINT_PROOF = " (gửi kèm làm minh chứng)"
HINT_ONLINE = "(Nêu tình hình dạy học trực tuyến của đơn vị)"

METHODS = ("trắc nghiệm trên Google Forms và Azota", "kiểm tra trên phòng máy kết hợp bài làm giấy",
           "giao bài trên LMS, chấm tự động", "trắc nghiệm trực tuyến qua K12Online, Quizizz",
           "bài thuyết trình, sản phẩm số nộp qua Google Classroom", "kiểm tra 15 phút trên Azota")
SOFTWARE = (("vnEdu - thu phí", "VNPT Bà Rịa - Vũng Tàu"), ("SSC", "Công ty Cổ phần giải pháp SSC"),
            ("MISA EMIS", "Công ty cổ phần MISA"), ("SISAP", "Công ty SISAP"),
            ("ViettelPay/SMAS", "Viettel Bà Rịa - Vũng Tàu"), ("QuickPay", "Ngân hàng BIDV"))
COURSES = {
    "iii1c": ("tập huấn giáo viên",
              ("Bồi dưỡng đại trà mô đun 4", "Tập huấn mô đun 9 trên hệ thống LMS Viettel",
               "Tập huấn sử dụng sách giáo khoa mới", "Tập huấn Chương trình GDPT 2018",
               "Tập huấn kiểm tra, đánh giá theo Thông tư 22", "Tập huấn dạy học trực tuyến",
               "Tập huấn tư vấn tâm lý học đường", "Tập huấn giáo dục địa phương")),
    "iii1d": ("bồi dưỡng kỹ năng ứng dụng CNTT và chuyển đổi số",
              ("Thiết kế bài giảng e-Learning", "An toàn thông tin mạng",
               "Quay dựng video bài giảng",
               "Sử dụng CSDL ngành", "Kỹ năng số cho giáo viên", "Ứng dụng Canva trong dạy học",
               "Ký số học bạ điện tử", "Quản trị trang thông tin điện tử")),
}
PERIODS = ("tháng 8/2022", "từ 15/7/2022 đến 30/8/2022", "học kỳ I", "tháng 10 và 11/2022",
           "hè 2022", "tháng 02-3/2023", "từ tháng 9/2022 đến tháng 4/2023", "học kỳ II")

# ---- long answers: of each field, topics with their sentences

STOCK = {
    "i1_results_long": (
        ("Về chỉ đạo:", (
            "{unit} đã cụ thể hóa Công văn số 3095/SGDĐT-VP thành kế hoạch của đơn vị.",
            "Ban chỉ đạo chuyển đổi số được kiện toàn và họp định kỳ mỗi tháng một lần.",
            "Nội dung chuyển đổi số được đưa vào nghị quyết và tiêu chí thi đua của {bodies}.")),
        ("Về hạ tầng:", (
            "Đường truyền cáp quang được nâng lên 200 Mbps, phủ wifi khu hành chính và lớp học.",
            "Có {rooms} phòng máy vi tính hoạt động tốt, đáp ứng yêu cầu môn Tin học.",
            "Máy chiếu, tivi được trang bị thêm từ nguồn xã hội hóa.")),
        ("Về quản lý, điều hành:", (
            "Văn bản đi, đến được xử lý hoàn toàn trên hệ thống quản lý văn bản của tỉnh.",
            "Lịch công tác, thông báo được gửi qua trang thông tin điện tử và nhóm Zalo nội bộ.",
            "Hồ sơ {pupils} và giáo viên được cập nhật đầy đủ trên {sis}.")),
        ("Về dạy học:", (
            "Đa số giáo viên sử dụng thành thạo bài trình chiếu và công cụ dạy học tương tác.",
            "{bodies_cap} đã tổ chức {m} tiết thao giảng có ứng dụng CNTT.",
            "Phong trào xây dựng bài giảng điện tử được duy trì ở tất cả các môn học."))),
    "i2_pros_cons_long": (
        ("Thuận lợi:", (
            "Được sự quan tâm chỉ đạo kịp thời của Sở GDĐT và chính quyền địa phương.",
            "Đội ngũ trẻ, nhiệt tình, có khả năng tiếp cận nhanh với công nghệ mới.",
            "Cơ sở vật chất, đường truyền Internet cơ bản đáp ứng nhu cầu sử dụng.",
            "Phụ huynh ủng hộ chủ trương chuyển đổi số trong giáo dục.",
            "Các phần mềm dùng chung của ngành vận hành ổn định, dễ sử dụng.")),
        ("Khó khăn:", (
            "Một số máy tính đã cũ, cấu hình thấp, thường xuyên hư hỏng.",
            "Cán bộ phụ trách CNTT là giáo viên kiêm nhiệm, không có nhiều thời gian.",
            "Kinh phí dành cho CNTT còn hạn hẹp so với nhu cầu thực tế.",
            "Một bộ phận {pupils} có hoàn cảnh khó khăn, chưa có thiết bị học tập tại nhà.",
            "Giáo viên lớn tuổi còn ngại sử dụng các phần mềm mới."))),
    "ii1_online_situation_long": (
        ("Tổ chức dạy học:", (
            "Dạy học trực tiếp là chính, hình thức trực tuyến dùng để ôn tập và phụ đạo buổi tối.",
            "Các lớp cuối cấp học trực tuyến mỗi tuần hai buổi qua Google Meet.",
            "{unit} duy trì lớp học trực tuyến cho {pupils} nghỉ ốm dài ngày.")),
        ("Điều kiện thực hiện:", (
            "Mỗi giáo viên có một tài khoản Microsoft Teams do đơn vị cấp.",
            "Khoảng {p} {pupils} có điện thoại hoặc máy tính để học tại nhà.",
            "Phòng học trực tuyến được trang bị camera và micro không dây.")),
        ("Chất lượng:", (
            "{pupils_cap} tham gia nghiêm túc, tỉ lệ chuyên cần đạt {p}.",
            "Qua khảo sát, phần lớn phụ huynh hài lòng với các buổi ôn tập trực tuyến.",
            "Việc kết hợp hai hình thức giúp {pupils} chủ động hơn trong tự học."))),
    "ii1a_options_long": (
        ("Phương án 1:", (
            "Dạy trực tiếp trên lớp, giao nhiệm vụ về nhà qua {lms}.",
            "Dạy trực tiếp kết hợp ôn tập trực tuyến vào tối thứ ba và thứ năm.",
            "Dạy trực tiếp theo thời khóa biểu, phát lại bài giảng cho {pupils} vắng mặt.")),
        ("Phương án 2:", (
            "Dạy trực tuyến hoàn toàn khi có bão hoặc dịch bệnh theo chỉ đạo của cấp trên.",
            "Tổ chức phụ đạo {pupils} chưa đạt qua Zoom, mỗi buổi không quá 90 phút.",
            "Bồi dưỡng {pupils} giỏi qua lớp học trực tuyến dùng chung.")),
        ("Phương án 3:", (
            "Giao bài, nộp bài và chữa bài qua nhóm Zalo của lớp.",
            "Xây dựng kho video bài giảng để {pupils} tự học theo tiến độ riêng.",
            "Phát phiếu học tập giấy cho {pupils} không có thiết bị."))),
    "ii1b_lms_long": (
        ("Sử dụng:", (
            "{unit} sử dụng {lms} để giao bài tập, kiểm tra ngắn và lưu trữ học liệu.",
            "Tài khoản LMS đã được cấp cho toàn bộ giáo viên và {p} {pupils}.",
            "Trong năm có {q} bài giảng và đề ôn tập được đưa lên hệ thống.")),
        ("Phối hợp với gia đình:", (
            "Phụ huynh theo dõi kết quả học tập của con qua ứng dụng trên điện thoại.",
            "Giáo viên chủ nhiệm nhắc nhở {pupils} tự học thông qua thông báo của hệ thống.",
            "Kết quả kiểm tra được gửi tự động đến phụ huynh.")),
        ("Lộ trình kết nối:", (
            "Dự kiến đến năm học 2023-2024 sẽ đồng bộ điểm số từ {lms} sang {sis}.",
            "Hiện dữ liệu mới được chuyển bằng tệp Excel, chưa kết nối tự động.",
            "{unit} đang làm việc với nhà cung cấp để tích hợp tài khoản dùng chung."))),
    "ii1c_materials_long": (
        ("Đóng góp học liệu:", (
            "Giáo viên đã đóng góp {q} học liệu số vào kho dùng chung.",
            "Mỗi giáo viên xây dựng ít nhất hai bài giảng điện tử trong một học kỳ.",
            "Có {n} bài giảng e-Learning dự thi cấp tỉnh.")),
        ("Đánh giá, lựa chọn:", (
            "{bodies_cap} thẩm định học liệu trước khi đưa vào sử dụng.",
            "Học liệu được chấm theo phiếu gồm nội dung, hình thức và bản quyền.",
            "Những học liệu không rõ nguồn gốc được loại bỏ.")),
        ("Nguồn tham khảo:", (
            "Giáo viên được hướng dẫn khai thác Kho học liệu số igiaoduc của Bộ GDĐT.",
            "Giáo viên tham khảo thêm Khan Academy, PhET và sách điện tử của nhà xuất bản.",
            "Danh mục nguồn tài nguyên tin cậy được công bố trên trang thông tin điện tử."))),
    "ii1d_figures_long": (
        ("Kiểm tra thường xuyên:", (
            "Có {q} lượt bài kiểm tra thường xuyên được thực hiện trực tuyến.",
            "Các môn Tin học, Tiếng Anh thực hiện {n} bài kiểm tra trên máy trong năm học.",
            "Tỉ lệ bài đạt từ trung bình trở lên là {p}.")),
        ("Thi trên máy tính:", (
            "Đã tổ chức {n} đợt thi thử trên máy tính với {q} {pupils} dự thi.",
            "Kỳ thi Tiếng Anh qua mạng thu hút {q} {pupils} đăng ký.",
            "Kết quả thi thử: {p} {pupils} đạt từ 5,0 điểm trở lên.")),
        ("Ngân hàng câu hỏi:", (
            "Ngân hàng đề có {q} câu hỏi, chia theo bốn mức độ nhận thức.",
            "{bodies_cap} đã rà soát, bổ sung {q} câu hỏi trắc nghiệm.",
            "Đề kiểm tra được trộn tự động, mỗi đợt từ 4 đến 8 mã đề."))),
    "ii2a_erecords_long": (
        ("Sổ điểm điện tử:", (
            "Sổ điểm điện tử được dùng ở tất cả các khối lớp trên hệ thống {sis}.",
            "Điểm được nhập đúng tiến độ, khóa sổ sau mỗi đợt kiểm tra.",
            "Sổ điểm in ra vào cuối học kỳ, đóng dấu và lưu trữ theo quy định.")),
        ("Học bạ điện tử:", (
            "Học bạ điện tử đang được thí điểm ở khối đầu cấp.",
            "Đã có {m} giáo viên được cấp chữ ký số cá nhân để ký học bạ.",
            "Chưa áp dụng chứng thư số do chưa bố trí được kinh phí.")),
        ("Liên lạc với phụ huynh:", (
            "Thông tin được gửi đến phụ huynh qua Zalo OA và ứng dụng {sis} miễn phí.",
            "Trang thông tin điện tử có chuyên mục hỏi đáp dành cho phụ huynh.",
            "Mỗi lớp lập một nhóm OTT do giáo viên chủ nhiệm quản lý.")),
        ("Kết nối dữ liệu:", (
            "Dữ liệu được đồng bộ lên CSDL ngành vào đầu và cuối mỗi học kỳ.",
            "Việc kết nối giữa {sis} và CSDL ngành ổn định, ít phát sinh lỗi."))),
    "ii3a_done_long": (
        ("Phân công:", (
            "Phân công một cán bộ đầu mối nhập liệu và một lãnh đạo duyệt số liệu.",
            "{unit} tổ chức rà soát chéo số liệu giữa {bodies} trước khi gửi.",
            "Cán bộ thống kê được tham dự hướng dẫn nhập liệu đầu năm học.")),
        ("Báo cáo định kỳ:", (
            "Hoàn thành báo cáo kỳ đầu năm và cuối năm trên CSDL ngành trước thời hạn.",
            "Nộp đủ hồ sơ trường, lớp, đội ngũ và {pupils} theo biểu mẫu.",
            "Báo cáo giấy có ký, đóng dấu được lưu tại văn thư.")),
        ("Báo cáo đột xuất:", (
            "Thực hiện {n} báo cáo đột xuất theo yêu cầu của Sở GDĐT.",
            "Các yêu cầu đột xuất đều được trả lời trong vòng hai ngày làm việc.",
            "Số liệu được cập nhật ngay khi có {pupils} chuyển đi, chuyển đến."))),
    "ii3a_figures_long": (
        ("Quy mô:", (
            "Số liệu đã được xác nhận trên CSDL ngành ngày {date}.",
            "Tổng số hồ sơ {pupils} đã nhập khớp với sổ đăng bộ.",
            "Có {m} hồ sơ nhân sự được bổ sung mã định danh trong năm.")),
        ("Kỳ báo cáo:", (
            "Đã gửi 02 báo cáo định kỳ (đầu năm và cuối năm học).",
            "Báo cáo đầu năm gửi ngày {date}, không phải chỉnh sửa.",
            "Tỉ lệ hồ sơ đầy đủ thông tin đạt {p}.")),
        ("Định danh:", (
            "{p} {pupils} đã được xác thực số định danh với CSDL quốc gia về dân cư.",
            "Còn {n} trường hợp sai thông tin ngày sinh đang chờ điều chỉnh.",
            "Số hồ sơ chưa xác thực là {n} hồ sơ."))),
    "iv1_results_long": (
        ("Nhận thức:", (
            "Nhận thức của cán bộ, giáo viên về chuyển đổi số có chuyển biến rõ rệt.",
            "Giáo viên chủ động hơn trong việc học và sử dụng công cụ số.",
            "Phụ huynh tin tưởng và phối hợp tốt qua các kênh trực tuyến.")),
        ("Chất lượng dạy học:", (
            "Giờ học sinh động hơn, {pupils} hứng thú với các hoạt động trên nền tảng số.",
            "Đạt {n} giải trong các cuộc thi tin học trẻ và khoa học kỹ thuật.",
            "Chất lượng bài giảng điện tử được nâng lên qua từng học kỳ.")),
        ("Quản trị:", (
            "Thời gian xử lý hồ sơ, văn bản giảm đáng kể so với trước.",
            "Hồ sơ sổ sách được số hóa {p}, thuận tiện cho tra cứu.",
            "Số liệu thống kê thống nhất, phục vụ tốt công tác kiểm tra.")),
        ("Mức độ chuyển đổi số:", (
            "Theo Bộ chỉ số, đơn vị tự đánh giá đạt mức độ 2.",
            "Kết quả tự chấm đạt {m} điểm ở nhóm chuyển đổi số trong dạy, học."))),
    "iv2_difficulties_long": (
        ("Về hạ tầng:", (
            "Đường truyền Internet chưa ổn định vào giờ cao điểm.",
            "Thiếu phòng máy để tổ chức kiểm tra đồng loạt trên máy tính.",
            "Nhiều thiết bị hết thời hạn bảo hành, chi phí sửa chữa lớn.")),
        ("Về nhân lực:", (
            "Chưa có biên chế chuyên trách CNTT.",
            "Kỹ năng số giữa các giáo viên chưa đồng đều.",
            "Người phụ trách thường thay đổi nên việc bàn giao gặp trở ngại.")),
        ("Về kinh phí:", (
            "Nguồn chi thường xuyên không đủ để thuê dịch vụ CNTT dài hạn.",
            "Chưa có hướng dẫn cụ thể về mức chi cho chữ ký số cá nhân.",
            "Công tác xã hội hóa gặp khó do đời sống nhân dân còn khó khăn.")),
        ("Về phần mềm:", (
            "Các phần mềm của nhiều nhà cung cấp chưa liên thông dữ liệu.",
            "Giáo viên phải nhập cùng một số liệu vào nhiều hệ thống."))),
    "v_proposals_long": (
        ("Đối với Sở GDĐT:", (
            "Kính đề nghị Sở GDĐT tổ chức thêm các lớp tập huấn về an toàn thông tin.",
            "Đề nghị Sở thống nhất một phần mềm quản trị dùng chung trong toàn tỉnh.",
            "Sở GDĐT sớm ban hành hướng dẫn thực hiện học bạ điện tử có ký số.")),
        ("Đối với Bộ GDĐT:", (
            "Đề nghị Bộ GDĐT mở rộng kho học liệu số dùng chung theo từng môn học.",
            "Bộ cần quy định định mức nhân viên CNTT trong trường học.",
            "Bộ nâng cấp CSDL ngành, cho phép sửa hồ sơ thuận tiện hơn.")),
        ("Đối với chính quyền địa phương:", (
            "Bố trí kinh phí mua sắm, thay thế máy tính đã hết khấu hao.",
            "Quan tâm nâng cấp đường truyền Internet cho các điểm trường vùng xa.",
            "Có chính sách hỗ trợ phụ cấp cho người làm công tác CNTT.")),
        ("Về cơ chế:", (
            "Tinh giản các báo cáo giấy đã có số liệu trên hệ thống.",
            "Cho phép sử dụng nguồn thu học phí để thuê dịch vụ CNTT."))),
}
NONE_ANSWERS = {
    "iv2_difficulties_long": ("Không có.", "Không có vướng mắc."),
    "v_proposals_long": ("Không có.", "Không có kiến nghị, đề xuất."),
    "ii1b_lms_long": ("Đơn vị chưa sử dụng phần mềm LMS.",),
}

# ---- how hands type

ROMAN = ("", "I", "II", "III", "IV", "V")
SCHEMES = (
    ("{r0}.", "{n1}.", "{a2})"), ("{r0}.", "{n1}.", "{a2})"), ("{r0}.", "{n1}.", "{n1}.{n2}."),
    ("{r0}/", "{n1}/", "{a2}/"), ("{A0}.", "{r1}.", "{n2}."), ("Phần {r0}:", "{n1}.", "{a2}."),
    ("{n0}.", "{n0}.{n1}.", "{n0}.{n1}.{n2}."), ("{r0}.", "{r0}.{n1}.", "{a2})"), ("", "", ""),
)
WORD_LISTS = ({0: "I.", 1: "1.", 2: "a)"}, {1: "1."}, {2: "a)"}, {1: "1.", 2: "a."})
QUESTION_MARKS = ("- ", "- ", "+ ", "• ", "* ", "")
COLONS = (": ", ": ", ": ", " : ", ":\t", ":")
LONG_FORMS = ("prose", "prose", "bullets", "numbered", "leads", "bold leads", "leads above")
NUMBER_WORDS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
DOTS = "……"
BLANKS = ("………", "..........", "", "đang rà soát", "chưa thống kê", "/")
LEVEL_NAMES = ({"mn": "MN", "th": "TH", "thcs": "THCS"},
               {"mn": "Mầm non", "th": "Tiểu học", "thcs": "THCS"},
               {"mn": "Cấp MN", "th": "Cấp TH", "thcs": "Cấp THCS"})
STAFF = ("CBQL, GV", "cán bộ quản lý, giáo viên", "CBQL và giáo viên", "cán bộ, giáo viên")

TOWNS = (("thành phố", "Vũng Tàu"), ("thành phố", "Bà Rịa"), ("thị xã", "Phú Mỹ"),
         ("huyện", "Châu Đức"), ("huyện", "Xuyên Mộc"), ("huyện", "Long Điền"), ("huyện", "Đất Đỏ"))
SCHOOLS = (("Trường Tiểu học", "TH"), ("Trường THCS", "THCS"), ("Trường THPT", "THPT"),
           ("Trung tâm GDTX", "TTGDTX"), ("Trường THCS-THPT", "THCSTHPT"))
PATRONS = ("Hoa Sen", "Bình Minh", "Long Hải", "Phước Thắng", "Hắc Dịch", "Kim Long", "Bưng Riềng",
           "Minh Đạm", "Láng Lớn", "Suối Rao")
SIGNERS = ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phạm Thị D", "")
GRADEBOOKS = ("vnEdu", "SMAS", "K12Online", "QLTH Viettel")
LEARNING = ("VNPT E-Learning", "K12Online", "Google Classroom", "Viettel LMS", "Microsoft Teams")

SUBJECT = ("Tổng kết đánh giá tình hình triển khai nhiệm vụ ứng dụng CNTT và chuyển đổi số "
           "năm học 2022-2023")
HEADING_NOTE = "(Báo cáo này làm cơ sở để Đoàn kiểm tra đầu năm học thực hiện tại đơn vị)"
ANNEX = "(Đính kèm Công văn số 1352/SGDĐT-VP ngày 19/05/2023 của Sở GDĐT)"
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")
INTROS = (
    "Thực hiện công văn của Sở GDĐT về việc báo cáo tổng kết nhiệm vụ ứng dụng CNTT, CĐS và thống "
    "kê giáo dục, {name} báo cáo như sau:",
    "Căn cứ Công văn số 3095/SGDĐT-VP ngày 20/09/2022 của Sở GDĐT, {name} báo cáo kết quả thực "
    "hiện năm học 2022-2023 cụ thể như sau:",
    "{name} kính gửi Sở GDĐT báo cáo tổng kết với các nội dung sau đây:",
)
CLOSINGS = ("Trên đây là báo cáo tổng kết năm học 2022-2023 của {name}./.",
            "Trên đây là báo cáo của {name}, kính gửi Sở GDĐT tổng hợp./.",
            "{name} trân trọng báo cáo./.")
