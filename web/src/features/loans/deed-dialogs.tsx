import type { LoanAction, LoanTerms } from '@hopluc/shared/loans'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { useSession } from '../session/queries.ts'
import { DeedDialog, type DialogProps, missing } from './deed-dialog.tsx'
import { MoneyField } from './money-field.tsx'
import { scheduleQuery } from './queries.ts'
import { TermsFields } from './terms-fields.tsx'
import { dong } from './words.tsx'

/** The dialog of a deed. */
export function DeedDialogFor({ action, ...props }: DialogProps & { action: LoanAction }) {
  switch (action) {
    case 'approve':
      return <ApproveDialog {...props} />
    case 'disburse':
      return <MoneyDialog {...props} action={action} />
    case 'repay':
      return <MoneyDialog {...props} action={action} />
    case 'restructure':
      return <RestructureDialog {...props} />
    default:
      return <ReasonDialog {...props} action={action} />
  }
}

function ApproveDialog({ one, onClose }: DialogProps) {
  const { today } = useSession()
  const [amount, setAmount] = useState<number | null>(one.asked)
  const [terms, setTerms] = useState<LoanTerms>(one.terms)
  const [paper, setPaper] = useState('')
  const [on, setOn] = useState<string | null>(today)
  const { data } = useQuery(
    scheduleQuery(amount ? { ...scheduleOf(terms), fund: one.fund.id, amount, from: today } : null),
  )
  return (
    <DeedDialog
      one={one}
      onClose={onClose}
      action="approve"
      deed={() =>
        amount && paper.trim() && on
          ? { action: 'approve', version: one.version, amount, terms, paper: paper.trim(), on }
          : undefined
      }
    >
      {(isTried) => (
        <>
          <MoneyField
            label={t('loans.approved')}
            name="amount"
            value={amount}
            onChange={setAmount}
            error={missing(isTried, Boolean(amount))}
            isRequired
          />
          <TermsFields
            value={terms}
            onChange={(next) => setTerms((before) => ({ ...before, ...next }))}
            hasRate
          />
          {data && (
            <p className="muted small">
              {t('loans.schedule.sums', { count: data.dues.length, interest: dong(data.interest) })}
            </p>
          )}
          <PaperFields paper={paper} setPaper={setPaper} on={on} setOn={setOn} isTried={isTried} />
        </>
      )}
    </DeedDialog>
  )
}

const scheduleOf = ({ yearlyRate, ...terms }: LoanTerms) => ({ ...terms, rate: yearlyRate })

function PaperFields(props: {
  paper: string
  setPaper: (next: string) => void
  on: string | null
  setOn: (next: string | null) => void
  isTried: boolean
}) {
  const { today } = useSession()
  return (
    <FormRow>
      <TextField
        label={t('loans.paper.decision')}
        name="paper"
        value={props.paper}
        onChange={props.setPaper}
        error={missing(props.isTried, props.paper.trim() !== '')}
        isRequired
      />
      <DatePicker
        label={t('loans.on')}
        name="on"
        value={props.on}
        onChange={props.setOn}
        max={today}
        isRequired
      />
    </FormRow>
  )
}

/** A tranche, or a payment: its id is made with the dialog, so that sent twice it counts once. */
function MoneyDialog({ one, onClose, action }: DialogProps & { action: 'disburse' | 'repay' }) {
  const { today } = useSession()
  const isTranche = action === 'disburse'
  const now = one.overduePrincipal + one.overdueInterest
  const [id] = useState(newId)
  const [amount, setAmount] = useState<number | null>(
    isTranche ? (one.approved ?? 0) - one.disbursed : now || null,
  )
  const [on, setOn] = useState<string | null>(today)
  const [paper, setPaper] = useState('')
  const [contract, setContract] = useState('')
  const lacksContract = isTranche && one.contract === null
  return (
    <DeedDialog
      one={one}
      onClose={onClose}
      action={action}
      deed={() => {
        const words = paper.trim()
        if (!amount || !on || (!isTranche && !words)) return undefined
        const said = { version: one.version, id, amount, on }
        return isTranche
          ? { ...said, action, paper: words || null, contract: contract.trim() || null }
          : { ...said, action: 'repay', paper: words }
      }}
    >
      {(isTried) => (
        <>
          {!isTranche && (
            <p className="muted small">
              {t('loans.repay.hint', { now: dong(now), payoff: dong(one.payoff) })}
            </p>
          )}
          <FormRow>
            <MoneyField
              label={t('loans.money')}
              name="amount"
              value={amount}
              onChange={setAmount}
              error={missing(isTried, Boolean(amount))}
              isRequired
            />
            <DatePicker
              label={t('loans.on')}
              name="on"
              value={on}
              onChange={setOn}
              max={today}
              isRequired
            />
          </FormRow>
          {lacksContract && (
            <>
              <TextField
                label={t('loans.contract')}
                name="contract"
                value={contract}
                onChange={setContract}
              />
              {contract.trim() === '' && (
                <Notice kind="warning">{t('loans.contract.warning')}</Notice>
              )}
            </>
          )}
          <TextField
            label={t('loans.paper.receipt')}
            name="paper"
            value={paper}
            onChange={setPaper}
            error={missing(isTried, isTranche || paper.trim() !== '')}
            isRequired={!isTranche}
          />
        </>
      )}
    </DeedDialog>
  )
}

function RestructureDialog({ one, onClose }: DialogProps) {
  const { today } = useSession()
  const [terms, setTerms] = useState<LoanTerms>(one.terms)
  const [paper, setPaper] = useState('')
  const [reason, setReason] = useState('')
  const [on, setOn] = useState<string | null>(today)
  return (
    <DeedDialog
      one={one}
      onClose={onClose}
      action="restructure"
      deed={() => {
        const said = { paper: paper.trim(), reason: reason.trim() }
        if (!said.paper || !said.reason || !on) return undefined
        return { action: 'restructure', version: one.version, terms, on, ...said }
      }}
    >
      {(isTried) => (
        <>
          <p className="muted small">{t('loans.restructure.hint')}</p>
          <TermsFields
            value={terms}
            onChange={(next) => setTerms((before) => ({ ...before, ...next }))}
            hasRate
          />
          <PaperFields paper={paper} setPaper={setPaper} on={on} setOn={setOn} isTried={isTried} />
          <TextArea
            label={t('loans.reason')}
            name="reason"
            value={reason}
            onChange={setReason}
            error={missing(isTried, reason.trim() !== '')}
            isRequired
          />
        </>
      )}
    </DeedDialog>
  )
}

/** Refused, withdrawn, or the last entry taken back. */
function ReasonDialog(props: DialogProps & { action: 'refuse' | 'withdraw' | 'reverse' }) {
  const { one, onClose, action } = props
  const [reason, setReason] = useState('')
  const last = one.events.findLast(
    (event) => !event.isReversed && ['disburse', 'repay'].includes(event.action),
  )
  const needs = action !== 'withdraw'
  return (
    <DeedDialog
      one={one}
      onClose={onClose}
      action={action}
      deed={() => {
        const words = reason.trim()
        const { version } = one
        if (action === 'withdraw') return { action, version, reason: words || null }
        if (!words) return undefined
        if (action === 'refuse') return { action, version, reason: words }
        return last && { action, version, seq: last.seq, reason: words }
      }}
    >
      {(isTried) => (
        <>
          {action === 'reverse' && last && (
            <p>
              {t('loans.reverse.what', {
                what: t(`loans.event.${last.action}`),
                amount: dong(last.amount ?? 0),
              })}
            </p>
          )}
          <TextArea
            label={t('loans.reason')}
            name="reason"
            value={reason}
            onChange={setReason}
            error={missing(isTried, !needs || reason.trim() !== '')}
            isRequired={needs}
          />
        </>
      )}
    </DeedDialog>
  )
}
