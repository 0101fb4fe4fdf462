import { Alliance, type BoardElection, type NewCongress } from '@hopluc/shared/alliances'
import {
  CommitteeWork,
  type DutyChange,
  DutyMeeting,
  EntityOptions,
  Inspection,
  type InspectionCancel,
  InspectionPage,
  type InspectionState,
  LeaderPage,
  type InspectionRecord,
  type NewDutyMeeting,
  type NewInspection,
  type NewLeader,
  Worklist,
} from '@hopluc/shared/committee-work'
import {
  LevelPage,
  type LevelState,
  Reminded,
  type Reminding,
  type RequirementChange,
} from '@hopluc/shared/committee-levels'
import {
  type ItemCommand,
  type NewProgramme,
  Programme,
  type ProgrammeIssue,
  type ProgrammeItems,
  ProgrammeOfYear,
} from '@hopluc/shared/programmes'
import { DecisionDraft, type DecisionProposal } from '@hopluc/shared/committees'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** Everything here stands under the organisation's key: one change makes names and states anew. */
const KEY = 'organisation'

export const workQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: [KEY, 'work', id, asOf ?? 'now'],
    queryFn: () => api.get(`/committees/${id}/work`, CommitteeWork, { asOf }),
  })

export const worklistQuery = (id: Id, seatId: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: [KEY, 'worklist', id, seatId, asOf ?? 'now'],
    queryFn: () => api.get(`/committees/${id}/seats/${seatId}/worklist`, Worklist, { asOf }),
  })

export interface InspectionWhere {
  committee?: Id | undefined
  unit?: Id | undefined
  state?: InspectionState | undefined
  year?: number | undefined
  cursor?: string | undefined
  asOf?: PlainDate | undefined
}

export const inspectionsQuery = (where: InspectionWhere) =>
  queryOptions({
    queryKey: [KEY, 'inspections', where],
    queryFn: () => api.get('/inspections', InspectionPage, { ...where }),
  })

export const inspectionQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: [KEY, 'inspection', id, asOf ?? 'now'],
    queryFn: () => api.get(`/inspections/${id}`, Inspection, { asOf }),
  })

export interface LevelWhere {
  under?: Id | undefined
  state?: LevelState | undefined
  cursor?: string | undefined
  limit?: number | undefined
  asOf?: PlainDate | undefined
}

export const levelsQuery = (where: LevelWhere) =>
  queryOptions({
    queryKey: [KEY, 'levels', where],
    queryFn: () => api.get('/committees/levels', LevelPage, { ...where }),
  })

export const leadersQuery = (where: { under?: Id | undefined; asOf?: PlainDate | undefined }) =>
  queryOptions({
    queryKey: [KEY, 'leaders', where],
    queryFn: () => api.get('/leaders', LeaderPage, { ...where }),
  })

/** Cooperatives by name, for pickers. */
export const entitySearchQuery = (q: string) =>
  queryOptions({
    queryKey: [KEY, 'entities', q],
    queryFn: () => api.get('/duties/entities', EntityOptions, { q: q || undefined }),
    placeholderData: keepPreviousData,
  })
function useChange<Command, Answer>(send: (command: Command) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export const useAssign = (id: Id, seatId: Id) =>
  useChange((change: DutyChange) =>
    api.put(`/committees/${id}/seats/${seatId}/duties`, change, CommitteeWork),
  )
export const useAddLeader = () =>
  useChange((leader: NewLeader) => api.post('/leaders', leader, LeaderPage))
export const useEndLeader = (id: Id) =>
  useChange((end: { version: number; untilOn: PlainDate }) =>
    api.post(`/leaders/${id}/end`, end, LeaderPage),
  )
export const useMeet = (dutyId: Id) =>
  useChange((meeting: NewDutyMeeting) =>
    api.post(`/duties/${dutyId}/meetings`, meeting, DutyMeeting),
  )
export const useDraftDecision = (id: Id) =>
  useChange((proposal: DecisionProposal) =>
    api.post(`/committees/${id}/decision-drafts`, proposal, DecisionDraft),
  )
/** One that is known is changed, at its version. */
export const usePlanInspection = (id: Id, known?: { id: Id; version: number }) =>
  useChange((inspection: NewInspection) => {
    const { itemId: _item, ...change } = inspection
    return known
      ? api.patch(`/inspections/${known.id}`, { ...change, version: known.version }, Inspection)
      : api.post(`/committees/${id}/inspections`, inspection, Inspection)
  })
export const useRecordInspection = (id: Id) =>
  useChange((record: InspectionRecord) => api.post(`/inspections/${id}/record`, record, Inspection))
export const useCancelInspection = (id: Id) =>
  useChange((cancel: InspectionCancel) => api.post(`/inspections/${id}/cancel`, cancel, Inspection))
export const useGiveRemedy = (id: Id) =>
  useChange(({ remedyId, version }: { remedyId: Id; version: number }) =>
    api.post(`/inspections/${id}/remedies/${remedyId}/task`, { version }, Inspection),
  )
export const useRequire = (id: Id) =>
  useChange((change: RequirementChange) =>
    api.put(`/committees/${id}/requirement`, change, LevelPage),
  )
export const useRemind = (id: Id) =>
  useChange((input: Reminding) => api.post(`/committees/${id}/reminders`, input, Reminded))

export const programmeQuery = (id: Id, year?: number, asOf?: PlainDate) =>
  queryOptions({
    queryKey: [KEY, 'programme', id, year ?? 'now', asOf ?? 'now'],
    queryFn: () => api.get(`/committees/${id}/programme`, ProgrammeOfYear, { year, asOf }),
  })
export const useDrawUp = (id: Id) =>
  useChange((input: NewProgramme) => api.post(`/committees/${id}/programmes`, input, Programme))
export const useProgrammeItems = (id: Id) =>
  useChange((input: ProgrammeItems) => api.put(`/programmes/${id}/items`, input, Programme))
export const useIssueProgramme = (id: Id) =>
  useChange((input: ProgrammeIssue) => api.post(`/programmes/${id}/issue`, input, Programme))
export const useMakeItem = (id: Id, itemId: Id) =>
  useChange((command: ItemCommand) =>
    api.post(`/programmes/${id}/items/${itemId}/deeds`, command, Programme),
  )

export const allianceQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: [KEY, 'alliance', id, asOf ?? 'now'],
    queryFn: () => api.get(`/alliances/${id}`, Alliance, { asOf }),
  })
/** One that is known is put right, at its version; otherwise it is recorded. */
export const useKeepCongress = (id: Id, known?: { id: Id; version: number }) =>
  useChange((congress: NewCongress) =>
    known
      ? api.patch(
          `/alliances/${id}/congresses/${known.id}`,
          { ...congress, version: known.version },
          Alliance,
        )
      : api.post(`/alliances/${id}/congresses`, congress, Alliance),
  )
export const useElect = (id: Id) =>
  useChange((election: BoardElection) => api.post(`/alliances/${id}/boards`, election, Alliance))
