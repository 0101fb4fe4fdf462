import type { EntityEventKind, NewEntityEvent } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import type { Listed } from './listed.ts'
import type { FoundPlace } from './places.ts'
import type { LineSettings, Planned, Tell } from './planned.ts'
import { stepTo } from './words.ts'

interface Around {
  place: FoundPlace
  settings: LineSettings
  tell: Tell
}

const words = (day: PlainDate) => day.split('-').toReversed().join('/')

/** A step as the list says it. */
export function eventOf(
  kind: EntityEventKind,
  onDay: PlainDate,
  more: Partial<NewEntityEvent> = {},
): NewEntityEvent {
  return {
    kind,
    onDay,
    untilOn: null,
    details: {},
    decidedBy: null,
    decisionNo: null,
    decidedOn: null,
    documentId: null,
    note: null,
    otherIds: [],
    ...more,
  }
}

/** One that the register does not have: what has to be said of it, and how its life begins. */
export function foundingOf(
  planned: Planned,
  listed: Listed,
  { place, settings, tell }: Around,
): void {
  const { attributes, certificate, status, foundedOn } = listed
  const kind = attributes.kind ?? listed.kindByName
  const { fromOn } = planned
  if (!attributes.name)
    tell('name', true, { vi: 'Thiếu tên HTX, THT.', en: 'The name is missing.' })
  if (!kind)
    tell('kind', true, {
      vi: 'Thiếu loại hình. Ghi Hợp tác xã, Tổ hợp tác, Liên hiệp hợp tác xã hoặc Quỹ tín dụng nhân dân.',
      en: 'The kind is missing: cooperative, group, union or credit fund.',
    })
  if (
    place.unitId === undefined &&
    !listed.issues.some(({ field }) => field === 'commune' || field === 'communeCode')
  )
    tell('commune', true, place.error ?? { vi: 'Thiếu xã, phường.', en: 'The commune is missing.' })
  const turns = place.unitId === undefined ? [] : settings.places.from(place.unitId, fromOn)
  if (turns === null)
    tell('commune', true, {
      vi: 'Đơn vị này đã được chia về nhiều đơn vị. Hãy ghi xã, phường hiện nay và ngày của danh sách từ ngày sắp xếp.',
      en: 'That unit was divided among several. Name the present one, from the day of the act on.',
    })
  const isBegun = status?.value === 'founding'
  if (!isBegun && foundedOn === null && !listed.issues.some(({ field }) => field === 'foundedOn'))
    tell('foundedOn', true, {
      vi: 'Thiếu ngày thành lập (ngày được cấp giấy chứng nhận). Chỉ biết năm thì ghi năm.',
      en: 'The day of founding is missing; a year will do.',
    })
  if (foundedOn !== null && foundedOn > fromOn)
    tell('foundedOn', true, {
      vi: `Ngày thành lập ${words(foundedOn)} sau ngày của danh sách (${words(fromOn)}).`,
      en: `It was founded on ${words(foundedOn)}, after the day of the list (${words(fromOn)}).`,
    })
  planned.kind = kind
  planned.turns = turns ?? []
  planned.place = {
    unitId: place.unitId ?? '',
    address: listed.place.address,
    lat: listed.place.lat,
    lon: listed.place.lon,
  }
  if (isBegun) planned.events = [eventOf('founders_found', status?.on ?? fromOn)]
  else if (foundedOn !== null)
    planned.events = [
      eventOf('registered', foundedOn, {
        decisionNo: certificate.no,
        decidedOn: certificate.on,
        decidedBy: certificate.by,
      }),
    ]
  if (status && !isBegun) addStatus(planned, listed, status, tell)
  planned.action = 'create'
}

function addStatus(
  planned: Planned,
  { foundedOn }: Listed,
  status: NonNullable<Listed['status']>,
  tell: Tell,
): void {
  const step = stepTo(status.value, null)
  if (!step) return
  const on = status.on ?? planned.fromOn
  if (status.on === null)
    tell('status', false, {
      vi: `Không ghi ngày có tình trạng này: lấy ngày của danh sách ${words(on)}.`,
      en: `Since when is not said: the day of the list, ${words(on)}, is taken.`,
    })
  if (foundedOn !== null && on < foundedOn)
    tell('statusOn', true, {
      vi: `Ngày có tình trạng ${words(on)} trước ngày thành lập ${words(foundedOn)}.`,
      en: `${words(on)} comes before the founding on ${words(foundedOn)}.`,
    })
  planned.events.push(eventOf(step, on, { decisionNo: status.decisionNo }))
}
