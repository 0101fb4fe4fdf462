import { launch } from './launch.js'

await launch(new URL('../src/cli/prepare.ts', import.meta.url))
