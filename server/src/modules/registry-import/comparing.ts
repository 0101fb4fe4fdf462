import { statusWordsOf } from '@hopluc/shared/entity-words'
import type { ImportField } from '@hopluc/shared/entity-import'
import { EntityAttribute, type EntityAttributes } from '@hopluc/shared/entities'
import { isDeepStrictEqual } from 'node:util'
import { FIELDS, isFigure } from './columns.ts'
import { eventOf } from './founding.ts'
import type { Listed } from './listed.ts'
import type { LineSettings, Planned, Tell } from './planned.ts'
import { said } from './said.ts'
import type { Known } from './store.ts'
import { stepTo } from './words.ts'

interface Beside {
  state: Known
  isPlaced: boolean
  settings: LineSettings
  tell: Tell
}

const words = (day: string) => day.split('-').toReversed().join('/')

/** A line beside what the register says on its day; an empty cell says nothing. */
export function compare(planned: Planned, listed: Listed, beside: Beside): void {
  const { state, settings, tell } = beside
  if (!state.isKept) {
    tell(listed.attributes.code ? 'code' : 'name', true, {
      vi: 'Đơn vị này do địa phương khác quản lý danh sách. Bỏ dòng này hoặc chuyển cho địa phương đó.',
      en: 'It is kept by another authority. Leave the line out or pass it on.',
    })
    return
  }
  const before = state.attributes
  if (!before) {
    tell('fromOn', true, {
      vi: `Danh sách chỉ có thông tin về đơn vị này từ ngày ${words(state.beginsOn ?? planned.fromOn)}. Hãy chọn ngày của danh sách từ ngày đó.`,
      en: `The register describes it from ${words(state.beginsOn ?? planned.fromOn)} on. Choose a later day.`,
    })
    return
  }
  planned.name ||= before.name
  planned.code ??= before.code
  planned.unitId ??= state.unitId
  planned.kind = before.kind
  planned.attributes = settings.source === 'national' ? listed.attributes : {}
  if (Object.hasOwn(listed.attributes, 'kind') && listed.attributes.kind !== before.kind)
    tell('kind', true, {
      vi: `Loại hình khác danh sách (${said('kind', before.kind, settings.commodities)}). Chuyển đổi loại hình phải ghi bằng sự kiện pháp lý.`,
      en: 'The kind is otherwise in the register. Record the conversion as a legal event.',
    })
  else attributes(planned, listed.attributes, before, settings)
  place(planned, listed, beside)
  status(planned, listed, state, tell)
  figures(planned, listed, state, settings)
  const isSameYear =
    listed.foundedOn?.endsWith('-01-01') === true &&
    state.foundedOn?.startsWith(listed.foundedOn.slice(0, 4)) === true
  if (listed.foundedOn && state.foundedOn && listed.foundedOn !== state.foundedOn && !isSameYear)
    tell('foundedOn', false, {
      vi: `Ngày thành lập khác danh sách (${words(state.foundedOn)}): giữ nguyên danh sách. Nếu danh sách sai, hãy sửa sự kiện ở hồ sơ.`,
      en: `The register says ${words(state.foundedOn)}, which stays. Mend the event if it is wrong.`,
    })
  planned.action = planned.changes.length > 0 ? 'change' : 'same'
}

function attributes(
  planned: Planned,
  given: Partial<EntityAttributes>,
  before: EntityAttributes,
  { commodities, source }: LineSettings,
): void {
  for (const name of EntityAttribute.options) {
    const value = given[name]
    if (value === undefined || isDeepStrictEqual(value, before[name])) continue
    planned.changes.push({
      field: name,
      before: said(name, before[name], commodities),
      after: said(name, value, commodities),
    })
    if (source !== 'national') Object.assign(planned.attributes, { [name]: value })
  }
}

function place(planned: Planned, listed: Listed, { state, isPlaced, settings }: Beside): void {
  const unitId = isPlaced ? planned.unitId : state.unitId
  if (!unitId || !state.unitId) return
  const { address, lat, lon } = listed.place
  const now = {
    unitId,
    address: address ?? state.address,
    lat: lat ?? state.lat,
    lon: lon ?? state.lon,
  }
  const was = { unitId: state.unitId, address: state.address, lat: state.lat, lon: state.lon }
  if (isDeepStrictEqual(now, was)) return
  planned.place = now
  const tellChange = (field: ImportField, before: unknown, after: unknown) => {
    if (before === after) return
    const words = (value: unknown) => said(field, value, settings.commodities)
    planned.changes.push({ field, before: words(before), after: words(after) })
  }
  const nameOf = (id: string) => settings.places.nameOf(id, planned.fromOn)
  tellChange('commune', nameOf(was.unitId), nameOf(now.unitId))
  tellChange('address', was.address, now.address)
  tellChange('lat', was.lat, now.lat)
  tellChange('lon', was.lon, now.lon)
}

function status(planned: Planned, listed: Listed, state: Known, tell: Tell): void {
  if (!listed.status || listed.status.value === state.status) return
  const { value, on, decisionNo } = listed.status
  const step = stepTo(value, state.status)
  if (!step) {
    tell('status', true, {
      vi: `Không nhập được tình trạng này khi danh sách ghi "${state.status ? statusWordsOf('cooperative', state.status).vi : 'chưa rõ'}". Hãy ghi sự kiện pháp lý ở hồ sơ.`,
      en: 'That status does not follow from the register’s. Record a legal event instead.',
    })
    return
  }
  if (on === null)
    tell('status', false, {
      vi: `Không ghi ngày có tình trạng này: lấy ngày của danh sách ${words(planned.fromOn)}.`,
      en: `Since when is not said: the day of the list, ${words(planned.fromOn)}, is taken.`,
    })
  const kind = planned.kind ?? 'cooperative'
  planned.events = [eventOf(step, on ?? planned.fromOn, { decisionNo })]
  planned.changes.push({
    field: 'status',
    before: state.status && statusWordsOf(kind, state.status).vi,
    after: statusWordsOf(kind, value).vi,
  })
}

function figures(
  planned: Planned,
  listed: Listed,
  state: Known,
  { commodities }: LineSettings,
): void {
  planned.figures = {}
  for (const field of FIELDS) {
    if (!isFigure(field)) continue
    const value = listed.figures[field]
    const before = state.figures[field] ?? null
    if (value === undefined || value === before) continue
    planned.figures[field] = value
    planned.changes.push({
      field,
      before: said(field, before, commodities),
      after: said(field, value, commodities),
    })
  }
}
