import { addDays, type PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import { type Context, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { agencyId } from './id.ts'
import { accountId, postId } from './organisation.ts'

export type ActingOn = (days: number) => Context

/** The people of the present's story, so many days from today. */
export function peopleOn(owner: Kysely<Schema>, today: PlainDate) {
  const person =
    (username: string, byWords: string, agency: string, more: object = {}): ActingOn =>
    (days) => {
      const day = addDays(today, days)
      const actor = {
        accountId: accountId(username),
        postId: postId(username),
        role: 'officer' as const,
        agencyId: agencyId(agency),
        committeeId: null,
        byWords,
        ...more,
      }
      return createContext(owner, actor, day, new Date(`${day}T02:00:00Z`))
    }
  return {
    cooperative: person('cooperative', 'Huỳnh Văn Lộc, HTX Lộc Mãi', 'htx-loc-mai', {
      role: 'cooperative',
    }),
    commune: person('commune', 'Võ Minh Khang, Phòng Kinh tế xã An Lạc Thôn', 'pkt-an-lac-thon'),
    department: person('department', 'Võ Ngọc Hân, Sở NN và MT', 'ct-snnmt'),
    standing: person('standing', 'Trần Thị Hạnh, Sở Tài chính', 'ct-stc', {
      role: 'standing',
      committeeId: agencyId('ct-bcd'),
    }),
  }
}
