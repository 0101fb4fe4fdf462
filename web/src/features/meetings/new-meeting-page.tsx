import './meetings.css'
import { useNavigate } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { useDraft } from '../../lib/draft.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { DraftNotice, Notice } from '../../ui/states.tsx'
import { newId } from '../../lib/new-id.ts'
import { useSession } from '../session/queries.ts'
import { AgenciesPicker } from '../tasks/agency-picker.tsx'
import { AgendaEditor, MeetingFields } from './meeting-fields.tsx'
import { factsOf, freshPlan, Plan } from './plan.ts'
import { usePlanMeeting } from './queries.ts'

/** Plans a meeting; what is typed is kept on this machine until it is sent. */
export function NewMeetingPage() {
  const { today } = useSession()
  const navigate = useNavigate()
  const draft = useDraft('meetings.new', Plan, freshPlan())
  const { mutate, isPending, error } = usePlanMeeting()
  const { value: plan, set } = draft
  const save = () =>
    mutate(
      {
        ...factsOf(plan),
        invited: plan.invited.map(({ value, label }) => ({
          agencyId: value,
          name: label,
          title: null,
        })),
        key: plan.key,
      },
      {
        onSuccess: ({ id }) => {
          draft.drop()
          void navigate({ to: '/meetings/$id', params: { id } })
        },
        // Refused, nothing was recorded under this key: the next try is another one.
        onError: () => set({ ...plan, key: newId() }),
      },
    )
  return (
    <Page
      title={t('meetings.new')}
      crumbs={[{ label: t('meetings.title'), to: '/meetings' }, { label: t('meetings.new') }]}
    >
      {draft.restoredAt !== null && (
        <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
      )}
      <Form onSubmit={save} error={error} label={t('meetings.new')}>
        <MeetingFields plan={plan} set={set} />
        <AgenciesPicker
          label={t('meetings.form.invited')}
          chosen={plan.invited}
          onChange={(invited) =>
            set({ ...plan, invited: invited.map(({ value, label }) => ({ value, label })) })
          }
        />
        <AgendaEditor plan={plan} set={set} />
        {error && <Notice kind="error">{sentence(error)}</Notice>}
        <FormActions>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('meetings.form.save')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}
