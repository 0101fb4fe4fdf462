export const SESSION = {
  'session.signIn.title': 'Đăng nhập',
  'session.signIn.lead': 'Chỉ đạo, điều hành phát triển kinh tế tập thể',
  'session.username': 'Tên đăng nhập',
  'session.password': 'Mật khẩu',
  'session.signIn': 'Đăng nhập',
  'session.forgotten': 'Quên mật khẩu',
  'session.ended':
    'Phiên làm việc đã kết thúc. Đăng nhập lại để tiếp tục; nội dung đang nhập vẫn được giữ.',
  'session.username.missing': 'Nhập tên đăng nhập',
  'session.password.missing': 'Nhập mật khẩu',
  'session.demo.title': 'Tài khoản dùng thử',
  'session.demo.text': 'Chọn một tài khoản để vào ngay. Mật khẩu chung: {password}',
  'session.change.title': 'Đổi mật khẩu',
  'session.change.first':
    'Đây là lần đăng nhập đầu tiên bằng mật khẩu được cấp. Đặt mật khẩu riêng để bắt đầu làm việc.',
  'session.change.current': 'Mật khẩu hiện tại',
  'session.change.currentFirst': 'Mật khẩu được cấp',
  'session.change.next': 'Mật khẩu mới',
  'session.change.again': 'Nhập lại mật khẩu mới',
  'session.change.rule':
    'Từ {least} ký tự, có {kinds} trong 4 loại: chữ thường, chữ hoa, chữ số, ký tự khác; hoặc một câu từ {phrase} ký tự.',
  'session.change.short': 'Mật khẩu mới còn ngắn',
  'session.change.different': 'Hai lần nhập chưa giống nhau',
  'session.change.do': 'Đổi mật khẩu',
  'session.change.done': 'Đã đổi mật khẩu',
  'session.back': 'Về trang đăng nhập',
  'session.outside': 'Đăng nhập bằng {label}',
  'session.outside.failed':
    'Chưa đăng nhập được qua hệ thống ngoài. Hãy thử lại, hoặc dùng mật khẩu.',
  'session.outside.unknown':
    'Hệ thống ngoài đã xác nhận, nhưng chưa có tài khoản gắn với định danh này. Hãy liên hệ người quản trị.',
} as const
