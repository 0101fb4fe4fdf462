import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type SheetToWrite, writeSheet } from '../../platform/excel.ts'

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Saved, never shown in the browser. */
export function asFile(reply: FastifyReply, name: string, type: string): FastifyReply {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encoded}`)
    .header('x-content-type-options', 'nosniff')
}

/** A sheet that is written while it is sent. */
export function sheetStream(sheet: SheetToWrite): PassThrough {
  const stream = new PassThrough()
  writeSheet(stream, sheet).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return stream
}
