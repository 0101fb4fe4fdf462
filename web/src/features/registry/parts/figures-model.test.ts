import type { EntityFigures } from '@hopluc/shared/entity-parts-figures'
import { expect, test } from 'vitest'
import { changesOf, pasted, readCell, readNumber, sparkline, typedOf } from './figures-model.ts'

const row = (key: string, isMean = false) => ({
  key,
  code: key,
  breakdown: {},
  name: key,
  measure: '',
  isMean,
})
const rows = [row('H8'), row('H10'), row('H12', true)]
const source = { from: 'entity' as const, note: null }
const at = '2026-03-10T00:00:00+00:00'
const cell = {
  key: 'H10',
  year: 2025,
  value: 2390.5,
  weight: null,
  shown: 2390.5,
  source,
  seq: 3,
  statedAt: at,
  isDemo: false,
}
const figures: EntityFigures = {
  years: [2024, 2025],
  rows,
  cells: [cell, { ...cell, key: 'H8', value: null, shown: null, seq: 1 }],
  warnings: [],
  mayChange: true,
}

test('numbers are read as Vietnamese write them, and as Excel copies them', () => {
  expect(
    ['1.350', '2.390,5', '2390.5', '1350', '-12', '1.23', 'abc', '1,2,3'].map(readNumber),
  ).toEqual([1350, 2390.5, 2390.5, 1350, -12, 1.23, undefined, undefined])
})

test('a dash says that there is no figure, an empty cell says nothing, zero is zero', () => {
  expect(['', ' ', '-', 'không có số', '0', 'x'].map((text) => readCell(text, false))).toEqual([
    undefined,
    undefined,
    { value: null },
    { value: null },
    { value: 0 },
    'wrong',
  ])
  expect(['840/14', '840', '840/0', '-'].map((text) => readCell(text, true))).toEqual([
    { value: 840, weight: 14 },
    'wrong',
    'wrong',
    { value: null },
  ])
})

test('a block from Excel is laid over the grid', () => {
  expect(
    pasted('64\t65\r\n1.350\t1.720\t9\r\n', { row: 0, column: 0 }, rows, [2024, 2025]),
  ).toEqual({ 'H8 2024': '64', 'H8 2025': '65', 'H10 2024': '1.350', 'H10 2025': '1.720' })
  expect(pasted('1\n2\n3\n4', { row: 1, column: 1 }, rows, [2024, 2025])).toEqual({
    'H10 2025': '1',
    'H12 2025': '2',
  })
})

test('only what differs is sent, with the version it was seen in', () => {
  const typed = {
    'H10 2025': '2390,5',
    'H10 2024': '0',
    'H8 2025': '64',
    'H8 2024': '',
    'H12 2025': 'sáu mươi',
  }
  expect(changesOf(figures, typed)).toEqual({
    cells: [
      { key: 'H10', year: 2024, value: 0, seq: 0 },
      { key: 'H8', year: 2025, value: 64, seq: 1 },
    ],
    wrong: ['H12 2025'],
  })
  expect([
    typedOf(cell, false),
    typedOf(undefined, false),
    typedOf({ ...cell, value: 840, weight: 14 }, true),
  ]).toEqual(['2390,5', '', '840/14'])
})

test('a sparkline passes over years without a figure', () => {
  expect(sparkline([1, null, 3], { width: 60, height: 10 })).toEqual({
    path: 'M0 10L60 0',
    last: { x: 60, y: 0 },
  })
  expect(sparkline([null, 3], { width: 60, height: 10 })).toBeNull()
})
