import { complaintSubjects } from '#db/vocabulary/complaints.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormField } from '#app/routes/form.ts'
import { Seg } from '#app/ui/console/choices.tsx'

export function SubjectField({ id, name, defaultValue, error }: FormField) {
  const { t } = useWords()
  return (
    <Seg
      id={id}
      name={name}
      wide
      legend={t('complaints:list.about')}
      error={error}
      defaultValue={defaultValue}
      options={complaintSubjects.map((value) => ({
        value,
        label: t(`complaints:about.${value}`),
      }))}
    />
  )
}
