import { IconX } from '@tabler/icons-react'
import type { ChainLink, DocumentRecord, RelatedDocument } from '@hopluc/shared/documents'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { useDocumentDeed } from './queries.ts'
import { cited } from './words.tsx'

/** What the paper rests on, above it, and what rests on it, below: one indented line. */
export function Chain({ document }: { document: DocumentRecord }) {
  const { chain, id, version, allowed } = document
  const { mutate, isPending } = useDocumentDeed(id)
  const top = Math.min(0, ...chain.map(({ depth }) => depth))
  return (
    <Section title={t('documents.page.chain')}>
      {chain.length < 2 ? (
        <p className="muted">{t('documents.page.noChain')}</p>
      ) : (
        <ol className="documents-chain">
          {chain.map((link) => (
            <li key={link.id} style={{ paddingInlineStart: `${(link.depth - top) * 20}px` }}>
              <ChainName link={link} />
              {allowed.includes('link') && link.depth === -1 && (
                <IconButton
                  label={t('documents.link.remove', { name: cited(link) })}
                  icon={IconX}
                  isSmall
                  isDisabled={isPending}
                  onPress={() =>
                    mutate({
                      deed: 'unlink',
                      command: { toId: link.id, relation: 'rests_on', version },
                    })
                  }
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function ChainName({ link }: { link: ChainLink }) {
  const name = cited(link)
  const words = link.abstract === name ? link.issuerName : link.abstract
  if (link.depth === 0)
    return (
      <span aria-current="true">
        <b>{name}</b> <span className="muted">({t('documents.page.this')})</span>
      </span>
    )
  return (
    <span>
      <Link to="/documents/$id" params={{ id: link.id }}>
        {name}
      </Link>
      {link.isStub && <span className="tag">{t('documents.stub')}</span>}
      <small className="muted">{words}</small>
    </span>
  )
}

const INVERSE = {
  rests_on: 'documents.relation.rests_on',
  replaces: 'documents.relation.replacedBy',
  amends: 'documents.relation.amendedBy',
  answers: 'documents.relation.answeredBy',
} as const

/** Which paper this one replaces, amends or answers, and the other way round. */
export function Related({ document: { related } }: { document: DocumentRecord }) {
  if (related.length === 0) return null
  const relation = ({ isIncoming, relation: kind }: RelatedDocument) =>
    isIncoming ? t(INVERSE[kind]) : t(`documents.relation.${kind}`)
  return (
    <Section title={t('documents.page.related')}>
      <ul className="documents-plain">
        {related.map((one) => (
          <li key={`${one.id} ${one.relation}`}>
            {relation(one)}{' '}
            <Link to="/documents/$id" params={{ id: one.id }}>
              {cited(one)}
            </Link>
            <small className="muted"> {one.abstract}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
