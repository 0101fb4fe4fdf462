import type { PlainDate } from '@hopluc/shared/values'
import { AppError } from '../../platform/errors.ts'

const dong = (amount: number): string => amount.toLocaleString('vi-VN')
const inWords = (on: PlainDate): string => on.split('-').toReversed().join('/')

export const notFound = () =>
  new AppError('not_found', 'graduates.not_found', {
    vi: 'Không tìm thấy hồ sơ cán bộ trẻ này trong phạm vi của đồng chí.',
    en: 'There is no such graduate within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'graduates.changed', {
    vi: 'Hồ sơ vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this record. Reload the page and try again.',
  })

export const usedId = () =>
  new AppError('conflict', 'graduates.used_id', {
    vi: 'Mã này đã dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  })

export const notProvince = () =>
  new AppError('forbidden', 'graduates.not_province', {
    vi: 'Mức lương tối thiểu vùng do cơ quan cấp tỉnh khai báo, áp dụng cho mọi xã, phường.',
    en: 'Minimum wages are entered by an agency of the province, for all communes.',
  })

export const paidLater = (month: PlainDate) =>
  new AppError('rule', 'graduates.paid_later', {
    vi: `Đã chi hỗ trợ tháng ${inWords(month).slice(3)}, sau ngày nghỉ việc. Hãy kiểm tra lại ngày.`,
    en: `Support was paid for ${month.slice(0, 7)}, after this day. Check the day.`,
  })

export const belowFloor = (least: number, wage: number, region: number, basis: string) =>
  new AppError('rule', 'graduates.below_floor', {
    vi: `Mức hỗ trợ thấp hơn 1,5 lần mức lương tối thiểu vùng ${'I'.repeat(region).replace('IIII', 'IV')}: cần từ ${dong(least)} đồng/tháng (lương tối thiểu ${dong(wage)} đồng, ${basis}).`,
    en: `The support is below 1.5 times the minimum wage of region ${region}: at least ${dong(least)} đồng a month (minimum wage ${dong(wage)} đồng, ${basis}).`,
  })

export const wrongDays = () =>
  new AppError('rule', 'graduates.wrong_days', {
    vi: 'Ngày kết thúc không thể trước ngày bắt đầu.',
    en: 'A term does not end before it begins.',
  })

export const wrongProgramme = () =>
  new AppError('rule', 'graduates.wrong_programme', {
    vi: 'Hãy chọn chương trình đưa cán bộ trẻ về HTX trong phạm vi của đồng chí.',
    en: 'Choose a programme for young graduates within your scope.',
  })

export const noEntity = () =>
  new AppError('rule', 'graduates.no_entity', {
    vi: 'Hãy chọn HTX, THT thuộc địa bàn của đồng chí.',
    en: 'Choose a cooperative within your area.',
  })

export const outsideTerm = (fromOn: PlainDate, untilOn: PlainDate) =>
  new AppError('rule', 'graduates.outside_term', {
    vi: `Tháng này ngoài thời hạn hỗ trợ (${inWords(fromOn)} đến ${inWords(untilOn)}) hoặc chưa đến.`,
    en: `This month lies outside the term (${fromOn} to ${untilOn}), or has not come.`,
  })

export const paidBefore = (month: PlainDate) =>
  new AppError('conflict', 'graduates.paid_before', {
    vi: `Tháng ${inWords(month).slice(3)} đã chi.`,
    en: `The month of ${month.slice(0, 7)} has been paid.`,
  })

export const aboveMonthly = (monthly: number) =>
  new AppError('rule', 'graduates.above_monthly', {
    vi: `Số chi một tháng không quá mức đã quyết định (${dong(monthly)} đồng).`,
    en: `No more than what was granted can be paid for a month (${dong(monthly)} đồng).`,
  })

export const notLater = (untilOn: PlainDate) =>
  new AppError('rule', 'graduates.not_later', {
    vi: `Ngày gia hạn phải sau ngày hết hạn hiện nay (${inWords(untilOn)}).`,
    en: `An extension ends after the present end (${untilOn}).`,
  })

export const notYet = () =>
  new AppError('rule', 'graduates.not_yet', {
    vi: 'Ngày thực hiện phải từ ngày bắt đầu hỗ trợ đến hôm nay.',
    en: 'It was done between the beginning of the term and today.',
  })

export const wrongState = () =>
  new AppError('rule', 'graduates.wrong_state', {
    vi: 'Không thực hiện được ở trạng thái hiện tại của hồ sơ. Hãy tải lại trang.',
    en: 'This cannot be done in the present state of the record. Reload the page.',
  })

export const floorKnown = () =>
  new AppError('conflict', 'graduates.floor_known', {
    vi: 'Vùng này đã có mức áp dụng từ ngày đó. Hãy xóa mức cũ rồi nhập lại.',
    en: 'There is a minimum wage of this region from that day on. Remove it first.',
  })
