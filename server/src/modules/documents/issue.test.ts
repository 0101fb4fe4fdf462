import { beforeEach, describe, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aNotice, anIncoming, aRegister, assertDone } from '../../testing/papers.ts'
import { issueDocument, registerDocument, whenIssued } from './index.ts'

const { ask, get, post, counts, empty, owner, db, organisation } = await aRegister()
const { a } = organisation
const context = () =>
  createContext(db, a.standing.actor, '2026-03-10', new Date('2026-03-10T03:00:00Z'))

beforeEach(empty)

const SIGNED = { issuedOn: '2026-03-09', signerName: 'Nguyễn Văn An', signerTitle: 'Trưởng Ban' }

async function aDraft(more: object = {}): Promise<{ id: string; version: number }> {
  const response = await post('standing', '/documents', aNotice(more))
  assertDone(response)
  return response.json()
}

const issue = (who: string, { id, version }: { id: string; version: number }, more: object = {}) =>
  post(who, `/documents/${id}/steps`, { action: 'issue', version, ...SIGNED, ...more })

describe('issue', () => {
  test('takes in number, day and signer; the next draft sees the next number', async () => {
    const response = await issue('standing', await aDraft())
    expect(response.json()).toMatchObject({
      state: 'issued',
      number: 1,
      symbol: '01/TB-BCĐ',
      issuedOn: '2026-03-09',
      signerName: 'Nguyễn Văn An',
      signerTitle: 'Trưởng Ban',
      nextNumber: null,
      history: [{ action: 'issue', note: '01/TB-BCĐ' }, { action: 'register' }],
    })
    const next = await get('standing', `/documents/${(await aDraft()).id}`)
    expect(next.json().nextNumber).toBe(2)
    const other = await issue('standing', await aDraft({ kind: 'KH', symbol: 'KH-BCĐ' }))
    expect(other.json().symbol).toBe('02/KH-BCĐ')
  })

  test('numbers twenty papers at once without a gap or a double', { timeout: 60_000 }, async () => {
    const drafts = await Promise.all(Array.from({ length: 20 }, () => aDraft()))
    const answers = await Promise.all(drafts.map((draft) => issue('standing', draft)))
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array(20).fill(200))
    const numbers = answers.map((answer): number => answer.json().number)
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  test('gives its number back when the transaction fails', async () => {
    const draft = await aDraft()
    const failing = context().write(async (tx) => {
      await issueDocument(tx, context(), draft.id, { ...draft, ...SIGNED })
      throw new Error('the line broke')
    })
    await expect(failing).rejects.toThrow('the line broke')
    expect((await issue('standing', draft)).json().number).toBe(1)
  })

  test('of one draft by two at once gives one number', async () => {
    const draft = await aDraft()
    const answers = await Promise.all([issue('standing', draft), issue('chair', draft)])
    expect(answers.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(['200', '409'])
    const books = await owner.selectFrom('document_numbers').select('last').execute()
    expect(books).toEqual([{ last: 1 }])
  })

  test('keeps the number of the province’s own system; the book goes on behind it', async () => {
    const given = await issue('standing', await aDraft(), { symbol: '15/TB-BCĐ' })
    expect(given.json()).toMatchObject({ number: 15, symbol: '15/TB-BCĐ' })
    expect((await issue('standing', await aDraft())).json().number).toBe(16)
    const double = await issue('standing', await aDraft(), { number: 15 })
    expect(double.json()).toMatchObject({ status: 409, code: 'documents.number_taken' })
    const odd = await issue('standing', await aDraft(), { number: 17, symbol: '18/TB-BCĐ' })
    expect(odd.json()).toMatchObject({ status: 422, code: 'documents.number_mismatch' })
  })

  test('begins a new year and another body with number one', async () => {
    await issue('standing', await aDraft())
    const lastYear = await issue('standing', await aDraft(), { issuedOn: '2025-12-31' })
    expect(lastYear.json().symbol).toBe('01/TB-BCĐ')
    const department = { ownerId: a.departmentId, symbol: 'TB-SNNMT' }
    const made = await post('leader', '/documents', aNotice(department))
    expect((await issue('leader', made.json())).json().symbol).toBe('01/TB-SNNMT')
  })

  test('numbers a kind apart where the installation says so', async () => {
    await owner
      .insertInto('settings')
      .values({
        name: 'documents.kinds_numbered_apart',
        value: JSON.stringify(['QĐ']),
        from_on: '2026-01-01',
      })
      .execute()
    await issue('standing', await aDraft())
    const decision = await issue('standing', await aDraft({ kind: 'QĐ', symbol: 'QĐ-BCĐ' }))
    expect(decision.json().symbol).toBe('01/QĐ-BCĐ')
    await owner.deleteFrom('settings').execute()
  })

  test('begins a book behind what an import brought into the register', async () => {
    const { id } = await aDraft({ state: 'issued', symbol: '27/TB-BCĐ', issuedOn: '2026-01-15' })
    await owner.deleteFrom('document_numbers').execute()
    const next = await get('standing', `/documents/${(await aDraft()).id}`)
    expect(next.json().nextNumber).toBe(28)
    expect((await issue('standing', next.json())).json().number).toBe(28)
    expect((await get('standing', `/documents/${id}`)).json().number).toBe(27)
  })

  test('goes on behind papers that were issued before the book was kept here', async () => {
    const old = { state: 'issued', symbol: '07/TB-BCĐ', issuedOn: '2026-01-15' }
    expect(await aDraft(old)).toMatchObject({ number: 7, state: 'issued' })
    expect((await issue('standing', await aDraft())).json().number).toBe(8)
  })

  test.each([
    ['by an officer of its office', 'officer', 403],
    ['by another office', 'otherofficer', 404],
    ['by another province', 'strangerchair', 404],
    ['by the observer above', 'observer', 404], // a draft is its body's alone
  ])('is refused %s, and nothing is written', async (_, who, status) => {
    const made = await post('leader', '/documents', aNotice({ ownerId: a.departmentId }))
    const before = await counts()
    expect((await issue(who, made.json())).statusCode).toBe(status)
    expect(await counts()).toEqual(before)
  })

  test.each([
    ['a day to come', { issuedOn: '2026-03-11' }, 'documents.future_day'],
    ['a stale version', { version: 7 }, 'documents.changed'],
    ['no signer', { signerName: '' }, 'request.invalid'],
  ])('is refused with %s, and takes no number', async (_, more, code) => {
    const draft = await aDraft()
    const before = await counts()
    expect((await issue('standing', draft, more)).json().code).toBe(code)
    expect(await counts()).toEqual(before)
  })

  test('happens once: what is issued, or came in, is not issued again', async () => {
    const issued = (await issue('standing', await aDraft())).json()
    const before = await counts()
    expect((await issue('standing', issued)).json().code).toBe('documents.wrong_state')
    expect(await counts()).toEqual(before)
    const came = (await post('standing', '/documents', anIncoming())).json()
    expect((await issue('standing', came)).json().code).toBe('documents.wrong_state')
  })

  test('fixes number, day and issuer; the rest of the record is kept up', async () => {
    const { id, version } = (await issue('standing', await aDraft())).json()
    const path = `/documents/${id}`
    for (const facts of [{ symbol: '02/TB-BCĐ' }, { issuedOn: '2026-03-08' }, { kind: 'KH' }]) {
      const refused = await ask('standing', 'PATCH', path, { ...facts, version })
      expect(refused.json().code).toBe('documents.fixed_after_issue')
    }
    const kept = await ask('standing', 'PATCH', path, { keptAt: 'Văn thư', version })
    expect(kept.json()).toMatchObject({ keptAt: 'Văn thư', symbol: '01/TB-BCĐ' })
  })

  test('tells those who act on it in the same transaction', async () => {
    const told: string[] = []
    whenIssued(async (_tx, _context, { symbol }) => {
      told.push(symbol)
    })
    await issue('standing', await aDraft())
    expect(told).toEqual(['01/TB-BCĐ'])
  })

  test('tells the bodies that it is made known to, once it is issued', async () => {
    const draft = await aDraft({ readerIds: [a.departmentId] })
    const told = () => owner.selectFrom('notices').select(['kind', 'account_id']).execute()
    expect(await told()).toEqual([])
    await issue('standing', draft)
    const people = (await told()).map(({ account_id }) => account_id)
    expect(people).toEqual(expect.arrayContaining([a.officer.accountId, a.leader.accountId]))
    expect(new Set((await told()).map(({ kind }) => kind))).toEqual(new Set(['document.issued']))
  })

  test('is open to other modules, within their transaction', async () => {
    const done = await context().write(async (tx) => {
      const { id } = await registerDocument(tx, context(), {
        direction: 'outgoing',
        kind: 'GM',
        symbol: 'GM-BCĐ',
        abstract: 'Họp Ban Chỉ đạo quý I',
      })
      return issueDocument(tx, context(), id, { version: 1, ...SIGNED })
    })
    expect(done).toEqual({ symbol: '01/GM-BCĐ', number: 1 })
  })
})
