import { expect, test } from 'vitest'
import { attributeFaults, NO_ATTRIBUTES, placeFaults, readPoint } from './form-model.ts'

test('a point is read as it is pasted from maps and from papers', () => {
  expect(readPoint('9.7712, 105.9856')).toEqual({ lat: 9.7712, lon: 105.9856 })
  expect(readPoint('9,7712, 105,9856')).toEqual({ lat: 9.7712, lon: 105.9856 })
  expect(readPoint(' (20.45;106.34) ')).toEqual({ lat: 20.45, lon: 106.34 })
})

test('what is no point is not read as one', () => {
  for (const text of ['', '9.77', 'Ấp 4, xã Minh Hậu', '9.77, 999.5', '12, 13'])
    expect(readPoint(text)).toBeUndefined()
})

test('a name and a commune are needed, a code has its form, a point is whole', () => {
  expect(Object.keys(attributeFaults({ ...NO_ATTRIBUTES, code: '22006' }))).toEqual([
    'name',
    'code',
  ])
  expect(attributeFaults({ ...NO_ATTRIBUTES, name: 'HTX Minh Phát', code: '2200612340' })).toEqual(
    {},
  )
  expect(attributeFaults({ workers: 5 })).toEqual({})
  expect(Object.keys(placeFaults({ unitId: null, address: null, lat: 9.7, lon: null }))).toEqual([
    'unitId',
    'point',
  ])
})
