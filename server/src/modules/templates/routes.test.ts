import { PaperTemplate } from '@hopluc/shared/templates'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { lastSaid } from '../../testing/audit.ts'
import { aNoticeRoom } from '../../testing/notices.ts'

const { organisation, owner, get, ask, post, traces, aDraft, noticeOf, empty } = await aNoticeRoom()
const { committeeId, departmentId } = organisation.a
const url = `/templates/${committeeId}`

afterEach(async () => {
  await empty()
  await owner.deleteFrom('settings').execute()
})

const readWord = (bytes: Buffer): string =>
  Buffer.from(unzipSync(bytes)['word/document.xml'] ?? []).toString()

const templateOf = async (who: string, id = committeeId) =>
  PaperTemplate.parse((await get(who, `/templates/${id}`)).json())

describe('the template of a body', () => {
  test('is the shipped one until the body writes its own', async () => {
    const template = await templateOf('standing')
    expect(template).toMatchObject({
      isOwn: false,
      version: 0,
      since: null,
      allowed: ['change'],
      words: { symbol: 'TB-BCĐ', superior: 'Ủy ban nhân dân tỉnh Minh An' },
    })
    expect((await templateOf('officer')).allowed).toEqual([])
  })

  test('is changed by the committee’s people, and its next notice is written so', async () => {
    const { words } = await templateOf('standing')
    const own = { ...words, closing: 'Ban Chỉ đạo thông báo để thực hiện./.', archive: 'Lưu: VT' }
    const changed = await ask('standing', 'PUT', url, { version: 0, words: own })
    expect(changed.json()).toMatchObject({ isOwn: true, version: 1, allowed: ['change', 'reset'] })
    const { noticeId } = await aDraft()
    const { content } = await noticeOf(noticeId)
    expect(content.closing).toBe('Ban Chỉ đạo thông báo để thực hiện./.')
    expect(content.archive).toBe('Lưu: VT')
    const again = await ask('chair', 'PUT', url, {
      version: 1,
      words: { ...own, place: 'Minh An 2' },
    })
    expect(again.json()).toMatchObject({ version: 2, words: { place: 'Minh An 2' } })
    const reset = await post('standing', `${url}/reset`, { version: 2 })
    expect(reset.json()).toMatchObject({ isOwn: false, version: 0, words })
  })

  test('is refused to other bodies, and nothing is recorded', async () => {
    const { words } = await templateOf('standing')
    const before = await traces()
    for (const who of ['officer', 'strangerstanding', 'commune', 'observer']) {
      const answer = await ask(who, 'PUT', url, { version: 0, words })
      expect([who, answer.statusCode]).toEqual([who, 403])
    }
    expect((await post('leader', `${url}/reset`, { version: 0 })).statusCode).toBe(403)
    expect(await traces()).toEqual(before)
    expect(await owner.selectFrom('settings').select('name').execute()).toEqual([])
  })

  test('an office’s leader writes the office’s own, the administrator anyone’s', async () => {
    const { words } = await templateOf('leader', departmentId)
    const own = `/templates/${departmentId}`
    expect((await ask('leader', 'PUT', own, { version: 0, words })).statusCode).toBe(200)
    expect((await ask('admin', 'PUT', own, { version: 1, words })).statusCode).toBe(200)
    expect((await ask('standing', 'PUT', own, { version: 2, words })).statusCode).toBe(403)
  })

  test('a stale version and an unknown field are refused, and nothing is recorded', async () => {
    const { words } = await templateOf('standing')
    await ask('standing', 'PUT', url, { version: 0, words })
    const before = await traces()
    const stale = await ask('chair', 'PUT', url, { version: 0, words })
    expect(stale.json()).toMatchObject({ status: 409, code: 'templates.changed' })
    const wrong = await ask('standing', 'PUT', url, {
      version: 1,
      words: { ...words, opening: 'Ngày {ngay}, cuộc họp' },
    })
    expect(wrong.json()).toMatchObject({
      status: 422,
      code: 'templates.field',
      issues: [{ path: 'words.opening' }],
    })
    expect(await traces()).toEqual(before)
  })

  test('wording by kind of the earlier settings still counts below the body’s own', async () => {
    const value = {
      closing: 'Theo tỉnh./.',
      recipients: { lines: ['Như trên'], archive: 'Lưu: TH' },
    }
    await owner
      .insertInto('settings')
      .values({
        name: 'notice.template.steering_committee',
        value: JSON.stringify(value),
        from_on: '2020-01-01',
      })
      .execute()
    expect((await templateOf('standing')).words).toMatchObject({
      closing: 'Theo tỉnh./.',
      recipients: ['Như trên'],
      archive: 'Lưu: TH',
    })
  })

  test('is looked at in Word before it is kept', async () => {
    const { words } = await templateOf('standing')
    const before = await traces()
    const own = { ...words, letterClosing: 'Báo cáo gửi về {answerTo} trước {answerBy}./.' }
    const notice = await post('standing', `${url}/preview`, { paper: 'notice', words: own })
    expect(readWord(notice.rawPayload)).toContain('THÔNG BÁO')
    const letter = await post('standing', `${url}/preview`, { paper: 'letter', words: own })
    expect(readWord(letter.rawPayload)).toContain('Báo cáo gửi về')
    expect(await traces()).toEqual(before)
  })
})

describe('kinds numbered apart', () => {
  test('are chosen by the administrator, seen by all', async () => {
    const chosen = await ask('admin', 'PUT', '/numbering', { version: 0, kinds: ['QĐ', 'GM'] })
    expect(chosen.json()).toMatchObject({ kinds: ['QĐ', 'GM'], version: 1, allowed: ['change'] })
    expect(await lastSaid(owner, 'numbering.change')).toEqual({
      before: { kinds: [] },
      kinds: ['QĐ', 'GM'],
    })
    const seen = await get('officer', '/numbering')
    expect(seen.json()).toMatchObject({ kinds: ['QĐ', 'GM'], allowed: [] })
  })

  test('are refused to all others and to who saw another version', async () => {
    const before = await traces()
    const answer = await ask('standing', 'PUT', '/numbering', { version: 0, kinds: [] })
    expect(answer.statusCode).toBe(403)
    const stale = await ask('admin', 'PUT', '/numbering', { version: 3, kinds: [] })
    expect(stale.json()).toMatchObject({ status: 409, code: 'templates.changed' })
    expect(await traces()).toEqual(before)
  })
})
