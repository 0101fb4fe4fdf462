import { useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { toast } from '../../../ui/toast.tsx'
import { sentence } from '../../../lib/api-error.ts'
import { type AgencyGroup, agencyGroupQuery, agencyQuery } from '../agency-queries.ts'
import { AgenciesPicker, agencyOption, type ChosenAgency } from '../agency-picker.tsx'
import type { GiveFieldsProps } from './give-fields.tsx'

/** Who leads, who helps. Several leads make a copy each; equals are asked, not ordered. */
export function WhoFields({ draft, set, faults, isEdit }: GiveFieldsProps & { isEdit?: boolean }) {
  const { leads, cos } = draft
  return (
    <Section
      title={t('tasks.facts')}
      note={leads.length > 1 ? t('tasks.give.copies', { count: leads.length }) : undefined}
    >
      <div className="form">
        <AgenciesPicker
          label={t('tasks.give.leads')}
          chosen={leads}
          onChange={(next) => set({ leads: isEdit ? next.slice(-1) : [...next] })}
          isRequired
          name="leadIds"
          error={faults.leads && t('tasks.fault.leads')}
          hint={isEdit ? undefined : t('tasks.give.leads.hint')}
        />
        {!isEdit && <Groups draft={draft} set={set} />}
        <Manners leads={leads} />
        <AgenciesPicker
          label={t('tasks.give.cos')}
          chosen={cos}
          onChange={(next) => set({ cos: [...next] })}
          name="coIds"
        />
      </div>
    </Section>
  )
}

const GROUPS: readonly AgencyGroup[] = ['communes', 'departments']

/** "Tất cả xã, phường của địa bàn": many bodies by the name that documents use. */
function Groups({ draft, set }: Pick<GiveFieldsProps, 'draft' | 'set'>) {
  const queries = useQueryClient()
  const { data: issuer } = useQuery(agencyQuery(draft.issuerId))
  const add = async (group: AgencyGroup) => {
    if (!issuer) return
    try {
      const bodies = await queries.fetchQuery(agencyGroupQuery(issuer.unit.id, group))
      const known = new Set(draft.leads.map(({ value }) => value))
      const added = bodies
        .filter(({ id, manner }) => !known.has(id) && manner !== 'never')
        .map((body): ChosenAgency => {
          const { value, label, note } = agencyOption(body)
          return { value, label, note }
        })
      set({ leads: [...draft.leads, ...added] })
      toast(t('tasks.give.added', { count: added.length }))
    } catch (error) {
      toast(sentence(error), { kind: 'late' })
    }
  }
  return (
    <p className="tasks-groups">
      {GROUPS.map((group) => (
        <Button
          key={group}
          kind="quiet"
          isSmall
          isDisabled={!issuer}
          onPress={() => void add(group)}
        >
          {t(`tasks.give.group.${group}`)}
        </Button>
      ))}
      {draft.leads.length > 1 && (
        <Button kind="quiet" isSmall onPress={() => set({ leads: [] })}>
          {t('tasks.give.group.clear')}
        </Button>
      )}
    </p>
  )
}

/** Which of the chosen are asked: other words in the notice, out of every rate. */
function Manners({ leads }: { leads: readonly ChosenAgency[] }) {
  const word = t('tasks.manner.request')
  const asked = leads.filter(({ note }) => note?.includes(word))
  if (asked.length === 0) return null
  return (
    <p className="small muted">
      {t('tasks.give.asked', { names: asked.map(({ label }) => label).join(', ') })}
    </p>
  )
}
