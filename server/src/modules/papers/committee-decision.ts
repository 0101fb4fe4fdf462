import type { PlainDate } from '@hopluc/shared/values'
import { type Block, line, prose, proseWithLead, section } from './layout.ts'
import { pack } from './pack.ts'
import { foot, head, title } from './parts.ts'
import type { PaperHead, Recipients, Signature } from './types.ts'
import { clean, open } from './words.ts'

export interface CommitteeDecisionInput {
  head: PaperHead
  /** "Kiện toàn Ban Chỉ đạo …": the committee as it is called. */
  committee: string
  isFounding: boolean
  /** Who decides: "Chủ tịch Ủy ban nhân dân huyện Kế Sách". */
  decides: string
  bases: readonly string[]
  /** Who proposes: the standing agency. */
  proposedBy: string
  /** In the order of a decision. */
  members: readonly { part: string; name: string; office: string; duty: string | null }[]
  assistants: readonly { name: string; office: string }[]
  leaving: readonly string[]
  standingAgency: string
  /** The decision that this one replaces or amends. */
  replaces: string | null
  recipients: Recipients
  signature: Signature
  on: PlainDate
}

/** The decision by which a committee is founded or consolidated (quyết định kiện toàn), as .docx. */
export function makeCommitteeDecision(input: CommitteeDecisionInput): Promise<Buffer> {
  const { committee, isFounding, decides, bases, members, assistants } = input
  const verb = isFounding ? 'Thành lập' : 'Kiện toàn'
  const abstract = `Về việc ${verb.toLocaleLowerCase('vi')} ${committee}`
  const articles = articlesOf(input)
  const children: Block[] = [
    head(input.head),
    ...title('Quyết định', abstract),
    line(clean(decides).toLocaleUpperCase('vi'), { bold: true, align: 'center', before: 6 }),
    ...bases.map((basis) => prose(`Căn cứ ${open(clean(basis))};`, { italics: true })),
    prose(`Theo đề nghị của ${open(clean(input.proposedBy))}.`, { italics: true }),
    line('QUYẾT ĐỊNH:', { bold: true, align: 'center', before: 12, after: 6 }),
    proseWithLead('Điều 1.', `${verb} ${committee} gồm các ông (bà) có chức danh, tên sau:`),
    ...members.map((member, index) => prose(`${index + 1}. ${memberWords(member)};`)),
    ...(assistants.length === 0 ? [] : [prose('Tổ giúp việc Ban Chỉ đạo gồm:')]),
    ...assistants.map(({ name, office }, index) => prose(`${index + 1}. ${named(name, office)};`)),
    ...articles.map((text, index) => proseWithLead(`Điều ${index + 2}.`, text)),
    ...foot(input.recipients, input.signature),
  ]
  return pack(section(children), {
    title: `Quyết định ${verb.toLocaleLowerCase('vi')} ${committee}`,
    author: input.head.issuer,
    on: input.on,
  })
}

function articlesOf({ standingAgency, leaving, replaces }: CommitteeDecisionInput): string[] {
  const left = leaving.length === 0 ? '' : ` Thôi tham gia: ${leaving.map(clean).join('; ')}.`
  return [
    `${open(clean(standingAgency))} là Cơ quan Thường trực của Ban Chỉ đạo, giúp Trưởng ban xây dựng, ` +
      'trình ban hành quy chế làm việc, chương trình công tác hằng năm và phân công nhiệm vụ các thành viên. ' +
      'Ban Chỉ đạo làm việc theo chế độ kiêm nhiệm.',
    `Quyết định này có hiệu lực kể từ ngày ký.${replaces === null ? '' : ` Thay thế ${open(clean(replaces))}.`}${left}`,
    `Thủ trưởng các cơ quan, đơn vị có liên quan và các ông (bà) có tên tại Điều 1 căn cứ Quyết định thi hành./.`,
  ]
}

function memberWords({ part, name, office, duty }: CommitteeDecisionInput['members'][number]) {
  const charge = duty === null ? '' : ` (${open(clean(duty))})`
  return `${named(name, office)}: ${part}${charge}`
}

function named(name: string, office: string): string {
  return clean(name) === '' ? clean(office) : `${clean(name)}, ${clean(office)}`
}
