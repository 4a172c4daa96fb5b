import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { ConsoleIcon } from '#app/ui/icons.tsx'
import type { Change, Moves, MovesState, Notice } from './moves.ts'

/** So long a toast stays when nobody points at it. */
const stays = 10_000

/** What just happened, with the way back; what was refused, with the reason. */
export function Toasts({
  moves,
  notices,
  crewName,
}: {
  moves: Moves
  notices: readonly Notice[]
  crewName: (id: number) => string | undefined
}) {
  const { t } = useWords()
  const good = notices.filter(({ kind }) => kind === 'done' || kind === 'undone')
  const bad = notices.filter(({ kind }) => kind !== 'done' && kind !== 'undone')
  const words = useDoneWords(crewName)
  const toast = (notice: Notice) => (
    <Toast
      key={notice.key}
      notice={notice}
      onEnd={() => moves.dismiss(notice.key)}
      onUndo={notice.kind === 'done' ? () => moves.undoThis(notice.key) : undefined}
    >
      {noticeWords(notice, t, words)}
    </Toast>
  )
  return (
    <div className="toasts">
      <div role="status">{good.map(toast)}</div>
      <div role="alert">{bad.map(toast)}</div>
    </div>
  )
}

type Words = ReturnType<typeof useWords>['t']
type DoneWords = (change: Pick<Change, 'kind' | 'name' | 'from' | 'to'>) => string

/** What a change did, in one sentence. */
export function useDoneWords(crewName: (id: number) => string | undefined): DoneWords {
  const { t, format } = useWords()
  return ({ kind, name, from, to }) => {
    if (kind === 'removal') return t('dispatch:done.removal', { name })
    if (kind === 'pin') return t(to.pinned ? 'dispatch:done.pin' : 'dispatch:done.unpin', { name })
    const crew = (to.crewId && crewName(to.crewId)) || t('dispatch:done.otherCrew')
    const time = to.start ? format.time(to.start) : ''
    return t(from?.crewId ? 'dispatch:done.moved' : 'dispatch:done.place', { name, crew, time })
  }
}

function noticeWords({ kind, text, change, refusal }: Notice, t: Words, words: DoneWords): string {
  const name = change?.name ?? ''
  const why =
    refusal?.code === 'visitChanged'
      ? t('dispatch:done.changed')
      : refusal?.said || t('console:error.notFound')
  switch (kind) {
    case 'done':
      return words(change!)
    case 'undone':
      return t('dispatch:done.undone', { what: words(change!) })
    case 'refused':
      return t('dispatch:done.refused', { name, why })
    case 'notUndone':
      return refusal?.code === 'visitChanged'
        ? t('dispatch:done.notUndone', { name })
        : t('dispatch:done.notUndoneBecause', { name, why })
    case 'nothing':
      return t('dispatch:done.nothing')
    case 'forbidden':
      return text ?? ''
  }
}

function Toast({
  notice,
  children,
  onEnd,
  onUndo,
}: {
  notice: Notice
  children: string
  onEnd: () => void
  onUndo?: () => void
}) {
  const { t } = useWords()
  const element = useRef<HTMLDivElement>(null)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    const timer = setInterval(() => {
      if (!element.current?.matches(':hover, :focus-within')) end.current()
    }, stays)
    return () => clearInterval(timer)
  }, [])
  const good = notice.kind === 'done' || notice.kind === 'undone'
  const ofWindow =
    notice.window ??
    (notice.refusal?.code === 'startOutsideWindow' || notice.refusal?.code === 'windowInPast'
      ? notice.change?.visitId
      : undefined)
  return (
    <div ref={element} className={`toast ${good ? 'is-done' : 'is-trouble'}`}>
      <ConsoleIcon name={good ? 's-ok' : 'alert'} />
      <p>
        {children}{' '}
        {ofWindow !== undefined && (
          <TextLink href={`/console/visits/${ofWindow}/window`}>
            {t('dispatch:move.moveWindow')}
          </TextLink>
        )}
      </p>
      {onUndo && (
        <Btn
          type="button"
          icon="undo"
          onClick={() => {
            onUndo()
            onEnd()
          }}
        >
          {t('dispatch:done.undo')}
        </Btn>
      )}
      <Btn
        type="button"
        variant="quiet"
        icon="x"
        label={t('dispatch:done.close')}
        onClick={onEnd}
      />
    </div>
  )
}

/** What no answer came to: it stands on the board as not saved until it is sent again or put back. */
export function Unsaved({
  moves,
  changes,
  crewName,
}: {
  moves: Moves
  changes: MovesState['changes']
  crewName: (id: number) => string | undefined
}) {
  const { t } = useWords()
  const words = useDoneWords(crewName)
  const failed = changes.filter(({ state }) => state === 'failed')
  return (
    <div role="alert">
      {failed.length > 0 && (
        <div className="unsaved">
          <ConsoleIcon name="alert" />
          <b>{t('dispatch:unsaved.title', { count: failed.length })}</b>
          {failed.length > 1 && (
            <Btn type="button" onClick={() => failed.forEach(({ key }) => moves.retry(key))}>
              {t('dispatch:unsaved.retryAll')}
            </Btn>
          )}
          {failed.map((change) => (
            <span key={change.key} className="actions">
              {words(change)}
              <Btn type="button" onClick={() => moves.retry(change.key)}>
                {t('dispatch:unsaved.retry')}
              </Btn>
              <Btn type="button" variant="quiet" onClick={() => moves.abandon(change.key)}>
                {t('dispatch:unsaved.abandon')}
              </Btn>
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
