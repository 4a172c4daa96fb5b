import type { CustodyPurpose } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import type { Receipt } from './crew-visit.ts'
import { Drawing } from './drawing.tsx'
import { useVisit } from './loaded-visit.ts'
import { PhotosAbout, PhotosInHand, usePhotosAbout, usePhotosInHand } from './photos-about.tsx'
import { EntryForm, useVisitForm } from './visit-form.tsx'

/** VS-4, VS-5: what leaves the home, and how it looked then. */
export function TakeAwayForm({
  purpose,
  id = `custody-${purpose}`,
}: {
  purpose: CustodyPurpose
  id?: string
}) {
  const { product, name } = useVisit()
  const { t } = useWords()
  const photos = usePhotosInHand()
  const keep = usePhotosAbout('custody')
  const repair = purpose === 'repair'
  const f = useVisitForm<'item' | 'condition' | 'reason' | 'backOn' | 'handedBy' | 'drawing'>(
    'custody',
    {
      id,
      // Exchanged is what was bought; what is repaired is mostly a part of it.
      defaults: { item: repair ? '' : product, handedBy: name },
      onKept: (key) => {
        void keep(
          key,
          photos.photos.map(({ file }) => file),
        )
        photos.clear()
      },
    },
  )
  const errorPrefix = t('common:errorPrefix')
  return (
    <EntryForm of={f} label={t(repair ? 'crew:cannot.takeAway' : 'crew:original.title')}>
      <input type="hidden" name="purpose" value={purpose} />
      <TextField
        {...f.field('item')}
        errorPrefix={errorPrefix}
        label={t(repair ? 'crew:custody.item' : 'crew:original.item')}
        hint={repair && t('crew:custody.itemHint')}
        maxLength={200}
      />
      <TextAreaField
        {...f.field('condition')}
        errorPrefix={errorPrefix}
        label={t('crew:custody.condition')}
        rows={2}
        maxLength={500}
      />
      <PhotosInHand of={photos} label={t('crew:custody.photos')} />
      {repair && (
        <>
          <TextField
            {...f.field('reason')}
            errorPrefix={errorPrefix}
            label={t('crew:custody.reason')}
            maxLength={500}
          />
          <TextField
            {...f.field('backOn')}
            errorPrefix={errorPrefix}
            label={t('crew:custody.backOn')}
            type="date"
            short
          />
        </>
      )}
      <TextField
        {...f.field('handedBy')}
        errorPrefix={errorPrefix}
        label={t('crew:custody.handedBy')}
        maxLength={80}
        autoComplete="off"
      />
      <Drawing of={id} error={f.field('drawing').error} />
      <Button variant="primary" disabled={f.busy}>
        {t(repair ? 'crew:custody.submit' : 'crew:original.submit')}
      </Button>
    </EntryForm>
  )
}

/** @param closed the customer has signed: nothing is added any more */
export function Taken({ closed = false }: { closed?: boolean }) {
  const { taken, notCollectedBecause } = useVisit()
  const { t } = useWords()
  if (taken.length === 0 && !notCollectedBecause) return null
  return (
    <section>
      <h2>{t('crew:custody.list')}</h2>
      {notCollectedBecause && (
        <p className="gap-2">{t('crew:original.left', { reason: notCollectedBecause })}</p>
      )}
      <ul className="noted">
        {taken.map((receipt) => (
          <li key={receipt.key}>
            <ReceiptWords receipt={receipt} />
            <PhotosAbout stage="custody" about={receipt.key} closed={closed} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a receipt says, in short. */
export function ReceiptWords({ receipt }: { receipt: Receipt }) {
  const { t, format } = useWords()
  const { item, number, condition, backOn, handedBy, takenAt, purpose } = receipt
  const lines = [
    t(`words:custodyPurpose.${purpose}`),
    ...(backOn ? [t('crew:custody.back', { day: format.day(`${backOn}T12:00:00Z`) })] : []),
  ]
  return (
    <>
      <p>
        <b>{item}</b>
      </p>
      <p className="num">
        {number ? t('crew:custody.number', { number }) : t('crew:custody.numberLater')}
      </p>
      <p className="typed muted">{condition}</p>
      <p className="muted">{lines.join(t('crew:comma'))}</p>
      <p className="muted">
        {t('crew:custody.handed', { name: handedBy, time: format.moment(takenAt) })}
      </p>
    </>
  )
}
