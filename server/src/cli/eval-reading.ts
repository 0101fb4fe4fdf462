import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { read } from '../modules/reading/reader/index.ts'
import { Annotated, annotated } from '../modules/reading/scoring/annotated.ts'
import { type Measure, measures } from '../modules/reading/scoring/figures.ts'
import { compare, emptyTally, type Slip } from '../modules/reading/scoring/score.ts'

const HELP = `npm run eval:reading -- [--quiet] [--json] DIR…

Reads every NNN.txt of the folders, compares the reading with NNN.json beside it, and prints a
table of measures, then each find that was missed, is extra or is different, with its place.
  --quiet  the table alone
  --json   one object: measures and slips
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help === true || positionals.length === 0) {
  process.stderr.write(HELP)
  process.exitCode = values.help === true ? 0 : 2
} else await evaluate(positionals)

async function evaluate(folders: readonly string[]): Promise<void> {
  const tally = emptyTally()
  const texts = new Map<string, string>()
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json')).toSorted()) {
      const gold = Annotated.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
      const text = await readFile(join(folder, name.replace(/json$/, 'txt')), 'utf8')
      texts.set(gold.id, text)
      compare(tally, text, gold, annotated(gold.id, read(text)))
    }
  }
  const table = measures(tally)
  if (values.json === true) {
    const { documents, quotesNotInText, slips } = tally
    console.log(JSON.stringify({ documents, quotesNotInText, measures: table, slips }))
    return
  }
  console.log(`${tally.documents} documents, ${tally.quotesNotInText} quotes not in their text`)
  for (const measure of table) console.log(inWords(measure))
  if (values.quiet === true) return
  for (const slip of tally.slips) console.log(told(slip, texts.get(slip.document) ?? ''))
}

function inWords({ name, value, precision, recall, of }: Measure): string {
  const parts =
    precision === null || recall === null
      ? ''
      : `  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`
  return `${name.padEnd(18)} ${value.toFixed(3)}  of ${of}${parts}`
}

/** `012:34:5 figures missed "12 HTX"`: document, line and column, then what is wrong. */
function told({ document, measure, what, quote, wanted, found }: Slip, text: string): string {
  const at = quote === '' ? -1 : text.indexOf(quote)
  const before = text.slice(0, Math.max(at, 0)).split('\n')
  const place = at < 0 ? '' : `:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  const flat = quote.replace(/\s+/g, ' ')
  const change = what === 'different' ? ` ${wanted ?? ''} → ${found ?? ''}` : ` ${what}`
  return `${document}${place} ${measure}${change}${flat === '' ? '' : ` "${flat}"`}`
}
