import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraftTask, aMeeting, anIncoming, aRegister } from '../../testing/papers.ts'

const { get, post, owner, organisation } = await aRegister()
const { a } = organisation

interface Group {
  kind: string
  items: { id: string; title: string; facts: string[] }[]
  hasMore: boolean
}

async function search(q: string, who = 'standing', more = ''): Promise<Group[]> {
  const response = await get(who, `/search?q=${encodeURIComponent(q)}${more}`)
  expect(response.statusCode).toBe(200)
  return response.json().groups
}

beforeAll(async () => {
  await post(
    'standing',
    '/documents',
    anIncoming({
      abstract: 'Kiện toàn Ban Chỉ đạo kinh tế tập thể',
      symbol: '05/TB-BCĐ',
      kind: 'TB',
    }),
  )
  await post('standing', '/meetings', aMeeting({ title: 'Họp về kiện toàn Ban Chỉ đạo' }))
  await aDraftTask(owner, a, { status: 'overdue', title: 'Kiện toàn Ban Chỉ đạo cấp xã' })
})

describe('the search box', () => {
  test('finds by kind what answers, without diacritics', async () => {
    const groups = await search('kien toan ban chi dao')
    expect(groups.map(({ kind }) => kind).slice(0, 3)).toEqual(['tasks', 'documents', 'meetings'])
    expect(groups[0]?.items).toMatchObject([
      {
        title: 'Kiện toàn Ban Chỉ đạo cấp xã',
        facts: [expect.stringMatching(/^\d+\/2026$/), 'Sở NN&MT'],
      },
    ])
    expect(groups[1]?.items[0]?.facts[0]).toBe('Thông báo 05/TB-BCĐ ngày 02/03/2026')
  })

  test.each([
    ['so cong thuong', 'Sở Công Thương tỉnh Minh An'],
    ['Sở Công Thuong', 'Sở Công Thương tỉnh Minh An'],
    ['phong kinh te minh an dong', 'Phòng Kinh tế xã Minh An Đông'],
    ['lien minh htxx', 'Liên minh HTX tỉnh Minh An'],
  ])('finds the body meant by “%s”', async (q, name) => {
    const [group] = (await search(q)).filter(({ kind }) => kind === 'agencies')
    expect(group?.items.map(({ title }) => title)).toContain(name)
  })

  test('finds papers by their number and tasks by theirs', async () => {
    expect((await search('05/tb')).find(({ kind }) => kind === 'documents')?.items).toHaveLength(1)
    const [found] = await search('kien toan ban chi dao')
    const code = found?.items[0]?.facts[0] ?? ''
    expect((await search(code)).find(({ kind }) => kind === 'tasks')?.items).toHaveLength(1)
  })

  test('obeys scope: a stranger finds bodies only', async () => {
    const kinds = (await search('kien toan ban chi dao', 'strangerstanding')).map((one) => one.kind)
    expect(kinds).toEqual(['agencies'])
  })

  test('finds people by their names and posts, indicators by name and code', async () => {
    const { name } = a.standing
    const [people] = (await search(name)).filter(({ kind }) => kind === 'people')
    expect(people?.items.map(({ title }) => title)).toContain(name)
    expect((await search(name, 'cooperative')).filter(({ kind }) => kind === 'people')).toEqual([])
    const [named] = (await search('tong so thanh vien')).filter(({ kind }) => kind === 'figures')
    expect(named?.items.length).toBeGreaterThan(0)
    const [byCode] = (await search('h10')).filter(({ kind }) => kind === 'figures')
    expect(byCode?.items[0]).toMatchObject({ of: 'H10', title: 'Doanh thu' })
  })

  test('finds what entities make, for those who may read them', async () => {
    const id = newId()
    const { unitId } = a.communes[0]
    await sql`insert into entities (id, kind, name, from_on) values (${id}, 'cooperative', 'HTX Minh', '2020-01-01')`.execute(
      owner,
    )
    await sql`insert into entity_places (entity_id, from_on, unit_id) values (${id}, '2020-01-01', ${unitId})`.execute(
      owner,
    )
    await sql`insert into entity_versions (entity_id, from_on, name, kind, lines, commodities)
      values (${id}, '2020-01-01', 'HTX Minh', 'cooperative', '{}', '{}')`.execute(owner)
    await sql`insert into entity_events (id, entity_id, kind, on_day, recorded_by)
      values (${newId()}, ${id}, 'registered', '2020-01-15', ${a.standing.accountId})`.execute(
      owner,
    )
    await sql`insert into entity_products (id, entity_id, name, from_on, updated_by)
      values (${newId()}, ${id}, 'Tỏi tía Minh An', '2024-01-01', ${a.standing.accountId})`.execute(
      owner,
    )
    await sql`select refresh_entity_spans(array[${id}]::uuid[])`.execute(owner)
    const products = async (who: string) =>
      (await search('toi tia', who)).filter(({ kind }) => kind === 'products')
    expect(await products('standing')).toMatchObject([
      { items: [{ of: id, title: 'Tỏi tía Minh An' }] },
    ])
    expect(await products('strangerstanding')).toEqual([])
  })

  test('asks one kind alone, and says when there is more', async () => {
    const groups = await search('minh an', 'standing', '&kind=agencies&limit=2')
    expect(groups).toMatchObject([{ kind: 'agencies', hasMore: true }])
    expect(groups[0]?.items).toHaveLength(2)
  })

  test.each(["'", '%', '_', '!:*&|()', '\\'])('answers %s with no error', async (q) => {
    await expect(search(q)).resolves.toBeInstanceOf(Array)
  })
})
