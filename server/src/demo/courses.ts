import type { CourseWhole, NewCourse } from '@hopluc/shared/courses'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { attend, certify, edit, enrol, get, plan } from '../modules/courses/index.ts'
import type { Context } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { demoId } from './id.ts'
import { entityId } from './registry.ts'
import { peopleOn } from './support.ts'

const MILLION = 1_000_000
const OWN = 'HTX Minh Hưng'

const COURSE: Omit<NewCourse, 'id' | 'title' | 'fromOn' | 'untilOn'> = {
  programmeId: null,
  topic: 'Luật Hợp tác xã năm 2023, quản trị, lập phương án sản xuất, kinh doanh',
  audience: 'Giám đốc, thành viên Hội đồng quản trị HTX',
  place: 'Hội trường Liên minh HTX thành phố',
  fund: 'Ngân sách thành phố',
  sessions: 4,
  places: 5,
  plannedCost: 8 * MILLION,
  cost: null,
  isCancelled: false,
}

/** A course that is over, one that is under way and one that still takes people; all made up. */
export async function layOutCourses(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const { standing } = peopleOn(owner, today)
  const day = (days: number) => addDays(today, days)
  const planned = async (key: string, more: Pick<NewCourse, 'title' | 'fromOn' | 'untilOn'>) =>
    plan(standing(-60), { ...COURSE, ...more, id: demoId(`course:${key}`) })
  const over = await planned('over', {
    title: 'Bồi dưỡng giám đốc HTX nông nghiệp',
    fromOn: day(-30),
    untilOn: day(-27),
  })
  await fill(standing(-35), over.id, 'over', 3)
  await finish(standing, over)
  await planned('running', {
    title: 'Kế toán HTX theo chế độ mới',
    fromOn: day(-1),
    untilOn: day(1),
  })
  await fill(standing(-5), demoId('course:running'), 'running', 2)
  await planned('open', {
    title: 'Bán hàng qua sàn thương mại điện tử cho HTX',
    fromOn: day(20),
    untilOn: day(21),
  })
  await sql`update courses set is_demo = true`.execute(owner)
}

const PEOPLE = [
  ['Minh Văn An', 'Giám đốc'],
  ['Minh Thị Bình', 'Kế toán'],
  ['Minh Văn Châu', 'Thành viên Hội đồng quản trị'],
] as const

async function fill(context: Context, courseId: Id, key: string, count: number): Promise<void> {
  for (const [name, post] of PEOPLE.slice(0, count))
    await enrol(context, courseId, {
      id: demoId(`course-person:${key}:${name}`),
      entityId: entityId(OWN),
      name,
      post,
    })
}

async function finish(
  standing: (days: number) => Context,
  { id, version }: CourseWhole,
): Promise<void> {
  const of = (name: string) => demoId(`course-person:over:${name}`)
  const [an, binh, chau] = PEOPLE.map(([name]) => of(name))
  if (!an || !binh || !chau) return
  let at = version
  for (const [session, personIds] of [
    [1, [an, binh, chau]],
    [2, [an, binh]],
    [3, [an, binh]],
    [4, [an, binh]],
  ] as const) {
    await attend(standing(-27), id, { session, personIds: [...personIds], version: at })
    at += 1
  }
  const items = [an, binh].map((personId, place) => ({ personId, number: `0${place + 1}/CN` }))
  await certify(standing(-27), id, { on: standing(-27).today, items, version: at })
  const { version: last, ...course } = await edited(standing(-20), id)
  await edit(standing(-20), id, { ...course, cost: 6 * MILLION, version: last })
}

async function edited(context: Context, id: Id) {
  const { title, fromOn, untilOn, version } = await get(context, id)
  return { ...COURSE, title, fromOn, untilOn, version }
}
