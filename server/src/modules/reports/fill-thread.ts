import * as z from 'zod'
import { answerApart } from '../../platform/apart-thread.ts'
import { fillReport, type ToFill } from './fill-apart.ts'

answerApart(
  z.custom<ToFill>((value) => typeof value === 'object' && value !== null && 'content' in value),
  fillReport,
)
