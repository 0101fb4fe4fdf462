import { expect, test } from 'vitest'
import { around, MAP_SIZE, moved, onScreen, scaleOf, shaped } from './map-model.ts'

const POINTS = [
  { lat: 9.72, lon: 105.92 },
  { lat: 9.86, lon: 106.07 },
]

test('all points lie within the map that is drawn around them, north above south', () => {
  const box = around(POINTS, MAP_SIZE)
  const [south, north] = POINTS.map(({ lat, lon }) => onScreen(box, MAP_SIZE, lat, lon))
  for (const at of [south, north]) {
    expect(at?.x).toBeGreaterThan(0)
    expect(at?.x).toBeLessThan(MAP_SIZE.width)
    expect(at?.y).toBeGreaterThan(0)
    expect(at?.y).toBeLessThan(MAP_SIZE.height)
  }
  expect(north?.y).toBeLessThan(south?.y ?? 0)
})

test('half as wide keeps the middle where it is; a move goes by a share of what is seen', () => {
  const box = around(POINTS, MAP_SIZE)
  const near = shaped(box, MAP_SIZE, 0.5)
  expect(near.east - near.west).toBeCloseTo((box.east - box.west) / 2)
  expect(near.east + near.west).toBeCloseTo(box.east + box.west)
  const east = moved(box, 0.25, 0)
  expect(east.west - box.west).toBeCloseTo((box.east - box.west) / 4)
  expect(east.north).toBeCloseTo(box.north)
})

test('the scale is a round length of at most a quarter of the map', () => {
  const { km, share } = scaleOf(around(POINTS, MAP_SIZE))
  expect(km).toBe(5)
  expect(share).toBeLessThanOrEqual(0.25)
  expect(share).toBeGreaterThan(0.08)
})
