import { AppError } from '../../../platform/errors.ts'

export const refused = () =>
  new AppError('unauthenticated', 'session.refused', {
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi nhập lại.',
    en: 'The user name or the password is not right. Check them and try again.',
  })

export const noPost = () =>
  new AppError('forbidden', 'session.no_post', {
    vi: 'Tài khoản chưa được gán chức vụ còn hiệu lực. Hãy liên hệ người quản trị tài khoản của cơ quan.',
    en: 'This account holds no post today. Ask the administrator of accounts.',
  })

export const postEnded = () =>
  new AppError('unauthenticated', 'session.post_ended', {
    vi: 'Chức vụ của phiên làm việc này đã hết hiệu lực. Hãy đăng nhập lại để làm việc theo chức vụ khác.',
    en: 'The post of this session is no longer held. Sign in again to act under another.',
  })

export const unknownPost = () =>
  new AppError('forbidden', 'session.not_own_post', {
    vi: 'Đồng chí không giữ chức vụ này trong hôm nay.',
    en: 'You do not hold this post today.',
  })

export const wrongPassword = () =>
  new AppError('rule', 'password.wrong', {
    vi: 'Mật khẩu hiện tại chưa đúng.',
    en: 'The current password is not right.',
  })

export const noSuchSession = () =>
  new AppError('not_found', 'session.not_found', {
    vi: 'Phiên làm việc này không còn.',
    en: 'There is no such session any more.',
  })

export const stepOver = () =>
  new AppError('unauthenticated', 'session.step_over', {
    vi: 'Đã quá thời gian hoặc quá số lần nhập lớp xác thực thứ hai. Hãy đăng nhập lại từ đầu.',
    en: 'The time or the number of tries for the second factor is over. Sign in again.',
  })
