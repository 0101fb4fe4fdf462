import type { Loan, LoanDeed, NewLoan, NewLoanFund } from '@hopluc/shared/loans'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { act, addFund, relate, request } from '../modules/loans/index.ts'
import { type Context, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { agencyId, demoId } from './id.ts'
import { accountId, postId } from './organisation.ts'
import { entityId } from './registry.ts'

const MILLION = 1_000_000
const WORK_FUND = demoId('loan-fund:work')
const CITY_FUND = demoId('loan-fund:city')

/** Of the funds only the names are real: rates, limits and days are made up. */
const FUND: Omit<NewLoanFund, 'id' | 'name'> = {
  legalBasis: null,
  charterCapital: null,
  ownPercent: 20,
  onePercent: null,
  relatedPercent: null,
  maxAmount: null,
  maxMonths: null,
  yearlyRate: 7920,
  latePercent: 130,
  basis: 'days365',
  groupDays: null,
  isEnded: false,
}

/**
 * What Thái Bình's Alliance lent from the employment fund in 2018, 1.342 million for two cooperatives, as
 * its report says (which two, by when and how they paid is made up); and a fund in Cần Thơ with a loan
 * that is paid on its days, one that is late, one that waits and one to be decided on.
 */
export async function layOutLoans(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const on = peopleOn(owner, today)
  await addFund(on.alliance, {
    ...FUND,
    id: WORK_FUND,
    name: 'Quỹ quốc gia về việc làm, cho vay qua Liên minh HTX',
  })
  await lentBefore(on.alliance, 'tb-htx-12', 742)
  await lentBefore(on.alliance, 'tb-htx-31', 600)
  await addFund(on.standing, {
    ...FUND,
    id: CITY_FUND,
    name: 'Quỹ hỗ trợ phát triển hợp tác xã',
    legalBasis: 'Nghị định 45/2021/NĐ-CP; Nghị định 253/2025/NĐ-CP',
    charterCapital: 20_000 * MILLION,
    onePercent: 15,
    relatedPercent: 25,
    yearlyRate: 6000,
    groupDays: [10, 90, 180, 360],
  })
  await lendInCity(on, today)
  await sql`update loan_funds set is_demo = true`.execute(owner)
  await sql`update loans set is_demo = true`.execute(owner)
}

async function lentBefore(alliance: Context, key: string, millions: number): Promise<void> {
  const amount = millions * MILLION
  let loan = await request(alliance, {
    ...WISH,
    id: demoId(`loan:${key}`),
    fundId: WORK_FUND,
    entityId: entityId(key),
    purpose: 'Mở rộng sản xuất, tạo việc làm cho thành viên và lao động',
    projectTotal: amount + amount / 2,
    ownCapital: amount / 2,
    amount,
    everyMonths: 12,
    requestedOn: '2018-05-10',
  })
  loan = await approved(alliance, loan, {
    on: '2018-06-05',
    paper: '15/QĐ-LMHTX',
    yearlyRate: 7920,
  })
  loan = await lent(alliance, loan, '2018-06-20', amount)
  await payDues(alliance, loan, '2021-12-31')
}

async function lendInCity(on: People, today: PlainDate): Promise<void> {
  const day = (days: number) => addDays(today, days)
  const wish = (key: string, millions: number, more: Partial<NewLoan>): NewLoan => ({
    ...WISH,
    id: demoId(`loan:${key}`),
    fundId: CITY_FUND,
    entityId: entityId(key),
    projectTotal: millions * 1.5 * MILLION,
    ownCapital: millions * 0.4 * MILLION,
    amount: millions * MILLION,
    ...more,
  })
  let kept = await request(
    on.standing,
    wish('HTX Lộc Mãi', 500, {
      purpose: 'Xây nhà sơ chế, kho lạnh sầu riêng',
      requestedOn: day(-430),
    }),
  )
  kept = await approved(on.standing, kept, { on: day(-405), paper: '08/QĐ-QHT', yearlyRate: 6000 })
  kept = await lent(on.standing, kept, day(-400), 300 * MILLION)
  kept = await lent(on.standing, kept, day(-340), 200 * MILLION)
  await payDues(on.standing, kept, today)
  let late = await request(
    on.standing,
    wish('HTX Minh Hưng', 240, { purpose: 'Mua máy gặt đập liên hợp', requestedOn: day(-330) }),
  )
  late = await approved(on.standing, late, { on: day(-310), paper: '11/QĐ-QHT', yearlyRate: 6000 })
  late = await lent(on.standing, late, day(-300), 240 * MILLION)
  await payDues(on.standing, late, day(-190))
  const waits = await request(
    on.standing,
    wish('HTX Minh Khánh', 150, { purpose: 'Cải tạo vườn cây ăn trái', requestedOn: day(-40) }),
  )
  await relate(on.standing, waits.id, { entityId: entityId('HTX Minh Hưng'), isRelated: true })
  await approved(on.standing, waits, { on: day(-12), paper: '02/QĐ-QHT', yearlyRate: 6000 })
  await request(
    on.commune,
    wish('HTX Lộc Mãi', 180, {
      id: demoId('loan:asked'),
      purpose: 'Mua vật tư đầu vụ, bao bì đóng gói',
      requestedOn: day(-6),
      months: 12,
    }),
  )
}

const WISH = {
  purpose: '',
  projectTotal: 0,
  ownCapital: 0,
  amount: 0,
  months: 36,
  method: 'equal',
  everyMonths: 3,
  graceMonths: 0,
  collateral: null,
  requestedOn: null,
} as const

async function approved(
  context: Context,
  { id, version, asked, terms }: Loan,
  { yearlyRate, ...decision }: { on: PlainDate; paper: string; yearlyRate: number },
): Promise<Loan> {
  const deed: LoanDeed = {
    action: 'approve',
    version,
    amount: asked,
    terms: { ...terms, yearlyRate },
    ...decision,
  }
  return act(context, id, deed)
}

const lent = (context: Context, { id, version, events }: Loan, on: PlainDate, amount: number) =>
  act(context, id, {
    action: 'disburse',
    id: demoId(`tranche:${id}:${events.length}`),
    version,
    amount,
    on,
    paper: null,
    contract: `HĐ ${on.slice(0, 4)} (minh họa)`,
  })

/** Each instalment up to a day, on its day. */
async function payDues(context: Context, loan: Loan, until: PlainDate): Promise<void> {
  let { version } = loan
  for (const [index, due] of loan.dues.entries()) {
    if (due.dueOn > until) break
    const paid = await act(context, loan.id, {
      action: 'repay',
      id: demoId(`payment:${loan.id}:${index}`),
      version,
      amount: due.principal + due.interest,
      on: due.dueOn,
      paper: `PT ${String(index + 1).padStart(2, '0')}`,
    })
    version = paid.version
  }
}

type People = ReturnType<typeof peopleOn>

function peopleOn(owner: Kysely<Schema>, today: PlainDate) {
  const person = (username: string, byWords: string, agency: string, committee: Id | null = null) =>
    createContext(
      owner,
      {
        accountId: accountId(username),
        postId: postId(username),
        role: committee ? ('standing' as const) : ('officer' as const),
        agencyId: agencyId(agency),
        committeeId: committee,
        byWords,
      },
      today,
      new Date(`${today}T02:00:00Z`),
    )
  return {
    alliance: person('alliance', 'Phạm Thu Trang, Liên minh HTX tỉnh Hưng Yên', 'hy-lmhtx'),
    commune: person('commune', 'Võ Minh Khang, Phòng Kinh tế xã An Lạc Thôn', 'pkt-an-lac-thon'),
    standing: person('standing', 'Trần Thị Hạnh, Sở Tài chính', 'ct-stc', agencyId('ct-bcd')),
  }
}
