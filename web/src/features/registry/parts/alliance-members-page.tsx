import '../registry.css'
import './parts.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import { t } from '../../../lib/i18n.ts'
import { Page } from '../../../ui/page.tsx'
import { AffiliatesSection } from './affiliates-section.tsx'

const route = getRouteApi('/app/registry/alliances/$id')

/** Members of an Alliance as of the day. */
export function AllianceMembersPage() {
  const { id } = route.useParams()
  const search = route.useSearch()
  return (
    <Page
      title={t('parts.affiliates.page')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
      lead={
        <Link to="/registry/alliances/$id/dues" params={{ id }}>
          {t('dues.title')}
        </Link>
      }
    >
      <AffiliatesSection
        path={`/alliances/${id}/members`}
        asOf={'asOf' in search ? search.asOf : undefined}
      />
    </Page>
  )
}
