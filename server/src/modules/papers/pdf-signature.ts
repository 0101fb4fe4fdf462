import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** What one digital signature of a PDF says, and whether it holds. */
export interface PdfSignature {
  kind: 'signature' | 'timestamp'
  /** The signed bytes are as they were, and the signature fits the signer's certificate. */
  isIntact: boolean
  /** Why not, for the log and the English reader; null when intact. */
  failure: string | null
  signerName: string | null
  organisation: string | null
  issuerName: string | null
  /** An instant, ISO 8601, as the signer's machine states it. */
  signedAt: string | null
  /** Whether `signedAt` lies in the certificate's own term; null when either is unknown. */
  wasCertificateValid: boolean | null
  coversWholeFile: boolean
  hash: string | null
}

const HASHES: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const OID = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  data: '1.2.840.113549.1.7.1',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  pss: '1.2.840.113549.1.1.10',
}

interface Place {
  range: [number, number, number, number]
  /** The dictionary around the range, without the signature itself. */
  dictionary: string
}

/**
 * Every digital signature of a PDF in the order of the file. Whether the certificate's issuer can
 * be trusted is not looked at: that is the business of the authority's own verification service.
 */
export function readPdfSignatures(pdf: Uint8Array): PdfSignature[] {
  const raw = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  return findPlaces(raw.toString('latin1')).map((place) => check(raw, place))
}

function findPlaces(text: string): Place[] {
  const places = new Map<string, Place>()
  for (const match of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    const [first = 0, second = 0, third = 0, fourth = 0] = match.slice(1).map(Number)
    const start = text.lastIndexOf(' obj', match.index)
    const end = text.indexOf('endobj', match.index)
    const whole = text.slice(Math.max(start, 0), end < 0 ? text.length : end)
    if (/\/Contents\s*<[0\s]*>/.test(whole)) continue // waits to be signed
    const dictionary = whole.replace(/<[0-9A-Fa-f\s]{64,}>/g, '')
    places.set(match[0], { range: [first, second, third, fourth], dictionary })
  }
  return [...places.values()].toSorted((a, b) => a.range[2] - b.range[2])
}

const UNKNOWN = {
  signerName: null,
  organisation: null,
  issuerName: null,
  wasCertificateValid: null,
  hash: null,
}

function check(pdf: Buffer, { range, dictionary }: Place): PdfSignature {
  const [start, length, second, rest] = range
  const isStamp = /\/SubFilter\s*\/ETSI\.RFC3161/.test(dictionary)
  const signedAt = dictionaryTime(dictionary)
  const end = second + rest
  const base = {
    kind: isStamp ? ('timestamp' as const) : ('signature' as const),
    signedAt,
    coversWholeFile: start === 0 && pdf.subarray(end).toString('latin1').trim() === '',
  }
  const failed = (failure: string) => ({
    ...base,
    ...UNKNOWN,
    coversWholeFile: false,
    isIntact: false,
    failure,
  })
  if (start !== 0 || second <= length || end > pdf.length) return failed('byte range')
  const gap = /^<([0-9A-Fa-f\s]*)>$/.exec(pdf.toString('latin1', length, second))
  if (gap === null) return failed('bytes outside the range')
  const der = Buffer.from((gap[1] ?? '').replace(/\s/g, ''), 'hex')
  const signed = Buffer.concat([pdf.subarray(0, length), pdf.subarray(second, end)])
  try {
    return { ...base, ...checkCms(der, signed, isStamp, signedAt) }
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'unreadable')
  }
}

/** `/M (D:20260205083000+07'00')` as an instant. */
function dictionaryTime(dictionary: string): string | null {
  const match = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d\d)'?(\d\d)|Z)?/.exec(
    dictionary,
  )
  if (!match) return null
  const [, year, month, day, hour, minute, second, sign, zone = '00', zoneMinute = '00'] = match
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${sign ?? '+'}${zone}:${zoneMinute}`
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

function checkCms(der: Buffer, signed: Buffer, isStamp: boolean, claimedAt: string | null) {
  const { result, offset } = asn1js.fromBER(new Uint8Array(der))
  if (offset === -1) throw new Error('unreadable signature')
  const data = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content })
  const [info] = data.signerInfos
  if (!info) throw new Error('no signer')
  const certificate = signerCertificate(data, info)
  const hash = HASHES[info.digestAlgorithm.algorithmId]
  if (hash === undefined) throw new Error(`hash ${info.digestAlgorithm.algorithmId}`)
  const attributes = info.signedAttrs?.attributes ?? []
  const signedAt = signingTime(attributes) ?? claimedAt
  const from = certificate.notBefore.value.toISOString()
  const until = certificate.notAfter.value.toISOString()
  const failure =
    contentFailure({ data, info, hash, signed, isStamp }) ??
    (signatureFits(info, certificate, hash, content(data) ?? signed) ? null : 'signature')
  return {
    isIntact: failure === null,
    failure,
    signerName: nameOf(certificate.subject, OID.commonName),
    organisation: nameOf(certificate.subject, OID.organisation),
    issuerName: nameOf(certificate.issuer, OID.commonName),
    signedAt,
    wasCertificateValid: signedAt === null ? null : from <= signedAt && signedAt <= until,
    hash,
  }
}

function signerCertificate(data: pkijs.SignedData, info: pkijs.SignerInfo): pkijs.Certificate {
  const { sid } = info
  for (const certificate of data.certificates ?? []) {
    if (!(certificate instanceof pkijs.Certificate)) continue
    if (sid instanceof pkijs.IssuerAndSerialNumber) {
      const isSame = certificate.serialNumber.isEqual(sid.serialNumber)
      if (isSame && certificate.issuer.isEqual(sid.issuer)) return certificate
    } else if (keyIdentifier(certificate)?.equals(identifier(sid))) return certificate
  }
  throw new Error('no certificate of the signer')
}

function identifier(sid: unknown): Buffer {
  if (sid instanceof asn1js.OctetString) return Buffer.from(sid.valueBlock.valueHexView)
  if (sid instanceof asn1js.Primitive) return Buffer.from(sid.valueBlock.valueHexView)
  return Buffer.alloc(0)
}

function keyIdentifier(certificate: pkijs.Certificate): Buffer | null {
  const found = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')
  const value: unknown = found?.parsedValue
  return value instanceof asn1js.OctetString ? Buffer.from(value.valueBlock.valueHexView) : null
}

/** The content inside the signature, for forms that carry one. */
function content(data: pkijs.SignedData): Buffer | null {
  const { eContent } = data.encapContentInfo
  return eContent ? Buffer.from(eContent.getValue()) : null
}

interface Content {
  data: pkijs.SignedData
  info: pkijs.SignerInfo
  hash: string
  signed: Buffer
  isStamp: boolean
}

/** Why the bytes of the file are not those that were signed; null when they are. */
function contentFailure({ data, info, hash, signed, isStamp }: Content): string | null {
  const inner = content(data)
  if (isStamp) {
    if (inner === null) return 'no time stamp'
    const { messageImprint } = pkijs.TSTInfo.fromBER(new Uint8Array(inner))
    const stampHash = HASHES[messageImprint.hashAlgorithm.algorithmId] ?? ''
    const imprint = Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView)
    if (stampHash === '' || !digest(stampHash, signed).equals(imprint)) return 'message digest'
  } else if (inner !== null && inner.length > 0 && !digest('sha1', signed).equals(inner)) {
    // adbe.pkcs7.sha1 signs the SHA-1 of the file instead of the file.
    return 'message digest'
  }
  const attributes = info.signedAttrs?.attributes
  if (!attributes) return null
  const attribute = attributes.find(({ type }) => type === OID.messageDigest)
  const value: unknown = attribute?.values[0]
  if (!(value instanceof asn1js.OctetString)) return 'no message digest'
  const stated = Buffer.from(value.valueBlock.valueHexView)
  const isSame = digest(hash, inner !== null && inner.length > 0 ? inner : signed).equals(stated)
  return isSame ? null : 'message digest'
}

const digest = (hash: string, bytes: Buffer) => createHash(hash).update(bytes).digest()

function signatureFits(
  info: pkijs.SignerInfo,
  certificate: pkijs.Certificate,
  hash: string,
  bytes: Buffer,
): boolean {
  const spki = Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER())
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const message = info.signedAttrs ? Buffer.from(info.signedAttrs.encodedValue) : bytes
  const signature = Buffer.from(info.signature.valueBlock.valueHexView)
  if (info.signatureAlgorithm.algorithmId !== OID.pss) return verify(hash, message, key, signature)
  const padding = constants.RSA_PKCS1_PSS_PADDING
  const saltLength = constants.RSA_PSS_SALTLEN_AUTO
  return verify(hash, message, { key, padding, saltLength }, signature)
}

function signingTime(attributes: readonly pkijs.Attribute[]): string | null {
  const value: unknown = attributes.find(({ type }) => type === OID.signingTime)?.values[0]
  const isTime = value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime
  return isTime ? value.toDate().toISOString() : null
}

function nameOf(name: pkijs.RelativeDistinguishedNames, type: string): string | null {
  const found = name.typesAndValues.findLast((part) => part.type === type)
  const value: unknown = found?.value.valueBlock.value
  return typeof value === 'string' ? value.normalize('NFC') : null
}
