import { folded, isSyllable, spelling } from './syllables.ts'

/** What a kind of body is called in a name. */
const TYPES: Record<string, string> = {
  'lien hiep hop tac xa': 'lhhtx',
  'lien hiep htx': 'lhhtx',
  'lien hiep': 'lhhtx',
  lhhtx: 'lhhtx',
  lh: 'lhhtx',
  'hop tac xa': 'htx',
  htx: 'htx',
  'hop tac': 'htx',
  'to hop tac': 'tht',
  'to hop': 'tht',
  tht: 'tht',
  'to lien ket': 'tht',
  'quy tin dung nhan dan': 'qtdnd',
  'quy tin dung': 'qtdnd',
  'quy tdnd': 'qtdnd',
  qtdnd: 'qtdnd',
  qtd: 'qtdnd',
}

/** What one does, in words; in names they are written out or by their first letters. */
const TRADE_WORDS = [
  'nong nghiep',
  'dich vu',
  'san xuat',
  'thuong mai',
  'kinh doanh',
  'tong hop',
  'thuy san',
  'hai san',
  'chan nuoi',
  'xay dung',
  'van tai',
  'tieu thu cong nghiep',
  'cong nghiep',
  'cong nghe cao',
  'cong nghe',
  'nong lam nghiep',
  'nong lam',
  'lam nghiep',
  'nong lam ngu',
  'nuoi trong',
  'trong trot',
  'che bien',
  'tieu thu',
  'nong san',
  'ung dung',
  'moi truong',
  've sinh',
  'vat lieu',
  'dien nang',
  'thuy nong',
  'thuy loi',
  'rau an toan',
  'huu co',
  'cay an trai',
  'cay an qua',
  'thu cong my nghe',
  'my nghe',
  'du lich',
  'sinh thai',
  'cong dong',
  'xuat nhap khau',
  'giao thong',
  'dau tu',
  'phat trien',
  'san pham',
  'co khi',
  'duoc lieu',
  'gia suc',
  'gia cam',
  'cap nuoc',
  'nuoc sach',
  'diem nghiep',
  'khai thac',
  'danh bat',
  'nghe ca',
  'det may',
  'may mac',
  'tin dung',
  'nganh nghe',
  'da nganh',
  'nong thon',
  'lang nghe',
] as const
/** Left out: they tell nothing, or follow from the rest; with the marks they have where there are any. */
const NOISE: Record<string, string> = {
  va: 'và',
  cua: 'của',
  'kieu moi': 'kiểu mới',
  nganh: 'ngành',
  nghe: 'nghề',
  'trach nhiem huu han': 'trách nhiệm hữu hạn',
  tnhh: 'tnhh',
  'mot thanh vien': 'một thành viên',
  thon: 'thôn',
  ap: 'ấp',
  khom: 'khóm',
  xom: 'xóm',
  so: 'số',
  lang: 'làng',
}
/** What follows is the unit in which it lies. */
const UNIT_KINDS: Record<string, readonly string[]> = {
  xa: ['xã', 'xa'],
  phuong: ['phường'],
  'thi tran': ['thị trấn', 'thi tran'],
  'thi xa': ['thị xã', 'thi xa'],
  huyen: ['huyện', 'huyen'],
  quan: ['quận'],
  tinh: ['tỉnh'],
  'thanh pho': ['thành phố', 'thanh pho'],
  tp: ['tp'],
  tt: ['tt'],
  tx: ['tx'],
}
const TRADES = new Map(TRADE_WORDS.map((words) => [words as string, initials(words.split(' '))]))
/** First letters that are no word of their own: "CAT" is none of them, "cát" is sand. */
const SHORTS = new Set(
  [...TRADES.values()].filter((short) => short === 'rat' || !isSyllable(short)),
)
const ROMAN: Record<string, string> = {
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
  V: '5',
  VI: '6',
  VII: '7',
}
const LONGEST = 5

/** One word of a name's own part. */
export interface OwnWord {
  plain: string
  /** With its marks, the tone at the end; null where the name is written without marks. */
  marked: string | null
}

/** A name taken apart: what kind of body, what it does, and what it is called. */
export interface ReadName {
  type: string | null
  /** By first letters: `nn`; with the words, where they are written out. */
  trades: ReadonlyMap<string, string | null>
  own: readonly OwnWord[]
  numbers: readonly string[]
  /** Words that say where it lies. */
  place: readonly string[]
}

/** Takes a name apart, whichever way it is written. */
export function readName(name: string): ReadName {
  const said = tokensOf(name)
  const hasMarks = said.some((item) => item.plain !== spelling(item.raw))
  const found = { type: null as string | null, trades: new Map<string, string | null>() }
  const [own, numbers, place]: [OwnWord[], string[], string[]] = [[], [], []]
  let isPlace = false
  let at = 0
  while (at < said.length) {
    const [length, phrase] = longest(said, at)
    const token = said[at]
    if (!token) break
    const type = TYPES[phrase]
    const trade = TRADES.get(phrase)
    if (type) {
      found.type ??= type
      isPlace = false
    } else if (isUnit(said.slice(at, at + length), phrase, hasMarks) && own.length > 0)
      isPlace = true
    else if (trade && !isPlace) found.trades.set(trade, phrase)
    else if (isPlace && /^\d/.test(token.plain)) place.push(token.plain)
    else if (/^\d/.test(token.plain)) numbers.push(token.plain.replace(/^0+(?=\d)/, ''))
    else if (isRoman(said, at)) numbers.push(ROMAN[token.raw] ?? token.raw)
    else if (isNoise(said.slice(at, at + length), phrase, hasMarks)) isPlace &&= true
    else if (isPlace) place.push(token.plain)
    else if (!isMonth(said, at))
      for (const [short, words] of shortsOf(token.plain) ?? [[null, null]])
        if (short) found.trades.set(short, found.trades.get(short) ?? words)
        else
          own.push({ plain: vowelled(token.plain), marked: hasMarks ? spelling(token.raw) : null })
    at += length
  }
  return { ...found, own, numbers, place }
}

interface Token {
  raw: string
  plain: string
}

function tokensOf(name: string): Token[] {
  return name
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .replace(/\b(HTX|THT)(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}\d]+/u)
    .filter((raw) => raw !== '')
    .flatMap((raw) => {
      const plain = folded(raw)
      const glued = /^(htx|tht)(.+)$/.exec(plain)
      if (!glued?.[1] || !glued[2]) return [{ raw, plain }]
      return [
        { raw: raw.slice(0, 3), plain: glued[1] },
        { raw: raw.slice(3), plain: glued[2] },
      ]
    })
}

/** The longest known phrase from here on, and how many words it takes. */
function longest(said: readonly Token[], at: number): [number, string] {
  for (let length = Math.min(LONGEST, said.length - at); length > 1; length -= 1) {
    const phrase = said
      .slice(at, at + length)
      .map((item) => item.plain)
      .join(' ')
    if (TYPES[phrase] || TRADES.has(phrase) || NOISE[phrase] || UNIT_KINDS[phrase])
      return [length, phrase]
  }
  return [1, said[at]?.plain ?? '']
}

function isUnit(words: readonly Token[], phrase: string, hasMarks: boolean): boolean {
  const kinds = UNIT_KINDS[phrase]
  if (!kinds) return false
  const raw = words.map((item) => item.raw.toLowerCase()).join(' ')
  return hasMarks ? kinds.includes(raw) : kinds.includes(phrase)
}

function isNoise(words: readonly Token[], phrase: string, hasMarks: boolean): boolean {
  if (isUnit(words, phrase, hasMarks)) return true
  const spelled = NOISE[phrase]
  if (!spelled) return false
  return !hasMarks || words.map((item) => item.raw.toLowerCase()).join(' ') === spelled
}

/** "2 tháng 9", "ngày 2": the words between the numbers of a date. */
function isMonth(said: readonly Token[], at: number): boolean {
  const [word, next] = [said[at]?.plain ?? '', said[at + 1]?.plain ?? '']
  return ['thang', 'ngay', 'mung', 'mong'].includes(word) && /^\d/.test(next)
}

function isRoman(said: readonly Token[], at: number): boolean {
  const token = said[at]
  return token !== undefined && at > 0 && at === said.length - 1 && token.raw in ROMAN
}

/** "DVNN" is DV and NN; undefined where it is not made of known first letters. */
function shortsOf(plain: string): [string, null][] | undefined {
  if (SHORTS.has(plain)) return [[plain, null]]
  for (let cut = 2; cut <= plain.length - 2; cut += 1) {
    if (!SHORTS.has(plain.slice(0, cut))) continue
    const rest = shortsOf(plain.slice(cut))
    if (rest) return [[plain.slice(0, cut), null], ...rest]
  }
  return undefined
}

/** "Mỹ" and "Mĩ" are one. */
function vowelled(plain: string): string {
  return /^(h|k|l|m|s|t|v)y$/.test(plain) ? plain.replace('y', 'i') : plain
}

function initials(words: readonly string[]): string {
  return words.map((item) => item[0] ?? '').join('')
}
