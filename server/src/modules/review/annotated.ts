import type { AccuracySearch, AnnotatedText, AnnotatedTexts } from '@hopluc/shared/reading-accuracy'
import type { DirectiveCard, Review } from '@hopluc/shared/readings'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { mayRead, ownBody } from './policy.ts'
import * as store from './store-annotated.ts'

/** One file takes so many texts, and so many characters of them. */
const MOST = 200
const LARGEST = 8_000_000

/** What people confirmed, as annotated documents: the corpus grows by what the reader got wrong. */
export function exportAnnotated(context: Context, span: AccuracySearch): Promise<AnnotatedTexts> {
  const { actor } = context
  assertAllowed(mayRead(actor))
  return context.write(async (tx) => {
    const rows = await store.listConfirmed(tx, ownBody(actor), span)
    const texts: AnnotatedText[] = []
    let size = 0
    for (const { id } of rows.slice(0, MOST)) {
      const reading = await store.getConfirmed(tx, id)
      if (size + reading.text.length > LARGEST) break
      size += reading.text.length
      const wanted = reading.review.directives.flatMap(({ leadIds }) => leadIds)
      const names = await store.namesOf(tx, wanted)
      texts.push({
        id,
        text: reading.text,
        annotation: annotationOf(id, reading.text, reading.review, reading.area, names),
      })
    }
    const left = rows.length - texts.length
    await audit.record(tx, actor, 'reading.export', ownBody(actor), {
      count: texts.length,
      ...span,
    })
    return { texts, left }
  })
}

/** The confirmed cards that stand somewhere in the text, as the corpus writes them. */
export function annotationOf(
  id: Id,
  text: string,
  review: Review,
  area: string | null,
  names: ReadonlyMap<Id, string>,
): AnnotatedText['annotation'] {
  const { meeting } = review
  const taken = <Card extends Placed>(cards: readonly Card[]) =>
    cards.flatMap((card) => {
      const quote =
        card.state === 'skipped' || card.start === null || card.end === null
          ? ''
          : text.slice(card.start, card.end)
      return quote === '' ? [] : [{ ...card, quote }]
    })
  return {
    id,
    meeting:
      meeting.use === 'none'
        ? null
        : {
            date: meeting.heldOn,
            chair:
              meeting.chairName === null
                ? null
                : { name: meeting.chairName, title: meeting.chairTitle },
            area,
          },
    directives: taken(review.directives).map((card) => ({
      quote: card.quote,
      assignees: assigneesOf(card, names),
      due: dueOf(card),
    })),
    figures: taken(review.figures),
    references: taken(review.references),
    organisations: taken(review.organisations),
  }
}

interface Placed {
  state: DirectiveCard['state']
  start: number | null
  end: number | null
}

/** As the text calls them; an agency that an officer put in goes by its own name. */
function assigneesOf(card: DirectiveCard, names: ReadonlyMap<Id, string>): string[] {
  const spoken = card.named.filter(
    ({ ids }) => ids.length === 0 || ids.some((id) => card.leadIds.includes(id)),
  )
  const covered = new Set(spoken.flatMap(({ ids }) => ids))
  const others = card.leadIds.flatMap((id) => (covered.has(id) ? [] : (names.get(id) ?? [])))
  return [...spoken.map(({ words }) => words), ...others]
}

/** A term that only the standing agency proposed does not stand in the text. */
function dueOf({ due, stated }: DirectiveCard): { text: string; date: string | null } | null {
  if (!due || due.source === 'proposed' || !stated) return null
  return { text: stated.text, date: due.recurrence || due.isStanding ? null : due.on }
}
