import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Drawing } from './drawing.tsx'
import { useVisit } from './loaded-visit.ts'
import { PhotosAbout, PhotosInHand, usePhotosAbout, usePhotosInHand } from './photos-about.tsx'
import { EntryForm, useReplyTo, useVisitForm } from './visit-form.tsx'

/** VS-1: what was damaged before the work is photographed and shown to the customer first. */
export function DamageForm() {
  const { name } = useVisit()
  const { t } = useWords()
  const photos = usePhotosInHand()
  const keep = usePhotosAbout('damage')
  const f = useVisitForm<'what' | 'acknowledgedBy' | 'drawing'>('damage', {
    onKept: (key) => {
      void keep(
        key,
        photos.photos.map(({ file }) => file),
      )
      photos.clear()
    },
  })
  const acknowledgedBy = f.field('acknowledgedBy')
  // Whoever signs has seen it; a name that stood there before would say so of somebody who isn't there.
  const nameWhoSigned = ({ elements }: HTMLFormElement) => {
    const field = elements.namedItem(acknowledgedBy.name)
    if (field instanceof HTMLInputElement && field.value.trim() === '') field.value = name
  }
  return (
    <EntryForm of={f} label={t('crew:damage.title')}>
      <p className="muted">{t('crew:damage.hint')}</p>
      <PhotosInHand of={photos} label={t('crew:damage.photos')} />
      <TextAreaField
        {...f.field('what')}
        label={t('crew:damage.what')}
        errorPrefix={t('common:errorPrefix')}
        rows={2}
        maxLength={500}
      />
      <TextField
        {...acknowledgedBy}
        label={t('crew:damage.acknowledgedBy')}
        errorPrefix={t('common:errorPrefix')}
        maxLength={80}
        autoComplete="off"
      />
      <Drawing of="damage" error={f.field('drawing').error} onDrawn={nameWhoSigned} />
      <Button variant="primary" disabled={f.busy}>
        {t('crew:damage.submit')}
      </Button>
    </EntryForm>
  )
}

/** @param closed the customer has signed: nothing is added any more */
export function Damages({ closed = false }: { closed?: boolean }) {
  const { damages } = useVisit()
  const { t, format } = useWords()
  if (damages.length === 0) return null
  return (
    <section>
      <h2>{t('crew:damage.list')}</h2>
      <ul className="noted">
        {damages.map(({ key, what, at, acknowledgedBy, acknowledgedAt }) => (
          <li key={key}>
            <p className="typed">{what}</p>
            <p className="muted">
              {acknowledgedBy
                ? t('crew:damage.seen', {
                    name: acknowledgedBy,
                    time: format.time(acknowledgedAt ?? at),
                  })
                : t('crew:damage.unseen', { time: format.time(at) })}
            </p>
            {!acknowledgedBy && !closed && <SeenForm damage={key} />}
            <PhotosAbout stage="damage" about={key} closed={closed} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nobody was there to see it when it was noted; somebody is now. */
function SeenForm({ damage }: { damage: string }) {
  const { name } = useVisit()
  const { t } = useWords()
  const id = `seen-${damage.slice(0, 12)}`
  const answered = useReplyTo(id) !== undefined
  const f = useVisitForm<'acknowledgedBy' | 'drawing'>('damage', {
    id,
    defaults: { acknowledgedBy: name },
  })
  return (
    <details className="return" open={answered || undefined}>
      <summary className="button">{t('crew:damage.show')}</summary>
      <EntryForm of={f} label={t('crew:damage.show')}>
        <input type="hidden" name="damage" value={damage} />
        <TextField
          {...f.field('acknowledgedBy')}
          label={t('crew:damage.seenBy')}
          errorPrefix={t('common:errorPrefix')}
          maxLength={80}
          autoComplete="off"
        />
        <Drawing of={id} error={f.field('drawing').error} />
        <Button variant="primary" disabled={f.busy}>
          {t('crew:damage.confirm')}
        </Button>
      </EntryForm>
    </details>
  )
}
