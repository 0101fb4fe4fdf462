import { AppError } from '../../platform/errors.ts'
import type { MarkFaults } from './domain.ts'

export const notFound = () =>
  new AppError('not_found', 'assessments.not_found', {
    vi: 'Không tìm thấy nội dung đánh giá này trong phạm vi của đồng chí.',
    en: 'There is no such assessment within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'assessments.changed', {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const wrongState = () =>
  new AppError('rule', 'assessments.wrong_state', {
    vi: 'Không thực hiện được ở bước hiện tại. Hãy tải lại trang.',
    en: 'This cannot be done at the present step. Reload the page.',
  })

export const notIssued = () =>
  new AppError('rule', 'assessments.not_issued', {
    vi: 'Bộ tiêu chí chưa ban hành nên chưa dùng để đánh giá được.',
    en: 'The set of criteria is not issued yet.',
  })

export const wrongYear = (from: number, until: number | null) =>
  new AppError('rule', 'assessments.wrong_year', {
    vi: `Bộ tiêu chí áp dụng từ năm ${from}${until === null ? '' : ` đến năm ${until}`}.`,
    en: `The set holds from ${from}${until === null ? '' : ` to ${until}`}.`,
  })

export const wrongDays = () =>
  new AppError('rule', 'assessments.wrong_days', {
    vi: 'Thời hạn phải lần lượt: HTX tự chấm, xã thẩm định, hoàn thành.',
    en: 'The days have to follow each other: self-scoring, commune, end.',
  })

export const nobody = () =>
  new AppError('rule', 'assessments.nobody', {
    vi: 'Không có HTX nào trên địa bàn thuộc phạm vi của bộ tiêu chí.',
    en: 'No cooperative of the area falls under the set.',
  })

export const twice = () =>
  new AppError('rule', 'assessments.twice', {
    vi: 'Đơn vị đã mở đợt đánh giá của năm này theo bộ tiêu chí này.',
    en: 'The unit has already opened a round of this year under this set.',
  })

export const undecided = (count: number) =>
  new AppError('rule', 'assessments.undecided', {
    vi: `Còn ${count} HTX chưa có kết quả. Hãy hoàn thành hoặc ghi lý do không xếp loại trước khi công bố.`,
    en: `${count} cooperatives have no result yet. Finish them or say why they are not rated.`,
  })

export const wrongMarks = ({ unknown, tooMany, missing, unexplained }: MarkFaults) => {
  const said = [
    ['Không có tiêu chí', 'There is no criterion', unknown],
    ['Vượt điểm tối đa: tiêu chí', 'More points than there are:', tooMany],
    ['Chưa chấm: tiêu chí', 'Not scored:', missing],
    [
      'Cần ghi lý do vì điểm khác bước trước: tiêu chí',
      'Say why the points differ from those before:',
      unexplained,
    ],
  ] as const
  const found = said.filter(([, , keys]) => keys.length > 0)
  return new AppError('rule', 'assessments.wrong_marks', {
    vi: found.map(([vi, , keys]) => `${vi} ${keys.join(', ')}.`).join(' '),
    en: found.map(([, en, keys]) => `${en} ${keys.join(', ')}.`).join(' '),
  })
}

export const notExcluded = () =>
  new AppError('rule', 'assessments.not_excluded', {
    vi: 'Bộ tiêu chí không có trường hợp này.',
    en: 'The set has no such case.',
  })

export const sameSet = () =>
  new AppError('rule', 'assessments.same_set', {
    vi: 'Đợt đánh giá đang dùng chính bộ tiêu chí này.',
    en: 'The round is under this very set.',
  })
