import { expect, test } from 'vitest'
import { isStateSecret, secretMark } from './secret.ts'

test.each([
  ['UBND TỈNH A\nMẬT\nSố: 12/BC-UBND', 'MẬT'],
  ['UBND TỈNH A          TỐI MẬT          CỘNG HÒA XÃ HỘI', 'TỐI MẬT'],
  ['Độ mật: Tuyệt mật', 'TUYỆT MẬT'],
  ['[ MẬT ]   Bản số: 02', 'MẬT'],
  ['M Ậ T', 'MẬT'],
  ['UBND TỈNH A | TỐI MẬT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'TỐI MẬT'],
  [`${'Ủy ban nhân dân tỉnh báo cáo. '.repeat(20)}Độ mật: Tuyệt mật`, 'TUYỆT MẬT'],
  ['MẬT'.normalize('NFD'), 'MẬT'],
])('%s bears a mark', (text, mark) => {
  expect(secretMark(text)?.mark).toBe(mark)
})

test.each([
  'Các HTX nuôi ong lấy mật, bảo vệ bí mật kinh doanh, mật độ dân cư cao.',
  'HTX MẬT ONG BẠC HÀ',
  'Độ mật: Không',
  'SỔ TAY BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'Mật khẩu truy cập',
  `Bảo vệ bí mật kinh doanh, mật độ dân cư cao, độ mật: không. ${'a'.repeat(400)}`,
])('%s bears none', (text) => {
  expect(isStateSecret(text)).toBe(false)
})

test('the mark is placed in the original', () => {
  const text = 'Số: 1\n  MẬT  \nHết'
  const mark = secretMark(text)
  expect(mark && text.slice(mark.start, mark.end)).toBe('MẬT')
})
