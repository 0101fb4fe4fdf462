import { DialogueBoard } from '@hopluc/shared/dialogues'
import { Difficulty, DifficultyChoices } from '@hopluc/shared/difficulties'
import { MeetingRecord } from '@hopluc/shared/meetings'
import { Session } from '@hopluc/shared/session'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { type Api, apiOf } from './api.ts'
import { answerTo, choose, open, typeDay, type View } from './browser.ts'
import { inDays, today } from './dates.ts'

/** What a cooperative says at the quarterly meeting of its commune, until it rates the answer. */
const WORDS = `Sầu riêng rụng trái non, cần cán bộ kỹ thuật về tận vườn (${1000 + (Date.now() % 9000)})`
const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const apiFor = ({ context }: View) => apiOf(context.request, inject('address'))

/** The commune's meeting of this quarter, planned for today when there is none. */
async function quarterMeeting(api: Api): Promise<string> {
  const quarter = Math.ceil(Number(today().slice(5, 7)) / 3)
  const { rows, own } = DialogueBoard.parse(await api.get('/dialogues'))
  const cells = rows.find(({ unit }) => unit.id === own?.id)?.cells
  const known = cells?.find((cell) => cell.quarter === quarter)?.meeting
  return known?.id ?? MeetingRecord.parse(await api.post('/dialogues', { heldOn: today() })).id
}

/** Discussed and concluded by the committee, which gives the department a task of it. */
async function concluded(api: Api, { id, handler }: Difficulty): Promise<void> {
  const { post } = Session.parse(await api.get('/session'))
  const issuerId = post?.committee?.id ?? ''
  const facts = { title: 'Họp Thường trực Ban Chỉ đạo', heldOn: today() }
  const made = await api.post('/meetings', { ...facts, kind: 'committee', agencyId: issuerId })
  let meeting = MeetingRecord.parse(made)
  const at = `/meetings/${meeting.id}`
  const step = async (action: string) => {
    const { version } = meeting
    meeting = MeetingRecord.parse(await api.post(`${at}/steps`, { action, version }))
  }
  meeting = MeetingRecord.parse(await api.post(`${at}/difficulties`, { difficultyIds: [id] }))
  await step('hold')
  const conclusion = 'Giao Sở cử cán bộ kỹ thuật hướng dẫn tại vườn trong tháng.'
  const { version } = meeting
  meeting = MeetingRecord.parse(await api.patch(at, { conclusion, version }))
  await step('conclude')
  await api.post('/tasks', {
    issuerId,
    title: 'Hướng dẫn kỹ thuật phòng rụng trái non tại vườn',
    leadIds: [handler.id],
    difficultyIds: [id],
    start: { by: 'word', text: conclusion },
  })
}

test('a commune plans its quarterly meeting in one form, and makes a task of what is on its agenda', async () => {
  const { page } = await open('/dialogues', { as: 'commune' })
  const content = main(page)
  const form = dialog(page)
  await content.getByRole('button', { name: 'Lập cuộc gặp mặt' }).click()
  await typeDay(page, /Ngày gặp mặt/, today())
  await form.getByLabel('Bắt đầu lúc').fill('14h')
  const planned = await answerTo(page, /\/dialogues$/, () =>
    form.getByRole('button', { name: 'Lập và xem chương trình' }).click(),
  )
  expect(planned.status()).toBe(201)
  await content.getByText(/Xem xét kiến nghị về đất đai, trụ sở \(\d+\)/).waitFor()
  await content.getByText('HTX Quyết Thắng', { exact: true }).waitFor()

  await content.getByRole('link', { name: /HTX Lộc Mãi chưa có đất/ }).click()
  await content.getByRole('button', { name: 'Lập nhiệm vụ' }).click()
  const difficulty = page.url()
  await form.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL(/\/tasks\/new/)
  expect(await page.getByLabel('Tên nhiệm vụ').inputValue()).toContain('HTX Lộc Mãi chưa có đất')
  await choose(page.getByRole('combobox', { name: /Cơ quan chủ trì/ }), 'An Lạc Thôn', 'Phòng')
  await page.keyboard.press('Escape')
  await typeDay(page, /Ngày hạn/, inDays(10))
  const given = await answerTo(page, /\/tasks$/, () =>
    page.getByRole('region', { name: 'Thao tác của trang' }).getByRole('button').last().click(),
  )
  expect(given.status()).toBe(200)
  await page.goto(difficulty)
  await content.getByText('Lập nhiệm vụ để giải quyết').waitFor()
  await content.getByRole('link', { name: /^Giải quyết kiến nghị: HTX Lộc Mãi/ }).waitFor()
})

test('raised at the quarterly meeting, concluded, made a task, answered with a document, rated', async () => {
  const commune = await open('/dialogues', { as: 'commune' })
  const api = apiFor(commune)
  const { topics } = DifficultyChoices.parse(await api.get('/difficulties/choices'))
  const topic = topics.find(({ english }) => english.includes('pests'))?.name ?? ''
  const meetingId = await quarterMeeting(api)
  const { page } = commune
  await page.goto(`/meetings/${meetingId}`)
  await main(page).getByRole('link', { name: 'Ghi kiến nghị' }).click()
  await main(page)
    .getByRole('button', { name: /Nhóm nội dung/ })
    .click()
  await page.getByRole('option', { name: topic }).click()
  await main(page)
    .getByRole('textbox', { name: /^Nội dung/ })
    .fill(WORDS)
  await choose(main(page).getByRole('combobox', { name: /HTX, THT/ }), 'Lộc Mãi', 'HTX Lộc Mãi')
  const sent = await answerTo(page, /\/api\/difficulties$/, () =>
    main(page).getByRole('button', { name: 'Gửi' }).click(),
  )
  const raised = Difficulty.parse(await sent.json())
  await main(page).getByRole('link', { name: WORDS }).waitFor() // in the book of the meeting

  const standing = await open('/', { as: 'standing' })
  await concluded(apiFor(standing), raised)

  const { page: office } = await open(`/difficulties/${raised.id}`, { as: 'department' })
  await main(office).getByRole('link', { name: 'Hướng dẫn kỹ thuật' }).waitFor()
  await main(office).getByRole('button', { name: 'Trả lời' }).click()
  const field = (name: RegExp) => dialog(office).getByRole('textbox', { name })
  await field(/^Nội dung trả lời/).fill('Ngày mai kỹ sư của Sở xuống vườn cùng HTX.')
  await field(/^Số, ngày văn bản/).fill('318/SNNMT-TTBVTV')
  await dialog(office).getByRole('button', { name: 'Gửi' }).click()
  await main(office).getByText('Đã trả lời', { exact: true }).waitFor()

  const phone = { as: 'cooperative', size: { width: 360, height: 780 } }
  const { page: own } = await open(`/difficulties/${raised.id}`, phone)
  await main(own).getByText('318/SNNMT-TTBVTV').waitFor()
  await main(own).getByRole('button', { name: 'Đánh giá kết quả' }).click()
  await dialog(own).getByText('Đã giải quyết', { exact: true }).click()
  await dialog(own).getByRole('button', { name: 'Gửi' }).click()
  await main(own).getByText('Xác nhận đã giải quyết').waitFor()
  const { state, events } = Difficulty.parse(await api.get(`/difficulties/${raised.id}`))
  expect([state, ...events.map(({ action }) => action)]).toEqual([
    'solved',
    'raise',
    'discuss',
    'assign',
    'answer',
    'rate',
  ])
})
