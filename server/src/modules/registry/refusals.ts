import { EVENT_WORDS } from '@hopluc/shared/entity-words'
import type { EntityEventKind } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import { AppError, type Sentences } from '../../platform/errors.ts'

const words = (day: PlainDate) => day.split('-').toReversed().join('/')
const rule = (code: string, sentences: Sentences, path?: string) =>
  new AppError('rule', `entities.${code}`, sentences, path ? [{ path, ...sentences }] : [])

interface Step {
  kind: EntityEventKind
  onDay: PlainDate
}

export const notFound = () =>
  new AppError('not_found', 'entities.not_found', {
    vi: 'Không tìm thấy HTX, tổ hợp tác này trong phạm vi của đồng chí.',
    en: 'There is no such entity within your scope.',
  })

export const notOnDay = (day: PlainDate) =>
  new AppError('not_found', 'entities.not_on_day', {
    vi: `Danh sách chưa có thông tin về đơn vị này vào ngày ${words(day)}.`,
    en: `The register knows nothing of it on ${words(day)}.`,
  })

export const tooManyCounts = () =>
  rule(
    'count_unit',
    {
      vi: 'Thống kê theo từng xã và một tiêu chí khác chỉ làm cho một địa bàn. Hãy chọn tỉnh hoặc xã.',
      en: 'Counts by unit and another trait are made of one area. Choose a province or a commune.',
    },
    'unit',
  )

export const strangeCursor = () =>
  rule('cursor', {
    vi: 'Cách sắp xếp đã thay đổi. Hãy mở lại danh sách từ trang đầu.',
    en: 'The list is sorted otherwise now. Open it again from its first page.',
  })

export const eventNotFound = () =>
  new AppError('not_found', 'entities.no_such_event', {
    vi: 'Không tìm thấy sự kiện này, hoặc sự kiện đã bị hủy ghi nhận.',
    en: 'There is no such event, or it has been taken back.',
  })

export const changed = () =>
  new AppError('conflict', 'entities.changed', {
    vi: 'Thông tin vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const codeTaken = (code: string, name: string, place: string | null) =>
  rule(
    'code_taken',
    {
      vi: `Mã số ${code} là của ${name}${place ? `, ${place}` : ''}. Mỗi mã số chỉ cấp cho một đơn vị và không cấp lại.`,
      en: `The code ${code} belongs to ${name}${place ? `, ${place}` : ''}. A code is given once.`,
    },
    'attributes.code',
  )

export const neverFounded = () =>
  rule('never_founded', {
    vi: 'Phải có ít nhất một sự kiện thành lập: vận động, đủ sáng lập viên, hội nghị thành lập, nộp hồ sơ hoặc được cấp giấy chứng nhận.',
    en: 'A life begins with a founding event: canvassed, founders, conference, filed or registered.',
  })

export const registeredTwice = (day: PlainDate) =>
  rule('registered_twice', {
    vi: `Đã được cấp giấy chứng nhận đăng ký ngày ${words(day)}. Đăng ký lại theo luật mới thì ghi sự kiện chuyển đổi, đăng ký lại.`,
    en: `It was registered on ${words(day)}. To register anew under a law is another event.`,
  })

export const alreadyRegistered = ({ kind }: Step, day: PlainDate) =>
  rule(
    'already_registered',
    {
      vi: `"${EVENT_WORDS[kind].vi}" phải trước ngày được cấp giấy chứng nhận (${words(day)}).`,
      en: `"${EVENT_WORDS[kind].en}" has to come before the registration on ${words(day)}.`,
    },
    'onDay',
  )

export const beforeFounding = ({ kind, onDay }: Step, first: PlainDate) =>
  rule(
    'before_founding',
    {
      vi: `"${EVENT_WORDS[kind].vi}" ngày ${words(onDay)} trước ngày bắt đầu thành lập (${words(first)}).`,
      en: `"${EVENT_WORDS[kind].en}" on ${words(onDay)} comes before the founding on ${words(first)}.`,
    },
    'onDay',
  )

export const notRegistered = ({ kind, onDay }: Step, day: PlainDate | undefined) =>
  rule(
    'not_registered',
    {
      vi: day
        ? `"${EVENT_WORDS[kind].vi}" ngày ${words(onDay)} trước ngày được cấp giấy chứng nhận (${words(day)}).`
        : `Chưa ghi việc được cấp giấy chứng nhận nên chưa ghi được "${EVENT_WORDS[kind].vi}".`,
      en: day
        ? `"${EVENT_WORDS[kind].en}" on ${words(onDay)} comes before the registration on ${words(day)}.`
        : `It has not been registered, so "${EVENT_WORDS[kind].en}" cannot be recorded.`,
    },
    'onDay',
  )

export const afterEnd = ({ kind, onDay }: Step, end: Step) =>
  rule(
    'after_end',
    {
      vi: `"${EVENT_WORDS[kind].vi}" ngày ${words(onDay)} sau khi đã chấm dứt ("${EVENT_WORDS[end.kind].vi}" ngày ${words(end.onDay)}). Chỉ ghi được sự kiện khôi phục.`,
      en: `"${EVENT_WORDS[kind].en}" on ${words(onDay)} comes after the end ("${EVENT_WORDS[end.kind].en}" on ${words(end.onDay)}); only a restoration may follow.`,
    },
    'onDay',
  )

export const nothingToEnd = ({ kind, onDay }: Step) =>
  rule(
    'nothing_to_end',
    {
      vi: `Không ghi được "${EVENT_WORDS[kind].vi}" ngày ${words(onDay)}: trước đó không có sự kiện mà nó chấm dứt.`,
      en: `"${EVENT_WORDS[kind].en}" on ${words(onDay)} ends nothing that had begun before.`,
    },
    'onDay',
  )

export const placeFirst = () =>
  rule(
    'place_first',
    {
      vi: 'Việc chuyển địa bàn được ghi khi sửa địa chỉ; việc sắp xếp đơn vị hành chính do hệ thống ghi.',
      en: 'A move is recorded by changing the address; acts of reorganisation record themselves.',
    },
    'kind',
  )

export const notYet = () =>
  rule(
    'not_yet',
    {
      vi: 'Chưa đến ngày này nên chưa ghi được.',
      en: 'The day has not come, so nothing can be recorded for it.',
    },
    'onDay',
  )

export const unknownUnit = (day: PlainDate) =>
  rule(
    'unknown_unit',
    {
      vi: `Đơn vị hành chính này không tồn tại vào ngày ${words(day)}. Hãy chọn đơn vị của ngày đó.`,
      en: `That unit did not exist on ${words(day)}. Choose one of that day.`,
    },
    'place.unitId',
  )

export const unclearUnit = () =>
  rule(
    'unclear_unit',
    {
      vi: 'Đơn vị hành chính này đã được chia về nhiều đơn vị. Hãy ghi từ ngày sắp xếp, tại đơn vị hiện nay.',
      en: 'That unit was divided among several. Enter the seat from the day of the act on.',
    },
    'place.unitId',
  )

export const beforeDescription = (day: PlainDate) =>
  rule(
    'before_description',
    {
      vi: `Thông tin đăng ký chỉ có từ ngày ${words(day)}; không sửa được từ ngày trước đó.`,
      en: `It is described from ${words(day)} on; nothing can change before.`,
    },
    'fromOn',
  )

export const othersMissing = () =>
  rule(
    'others_missing',
    {
      vi: 'Hãy chọn HTX, tổ hợp tác cùng sáp nhập, hợp nhất, chia hoặc tách.',
      en: 'Name the other entities of the merger or division.',
    },
    'otherIds',
  )

export const othersUnexpected = () =>
  rule(
    'others_unexpected',
    { vi: 'Sự kiện này không có đơn vị liên quan.', en: 'This event has no other entities.' },
    'otherIds',
  )

export const othersNotKept = (names: readonly string[]) =>
  rule(
    'others_not_kept',
    {
      vi: `${names.join(', ')} do địa phương khác quản lý. Đề nghị cơ quan thường trực cấp tỉnh ghi sự kiện này.`,
      en: `${names.join(', ')} is kept elsewhere. Ask the province's standing agency to record this.`,
    },
    'otherIds',
  )

export const detailMissing = (path: 'details.law' | 'details.kind') =>
  rule(
    'detail_missing',
    {
      vi: path === 'details.law' ? 'Hãy chọn luật tổ chức mới.' : 'Hãy chọn loại hình mới.',
      en: path === 'details.law' ? 'Say under which law.' : 'Say which kind it becomes.',
    },
    path,
  )

export const wrongConversion = () =>
  rule(
    'wrong_conversion',
    {
      vi: 'Chỉ tổ hợp tác chuyển thành hợp tác xã; các loại hình khác đăng ký mới hoặc tổ chức lại.',
      en: 'Only a group becomes a cooperative; the others are founded anew or reorganised.',
    },
    'details.kind',
  )

export const unknownCode = (path: 'lines' | 'commodities', codes: readonly string[]) =>
  rule(
    'unknown_code',
    {
      vi: `Không có trong danh mục: ${codes.join(', ')}.`,
      en: `Not in the list: ${codes.join(', ')}.`,
    },
    `attributes.${path}`,
  )

export const documentNotFound = () =>
  rule(
    'unknown_document',
    {
      vi: 'Không tìm thấy văn bản căn cứ trong phạm vi của đồng chí.',
      en: 'The paper it rests on is not within your scope.',
    },
    'documentId',
  )

export const unitNotKept = () =>
  rule(
    'unit_not_kept',
    {
      vi: 'Đơn vị hành chính này do địa phương khác quản lý. Hãy ghi chuyển địa bàn từ một ngày sau đó, hoặc đề nghị cấp tỉnh sửa.',
      en: 'That unit is kept elsewhere. Record a move from a later day, or ask the province.',
    },
    'place.unitId',
  )
