import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import * as asn1js from 'asn1js'
import { PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import * as pkijs from 'pkijs'

const require = createRequire(import.meta.url)
const TINOS = readFileSync(
  require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
)
const ROOM = 8000
const FREE = 1_000_000_000

interface PlacedText {
  x: number
  y: number
  text: string
  size?: number
}

/** A page of text as a document system prints it, with room for a signature when asked. */
export async function aPdf(lines: readonly PlacedText[], { hasRoom = false } = {}) {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const font = await pdf.embedFont(TINOS, { subset: true })
  const page = pdf.addPage([595, 842])
  for (const { x, y, text, size = 13 } of lines) page.drawText(text, { x, y, size, font })
  if (hasRoom) {
    const dictionary = pdf.context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.pkcs7.detached',
      M: PDFString.of("D:20260205083000+07'00'"),
      ByteRange: [PDFNumber.of(0), PDFNumber.of(FREE), PDFNumber.of(FREE), PDFNumber.of(FREE)],
      Contents: PDFHexString.of('0'.repeat(ROOM)),
    })
    const field = pdf.context.register(
      pdf.context.obj({
        Type: 'Annot',
        Subtype: 'Widget',
        FT: 'Sig',
        T: PDFString.of('Signature1'),
        Rect: [0, 0, 0, 0],
        V: pdf.context.register(dictionary),
      }),
    )
    const form = pdf.context.obj({ SigFlags: 3, Fields: [field] })
    pdf.catalog.set(PDFName.of('AcroForm'), form)
  }
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

export interface Signer {
  certificate: pkijs.Certificate
  /** DER signature of bytes. */
  sign: (bytes: Buffer) => Buffer
}

/** A self-signed certificate, good from 2025 to 2030, for RSA or an elliptic curve. */
export async function aSigner(name: string, kind: 'rsa' | 'ec' = 'rsa'): Promise<Signer> {
  const { privateKey, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const usage = {
    rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    ec: { name: 'ECDSA', namedCurve: 'P-256' },
  }
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, usage[kind], false, ['sign'])
  const open = await crypto.subtle.importKey('spki', spki, usage[kind], true, ['verify'])
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1js.Integer({ value: 20260205 })
  for (const part of [certificate.subject, certificate.issuer]) {
    part.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({
        type: '2.5.4.3',
        value: new asn1js.Utf8String({ value: name }),
      }),
    )
  }
  certificate.notBefore.value = new Date('2025-01-01T00:00:00Z')
  certificate.notAfter.value = new Date('2030-01-01T00:00:00Z')
  await certificate.subjectPublicKeyInfo.importKey(open)
  await certificate.sign(key, 'SHA-256')
  const sign = (bytes: Buffer) => createSign('sha256').update(bytes).sign(privateKey)
  return { certificate, sign }
}

function cms(bytes: Buffer, { certificate, sign }: Signer): Buffer {
  const digest = createHash('sha256').update(bytes).digest()
  const attribute = (type: string, value: asn1js.AsnType) =>
    new pkijs.Attribute({ type, values: [value] })
  const attributes = [
    attribute(
      '1.2.840.113549.1.9.3',
      new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.7.1' }),
    ),
    attribute(
      '1.2.840.113549.1.9.5',
      new asn1js.UTCTime({ valueDate: new Date('2026-02-05T01:30:00Z') }),
    ),
    attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
  ]
  const set = new asn1js.Set({ value: attributes.map((one) => one.toSchema()) })
  const signature = sign(Buffer.from(set.toBER()))
  const isRsa = certificate.subjectPublicKeyInfo.algorithm.algorithmId === '1.2.840.113549.1.1.1'
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }),
    signatureAlgorithm: new pkijs.AlgorithmIdentifier({
      algorithmId: isRsa ? '1.2.840.113549.1.1.1' : '1.2.840.10045.4.3.2',
    }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
    signature: new asn1js.OctetString({ valueHex: signature }),
  })
  const data = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    certificates: [certificate],
    signerInfos: [info],
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })],
  })
  const whole = new pkijs.ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: data.toSchema(true),
  })
  return Buffer.from(whole.toSchema().toBER())
}

/** Fills the last room for a signature, as a signing service does. */
export function signed(pdf: Buffer, signer: Signer): Buffer {
  const text = pdf.toString('latin1')
  const from = text.lastIndexOf(`<${'0'.repeat(ROOM)}>`)
  const until = from + ROOM + 2
  const template = new RegExp(`\\[ ?0 ${FREE} ${FREE} ${FREE} ?\\]`)
  const place = template.exec(text)
  if (from < 0 || place === null) throw new Error('no room for a signature')
  const range = `[0 ${from} ${until} ${pdf.length - until}]`.padEnd(place[0].length)
  const result = Buffer.from(pdf)
  result.write(range, place.index, 'latin1')
  const bytes = Buffer.concat([result.subarray(0, from), result.subarray(until)])
  result.write(cms(bytes, signer).toString('hex'), from + 1, 'latin1')
  return result
}

/** A second revision with room for another signature, leaving every byte of the first in place. */
export function withMoreRoom(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const [, previous = '0'] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text) ?? []
  const [, root = ''] = /\/Root (\d+ 0 R)/.exec(text) ?? []
  const object =
    `\n900 0 obj\n<< /Type /Sig /SubFilter /ETSI.CAdES.detached ` +
    `/ByteRange [0 ${FREE} ${FREE} ${FREE}] /Contents <${'0'.repeat(ROOM)}> >>\nendobj\n`
  const offset = String(pdf.length + 1).padStart(10, '0')
  const table =
    `xref\n900 1\n${offset} 00000 n \n` +
    `trailer\n<< /Size 901 /Root ${root} /Prev ${previous} >>\n` +
    `startxref\n${pdf.length + object.length}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(object + table, 'latin1')])
}

const MIDDLE = 300

/** The lines of a notice as a document system prints it, two columns in head and foot. */
export const NOTICE: readonly PlacedText[] = [
  { x: 85, y: 780, text: 'UBND TỈNH HƯNG YÊN', size: 12 },
  { x: 275, y: 780, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12 },
  { x: 85, y: 764, text: 'BAN CHỈ ĐẠO PHÁT TRIỂN', size: 12 },
  { x: 320, y: 764, text: 'Độc lập - Tự do - Hạnh phúc' },
  { x: 85, y: 750, text: 'KINH TẾ TẬP THỂ', size: 12 },
  { x: 95, y: 724, text: 'Số: 07/TB-BCĐ' },
  { x: 310, y: 724, text: 'Hưng Yên, ngày 05 tháng 02 năm 2026' },
  { x: 260, y: 690, text: 'THÔNG BÁO', size: 14 },
  { x: 110, y: 673, text: 'Kết luận của đồng chí Trần Văn Minh, Trưởng Ban Chỉ đạo', size: 14 },
  { x: 200, y: 656, text: 'tại cuộc họp ngày 03/02/2026', size: 14 },
  { x: 120, y: 620, text: 'Đồng chí Trần Văn Minh kết luận như sau:' },
  {
    x: 120,
    y: 600,
    text: '1. Giao Sở Tài chính rà soát các hợp tác xã ngừng hoạt động; hoàn thành',
  },
  { x: 85, y: 585, text: 'chậm nhất ngày 15/03/2026.' },
  {
    x: 120,
    y: 565,
    text: '2. Đề nghị Liên minh Hợp tác xã tỉnh tổng hợp kiến nghị của hợp tác xã.',
  },
  { x: 120, y: 545, text: 'Trên đây là kết luận của đồng chí Trưởng Ban Chỉ đạo./.' },
  { x: 85, y: 510, text: 'Nơi nhận:', size: 12 },
  { x: MIDDLE + 60, y: 510, text: 'KT. TRƯỞNG BAN' },
  { x: 85, y: 495, text: '- Ủy ban nhân dân tỉnh;', size: 11 },
  { x: MIDDLE + 50, y: 494, text: 'PHÓ TRƯỞNG BAN' },
  { x: 85, y: 480, text: '- Lưu: VT, BCĐ.', size: 11 },
  { x: MIDDLE + 20, y: 410, text: 'GIÁM ĐỐC SỞ TÀI CHÍNH' },
  { x: MIDDLE + 55, y: 394, text: 'Nguyễn Thị Hòa' },
]
