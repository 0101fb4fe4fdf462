/** What stands around a text on a page; each is tried at a line's beginning, in lower case. */

/** After one of these, short lines and lines that begin with a mark are other people's news. */
export const TEASER_HEADS =
  /^(?:[•»>*\-–☰[\s]*)(?:(?:các )?(?:tin|bài)(?: bài| viết)?(?: tức)? (?:liên quan|khác|cùng|mới|cũ|đã đưa|đọc nhiều|nổi bật|tiếp theo|trước đó)|tin cùng|bài liên quan|(?:đọc|xem) (?:thêm|tiếp|nhiều)|đọc nhiều nhất|có thể bạn quan tâm|chuyên mục khác|bình luận|ý kiến (?:bạn đọc|của bạn)|gửi (?:bình luận|ý kiến)|tags?\s*:|từ khóa\s*:|thăm dò|bình chọn|thống kê truy cập|liên kết website|danh mục\b|video\b|ảnh nổi bật)/

/** Lines that are never text, wherever they stand. */
export const FURNITURE_LINES: readonly RegExp[] = [
  /^(?:lượt (?:xem|truy cập|tải|đọc)|số lượt|tổng (?:số )?lượt|đang (?:online|truy cập|trực tuyến)|hôm nay:|tất cả:|trong tuần:|trong tháng:|cỡ chữ|xem cỡ chữ|chia sẻ|share\b|print\b|in (?:trang|bài)(?!\p{L})|gửi (?:email|mail|phản hồi|bình luận)|trang chủ|đăng nhập|☰|menu\b|hotline|(?:đt|điện thoại|đường dây nóng|fax|email|e-mail|website)(?!\p{L}).{0,12}[:\d]|địa chỉ\s*:|cơ quan chủ quản|chịu trách nhiệm (?:nội dung|xuất bản|chính)|giấy phép|bản quyền|copyright|©|ghi rõ nguồn|ghi chú nguồn|tòa soạn|tổng biên tập|like\b|facebook|zalo|tweet|nguồn\s*:|tác giả\s*:|người ký\s*:|ngày ký\s*:|trở về đầu trang|về trang trước|quay lại|tải về|file đính kèm|tệp đính kèm|\(?trang \d+)/u,
  /^\[(?!\s*ảnh).{0,40}\]$/,
  /^https?:\/\/\S+$/,
  /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/?$/,
  /^(?:[•*-]\s*)?(?:bình chọn|đang online|hôm nay|trong tuần|trong tháng|tất cả|tháng này|năm nay|tổng (?:số )?lượt)(?!\p{L}).{0,60}$/u,
  /^[_\-=*~.\s]{3,}$/,
]

/** Counters that may stand anywhere in a short line. */
export const COUNTERS =
  /lượt xem|lượt truy cập|lượt tải|số lượt|đang online|cỡ chữ|\bhotline\b|gmt\s*\+/

export const CAPTION =
  /^(?:\(?\[?\s*(?:ảnh|hình)\b|(?:quang|toàn) cảnh|một góc|các đại biểu (?:dự|tham|tham quan)|đại biểu (?:dự|tham dự)|(?:bài|tin)(?:, ảnh| và ảnh)?\s*:)/

/** A line without a full stop that tells what a picture shows. */
export const CAPTION_VERB =
  /(?:phát biểu|kết luận|chủ trì|báo cáo|trình bày|trao|thông qua|tặng)(?: [^.]{0,60})?$/

export const RECIPIENTS = /^nơi nhận\s*:?/
export const ANNEX = /^(?:phụ lục|biểu(?: mẫu)?|danh mục|bảng phân công)\b/
export const SIGNATURE =
  /^(?:(?:tm|kt|tl|tuq|q)\.\s*\p{L}|chủ tịch$|phó chủ tịch$|giám đốc$|chánh văn phòng$|trưởng ban$|\(?đã ký\)?$)/u
