import { useSession } from '../../session/queries.ts'
import { IconTableExport, IconUpload } from '@tabler/icons-react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { saveList } from '../../../ui/excel-button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { asked } from '../search.ts'
import type { ListPartProps } from '../sections.ts'

/** Beside the list: import a file, change all that the filters find, save all columns. */
export function ImportActions({ search, isPast }: ListPartProps) {
  const { may } = useSession()
  const { sort: _sort, cursor: _cursor, ...filters } = search
  const save = () =>
    saveList('/entities/full', asked(search)).catch((error: unknown) =>
      toast(sentence(error), { kind: 'late' }),
    )
  return (
    <>
      {!isPast && may.includes('entity.import') && (
        <ButtonLink to="/registry/import" icon={IconUpload}>
          {t('registryImport.short')}
        </ButtonLink>
      )}
      {!isPast && may.includes('entity.change_many') && (
        <ButtonLink to="/registry/bulk" search={filters}>
          {t('registryBulk.title')}
        </ButtonLink>
      )}
      <Button icon={IconTableExport} onPress={() => void save()}>
        {t('registryImport.full')}
      </Button>
    </>
  )
}
