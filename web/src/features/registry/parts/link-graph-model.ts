import type { LinkGraph } from '@hopluc/shared/entity-parts-links'

type Item = LinkGraph['items'][number]

export interface GraphNode {
  readonly key: string
  readonly name: string
  readonly y: number
}
export interface GraphEdge {
  readonly key: string
  readonly from: GraphNode
  readonly to: GraphNode
  readonly product: string
  readonly isModel: boolean
  readonly isBroken: boolean
  /** How many links run between the two for this product. */
  readonly count: number
}
export interface Drawing {
  readonly entities: readonly GraphNode[]
  readonly partners: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly height: number
}

const ROW = 34
const TOP = 30

/**
 * Cooperatives at the left, who buys at the right, a line for each product between two. Partners stand
 * near the cooperatives they are linked with, so that few lines cross.
 */
export function drawingOf(items: readonly Item[]): Drawing {
  const entities = spread(
    unique(items.map(({ entity }) => ({ key: entity.id, name: entity.name }))),
  )
  const place = new Map(entities.map((node) => [node.key, node.y]))
  const partners = unique(items.map(({ partner }) => partner)).map((partner) => {
    const ys = items
      .filter((one) => one.partner.key === partner.key)
      .map(({ entity }) => place.get(entity.id) ?? 0)
    return { ...partner, mean: ys.reduce((sum, y) => sum + y, 0) / ys.length }
  })
  const right = spread(partners.toSorted((one, other) => one.mean - other.mean))
  const left = new Map(entities.map((node) => [node.key, node]))
  const there = new Map(right.map((node) => [node.key, node]))
  const groups = Map.groupBy(
    items,
    ({ entity, partner, product }) => `${entity.id} ${partner.key} ${product}`,
  )
  const edges = [...groups].flatMap(([key, links]) => {
    const [first] = links
    const from = first && left.get(first.entity.id)
    const to = first && there.get(first.partner.key)
    if (!from || !to) return []
    return [
      {
        key,
        from,
        to,
        product: first.product,
        isModel: links.some(({ isModel }) => isModel),
        isBroken: links.every(({ result }) => result?.startsWith('broken') ?? false),
        count: links.length,
      },
    ]
  })
  return {
    entities,
    partners: right,
    edges,
    height: TOP + Math.max(entities.length, right.length) * ROW,
  }
}

interface Named {
  readonly key: string
  readonly name: string
}

function unique(nodes: readonly Named[]): Named[] {
  return [...new Map(nodes.map(({ key, name }) => [key, { key, name }])).values()]
}

const spread = (nodes: readonly Named[]): GraphNode[] =>
  nodes.map(({ key, name }, index) => ({ key, name, y: TOP + index * ROW }))
