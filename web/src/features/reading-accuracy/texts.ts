export const READING_ACCURACY = {
  'accuracy.title': 'Độ chính xác khi sử dụng',
  'accuracy.lead':
    'So đề xuất của hệ thống với nội dung đã được xác nhận. Chỉ tính những văn bản đồng chí được xem.',
  'accuracy.from': 'Xác nhận từ ngày',
  'accuracy.until': 'Đến ngày',
  'accuracy.empty':
    'Chưa có văn bản nào được xác nhận trong khoảng này. Xác nhận một văn bản để có số liệu.',
  'accuracy.over': 'Trên {count} văn bản đã xác nhận',
  'accuracy.kind': 'Loại',
  'accuracy.proposed': 'Đề xuất',
  'accuracy.kept': 'Giữ nguyên',
  'accuracy.changed': 'Đã sửa',
  'accuracy.discarded': 'Bỏ qua',
  'accuracy.added': 'Thêm tay',
  'accuracy.export': 'Tải văn bản đã xác nhận',
  'accuracy.export.note':
    'Tệp JSON gồm toàn văn và nội dung đã xác nhận, dùng để kiểm tra và cải thiện việc đọc văn bản. Mỗi tệp có nhiều nhất 200 văn bản.',
  'accuracy.words': 'Từ ngữ đọc văn bản',
  'words.title': 'Từ ngữ đọc văn bản',
  'words.lead':
    'Thêm những từ mà hệ thống chưa biết. Từ mới dùng cho các văn bản đưa vào sau khi lưu; văn bản đã đọc giữ nguyên.',
  'words.since': 'Danh sách hiện nay dùng từ ngày {day}.',
  'words.hint': 'Mỗi dòng một từ. Có sẵn {count} từ trong hệ thống.',
  'words.bodies': 'Tên, tên gọi tắt của cơ quan',
  'words.fields': 'Lĩnh vực sau chữ Sở, Phòng',
  'words.posts': 'Chức danh được giao việc thay cho cơ quan',
  'words.verbs': 'Động từ mở đầu nhiệm vụ',
  'words.reports': 'Động từ thuật lại, kiến nghị (không phải giao việc)',
  'words.trades': 'Ngành nghề, sản phẩm trong tên HTX',
  'words.units': 'Đơn vị tính, vật được đếm',
  'words.indicators': 'Từ ngữ chỉ chỉ tiêu',
  'words.indicators.hint':
    'Mỗi dòng: cụm từ đứng cạnh con số = tên chỉ tiêu, ví dụ “số hộ liên kết = Số thành viên”. Có sẵn {count} quy tắc. Tên chỉ tiêu: {names}.',
  'words.indicators.unknown':
    '“{line}”: sau dấu = phải là tên một chỉ tiêu trong danh sách dưới ô.',
  'words.save': 'Lưu từ ngữ',
  'words.saved': 'Đã lưu từ ngữ.',
  'words.long': 'Mỗi từ có từ 2 đến 80 ký tự, mỗi ô nhiều nhất 500 từ.',
  'words.none': 'Chưa thêm từ nào.',
  'words.admin': 'Chỉ người quản trị hệ thống được thêm, bớt từ.',
} as const
