import type {
  ReorganisationIssue,
  ReorganisationPlan,
  ReorganisationQuestion,
} from '@hopluc/shared/reorganisations'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import type { Asked, ResolvedPlan } from '../holdings/index.ts'
import { issue } from './issues.ts'
import { resolveAgencies, type ResolvedAgencies } from './resolve-agencies.ts'
import { resolveUnits, type ResolvedUnits, unitWords } from './resolve-units.ts'
import { isId, type World } from './world.ts'

export interface Resolved {
  plan: ResolvedPlan
  units: ResolvedUnits
  agencies: ResolvedAgencies
  questions: Asked[]
  errors: ReorganisationIssue[]
  warnings: ReorganisationIssue[]
}

/** Checks a plan against what stands before it, and writes out what follows by rule. Pure. */
export function resolve(
  head: { act: string; decidedOn: PlainDate | null; onDay: PlainDate },
  plan: ReorganisationPlan,
  world: World,
): Resolved {
  const { onDay } = head
  const lastDay = addDays(onDay, -1)
  const units = resolveUnits(plan, world, onDay, lastDay)
  const agencies = resolveAgencies(plan, units, world, onDay, lastDay)
  const names = {
    units: new Map([...units.before, ...units.after].map(([id, unit]) => [id, unitWords(unit)])),
    agencies: new Map(
      [...agencies.before, ...agencies.after].map(([id, { name, shortName, unitId }]) => [
        id,
        { name, shortName, unitId },
      ]),
    ),
  }
  const { founded, changed, ended, successions } = agencies.agencies
  const size = [plan.units, plan.agencies].flatMap((part) => Object.values(part).flat()).length
  return {
    plan: {
      ...head,
      lastDay,
      units: units.units,
      agencies: { founded, changed, ended, successions },
      answers: plan.answers,
      names,
    },
    units,
    agencies,
    questions: [...units.questions, ...agencies.questions],
    errors: [...(size === 0 ? [issue('', 'empty')] : []), ...units.errors, ...agencies.errors],
    warnings: units.warnings,
  }
}

/** With what was answered; what has no usable answer and nothing usual is open. */
export function answered(
  module: string,
  asked: Asked,
  answers: Readonly<Record<string, string>>,
): ReorganisationQuestion {
  const said = answers[asked.key]
  const answer = said !== undefined && isUsable(asked, said) ? said : null
  return { ...asked, module, answer, isOpen: answer === null && asked.usual === null }
}

function isUsable({ input, choices }: Asked, said: string): boolean {
  if (choices.some(({ value }) => value === said)) return true
  if (input === 'share') return Number(said) > 0 && Number(said) <= 1
  if (input === 'agency') return isId(said)
  return input === 'text' && said.trim() !== ''
}
