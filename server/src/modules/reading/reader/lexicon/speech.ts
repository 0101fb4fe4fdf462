/** What a heading announces: tasks to be done, or something else. Tried in this order. */
export const HEADINGS: readonly (readonly [RegExp, 'order' | 'none' | 'target'])[] = [
  [
    /^(?:đánh giá )?(?:kết quả|tình hình) (?:tổ chức |triển khai |thực hiện )+(?:các )?(?:chỉ tiêu|mục tiêu)/u,
    'none',
  ],
  [
    /mục (?:đích|tiêu),? (?:và )?yêu cầu|yêu cầu, mục (?:đích|tiêu)|^yêu cầu$|^mục đích|quan điểm|phạm vi|đối tượng/u,
    'none',
  ],
  [
    /(?:nhiệm vụ|giải pháp|phân công|tổ chức thực hiện|trách nhiệm|chỉ đạo|nội dung thực hiện|nội dung, nhiệm vụ|công tác trọng tâm|công việc trọng tâm|kết luận|nội dung triển khai|chế độ (?:họp|báo cáo|thông tin|làm việc)|tiến độ(?: thực hiện)?$|lộ trình|các bước|thời gian thực hiện)(?!.{0,60}(?:kết quả (?:đạt|thực)|đã (?:đạt|thực)))/u,
    'order',
  ],
  [/kiến nghị|đề xuất|đề nghị(?! \p{L}+ (?:mặt|liên|ủy|hội))/u, 'none'],
  [/mục tiêu|chỉ tiêu|phấn đấu|dự kiến/u, 'target'],
  [/phương hướng|kế hoạch (?:năm|quý|6 tháng)|định hướng/u, 'target'],
  [
    /kết quả|tình hình|thực trạng|đánh giá|tồn tại|hạn chế|khó khăn|nguyên nhân|kinh phí|thuận lợi|ưu điểm|bài học|công tác hỗ trợ|chất lượng|mô hình|bối cảnh|sự cần thiết|căn cứ|trình độ|nguồn (?:vốn|lực)/u,
    'none',
  ],
]

/** Words that give an order. `needs` says what must follow for the word to be one. */
export const ORDER_WORDS =
  /(?<!\p{L})(yêu cầu|đề nghị|giao|chỉ đạo|phân công|lưu ý|lưu|nhấn mạnh|nhắc nhở|nhắc|quán triệt|kêu gọi|nêu rõ|khẳng định|cho rằng|gợi ý|mong muốn|chỉ rõ|kết luận)(?!\p{L})/gu

/** Before these words an order word is a noun or part of another verb. */
export const NOT_ORDER_BEFORE =
  /(?:đáp ứng|đáp ứng được|theo|sự|các|những|của|được|bàn|chuyển|ban|ý kiến|phát biểu|tiếp thu|về|văn bản|mục đích,|chức năng|công tác|đơn|nhiệm vụ|lãnh đạo,|tiếp tục|sản phẩm|(?:kế hoạch|chỉ tiêu|nhiệm vụ) (?:tỉnh|huyện|trung ương)|đầu tư|đã|từng|vừa|tham mưu|kịp thời|tập trung|ngân sách|thực hiện|phải|cần|để|khẩn trương|tập trung lãnh đạo,|lãnh đạo|trực tiếp|đề xuất,|đề xuất|rà soát,|quan tâm,|quan tâm) $/u

/** Who speaks for the meeting or issues the document. */
export const SPEAKER =
  /đồng chí|đ\/c|(?:^|[ ,])(?:ông|bà|tôi) |chủ tịch|bí thư|trưởng ban|trưởng đoàn|đoàn giám sát|đoàn kiểm tra|ban chỉ đạo|chủ trì|kết luận|phát biểu|thường trực|lãnh đạo (?:ubnd|tỉnh|huyện|xã)|^ubnd |, ubnd |thủ tướng|bộ trưởng|thứ trưởng|giám đốc sở|^sở |, sở |tỉnh ủy|huyện ủy|hội nghị|cuộc họp|văn phòng|liên minh/u

/** A paragraph that begins so lets the chair speak. */
export const CHAIR_OPENS =
  /^(?:phát biểu )?(?:kết luận|chỉ đạo|bế mạc)(?: chỉ đạo)?(?: (?:tại|cuộc|hội|buổi|phiên|đợt|nội|vấn|chương))|^(?:phát biểu |thay mặt [^,]{3,60},? )?(?:kết luận|chỉ đạo)[, ]|^phát biểu chỉ đạo|^(?:cũng )?(?:trong )?(?:phần )?(?:phát biểu )?kết luận|^nhấn mạnh|^để (?:thực hiện|hoàn thành|khắc phục|nâng cao|phát huy|tiếp tục)|^trên cơ sở (?:ý kiến|báo cáo|thảo luận|các ý kiến)[^.]{0,200}(?:kết luận|yêu cầu|giao|chỉ đạo)|^sau khi (?:nghe|các|thảo luận)[^.]{0,200}(?:kết luận|chỉ đạo|yêu cầu)/u

/** A paragraph that begins so ends the chair's words. */
export const CHAIR_CLOSES =
  /^(?:trước đó|cũng tại|cũng trong|cũng nhân|cũng dịp|(?:nhân )?dịp này|nhân dịp|kết thúc|tiếp thu|thay mặt|đáp lời|đáp từ|phát biểu tiếp thu|thảo luận|trao đổi tại|tham luận|theo báo cáo|báo cáo (?:tại|với|kết)|sau hội nghị|sau cuộc họp|trong khuôn khổ|tại hội nghị,|tại cuộc họp,|tại buổi làm việc,|tại phiên họp,|được biết|hiện nay,|hiện toàn|tính đến|theo kế hoạch|theo thống kê|năm \d{4}, (?:toàn )?(?:tỉnh|huyện|xã)|mục tiêu|chiều cùng ngày|sáng cùng ngày|cùng ngày)/u

/** Verbs by which somebody reports, wishes or comments. */
export const REPORTING =
  /(?<!\p{L})(?:cho biết|cho rằng|chia sẻ|kiến nghị|đề xuất|đề nghị|phản ánh|mong muốn|mong|báo cáo|bày tỏ|trình bày|giải trình|trao đổi|thông tin|kể|nêu (?:khó khăn|bài học|thực trạng|ý kiến|vướng mắc)|tham luận|phân tích|nhìn nhận|đánh giá|bộc bạch|tâm sự|chỉ rõ (?:khó khăn|hạn chế)|thảo luận|góp ý)(?!\p{L})/u

export const OTHER_SPEAKERS =
  /^(?:(?:cũng |phát biểu |tham luận |trao đổi |thảo luận |góp ý |báo cáo )?(?:tại|trong|với) [^,:.]{0,80}[,:] ?|(?:tiếp thu|giải đáp|trả lời|làm rõ|giải trình)[^,.]{0,60}, |trước đó, |bên cạnh đó, |tuy nhiên, |ngoài ra, )?(?:ông|bà|anh|chị|đại diện|đại biểu|nhiều đại biểu|các đại biểu|một số đại biểu|các ý kiến|nhiều ý kiến|ý kiến|lãnh đạo (?!ubnd tỉnh|tỉnh)|giám đốc|phó giám đốc|tổ trưởng|chủ nhiệm|trưởng phòng|theo (?!đó|chức|kế hoạch)|các thành viên|nhiều địa phương|một số|chủ tịch (?:hđqt|hội đồng|liên minh|ubnd (?:xã|huyện|phường|thị trấn|đặc khu) \p{L})|phó chủ tịch ubnd (?:xã|huyện|phường|đặc khu)|hội nghị cũng|các sở|đồng chí)/u

/** "Các HTX đã có nhiều cố gắng; …": what follows goes on telling, unless a word orders. */
export const TELLS =
  /^[^;:]{3,90} đã có (?:nhiều|những) (?:cố gắng|nỗ lực|kết quả|chuyển biến|tiến bộ)|^(?:ghi nhận|biểu dương|đánh giá cao|hoan nghênh)(?!\p{L})[^;:.]{0,120}:|^(?:đến nay|hiện nay|hiện),? (?:toàn )?(?:tỉnh|thành phố|huyện|thị xã|xã|phường)(?: \p{L}+){0,4}? (?:có|đã|mới)(?!\p{L})|^(?:sáu|chín|\d{1,2}) tháng đầu năm(?: \d{4})?,? (?:đã |toàn \p{L}+ )?(?:thành lập|đạt|có|doanh thu|tổng)(?!\p{L})/u
