import { byAgency, directiveSentence, sentenceUnderAgency } from './directive-words.ts'
import { fillTemplate } from './issuer-templates.ts'
import { type Block, heading, prose, mixed, section } from './layout.ts'
import { pack } from './pack.ts'
import { foot, head, title } from './parts.ts'
import type { ConclusionNoticeInput, NoticeDirective } from './types.ts'
import { capital, clean, longDay, open, point, slashDay } from './words.ts'

/**
 * The notice of what a meeting concluded (thông báo kết luận), as .docx in the layout of
 * Decree 30/2020. A draft until it comes back signed.
 * @throws AppError `papers.template` when the issuer's template names an unknown field.
 */
export function makeConclusionNotice(input: ConclusionNoticeInput): Promise<Buffer> {
  const { template, head: own, recipients, signature } = input
  const { superior, issuer, symbol, place } = template
  const fill = (text: string) => capital(fillTemplate(text, fields(input)))
  const abstract = fill(template.abstract)
  const children: Block[] = [
    head({ superior, issuer, symbol, place, ...own }),
    ...title('THÔNG BÁO', abstract),
    ...input.bases.map((base, index) => basis(base, index === input.bases.length - 1)),
    prose(fill(template.opening)),
    ...present(input.present),
    prose(fill(template.leadIn)),
    ...body(input),
    prose(fill(template.closing), { keepNext: true }),
    ...foot(recipients ?? template.recipients, signature),
  ]
  const on = own.on ?? `${own.year}-01-01`
  return pack(section(children), { title: `Thông báo ${abstract}`, author: issuer, on })
}

function fields({ template, chair, meeting, heard }: ConclusionNoticeInput) {
  return {
    chair: clean(chair.name),
    chairPosts: chair.posts.map(clean).join(', '),
    honorific: clean(chair.honorific),
    meeting: clean(meeting.name),
    meetingOn: `ngày ${slashDay(meeting.on)}`,
    meetingDay: longDay(meeting.on),
    meetingPlace: meeting.place === null ? '' : `, tại ${clean(meeting.place)}`,
    heard: heard === null ? '' : `Sau khi nghe ${open(clean(heard))}, `,
    issuer: template.issuer,
  }
}

/** Grounds are set in italics, each ended by a semicolon, the last by a stop (Annex I, II.6). */
function basis(text: string, isLast: boolean): Block {
  return prose(`${open(clean(text))}${isLast ? '.' : ';'}`, { italics: true })
}

function present(names: readonly string[]): Block[] {
  if (names.length === 0) return []
  return [prose(`Tham dự cuộc họp có: ${names.map((name) => open(clean(name))).join('; ')}.`)]
}

/** With a part that judges the situation there are two parts, else the directives alone. */
function body({ evaluation, directives, grouping }: ConclusionNoticeInput): Block[] {
  const items = grouping === 'agency' ? grouped(directives) : numbered(directives)
  if (evaluation.length === 0) return items
  return [
    heading('I. ĐÁNH GIÁ CHUNG'),
    ...evaluation.map((text) => prose(text)),
    heading('II. NHIỆM VỤ, GIẢI PHÁP'),
    ...items,
  ]
}

function numbered(directives: readonly NoticeDirective[]): Block[] {
  return directives.map((directive, index) =>
    prose(`${index + 1}. ${directiveSentence(directive)}`),
  )
}

function grouped(directives: readonly NoticeDirective[]): Block[] {
  return byAgency(directives).flatMap((group, index) => {
    const number = `${index + 1}. ${group.heading}`
    const [only, ...more] = group.directives
    if (only && more.length === 0 && group.heading !== 'Nhiệm vụ chung:') {
      return [prose(`${index + 1}. ${directiveSentence(only)}`)]
    }
    return [
      mixed([[number, { bold: true }]], { align: 'both', indent: 12.7, before: 6, keepNext: true }),
      ...group.directives.map((directive, place) =>
        prose(`${point(place)}) ${capital(sentenceUnderAgency(directive))}`),
      ),
    ]
  })
}
