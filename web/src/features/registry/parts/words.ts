import { CERTIFICATE_WORDS, OFFICE_WORDS } from '@hopluc/shared/entity-words'
import { CertificateKind } from '@hopluc/shared/entity-parts-products'
import { DebtParty } from '@hopluc/shared/entity-parts-debts'
import { LinkResult, Offtake, PartnerKind } from '@hopluc/shared/entity-parts-links'
import {
  ManagerOffice,
  MemberKind,
  MemberSubject,
  TrainingLevel,
} from '@hopluc/shared/entity-parts-people'
import { FOREVER, type PlainDate } from '@hopluc/shared/values'
import { formatDate, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import type { Option } from '../../../ui/select.tsx'
import { say } from '../words.ts'

const optionsOf = <T extends string>(
  values: readonly T[],
  label: (value: T) => string,
): Option<string>[] => values.map((value) => ({ value, label: label(value) }))

export const options = {
  memberKind: () => optionsOf(MemberKind.options, (one) => t(`parts.memberKind.${one}`)),
  subject: () => optionsOf(MemberSubject.options, (one) => t(`parts.subject.${one}`)),
  office: () => optionsOf(ManagerOffice.options, (one) => say(OFFICE_WORDS[one])),
  sex: () => optionsOf(['female', 'male'], (one) => t(`parts.sex.${one}`)),
  training: () => optionsOf(TrainingLevel.options, (one) => t(`parts.training.${one}`)),
  certificate: () => optionsOf(CertificateKind.options, (one) => say(CERTIFICATE_WORDS[one])),
  area: () => optionsOf(['growing_area', 'packing_house'], (one) => t(`parts.area.${one}`)),
  partner: () => optionsOf(PartnerKind.options, (one) => t(`parts.partner.${one}`)),
  offtake: () => optionsOf(Offtake.options, (one) => t(`parts.offtake.${one}`)),
  result: () => optionsOf(LinkResult.options, (one) => t(`parts.result.${one}`)),
  side: () => optionsOf(['offer', 'want'], (one) => t(`parts.side.${one}`)),
  direction: () => optionsOf(['owed_to', 'owed_by'], (one) => t(`parts.direction.${one}`)),
  party: () => optionsOf(DebtParty.options, (one) => t(`parts.party.${one}`)),
  settlement: () =>
    optionsOf(['paid', 'offset', 'written_off'], (one) => t(`parts.settlement.${one}`)),
}

/** "01/01/2020 – 31/12/2025", "từ 01/01/2020". */
export function spanWords(fromOn: PlainDate, untilOn: PlainDate | null): string {
  if (untilOn === null || untilOn === FOREVER) return t('parts.since', { day: formatDate(fromOn) })
  return `${formatDate(fromOn)} – ${formatDate(untilOn)}`
}

/** "21,0 ha", "186 tấn"; a dash where nothing is said. */
export const amountWords = (value: number | null, measure: string) =>
  value === null ? '–' : `${formatNumber(value)} ${measure}`

/** In triệu đồng, as registers are read; a dash where nothing is said. */
export const million = (dong: number | null) =>
  dong === null ? '–' : formatNumber(Math.round(dong / 1e5) / 10)
