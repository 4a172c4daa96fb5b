import { reasonField } from '#app/domain/work/reason-field.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextField } from '#app/ui/portal/fields.tsx'
import type { useEntryForm } from '../kept/use-kept.ts'
import type { Check } from './crew-visit.ts'

interface Props {
  open: Check[]
  f: Pick<ReturnType<typeof useEntryForm<string>>, 'field' | 'refusal'>
}

/** A reason for each must-item that is still open (VS-1). */
export function LeftOut({ open, f }: Props) {
  const { t } = useWords()
  if (open.length === 0) return null
  return (
    <section className="stack" aria-labelledby="open-items">
      <h2 id="open-items">{t('crew:completion.open')}</h2>
      <p className="muted">{t('crew:completion.openHint')}</p>
      {open.map((item) => (
        <Reason
          key={item.id}
          item={item}
          f={f}
          label={t('crew:completion.reason', { item: item.text })}
        />
      ))}
    </section>
  )
}

/** VS-4: one reason for all of them, as the item they belong to has left the home. */
export function LeftWithItem({ open, f }: Props) {
  const { t } = useWords()
  const [first, ...others] = open
  if (!first) return null
  return (
    <section className="stack" aria-labelledby="open-items">
      <h2 id="open-items">{t('crew:completion.open')}</h2>
      <p className="muted">{open.map(({ text }) => text).join(t('crew:cannot.and'))}</p>
      <Reason item={first} f={f} label={t('crew:cannot.leftOutWhy')} />
      {others.map(({ id }) => {
        const { name, defaultValue } = f.field(reasonField(id))
        return <input key={id} type="hidden" name={name} defaultValue={defaultValue} />
      })}
    </section>
  )
}

function Reason({ item, f, label }: Pick<Props, 'f'> & { item: Check; label: string }) {
  const { t } = useWords()
  const field = f.field(reasonField(item.id))
  const missing = f.refusal === 'checksMissing' && !field.defaultValue
  return (
    <TextField
      {...field}
      error={field.error ?? (missing ? t('validation:reason') : undefined)}
      errorPrefix={t('common:errorPrefix')}
      label={label}
      maxLength={500}
    />
  )
}
