import type { MarketSeries } from '@hopluc/shared/market'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

const [WIDTH, HEIGHT, EDGE] = [120, 28, 3]

/** Prices one after the other as a line; its words say from which to which. */
export function Trend({ one: { trend, commodityName } }: { one: MarketSeries }) {
  const prices = trend.map(({ price }) => price)
  const [first, last] = [prices[0], prices.at(-1)]
  if (first === undefined || last === undefined || prices.length < 2) return null
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const points = prices.map((price, at) => {
    const x = EDGE + (at / (prices.length - 1)) * (WIDTH - 2 * EDGE)
    const share = high === low ? 0.5 : (price - low) / (high - low)
    return `${x.toFixed(1)},${(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)).toFixed(1)}`
  })
  const words = { first: formatNumber(first), last: formatNumber(last), count: prices.length }
  return (
    <>
      <svg className="market-trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline points={points.join(' ')} />
      </svg>
      <span className="for-readers">
        {t('market.trend.words', { name: commodityName, ...words })}
      </span>
    </>
  )
}
