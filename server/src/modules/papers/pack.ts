import type { PlainDate } from '@hopluc/shared/values'
import { Document, type ISectionOptions, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { BODY, FONT } from './layout.ts'
import { clean } from './words.ts'

interface Properties {
  title: string
  author: string
  /** The day written into the file, so that equal values give equal bytes. */
  on: PlainDate
}

// Zip entries carry local times; noon of one fixed day is the same everywhere.
const ENTRY_TIME = new Date(2020, 2, 5, 12)

/** Writes a document; the same values always give the same bytes. */
export async function pack(section: ISectionOptions, properties: Properties): Promise<Buffer> {
  const author = clean(properties.author)
  const document = new Document({
    title: clean(properties.title),
    creator: author,
    lastModifiedBy: author,
    styles: {
      default: { document: { run: { font: FONT, size: BODY * 2, language: { value: 'vi-VN' } } } },
    },
    sections: [section],
  })
  const files = unzipSync(await Packer.toBuffer(document))
  const core = files['docProps/core.xml']
  if (core) {
    const stamp = `>${properties.on}T00:00:00Z</dcterms:`
    files['docProps/core.xml'] = strToU8(strFromU8(core).replace(/>[^<>]*<\/dcterms:/g, stamp))
  }
  return Buffer.from(zipSync(files, { mtime: ENTRY_TIME, level: 6 }))
}
