import type { FormDraft } from '@hopluc/shared/report-forms'
import type { PatchResult } from '@hopluc/shared/return-deeds'
import type { CellAnswer, Return, ReturnCell } from '@hopluc/shared/returns'
import type { Round } from '@hopluc/shared/rounds'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { TestPerson } from './organisation.ts'
import { aRegister } from './registry-parts.ts'

/** Rows are cooperatives and one line of groups; members, workers, revenue, income per worker. */
export const QUARTER: FormDraft = {
  sections: [
    {
      kind: 'grid',
      key: 'htx',
      title: 'Tình hình HTX',
      rows: 'entities',
      hasGroupLine: true,
      indicators: [
        { code: 'H8', columns: ['previous', 'done'], groupCode: 'T4' },
        { code: 'H9', columns: ['done'] },
        { code: 'H10', columns: ['previous', 'done', 'estimate'], groupCode: 'T5' },
        { code: 'H12', columns: ['done'], weightCode: 'H9', isRequired: false },
      ],
    },
    {
      kind: 'questions',
      key: 'kho_khan',
      title: 'Khó khăn',
      questions: [{ key: 'chinh', text: 'Khó khăn chính trong kỳ', isRequired: true }],
    },
    { kind: 'notes', key: 'ghi_chu', title: 'Ghi chú' },
  ],
  checks: [{ kind: 'change', severity: 'warning', percent: 50 }],
}
/** Rows are indicators of the unit itself. */
export const HALF: FormDraft = {
  sections: [
    {
      kind: 'grid',
      key: 'chi_tieu',
      title: 'Chỉ tiêu chủ yếu',
      rows: 'indicators',
      indicators: [
        { code: 'H1', columns: ['previous', 'done'], isReadOnly: true },
        { code: 'H8', columns: ['done'] },
        { code: 'H8', breakdown: { sex: 'female' }, label: 'Trong đó: nữ', columns: ['done'] },
        { code: 'H10', columns: ['done', 'estimate'] },
      ],
    },
  ],
  checks: [
    {
      kind: 'part',
      severity: 'error',
      part: { code: 'H8', breakdown: { sex: 'female' } },
      whole: { code: 'H8' },
    },
  ],
}

/** A province's round over its two communes, HTX Minh Phát and HTX Minh Lợi in the first. */
export async function aRound(definition: FormDraft = QUARTER) {
  const register = await aRegister()
  const { a, ask, send, owner, anEntity } = register
  const unitId = a.communes[0].unitId
  const otherId = await anEntity({ unitId, name: 'HTX Minh Lợi', members: 12 })
  await anEntity({ unitId, name: 'Tổ hợp tác Minh Hòa', kind: 'group' })
  await sql`select refresh_entity_spans(array(select id from entities))`.execute(owner)
  const form = (
    await send(a.standing, '/report-forms', {
      code: 'Biểu số 02/KTTT',
      name: 'Báo cáo nhanh',
      definition,
    })
  ).json()
  const opening = {
    formId: form.id,
    period: { kind: 'quarter', year: 2026, part: 1 },
    asked: { by: 'level', level: 'commune', unitId: a.unitId },
    checkerId: a.otherDepartmentId,
  }
  const opened = await send(a.standing, '/rounds', opening)
  if (opened.statusCode !== 201) throw new Error(opened.body)
  const round: Round = opened.json()
  const { items } = await ask(a.standing, `/rounds/${round.id}/returns`)
  const idOf = (unit: Id): Id =>
    items.find((one: { unit: { id: Id } }) => one.unit.id === unit)?.id ?? ''
  const id = idOf(unitId)
  const { officer, leader } = a.communes[0]
  const read = (person: TestPerson = officer): Promise<Return> => ask(person, `/returns/${id}`)
  const cellOf = (one: Return, rowKey: string, columnKey: string): ReturnCell => {
    const cell = one.cells.find((c) => c.rowKey === rowKey && c.columnKey === columnKey)
    if (!cell) throw new Error(`there is no cell ${rowKey} ${columnKey}`)
    return cell
  }
  const edit = (cell: ReturnCell, value: CellAnswer, more: object = {}) => ({
    row: cell.row,
    indicatorId: cell.indicatorId,
    breakdownId: cell.breakdownId,
    seen: cell.version,
    value,
    ...more,
  })
  let n = 0
  const client = newId()
  const patch = async (
    edits: object[],
    person: TestPerson = officer,
    more: object = {},
  ): Promise<PatchResult & { status?: number; code?: string }> =>
    (
      await send(
        person,
        `/returns/${id}/cells`,
        { client, n: (n += 1), edits, texts: [], ...more },
        'PATCH',
      )
    ).json()
  const act = async (person: TestPerson, action: string, more: object = {}) => {
    const { version } = await read(a.standing)
    return send(person, `/returns/${id}/deeds`, { action, version, ...more })
  }
  /** Every cell gets a number that nothing is wrong with. */
  const fill = async (value = 10) => {
    const one = await read()
    const edits = one.cells
      .filter(({ isReadOnly, isRequired }) => isRequired && !isReadOnly)
      .map((cell) => edit(cell, value))
    const texts = one.sections.flatMap((section) =>
      section.kind === 'questions'
        ? section.questions.map(({ key }) => ({ key, seen: 0, text: 'Thiếu vốn' }))
        : [],
    )
    return patch(edits, officer, { texts })
  }
  return {
    ...register,
    round,
    form,
    opening,
    id,
    secondId: idOf(a.communes[1].unitId),
    otherId,
    officer,
    leader,
    read,
    cellOf,
    edit,
    patch,
    act,
    fill,
    client,
  }
}
