/** What Prometheus reads at /metrics: text of counters, gauges and one histogram, nothing else. */
interface Family {
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  values: Map<string, number>
}

const families = new Map<string, Family>()
/** Upper bounds in seconds. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

type Labels = Record<string, string | number>

function family(name: string, type: Family['type'], help: string): Family {
  const found = families.get(name) ?? { help, type, values: new Map<string, number>() }
  families.set(name, found)
  return found
}

function add(values: Map<string, number>, key: string, amount: number): void {
  values.set(key, (values.get(key) ?? 0) + amount)
}

/** Names of routes, kinds of jobs and the like only: never what a person typed. */
function label(labels: Labels): string {
  const parts = Object.entries(labels).map(
    ([name, value]) => `${name}="${String(value).replace(/["\\\n]/g, '_')}"`,
  )
  return parts.length > 0 ? `{${parts.join(',')}}` : ''
}

export function countJob(name: string, outcome: 'completed' | 'failed'): void {
  const { values } = family('hopluc_jobs_total', 'counter', 'Jobs done, by kind and outcome')
  add(values, `hopluc_jobs_total${label({ name, outcome })}`, 1)
}

/** `route` is the pattern, not the address: `/api/tasks/:id`. */
export function countRequest(method: string, route: string, status: number, seconds: number): void {
  const name = 'hopluc_http_request_seconds'
  const { values } = family(name, 'histogram', 'Time to answer, by route and status')
  const labels = { method, route, status }
  for (const le of BUCKETS)
    add(values, `${name}_bucket${label({ ...labels, le })}`, seconds <= le ? 1 : 0)
  add(values, `${name}_bucket${label({ ...labels, le: '+Inf' })}`, 1)
  add(values, `${name}_sum${label(labels)}`, seconds)
  add(values, `${name}_count${label(labels)}`, 1)
}

export function setGauge(name: string, help: string, value: number): void {
  family(name, 'gauge', help).values.set(name, value)
}

export function metricsText(): string {
  const memory = process.memoryUsage()
  setGauge('process_resident_memory_bytes', 'Memory of the process', memory.rss)
  setGauge('process_uptime_seconds', 'Since the process started', process.uptime())
  const lines: string[] = []
  for (const [name, { help, type, values }] of families) {
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`)
    for (const [key, value] of values) lines.push(`${key} ${value}`)
  }
  return `${lines.join('\n')}\n`
}
