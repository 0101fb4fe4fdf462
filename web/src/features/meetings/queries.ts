import {
  type AttendeesChange,
  type MeetingChange,
  MeetingDraftMade,
  MeetingPage,
  MeetingRecord,
  type MeetingStep,
  type NewMeeting,
} from '@hopluc/shared/meetings'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { api } from '../../lib/api.ts'
import type { MeetingSearch } from './search.ts'

export const meetingListQuery = ({
  when = 'upcoming',
  ...search
}: MeetingSearch & { asOf?: PlainDate | undefined; limit?: number }) =>
  queryOptions({
    queryKey: ['meetings', 'list', when, search],
    queryFn: () =>
      api.get('/meetings', MeetingPage, { ...search, when: when === 'all' ? undefined : when }),
    placeholderData: keepPreviousData,
  })

export const meetingQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: ['meetings', 'one', id, asOf],
    queryFn: () => api.get(`/meetings/${id}`, MeetingRecord, { asOf }),
  })

type Plan = z.input<typeof NewMeeting>

export function usePlanMeeting() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...meeting }: Plan & { key: string }) =>
      api.post('/meetings', meeting, MeetingRecord, { key }),
    onSuccess: (meeting) => {
      queries.setQueryData(meetingQuery(meeting.id).queryKey, meeting)
      return queries.invalidateQueries({ queryKey: ['meetings', 'list'] })
    },
  })
}

/** What is done to one meeting; the answer is the meeting as it stands then. */
export type MeetingDeed =
  | { deed: 'change'; command: MeetingChange }
  | { deed: 'attend'; command: AttendeesChange }
  | { deed: 'step'; command: MeetingStep }

function send(id: Id, { deed, command }: MeetingDeed): Promise<MeetingRecord> {
  const path = `/meetings/${id}`
  if (deed === 'change') return api.patch(path, command, MeetingRecord)
  if (deed === 'attend') return api.put(`${path}/attendees`, command, MeetingRecord)
  return api.post(`${path}/steps`, command, MeetingRecord)
}

export function useMeetingDeed(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (deed: MeetingDeed) => send(id, deed),
    onSuccess: (meeting) => {
      queries.setQueryData(meetingQuery(id).queryKey, meeting)
      return queries.invalidateQueries({ queryKey: ['meetings', 'list'] })
    },
  })
}

/** A draft of the register from the meeting. */
export function useDraftPaper(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: { paper: 'invitation' | 'minutes'; version: number }) =>
      api.post(`/meetings/${id}/drafts`, draft, MeetingDraftMade),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['meetings'] }),
  })
}
