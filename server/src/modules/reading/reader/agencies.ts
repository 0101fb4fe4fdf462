import type { Flow, Piece } from './flow.ts'
import {
  ADDRESSED_POSTS,
  DEPARTMENT_FIELDS,
  DEPARTMENT_HEADS,
  GROUP_NOUNS,
  GROUP_TAILS,
  NAMED_BODIES,
} from './lexicon/agencies.ts'
import { CAPITALS, tail } from './body-tail.ts'
import { openName } from './open-name.ts'
import { added } from './added.ts'
import { byFirstWord, isEdge, longest, matchAt, verbAt } from './words.ts'

/** One body as the text names it; `name` has the head restored where the text shares it. */
export interface Named extends Piece {
  name: string
  isGroup: boolean
}

/** Whether a person is meant, who is addressed only behind an ordering word. */
export function isPerson(one: Named | undefined): boolean {
  return /^(?:đồng chí|đ\/c|đc|ông|bà) \p{Lu}/u.test(
    (one?.name ?? '').replace(/^\S/u, (first) => first.toLowerCase()),
  )
}

const PLURAL = /^(?:cả hai|hai|ba|bốn|tất cả các|toàn thể các|toàn bộ các|các|những|mỗi|từng) /u
const UNIT = /^(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu|tỉnh|thôn|tp\.|tx\.)(?= )/u
const LOWER_ALLOWED =
  /^(?:mặt trận|ban trù bị|tổ (?:công tác|giúp việc)|đoàn (?:công tác|giám sát)|đoàn thanh niên|hội (?:nông|phụ|liên|cựu)|ngân hàng|liên minh|ubnd|đảng ủy|văn phòng (?:ubnd|hđnd)|cơ quan thường trực|thường trực|ban cán sự|đảng đoàn)/

const NAMED = byFirstWord(NAMED_BODIES)
const NOUNS = byFirstWord(GROUP_NOUNS)
const FIELDS = byFirstWord(DEPARTMENT_FIELDS)

/** The bodies that stand at `at`, one by one; none when no body stands there. */
export function agencyListAt(flow: Flow, at: number, end: number): Named[] {
  const found: Named[] = []
  let index = at
  while (found.length < 40) {
    const next = agencyAt(flow, index, end)
    if (next.length === 0) break
    found.push(...next)
    const last = next.at(-1)?.end ?? index
    const joint = matchAt(flow.low, last, /^(?:\s?\([^()]{1,80}\))?(?:,? và |, |; )/u)
    if (!joint || last + joint[0].length >= end) break
    index = last + joint[0].length
  }
  return found
}

/** The body at `at`; several when one head is shared: "các sở: Tài chính, Nội vụ". */
export function agencyAt(flow: Flow, at: number, end: number): Named[] {
  const { low } = flow
  const post = postAt(low, at)
  if (post > 0) {
    const body = agencyAt(flow, at + post + 1, end)
    const last = body.at(-1)
    if (last)
      return body.length > 1 ? prefixed(flow, at, body) : [named(flow, at, last.end, last.isGroup)]
    const level = tail(flow, at + post)
    if (level > at + post) return [named(flow, at, level, false)]
  }
  return (
    personAt(flow, at) ??
    sharedAt(flow, at, end) ??
    groupAt(flow, at, end) ??
    fullest(departmentAt(flow, at) ?? bodyAt(flow, at, end), openAt(flow, at, end), flow) ??
    unitAt(flow, at) ??
    subjectAt(flow, at) ??
    []
  ).filter((one) => one.end <= end)
}

/** A listed name, unless an open one goes on in capitals: "Văn phòng Sở", not "Văn phòng". */
function fullest(
  listed: Named[] | undefined,
  open: Named[] | undefined,
  flow: Flow,
): Named[] | undefined {
  const [from, to] = [listed?.at(-1)?.end, open?.at(-1)?.end]
  if (from === undefined || to === undefined || to <= from) return listed ?? open
  return /^ (?:và |- |& )?\p{Lu}/u.test(flow.text.slice(from, to)) ? open : listed
}

/** Length of the post that stands at a place, 0 when none does. */
function postAt(low: string, at: number): number {
  const listed = matchAt(low, at, ADDRESSED_POSTS, 60)?.[0].length ?? 0
  return Math.max(listed, longest(low, at, added().posts))
}

/** Length of the field that stands at a place: "Tài chính" behind "Sở". */
function fieldAt(low: string, at: number): number {
  return Math.max(longest(low, at, FIELDS), longest(low, at, added().fields))
}

function named(flow: Flow, start: number, end: number, isGroup: boolean): Named {
  return { start, end, name: flow.shown.slice(start, end), isGroup }
}

function prefixed(flow: Flow, at: number, body: readonly Named[]): Named[] {
  const start = body[0]?.start ?? at
  return body.map((one) => ({ ...one, name: flow.shown.slice(at, start) + one.name }))
}

const SHARED =
  /^(?:(ubnd|ủy ban nhân dân|đảng ủy|hđnd) )?(?:các |hai |ba )?(sở|phòng|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu|ban|hội)(?:,? (?:ngành|ban|đơn vị))?(:)? (?=\p{Lu}|\p{Ll})/u

/** "các sở: Tài chính, Nội vụ", "UBND các xã: Ba Tơ, Sơn Hà", "các xã Định An, Vĩnh Thắng". */
function sharedAt(flow: Flow, at: number, end: number): Named[] | undefined {
  const head = matchAt(flow.low, at, SHARED, 60)
  if (!head?.[2]) return undefined
  const isPlural = /(?:^| )(?:các|hai|ba) /u.test(head[0])
  if (!isPlural && head[3] === undefined) return undefined
  const noun = flow.text.slice(at, at + head[0].length).replace(/:? $/, '')
  const single = noun.replace(/(?:các|hai|ba) /iu, '').replace(/,? (?:ngành|ban|đơn vị)$/u, '')
  const label = head[1] ? single : single.charAt(0).toLowerCase() + single.slice(1)
  const title = /^(?:sở|phòng|ban|hội)$/iu.test(label)
    ? label.charAt(0).toUpperCase() + label.slice(1)
    : label
  const found: Named[] = []
  let index = at + head[0].length
  for (;;) {
    const field = fieldAt(flow.low, index)
    if (field === 0 && head[3] !== undefined && verbAt(flow.low, index) > 0) break
    const caps = field
      ? undefined
      : matchAt(` ${flow.text.slice(index, index + 60)}`, 0, CAPITALS, 60)
    const length = field || (caps ? caps[0].length - 1 : 0)
    if (length === 0 || index + length > end) break
    found.push({
      start: index,
      end: index + length,
      name: `${title} ${flow.shown.slice(index, index + length)}`,
      isGroup: false,
    })
    const joint = matchAt(
      flow.low,
      index + length,
      /^(?:, | và |,? và )(?!(?:các|ubnd|sở|liên minh|hội|ngân hàng|phòng|huyện|xã|thành phố|thị xã) )/u,
    )
    if (!joint) break
    index += length + joint[0].length
    if (!/\p{Lu}/u.test(flow.text.charAt(index))) break
  }
  return found.length > 0 ? found : undefined
}

/** "các sở, ban, ngành", "UBND các xã, thị trấn", "cấp ủy, tổ chức đảng các cấp". */
function groupAt(flow: Flow, at: number, end: number): Named[] | undefined {
  const { low } = flow
  const head = matchAt(
    low,
    at,
    /^(?:ubnd|ủy ban nhân dân|hđnd|đảng ủy|hội nông dân|công an|mttq|ủy ban mttq) (?=các |huyện, |xã, |các huyện)/u,
    40,
  )
  let index = at + (head?.[0].length ?? 0)
  let count = 0
  let isPlural = false
  for (;;) {
    const plural = matchAt(low, index, PLURAL, 24)
    const from = index + (plural?.[0].length ?? 0)
    const noun = longest(low, from, NOUNS)
    if (noun === 0 || from + noun > end) break
    if (
      count > 0 &&
      head === null &&
      plural === null &&
      !isPlural &&
      !/^(?:cấp|tổ chức|chính quyền|mặt trận|đoàn)/u.test(low.slice(from))
    )
      break
    isPlural ||= plural !== null
    count += 1
    index = from + noun
    const joint =
      matchAt(low, index, /^(?:, | và )(?=(?:các |những )?\p{Ll})/u, 24) ??
      (/^(?:đảng ủy|chính quyền|cấp ủy|đoàn thể|mặt trận)/u.test(low.slice(from, from + 12))
        ? matchAt(
            low,
            index,
            /^ (?=(?:các )?(?:xã|phường|đặc khu|huyện|cấp|địa phương|thị trấn))/u,
            30,
          )
        : null)
    if (!joint) break
    const next = index + joint[0].length
    const skipped = matchAt(low, next, PLURAL, 24)?.[0].length ?? 0
    const isNew = skipped > 0 && isSeparate(low, at, next + skipped)
    if (longest(low, next + skipped, NOUNS) === 0 || isNew) break
    if (verbAt(low, next) > 0 && verbAt(low, next) >= longest(low, next, NOUNS)) break
    index = next
  }
  if (count === 0 || !(isPlural || head || isCollective(low, at, count))) return undefined
  while (index < end) {
    const tailText = GROUP_TAILS.find(
      (one) => low.startsWith(` ${one}`, index) && isEdge(low, index + one.length + 1),
    )
    if (!tailText || tailText === 'thực hiện' || isVerbHere(low, index + 1, tailText)) break
    index += tailText.length + 1
    const place = /(?:tỉnh|huyện|xã)$/u.test(tailText)
      ? matchAt(flow.text, index, CAPITALS, 50)
      : null
    index += place?.[0].length ?? 0
  }
  return [named(flow, at, index, true)]
}

/** "các sở, ngành" is one group; "các cấp, các ngành" too; "các sở và các tổ chức …" are two. */
function isSeparate(low: string, start: number, at: number): boolean {
  return (
    /^(?:tổ chức|hội|đoàn thể|ngân hàng|htx|hợp tác xã|doanh nghiệp|đơn vị|thành viên|cơ quan)/u.test(
      low.slice(at),
    ) && !low.startsWith('các cấp', start)
  )
}

function isCollective(low: string, at: number, count: number): boolean {
  return (
    count > 1 ||
    /^(?:thôn trưởng|xóm trưởng|cơ quan (?:soạn|chủ)|trưởng (?:thôn|ấp|bản|khu|buôn|xóm)|bí thư chi bộ|chủ đầu tư|cấp ủy|chính quyền|cơ quan (?:nhận|chuyên|thường|chức)|thành viên ban|ngành chức năng|đơn vị (?:được|liên|trực)|tổ chức đảng)/u.test(
      low.slice(at, at + 30),
    )
  )
}

function isVerbHere(low: string, at: number, tailText: string): boolean {
  return verbAt(low, at) > tailText.length
}

const PERSON =
  /^(?:[Đđ]ồng chí|[Đđ]\/c|[Đđ]c|[Ôô]ng|[Bb]à) (?!Trưởng|Phó|Chủ|Bí|Giám|Chánh)\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){1,4}(?:(?:,| -) (?:[Pp]hó )?(?:[Cc]hủ tịch|[Gg]iám đốc|[Tt]rưởng (?:phòng|ban)|[Cc]hánh [Vv]ăn phòng|[Bb]í thư|[Cc]ông chức|[Cc]án bộ)(?: (?:[Tt]hường trực|UBND|HĐND|[Đđ]ảng ủy|tỉnh|huyện|xã|phường|thành phố))*)?/u

/** "giao đồng chí A, Phó Chủ tịch UBND xã": a person may be given a task. */
function personAt(flow: Flow, at: number): Named[] | undefined {
  const person = matchAt(flow.text, at, PERSON, 110)
  if (!person) return undefined
  return [named(flow, at, at + person[0].length, false)]
}

function departmentAt(flow: Flow, at: number): Named[] | undefined {
  const head = DEPARTMENT_HEADS.find((one) => flow.low.startsWith(`${one} `, at))
  if (!head) return undefined
  const from = at + head.length + 1
  const field = fieldAt(flow.low, from)
  const isNamed = /\p{Lu}/u.test(flow.text.charAt(from)) || flow.low.startsWith('ngành ', at)
  if (field === 0 || !isNamed) return undefined
  return [named(flow, at, tail(flow, from + field), false)]
}

/** Bodies inside another: "Đảng đoàn HĐND tỉnh". */
const INSIDE =
  /^(?:đảng ủy|thường trực|ban thường trực|ban cán sự đảng|đảng đoàn|ban thường vụ|ban chấp hành|công đoàn|đảng bộ)$/u

function bodyAt(flow: Flow, at: number, end: number): Named[] | undefined {
  const own = longest(flow.low, at, added().bodies)
  if (own > 0) return [named(flow, at, tail(flow, at + own), false)]
  const length = longest(flow.low, at, NAMED)
  if (length === 0) return undefined
  const isUpper = /\p{Lu}/u.test(flow.text.charAt(at))
  if (!isUpper && !LOWER_ALLOWED.test(flow.low.slice(at, at + 24))) return undefined
  const name = flow.low.slice(at, at + length)
  if (INSIDE.test(name)) {
    const inner = bodyAt(flow, at + length + 1, end)
    if (inner?.[0]) return [named(flow, at, inner[0].end, false)]
  }
  const close = tail(flow, at + length)
  if (name === 'thuế' && close === at + length) return undefined
  return [named(flow, at, close, false)]
}

/** "HTX phải đổi mới": one cooperative stands for all, when it is told to do something. */
function subjectAt(flow: Flow, at: number): Named[] | undefined {
  const match = matchAt(flow.low, at, /^(htx|hợp tác xã|tổ hợp tác) (?:cần|phải|cần phải) /u, 24)
  if (!match?.[1] || verbAt(flow.low, at + match[0].length) === 0) return undefined
  return [named(flow, at, at + match[1].length, true)]
}

function unitAt(flow: Flow, at: number): Named[] | undefined {
  const unit = matchAt(flow.low, at, UNIT, 16)
  if (!unit) return undefined
  const place = matchAt(flow.text, at + unit[0].length, CAPITALS, 50)
  if (!place) return undefined
  return [named(flow, at, at + unit[0].length + place[0].length, false)]
}

function openAt(flow: Flow, at: number, end: number): Named[] | undefined {
  const close = openName(flow, at, end)
  return close === undefined ? undefined : [named(flow, at, tail(flow, close), false)]
}
