import { AppError, type Issue, type Sentences } from '../../../platform/errors.ts'

const rule = (code: string, sentences: Sentences, issues: readonly Issue[] = []) =>
  new AppError('rule', `entity_lists.${code}`, sentences, issues)

export const listChanged = () =>
  new AppError('conflict', 'entity_lists.changed', {
    vi: 'Danh mục vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this list. Reload the page and try again.',
  })

export const twice = (codes: readonly string[]) =>
  rule('twice', {
    vi: `Có mục bị ghi hai lần: ${codes.join(', ')}.`,
    en: `Entered twice: ${codes.join(', ')}.`,
  })

export const inUse = (codes: readonly string[]) =>
  rule('in_use', {
    vi: `Đang được sử dụng nên không xóa được: ${codes.join(', ')}. Hãy chuyển sang "ngừng sử dụng".`,
    en: `In use, so it cannot go: ${codes.join(', ')}. Make it inactive instead.`,
  })

export const unknownAbove = (codes: readonly string[]) =>
  rule('unknown_above', {
    vi: `Không có mã ngành cấp trên: ${codes.join(', ')}.`,
    en: `There is no such line above: ${codes.join(', ')}.`,
  })

export const overlapping = (words: string) =>
  rule('overlapping', {
    vi: `Thời gian áp dụng trùng nhau: ${words}.`,
    en: `The days overlap: ${words}.`,
  })

export const unreadable = () =>
  rule('unreadable', {
    vi: 'Không đọc được tệp: cần các cột mã ngành, tên ngành (và mã cấp trên nếu có).',
    en: 'The file needs columns with code and name (and the code above, if any).',
  })

export const badRows = (issues: readonly Issue[]) =>
  rule(
    'bad_rows',
    {
      vi: `Có ${issues.length} dòng chưa đúng; chưa nhập dòng nào.`,
      en: `${issues.length} rows are wrong; none was taken.`,
    },
    issues.slice(0, 100),
  )
