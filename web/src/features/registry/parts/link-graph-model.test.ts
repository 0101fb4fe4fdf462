import type { LinkGraph } from '@hopluc/shared/entity-parts-links'
import { expect, test } from 'vitest'
import { drawingOf } from './link-graph-model.ts'

type Item = LinkGraph['items'][number]
const unit = { id: '0', level: 'commune' as const, kind: 'xã', name: 'Minh Đông' }
const link = (
  entity: string,
  partner: string,
  product = 'Lúa',
  more: Partial<Item> = {},
): Item => ({
  id: `${entity}${partner}${product}`,
  entity: { id: entity, name: `HTX ${entity}`, unit },
  partner: { key: partner, name: `Công ty ${partner}`, kind: 'enterprise' },
  product,
  commodity: null,
  contractNo: null,
  season: null,
  area: null,
  measure: 'tấn',
  committed: null,
  delivered: null,
  untilOn: null,
  result: null,
  isModel: false,
  isDemo: false,
  ...more,
})

test('each cooperative and each partner stands once, and a line for each product between two', () => {
  const { entities, partners, edges, height } = drawingOf([
    link('A', 'x'),
    link('A', 'x', 'Rau', { isModel: true }),
    link('A', 'x', 'Rau'),
    link('B', 'x', 'Lúa', { result: 'broken_by_partner' }),
  ])
  expect([entities.map(({ name }) => name), partners.map(({ name }) => name)]).toEqual([
    ['HTX A', 'HTX B'],
    ['Công ty x'],
  ])
  expect(
    edges.map(({ product, count, isModel, isBroken }) => [product, count, isModel, isBroken]),
  ).toEqual([
    ['Lúa', 1, false, false],
    ['Rau', 2, true, false],
    ['Lúa', 1, false, true],
  ])
  expect(height).toBe(98)
})

test('partners stand in the order of their cooperatives', () => {
  const { partners } = drawingOf([
    link('A', 'late'),
    link('B', 'early'),
    link('C', 'late'),
    link('D', 'late'),
  ])
  expect(partners.map(({ key }) => key)).toEqual(['early', 'late'])
})
