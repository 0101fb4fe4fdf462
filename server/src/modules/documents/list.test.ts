import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { readSheets } from '../../platform/excel.ts'
import { anIncoming, aNotice, aRegister, assertDone } from '../../testing/papers.ts'

const { ask, get, post, db, owner, organisation } = await aRegister()
const { a } = organisation

interface Line {
  id: string
  symbol: string | null
  abstract: string
  snippet: { text: string; isHit: boolean }[]
}

async function registered(payload: object, who = 'standing'): Promise<string> {
  const response = await post(who, '/documents', payload)
  assertDone(response)
  return response.json().id
}

const list = async (
  query = '',
  who = 'standing',
): Promise<{ items: Line[]; next: string | null }> => (await get(who, `/documents${query}`)).json()
const find = async (q: string, who = 'standing') =>
  (await list(`?q=${encodeURIComponent(q)}`, who)).items

const postReaders = (who: string, id: string, payload: object) =>
  ask(who, 'PUT', `/documents/${id}/readers`, payload)

const TEXT = `Các xã, thị trấn cần kiện toàn Ban Chỉ đạo kinh tế tập thể <script>alert(1)</script>
và khẩn trương củng cố hợp tác xã yếu kém trước ngày 30/6/2026.`
const ids = { notice: '', plan: '', toan: '', secret: '', commune: '' }

beforeAll(async () => {
  ids.notice = await registered(
    anIncoming({
      kind: 'TB',
      symbol: '05/TB-BCĐ',
      issuedOn: '2026-03-03',
      abstract: 'Kết luận cuộc họp Ban Chỉ đạo',
      text: TEXT,
      urgency: 'express',
    }),
  )
  ids.plan = await registered(
    anIncoming({
      symbol: '14/KH-UBND',
      issuedOn: '2025-03-22',
      abstract: 'Kế hoạch phát triển hợp tác xã năm 2026',
    }),
  )
  ids.toan = await registered(
    aNotice({ abstract: 'Báo cáo kiện toán thu chi', kind: 'BC', symbol: 'BC-BCĐ' }),
  )
  ids.secret = await registered(
    aNotice({ abstract: 'Nhận xét cán bộ, lưu hành nội bộ', isInternal: true }),
  )
  ids.commune = await registered(
    anIncoming({ abstract: 'Báo cáo của xã', symbol: '9/BC-UBND', kind: 'BC' }),
    'commune',
  )
})

describe('a search', () => {
  test.each([
    ['kiện toàn Ban Chỉ đạo', 'notice'],
    ['kien toan ban chi dao', 'notice'],
    ['KIEN TOAN BAN', 'notice'],
    ['05/TB-BCĐ', 'notice'],
    ['05/tb', 'notice'],
    ['05/tb-bcd', 'notice'],
    ['phat trien hop tac', 'plan'],
    ['ke hoach phat trin hop tac xa', 'plan'],
  ] as const)('for “%s” finds the %s first', async (q, key) => {
    expect((await find(q)).at(0)?.id).toBe(ids[key])
  })

  test('with diacritics puts the exact words first; without, both are found', async () => {
    const exact = await find('kiện toán')
    expect(exact.at(0)?.id).toBe(ids.toan)
    const folded = (await find('kien toan')).map(({ id }) => id)
    expect(folded).toEqual(expect.arrayContaining([ids.toan, ids.notice]))
  })

  test('shows the place as plain parts, never as HTML', async () => {
    const [line] = await find('kien toan ban chi dao')
    const hits = line?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)
    expect(hits).toEqual(expect.arrayContaining(['kiện', 'toàn', 'Ban', 'Chỉ', 'đạo']))
    const whole = line?.snippet.map(({ text }) => text).join('') ?? ''
    expect(whole).toContain('<script>') // as text: the page never reads it as markup
  })

  test.each(["'", '"', '%', '_', '\\', '!:*&|()', '<b>'])(
    'for %s answers with nothing and no error',
    async (q) => {
      const response = await get('standing', `/documents?q=${encodeURIComponent(q)}`)
      expect(response.statusCode).toBe(200)
      expect(response.json().items.length).toBeLessThan(5)
    },
  )

  test('finds for others only what they may read', async () => {
    expect(await find('kien toan', 'strangerstanding')).toEqual([])
    expect(await find('kien toan', 'officer')).toEqual([])
    expect((await find('bao cao cua xa')).map(({ id }) => id)).toContain(ids.commune)
  })
})

describe('a list', () => {
  test('has drafts first, then by day; filters leave out the rest', async () => {
    const { items } = await list()
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual(
      expect.arrayContaining([ids.toan, ids.secret]),
    )
    const idsOf = async (query: string) => (await list(query)).items.map(({ id }) => id)
    expect(await idsOf('?direction=incoming&kind=TB')).toEqual([ids.notice])
    expect(await idsOf('?state=draft&kind=BC')).toEqual([ids.toan])
    expect(await idsOf('?urgency=express')).toEqual([ids.notice])
    expect(await idsOf('?year=2025')).toEqual([])
    expect(await idsOf('?q=hop%20tac%20xa&kind=KH')).toEqual([ids.plan])
    expect(await idsOf('?asOf=2026-03-09')).toEqual([])
  })

  test.each(['', '&q=ban'])('goes on where the cursor says (%s)', async (more) => {
    const all = (await list(`?limit=200${more}`)).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: Line[]; next: string | null } = await list(
        `?limit=1${more}${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(seen).toEqual(all)
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('holds by row security alone what a person may see', async () => {
    const seen = async (who: keyof typeof a & ('officer' | 'chair' | 'cooperative')) => {
      const context = createContext(db, a[who].actor, '2026-03-10', new Date())
      const rows = await context.read((tx) => tx.selectFrom('documents').select('id').execute())
      return rows.map(({ id }) => id)
    }
    expect(await seen('officer')).toEqual([])
    expect(await seen('cooperative')).toEqual([])
    expect((await seen('chair')).toSorted()).toEqual(Object.values(ids).toSorted())
    const above = (await list('', 'observer')).items.map(({ id }) => id)
    expect(above).toContain(ids.notice)
    expect(above).not.toContain(ids.secret) // lưu hành nội bộ stays with its body
    expect(above).not.toContain(ids.toan) // and so does a draft
    const found = (await list('?q=kien toan thu chi', 'observer')).items
    expect(found.map(({ id }) => id)).not.toContain(ids.toan)
    expect((await find('kien toan thu chi')).map(({ id }) => id)).toContain(ids.toan)
  })

  test('shows nothing to who keeps the installation, though the post is at a busy agency', async () => {
    const office = await registered(anIncoming({ abstract: 'Công văn đến Sở Tài chính' }), 'clerk')
    await owner
      .updateTable('documents')
      .set({ owner_id: a.standingAgencyId })
      .where('id', '=', office)
      .execute()
    expect((await list('', 'standing')).items.map(({ id }) => id)).toContain(office)
    expect((await list('', 'admin')).items).toEqual([])
  })

  test('leaves as Excel', async () => {
    const response = await get('standing', '/documents?format=xlsx&direction=incoming')
    expect(response.headers['content-disposition']).toContain('attachment')
    expect(response.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('who reads a document', () => {
  test('is an agency that it was given to; taken away it is gone', async () => {
    const paper = anIncoming({ readerIds: [a.departmentId], direction: 'reference' })
    const response = await post('standing', '/documents', paper)
    const { id, version } = response.json()
    expect((await get('officer', `/documents/${id}`)).json()).toMatchObject({
      allowed: [],
      readers: [{ id: a.departmentId }],
    })
    expect((await get('otherofficer', `/documents/${id}`)).statusCode).toBe(404)
    const put = await postReaders('standing', id, { agencyIds: [a.otherDepartmentId], version })
    expect(put.json().readers).toMatchObject([{ id: a.otherDepartmentId }])
    expect((await get('officer', `/documents/${id}`)).statusCode).toBe(404)
    const grab = { agencyIds: [a.departmentId], version: version + 1 }
    expect((await postReaders('otherofficer', id, grab)).statusCode).toBe(403)
  })
})

describe('a book', () => {
  test('lists arrivals by number, for its own body only', async () => {
    const book = `/documents/books?direction=incoming&year=2026&bodyId=${a.committeeId}`
    const { items, missing } = (await get('standing', book)).json()
    expect(items).toMatchObject([{ serial: 1 }, { serial: 2 }])
    expect(missing).toEqual([])
    expect((await get('officer', book)).statusCode).toBe(403)
    const sheet = await get('standing', `${book}&format=xlsx`)
    const [{ rows } = { rows: [] }] = readSheets(sheet.rawPayload).sheets
    expect(rows[0]?.[0]).toBe('Sổ văn bản đến 2026')
    expect(rows).toHaveLength(items.length + 2)
    expect((await get('officer', `${book}&format=xlsx`)).statusCode).toBe(403)
    const print = await get('standing', `${book}&format=docx`)
    const { value } = await mammoth.extractRawText({ buffer: print.rawPayload })
    expect(value).toContain('05/TB-BCĐ')
    expect(value).toContain('UBND tỉnh Minh An')
  })
})
