import type pg from 'pg'
import { getConstructionPlans, PgBoss } from 'pg-boss'

export const JOB_SCHEMA = 'pgboss'

/**
 * The queue's tables, made and brought up to date by the owner, so that the application never needs
 * to change a schema. The application may only put jobs in; the workers' role does the rest.
 */
export async function prepareJobSchema(owner: pg.Client): Promise<void> {
  const db = {
    executeSql: async (text: string, values?: unknown[]) => {
      const { rows } = await owner.query<Record<string, unknown>>(text, values)
      return { rows }
    },
  }
  const boss = new PgBoss({ db, schema: JOB_SCHEMA, supervise: false, schedule: false })
  if (await boss.isInstalled()) {
    await upgrade(boss)
  } else {
    await owner.query(getConstructionPlans(JOB_SCHEMA))
  }
  await owner.query(`
    grant usage on schema ${JOB_SCHEMA} to hopluc_app, hopluc_jobs;
    grant select on ${JOB_SCHEMA}.queue to hopluc_app;
    ${['job', 'job_common'].map(guarded).join('')}
    grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to hopluc_jobs;
    grant execute on all functions in schema ${JOB_SCHEMA} to hopluc_jobs`)
}

/**
 * The application asks as the acting person, or for the system, and sees of what it asked for the id
 * alone, in the transaction in which it asks.
 */
function guarded(table: string): string {
  const name = `${JOB_SCHEMA}.${table}`
  const policy = (called: string, rule: string) =>
    `drop policy if exists ${called} on ${name};
    create policy ${called} on ${name} ${rule};`
  return `
    grant insert, select (id) on ${name} to hopluc_app;
    alter table ${name} enable row level security;
    ${policy('asked', 'for insert to hopluc_app with check (may_ask(name, data))')}
    ${policy('asking', 'for select to hopluc_app using (created_on = now())')}
    ${policy('worked', 'to hopluc_jobs using (true) with check (true)')}`
}

/** A newer pg-boss brings its own migrations; its start applies them. */
async function upgrade(boss: PgBoss): Promise<void> {
  boss.on('error', () => undefined) // start itself throws
  await boss.start()
  await boss.stop({ graceful: false })
}
