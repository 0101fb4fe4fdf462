import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import { makeSupportDecision } from '../papers/index.ts'
import { getBody, headOf, signatureOf } from '../task-papers/index.ts'
import { getProgramme } from './programmes.ts'
import { notFound, wrongState } from './refusals.ts'
import * as store from './store.ts'

/** The draft of the decision by which support is granted, as .docx, for the head of the agency to sign. */
export function decisionPaper(context: Context, id: Id): Promise<Buffer> {
  const { today } = context
  return context.read(async (db) => {
    const row = await store.get(db, id, today)
    if (!row.isRunner) throw notFound()
    if (row.state === 'refused' || row.state === 'withdrawn') throw wrongState()
    const programme = await getProgramme(db, row.programme.id, today)
    const body = await getBody(db, programme.agency.id, today)
    const opinions = await store.listOpinions(db, id, today)
    const proposed = opinions.flatMap(({ isFor, amount }) => (isFor && amount ? [amount] : []))
    const least = proposed.length === 0 ? row.asked : Math.min(...proposed)
    return makeSupportDecision({
      head: headOf(body, 'QĐ', row.decidedOn ?? today),
      programme: programme.name,
      bases: programme.legalBasis.split(/[;\n]/).map((one) => one.trim()),
      entity: row.entity.name,
      place: `${row.unit.kind} ${row.unit.name}`,
      purpose: row.title,
      amount: row.approved ?? least,
      ownCapital: row.ownCapital,
      sources: programme.sources.map(({ name }) => name),
      appraisers: opinions.filter(({ isFor }) => isFor).map(({ agency }) => agency.name),
      signature: signatureOf(body),
      on: row.decidedOn ?? today,
      isDemo: row.isDemo,
    })
  })
}
