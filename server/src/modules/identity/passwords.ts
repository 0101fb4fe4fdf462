import { hash, verify } from '@node-rs/argon2'
import { randomBytes, randomInt } from 'node:crypto'
import { AppError } from '../../platform/errors.ts'

/** Argon2id; both functions work on threads beside the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Among the first tries of everyone who guesses, here and elsewhere; compared without digits' tails. */
const COMMON = [
  'password',
  'matkhau',
  'mậtkhẩu',
  'qwerty',
  'qwertyuiop',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'vietnam',
  'việtnam',
  'hoptacxa',
  'hợptácxã',
  'hopluc',
  'hợplực',
  'admin',
  'administrator',
  'abcdef',
  'abcdefghij',
  'letmein',
  'welcome',
  'asdfghjkl',
  'zxcvbnm',
]

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

/** Takes as long for somebody unknown as for somebody known. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const isRight = await verify(kept ?? (await decoy()), password.normalize('NFC'))
  return kept !== null && isRight
}

let made: Promise<string> | undefined
function decoy(): Promise<string> {
  made ??= hashPassword(randomBytes(16).toString('hex'))
  return made
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Read aloud over a telephone without mistakes: no letters or digits that look alike. 79 bits. */
export function firstPassword(): string {
  const drawn = Array.from({ length: 16 }, () => LETTERS.charAt(randomInt(LETTERS.length)))
  return [0, 4, 8, 12].map((start) => drawn.slice(start, start + 4).join('')).join('-')
}

/** What is asked of a new password; an installation may set each otherwise. */
export interface PasswordRules {
  /** Characters at least. */
  least: number
  /** Of small letters, capitals, digits and other characters, so many kinds. */
  kinds: number
  /** From so many characters on it is a phrase, of which no kinds are asked. */
  phrase: number
}

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{M}\p{N}]/u]

/** @throws AppError `password.short`, `password.simple`, `password.username`, `password.common` */
export function assertGoodPassword(password: string, username: string, rules: PasswordRules): void {
  const { least, kinds, phrase } = rules
  const given = password.normalize('NFC')
  const plain = given.toLowerCase()
  if (plain.length < least)
    throw new AppError('rule', 'password.short', {
      vi: `Mật khẩu cần ít nhất ${least} ký tự.`,
      en: `A password needs at least ${least} characters.`,
    })
  if (plain.includes(username.toLowerCase()) && plain.length < username.length + least)
    throw new AppError('rule', 'password.username', {
      vi: 'Mật khẩu không được là tên đăng nhập. Hãy chọn mật khẩu khác.',
      en: 'A password must not be the user name. Choose another.',
    })
  if (isCommon(plain))
    throw new AppError('rule', 'password.common', {
      vi: 'Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác.',
      en: 'This password is too easy to guess. Choose another.',
    })
  if (plain.length < phrase && KINDS.filter((kind) => kind.test(given)).length < kinds)
    throw new AppError('rule', 'password.simple', {
      vi: `Mật khẩu cần ít nhất ${kinds} trong 4 loại: chữ thường, chữ hoa, chữ số, ký tự khác; hoặc dài từ ${phrase} ký tự.`,
      en: `A password needs at least ${kinds} of: small letters, capitals, digits, other characters; or ${phrase} characters.`,
    })
}

function isCommon(plain: string): boolean {
  const letters = plain.replace(/[^\p{L}]/gu, '')
  const digits = plain.replace(/\D/g, '')
  if (letters === '') return new Set(plain).size < 5 || isRun(digits)
  return COMMON.includes(letters) || new Set(plain).size < 4
}

/** 1234567890, 9876543210 and the like. */
function isRun(digits: string): boolean {
  return '012345678901234567890'.includes(digits) || '098765432109876543210'.includes(digits)
}
