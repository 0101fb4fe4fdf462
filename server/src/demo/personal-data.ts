import { addDays, type PlainDate } from '@hopluc/shared/values'
import { addWorkingDays } from '../modules/calendar/index.ts'
import type { Tx } from '../platform/db.ts'
import { demoId } from './id.ts'
import { accountId } from './organisation.ts'
import { PEOPLE } from './people.ts'

/** No number of Cần Thơ (0292) begins with 000: nobody is rung up by a demonstration. */
const FIRST_PHONE = 2_920_000_101

/** Phones and e-mails of the demo's people, and two requests about personal data, all made up. */
export async function loadPersonalData(tx: Tx, today: PlainDate): Promise<void> {
  const reachable = PEOPLE.filter(({ isActive }) => isActive)
  await tx
    .insertInto('account_contacts')
    .values(
      reachable.map(({ username }, index) => ({
        account_id: accountId(username),
        phone: `0${FIRST_PHONE + index}`,
        email: `${username}@hopluc.example`,
      })),
    )
    .execute()
  await addRequest(tx, today, {
    number: 1,
    subject: { id: null, name: 'Nguyễn Thị Minh Tâm' },
    kind: 'access',
    text: 'Đề nghị cho biết Hợp Lực đang giữ thông tin gì về tôi sau buổi gặp mặt, đối thoại với HTX.',
    identifiedBy: 'paper',
    identityNote: 'Đến trực tiếp, xuất trình thẻ căn cước; không chụp, không lưu số',
    receivedOn: addDays(today, -8),
    by: 'admin',
  })
  await addRequest(tx, today, {
    number: 2,
    subject: { id: accountId('department'), name: 'Võ Ngọc Hân' },
    kind: 'correct',
    text: 'Số điện thoại của tôi đã đổi, đề nghị sửa.',
    identifiedBy: 'signed_in',
    identityNote: 'Gửi từ tài khoản của mình',
    receivedOn: today,
    by: 'department',
  })
}

interface Request {
  number: number
  subject: { id: string | null; name: string }
  kind: 'access' | 'correct'
  text: string
  identifiedBy: 'paper' | 'signed_in'
  identityNote: string
  receivedOn: PlainDate
  by: string
}

async function addRequest(tx: Tx, today: PlainDate, request: Request): Promise<void> {
  const id = demoId(`data-request ${request.number}`)
  const { receivedOn, text, by } = request
  await tx
    .insertInto('data_requests')
    .values({
      id,
      number: request.number,
      year: Number(today.slice(0, 4)),
      kind: request.kind,
      subject_id: request.subject.id,
      subject_name: request.subject.name,
      identified_by: request.identifiedBy,
      identity_note: request.identityNote,
      text,
      received_on: receivedOn,
      answer_due_on: await addWorkingDays(tx, receivedOn, 2),
      complete_due_on: addDays(receivedOn, 10),
      created_by: accountId(by),
    })
    .execute()
  const byWords = PEOPLE.find(({ username }) => username === by)?.name ?? by
  await tx
    .insertInto('data_request_steps')
    .values({
      request_id: id,
      seq: 1,
      action: 'register',
      note: text,
      on_day: receivedOn,
      by_words: byWords,
      account_id: accountId(by),
    })
    .execute()
}
