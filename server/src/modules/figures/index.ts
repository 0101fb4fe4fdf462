import './holding.ts'

export { type SeriesOrigin, seriesOn, type SeriesPoint, type SeriesQuery } from './series.ts'
