import '../support/support.css'
import type { CoursePerson, CourseWhole } from '@hopluc/shared/courses'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber, formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { sentence } from '../../lib/api-error.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { PersonalExcelButton } from '../../ui/personal-excel-button.tsx'
import { EmptyState, ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { Facts } from '../support/facts.tsx'
import { dong } from '../support/words.tsx'
import { CourseDialog } from './course-dialog.tsx'
import { AttendDialog, CertifyDialog, EnrolDialog } from './people-dialogs.tsx'
import { courseQuery, useTakeOut } from './queries.ts'
import { CourseStatusMark } from './words.tsx'

const route = getRouteApi('/app/support/courses/$id')

type Opened = 'edit' | 'enrol' | 'attend' | 'certify' | CoursePerson

/** One course: who takes part, which sessions they came to, certificates, what a head cost. */
export function CoursePage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(courseQuery(id))
  const [opened, setOpened] = useState<Opened | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const close = () => setOpened(null)
  const isMarked = data.mayEdit && data.people.length > 0 && data.status !== 'cancelled'
  return (
    <Page
      title={data.title}
      crumbs={[{ label: t('courses.title'), to: '/support/courses' }]}
      lead={
        <>
          <CourseStatusMark status={data.status} /> {data.isDemo && <DemoMark />}{' '}
          {t('courses.taken', { enrolled: data.enrolled, places: data.places })}
        </>
      }
      actions={
        <>
          {data.mayEdit && <Button onPress={() => setOpened('edit')}>{t('courses.edit')}</Button>}
          {isMarked && data.status !== 'planned' && (
            <>
              <Button onPress={() => setOpened('certify')}>{t('courses.certify')}</Button>
              <Button onPress={() => setOpened('attend')}>{t('courses.attend')}</Button>
            </>
          )}
          {data.mayEnrol && (
            <Button kind="primary" onPress={() => setOpened('enrol')}>
              {t('courses.enrol')}
            </Button>
          )}
        </>
      }
    >
      <Columns aside={<About course={data} />}>
        <Section
          title={t('courses.people')}
          more={
            data.people.length > 0 && (
              <PersonalExcelButton path="/course-people" search={{ course: id }} isSmall />
            )
          }
        >
          <Table
            label={t('courses.people')}
            columns={columnsOf(data, setOpened)}
            rows={data.people}
            rowKey={(one) => one.id}
            rowName={({ name }) => name}
            isTall
            empty={
              <EmptyState>
                {t(data.enrolled > 0 ? 'courses.people.hidden' : 'courses.people.none')}
              </EmptyState>
            }
          />
        </Section>
      </Columns>
      {opened === 'edit' && <CourseDialog course={data} onClose={close} />}
      {opened === 'enrol' && <EnrolDialog course={data} onClose={close} />}
      {opened === 'attend' && <AttendDialog course={data} onClose={close} />}
      {opened === 'certify' && <CertifyDialog course={data} onClose={close} />}
      {opened !== null && typeof opened !== 'string' && (
        <TakeOut courseId={id} person={opened} onClose={close} />
      )}
    </Page>
  )
}

function TakeOut(props: { courseId: string; person: CoursePerson; onClose: () => void }) {
  const { courseId, person, onClose } = props
  const { mutate, error, isPending } = useTakeOut(courseId)
  return (
    <Confirm
      title={t('courses.takeOut')}
      action={t('courses.takeOut')}
      isOpen
      isPending={isPending}
      onConfirm={() => mutate(person.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {t('courses.takeOut.sure', { name: person.name })}
    </Confirm>
  )
}

function columnsOf(
  { sessions }: CourseWhole,
  onOpen: (person: CoursePerson) => void,
): readonly Column<CoursePerson>[] {
  return [
    {
      id: 'name',
      head: t('courses.person'),
      phone: 'title',
      cell: ({ name, post }) => (
        <>
          {name}
          <small>{post}</small>
        </>
      ),
    },
    {
      id: 'entity',
      head: t('support.column.entity'),
      phone: 'line',
      cell: ({ entity, unit }) => (
        <>
          {entity.name}
          <small>{unitWords(unit)}</small>
        </>
      ),
    },
    {
      id: 'attended',
      head: t('courses.attended'),
      isFigure: true,
      phone: 'end',
      cell: ({ attended }) => t('courses.came', { came: attended.length, sessions }),
    },
    {
      id: 'certificate',
      head: t('courses.certificate'),
      cell: ({ certificateNo, certificateOn }) =>
        certificateNo !== null && (
          <>
            {certificateNo}
            <small>{certificateOn && formatDate(certificateOn)}</small>
          </>
        ),
    },
    {
      id: 'takeOut',
      head: '',
      cell: (one) =>
        one.mayTakeOut && (
          <Button
            isSmall
            aria-label={`${t('courses.takeOut')}: ${one.name}`}
            onPress={() => onOpen(one)}
          >
            {t('courses.takeOut')}
          </Button>
        ),
    },
  ]
}

function About({ course }: { course: CourseWhole }) {
  const money = (amount: number | null) => amount !== null && `${dong(amount)} ${t('loans.dong')}`
  return (
    <Facts
      rows={[
        [t('courses.agency'), course.agency.name],
        [t('courses.days'), formatRange(course.fromOn, course.untilOn)],
        [t('courses.sessions'), course.sessions],
        [t('courses.place'), course.place],
        [t('courses.audience'), course.audience],
        [t('courses.topic'), course.topic],
        [t('courses.programme'), course.programme],
        [t('courses.fund'), course.fund],
        [t('courses.plannedCost'), money(course.plannedCost)],
        [t('courses.cost'), money(course.cost)],
        [
          t('courses.costPerHead'),
          course.costPerHead !== null &&
            `${formatNumber(course.costPerHead, 0)} ${t('loans.dong')}`,
        ],
        [t('courses.attended'), course.attended],
        [t('courses.certified'), course.certified],
      ]}
    />
  )
}
