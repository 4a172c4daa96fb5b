import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Options } from '#app/ui/console/choices.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { useFormOf } from '#app/routes/form.ts'
import { CustomerPanel } from './customer-panel.tsx'
import { customerPath } from './customer-paths.ts'
import type { EntryView } from './merge.tsx'
import { useCustomer } from './use-customer.ts'

/** Both entries side by side, and which of them pages show from then on. */
export function MergeBoth({
  entries,
  reply,
}: {
  entries: readonly [EntryView, EntryView]
  reply: unknown
}) {
  const { t, format } = useWords()
  const customer = useCustomer()
  const [own, other] = entries
  const f = useFormOf<'other' | 'keep'>(`merge-${other.id}`, { reply, defaults: { keep: 'this' } })
  const keep = f.field('keep')
  const none = <span className="muted">{t('customers:page.none')}</span>
  const rows: { label: string; of: (entry: EntryView) => React.ReactNode }[] = [
    { label: t('customers:page.phone'), of: ({ phone }) => format.phone(phone) },
    { label: t('customers:page.address'), of: ({ address }) => address ?? none },
    { label: t('customers:page.email'), of: ({ email }) => email ?? none },
    { label: t('customers:list.tickets'), of: ({ tickets }) => tickets },
    { label: t('customers:list.orders'), of: ({ orders }) => orders },
    { label: t('customers:page.since'), of: ({ since }) => format.date(since) },
  ]
  const nameOf = ({ name, phone }: EntryView) =>
    t('customers:merge.keepOf', { name, phone: format.phone(phone) })
  return (
    <CustomerPanel
      title={t('customers:merge.titleWith', { name: other.name })}
      lede={
        <>
          {t('customers:merge.ledeBoth')}{' '}
          <TextLink href={`${customerPath(customer.id)}/merge`}>
            {t('customers:merge.notThis')}
          </TextLink>
        </>
      }
      submit={t('customers:merge.submit')}
      formError={f.formError}
      {...f.form}
    >
      <div className="wide">
        <Table
          label={t('customers:merge.title')}
          head={[{ label: t('customers:page.facts') }, { label: own.name }, { label: other.name }]}
        >
          {rows.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{of(own)}</td>
              <td>{of(other)}</td>
            </tr>
          ))}
        </Table>
      </div>
      <input type="hidden" name="other" value={other.id} />
      <Options
        id={keep.id}
        name="keep"
        legend={t('customers:merge.keep')}
        error={keep.error}
        items={[
          {
            value: 'this',
            label: nameOf(own),
            defaultChecked: keep.defaultValue !== 'other',
          },
          {
            value: 'other',
            label: nameOf(other),
            defaultChecked: keep.defaultValue === 'other',
          },
        ]}
      />
    </CustomerPanel>
  )
}
