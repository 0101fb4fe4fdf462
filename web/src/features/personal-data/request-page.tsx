import './personal-data.css'
import type { DataRequest, DataRequestAction } from '@hopluc/shared/personal-data'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionList, Timeline } from '../../ui/marks.tsx'
import { MaskedText } from '../../ui/masked.tsx'
import { Columns, DateText, Page, Section } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import { FoundData } from './found-data.tsx'
import { requestQuery } from './queries.ts'
import { RequestState } from './state.tsx'
import { StepDialog } from './step-dialog.tsx'

const route = getRouteApi('/app/personal-data/requests/$id')

/** One request: who asks what, the two clocks, what was done, and the data themselves. */
export function RequestPage() {
  const { id } = route.useParams()
  const { data: request } = useSuspenseQuery(requestQuery(id))
  const [action, setAction] = useState<DataRequestAction | null>(null)
  const [first] = request.allowed
  const mayCorrect = request.correctable.length > 0
  return (
    <Page
      title={t('personal.request.title', { code: request.code })}
      crumbs={[
        { label: t('personal.title'), to: '/personal-data' },
        { label: t('personal.requests'), to: '/personal-data/requests' },
      ]}
      lead={
        <>
          <span>{t(`personal.request.kind.${request.kind}`)}</span>
          <RequestState request={request} />
          {request.isRestricting && (
            <Status kind="paused">{t('personal.request.restricting')}</Status>
          )}
        </>
      }
      actions={request.allowed
        .filter((one) => one !== 'correct' || mayCorrect)
        .map((one) => (
          <Button
            key={one}
            kind={one === first && one !== 'lift' ? 'primary' : 'plain'}
            onPress={() => setAction(one)}
          >
            {t(`personal.step.${one}`)}
          </Button>
        ))}
    >
      <Columns width={336} aside={<Facts request={request} />}>
        <Section title={t('personal.request.text')}>
          <p className="personal-text">{request.text}</p>
        </Section>
        {request.allowed.includes('correct') && <FoundData request={request} />}
        <Steps request={request} />
      </Columns>
      {action && <StepDialog request={request} action={action} onClose={() => setAction(null)} />}
    </Page>
  )
}

function Facts({ request }: { request: DataRequest }) {
  const { answeredOn, answerDueOn, subjectName: name } = request
  const isLate = answeredOn !== null && answeredOn > answerDueOn
  return (
    <Section title={t('personal.request.person')}>
      <DescriptionList
        items={[
          [t('personal.request.person'), name],
          [t('personal.request.asker'), request.askerName],
          [
            t('personal.request.phone'),
            request.askerPhone && (
              <MaskedText
                key="phone"
                value={request.askerPhone}
                label={t('personal.contact.phoneOf', { name })}
              />
            ),
          ],
          [
            t('personal.request.email'),
            request.askerEmail && (
              <MaskedText
                key="email"
                value={request.askerEmail}
                label={t('personal.contact.emailOf', { name })}
              />
            ),
          ],
          [
            t('personal.request.identifiedBy'),
            [t(`personal.request.by.${request.identifiedBy}`), request.identityNote]
              .filter((one, index, all) => all.indexOf(one) === index)
              .join('. '),
          ],
          [
            t('personal.request.receivedOn'),
            <DateText key="received" value={request.receivedOn} />,
          ],
          [t('personal.request.answerDueOn'), <DateText key="due" value={answerDueOn} />],
          [
            t('personal.request.answeredOn'),
            answeredOn && (
              <span key="answered">
                <DateText value={answeredOn} />
                {isLate && ` (${t('personal.request.late')})`}
              </span>
            ),
          ],
          [
            t('personal.request.completeDueOn'),
            <span key="complete">
              <DateText value={request.completeDueOn} />
              {request.isExtended && ` (${t('personal.request.extended')})`}
            </span>,
          ],
          [
            t('personal.request.closedOn'),
            request.closedOn && <DateText key="closed" value={request.closedOn} />,
          ],
        ]}
      />
    </Section>
  )
}

function Steps({ request }: { request: DataRequest }) {
  return (
    <Section title={t('personal.request.steps')}>
      <Timeline
        items={request.steps.map((step) => ({
          id: step.at + step.action,
          when: formatDate(step.on),
          title: t(`personal.step.${step.action}`),
          note: [step.by, step.note].filter(Boolean).join(' · '),
          ...(step.field !== null && {
            children: (
              <p>
                {step.field[language()]}:{' '}
                {t('personal.step.change', {
                  before: step.before ?? t('personal.none'),
                  after: step.after ?? t('personal.step.gone'),
                })}
              </p>
            ),
          }),
        }))}
      />
    </Section>
  )
}
