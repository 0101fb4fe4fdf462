import { accessSync, constants } from 'node:fs'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { writeAnchor } from './audit-anchor.ts'
import { Refusal } from './config.ts'
import { handle, type JobHandler, jobKind } from './jobs-run.ts'

/** Near the end of the day in Vietnam, so that the file names the day whose work it holds. */
const DAILY = '55 23 * * *'
/** Minute, hour, day, month, weekday. */
const CRON = /^[\d*/,-]+( [\d*/,-]+){4}$/

/**
 * HOPLUC_ANCHORS, a folder that whoever keeps the database cannot rewrite, and HOPLUC_ANCHOR_KEY, a
 * private key of `hopluc audit key`: the root of the audit is written there daily, or as
 * HOPLUC_ANCHOR_CRON says. Without a folder nothing recurs.
 * @throws Refusal when only a part of it is said, or the key is not to be read
 */
export function anchoring(env: Record<string, string | undefined>): JobHandler[] {
  const { HOPLUC_ANCHORS: folder, HOPLUC_ANCHOR_KEY: key, HOPLUC_ANCHOR_CRON: cron = DAILY } = env
  if (!folder && !key) return []
  if (!folder || !key) throw incomplete(folder ? 'HOPLUC_ANCHOR_KEY' : 'HOPLUC_ANCHORS')
  if (!CRON.test(cron)) throw noCron(cron)
  try {
    accessSync(key, constants.R_OK)
  } catch (error) {
    throw noKey(key, error)
  }
  const deeds = {
    cron,
    asSystem: async ({ read, now }: Parameters<JobHandler['run']>[0]['system']) => {
      const secret = await readFile(key, 'utf8')
      return { path: (await read((db) => writeAnchor(db, folder, secret, now))) ?? null }
    },
  }
  return [handle(jobKind('audit.anchor', z.object({})), deeds)]
}

function incomplete(missing: string): Refusal {
  return new Refusal({
    vi: `Chưa đủ cấu hình ghi gốc nhật ký ra ngoài: còn thiếu ${missing}.`,
    en: `Anchoring the audit is not fully configured: ${missing} is missing.`,
  })
}

function noKey(key: string, cause: unknown): Refusal {
  return new Refusal(
    {
      vi: `Không đọc được khóa ở HOPLUC_ANCHOR_KEY (${key}). Tạo khóa bằng: npx hopluc audit key ${key}`,
      en: `The key of HOPLUC_ANCHOR_KEY (${key}) cannot be read. Make one: npx hopluc audit key ${key}`,
    },
    cause,
  )
}

function noCron(given: string): Refusal {
  return new Refusal({
    vi: `HOPLUC_ANCHOR_CRON phải có dạng "phút giờ ngày tháng thứ", ví dụ "${DAILY}", không phải "${given}".`,
    en: `HOPLUC_ANCHOR_CRON reads "minute hour day month weekday", like "${DAILY}", not "${given}".`,
  })
}
