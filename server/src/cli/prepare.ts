import { tmpdir } from 'node:os'
import { buildWeb } from './web-build.ts'

// After an installation: the pages are built once here, so that the first start need not wait for
// them. Where that cannot be, the start builds them and says what is wrong.
try {
  await buildWeb(tmpdir()).root
} catch (error) {
  console.warn(error instanceof Error ? error.message : error)
}
