import { AppError } from '../../../platform/errors.ts'

export const totpPresent = () =>
  new AppError('conflict', 'second_factor.totp_present', {
    vi: 'Tài khoản đã có ứng dụng xác thực. Hãy gỡ ứng dụng cũ trước khi thiết lập lại.',
    en: 'This account has an authenticator app. Remove it before setting up another.',
  })

export const notStarted = () =>
  new AppError('rule', 'second_factor.not_started', {
    vi: 'Chưa bắt đầu thiết lập ứng dụng xác thực. Hãy quét mã QR trước.',
    en: 'The authenticator app has not been set up. Scan the QR code first.',
  })

export const wrongCode = () =>
  new AppError('rule', 'second_factor.wrong', {
    vi: 'Mã chưa đúng hoặc đã dùng. Hãy nhập mã đang hiện trên ứng dụng; nếu vẫn sai, kiểm tra giờ của điện thoại.',
    en: 'The code is wrong or has been used. Enter the one shown now; if it fails again, check the clock of the phone.',
  })

export const refusedFactor = () =>
  new AppError('unauthenticated', 'session.second_factor_refused', {
    vi: 'Mã hoặc khóa chưa đúng, hoặc đã dùng. Hãy thử mã đang hiện; nếu vẫn sai, kiểm tra giờ của điện thoại.',
    en: 'The code or key is wrong or has been used. Try the one shown now; if it fails again, check the clock of the phone.',
  })

export const noSite = () =>
  new AppError('rule', 'second_factor.no_passkeys_here', {
    vi: 'Hệ thống này chưa dùng được khóa truy cập: địa chỉ phải là tên miền có HTTPS.',
    en: 'Passkeys cannot be used here: the address must be a domain name over HTTPS.',
  })

export const passkeyRefused = () =>
  new AppError('rule', 'second_factor.passkey_refused', {
    vi: 'Không xác minh được khóa truy cập. Hãy làm lại từ đầu trên đúng địa chỉ của hệ thống.',
    en: 'The passkey could not be verified. Begin again, under the address of this installation.',
  })

export const passkeyKnown = () =>
  new AppError('conflict', 'second_factor.passkey_known', {
    vi: 'Khóa truy cập này đã được đăng ký.',
    en: 'This passkey is registered already.',
  })

export const noSuchFactor = () =>
  new AppError('not_found', 'second_factor.not_found', {
    vi: 'Tài khoản không có lớp xác thực này.',
    en: 'The account has no such second factor.',
  })

export const wrongPassword = () =>
  new AppError('rule', 'password.wrong', {
    vi: 'Mật khẩu hiện tại chưa đúng.',
    en: 'The current password is not right.',
  })
