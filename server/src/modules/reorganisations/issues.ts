import type { ReorganisationIssue } from '@hopluc/shared/reorganisations'

/** What is wrong with a plan, in the words that its place shows. */
const WORDS = {
  empty: { vi: 'Phương án chưa có thay đổi nào.', en: 'The plan changes nothing yet.' },
  twice: {
    vi: '{name} xuất hiện nhiều lần trong phương án.',
    en: '{name} appears more than once in the plan.',
  },
  exists: {
    vi: '{name} đã có trên hệ thống nên không thành lập mới được.',
    en: '{name} exists already and cannot be founded.',
  },
  unknown: { vi: '{name} không có trên hệ thống.', en: '{name} does not exist.' },
  not_there: {
    vi: '{name} không hoạt động vào ngày {day} nên không thể thay đổi theo văn bản này.',
    en: '{name} does not exist on {day}, so this act cannot change it.',
  },
  overlap: {
    vi: '{name} đã có thay đổi từ ngày {day} trở về sau; hai bản sẽ chồng lên nhau.',
    en: '{name} has a version from {day} on or later; the two would overlap.',
  },
  no_parent: {
    vi: '{name}: đơn vị cấp trên không tồn tại từ ngày {day}.',
    en: '{name}: the unit above does not exist from {day}.',
  },
  wrong_level: {
    vi: '{name}: đơn vị cấp trên phải thuộc cấp cao hơn.',
    en: '{name}: the unit above has to be of a higher level.',
  },
  cycle: {
    vi: '{name} không thể trực thuộc chính đơn vị nằm dưới mình.',
    en: '{name} cannot stand below a unit that is below itself.',
  },
  child_left: {
    vi: '{name} vẫn trực thuộc {other}, đơn vị kết thúc theo văn bản này.',
    en: '{name} would still stand below {other}, which ends by this act.',
  },
  itself: { vi: '{name} không thể kế thừa chính mình.', en: '{name} cannot succeed itself.' },
  no_successor: {
    vi: '{name} không tồn tại từ ngày {day} nên không thể kế thừa.',
    en: '{name} does not exist from {day} and cannot succeed.',
  },
  no_predecessor: {
    vi: '{name} không tồn tại vào ngày {day} nên không có gì để bàn giao.',
    en: '{name} does not exist on {day} and has nothing to hand over.',
  },
  whole_but_stays: {
    vi: '{name} nhập toàn bộ nhưng phương án không cho đơn vị này kết thúc.',
    en: '{name} passes over whole, but the plan does not end it.',
  },
  two_wholes: {
    vi: '{name} nhập toàn bộ vào nhiều hơn một đơn vị.',
    en: '{name} passes over whole to more than one unit.',
  },
  shares: {
    vi: 'Tỷ lệ các phần của {name} cộng lại lớn hơn 100%.',
    en: 'The shares of {name} add up to more than 100%.',
  },
  succession_exists: {
    vi: 'Quan hệ kế thừa từ {name} cùng ngày này đã có trên hệ thống.',
    en: 'This succession of {name} on this day exists already.',
  },
  no_succession: {
    vi: '{name} kết thúc mà không có đơn vị kế thừa; số liệu cũ chỉ đọc được theo địa giới cũ.',
    en: '{name} ends without a successor; its figures are read on old boundaries only.',
  },
  no_unit: {
    vi: '{name}: đơn vị hành chính của cơ quan không tồn tại từ ngày {day}.',
    en: '{name}: the unit of this agency does not exist from {day}.',
  },
  no_principal: {
    vi: '{name}: cơ quan được thay mặt không tồn tại từ ngày {day}.',
    en: '{name}: the agency it acts for does not exist from {day}.',
  },
  two_duties: {
    vi: '{name} có nhiều cơ quan kế thừa; hãy ghi nhiệm vụ của từng cơ quan.',
    en: '{name} has several successors; say the duty of each.',
  },
  not_yet: {
    vi: 'Văn bản có hiệu lực từ ngày {day}; đặt lịch thì hệ thống tự thực hiện vào ngày đó.',
    en: 'The act holds from {day}; set it down, and it is carried out on that day.',
  },
  locked_out: {
    vi: '{name} sẽ không còn chức vụ nào ở cơ quan nào. Hãy chọn cơ quan tiếp nhận.',
    en: '{name} would be left without any post. Choose an agency that takes them.',
  },
} as const

export type IssueCode = keyof typeof WORDS

/** A fault of the plan with its place: `units.successions.3`. */
export function issue(
  path: string,
  code: IssueCode,
  params: Readonly<Record<string, string>> = {},
): ReorganisationIssue {
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, key) => params[key] ?? '…')
  const { vi, en } = WORDS[code]
  return { path, code: `reorganisations.${code}`, vi: fill(vi), en: fill(en) }
}

/** 2025-07-01 as a person writes it. */
export function inWords(day: string): string {
  return day.split('-').toReversed().join('/')
}
