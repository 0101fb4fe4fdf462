import type { NeedAgency, NeedPolicy, SupportPolicy } from '@hopluc/shared/plan-needs'
import type { Id } from '@hopluc/shared/values'

/** What an agency said of a policy, or what it was allotted; without an agency the money that there is. */
export interface Amount {
  policyId: Id
  agencyId: Id | null
  amount: number
}
export interface Need extends Amount {
  agencyId: Id
  thisYear: number | null
}

const tidy = (value: number) => Math.round(value * 1000) / 1000
const sum = (values: readonly number[]) => tidy(values.reduce((all, one) => all + one, 0))

/**
 * By policy: what is needed and allotted, what of the money is left, what is needed and not covered, and what
 * was allotted beyond the need. One agency's surplus never hides another's want.
 */
export function rollUp(
  policies: readonly Pick<SupportPolicy, 'id' | 'name' | 'basis' | 'source'>[],
  needs: readonly Need[],
  funds: readonly Amount[],
): NeedPolicy[] {
  return policies.map(({ id, name, basis, source }) => {
    const asked = needs.filter(({ policyId }) => policyId === id)
    const given = funds.filter(({ policyId, agencyId }) => policyId === id && agencyId !== null)
    const budget =
      funds.find(({ policyId, agencyId }) => policyId === id && agencyId === null)?.amount ?? null
    const gaps = [...new Set([...asked, ...given].map(({ agencyId }) => agencyId))].map(
      (agency) => {
        const need = asked.find(({ agencyId }) => agencyId === agency)?.amount ?? 0
        return need - (given.find(({ agencyId }) => agencyId === agency)?.amount ?? 0)
      },
    )
    const allotted = sum(given.map(({ amount }) => amount))
    return {
      id,
      name,
      basis,
      source,
      budget,
      thisYear: sum(asked.map(({ thisYear }) => thisYear ?? 0)),
      needed: sum(asked.map(({ amount }) => amount)),
      allotted,
      rest: budget === null ? null : tidy(budget - allotted),
      open: sum(gaps.map((gap) => Math.max(0, gap))),
      beyond: sum(gaps.map((gap) => Math.max(0, -gap))),
    }
  })
}

/** One line a policy for which the agency said something or was allotted something. */
export function linesOf(
  policyIds: readonly Id[],
  needs: readonly (Need & { note: string | null })[],
  funds: readonly Amount[],
): NeedAgency['lines'] {
  return policyIds.flatMap((policyId) => {
    const need = needs.find((one) => one.policyId === policyId)
    const given = funds.find((one) => one.policyId === policyId)
    if (!need && !given) return []
    return [
      {
        policyId,
        thisYear: need?.thisYear ?? null,
        amount: need?.amount ?? null,
        note: need?.note ?? null,
        allotted: given?.amount ?? null,
      },
    ]
  })
}
