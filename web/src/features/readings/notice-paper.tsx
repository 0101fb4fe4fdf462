import { type Directive, nameInNotice, type Notice } from '@hopluc/shared/directives'
import type { PlainDate } from '@hopluc/shared/values'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

const upper = (text: string) => text.toLocaleUpperCase('vi')

/** The notice as it will be printed, in the document's type; an item opens its card below. */
export function NoticePaper({ notice, today }: { notice: Notice; today: PlainDate }) {
  const { content, directives } = notice
  const { signature } = content
  const number = notice.issuedOn ? notice.symbol : `…/${content.symbol}`
  const day = notice.issuedOn
  const parts = day?.split('-').map(Number)
  const longDay = parts
    ? t('readings.paper.day', {
        day: String(parts[2]).padStart(2, '0'),
        month: String(parts[1]).padStart(2, '0'),
        year: String(parts[0]),
      })
    : t('readings.paper.openDay', { year: today.slice(0, 4) })
  return (
    <article className="paper" lang="vi" aria-label={t('readings.notice.preview')}>
      <header className="paper-head">
        <div>
          {content.superior && <p>{upper(content.superior)}</p>}
          <p>
            <b>{upper(content.issuer)}</b>
          </p>
          <p className="paper-number">Số: {number}</p>
        </div>
        <div>
          <p>
            <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
          </p>
          <p>
            <b>Độc lập - Tự do - Hạnh phúc</b>
          </p>
          <p>
            <i>
              {content.place}, {longDay}
            </i>
          </p>
        </div>
      </header>
      <h2>THÔNG BÁO</h2>
      <h3>{content.abstract}</h3>
      {content.bases.map((base) => (
        <p key={base}>
          <i>{base};</i>
        </p>
      ))}
      <p>{content.opening}</p>
      {content.present.length > 0 && (
        <p>
          {t('readings.paper.present')} {content.present.join('; ')}.
        </p>
      )}
      <p>
        {content.heard
          ? t('readings.paper.heard', { heard: content.heard, leadIn: small(content.leadIn) })
          : content.leadIn}
      </p>
      {content.evaluation.length > 0 && (
        <>
          <h4>I. ĐÁNH GIÁ CHUNG</h4>
          {content.evaluation.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <h4>II. NHIỆM VỤ, GIẢI PHÁP</h4>
        </>
      )}
      {directives.map((directive, index) => (
        <p key={directive.id}>
          {index + 1}. {itemWords(directive, content.superior)}
        </p>
      ))}
      <p>{content.closing}</p>
      <footer className="paper-foot">
        <div>
          <p>
            <b>
              <i>Nơi nhận:</i>
            </b>
          </p>
          {content.recipients.map((line) => (
            <p key={line}>- {line};</p>
          ))}
          <p>- {content.archive}.</p>
        </div>
        <div>
          {signature.mode !== 'direct' && signature.principal && (
            <p>
              <b>
                {signature.mode}. {upper(signature.principal)}
              </b>
            </p>
          )}
          {signature.deputyFor && (
            <p>
              <b>KT. {upper(signature.deputyFor)}</b>
            </p>
          )}
          <p>
            <b>{upper(signature.post)}</b>
          </p>
          <p className="paper-sign" aria-hidden="true" />
          <p>
            <b>{notice.signerName ?? signature.name}</b>
          </p>
          {signature.officeHeld && (
            <p>
              <b>{upper(signature.officeHeld)}</b>
            </p>
          )}
        </div>
      </footer>
    </article>
  )
}

const small = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** Close to how the Word file writes an item; the file is what counts. */
function itemWords(directive: Directive, superior: string | null) {
  const { text, manner, leads, leadWords, cos, dueOn, dueText, product } = directive
  const called = (bodies: Directive['leads']) =>
    bodies.map(({ name }) => nameInNotice(name, superior)).join(', ')
  const names = leadWords ?? called(leads)
  const verb = manner === 'request' ? 'Đề nghị' : 'Giao'
  const isSaid = leads.some(({ name }) =>
    text.toLowerCase().includes(nameInNotice(name, superior).toLowerCase()),
  )
  const isFramed = names !== '' && manner !== 'note' && !isSaid
  const co = cos.length > 0 ? ` chủ trì, phối hợp với ${called(cos)}` : ''
  const body = text.replace(/[\s.;,]+$/u, '')
  const term = dueText
    ? body.toLowerCase().includes(dueText.toLowerCase())
      ? ''
      : `; thời hạn: ${dueText}`
    : dueOn && !body.includes(formatDate(dueOn))
      ? `; hoàn thành chậm nhất ngày ${formatDate(dueOn)}`
      : ''
  const asked = product ? `; sản phẩm yêu cầu: ${product}` : ''
  return `${isFramed ? `${verb} ${names}${co} ${small(body)}` : body}${term}${asked}.`
}
