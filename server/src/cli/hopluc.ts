import { Command } from 'commander'
import type { ImportOptions } from './kinds.ts'
import { complain } from './shutdown.ts'

/** Reads need no database and start many times: they come before everything that takes time. */
const [name, ...rest] = process.argv.slice(2)
if (name === 'read' && !rest.includes('--help') && !rest.includes('-h')) {
  const { readCommand } = await import('./read.ts')
  process.exitCode = await readCommand(rest)
} else {
  await program()
    .parseAsync()
    .catch((error: unknown) => {
      complain(error)
      process.exitCode = 1
    })
}

function program(): Command {
  const hopluc = new Command('hopluc').description(
    'Hợp Lực: chạy, bảo trì và đọc văn bản · run, maintain, read documents',
  )
  hopluc
    .command('read')
    .argument('<FILE...>')
    .option('--json', 'one JSON object a file and line')
    .option('--out <DIR>', 'write NNN.json files instead')
    .description('đọc văn bản .txt .docx .pdf .html · read documents; needs no database')
    .action(() => undefined) // taken above
  hopluc
    .command('serve')
    .description('chạy chính thức · run in production, by DATABASE_URL or HOPLUC_DATA')
    .action(async () => (await import('../main.ts')).serve({ isProduction: true }))
  hopluc
    .command('migrate')
    .description(
      'tạo vai trò, cập nhật cấu trúc cơ sở dữ liệu · make roles, bring the schema up to date',
    )
    .action(async () => (await import('./database.ts')).migrateCommand())
  hopluc
    .command('backup')
    .argument('<FILE>')
    .description('sao lưu toàn bộ dữ liệu · write all data to one file, consistent as of its start')
    .action(async (file: string) => (await import('./database.ts')).backupCommand(file))
  hopluc
    .command('restore')
    .argument('<FILE>')
    .description('khôi phục vào cơ sở dữ liệu trống · load a backup into an empty database')
    .action(async (file: string) => (await import('./database.ts')).restoreCommand(file))
  hopluc
    .command('import')
    .argument('<KIND>')
    .argument('<FILE>')
    .option('--day <YYYY-MM-DD>', 'ngày danh mục có hiệu lực · first day on which the list holds')
    .option('--act <NUMBER>', 'số văn bản · number of the act')
    .option('--since <YYYY-MM-DD>', 'đơn vị cũ tính từ ngày · old units are kept from this day on')
    .option(
      '--whole',
      'danh mục đầy đủ: đơn vị không có tên thì kết thúc · what it does not name ends',
    )
    .description('nhập dữ liệu từ tệp · load a file; without KIND known, lists the kinds')
    .action(async (kind: string, file: string, options: ImportOptions) =>
      (await import('./exchange.ts')).importCommand(kind, file, options),
    )
  hopluc
    .command('export')
    .argument('<KIND>')
    .argument('<FILE>')
    .description('xuất dữ liệu ra tệp · write data to a file')
    .action(async (kind: string, file: string) =>
      (await import('./exchange.ts')).exportCommand(kind, file),
    )
  hopluc
    .command('bench')
    .argument('[NAME...]')
    .option('--json', 'one JSON object a line')
    .option('--small', 'on a hundredth of the data')
    .description('đo hiệu năng · run the benchmarks, each on data and a database of its own')
    .action(async (names: string[], options: { json?: boolean; small?: boolean }) => {
      process.exitCode = await (await import('../bench/index.ts')).benchCommand(names, options)
    })
  adminCommands(hopluc)
  auditCommands(hopluc)
  return hopluc
}

function adminCommands(hopluc: Command): void {
  hopluc
    .command('admin')
    .description('quản trị · administration')
    .command('create')
    .argument('<USERNAME>')
    .requiredOption('--name <NAME>', 'họ tên · full name')
    .description(
      'tạo tài khoản quản trị; mật khẩu ban đầu được in ra, hoặc đọc từ HOPLUC_PASSWORD · make an administrator; prints a first password, or takes HOPLUC_PASSWORD',
    )
    .action(async (username: string, options: { name: string }) =>
      (await import('./admin.ts')).createAdminCommand(username, options.name),
    )
}

function auditCommands(hopluc: Command): void {
  const audit = hopluc.command('audit').description('nhật ký · audit')
  audit
    .command('verify')
    .option('--anchor <ROOT>', 'a root kept outside, to show a tail cut off')
    .option('--anchors <FOLDER>', 'the signed files that "audit anchor" wrote')
    .option('--key <FILE>', 'the public key of these files')
    .description('tính lại toàn bộ chuỗi nhật ký · recompute the whole chain; names every fault')
    .action(async (options: { anchor?: string; anchors?: string; key?: string }) => {
      process.exitCode = await (await import('./database.ts')).auditVerifyCommand(options)
    })
  audit
    .command('anchor')
    .argument('<FOLDER>')
    .requiredOption('--key <FILE>', 'the private key')
    .description(
      'ghi gốc chuỗi ra tệp có ký · write the last root to a signed file, kept elsewhere',
    )
    .action(async (folder: string, { key }: { key: string }) =>
      (await import('./database.ts')).auditAnchorCommand(folder, key),
    )
  audit
    .command('purge')
    .argument('<KIND>', 'document, meeting, reading, file, task')
    .argument('<ID>')
    .requiredOption('--act <ACT>', 'số quyết định · number and day of the act')
    .requiredOption('--by <NAME>', 'người thực hiện · who carries it out')
    .option('--confirm <ACT>', 'the act once more: without it, only a preview')
    .description(
      'tiêu hủy theo quyết định · destroy a record under an act, in every place it is kept',
    )
    .action(
      async (kind: string, id: string, options: { act: string; by: string; confirm?: string }) =>
        (await import('./purge.ts')).purgeCommand(kind, id, options),
    )
  audit
    .command('key')
    .argument('<FILE>')
    .description('tạo cặp khóa ký · make the keys: FILE for who anchors, FILE.pub for who verifies')
    .action(async (file: string) => (await import('./database.ts')).auditKeyCommand(file))
}
