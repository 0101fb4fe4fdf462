import type { FoundMeeting } from '@hopluc/shared/finds'
import type { PlainDate } from '@hopluc/shared/values'
import { areaOf } from './area.ts'
import { agencyListAt, type Named } from './agencies.ts'
import { canonical, withoutLevel } from './canonical.ts'
import { dateOf, type Day, days, plainDate, previousDate } from './days.ts'
import type { Flow, Piece } from './flow.ts'
import type { Block, Layout } from './layout.ts'
import { CHAIR_OPENS } from './lexicon/speech.ts'
import { type Person, personsIn } from './persons.ts'
import { sentences } from './sentences.ts'

/** The meeting in the flow's offsets. */
export interface Meeting {
  date: PlainDate | null
  dateSpan: Piece | null
  chair: Person | null
  area: string | null
  place: string | null
  kind: FoundMeeting['kind']
  /** The one body that the meeting was held with. */
  partner: Named[]
  codes: string[]
}

const MEETS =
  /(?<!\p{L})(?:chủ trì|tổ chức|họp|hội nghị|cuộc họp|phiên họp|buổi làm việc|làm việc|gặp gỡ|đối thoại|giám sát|tọa đàm|sơ kết|tổng kết)(?!\p{L})/u
const WHEN =
  /(?:sáng|chiều|tối|ngày|hôm nay|sáng nay|chiều nay|trong ngày|hôm qua|vừa qua|mới đây)/u
const CHAIRS =
  /(?<!\p{L})(?:chủ trì|đồng chủ trì|làm trưởng đoàn|trưởng đoàn|kết luận|chủ tọa)(?!\p{L})/u

/** "Dự và chủ trì hội nghị có đồng chí", "dưới sự chủ trì của ông", "Chủ trì: bà". */
const PRESIDED =
  /chủ (?:trì|tọa)(?: (?:hội nghị|cuộc họp|phiên họp|buổi (?:họp|làm việc)))?(?::| (?:có|là|của))(?: các)?(?: (?:đồng chí|đ\/c|ông|bà))?:? $/u

/** Fifth step: the day, who chairs, where and what kind of meeting; null when there is none. */
export function meetingIn(layout: Layout, published: PlainDate | null): Meeting | null {
  const { kind, flow, blocks } = layout
  if (kind !== 'news' && kind !== 'notice' && !(kind === 'other' && isMinutes(layout))) return null
  const body = blocks.filter((block) => block.kind === 'text').slice(0, 4)
  const opening = body.flatMap((block) => sentences(flow, block)).slice(0, 8)
  const held = opening.find(
    (one) =>
      MEETS.test(slice(flow, one)) &&
      (days(slice(flow, one)).length > 0 || WHEN.test(slice(flow, one).slice(0, 60))),
  )
  const titles = blocks.filter((block) => block.kind === 'head')
  const chair = chairOf(flow, blocks, opening)
  if (!held && !chair) return null
  const when =
    (held ? dayOf(flow, held, published) : null) ?? titleDay(flow, titles) ?? timeLine(flow, blocks)
  const words = held ? slice(flow, held) : ''
  const title = chair?.title?.toLowerCase() ?? ''
  return {
    date: when?.date ?? null,
    dateSpan: when?.span ?? null,
    chair,
    area: areaOf(flow, blocks, title, held),
    place: placeOf(flow, held),
    kind: kindOf(`${titles.map((one) => slice(flow, one)).join(' ')} ${words}`),
    partner: partnerOf(flow, opening, blocks),
    codes: [
      held ? 'meeting.sentence' : '',
      chair ? 'meeting.chair' : '',
      when ? 'meeting.date' : '',
    ].filter((code) => code !== ''),
  }
}

function isMinutes({ flow, blocks }: Layout): boolean {
  return blocks.some((one) => one.kind === 'head' && slice(flow, one).startsWith('biên bản'))
}

function slice(flow: Flow, piece: Piece): string {
  return flow.low.slice(piece.start, piece.end)
}

function dayOf(
  flow: Flow,
  sentence: Piece,
  published: PlainDate | null,
): { date: PlainDate | null; span: Piece } | null {
  const low = slice(flow, sentence)
  const today = /(?:sáng|chiều|tối|trưa|hôm|ngày hôm) nay(?!\p{L})/u.exec(low.slice(0, 120))
  const isDated = today && days(low.slice(today.index, today.index + 60)).length > 0
  if (today && !isDated)
    return {
      date: published,
      span: {
        start: sentence.start + today.index,
        end: sentence.start + today.index + today[0].length,
      },
    }
  for (const day of days(low, sentence.start)) {
    const before = flow.low.slice(Math.max(sentence.start, day.start - 40), day.start)
    const at = flow.low.slice(day.start, day.start + 5)
    if (
      /(?:số|\/[\p{L}-]+|kh-\S*|nq\S*|tw,?|quyết định|kế hoạch|đến|tính)[^,]{0,14}$/u.test(before)
    )
      continue
    if (
      !/(?:sáng|chiều|tối|ngày|vào|trong|-|\)|^|nay \()[\s,]*(?:ngày )?$/u.test(before) &&
      !at.startsWith('ngày')
    )
      continue
    return {
      date:
        dateOf(day) ??
        (published === null ? inYear(low, day) : previousDate(published, day.month, day.day)),
      span: { start: day.start, end: day.end },
    }
  }
  return null
}

/** "(Ngày 09/01/2020)" under the title of a speech. */
function titleDay(flow: Flow, titles: readonly Piece[]): { date: PlainDate; span: Piece } | null {
  for (const title of titles) {
    if (!/^\(?(?:ngày|sáng|chiều)/u.test(slice(flow, title))) continue
    const day = days(slice(flow, title), title.start)[0]
    const date = day ? dateOf(day) : null
    if (day && date !== null) return { date, span: { start: day.start, end: day.end } }
  }
  return null
}

/** "Thời gian: 14 giờ 00, ngày 06/11/2025" at the beginning of minutes. */
function timeLine(flow: Flow, blocks: readonly Block[]): { date: PlainDate; span: Piece } | null {
  for (const block of blocks.slice(0, 14)) {
    if (!/^(?:[-+•*] ?)?thời gian(?: họp| bắt đầu)? ?:/u.test(slice(flow, block))) continue
    const day = days(slice(flow, block), block.start)[0]
    const date = day ? dateOf(day) : null
    if (day && date !== null) return { date, span: { start: day.start, end: day.end } }
  }
  return null
}

/** Nothing tells the year of publication: the one year whose tasks the sentence says are discussed. */
function inYear(low: string, day: Day): PlainDate | null {
  const years = new Set(
    [...low.matchAll(/(?:đầu|cuối|nhiệm vụ|tháng \d{1,2}|quý [ivx]+|kế hoạch) năm (\d{4})/gu)].map(
      (one) => one[1],
    ),
  )
  const [only] = years
  return years.size === 1 && only !== undefined ? plainDate(Number(only), day.month, day.day) : null
}

/** Who chairs or concludes; of two, the one who concludes. */
function chairOf(flow: Flow, blocks: readonly Block[], opening: readonly Piece[]): Person | null {
  const candidates: { person: Person; weight: number }[] = []
  const consider = (piece: Piece, base: number): void => {
    const low = slice(flow, piece)
    for (const person of personsIn(flow, piece)) {
      const after = flow.low.slice(person.end, Math.min(piece.end, person.end + 260))
      const before = flow.low.slice(Math.max(piece.start, person.start - 120), person.start)
      const verb = CHAIRS.exec(after)
      let weight = base
      if (verb && !/\. |;/.test(after.slice(0, verb.index))) weight += 4
      else if (
        /đồng chủ trì/u.test(after) &&
        !/\. /.test(after.slice(0, after.indexOf('đồng chủ trì')))
      )
        weight += 4
      if (/kết luận|phát biểu chỉ đạo|chỉ đạo tại/u.test(before)) weight += 3
      if (PRESIDED.test(before)) weight += 6
      if (
        base === 1 &&
        /^[^.;]{0,90}(?:bí thư|chủ tịch)[^.;]{0,40} (?:đã )?(?:có buổi )?làm việc (?:cùng |với )/u.test(
          after,
        )
      )
        weight += 3
      if (/(?:do|chủ trì(?: của)?:?) (?:đồng chí|đ\/c|ông|bà) $/u.test(before)) weight += 2
      if (/(?:dự|tham dự|cùng dự|có mặt|tiếp và làm việc)[^.]{0,80}$/u.test(before)) weight -= 3
      if (/^[^.;]{0,120}(?:yêu cầu|giao|đề nghị|chỉ đạo)/u.test(after)) weight += 2
      if (
        /^(?:(?!nghe|làm việc|để )[^.;]){0,90}(?:cho biết|chia sẻ|kiến nghị|đề xuất|phản ánh|báo cáo|tiếp và)/u.test(
          after,
        ) ||
        /báo cáo|theo ông|theo bà/u.test(before.slice(-40))
      )
        weight -= 4
      if (
        /chủ tịch|bí thư|trưởng ban|trưởng đoàn/u.test(
          low.slice(Math.max(0, person.start - piece.start - 60), person.end - piece.start + 140),
        )
      )
        weight += 1
      candidates.push({ person, weight })
    }
  }
  blocks
    .filter((one) => one.kind === 'head' || one.kind === 'caption')
    .forEach((one) => {
      consider(one, 0)
    })
  opening.forEach((one) => {
    consider(one, 1)
  })
  blocks
    .filter((one) => one.kind === 'text')
    .forEach((one) => {
      for (const sentence of sentences(flow, {
        start: one.start,
        end: Math.min(one.end, one.start + 900),
      }))
        consider(sentence, 0)
    })
  const totals = new Map<string, { weight: number; person: Person }>()
  for (const { person, weight } of candidates) {
    const key = flow.low.slice(person.name.start, person.name.end)
    const old = totals.get(key)
    totals.set(key, {
      weight: (old?.weight ?? 0) + weight,
      person: old && (old.person.title !== null || person.title === null) ? old.person : person,
    })
  }
  const ranked = [...totals.values()].sort((a, b) => b.weight - a.weight)[0]
  return ranked && ranked.weight >= 4 ? ranked.person : null
}

function placeOf(flow: Flow, held: Piece | undefined): string | null {
  if (!held) return null
  const match =
    /(?:^|, )tại (?!phiên|cuộc|hội nghị|buổi|kỳ họp|điểm cầu)([^,;.]{4,80})(?:,|;|\.|$)/u.exec(
      slice(flow, held),
    )
  if (!match?.[1]) return null
  const start = held.start + match.index + match[0].indexOf(match[1])
  return flow.text.slice(start, start + match[1].length)
}

function kindOf(low: string): FoundMeeting['kind'] {
  if (/giám sát/u.test(low)) return 'supervision'
  if (/đối thoại|gặp gỡ/u.test(low)) return 'dialogue'
  if (/hội nghị/u.test(low)) return 'conference'
  if (/làm việc với/u.test(low)) return 'working_session'
  return /ban chỉ đạo/u.test(low) ? 'committee_meeting' : 'meeting'
}

/** "làm việc với Liên minh HTX tỉnh": one body, so it is meant where nobody is named. */
function partnerOf(flow: Flow, opening: readonly Piece[], blocks: readonly Block[]): Named[] {
  for (const sentence of opening.slice(0, 3)) {
    const match = /làm việc (?:cùng )?với /u.exec(slice(flow, sentence))
    if (!match) continue
    const body = agencyListAt(flow, sentence.start + match.index + match[0].length, sentence.end)
    if (body[0] && body.length === 1) return [asConcluded(flow, blocks, body[0])]
  }
  return []
}

/** The body in the form in which the conclusion itself first names it. */
function asConcluded(flow: Flow, blocks: readonly Block[], body: Named): Named {
  const same = withoutLevel(canonical(body.name)).name
  const first = body.name.split(' ')[0]?.toLowerCase() ?? ''
  const conclusion = blocks.find((one) => one.kind === 'text' && CHAIR_OPENS.test(slice(flow, one)))
  if (!conclusion || first === '') return body
  const end = Math.min(conclusion.end, conclusion.start + 3000)
  for (
    let at = flow.low.indexOf(first, conclusion.start);
    at >= 0 && at < end;
    at = flow.low.indexOf(first, at + 1)
  ) {
    const named = agencyListAt(flow, at, end)[0]
    if (named && withoutLevel(canonical(named.name)).name === same) return named
  }
  return body
}
