import type { AnswerableField } from '#app/domain/returns/answerable-form.ts'
import { namesCrew, namesStaff } from '#app/domain/returns/named-parties.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormField } from '#app/routes/form.ts'
import { Table } from '#app/ui/console/table.tsx'
import type { Party } from '#db/vocabulary/returns.ts'
import type { AnswerableView } from './answerable-view.server.ts'

/** RX-5: six rows to fill in, one a party, and their sum. */
export function ShareRows({
  field,
  names,
  cost,
  shares,
}: {
  field: (name: AnswerableField) => FormField
  names: NonNullable<AnswerableView['names']>
  cost: AnswerableView['cost']
  /** As they are typed. */
  shares: readonly { party: Party; percent: number }[]
}) {
  const { t, format } = useWords()
  const sum = shares.reduce((all, { percent }) => all + percent, 0)
  const money = (percent: number) =>
    cost && format.money(Math.round((cost.total * percent) / 100), cost.currency)
  return (
    <Table
      lines
      head={[
        { label: t('returns:shares.party') },
        { label: t('returns:shares.percent'), num: true },
        { label: t('returns:shares.who') },
        { label: t('returns:shares.note'), main: true },
        ...(cost ? [{ label: t('returns:shares.amount'), num: true }] : []),
      ]}
      foot={
        <tr>
          <th scope="row">{t('returns:shares.sum')}</th>
          <td className="num">
            <output className={sum === 100 ? undefined : 'error'}>{sum} %</output>
          </td>
          <td />
          <td />
          {cost && <td className="num">{money(sum)}</td>}
        </tr>
      }
    >
      {shares.map(({ party, percent }) => {
        const label = t(`returns:party.${party}`)
        const typed = field(`${party}Percent`)
        const note = field(`${party}Note`)
        return (
          <tr key={party}>
            <th scope="row">{label}</th>
            <td className="num nowrap">
              <input
                className="in in-pc"
                id={typed.id}
                name={typed.name}
                defaultValue={typed.defaultValue}
                inputMode="numeric"
                maxLength={4}
                autoComplete="off"
                aria-label={t('returns:shares.percentOf', { party: label })}
                aria-invalid={typed.error ? true : undefined}
                aria-describedby={typed.error ? `${typed.id}-error` : undefined}
              />{' '}
              %
              {typed.error && (
                <span className="error" id={`${typed.id}-error`}>
                  {typed.error}
                </span>
              )}
            </td>
            <td>
              <Who {...{ party, label, field, names }} />
            </td>
            <td className="typed" data-label={t('returns:shares.note')}>
              <input
                className="in"
                id={note.id}
                name={note.name}
                defaultValue={note.defaultValue}
                maxLength={200}
                aria-label={t('returns:shares.noteOf', { party: label })}
              />
            </td>
            {cost && (
              <td className="num" data-label={t('returns:shares.amount')}>
                {percent > 0 ? money(percent) : <span className="muted">—</span>}
              </td>
            )}
          </tr>
        )
      })}
    </Table>
  )
}

/** The crew or the colleague that is meant, where a party has some. */
function Who({
  party,
  label,
  field,
  names,
}: {
  party: Party
  label: string
  field: (name: AnswerableField) => FormField
  names: NonNullable<AnswerableView['names']>
}) {
  const { t } = useWords()
  if (!namesCrew(party) && !namesStaff(party)) return <span className="muted">—</span>
  const { id, name, defaultValue } = field(
    (namesCrew(party) ? `${party}Crew` : `${party}Staff`) as AnswerableField,
  )
  const options: { id: string | number; name: string }[] = namesCrew(party)
    ? names.crews
    : names[party === 'desk' ? 'desk' : 'store']
  return (
    <select
      className="in"
      id={id}
      name={name}
      defaultValue={defaultValue ?? ''}
      aria-label={t('returns:shares.whoOf', { party: label })}
    >
      <option value="">{t('returns:shares.nobody')}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  )
}
