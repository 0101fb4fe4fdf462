/** A unit of the map with its value; null: nothing is known. */
export interface TileValue {
  readonly name: string
  readonly value: number | null
}
export interface Tile extends TileValue {
  readonly column: number
  readonly row: number
  /** 0 to 4, the highest values darkest; null: nothing is known. */
  readonly shade: number | null
}
export interface TileMap {
  readonly tiles: readonly Tile[]
  readonly columns: number
  readonly rows: number
  /** They lie where they lie in the country; else they are in the order of their names. */
  readonly isPlaced: boolean
  /** The least and the most of each shade that is used. */
  readonly shades: readonly { readonly shade: number; readonly from: number; readonly to: number }[]
}

/** Provinces since 01/07/2025, each a tile about where it lies: column and row from the north-west. */
const PLACES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  'Lai Châu': [0, 0],
  'Lào Cai': [1, 0],
  'Tuyên Quang': [2, 0],
  'Cao Bằng': [3, 0],
  'Điện Biên': [0, 1],
  'Sơn La': [1, 1],
  'Thái Nguyên': [2, 1],
  'Lạng Sơn': [3, 1],
  'Phú Thọ': [1, 2],
  'Hà Nội': [2, 2],
  'Bắc Ninh': [3, 2],
  'Quảng Ninh': [4, 2],
  'Ninh Bình': [2, 3],
  'Hưng Yên': [3, 3],
  'Hải Phòng': [4, 3],
  'Thanh Hóa': [1, 3],
  'Nghệ An': [1, 4],
  'Hà Tĩnh': [2, 4],
  'Quảng Trị': [2, 5],
  Huế: [3, 5],
  'Đà Nẵng': [4, 6],
  'Quảng Ngãi': [4, 7],
  'Gia Lai': [4, 8],
  'Đắk Lắk': [4, 9],
  'Lâm Đồng': [3, 10],
  'Khánh Hòa': [4, 10],
  'Tây Ninh': [1, 10],
  'Đồng Nai': [2, 10],
  'An Giang': [0, 11],
  'Đồng Tháp': [1, 11],
  'Hồ Chí Minh': [2, 11],
  'Cần Thơ': [1, 12],
  'Vĩnh Long': [2, 12],
  'Cà Mau': [1, 13],
}

/** Both archipelagos stand on every map of the country: of thành phố Đà Nẵng and of tỉnh Khánh Hòa. */
export const ISLANDS = [
  { name: 'Quần đảo Hoàng Sa', of: 'TP Đà Nẵng', column: 5, row: 6 },
  { name: 'Quần đảo Trường Sa', of: 'Tỉnh Khánh Hòa', column: 5, row: 10 },
] as const

const COLUMNS = 6
const SHADES = 5

/** Units as tiles: provinces of the country about where they lie, others in the order of their names. */
export function tileMap(units: readonly TileValue[], isCountry: boolean): TileMap {
  const known = units.flatMap(({ value }) => (value === null ? [] : [value]))
  const values = [...new Set(known)].toSorted((one, other) => one - other)
  const shadeOf = (value: number | null) =>
    value === null
      ? null
      : values.length < 2
        ? 2
        : Math.min(SHADES - 1, Math.floor((values.indexOf(value) / values.length) * SHADES))
  const isPlaced = isCountry && units.every(({ name }) => PLACES[name])
  // With the islands at the right: other boundaries keep their column free.
  const across = isCountry ? COLUMNS - 1 : COLUMNS
  const tiles = units.map((unit, index): Tile => {
    const [column, row] = (isPlaced && PLACES[unit.name]) || [
      index % across,
      Math.floor(index / across),
    ]
    return { ...unit, column, row, shade: shadeOf(unit.value) }
  })
  const islands = isCountry ? ISLANDS.map(({ row }) => row) : []
  const shades = Array.from({ length: SHADES }, (_, shade) => {
    const of = values.filter((value) => shadeOf(value) === shade)
    return of.length === 0 ? [] : [{ shade, from: of[0] ?? 0, to: of.at(-1) ?? 0 }]
  }).flat()
  return {
    tiles,
    columns: COLUMNS,
    rows: Math.max(-1, ...tiles.map(({ row }) => row), ...islands) + 1,
    isPlaced,
    shades,
  }
}

/** A name on at most two lines of a tile. */
export function twoLines(name: string): readonly string[] {
  if (name.length <= 8) return [name]
  const words = name.split(' ')
  const half = name.length / 2
  let first = words[0] ?? ''
  let at = 1
  for (; at < words.length - 1 && first.length + (words[at]?.length ?? 0) / 2 < half; at += 1)
    first += ` ${words[at] ?? ''}`
  const rest = words.slice(at).join(' ')
  const short = (line: string) => (line.length > 11 ? `${line.slice(0, 10)}…` : line)
  return rest ? [short(first), short(rest)] : [short(first)]
}

export const PROVINCES = Object.keys(PLACES)
