import { useWords } from '#app/i18n/use-words.ts'
import { erasedWords } from '#db/vocabulary/customers.ts'
import { roles } from '#db/vocabulary/roles.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Change } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { skills } from '#db/vocabulary/visits.ts'
import { withinDay } from '../civil-day.ts'
import { isChangeField } from '../bookings/change-fields.ts'
import { ChangeLines } from '../bookings/history.tsx'
import type { EntryView } from './audit-view.server.ts'

export const auditPath = '/console/admin/audit'

type Entry = EntryView

/** Which pages the reader's roles open: the rest is told without a link. */
interface Opens {
  people: boolean
  messages: boolean
}

/** Who did what to whom, from → to. */
export function AuditTable({ entries, opens }: { entries: Entry[]; opens: Opens }) {
  const { t, format } = useWords()
  return (
    <Table
      label={t('admin:audit.title')}
      head={[
        { label: t('admin:audit.at') },
        { label: t('admin:audit.who') },
        { label: t('admin:audit.what') },
        { label: t('admin:audit.whom') },
        { label: t('admin:audit.change') },
      ]}
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td>
            <Ago iso={entry.at} exact={format.distance(entry.at)}>
              {format.dated(entry.at)}
            </Ago>
          </td>
          <td>{entry.actor ?? <span className="muted">{t('admin:audit.nobody')}</span>}</td>
          <td>{entry.what}</td>
          <td>
            <Subject {...entry} opens={opens} />
          </td>
          <td>
            <Changes {...entry} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Subject({ subject, subjectKey, message, about, opens }: Entry & { opens: Opens }) {
  const { t } = useWords()
  const sayKey = useKeyWords()
  if (about) {
    const { matter, key } = about
    return (
      <TextLink href={`${auditPath}?subject=${encodeURIComponent(`${matter}:${key}`)}`}>
        {t(`admin:audit.matter.${matter}`)} {sayKey(about)}
      </TextLink>
    )
  }
  if (message) {
    const words = t('admin:audit.message')
    const href = `/console/admin/messages/${message}`
    return opens.messages ? <TextLink href={href}>{words}</TextLink> : words
  }
  if (!subjectKey) return <span className="muted">{t('admin:audit.unknown')}</span>
  const href = `/console/admin/people/${subjectKey}`
  return opens.people ? <TextLink href={href}>{subject ?? subjectKey}</TextLink> : subject
}

function Changes({ changes, facts, extras, address }: Entry) {
  const { t } = useWords()
  const say = (field: string, value: string | null) => {
    if (value === null) return t('admin:none')
    return field === 'roles' ? value.split(', ').map(roleWord).join(t('admin:comma')) : value
  }
  const roleWord = (value: string) => {
    const role = roles.find((one) => one === value)
    return role ? t(`words:role.${role}`) : value
  }
  return (
    <>
      {changes.map(({ field, from, to }) => (
        <div className="change" key={field}>
          {t(`admin:audit.field.${field}`)}{' '}
          <Change from={from === null ? undefined : say(field, from)} to={say(field, to)} />
        </div>
      ))}
      <ChangeLines
        changes={facts.flatMap(({ field, from, to }) =>
          isChangeField(field) ? [{ field, from, to }] : [],
        )}
      />
      <Extras extras={extras} />
      {address && <span className="muted xs">{t('admin:audit.address', { address })}</span>}
    </>
  )
}

function Extras({ extras }: Pick<Entry, 'extras'>) {
  const { t, format } = useWords()
  return extras.map(({ what, cell, from, to }) => {
    const label =
      what ??
      (cell && t('admin:audit.dutyOf', { name: cell.name, day: format.day(withinDay(cell.day)) }))
    return (
      <span className="change-line" key={label}>
        {label} <Change from={from ?? undefined} to={to} />
      </span>
    )
  })
}

/** Settings by the name of their page. */
const settingWords = {
  company: 'company',
  hours: 'hours',
  targets: 'targets',
  contact: 'contact',
  bookings: 'rules',
  travel: 'travel',
  'bookable-categories': 'bookable',
  'script-delivery': 'scripts',
  'script-install': 'scripts',
  'script-repair': 'scripts',
  'script-survey': 'scripts',
  'script-complaint': 'scripts',
  'script-inspection': 'scripts',
} as const

const civilDay = /^\d{4}-\d{2}-\d{2}$/
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** What a thing of the log is called, in the reader's words where it has some. */
export function useKeyWords() {
  const { t, format } = useWords()
  return ({ matter, key, name }: NonNullable<Entry['about']>): string => {
    if (name === erasedWords) return t('admin:audit.erased')
    if (name !== null) return name
    if (matter === 'duty' || matter === 'holiday')
      return civilDay.test(key) ? format.date(withinDay(key)) : key
    if (matter === 'setting' && key in settingWords)
      return t(`settings:item.${settingWords[key as keyof typeof settingWords]}`)
    const skill = skills.find((one) => one === key)
    if (skill) return t(`words:skill.${skill}`)
    return uuid.test(key) ? key.slice(0, 8) : key
  }
}
