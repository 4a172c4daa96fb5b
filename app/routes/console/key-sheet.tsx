import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Kbd } from '#app/ui/console/page.tsx'

const id = 'key-sheet'

export function openKeySheet(): void {
  const sheet = document.getElementById(id)
  if (!sheet?.matches(':popover-open')) sheet?.showPopover()
}

/** Every key there is, where it works. */
export function KeySheet({ mayRegister, tickets }: { mayRegister: boolean; tickets: boolean }) {
  const { t } = useWords()
  const popover = { popover: 'auto' }
  const closes = { popovertarget: id, popovertargetaction: 'hide' }
  return (
    <div id={id} className="key-sheet" role="dialog" aria-label={t('desk:keys.title')} {...popover}>
      <header>
        <h2>{t('desk:keys.title')}</h2>
        <Btn type="button" variant="quiet" icon="x" label={t('desk:keys.close')} {...closes} />
      </header>
      <Keys
        title={t('desk:keys.everywhere')}
        keys={[
          [<KeyPair key="k" one="/" other="Ctrl K" />, t('desk:keys.palette')],
          ...(mayRegister ? ([[<Kbd key="c">C</Kbd>, t('desk:keys.register')]] as const) : []),
          [<Kbd key="?">?</Kbd>, t('desk:keys.sheet')],
        ]}
      />
      {tickets && (
        <>
          <Keys
            title={t('desk:keys.queue')}
            keys={[
              [<Kbd key="j">J</Kbd>, t('desk:keys.down')],
              [<Kbd key="k">K</Kbd>, t('desk:keys.up')],
              [<Kbd key="o">O</Kbd>, t('desk:keys.open')],
              [<Kbd key="x">X</Kbd>, t('desk:keys.select')],
              [<Kbd key="f">F</Kbd>, t('desk:keys.find')],
            ]}
          />
          <Keys
            title={t('desk:keys.ticket')}
            keys={[
              [<Kbd key="n">N</Kbd>, t('desk:keys.note')],
              [<Kbd key="m">M</Kbd>, t('desk:keys.message')],
              [<Kbd key="enter">Ctrl Enter</Kbd>, t('desk:keys.send')],
            ]}
          />
        </>
      )}
      <p className="muted xs mt">{t('desk:keys.hint')}</p>
    </div>
  )
}

const KeyPair = ({ one, other }: { one: string; other: string }) => (
  <>
    <Kbd>{one}</Kbd> <Kbd>{other}</Kbd>
  </>
)

function Keys({ title, keys }: { title: string; keys: (readonly [ReactNode, string])[] }) {
  return (
    <>
      <h3>{title}</h3>
      <dl>
        {keys.map(([key, what]) => (
          <div key={what} className="key">
            <dt>{what}</dt>
            <dd>{key}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
