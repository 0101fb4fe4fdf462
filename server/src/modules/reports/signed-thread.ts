import * as z from 'zod'
import { answerApart } from '../../platform/apart-thread.ts'
import { compareSigned, type ToCompare } from './signed-compare.ts'

answerApart(
  z.custom<ToCompare>((value) => typeof value === 'object' && value !== null && 'made' in value),
  compareSigned,
)
