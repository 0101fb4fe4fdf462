export const LIB = {
  'error.network': 'Không kết nối được máy chủ. Kiểm tra đường truyền rồi thử lại.',
  'error.server': 'Máy chủ gặp lỗi, chưa ghi gì. Hãy thử lại sau ít phút.',
  'error.unreadable': 'Máy chủ trả lời không đúng dạng. Hãy tải lại trang để dùng bản mới nhất.',
  'error.page': 'Trang gặp lỗi. Hãy tải lại; dữ liệu đang nhập vẫn được giữ trên máy này.',
  'days.late': 'Quá hạn {count} ngày',
  'days.left': 'Còn {count} ngày',
  'days.today': 'Hạn hôm nay',
  'money.dong': '{amount} đồng',
  'money.million': '{amount} triệu đồng',
  'money.billion': '{amount} tỷ đồng',
} as const
