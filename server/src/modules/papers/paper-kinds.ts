/** The kinds of Decree 30/2020, Art. 7 and Annex III, and those of Party bodies, by symbol. */
export const PAPER_KINDS: Readonly<Record<string, string>> = {
  NQ: 'nghị quyết',
  QĐ: 'quyết định',
  CT: 'chỉ thị',
  QC: 'quy chế',
  QyĐ: 'quy định',
  TC: 'thông cáo',
  TB: 'thông báo',
  HD: 'hướng dẫn',
  CTr: 'chương trình',
  KH: 'kế hoạch',
  PA: 'phương án',
  ĐA: 'đề án',
  DA: 'dự án',
  BC: 'báo cáo',
  BB: 'biên bản',
  TTr: 'tờ trình',
  HĐ: 'hợp đồng',
  CĐ: 'công điện',
  BGN: 'bản ghi nhớ',
  BTT: 'bản thỏa thuận',
  GUQ: 'giấy ủy quyền',
  GM: 'giấy mời',
  GGT: 'giấy giới thiệu',
  GNP: 'giấy nghỉ phép',
  PG: 'phiếu gửi',
  PC: 'phiếu chuyển',
  PB: 'phiếu báo',
  KL: 'kết luận',
}

const NAMES = Object.values(PAPER_KINDS).toSorted((a, b) => b.length - a.length)

/** The kind whose name a title line in capitals begins with. */
export function kindOfTitle(text: string): string | null {
  if (text !== text.toLocaleUpperCase('vi')) return null
  const low = text.toLocaleLowerCase('vi').normalize('NFC')
  return NAMES.find((name) => low === name || low.startsWith(`${name} `)) ?? null
}

/** The kind that a symbol names: `TB-BCĐ` a notice, `KL/TU` a conclusion; a letter has none. */
export function kindOfSymbol(symbol: string): string | null {
  const [first = ''] = symbol.split(/[-/.]/)
  return PAPER_KINDS[first] ?? null
}
