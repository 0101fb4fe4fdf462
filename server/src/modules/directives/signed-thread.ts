import * as z from 'zod'
import { answerApart } from '../../platform/apart-thread.ts'
import { examine, type ToExamine } from './signed-examine.ts'

answerApart(
  z.custom<ToExamine>((value) => typeof value === 'object' && value !== null && 'bytes' in value),
  examine,
)
