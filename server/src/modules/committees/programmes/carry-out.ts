import type { ItemDeed } from '@hopluc/shared/programmes'
import { NewTask } from '@hopluc/shared/tasks'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db.ts'
import { registerDocument } from '../../documents/index.ts'
import { createMeeting } from '../../meetings/index.ts'
import { create as giveTaskOf } from '../../task-giving/index.ts'
import { planIn } from '../inspections/index.ts'
import { notToCome, wrongState } from '../refusals.ts'
import * as store from './store.ts'

/**
 * In whose name things are made: the body's, by who acts for it; else, as in a commune whose committee
 * has no posts of its own, that of the People's Committee which it helps.
 */
async function makerOf(tx: Tx, { actor, today }: Context, bodyId: Id): Promise<Id> {
  if (actor.committeeId === bodyId) return bodyId
  return (await store.findOwnPeopleCommittee(tx, bodyId, today)) ?? bodyId
}

/** From an item: its meeting, task, inspections, the draft of its report; or a note. */
export async function carryOut(
  tx: Tx,
  context: Context,
  { bodyId }: store.ProgrammeRow,
  item: store.ItemRow,
  deed: ItemDeed,
): Promise<void> {
  const makerId = await makerOf(tx, context, bodyId)
  switch (deed.action) {
    case 'plan_meeting': {
      if (item.meetingId !== null) throw wrongState('programmes')
      const meeting = { agencyId: makerId, kind: 'committee', title: item.text } as const
      const heldOn = deed.heldOn ?? item.dueOn
      const meetingId = await createMeeting(tx, context, { ...meeting, heldOn })
      return store.mark(tx, item.id, { meeting_id: meetingId })
    }
    case 'give_task': {
      if (item.taskId !== null) throw wrongState('programmes')
      const input = NewTask.parse({
        issuerId: makerId,
        title: item.text,
        leadIds: deed.leadIds,
        dueOn: item.dueOn,
        dueSource: 'proposed',
        product: item.product,
      })
      const task = await giveTaskOf({ ...context, write: (inside) => inside(tx) }, input)
      return store.mark(tx, item.id, { task_id: task.id })
    }
    case 'plan_inspections':
      for (const unitId of deed.unitIds)
        await planIn(tx, context, bodyId, {
          unitId,
          entityId: null,
          seatId: item.seat?.id ?? null,
          itemId: item.id,
          subject: item.text,
          plannedOn: item.dueOn,
          place: null,
        })
      return undefined
    case 'draft_report': {
      if (item.documentId !== null) throw wrongState('programmes')
      const paper = { direction: 'outgoing', kind: 'BC', abstract: item.text } as const
      const { id } = await registerDocument(tx, context, { ...paper, ownerId: makerId })
      return store.mark(tx, item.id, { document_id: id })
    }
    case 'link_document':
      return store.mark(tx, item.id, { document_id: deed.documentId })
    case 'note_done':
      if (deed.doneOn > context.today) throw notToCome()
      return store.mark(tx, item.id, { done_on: deed.doneOn, note: deed.note })
    case 'cancel':
      return store.mark(tx, item.id, { cancelled_on: context.today, note: deed.note })
  }
}
