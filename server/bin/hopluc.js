#!/usr/bin/env node
import { launch } from './launch.js'

await launch(new URL('../src/cli/hopluc.ts', import.meta.url))
