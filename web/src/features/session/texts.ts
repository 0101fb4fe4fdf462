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
  'session.forgotten.title': 'Quên mật khẩu',
  'session.forgotten.text':
    'Mật khẩu không được lưu ở dạng đọc được, nên không ai xem lại giúp được. Người quản trị tài khoản của cơ quan cấp cho đồng chí một đường dẫn dùng một lần để đặt mật khẩu mới.',
  'session.forgotten.one':
    'Liên hệ người quản trị tài khoản của cơ quan, trực tiếp hoặc qua điện thoại công vụ.',
  'session.forgotten.two':
    'Nhận đường dẫn dùng một lần. Đường dẫn có thời hạn và chỉ mở được một lần.',
  'session.forgotten.three': 'Mở đường dẫn trên máy của mình và đặt mật khẩu mới.',
  'session.forgotten.care': 'Không gửi đường dẫn này cho người khác, kể cả người quản trị.',
  'session.back': 'Về trang đăng nhập',
  'session.outside': 'Đăng nhập bằng {label}',
  'session.outside.failed':
    'Chưa đăng nhập được qua hệ thống ngoài. Hãy thử lại, hoặc dùng mật khẩu.',
  'session.outside.unknown':
    'Hệ thống ngoài đã xác nhận, nhưng chưa có tài khoản gắn với định danh này. Hãy liên hệ người quản trị.',
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
