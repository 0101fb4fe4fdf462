import type { RouteCase } from './route-cases.ts'

export const MARKET_READS: Record<string, RouteCase> = {
  'GET /market-board': { as: 'standing' },
  'GET /market-prices': { as: 'standing' },
}

export const MARKET_OWN_WRITES: Record<string, RouteCase> = {
  'PUT /market-prices': { self: true, body: { onDay: '2026-03-09', lines: [] } },
}
