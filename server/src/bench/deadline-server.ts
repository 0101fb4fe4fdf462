import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { createApp } from '../app.ts'
import { connect } from '../platform/db.ts'

const Given = z.object({ now: z.string(), connection: z.record(z.string(), z.unknown()) })
const { now, connection } = Given.parse(workerData)
const CONNECTIONS = 20

/** The real server on a thread of its own, as it listens in earnest; only the clock stands. */
const db = connect({ ...connection, max: CONNECTIONS })
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const at = new Date(now)
const app = createApp({ db, now: () => at, jobs, isDemo: false, secureCookies: false })
parentPort?.postMessage(await app.listen({ host: '127.0.0.1', port: 0 }))
parentPort?.once('message', () => {
  void app
    .close()
    .then(() => db.destroy())
    .then(() => parentPort?.close())
})
