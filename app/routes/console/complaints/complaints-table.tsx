import type { ListedComplaint } from '#app/domain/complaints/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { complaintLook, complaintPath, verdictLook } from './complaint-look.ts'

export function ComplaintsTable({ complaints }: { complaints: ListedComplaint[] }) {
  const { t, format } = useWords()
  return (
    <Table
      label={t('complaints:title')}
      head={[
        { label: t('complaints:list.number') },
        { label: t('complaints:list.words'), main: true },
        { label: t('complaints:list.about') },
        { label: t('complaints:list.owner') },
        { label: t('complaints:list.standing') },
        { label: t('complaints:list.age'), num: true },
      ]}
    >
      {complaints.map((row) => (
        <tr key={row.number}>
          <th scope="row" className="nowrap">
            <TextLink href={complaintPath(row.number)}>{row.number}</TextLink>
            <div className="muted xs">{row.customer}</div>
          </th>
          <td>{row.words}</td>
          <td className="nowrap" data-label={t('complaints:list.about')}>
            {row.about ? (
              t(`complaints:about.${row.about}`)
            ) : (
              <span className="muted">{t('complaints:page.unread')}</span>
            )}
          </td>
          <td className="nowrap" data-label={t('complaints:list.owner')}>
            {row.owner ?? <span className="muted">{t('complaints:page.nobody')}</span>}
          </td>
          <td className="nowrap">
            <Status {...complaintLook[row.status]}>{t(`complaints:status.${row.status}`)}</Status>
            {row.verdict && (
              <div>
                <Status {...verdictLook[row.verdict]}>
                  {t(`complaints:verdict.${row.verdict}`)}
                </Status>
              </div>
            )}
          </td>
          <td className="num" data-label={t('complaints:list.age')}>
            <Ago iso={row.openedAt} exact={format.moment(row.openedAt)}>
              {format.distance(row.openedAt)}
            </Ago>
          </td>
        </tr>
      ))}
    </Table>
  )
}
