import { afterBody, cueIn, hasTaskAfter } from './cue.ts'
import { agencyListAt, type Named } from './agencies.ts'
import type { Flow } from './flow.ts'
import { MODAL } from './lexicon/verbs.ts'
import { matchAt, verbAt } from './words.ts'

/** The words before the colon of a lead-in: "các nhiệm vụ trọng tâm sau". */
export const LEAD_IN =
  /(?:nhiệm vụ|nội dung|công việc|công tác|giải pháp|phần việc|vấn đề|việc)(?: \p{L}+){0,9}?(?: sau| sau đây| như sau| trọng tâm| chủ yếu| cụ thể| như| gồm| sau nữa| của \p{L}+(?: \p{L}+){0,5})?(?: (?:trong|của|năm|quý|thời gian|cho|từ nay|những tháng)(?: [\p{L}\d/]+){0,7}?)?(?:,? (?:đó là|gồm|bao gồm|cụ thể(?: là)?|như))?$/u

const TOPIC =
  /^(?:về|riêng về|liên quan đến|việc|đối với|riêng đối với|riêng|riêng với|với|vấn đề) /u
const PURPOSE =
  /^(?:cùng với việc|song song với|bên cạnh việc|để|nhằm|trên cơ sở|căn cứ|với|trong bối cảnh|trong điều kiện|theo tinh thần|qua|trước|sau khi|khi|nếu|từ|thực hiện|tại|trong|kết luận|phát biểu|nhấn mạnh) /u
/** Skips "Để …,", "Về …:", "Đối với …," when an order stands behind; an addressed topic is kept. */
export function stripTopic(
  flow: Flow,
  at: number,
  end: number,
  isBare: boolean,
): { at: number; topic: Named[] | null } {
  const isTopic = matchAt(flow.low, at, TOPIC, 20)
  if (isTopic) {
    const body = agencyListAt(flow, at + isTopic[0].length, end)
    const last = body.at(-1)
    if (last) {
      const next = afterBody(flow, last.end, end, true)
      const isSpeaker = /^ (?:yêu cầu|đề nghị|giao)/u.test(flow.low.slice(last.end, last.end + 9))
      if (isSpeaker && body.length > 1) return { at: last.start, topic: body.slice(0, -1) }
      const isClosed =
        /[,:]/.test(flow.text.charAt(last.end)) || flow.text.slice(last.end, next).includes(',')
      const colon = flow.text.charAt(next) === ':' ? next + 2 : next
      if (
        (isClosed || hasTaskAfter(flow, body, end)) &&
        colon < end &&
        !/^(?:về|việc)/u.test(isTopic[0])
      )
        return { at: colon, topic: body }
    }
  }
  const led = leadBeforeColon(flow, at, end)
  if (led) return led
  const colon = flow.text.slice(at, at + 260).indexOf(':')
  if (colon > 0 && at + colon < end && (isTopic || colon <= 80)) {
    const right = at + colon + 2
    const isLead =
      LEAD_IN.test(flow.low.slice(at, at + colon)) ||
      /(?:gồm|như|cụ thể|là)$/u.test(flow.low.slice(at, at + colon))
    if (!isLead && opens(flow, right, end, isBare) && !isBodyOrCue(flow, at, at + colon))
      return { at: right, topic: null }
  }
  if (isTopic || matchAt(flow.low, at, PURPOSE, 20)) {
    for (
      let comma = flow.text.indexOf(', ', at);
      comma >= 0 && comma < end && comma < at + 400;
      comma = flow.text.indexOf(', ', comma + 1)
    ) {
      const right = comma + 2
      const body = agencyListAt(flow, right, end)
      if (
        (body.length > 0 && hasTaskAfter(flow, body, end)) ||
        cueIn(flow, { start: right, end }, true)?.start === right ||
        isSpoken(flow, right) ||
        (isTopic && matchAt(flow.low, right, MODAL) !== null)
      ) {
        return { at: right, topic: null }
      }
    }
  }
  return { at, topic: null }
}

/** "Sở Tài chính phối hợp với Liên minh HTX tỉnh: hướng dẫn …": the lead before the colon. */
function leadBeforeColon(
  flow: Flow,
  at: number,
  end: number,
): { at: number; topic: Named[] } | undefined {
  const body = agencyListAt(flow, at, end)
  const last = body.at(-1)
  if (!last) return undefined
  const joint = matchAt(
    flow.low,
    last.end,
    /^,? (?:chủ trì|phối hợp|là cơ quan|làm đầu mối)[^:;.]{0,140}: ?/u,
  )
  const next = last.end + (joint?.[0].length ?? 0)
  return joint && next < end - 6 ? { at: next, topic: body } : undefined
}

function isSpoken(flow: Flow, at: number): boolean {
  return /^(?:đồng chí|đ\/c|ông|bà|phó chủ tịch|chủ tịch|phó bí thư|bí thư)(?!\p{L})/u.test(
    flow.low.slice(at, at + 20),
  )
}

function isBodyOrCue(flow: Flow, at: number, end: number): boolean {
  const body = agencyListAt(flow, at, end)
  const close = body.length > 0 ? afterBody(flow, body.at(-1)?.end ?? 0, end) : 0
  return close >= end - 1 || cueIn(flow, { start: at, end }, true) !== undefined
}

function opens(flow: Flow, at: number, end: number, isBare: boolean): boolean {
  const body = agencyListAt(flow, at, end)
  return (
    (body.length > 0 && hasTaskAfter(flow, body, end)) ||
    cueIn(flow, { start: at, end }, isBare) !== undefined ||
    verbAt(flow.low, at) > 0 ||
    matchAt(flow.low, at, MODAL) !== null
  )
}
