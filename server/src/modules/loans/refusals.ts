import type { Breach } from './domain.ts'
import { AppError, type Sentences } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'loans.not_found', {
    vi: 'Không tìm thấy khoản vay này trong phạm vi của đồng chí.',
    en: 'There is no such loan within your scope.',
  })

export const fundNotFound = () =>
  new AppError('not_found', 'loans.fund_not_found', {
    vi: 'Không tìm thấy quỹ cho vay này, hoặc quỹ không cho vay ở địa bàn này.',
    en: 'There is no such fund, or it does not lend in this area.',
  })

export const changed = () =>
  new AppError('conflict', 'loans.changed', {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const usedId = () =>
  new AppError('conflict', 'loans.used_id', {
    vi: 'Mã này đã dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  })

export const wrongState = () =>
  new AppError('rule', 'loans.wrong_state', {
    vi: 'Không thực hiện được ở trạng thái hiện tại của khoản vay. Hãy tải lại trang.',
    en: 'This cannot be done in the present state of the loan. Reload the page.',
  })

export const noBorrower = () =>
  new AppError('rule', 'loans.no_borrower', {
    vi: 'Hãy chọn HTX, LHHTX vay vốn, thuộc địa bàn của cơ quan.',
    en: 'Choose the cooperative that borrows, within the area of your agency.',
  })

export const endedFund = () =>
  new AppError('rule', 'loans.ended_fund', {
    vi: 'Quỹ đã dừng nhận đề nghị vay. Hãy chọn quỹ khác.',
    en: 'The fund takes no more requests. Choose another one.',
  })

export const notYet = () =>
  new AppError('rule', 'loans.not_yet', {
    vi: 'Ngày thực hiện không thể sau ngày hôm nay.',
    en: 'It cannot have been done after today.',
  })

export const outOfOrder = (last: string) =>
  new AppError('rule', 'loans.out_of_order', {
    vi: `Ngày thực hiện không thể trước lần ghi gần nhất (${last.split('-').toReversed().join('/')}). Hãy hủy lần ghi sau rồi ghi lại theo thứ tự.`,
    en: `It cannot be before the last entry (${last}). Take back what came later and enter it in order.`,
  })

export const graceTooLong = () =>
  new AppError('rule', 'loans.grace', {
    vi: 'Thời gian ân hạn phải ngắn hơn thời hạn vay.',
    en: 'The grace period is shorter than the term.',
  })

const WORDS: Record<Breach, Sentences> = {
  own: {
    vi: 'vốn tự có thấp hơn tỷ lệ tối thiểu của quỹ',
    en: 'own capital is below the fund’s minimum',
  },
  total: {
    vi: 'vốn tự có cộng số tiền vay lớn hơn tổng mức đầu tư',
    en: 'own capital and the loan exceed the project’s total',
  },
  share: {
    vi: 'dư nợ của một khách hàng vượt tỷ lệ tối đa trên vốn điều lệ',
    en: 'one customer’s debt exceeds its share of the charter capital',
  },
  related: {
    vi: 'dư nợ của khách hàng và người có liên quan vượt tỷ lệ tối đa trên vốn điều lệ',
    en: 'debts of the customer and those related exceed their share of the charter capital',
  },
  amount: { vi: 'số tiền vượt mức tối đa của quỹ', en: 'the amount exceeds the fund’s maximum' },
  months: { vi: 'thời hạn vượt mức tối đa của quỹ', en: 'the term exceeds the fund’s maximum' },
}

export const beyondLimits = (found: readonly Breach[]) =>
  new AppError('rule', 'loans.beyond_limits', {
    vi: `Khoản vay vượt giới hạn: ${found.map((one) => WORDS[one].vi).join('; ')}.`,
    en: `The loan goes beyond limits: ${found.map((one) => WORDS[one].en).join('; ')}.`,
  })

const dong = (amount: number): string => amount.toLocaleString('vi-VN')

export const aboveApproved = (left: number) =>
  new AppError('rule', 'loans.above_approved', {
    vi: `Số tiền giải ngân vượt số đã duyệt: còn được giải ngân ${dong(left)} đồng.`,
    en: `The tranche exceeds what was approved: ${dong(left)} đồng can still be paid out.`,
  })

export const afterTerm = () =>
  new AppError('rule', 'loans.after_term', {
    vi: 'Đã qua kỳ hạn trả cuối cùng, không giải ngân thêm được. Hãy cơ cấu lại thời hạn trước.',
    en: 'The last instalment is past: nothing more is paid out before the loan is restructured.',
  })

export const badDebt = () =>
  new AppError('rule', 'loans.bad_debt', {
    vi: 'Khách hàng đang có nợ xấu tại quỹ nên chưa giải ngân lần đầu được (Nghị định 45/2021/NĐ-CP, Điều 22).',
    en: 'The customer has a bad debt with the fund: no first tranche (Decree 45/2021, article 22).',
  })

export const tooMuch = (payoff: number) =>
  new AppError('rule', 'loans.too_much', {
    vi: `Số tiền trả lớn hơn toàn bộ số còn phải trả trong ngày (${dong(payoff)} đồng). Hãy kiểm tra lại.`,
    en: `The payment exceeds everything that is owed on the day (${dong(payoff)} đồng). Check it.`,
  })

export const paidBefore = (paper: string, on: string) =>
  new AppError('conflict', 'loans.paid_before', {
    vi: `Chứng từ ${paper} đã được ghi ngày ${on.split('-').toReversed().join('/')}, không ghi hai lần.`,
    en: `Receipt ${paper} was entered on ${on} already.`,
  })

export const onlyLast = () =>
  new AppError('rule', 'loans.only_last', {
    vi: 'Chỉ hủy được lần giải ngân, trả nợ gần nhất chưa hủy.',
    en: 'Only the last payment or tranche that stands can be taken back.',
  })

export const strangeRelated = () =>
  new AppError('rule', 'loans.strange_related', {
    vi: 'Hãy chọn một HTX, LHHTX khác đang vay hoặc đề nghị vay tại quỹ này.',
    en: 'Choose another borrower of this fund.',
  })
