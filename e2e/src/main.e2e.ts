import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { open } from './browser.ts'
import { inDays, written } from './dates.ts'
import { PHONE } from './launch.ts'
import { conclusion, signedNotice, wordLines } from './papers.ts'

/** From a meeting's words to accepted evidence; each test goes on where the one before ended. */
const TAG = `đợt ${String(Date.now()).slice(-5)}`
const NUMBER = String(1000 + (Date.now() % 9000))
const FIRST = `lập phương án liên kết tiêu thụ lúa ${TAG}`
let noticeAt = ''
let taskAt = ''
let printed: string[] = []

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (page: Page) => page.getByRole('dialog')
const said = (page: Page, words: string | RegExp) =>
  page.getByText(words).filter({ visible: true }).first().waitFor()

/** For the last word of a test. */
const seen = async (page: Page, words: string): Promise<boolean> => {
  await said(page, words)
  return true
}

/** A deed of the task's page, wherever it stands: as a button or among the other deeds. */
async function act(page: Page, name: string): Promise<void> {
  const more = button(page, 'Thao tác khác')
  await button(page, name).or(more).first().waitFor()
  if (await button(page, name).isVisible()) return button(page, name).click()
  await more.click()
  await page.getByRole('menuitem', { name }).click()
}

/** A day into a field of day, month and year, digit by digit. */
async function typeDay(page: Page, label: string | RegExp, day: string): Promise<void> {
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await page.keyboard.type(day.split('-').toReversed().join(''))
}

test('the standing officer pastes a text, corrects two finds and confirms', async () => {
  const { page } = await open('/readings', { as: 'standing' })
  await page.getByLabel('Nội dung văn bản').fill(conclusion(TAG))
  await button(page, 'Trích nhiệm vụ').click()
  await page.waitForURL(/\/readings\/[0-9a-f-]{36}/)
  const card = (number: number) => page.getByRole('listitem', { name: `Chỉ đạo ${number}` })
  await card(4).waitFor()
  expect(await card(5).count()).toBe(0)
  await card(1).getByText('Sở NN và MT').first().waitFor()
  await card(2).getByText('6 xã, phường, thị trấn').waitFor()
  await card(3).getByText('Liên minh HTX').first().waitFor()

  // One by mouse: what the communes shall deliver.
  await card(2).getByRole('heading').click()
  await card(2).getByRole('button', { name: 'Sửa' }).click()
  await card(2).getByLabel('Sản phẩm yêu cầu').fill('Danh sách HTX')
  await card(2).getByRole('button', { name: 'Xong' }).first().click()
  await card(2).getByText('Danh sách HTX').waitFor()

  // One by keys only: the card above, its words, then right.
  await page.keyboard.press('k')
  await expect.poll(() => card(1).getAttribute('aria-current')).toBe('true')
  await page.keyboard.press('e')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' trên địa bàn thành phố')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await card(1).getByText('trên địa bàn thành phố').first().waitFor()
  await said(page, '1 đúng')

  await button(page, 'Xác nhận, lập dự thảo thông báo').click()
  await button(page, 'Xác nhận cả phần chưa xem').click()
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}\/notice/)
  noticeAt = new URL(page.url()).pathname
  await said(page, /Đã lập dự thảo thông báo với 4 chỉ đạo/)
  await button(page, 'Trình lãnh đạo duyệt').click()
  await inDialog(page).getByRole('button', { name: 'Trình lãnh đạo duyệt' }).click()
  await said(page, 'Đã trình dự thảo.')
})

test('the chair approves the draft on a phone', async () => {
  const { page } = await open('/', { as: 'chair', size: PHONE })
  await page
    .getByRole('link', { name: new RegExp(TAG) })
    .first()
    .click()
  await page.waitForURL(`**${noticeAt}`)
  await button(page, 'Đồng ý với dự thảo').click()
  await inDialog(page).getByRole('button', { name: 'Đồng ý với dự thảo' }).click()
  expect(await seen(page, 'Đã duyệt dự thảo.')).toBe(true)
})

test('the notice in Word holds each directive', async () => {
  const { page } = await open(noticeAt, { as: 'standing' })
  const download = page.waitForEvent('download')
  await button(page, 'Tải bản Word').click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  const lines = await wordLines(await file.path())
  printed = lines.filter((line) => /^\d+\. /.test(line))
  expect(lines.join('\n')).toContain('THÔNG BÁO')
  expect(printed).toHaveLength(4)
  expect(printed[0]).toContain(`${FIRST} của các HTX`)
  expect(printed[0]).toContain('trên địa bàn thành phố')
  expect(printed[1]).toContain('Danh sách HTX')
  expect(printed[2]).toContain('Đề nghị')
  expect(printed[3]).toContain('siêu thị')
})

test('the signed paper is read, compared, and gives the tasks', async () => {
  const { page } = await open(noticeAt, { as: 'standing' })
  const changed = printed.map((line) => line.replace(written(inDays(25)), written(inDays(20))))
  expect(changed).not.toEqual(printed)
  const buffer = await signedNotice(NUMBER, changed)
  const file = { name: 'thong-bao-da-ky.pdf', mimeType: 'application/pdf', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await said(page, /sửa 1 chỗ/)
  await said(page, 'Mục 3: lãnh đạo đã sửa')
  const signer = page.getByRole('textbox', { name: /^Người ký/ })
  expect(await signer.inputValue()).toBe('Nguyễn Thành Khải')
  expect(await page.getByRole('textbox', { name: /^Số/ }).inputValue()).toBe(NUMBER)
  await button(page, 'Ban hành, giao nhiệm vụ').click()
  await said(page, 'Đã ban hành; nhiệm vụ đã được giao.')
  await page.getByRole('link', { name: /^\d+ nhiệm vụ$/ }).click()
  const rows = page.getByRole('table').getByRole('row')
  await rows
    .filter({ hasText: 'Liên minh HTX' })
    .getByText(written(inDays(20)), { exact: true })
    .waitFor()
})

test('the department takes the task up, reports with a file and asks for more time', async () => {
  const { page } = await open('/tasks', { as: 'department' })
  await page.goto(`/tasks?q=${encodeURIComponent(TAG)}`)
  await page
    .getByRole('link', { name: new RegExp(TAG) })
    .first()
    .click()
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
  taskAt = new URL(page.url()).pathname
  await said(page, /Chưa tiếp nhận/)
  await button(page, 'Tiếp nhận').click()
  await said(page, 'Đã ghi: Tiếp nhận.')

  await act(page, 'Báo cáo tiến độ')
  const report = inDialog(page)
  await report.getByRole('textbox', { name: 'Khối lượng đã làm' }).fill('40')
  await report.getByLabel('Tình hình thực hiện').fill('Đã làm việc với 12 HTX trồng lúa.')
  const buffer = await signedNotice('01', ['Biên bản làm việc với các HTX.'])
  const file = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer }
  await report.locator('input[type=file]').setInputFiles(file)
  await report.getByText('bien-ban.pdf').waitFor()
  await report.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
  await said(page, 'Đã ghi: Báo cáo tiến độ.')

  await act(page, 'Đề nghị gia hạn')
  await typeDay(page, /Thời hạn mới/, inDays(45))
  await inDialog(page).getByLabel('Lý do').fill('Cần thêm ý kiến của doanh nghiệp.')
  await inDialog(page).getByRole('button', { name: 'Trình lãnh đạo duyệt' }).click()
  expect(await seen(page, 'Đã trình lãnh đạo duyệt.')).toBe(true)
})

test('nothing leaves before the leader approves', async () => {
  const { page } = await open(taskAt, { as: 'leader' })
  await said(page, /Chờ lãnh đạo duyệt/)
  await button(page, 'Duyệt, gửi đi').click()
  expect(await seen(page, 'Đã ghi: Duyệt, gửi đi.')).toBe(true)
})

test('the standing officer proposes, the chair grants on a phone', async () => {
  const standing = await open(taskAt, { as: 'standing' })
  await said(standing.page, /Cơ quan đề nghị/)
  await act(standing.page, 'Đề xuất gia hạn')
  await typeDay(standing.page, /Thời hạn mới/, inDays(45))
  await inDialog(standing.page).getByLabel('Lý do').fill('Đề nghị có cơ sở.')
  await inDialog(standing.page).getByRole('button', { name: 'Đề xuất gia hạn' }).click()
  await said(standing.page, 'Đã ghi: Đề xuất gia hạn.')

  const chair = await open('/', { as: 'chair', size: PHONE })
  const wish = chair.page
    .getByRole('listitem')
    .filter({ hasText: TAG })
    .filter({ hasText: 'Gia hạn' })
  await wish
    .getByText(written(inDays(45)))
    .first()
    .waitFor()
  await wish.last().getByRole('button', { name: 'Đồng ý', exact: true }).click()
  expect(await seen(chair.page, 'Đã đồng ý. Cơ quan được báo ngay.')).toBe(true)
})

test('the result is submitted by the leader and confirmed by the standing officer', async () => {
  const officer = await open(taskAt, { as: 'department' })
  await said(officer.page, written(inDays(45)))
  await act(officer.page, 'Gửi kết quả')
  await inDialog(officer.page)
    .getByRole('textbox', { name: 'Kết quả' })
    .fill('Đã trình UBND thành phố phương án.')
  await inDialog(officer.page).getByRole('button', { name: 'Trình lãnh đạo duyệt' }).click()
  await said(officer.page, 'Đã trình lãnh đạo duyệt.')

  const leader = await open(taskAt, { as: 'leader' })
  await button(leader.page, 'Duyệt, gửi đi').click()
  await said(leader.page, /Chờ xác nhận/)

  const standing = await open(taskAt, { as: 'standing' })
  await button(standing.page, 'Xác nhận hoàn thành').click()
  await inDialog(standing.page).getByRole('button', { name: 'Xác nhận hoàn thành' }).click()
  await said(standing.page, 'Hoàn thành đúng hạn')

  const all = standing.page.getByRole('button', { name: /^Cả \d+ lần ghi$/ })
  if (await all.isVisible()) await all.click()
  const history = standing.page.getByRole('region', { name: 'Lịch sử' }).getByRole('listitem')
  const entries = await history.allInnerTexts()
  const until = written(inDays(45))
  expect(entries.map((entry) => entry.replace(/\s+/g, ' ').replace(/^\S+ \d\d:\d\d /, ''))).toEqual(
    [
      'Xác nhận hoàn thành , Trần Thị Hạnh, Sở Tài chính',
      'Gửi kết quả, chờ xác nhận , Lâm Quốc Bảo, Sở NN và MT',
      'Trình lãnh đạo duyệt , Võ Ngọc Hân, Sở NN và MT',
      'Đồng ý đề nghị , Nguyễn Thành Khải, UBND thành phố',
      `Thường trực đề xuất gia hạn đến ${until} , Trần Thị Hạnh, Sở Tài chính`,
      `Đề nghị gia hạn đến ${until} , Lâm Quốc Bảo, Sở NN và MT`,
      'Trình lãnh đạo duyệt , Võ Ngọc Hân, Sở NN và MT',
      'Báo cáo tiến độ 40% , Võ Ngọc Hân, Sở NN và MT',
      'Tiếp nhận , Võ Ngọc Hân, Sở NN và MT',
      'Văn bản ban hành, giao nhiệm vụ , Trần Thị Hạnh, Sở Tài chính',
      'Lập dự thảo , Trần Thị Hạnh, Sở Tài chính',
    ],
  )
})
