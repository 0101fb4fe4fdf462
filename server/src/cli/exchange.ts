import type { Database } from '../platform/config-database.ts'
import { Refusal } from '../platform/config.ts'
import { withDatabase } from './database.ts'
import { type ImportOptions, KINDS, type Kind } from './kinds.ts'

export async function importCommand(
  kind: string,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const load = find(kind, 'import').import
  await withDatabase(async (database) =>
    report(file, await load?.(await ready(database), file, options)),
  )
}

export async function exportCommand(kind: string, file: string): Promise<void> {
  const save = find(kind, 'export').export
  await withDatabase(async (database) => report(file, await save?.(await ready(database), file)))
}

function find(name: string, way: 'import' | 'export'): Kind {
  const kind = KINDS[name]
  if (kind?.[way]) return kind
  const known = Object.entries(KINDS)
    .filter(([, one]) => one[way])
    .map(([one, { description }]) => `  ${one}: ${description}`)
    .join('\n')
  throw new Refusal({
    vi: `Không có loại dữ liệu "${name}". ${known === '' ? 'Lệnh này chưa có loại nào: danh mục nhiệm vụ được nhập, mọi danh sách được xuất trên trang web.' : `Các loại:\n${known}`}`,
    en: `There is no kind "${name}". ${known === '' ? 'This command has none yet: task lists are imported, and all lists exported, on the web.' : 'The kinds are listed above.'}`,
  })
}

async function ready(database: Database): Promise<Database> {
  await database.prepare()
  return database
}

function report(file: string, rows: number | undefined): void {
  console.log(`${file}: ${rows ?? 0} dòng · rows`)
}
