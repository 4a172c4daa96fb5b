import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import type { HotlineView } from './hotline.tsx'

/** Whether somebody should answer, who does, and who is next. */
export function DutySide({ line }: { line: HotlineView }) {
  const { t, format } = useWords()
  const { staffed, opensAt, onDuty, next, shifts } = line
  return (
    <Section title={t('hotline:duty.title')}>
      {staffed && onDuty.length === 0 && <Warn icon="alert">{t('hotline:duty.nobodyWarn')}</Warn>}
      <Facts
        items={[
          { term: t('hotline:number'), children: <span className="num">{line.number}</span> },
          {
            term: t('hotline:roster.hours'),
            children: (
              <>
                <Status tone={staffed ? 'done' : 'idle'} icon={staffed ? 's-ok' : 's-pause'}>
                  {t(staffed ? 'hotline:state.open' : 'hotline:state.closed')}
                </Status>{' '}
                {opensAt && t('hotline:state.opensAt', { at: format.moment(opensAt) })}
              </>
            ),
          },
          {
            term: t('hotline:duty.now'),
            children:
              onDuty.length === 0
                ? t('hotline:duty.nobody')
                : onDuty.map((one) => (
                    <p key={one.name}>{t('hotline:duty.who', { name: one.name, to: one.to })}</p>
                  )),
          },
          ...(shifts.length > 0
            ? [
                {
                  term: t('hotline:duty.today'),
                  children: shifts.map(({ name, from, to }) => (
                    <p key={name + from}>
                      {name} <span className="num">{`${from}–${to}`}</span>
                    </p>
                  )),
                },
              ]
            : []),
          {
            term: t('hotline:duty.next'),
            children:
              next.length === 0
                ? t('hotline:duty.none')
                : next.map((one) => (
                    <p key={one.name}>
                      {t('hotline:duty.whoNext', {
                        name: one.name,
                        day: format.day(one.at),
                        from: one.from,
                        to: one.to,
                      })}
                    </p>
                  )),
          },
        ]}
      />
    </Section>
  )
}
