import { type RefObject } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Kbd } from '#app/ui/console/page.tsx'

/** All keys of the board. */
export function KeysHelp({ dialog }: { dialog: RefObject<HTMLDialogElement> }) {
  const { t } = useWords()
  const lists = [
    {
      title: t('dispatch:keys.onBoard'),
      keys: [
        [['←', '→', '↑', '↓'], t('dispatch:keys.arrows')],
        [['Home', 'End'], t('dispatch:keys.ends')],
        [['Enter'], t('dispatch:keys.open')],
        [['M'], t('dispatch:keys.pickUp')],
        [['Del'], t('dispatch:keys.takeOff')],
        [['P'], t('dispatch:keys.pin')],
        [['Shift', 'F10'], t('dispatch:keys.menu')],
      ],
    },
    {
      title: t('dispatch:keys.carrying'),
      keys: [
        [['←', '→'], t('dispatch:keys.time')],
        [['Shift', '←', '→'], t('dispatch:keys.fine')],
        [['↑', '↓'], t('dispatch:keys.crew')],
        [['Home'], t('dispatch:keys.earliest')],
        [['Enter'], t('dispatch:keys.drop')],
        [['Del'], t('dispatch:keys.takeOff')],
        [['Esc'], t('dispatch:keys.cancel')],
      ],
    },
    {
      title: t('dispatch:keys.inTray'),
      keys: [
        [['J', 'K'], t('dispatch:keys.next')],
        [['Enter'], t('dispatch:keys.open')],
        [['M'], t('dispatch:keys.pickUp')],
      ],
    },
    {
      title: t('dispatch:keys.everywhere'),
      keys: [
        [['U'], t('dispatch:keys.toTray')],
        [['B'], t('dispatch:keys.toBoard')],
        [['Ctrl', 'Z'], t('dispatch:keys.undo')],
        [['?'], t('dispatch:keys.help')],
      ],
    },
  ] as const
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">{t('dispatch:keys.title')}</h2>
        <form method="dialog">
          <Btn variant="quiet" icon="x" label={t('dispatch:keys.close')} />
        </form>
      </header>
      <div className="keys-lists">
        {lists.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([names, what]) => (
                <div key={names.join()}>
                  <dt>
                    {names.map((name) => (
                      <Kbd key={name}>{name}</Kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  )
}
