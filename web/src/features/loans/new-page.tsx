import './loans.css'
import type { LoanChoices, LoanFund, NewLoan } from '@hopluc/shared/loans'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { entitySearchQuery } from '../registry/queries.ts'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { MoneyField } from './money-field.tsx'
import { choicesQuery, scheduleQuery, useRequest } from './queries.ts'
import { ScheduleTable } from './schedule-table.tsx'
import { TermsFields } from './terms-fields.tsx'
import { dong, rateWords } from './words.tsx'

/** A cooperative asks for itself; an officer also says for whom. */
export function NewLoanPage() {
  const { data: choices, error, refetch } = useQuery(choicesQuery)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!choices) return <PageSkeleton />
  return (
    <Page title={t('loans.request')} crumbs={[{ label: t('loans.title'), to: '/loans' }]}>
      {choices.funds.some(({ isEnded }) => !isEnded) ? (
        <RequestForm choices={choices} />
      ) : (
        <EmptyState>{t('loans.funds.none')}</EmptyState>
      )}
    </Page>
  )
}

const METHOD: NewLoan['method'] = 'equal'
const EMPTY = {
  entityId: null,
  purpose: '',
  projectTotal: null,
  ownCapital: null,
  amount: null,
  collateral: '',
}
interface Typed {
  entityId: string | null
  purpose: string
  projectTotal: number | null
  ownCapital: number | null
  amount: number | null
  collateral: string
}

function RequestForm({ choices }: { choices: LoanChoices }) {
  const funds = choices.funds.filter(({ isEnded }) => !isEnded)
  const { today } = useSession()
  const navigate = useNavigate()
  const once = useOnce()
  const request = useRequest()
  const [id] = useState(newId)
  const [fundId, setFund] = useState(funds.length === 1 ? (funds[0]?.id ?? null) : null)
  const [typed, setTyped] = useState<Typed>(EMPTY)
  const [terms, setTerms] = useState({ months: 36, everyMonths: 3, graceMonths: 0, method: METHOD })
  const [isTried, setTried] = useState(false)
  const fund = funds.find((one) => one.id === fundId)
  const body = bodyOf(id, fundId, typed, terms, choices.isCooperative)
  const set = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }))
  const missing = (isThere: boolean) => (isTried && !isThere ? t('loans.required') : undefined)
  const { amount } = typed
  const { data: schedule } = useQuery(
    scheduleQuery(fundId && amount ? { ...terms, fund: fundId, amount, from: today } : null),
  )
  const save = () => {
    setTried(true)
    if (!body || !once.begin()) return
    request.mutate(body, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t('loans.request.done'))
        void navigate({ to: '/loans/$id', params: { id } })
      },
    })
  }
  return (
    <div className="loans-form">
      {request.error && <Notice kind="error">{sentence(request.error)}</Notice>}
      <Form onSubmit={save} error={request.error} label={t('loans.request')}>
        <Select
          label={t('loans.fund')}
          name="fundId"
          value={fundId}
          onChange={setFund}
          options={funds.map((one) => ({ value: one.id, label: one.name }))}
          error={missing(fundId !== null)}
          isRequired
        />
        {fund && <p className="muted small">{limitWords(fund)}</p>}
        {!choices.isCooperative && (
          <EntityField
            value={typed.entityId}
            onChange={(entityId) => set({ entityId })}
            error={missing(typed.entityId !== null)}
          />
        )}
        <TextArea
          label={t('loans.purpose')}
          hint={t('loans.purpose.hint')}
          name="purpose"
          rows={3}
          value={typed.purpose}
          onChange={(purpose) => set({ purpose })}
          error={missing(typed.purpose.trim() !== '')}
          isRequired
        />
        <FormRow>
          <MoneyField
            label={t('loans.projectTotal')}
            name="projectTotal"
            value={typed.projectTotal}
            onChange={(projectTotal) => set({ projectTotal })}
            error={missing(Boolean(typed.projectTotal))}
            isRequired
          />
          <MoneyField
            label={t('loans.ownCapital')}
            name="ownCapital"
            value={typed.ownCapital}
            onChange={(ownCapital) => set({ ownCapital })}
            error={missing(typed.ownCapital !== null)}
            isRequired
          />
          <MoneyField
            label={t('loans.amount')}
            name="amount"
            value={typed.amount}
            onChange={(next) => set({ amount: next })}
            error={missing(Boolean(typed.amount))}
            isRequired
          />
        </FormRow>
        <TermsFields
          value={{ ...terms, yearlyRate: fund?.yearlyRate ?? 0 }}
          onChange={({ yearlyRate: _rate, ...next }) =>
            setTerms((before) => ({ ...before, ...next }))
          }
          hasRate={false}
        />
        <TextArea
          label={t('loans.collateral')}
          name="collateral"
          rows={2}
          value={typed.collateral}
          onChange={(collateral) => set({ collateral })}
        />
        <FormActions>
          <Button type="submit" kind="primary" isPending={request.isPending}>
            {t('loans.send')}
          </Button>
        </FormActions>
      </Form>
      {schedule && (
        <Section title={t('loans.schedule.expected')}>
          <ScheduleTable dues={schedule.dues} today={today} />
        </Section>
      )}
    </div>
  )
}

function bodyOf(
  id: string,
  fundId: string | null,
  typed: Typed,
  terms: Pick<NewLoan, 'months' | 'everyMonths' | 'graceMonths' | 'method'>,
  isCooperative: boolean,
): NewLoan | undefined {
  const { entityId, projectTotal, ownCapital, amount } = typed
  const purpose = typed.purpose.trim()
  if (!fundId || !purpose || !projectTotal || ownCapital === null || !amount) return undefined
  if (!isCooperative && entityId === null) return undefined
  const collateral = typed.collateral.trim() || null
  const said = { purpose, projectTotal, ownCapital, amount, collateral, requestedOn: null }
  return { id, fundId, entityId: isCooperative ? null : entityId, ...said, ...terms }
}

function limitWords(fund: LoanFund): string {
  const { ownPercent, maxAmount, maxMonths, yearlyRate } = fund
  return [
    rateWords(yearlyRate),
    t('loans.limit.own', { percent: ownPercent }),
    ...(maxAmount === null ? [] : [t('loans.limit.amount', { amount: dong(maxAmount) })]),
    ...(maxMonths === null ? [] : [t('loans.limit.months', { count: maxMonths })]),
  ].join(' · ')
}

interface EntityFieldProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly error: string | undefined
}

function EntityField({ value, onChange, error }: EntityFieldProps) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  return (
    <ComboBox
      label={t('loans.entity')}
      name="entityId"
      value={value}
      onChange={onChange}
      options={(data?.items ?? []).map(({ id, name, unit }) => ({
        value: id,
        label: name,
        note: unitWords(unit),
      }))}
      onSearch={setWords}
      isSearching={isFetching}
      error={error}
      isRequired
    />
  )
}
