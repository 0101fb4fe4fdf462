import type { PlainDate } from '@hopluc/shared/values'
import { type Block, line, prose, proseWithLead, section } from './layout.ts'
import { pack } from './pack.ts'
import { foot, head, title } from './parts.ts'
import type { PaperHead, Signature } from './types.ts'
import { clean, open } from './words.ts'

export interface SupportDecisionInput {
  head: PaperHead
  programme: string
  bases: readonly string[]
  entity: string
  /** "xã An Lạc Thôn". */
  place: string
  purpose: string
  /** Whole đồng. */
  amount: number
  ownCapital: number
  sources: readonly string[]
  /** Agencies that were for it. */
  appraisers: readonly string[]
  signature: Signature
  on: PlainDate
  isDemo: boolean
}

const dong = (amount: number): string => `${amount.toLocaleString('vi-VN')} đồng`

/** The decision by which a cooperative is granted support, as .docx. */
export function makeSupportDecision(input: SupportDecisionInput): Promise<Buffer> {
  const { entity, purpose, programme, amount, ownCapital, sources, appraisers } = input
  const abstract = `Về việc hỗ trợ ${clean(entity)} theo chương trình “${clean(programme)}”`
  const opinions = appraisers.map(clean).join('; ')
  const children: Block[] = [
    head(input.head),
    ...title('Quyết định', abstract),
    ...input.bases
      .filter((basis) => basis !== '')
      .map((basis) => prose(`Căn cứ ${open(clean(basis))};`, { italics: true })),
    prose(
      opinions === ''
        ? `Theo hồ sơ đề nghị của ${clean(entity)}.`
        : `Theo hồ sơ đề nghị của ${clean(entity)} và ý kiến thẩm định của ${opinions}.`,
      { italics: true },
    ),
    line('QUYẾT ĐỊNH:', { bold: true, align: 'center', before: 12, after: 6 }),
    proseWithLead(
      'Điều 1.',
      `Hỗ trợ ${clean(entity)}, ${clean(input.place)}, ${dong(amount)} để thực hiện: ${open(clean(purpose))}.`,
    ),
    proseWithLead(
      'Điều 2.',
      `Nguồn kinh phí: ${sources.length === 0 ? 'theo chương trình' : sources.map(clean).join('; ')}. ` +
        `Vốn đối ứng của ${clean(entity)}: ${dong(ownCapital)}. Kinh phí được giải ngân theo tiến độ, không quá mức hỗ trợ tại Điều 1.`,
    ),
    proseWithLead(
      'Điều 3.',
      `${clean(entity)} và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
    ),
    ...(input.isDemo ? [prose('Số liệu minh họa.', { italics: true })] : []),
    ...foot({ lines: ['Như Điều 3;'], archive: 'VT' }, input.signature),
  ]
  return pack(section(children), { title: abstract, author: input.head.issuer, on: input.on })
}
