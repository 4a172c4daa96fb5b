import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import { Chip } from '#app/ui/portal/notices.tsx'
import type { CrewVisit, Receipt } from './crew-visit.ts'
import { ReceiptWords } from './custody.tsx'
import { Drawing } from './drawing.tsx'
import { useVisit } from './loaded-visit.ts'
import { PillsField } from './pills-field.tsx'
import { EntryForm, useReplyTo, useVisitForm } from './visit-form.tsx'

/** What is still to be given back. */
export const stillAway = ({ toGiveBack }: Pick<CrewVisit, 'toGiveBack'>) =>
  toGiveBack.filter(({ returned }) => returned === null)

/** VS-4: what comes back is given against its receipt, which is reclaimed. */
export function GiveBack() {
  const { toGiveBack, stage } = useVisit()
  const { t, format } = useWords()
  const ended = stage === 'finished' || stage === 'signed'
  const shown = toGiveBack.filter(({ returned }) => returned !== null || !ended)
  if (shown.length === 0) return null
  const here = stage === 'arrived' || stage === 'working'
  return (
    <section id="give-back" aria-labelledby="give-back-title">
      <h2 id="give-back-title">{t('crew:giveBack.title')}</h2>
      {stage === 'confirmed' && <p className="muted">{t('crew:giveBack.bring')}</p>}
      <ul className="noted">
        {shown.map((receipt) => (
          <li key={receipt.key}>
            <ReceiptWords receipt={receipt} />
            {receipt.returned && (
              <Chip tone="done" icon="done">
                {t('crew:giveBack.returned', {
                  name: receipt.returned.receivedBy,
                  time: format.time(receipt.returned.at),
                })}
              </Chip>
            )}
            {here && !receipt.returned && <Return receipt={receipt} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Return({ receipt }: { receipt: Receipt }) {
  const { name } = useVisit()
  const { t } = useWords()
  const id = `back-${receipt.key.slice(0, 12)}`
  const answered = useReplyTo(id) !== undefined
  const f = useVisitForm<'receivedBy' | 'reclaimed' | 'because' | 'drawing'>('custody_return', {
    id,
    defaults: { receivedBy: name },
  })
  const errorPrefix = t('common:errorPrefix')
  return (
    <details className="return" open={answered || undefined}>
      <summary className="button">{t('crew:giveBack.submit')}</summary>
      <EntryForm of={f} label={receipt.item}>
        <input type="hidden" name="receipt" value={receipt.key} />
        <TextField
          {...f.field('receivedBy')}
          errorPrefix={errorPrefix}
          label={t('crew:giveBack.receivedBy')}
          maxLength={80}
          autoComplete="off"
        />
        <PillsField
          field={f.field('reclaimed')}
          legend={t('crew:giveBack.paper')}
          options={[
            { value: 'yes', label: t('crew:giveBack.paperYes') },
            { value: 'no', label: t('crew:giveBack.paperNo') },
          ]}
        />
        <div className="when-no">
          <TextField
            {...f.field('because')}
            errorPrefix={errorPrefix}
            label={t('crew:giveBack.because')}
            maxLength={300}
          />
        </div>
        <Drawing of={id} error={f.field('drawing').error} />
        <Button variant="primary" disabled={f.busy}>
          {t('crew:giveBack.submit')}
        </Button>
      </EntryForm>
    </details>
  )
}
