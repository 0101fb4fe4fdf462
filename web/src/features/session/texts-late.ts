/** Of the pages on which a password is set by a link: few see them. */
export const SESSION_LATE = {
  'session.forgotten.title': 'Quên mật khẩu',
  'session.forgotten.text':
    'Mật khẩu không được lưu ở dạng đọc được, nên không ai xem lại giúp được. Người quản trị tài khoản của cơ quan cấp cho đồng chí một đường dẫn dùng một lần để đặt mật khẩu mới.',
  'session.forgotten.one':
    'Liên hệ người quản trị tài khoản của cơ quan, trực tiếp hoặc qua điện thoại công vụ.',
  'session.forgotten.two':
    'Nhận đường dẫn dùng một lần. Đường dẫn có thời hạn và chỉ mở được một lần.',
  'session.forgotten.three': 'Mở đường dẫn trên máy của mình và đặt mật khẩu mới.',
  'session.forgotten.care': 'Không gửi đường dẫn này cho người khác, kể cả người quản trị.',
  'session.invited.title': 'Chào {name}',
  'session.invited.text':
    'Tài khoản đã được tạo với tên đăng nhập {username}. Đặt mật khẩu riêng để bắt đầu làm việc; đường dẫn này chỉ dùng được một lần.',
  'session.reset.over':
    'Đường dẫn đã được dùng hoặc hết hạn. Hãy xin người quản trị cấp đường dẫn mới.',
  'session.reset.title': 'Đặt mật khẩu mới',
  'session.reset.text': 'Đường dẫn này chỉ dùng được một lần.',
  'session.reset.do': 'Đặt mật khẩu',
  'session.reset.done': 'Đã đặt mật khẩu mới. Hãy đăng nhập.',
} as const
