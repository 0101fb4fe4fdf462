import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Menu } from '../../../ui/menu.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { EntityPartProps } from '../sections.ts'
import { formsQuery } from './queries.ts'

/** "In hồ sơ HTX", and the official forms of its kind, filled from the register. */
export function PrintAction({ entity, isPast }: EntityPartProps) {
  const { data } = useQuery({ ...formsQuery, enabled: !isPast })
  if (isPast) return null
  const save = (path: string, search = {}) => {
    api
      .download(`/entities/${entity.id}${path}`, search)
      .catch((error: unknown) => toast(sentence(error), { kind: 'late' }))
  }
  const forms = (data?.items ?? []).filter(({ kind }) => kind === entity.attributes.kind)
  const formats = ['docx', 'xlsx'] as const
  return (
    <Menu
      label={t('years.print')}
      words={t('years.print')}
      icon={IconPrinter}
      actions={[
        { id: 'sheet', label: t('years.print.sheet'), run: () => save('/sheet') },
        ...forms.flatMap(({ key, title, isVerified }) =>
          formats.map((format) => ({
            id: `${key} ${format}`,
            label: t(`years.print.${format}`, { form: key }),
            note: isVerified ? title : `${title}. ${t('years.print.unverified')}`,
            run: () => save('/form', { form: key, format }),
          })),
        ),
      ]}
    />
  )
}
