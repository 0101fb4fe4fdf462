import { expect, test } from 'vitest'
import { AppError } from '../../platform/errors.ts'
import { readSignedPaper } from './signed-paper.ts'
import { NOTICE, aPdf, aSigner, signed, withMoreRoom } from './sign-for-test.ts'

const hoa = await aSigner('Nguyễn Thị Hòa')

test('reads number, day, issuer, abstract and signer of a signed notice', async () => {
  const paper = await readSignedPaper(await aPdf(NOTICE))
  expect(paper).toMatchObject({
    pages: 1,
    hasText: true,
    number: '07',
    symbol: 'TB-BCĐ',
    kind: 'thông báo',
    abstract:
      'Kết luận của đồng chí Trần Văn Minh, Trưởng Ban Chỉ đạo tại cuộc họp ngày 03/02/2026',
    place: 'Hưng Yên',
    on: '2026-02-05',
    superior: 'UBND TỈNH HƯNG YÊN',
    issuer: 'BAN CHỈ ĐẠO PHÁT TRIỂN KINH TẾ TẬP THỂ',
    secrecyMark: null,
    signature: { present: false, intact: false },
  })
  expect(paper.signer).toEqual({
    mode: 'KT',
    lines: ['KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'],
    post: 'PHÓ TRƯỞNG BAN',
    officeHeld: 'GIÁM ĐỐC SỞ TÀI CHÍNH',
    name: 'Nguyễn Thị Hòa',
  })
})

test.each(['rsa', 'ec'] as const)(
  'finds an intact %s signature, its name and time',
  async (kind) => {
    const signer = await aSigner('Nguyễn Thị Hòa', kind)
    const pdf = signed(await aPdf(NOTICE, { hasRoom: true }), signer)
    const { signature } = await readSignedPaper(pdf)
    expect(signature).toMatchObject({
      present: true,
      intact: true,
      signerName: 'Nguyễn Thị Hòa',
      issuerName: 'Nguyễn Thị Hòa',
      signedAt: '2026-02-05T01:30:00.000Z',
      coversWholeFile: true,
      trusted: 'unknown',
    })
    expect(signature.all).toMatchObject([
      { hash: 'sha256', wasCertificateValid: true, failure: null },
    ])
  },
)

test('a byte changed after signing breaks the signature', async () => {
  const pdf = signed(await aPdf(NOTICE, { hasRoom: true }), hoa)
  const at = pdf.indexOf('/MediaBox')
  pdf.write('/MediaBoy', at, 'latin1')
  const { signature } = await readSignedPaper(pdf)
  expect(signature).toMatchObject({ present: true, intact: false })
  expect(signature.all[0]?.failure).toBe('message digest')
})

test('no byte can be changed without the signature telling', async () => {
  const pdf = signed(await aPdf(NOTICE, { hasRoom: true }), hoa)
  const from = pdf.indexOf('/Contents <')
  const until = pdf.indexOf('>', from)
  for (let at = 7; at < pdf.length; at += Math.ceil(pdf.length / 60)) {
    if (at > from && at <= until) continue
    const changed = Buffer.from(pdf)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    const signature = await readSignedPaper(changed).then(
      (paper) => paper.signature.intact,
      (error: unknown) => (error instanceof AppError ? 'refused' : 'crashed'),
    )
    expect([false, 'refused']).toContain(signature)
  }
})

test('a signature value of someone else does not fit the certificate', async () => {
  const stranger = await aSigner('Người Lạ')
  const forged = { certificate: hoa.certificate, sign: stranger.sign }
  const pdf = signed(await aPdf(NOTICE, { hasRoom: true }), forged)
  expect((await readSignedPaper(pdf)).signature.all).toMatchObject([
    { isIntact: false, failure: 'signature', signerName: 'Nguyễn Thị Hòa' },
  ])
})

test('what is appended after signing is told', async () => {
  const pdf = signed(await aPdf(NOTICE, { hasRoom: true }), hoa)
  const more = withMoreRoom(pdf)
  expect((await readSignedPaper(more)).signature).toMatchObject({
    intact: true,
    coversWholeFile: false,
  })
})

test('two signatures are both checked, the last one is the signer', async () => {
  const clerk = await aSigner('Văn thư Sở Tài chính', 'ec')
  const first = signed(await aPdf(NOTICE, { hasRoom: true }), hoa)
  const both = signed(withMoreRoom(first), clerk)
  const { signature } = await readSignedPaper(both)
  expect(signature).toMatchObject({
    intact: true,
    coversWholeFile: true,
    signerName: 'Văn thư Sở Tài chính',
  })
  expect(signature.all.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true])
})

test('a hole in the signed range that hides bytes is no intact signature', async () => {
  const pdf = signed(await aPdf(NOTICE, { hasRoom: true }), hoa)
  const text = pdf.toString('latin1')
  const match = /\[0 (\d+) (\d+) (\d+)\]/.exec(text)
  const [whole = '', first = '', second = '', rest = ''] = match ?? []
  const wider = `[0 ${Number(first) - 60} ${second} ${rest}]`.padEnd(whole.length)
  pdf.write(wider, match?.index ?? 0, 'latin1')
  expect((await readSignedPaper(pdf)).signature).toMatchObject({ present: true, intact: false })
})

test('a field that waits for its signature is no signature', async () => {
  const { signature } = await readSignedPaper(await aPdf(NOTICE, { hasRoom: true }))
  expect(signature.present).toBe(false)
})

test('a scan has no text and leaves number and day to a person', async () => {
  const paper = await readSignedPaper(await aPdf([]))
  expect(paper).toMatchObject({ hasText: false, text: '', number: null, on: null, signer: null })
})

test.each(['Thiếu tướng Nguyễn Minh Đức', 'TS. Nguyễn Minh Đức'])('reads %s', async (name) => {
  const lines = NOTICE.map((line) => (line.y === 394 ? { ...line, text: name } : line))
  expect((await readSignedPaper(await aPdf(lines))).signer).toMatchObject({ name })
})

test('a letter has no title; its subject stands under the number', async () => {
  const letter = NOTICE.filter(({ y }) => y > 700).map((line) =>
    line.text.startsWith('Số') ? { ...line, text: 'Số: 15 /UBND-KTTH' } : line,
  )
  letter.push({ x: 90, y: 708, text: 'V/v đôn đốc nhiệm vụ quá hạn', size: 12 })
  const paper = await readSignedPaper(await aPdf(letter))
  expect(paper).toMatchObject({
    number: '15',
    symbol: 'UBND-KTTH',
    kind: 'công văn',
    abstract: 'đôn đốc nhiệm vụ quá hạn',
  })
})

test('an open number and day stay open, an impossible day is no day', async () => {
  const blank = NOTICE.map((line) => {
    if (line.text.startsWith('Số')) return { ...line, text: 'Số:      /TB-BCĐ' }
    return line.text.startsWith('Hưng Yên,')
      ? { ...line, text: 'Hưng Yên, ngày 31 tháng 02 năm 2026' }
      : line
  })
  expect(await readSignedPaper(await aPdf(blank))).toMatchObject({
    number: null,
    symbol: 'TB-BCĐ',
    on: null,
  })
})

test.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'] as const)('tells a paper marked %s', async (mark) => {
  const pdf = await aPdf([...NOTICE, { x: 120, y: 706, text: mark }])
  expect((await readSignedPaper(pdf)).secrecyMark).toBe(mark)
})

test.each([
  ['papers.not_pdf', Buffer.from('PK\u0003\u0004 no pdf at all')],
  ['papers.not_pdf', Buffer.alloc(0)],
  ['papers.too_large', Buffer.alloc(25 * 1024 * 1024 + 1)],
  ['papers.broken', Buffer.from('%PDF-1.7\n%%EOF')],
])('refuses with %s', async (code, bytes) => {
  await expect(readSignedPaper(bytes)).rejects.toMatchObject({ name: 'AppError', code })
})

test('refuses a locked PDF', async () => {
  const locked = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
      `3 0 obj<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>endobj\n` +
      'trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF',
  )
  await expect(readSignedPaper(locked)).rejects.toMatchObject({ code: 'papers.encrypted' })
})
