import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { type ExcelButtonProps, saveList } from './excel-button.tsx'
import { type Purpose, PurposeDialog } from './purpose-dialog.tsx'

/** Saves a list of persons as Excel: asks for what; the file and the audit say it. */
export function PersonalExcelButton({ path, search, isSmall = false }: ExcelButtonProps) {
  const [isAsking, setAsking] = useState(false)
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ purpose, words }: Purpose) =>
      saveList(path, { ...search, purpose, purposeWords: words }),
    onSuccess: () => setAsking(false),
  })
  const close = () => {
    setAsking(false)
    reset()
  }
  return (
    <>
      <Button
        icon={IconFileSpreadsheet}
        isSmall={isSmall}
        isPending={isPending}
        onPress={() => setAsking(true)}
      >
        {t('ui.excel')}
      </Button>
      {isAsking && (
        <PurposeDialog
          title={t('personal.export')}
          action={t('personal.export.do')}
          isPending={isPending}
          error={error}
          onSubmit={(purpose) => mutate(purpose)}
          onClose={close}
        />
      )}
    </>
  )
}
