import { serve } from '../main.ts'

await serve({ isProduction: false })
