import type { CellPlace, Return } from '@hopluc/shared/returns'
import * as z from 'zod'
import { useDraft } from '../../lib/draft.ts'

const Kept = z.array(z.object({ cell: z.string(), text: z.string() }))

/** What the reader notes at cells before giving the return back; kept on this machine until then. */
export function useRemarks(data: Return) {
  const { value, set, drop, reset } = useDraft(`return.${data.id}.remarks`, Kept, [])
  const isOn = (['return', 'give_back', 'check'] as const).some((one) => data.allowed.includes(one))
  return {
    isOn,
    list: isOn ? value : [],
    say: (cell: string, text: string) => {
      const rest = value.filter((one) => one.cell !== cell)
      set(text.trim() === '' ? rest : [...rest, { cell, text }])
    },
    of: (cell: string) => value.find((one) => one.cell === cell)?.text ?? '',
    forget: () => {
      drop()
      reset()
    },
  }
}

export type Remarks = ReturnType<typeof useRemarks>

/** The place that a cell's key names. */
export function placeOf(key: string): CellPlace {
  const [row = '', indicatorId = '', breakdownId = ''] = key.split('/')
  return { row, indicatorId, breakdownId: Number(breakdownId) }
}
