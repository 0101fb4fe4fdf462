/** Of what the frame opens when it is asked to. */
export const SHELL_LATE = {
  'shell.asOf.title': 'Xem tại một ngày đã qua',
  'shell.asOf.text': 'Trang hiện dữ liệu như cuối ngày đó: chỉ đọc, không có thao tác.',
  'shell.asOf.go': 'Xem tại ngày này',
  'shell.asOf.day': 'Ngày',
} as const
