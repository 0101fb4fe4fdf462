import * as z from 'zod'
import { answerApart } from '../../platform/apart-thread.ts'
import { examine, type SignedReturn } from './signed-examine.ts'

answerApart(
  z.custom<SignedReturn>(
    (value) => typeof value === 'object' && value !== null && 'bytes' in value,
  ),
  examine,
)
