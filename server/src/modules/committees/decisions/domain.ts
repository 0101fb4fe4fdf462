import type {
  Committee,
  CommitteeMember,
  CommitteePart,
  DecisionProposal,
} from '@hopluc/shared/committees'
import type { PlainDate } from '@hopluc/shared/values'
import type { CommitteeDecisionInput } from '../../papers/index.ts'

interface Decided {
  committee: Pick<Committee, 'name' | 'decision' | 'decidedOn' | 'decisions' | 'unit'>
  members: readonly CommitteeMember[]
  issuer: { name: string; symbol: string | null; place: string }
  proposal: DecisionProposal
  standing: string
  draftNo: number
  today: PlainDate
}

const PARTS: Record<CommitteePart, string> = {
  head: 'Trưởng ban',
  standing_deputy: 'Phó Trưởng ban Thường trực',
  deputy: 'Phó Trưởng ban',
  member: 'Thành viên',
  assistant: 'Tổ giúp việc',
}
const ORDER = ['head', 'standing_deputy', 'deputy', 'member', 'assistant'] as const

/** Laws on which such a decision rests, by the day: what was amended or replaced is not cited. */
const LAWS: readonly (readonly [from: PlainDate, laws: readonly string[]])[] = [
  [
    '2025-07-01',
    [
      'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
      'Luật Hợp tác xã ngày 20 tháng 6 năm 2023',
    ],
  ],
  [
    '2024-07-01',
    [
      'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và Luật sửa đổi, bổ sung năm 2019',
      'Luật Hợp tác xã ngày 20 tháng 6 năm 2023',
    ],
  ],
  [
    '0001-01-01',
    [
      'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
      'Luật Hợp tác xã ngày 20 tháng 11 năm 2012',
    ],
  ],
]

const slashed = (day: PlainDate) => day.split('-').toReversed().join('/')

/** The committee as it will be: those who stay and those who join, in the order of a decision. */
export function decisionInput(decided: Decided): CommitteeDecisionInput {
  const { committee, members, issuer, proposal, standing, draftNo, today } = decided
  const staying = members.filter(({ id }) => !proposal.leaving.includes(id))
  const leaving = members.filter(({ id }) => proposal.leaving.includes(id))
  const all = [...staying, ...proposal.joining].toSorted(
    (a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part),
  )
  const [, laws = []] = LAWS.find(([from]) => today >= from) ?? []
  const { decision } = committee
  const before = /^\d/.test(decision) ? `Quyết định số ${decision}` : decision
  return {
    head: {
      superior: null,
      issuer: issuer.name,
      number: null,
      symbol: `QĐ-${issuer.symbol ?? 'UBND'}`,
      place: issuer.place,
      on: null,
      year: Number(today.slice(0, 4)),
      draft: draftNo,
      urgency: null,
      isInternal: false,
    },
    committee: committee.name,
    isFounding: false,
    decides: `Chủ tịch ${issuer.name}`,
    bases: laws,
    proposedBy: standing,
    members: all
      .filter(({ part }) => part !== 'assistant')
      .map(({ part, name, office, inChargeOf }) => ({
        part: PARTS[part],
        name,
        office,
        duty: inChargeOf,
      })),
    assistants: all
      .filter(({ part }) => part === 'assistant')
      .map(({ name, office }) => ({ name, office })),
    leaving: leaving.map(({ name, office }) => (name === '' ? office : `${name}, ${office}`)),
    standingAgency: standing,
    replaces: `${before} ngày ${slashed(committee.decidedOn)}`,
    recipients: {
      lines: [
        'Như Điều 4',
        'Thường trực Ủy ban nhân dân (để báo cáo)',
        'Các thành viên Ban Chỉ đạo',
      ],
      archive: 'Lưu: VT',
    },
    signature: {
      authority: {
        mode: 'direct',
        principal: null,
        deputyFor: null,
        post: 'Chủ tịch',
        officeHeld: null,
      },
      name: null,
    },
    on: today,
  }
}
