import { once } from 'node:events'
import { statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './embedded-cluster.ts'

const RETRY_MS = 20

/**
 * Runs `work` while no other process of this machine does so for the same folder. The lock is a name
 * that the kernel keeps (an abstract socket): it ends with its process, however that ends.
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const { dev, ino } = statSync(folder)
  const name = `\0hopluc-start-${dev}-${ino}`
  const server = createServer()
  server.unref()
  while (!(await tryListen(server, name))) await sleep(RETRY_MS)
  try {
    return await work()
  } finally {
    server.close()
    await once(server, 'close')
  }
}

async function tryListen(server: ReturnType<typeof createServer>, path: string): Promise<boolean> {
  try {
    server.listen({ path })
    await once(server, 'listening')
    return true
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return false
    throw error
  }
}
