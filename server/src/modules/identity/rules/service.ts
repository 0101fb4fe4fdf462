import { Role } from '@hopluc/shared/session'
import {
  SignInRuleName,
  type PasswordRules,
  type SignInRuleChange,
  type SignInRules,
} from '@hopluc/shared/sign-in-rules'
import type { PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Schema } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import { RULES, SECOND_FACTOR_ROLES, usualSecondFactorRoles } from './domain.ts'
import * as store from './store.ts'

const Roles = z.array(Role)

/** What a rule says on a day, also before anyone is known. */
export function rule(
  db: Reader | Kysely<Schema>,
  name: SignInRuleName,
  day: PlainDate,
): Promise<number> {
  return store.settingNumber(db, name, day, RULES[name].usual)
}

export async function passwordRules(
  db: Reader | Kysely<Schema>,
  day: PlainDate,
): Promise<PasswordRules> {
  return {
    least: await rule(db, 'password.min_length', day),
    kinds: await rule(db, 'password.kinds', day),
    phrase: await rule(db, 'password.phrase_length', day),
  }
}

export function get({ read, actor, today }: Context, isProduction: boolean): Promise<SignInRules> {
  return read(async (db) => ({
    ...(await inForce(db, today, isProduction)),
    mayChange: actor.role === 'admin',
  }))
}

async function inForce(db: Reader, today: PlainDate, isProduction: boolean) {
  const rows = await store.list(db, [...SignInRuleName.options, SECOND_FACTOR_ROLES], today)
  const find = (name: string) => {
    const own = rows.filter((row) => row.name === name)
    return {
      now: own.find(({ fromOn }) => fromOn <= today),
      next: own.find(({ fromOn }) => fromOn > today),
    }
  }
  const rules = SignInRuleName.options.map((name) => {
    const { now, next } = find(name)
    const { usual, least, most } = RULES[name]
    return {
      name,
      value: now ? z.int().parse(now.value) : usual,
      fromOn: now?.fromOn ?? null,
      next: next ? { value: z.int().parse(next.value), fromOn: next.fromOn } : null,
      usual,
      least,
      most,
    }
  })
  const roles = find(SECOND_FACTOR_ROLES).now
  const usual = usualSecondFactorRoles(isProduction)
  return {
    rules,
    secondFactorRoles: roles ? Roles.parse(roles.value) : usual,
    usualSecondFactorRoles: usual,
  }
}

/**
 * From a day on; what held before is kept.
 * @throws AppError `rules.past`, `rules.bounds`, `rules.changed`
 */
export function change(
  context: Context,
  command: SignInRuleChange,
  isProduction: boolean,
): Promise<SignInRules> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(actor.role === 'admin')
    if (command.fromOn < today) throw past()
    const before = await inForce(tx, today, isProduction)
    if (command.name === SECOND_FACTOR_ROLES) {
      if (String(before.secondFactorRoles) !== String(command.seen)) throw changed()
      await store.set(tx, command.name, command.roles, command.fromOn)
    } else {
      const own = before.rules.find(({ name }) => name === command.name)
      if (own?.value !== command.seen) throw changed()
      const { least, most } = RULES[command.name]
      if (command.value < least || command.value > most) throw outOfBounds(least, most)
      await store.set(tx, command.name, command.value, command.fromOn)
    }
    const { seen: was, ...set } = command
    await audit.record(tx, actor, 'account.change_rules', actor.agencyId, {
      ...set,
      before: 'roles' in set ? { roles: was } : { value: was },
    })
    return { ...(await inForce(tx, today, isProduction)), mayChange: true }
  })
}

function past() {
  return new AppError('rule', 'rules.past', {
    vi: 'Quy tắc chỉ thay đổi được từ hôm nay trở đi.',
    en: 'A rule changes from today on, not in the past.',
  })
}

function outOfBounds(least: number, most: number) {
  return new AppError('rule', 'rules.bounds', {
    vi: `Giá trị phải từ ${least} đến ${most}.`,
    en: `The value lies between ${least} and ${most}.`,
  })
}

function changed() {
  return new AppError('conflict', 'rules.changed', {
    vi: 'Quy tắc vừa được người khác thay đổi. Hãy tải lại trang.',
    en: 'Someone has just changed this rule. Reload the page.',
  })
}
