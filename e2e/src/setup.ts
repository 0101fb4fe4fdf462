import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort, killAll, startProgram } from '../../server/src/testing/program.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the demo answers. */
    address: string
  }
}

/**
 * The real program with the whole demo, as `npm start` on an empty folder gives it; or one that runs
 * already, while a test is written.
 */
export async function setup(project: TestProject) {
  const running = process.env.HOPLUC_E2E_ADDRESS
  if (running) return project.provide('address', running)
  const folder = await mkdtemp(join(tmpdir(), 'hopluc-e2e-'))
  const program = startProgram({ folder, port: await freePort() })
  await program.ready()
  project.provide('address', program.url)
  return async () => {
    if (program.child.exitCode !== null) console.error(`The program ended:\n${program.output()}`)
    await killAll()
    await rm(folder, { recursive: true, force: true })
  }
}
