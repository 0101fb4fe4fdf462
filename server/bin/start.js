import { launch } from './launch.js'

await launch(new URL('../src/cli/start.ts', import.meta.url))
