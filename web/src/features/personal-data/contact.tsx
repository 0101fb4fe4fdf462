import './personal-data.css'
import { Email, Phone } from '@hopluc/shared/personal-data'
import type { AccountContact } from '@hopluc/shared/personal-data'
import type { Id } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { DescriptionList } from '../../ui/marks.tsx'
import { MaskedText } from '../../ui/masked.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { contactQuery, useChangeContact } from './queries.ts'

/** How to reach somebody: masked for all but themselves. */
export function Contact({ accountId, name }: { accountId: Id; name: string }) {
  const { data: contact } = useSuspenseQuery(contactQuery(accountId))
  const [isOpen, setOpen] = useState(false)
  return (
    <Section
      title={t('personal.contact')}
      more={
        contact.mayChange && (
          <Button
            isSmall
            kind="quiet"
            aria-label={t('personal.contact.change')}
            onPress={() => setOpen(true)}
          >
            {t('personal.contact.edit')}
          </Button>
        )
      }
    >
      <DescriptionList
        items={[
          [
            t('personal.contact.phone'),
            <MaskedText
              key="phone"
              value={contact.phone}
              label={t('personal.contact.phoneOf', { name })}
            />,
          ],
          [
            t('personal.contact.email'),
            <MaskedText
              key="email"
              value={contact.email}
              label={t('personal.contact.emailOf', { name })}
            />,
          ],
        ]}
      />
      <p className="small soft personal-note">{t('personal.contact.note')}</p>
      {isOpen && (
        <ContactDialog accountId={accountId} contact={contact} onClose={() => setOpen(false)} />
      )}
    </Section>
  )
}

/** What is masked is not laid into the field: empty keeps it, a box takes it away. */
function ContactDialog(props: { accountId: Id; contact: AccountContact; onClose: () => void }) {
  const { accountId, contact, onClose } = props
  const [phone, setPhone] = useState(shownOf(contact.phone))
  const [email, setEmail] = useState(shownOf(contact.email))
  const [gone, setGone] = useState({ phone: false, email: false })
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useChangeContact(accountId)
  const isPhoneWrong = phone.trim() !== '' && !Phone.safeParse(phone).success
  const isEmailWrong = email.trim() !== '' && !Email.safeParse(email).success
  const save = () => {
    setTried(true)
    if (isPhoneWrong || isEmailWrong) return
    mutate(
      {
        version: contact.version,
        ...changeOf('phone', phone, gone.phone, contact.phone),
        ...changeOf('email', email, gone.email, contact.email),
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('personal.contact.saved'))
        },
      },
    )
  }
  return (
    <Dialog title={t('personal.contact.change')} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('personal.contact.change')}>
        <TextField
          label={t('personal.contact.phone')}
          name="phone"
          type="tel"
          autoComplete="off"
          value={phone}
          onChange={setPhone}
          hint={hintOf(contact.phone)}
          error={isTried && isPhoneWrong ? t('personal.contact.wrongPhone') : undefined}
        />
        {contact.phone?.isMasked && (
          <Checkbox isSelected={gone.phone} onChange={(one) => setGone({ ...gone, phone: one })}>
            {t('personal.contact.remove')}
          </Checkbox>
        )}
        <TextField
          label={t('personal.contact.email')}
          name="email"
          type="email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          hint={hintOf(contact.email)}
          error={isTried && isEmailWrong ? t('personal.contact.wrongEmail') : undefined}
        />
        {contact.email?.isMasked && (
          <Checkbox isSelected={gone.email} onChange={(one) => setGone({ ...gone, email: one })}>
            {t('personal.contact.remove')}
          </Checkbox>
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('personal.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

type Shown = AccountContact['phone']

const shownOf = (value: Shown) => (value && !value.isMasked ? value.shown : '')
const hintOf = (value: Shown) =>
  value?.isMasked ? t('personal.contact.keep', { shown: value.shown }) : undefined

function changeOf(key: 'phone' | 'email', typed: string, isGone: boolean, was: Shown) {
  if (isGone) return { [key]: null }
  if (typed.trim() !== '') return { [key]: typed }
  return was && !was.isMasked ? { [key]: null } : {}
}
