/*
 * extract_titles.h - titles of the outlines, and merged cells, for bodies of
 * extract_examples.h.
 */
#ifndef EXTRACT_TITLES_H
#define EXTRACT_TITLES_H

/* Hải Phòng, annex 1 */
#define H3 L("3. Một số kết quả ứng dụng CNTT và chuyển đổi số cụ thể")
#define H31                                                                                       \
	L("3.1. Kết quả ứng dụng CNTT và chuyển đổi số trong đổi mới nội " \
	  "dung, phương pháp dạy học và kiểm tra đánh giá")
#define H32                                                                                     \
	L("3.2. Ứng dụng CNTT và chuyển đổi số trong đổi mới phương thức " \
	  "quản trị CSGD")
#define H33                                                                                          \
	L("3.3. Hạ tầng, thiết bị phục vụ dạy tin học, ứng dụng CNTT, chuyển " \
	  "đổi số")
#define H35 L("3.5. Kết quả phát triển nguồn nhân lực số")
/* ... annex 2 */
#define SCALE  L("1. Quy mô triển khai tại địa phương")
#define RESULT L("2. Kết quả đánh giá")
/* the scheme */
#define S3 L("III. Thống kê kết quả giai đoạn 2022 - 2025")

/* A cell over n columns. */
#define WIDE(n, t) \
	"<w:tc><w:tcPr><w:gridSpan w:val='" n "'/></w:tcPr>" L(t) "</w:tc>"

#endif
