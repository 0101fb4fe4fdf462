import { nameInNotice, type Notice } from '@hopluc/shared/directives'
import { directiveSentence } from '../modules/papers/index.ts'
import { assertDone } from './papers.ts'
import { aReadingRoom } from './readings.ts'

/** What stands on the signed paper of the tests. */
export const FACTS = {
  number: 5,
  symbol: '05/TB-BCĐ',
  issuedOn: '2026-03-10',
  signerName: 'Nguyễn Văn Minh',
}

/** The items of a notice as its Word file prints them. */
export function sentences({ directives, content: { superior } }: Notice): string[] {
  return directives.map(({ text, manner, leads, leadWords, cos, dueOn, dueText, product }) =>
    directiveSentence({
      text,
      manner: manner === 'request' ? 'đề nghị' : 'giao',
      lead:
        leadWords === null ? leads.map(({ name }) => nameInNotice(name, superior)) : [leadWords],
      co: cos.map(({ name }) => nameInNotice(name, superior)),
      due: dueOn,
      dueWords: dueText,
      product,
    }),
  )
}

/** A reading room with short ways to lead a notice along its way. */
export async function aNoticeRoom() {
  const room = await aReadingRoom()
  const { app, as, get, post } = room
  const noticeOf = async (id: string, username = 'standing'): Promise<Notice> => {
    const response = await get(username, `/documents/${id}/notice`)
    assertDone(response)
    return response.json()
  }
  const step = async (id: string, name: string, payload: object = {}, username = 'standing') => {
    const { version } = await noticeOf(id)
    return post(username, `/documents/${id}/notice/${name}`, { version, ...payload })
  }
  const done = async (id: string, name: string, payload: object = {}, username = 'standing') => {
    const response = await step(id, name, payload, username)
    assertDone(response)
    const notice: Notice = response.json()
    return notice
  }
  const drop = async (
    id: string,
    pdf: Buffer,
    username = 'standing',
    { name = '05-TB-BCĐ.pdf', isStatedOpen = true } = {},
  ) => {
    const { version } = await noticeOf(id)
    const edge = 'x-edge'
    return app.inject({
      method: 'POST',
      url: `/api/documents/${id}/notice/signed-paper`,
      headers: { 'content-type': `multipart/form-data; boundary=${edge}`, ...(await as(username)) },
      payload: Buffer.concat([
        Buffer.from(
          `--${edge}\r\ncontent-disposition: form-data; name="version"\r\n\r\n${version}\r\n` +
            `--${edge}\r\ncontent-disposition: form-data; name="statedOpen"\r\n\r\n${isStatedOpen}\r\n` +
            `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
        ),
        pdf,
        Buffer.from(`\r\n--${edge}--\r\n`),
      ]),
    })
  }

  return { ...room, noticeOf, step, done, drop }
}
