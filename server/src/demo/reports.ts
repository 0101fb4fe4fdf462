import { periodAt, periodBefore } from '@hopluc/shared/periods'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { create, issue, remake, write } from '../modules/reports/index.ts'
import { createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { agencyId, unitId } from './id.ts'
import { accountId, postId } from './organisation.ts'

/** Of whoever tries it on the same machine; made again, a report says the server's own address. */
const SITE = 'http://localhost:8080'

const nothing = (): never => {
  throw new Error('an area of the demo is small: its reports are made at once')
}
const WORK = {
  site: SITE,
  jobs: { enqueue: nothing, enqueueSystem: nothing, start: nothing, drain: nothing, stop: nothing },
}

const TEXTS = [
  [
    'Công tác chỉ đạo, điều hành',
    'Ban Chỉ đạo đã họp định kỳ, giao nhiệm vụ cho các sở, ngành và UBND cấp xã theo dõi trên hệ thống (nội dung minh họa).',
  ],
  [
    'Kết quả nổi bật',
    'Các HTX nông nghiệp duy trì liên kết tiêu thụ lúa, trái cây; việc báo cáo của cấp xã kịp thời hơn (nội dung minh họa).',
  ],
  [
    'Khó khăn, vướng mắc và nguyên nhân',
    'Nhiều HTX thiếu tài sản bảo đảm để vay vốn; cán bộ quản lý kiêm nhiệm (nội dung minh họa).',
  ],
] as const

/** The committee's report of the last six months, issued, and the draft of the half that runs. */
export async function layOutReports(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const actor = {
    accountId: accountId('standing'),
    postId: postId('standing'),
    role: 'standing',
    agencyId: agencyId('ct-stc'),
    committeeId: agencyId('ct-bcd'),
    byWords: 'Trần Thị Hạnh, Sở Tài chính',
  } as const
  const context = createContext(owner, actor, today, new Date(`${today}T02:00:00Z`))
  const period = periodAt('half', today)
  const asked = {
    template: 'committee-half',
    unitId: unitId('can-tho'),
    boundaries: 'then',
  } as const
  const [last] = await Promise.all([
    create(context, { ...asked, period: periodBefore(period) }, WORK),
    create(context, { ...asked, period }, WORK),
  ])
  const texts = TEXTS.map(([title, text]) => ({ title, text }))
  const written = await write(context, last.id, { version: last.version, texts })
  const { version } = await remake(context, last.id, { version: written.version }, WORK)
  await issue(context, last.id, {
    version,
    symbol: '31/BC-BCĐ',
    issuedOn: addDays(today, -2),
    signerName: 'Nguyễn Thành Khải',
    signerTitle: 'Phó Chủ tịch UBND thành phố, Trưởng Ban Chỉ đạo',
    isMissingSeen: true,
  })
  await sql`update reports set is_demo = true`.execute(owner)
}
