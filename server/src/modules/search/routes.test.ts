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

  test('asks one kind alone, and says when there is more', async () => {
    const groups = await search('minh an', 'standing', '&kind=agencies&limit=2')
    expect(groups).toMatchObject([{ kind: 'agencies', hasMore: true }])
    expect(groups[0]?.items).toHaveLength(2)
  })

  test.each(["'", '%', '_', '!:*&|()', '\\'])('answers %s with no error', async (q) => {
    await expect(search(q)).resolves.toBeInstanceOf(Array)
  })
})
