import { DataRequestKind, Email, IdentifiedBy, Phone } from '@hopluc/shared/personal-data'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountQuery, accountSearchQuery } from '../accounts/queries.ts'
import { useSession } from '../session/queries.ts'
import { useRegister } from './queries.ts'

const BY_HAND = IdentifiedBy.options.filter((way) => way !== 'signed_in')

/** For oneself what is asked suffices; the administrator also says who asks and how they are known. */
export function NewRequestDialog({ mayKeep, onClose }: { mayKeep: boolean; onClose: () => void }) {
  const { account: me, today } = useSession()
  const navigate = useNavigate()
  const [kind, setKind] = useState<DataRequestKind>('access')
  const [subjectId, setSubjectId] = useState<Id | null>(null)
  const [subjectName, setSubjectName] = useState('')
  const [askerName, setAskerName] = useState('')
  const [phone, setPhone] = useState('')
  const [email, setEmail] = useState('')
  const [identifiedBy, setIdentifiedBy] = useState<IdentifiedBy>('paper')
  const [identityNote, setIdentityNote] = useState('')
  const [text, setText] = useState('')
  const [receivedOn, setReceivedOn] = useState<string | null>(today)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useRegister()
  const chosen = useQuery({ ...accountQuery(subjectId ?? ''), enabled: subjectId !== null })
  const name = chosen.data?.name ?? subjectName
  const missing = (value: string | null) =>
    isTried && !value?.trim() ? t('personal.request.required') : undefined
  const isPhoneWrong = phone.trim() !== '' && !Phone.safeParse(phone).success
  const isEmailWrong = email.trim() !== '' && !Email.safeParse(email).success
  const isWhole = mayKeep
    ? [name, identityNote, text, receivedOn].every((one) => one?.trim()) &&
      !isPhoneWrong &&
      !isEmailWrong
    : text.trim() !== ''
  const send = () => {
    setTried(true)
    if (!isWhole) return
    const who = mayKeep
      ? {
          subjectId,
          subjectName: name,
          askerName: askerName.trim() || null,
          askerPhone: phone.trim() || null,
          askerEmail: email.trim() || null,
          identifiedBy,
          identityNote,
          receivedOn: receivedOn ?? today,
        }
      : {
          subjectId: me.id,
          subjectName: me.name,
          askerName: null,
          askerPhone: null,
          askerEmail: null,
          identifiedBy: 'signed_in' as const,
          identityNote: t('personal.request.by.signed_in'),
          receivedOn: today,
        }
    mutate(
      { ...who, kind, text },
      {
        onSuccess: ({ id }) => {
          toast(t('personal.request.made'))
          void navigate({ to: '/personal-data/requests/$id', params: { id } })
        },
      },
    )
  }
  const title = t(mayKeep ? 'personal.request.new' : 'personal.request.own')
  return (
    <Dialog title={title} isOpen shape={mayKeep ? 'wide' : 'dialog'} onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={send} error={error} label={title}>
        <FormRow>
          <Select
            label={t('personal.request.kind')}
            options={DataRequestKind.options.map((value) => ({
              value,
              label: t(`personal.request.kind.${value}`),
            }))}
            value={kind}
            onChange={setKind}
          />
          {mayKeep && (
            <DateField
              label={t('personal.request.receivedOn')}
              value={receivedOn}
              onChange={setReceivedOn}
              error={missing(receivedOn)}
            />
          )}
        </FormRow>
        {mayKeep && (
          <>
            <FormRow>
              <Person value={subjectId} name={chosen.data?.name} onChange={setSubjectId} />
              {subjectId === null && (
                <TextField
                  label={t('personal.request.name')}
                  name="subjectName"
                  autoComplete="off"
                  value={subjectName}
                  onChange={setSubjectName}
                  error={missing(name)}
                />
              )}
            </FormRow>
            <FormRow>
              <Select
                label={t('personal.request.identifiedBy')}
                options={BY_HAND.map((value) => ({
                  value,
                  label: t(`personal.request.by.${value}`),
                }))}
                value={identifiedBy}
                onChange={setIdentifiedBy}
              />
              <TextField
                label={t('personal.request.identityNote')}
                hint={t('personal.request.identityNote.hint')}
                name="identityNote"
                value={identityNote}
                onChange={setIdentityNote}
                error={missing(identityNote)}
              />
            </FormRow>
            <TextField
              label={t('personal.request.asker')}
              hint={t('personal.request.asker.hint')}
              name="askerName"
              autoComplete="off"
              value={askerName}
              onChange={setAskerName}
            />
            <FormRow>
              <TextField
                label={t('personal.request.phone')}
                name="askerPhone"
                type="tel"
                autoComplete="off"
                value={phone}
                onChange={setPhone}
                error={isTried && isPhoneWrong ? t('personal.contact.wrongPhone') : undefined}
              />
              <TextField
                label={t('personal.request.email')}
                name="askerEmail"
                type="email"
                autoComplete="off"
                value={email}
                onChange={setEmail}
                error={isTried && isEmailWrong ? t('personal.contact.wrongEmail') : undefined}
              />
            </FormRow>
          </>
        )}
        <TextArea
          label={t('personal.request.text')}
          name="text"
          value={text}
          onChange={setText}
          error={missing(text)}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function Person(props: {
  value: Id | null
  name: string | undefined
  onChange: (id: Id | null) => void
}) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(accountSearchQuery(words))
  return (
    <ComboBox
      label={t('personal.request.account')}
      hint={t('personal.request.account.hint')}
      value={props.value}
      valueLabel={props.name}
      onChange={props.onChange}
      options={(data?.items ?? []).map(({ id, name, username }) => ({
        value: id,
        label: name,
        note: username,
      }))}
      onSearch={setWords}
      isSearching={isFetching}
    />
  )
}
