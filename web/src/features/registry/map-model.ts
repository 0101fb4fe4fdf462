/** A part of the map, in degrees. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What the map is drawn on; it is shown as large as there is room. */
export const MAP_SIZE: Size = { width: 800, height: 560 }

const RAD = Math.PI / 180
const EARTH_KM = 111.32

/** A place as the plain of a map has it: 0 to 1 from west to east and from north to south (Mercator). */
export function flat(lat: number, lon: number): { x: number; y: number } {
  const sin = Math.sin(Math.max(-85, Math.min(85, lat)) * RAD)
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) }
}

function latitude(y: number): number {
  return (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RAD
}

/** Where a place of the box lies on a screen of that size, in pixels. */
export function onScreen(box: Box, size: Size, lat: number, lon: number): { x: number; y: number } {
  const [from, to, at] = [flat(box.north, box.west), flat(box.south, box.east), flat(lat, lon)]
  return {
    x: ((at.x - from.x) / (to.x - from.x)) * size.width,
    y: ((at.y - from.y) / (to.y - from.y)) * size.height,
  }
}

/** The box that shows all points with so many degrees around them, in the shape of the screen. */
export function around(
  points: readonly { lat: number; lon: number }[],
  size: Size,
  margin = 0.01,
): Box {
  const lats = points.map(({ lat }) => lat)
  const lons = points.map(({ lon }) => lon)
  return shaped(
    {
      west: Math.min(...lons) - margin,
      east: Math.max(...lons) + margin,
      south: Math.min(...lats) - margin,
      north: Math.max(...lats) + margin,
    },
    size,
    1.15,
  )
}

/** Points closer than this stand as one in what the server answers for a box: it has 40 cells a side. */
export const cellOf = ({ west, south, east, north }: Box) =>
  Math.max((east - west) / 40, (north - south) / 40, 0.0005)

/** The same middle, `by` times as wide, with the proportions of the screen. */
export function shaped(box: Box, size: Size, by = 1): Box {
  const [from, to] = [flat(box.north, box.west), flat(box.south, box.east)]
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const ratio = size.width / size.height
  const width = Math.min(1, Math.max(to.x - from.x, (to.y - from.y) * ratio) * by)
  const height = width / ratio
  return boxOf(middle, width, height)
}

/** Moved by shares of its own width and height. */
export function moved(box: Box, east: number, south: number): Box {
  const [from, to] = [flat(box.north, box.west), flat(box.south, box.east)]
  const [width, height] = [to.x - from.x, to.y - from.y]
  const middle = { x: (from.x + to.x) / 2 + east * width, y: (from.y + to.y) / 2 + south * height }
  return boxOf(middle, width, height)
}

function boxOf(middle: { x: number; y: number }, width: number, height: number): Box {
  return {
    west: (middle.x - width / 2 - 0.5) * 360,
    east: (middle.x + width / 2 - 0.5) * 360,
    north: latitude(middle.y - height / 2),
    south: latitude(middle.y + height / 2),
  }
}

/** A round length in km that fits into a quarter of the map, and its share of the width. */
export function scaleOf(box: Box): { km: number; share: number } {
  const wide = (box.east - box.west) * EARTH_KM * Math.cos(((box.north + box.south) / 2) * RAD)
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
  const km = steps.findLast((one) => one <= wide / 4) ?? 0.1
  return { km, share: km / wide }
}
