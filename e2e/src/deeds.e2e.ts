import { NewTask, type NewTaskInput } from '@hopluc/shared/task-forms'
import { Session } from '@hopluc/shared/session'
import { Task } from '@hopluc/shared/tasks'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { choose, open, typeDay, type View } from './browser.ts'
import { inDays, today, written } from './dates.ts'
import { apiOf } from './api.ts'
import { wordLines } from './papers.ts'

/** Deeds on single tasks, each by mouse and keys as an officer would, one after the other. */
const TAG = `V${String(Date.now()).slice(-6)}`
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const said = (page: Page, words: string | RegExp) =>
  page.getByText(words).filter({ visible: true }).first().waitFor()

interface Sides {
  committeeId: string
  departmentId: string
  communeId: string
}
let sides: Sides

async function api(view: View) {
  return apiOf(view.context.request, inject('address'))
}

async function agencyOf(username: string): Promise<Session> {
  const view = await open('/', { as: username })
  return Session.parse(await (await api(view)).get('/session'))
}

beforeAll(async () => {
  const standing = await agencyOf('standing')
  const department = await agencyOf('department')
  const commune = await agencyOf('commune')
  sides = {
    committeeId: standing.post?.committee?.id ?? '',
    departmentId: department.post?.agency.id ?? '',
    communeId: commune.post?.agency.id ?? '',
  }
})

/** A task that was given by a signed paper, so many days ago. */
async function aTask(title: string, more: Partial<NewTaskInput> = {}): Promise<Task> {
  const view = await open('/', { as: 'standing' })
  const input: NewTaskInput = {
    issuerId: sides.committeeId,
    title: `${title} ${TAG}`,
    leadIds: [sides.departmentId],
    coIds: [sides.communeId],
    dueOn: inDays(20),
    dueSource: 'document',
    start: { by: 'paper', number: '31/TB-BCĐ', signedOn: inDays(-30) },
    ...more,
  }
  return Task.parse(await (await api(view)).post('/tasks', NewTask.parse(input)))
}

const at = ({ id }: Task) => `/tasks/${id}`

/** A deed wherever it stands: as a button or among the other deeds. */
async function act(page: Page, name: string): Promise<void> {
  const one = page
    .getByRole('button', { name: new RegExp(`^${name}( trình lãnh đạo duyệt)?$`) })
    .or(page.getByRole('link', { name, exact: true }))
  const more = button(page, 'Thao tác khác')
  await one.or(more).first().waitFor()
  if (await one.isVisible()) return one.click()
  await more.click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

async function confirmIn(page: Page, name: string): Promise<void> {
  const opened = dialog(page).or(page.getByRole('alertdialog'))
  await opened.getByRole('button', { name, exact: true }).click()
}

async function takeUp(task: Task): Promise<View> {
  const view = await open(at(task), { as: 'department' })
  await act(view.page, 'Tiếp nhận')
  await said(view.page, 'Đã ghi: Tiếp nhận.')
  return view
}

test('a draft is edited, and is what was typed', async () => {
  const task = await aTask('Dự thảo', { start: null })
  const { page } = await open(at(task), { as: 'standing' })
  await act(page, 'Sửa dự thảo')
  await page.waitForURL(/\/edit$/)
  await page.getByLabel('Tên nhiệm vụ').fill(`Dự thảo đã sửa ${TAG}`)
  await page.getByLabel('Sản phẩm yêu cầu').fill('Báo cáo kết quả')
  await button(page, 'Lưu').click()
  await said(page, 'Đã lưu dự thảo.')
  await page.getByRole('heading', { level: 1, name: `Dự thảo đã sửa ${TAG}` }).waitFor()
  await said(page, 'Báo cáo kết quả')
  await button(page, 'Xem ai đã làm gì, lúc nào').click()
  const trail = page.getByRole('region', { name: 'Nhật ký thao tác' }).getByRole('listitem')
  await trail.first().waitFor()
  expect((await trail.allInnerTexts()).map((one) => one.split('\n')[1])).toEqual([
    'Lập, sửa dự thảo nhiệm vụ',
    'Lập dự thảo nhiệm vụ',
  ])
}, 120_000)

test('a task is paused by the chair, goes on, and is cancelled on the standing agency’s proposal', async () => {
  const task = await aTask('Tạm dừng')
  await takeUp(task)
  const chair = await open(at(task), { as: 'chair' })
  await act(chair.page, 'Tạm dừng')
  await dialog(chair.page).getByLabel('Lý do').fill('Chờ quy hoạch được duyệt.')
  await confirmIn(chair.page, 'Tạm dừng')
  await said(chair.page, /Đã ghi: Tạm dừng/)
  await act(chair.page, 'Tiếp tục thực hiện')
  await dialog(chair.page).getByLabel('Lý do').fill('Đã có quy hoạch.')
  await confirmIn(chair.page, 'Tiếp tục thực hiện')
  await said(chair.page, /Đã ghi: Tiếp tục thực hiện/)

  const standing = await open(at(task), { as: 'standing' })
  await act(standing.page, 'Đề xuất hủy nhiệm vụ')
  await dialog(standing.page).getByLabel('Lý do').fill('Đã nhập vào nhiệm vụ khác.')
  await confirmIn(standing.page, 'Đề xuất hủy nhiệm vụ')
  await said(standing.page, /Đã ghi: Đề xuất hủy nhiệm vụ/)

  await chair.page.reload()
  await act(chair.page, 'Quyết định hủy nhiệm vụ')
  await dialog(chair.page)
    .getByRole('radio', { name: 'Đồng ý', exact: true })
    .check({ force: true })
  await confirmIn(chair.page, 'Quyết định hủy nhiệm vụ')
  await said(chair.page, /Đã ghi: Quyết định hủy/)
  const state = chair.page.locator('.tasks-state')
  expect(await state.innerText()).toMatch(/hủy|thôi/i)
}, 120_000)

test('an explanation is asked for, given with the leader’s approval, and judged', async () => {
  const task = await aTask('Giải trình', { dueOn: inDays(-3) })
  await takeUp(task)
  const chair = await open(at(task), { as: 'chair' })
  await act(chair.page, 'Yêu cầu giải trình')
  await dialog(chair.page).getByLabel('Nội dung cần giải trình').fill('Vì sao chưa có kết quả?')
  await typeDay(chair.page, /Trả lời trước ngày/, inDays(5))
  await confirmIn(chair.page, 'Yêu cầu giải trình')
  await said(chair.page, /Đã ghi: Yêu cầu giải trình/)

  const department = await open(at(task), { as: 'department' })
  await said(department.page, 'Vì sao chưa có kết quả?')
  await act(department.page, 'Giải trình')
  await dialog(department.page).getByLabel('Nội dung giải trình').fill('Chờ số liệu của các xã.')
  await dialog(department.page).getByText('Khách quan').click()
  await confirmIn(department.page, 'Trình lãnh đạo duyệt')
  await said(department.page, 'Đã trình lãnh đạo duyệt.')
  const leader = await open(at(task), { as: 'leader' })
  await act(leader.page, 'Duyệt, gửi đi')
  await said(leader.page, 'Đã ghi: Duyệt, gửi đi.')

  await chair.page.reload()
  await said(chair.page, 'Chờ số liệu của các xã.')
  await act(chair.page, 'Kết luận nguyên nhân')
  await dialog(chair.page).getByText('Khách quan').click()
  await dialog(chair.page)
    .getByRole('textbox', { name: /^Kết luận/ })
    .fill('Đúng như giải trình.')
  await confirmIn(chair.page, 'Kết luận nguyên nhân')
  await said(chair.page, /Đã ghi: Kết luận nguyên nhân/)
  const { cause } = Task.parse(await (await api(chair)).get(at(task)))
  expect(cause).toMatchObject({ isObjective: true })
}, 120_000)

test('the number of a paper is added to a deed later', async () => {
  const task = await aTask('Bổ sung số')
  await takeUp(task)
  const standing = await open(at(task), { as: 'standing' })
  await act(standing.page, 'Đề xuất gia hạn')
  await typeDay(standing.page, /Thời hạn mới/, inDays(40))
  await dialog(standing.page).getByLabel('Lý do').fill('Khối lượng lớn.')
  await confirmIn(standing.page, 'Đề xuất gia hạn')
  await said(standing.page, /Đã ghi: Đề xuất gia hạn/)
  await act(standing.page, 'Bổ sung số, ngày văn bản')
  await dialog(standing.page).getByLabel('Số, ký hiệu văn bản').fill('77/CV-BCĐ')
  await typeDay(standing.page, /Ngày văn bản/, today())
  await confirmIn(standing.page, 'Bổ sung số, ngày văn bản')
  await said(standing.page, /Đã ghi: Bổ sung số, ngày văn bản/)
  const { history } = Task.parse(await (await api(standing)).get(at(task)))
  expect(history.flatMap(({ papers }) => papers.map(({ number }) => number))).toContain('77/CV-BCĐ')
}, 120_000)

test('a task is passed to a person and handed down as a task of its own', async () => {
  const task = await aTask('Giao tiếp')
  await takeUp(task)
  const leader = await open(at(task), { as: 'leader' })
  await act(leader.page, 'Chuyển người xử lý')
  await dialog(leader.page).getByRole('checkbox').first().check({ force: true })
  await confirmIn(leader.page, 'Chuyển')
  await said(leader.page, /Đã chuyển cho 1 người/)

  await act(leader.page, 'Giao nhiệm vụ thành phần')
  await leader.page.waitForURL(/\/tasks\/new/)
  await leader.page.getByLabel('Tên nhiệm vụ').fill(`Phần việc của xã ${TAG}`)
  const leads = leader.page.getByRole('combobox', { name: /Cơ quan chủ trì/ })
  await choose(leads, 'An Lạc Thôn', 'An Lạc Thôn')
  await leader.page.keyboard.press('Escape')
  await typeDay(leader.page, /Ngày hạn/, inDays(10))
  await leader.page
    .getByRole('region', { name: 'Thao tác của trang' })
    .getByRole('button')
    .last()
    .click()
  await said(leader.page, /Đã lập 1 nhiệm vụ/)
  await leader.page.goto(at(task))
  await leader.page.getByRole('link', { name: new RegExp(`Phần việc của xã ${TAG}`) }).waitFor()
  const { partRows, persons } = Task.parse(await (await api(leader)).get(at(task)))
  expect([partRows.length, persons.length]).toEqual([1, 1])
}, 120_000)

test('a round of opinions is answered, closed, and its summary comes in Word', async () => {
  const task = await aTask('Lấy ý kiến')
  const { page } = await takeUp(task)
  await act(page, 'Lấy ý kiến')
  await dialog(page).getByLabel('Nội dung lấy ý kiến').fill(`Dự thảo Kế hoạch ${TAG}`)
  await dialog(page).getByLabel('Văn bản lấy ý kiến').fill('Toàn văn dự thảo.')
  await typeDay(page, /Đề nghị trả lời trước ngày/, inDays(7))
  await button(page, /^Gửi lấy ý kiến/).click()
  await page.waitForURL(/\/opinion-rounds\//)
  const round = new URL(page.url()).pathname

  const commune = await open(round, { as: 'commune' })
  await commune.page.getByText('Có ý kiến', { exact: true }).click()
  await commune.page.getByRole('textbox', { name: /^Vị trí/ }).fill('Mục II.3')
  await commune.page.getByLabel('Nội dung góp ý').fill('Bổ sung kinh phí cho xã.')
  await button(commune.page, /Gửi ý kiến|Trình lãnh đạo duyệt/).click()
  await said(commune.page, 'Đã gửi ý kiến.')

  const leader = await open(round, { as: 'leader' })
  await said(leader.page, 'Bổ sung kinh phí cho xã.')
  await button(leader.page, 'Kết thúc lấy ý kiến').click()
  await confirmIn(leader.page, 'Kết thúc lấy ý kiến')
  await said(leader.page, new RegExp(`Kết thúc ngày ${written(today())}`))
  const download = leader.page.waitForEvent('download')
  await button(leader.page, 'Bảng tổng hợp, tiếp thu, giải trình').click()
  const lines = await wordLines(await (await download).path())
  expect(lines.join('\n')).toContain('Bổ sung kinh phí cho xã')
}, 120_000)
