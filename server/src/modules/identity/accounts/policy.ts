import type { AccountAction } from '@hopluc/shared/accounts'
import type { Actor } from '../../../platform/context.ts'
import { declarePermissions } from '../permissions.ts'

const ADMIN = ['admin'] as const
const EVERYONE = [
  'chair',
  'delegate',
  'standing',
  'leader',
  'clerk',
  'officer',
  'cooperative',
  'observer',
  'admin',
] as const

declarePermissions({
  module: 'identity',
  vi: 'Tài khoản và nhật ký',
  en: 'Accounts and audit',
  actions: {
    'account.create': { vi: 'Tạo tài khoản', en: 'Create an account', roles: ADMIN },
    'account.change': {
      vi: 'Sửa, khóa, mở tài khoản',
      en: 'Change, close or reopen an account',
      roles: ADMIN,
    },
    'account.add_post': { vi: 'Gán chức vụ', en: 'Give a post', roles: ADMIN },
    'account.end_post': { vi: 'Kết thúc chức vụ', en: 'End a post', roles: ADMIN },
    'account.make_reset': {
      vi: 'Cấp đường dẫn đặt lại mật khẩu',
      en: 'Make a one-time password link',
      roles: ADMIN,
    },
    'account.invite': {
      vi: 'Mời bằng đường dẫn một lần',
      en: 'Invite by a one-time link',
      roles: ADMIN,
    },
    'account.make_sign_in_link': {
      vi: 'Cấp đường dẫn và mã đăng nhập một lần',
      en: 'Make a sign-in link with a one-time code',
      roles: ADMIN,
    },
    'account.unlock': { vi: 'Mở khóa đăng nhập', en: 'Unlock sign-in', roles: ADMIN },
    'account.link_identity': {
      vi: 'Gắn định danh của hệ thống đăng nhập ngoài',
      en: 'Note what an outside provider calls a person',
      roles: ADMIN,
    },
    'account.hand_over': {
      vi: 'Khóa và bàn giao tài khoản',
      en: 'Lock and hand over an account',
      roles: ['leader', 'admin'],
    },
    'account.change_rules': {
      vi: 'Sửa quy tắc đăng nhập',
      en: 'Change the rules of sign-in',
      roles: ADMIN,
    },
    'account.add_second_factor': {
      vi: 'Thêm lớp xác thực thứ hai',
      en: 'Add a second factor',
      roles: EVERYONE,
    },
    'account.remove_second_factor': {
      vi: 'Gỡ lớp xác thực thứ hai',
      en: 'Remove a second factor',
      roles: EVERYONE,
    },
    'account.renew_recovery_codes': {
      vi: 'Cấp lại mã khôi phục',
      en: 'Renew recovery codes',
      roles: EVERYONE,
    },
    'token.create': { vi: 'Tạo mã truy cập API', en: 'Make an API token', roles: EVERYONE },
    'token.end': { vi: 'Thu hồi mã truy cập API', en: 'Revoke an API token', roles: EVERYONE },
    'session.miss_second_factor': {
      vi: 'Nhập sai lớp xác thực thứ hai',
      en: 'Miss the second factor',
      roles: EVERYONE,
    },
    'account.change_password': {
      vi: 'Đổi mật khẩu của mình',
      en: 'Change own password',
      roles: EVERYONE,
    },
    'account.reset_password': {
      vi: 'Đặt lại mật khẩu bằng đường dẫn một lần',
      en: 'Set a password by a one-time link',
      roles: EVERYONE,
    },
    'session.open': { vi: 'Đăng nhập', en: 'Sign in', roles: EVERYONE },
    'session.close': { vi: 'Đăng xuất', en: 'Sign out', roles: EVERYONE },
    'session.switch_post': { vi: 'Chuyển chức vụ', en: 'Switch post', roles: EVERYONE },
    'session.end': { vi: 'Kết thúc phiên làm việc', en: 'End a session', roles: EVERYONE },
    'audit.read': {
      vi: 'Xem nhật ký trong phạm vi của mình',
      en: 'Read the audit within own scope',
      roles: EVERYONE.filter((role) => role !== 'cooperative'),
    },
  },
  deeds: {
    'record.destroy': { vi: 'Tiêu hủy theo quyết định', en: 'Destroy under an act' },
    'audit.purge': {
      vi: 'Xóa nội dung nhật ký theo quyết định',
      en: 'Purge contents of the audit',
    },
    // Whoever reads a list may save it; that it was asked for is kept.
    'export.ask': { vi: 'Xuất danh sách dài ra Excel', en: 'Export a long list' },
  },
})

/** The administrator of the installation keeps accounts. */
export function mayKeepAccounts(actor: Actor): boolean {
  return actor.role === 'admin'
}

const KEEPS = [
  'change',
  'add_post',
  'end_post',
  'reset',
  'invite',
  'sign_in_link',
  'unlock',
  'end_sessions',
  'remove_second_factor',
  'link_identity',
] as const satisfies AccountAction[]

/** Handing over is also the leader's whose officer leaves; the database says of whom. */
export function allowedOnAccount(actor: Actor, mayHandOver: boolean): AccountAction[] {
  return [...(mayKeepAccounts(actor) ? KEEPS : []), ...(mayHandOver ? ['hand_over' as const] : [])]
}
