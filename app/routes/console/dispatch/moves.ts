/** Where a visit stands: with a crew from an instant to another, or with none. */
export interface Spot {
  crewId: number | null
  start: string | null
  end: string | null
  pinned: boolean
}

export type ChangeKind = 'place' | 'removal' | 'pin'

/** One thing a dispatcher did, until the board's data tell the same. */
export interface Change {
  key: number
  kind: ChangeKind
  visitId: number
  name: string
  /** The board it was done on. */
  day: string
  /** Null when the board didn't know: it can't be taken back. */
  from: Spot | null
  to: Spot
  /** The server chooses the earliest time: `to` is only where that is likely to be. */
  anyTime?: boolean
  /** The version it was done to; unknown until the one before it on the same visit is answered. */
  version: number | null
  state: 'saving' | 'failed' | 'saved'
  /** How often it was sent: each time is a message of its own. */
  attempt: number
  /** What it takes back. */
  undoes?: Done
}

/** What was saved and can be taken back. */
export interface Done extends Pick<Change, 'visitId' | 'name' | 'day' | 'to' | 'kind'> {
  key: number
  from: Spot
  /** The version that was changed, and the one it became. */
  before: number
  version: number
}

export type Answer =
  | { kind: 'saved'; version: number; spot: Spot }
  | { kind: 'refused'; code: string; said: string }
  | { kind: 'lost' }

export interface Notice {
  key: number
  /** `forbidden`: the board itself refused it, nothing was sent. */
  kind: 'done' | 'undone' | 'refused' | 'notUndone' | 'nothing' | 'forbidden'
  /** What the board says itself, and the visit whose window would have to move. */
  text?: string
  window?: number
  change?: Pick<Change, 'kind' | 'visitId' | 'name' | 'from' | 'to'>
  /** `said` in the reader's words. */
  refusal?: { code: string; said: string }
}

export interface MovesState {
  changes: readonly Change[]
  done: readonly Done[]
  notices: readonly Notice[]
}

type Asked = Pick<Change, 'kind' | 'visitId' | 'name' | 'day' | 'from' | 'to' | 'anyTime'>

const keptDone = 20
const keptNotices = 3

/**
 * What a dispatcher moved, each thing until it is told by the board's own data: on its way, refused, or not yet saved;
 * and what can be taken back. Several may be on their way; those of one visit go one after the other.
 */
export class Moves {
  private state: MovesState = { changes: [], done: [], notices: [] }
  private readonly listeners = new Set<() => void>()
  private keys = 0

  readonly read = (): MovesState => this.state
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** @param version what the person saw when they did it */
  ask(asked: Asked, version: number): void {
    const waits = this.state.changes.some(
      ({ visitId, state }) => visitId === asked.visitId && state !== 'saved',
    )
    this.add({ ...asked, version: waits ? null : this.newest(asked.visitId, version) })
  }

  /** What to send now. */
  outgoing(): Change[] {
    return this.state.changes.filter(({ state, version }) => state === 'saving' && version !== null)
  }

  answered(key: number, answer: Answer): void {
    const change = this.find(key)
    if (!change || change.state === 'saved') return
    switch (answer.kind) {
      case 'lost':
        return this.edit(change, { state: 'failed' })
      case 'saved':
        this.edit(change, { state: 'saved', version: answer.version, to: answer.spot })
        this.release(change, answer.version)
        return this.keep(change, answer)
      case 'refused': {
        const left = this.state.changes.filter((one) => one.key !== key && one.undoes?.key !== key)
        this.set({ changes: left })
        this.release(change, change.version)
        const { code, said } = answer
        this.notify({
          kind: change.undoes ? 'notUndone' : 'refused',
          change,
          refusal: { code, said },
        })
      }
    }
  }

  /** Sends again what the server never answered. */
  retry(key: number): void {
    const change = this.find(key)
    if (change?.state === 'failed') {
      this.edit(change, { state: 'saving', attempt: change.attempt + 1 })
    }
  }

  /** Leaves it: the visit goes back to where it was. */
  abandon(key: number): void {
    const change = this.find(key)
    if (change?.state !== 'failed') return
    this.set({ changes: this.state.changes.filter((one) => one.key !== key) })
    this.release(change, change.version)
  }

  /** Takes the newest thing back, be it saved or still on its way. */
  undo(): void {
    const under = this.state.changes.filter(({ state, undoes }) => state === 'saving' && !undoes)
    const taken = new Set(this.state.changes.flatMap(({ undoes }) => (undoes ? [undoes.key] : [])))
    const last = [
      ...this.state.done,
      ...under.flatMap((change) =>
        change.from ? [{ ...change, from: change.from, before: 0, version: 0 }] : [],
      ),
    ]
      .filter(({ key }) => !taken.has(key))
      .at(-1)
    if (!last) return this.notify({ kind: 'nothing' })
    this.undoOne(last)
  }

  undoThis(key: number): void {
    const done = this.state.done.find((one) => one.key === key)
    if (done) this.undoOne(done)
  }

  /** @param window the visit whose window would have to move first */
  forbid(text: string, window?: number): void {
    this.notify({ kind: 'forbidden', text, ...(window === undefined ? {} : { window }) })
  }

  dismiss(key: number): void {
    this.set({ notices: this.state.notices.filter((one) => one.key !== key) })
  }

  /** Tells what the board's data say; what they say already is no longer held. */
  seen(spots: ReadonlyMap<number, Spot & { version: number }>, day: string): void {
    for (const change of this.state.changes) {
      const there = spots.get(change.visitId)
      if (change.state === 'saved') {
        if (change.day === day && (!there || there.version >= change.version!)) {
          this.set({ changes: this.state.changes.filter((one) => one !== change) })
        }
      } else if (
        change.state === 'failed' &&
        there &&
        there.version > (change.version ?? Infinity)
      ) {
        // The answer was lost, not the change.
        if (isAt(there, change.to)) {
          this.answered(change.key, { kind: 'saved', version: there.version, spot: there })
        }
      }
    }
  }

  private undoOne(done: Done): void {
    const { key, visitId, name, day, from, to, kind } = done
    this.set({ done: this.state.done.filter((one) => one.key !== key) })
    const waits = this.state.changes.some((one) => one.visitId === visitId && one.state !== 'saved')
    this.add({
      kind: kind === 'pin' ? 'pin' : from.crewId === null ? 'removal' : 'place',
      visitId,
      name,
      day,
      from: to,
      to: { ...from, pinned: kind === 'removal' ? false : from.pinned },
      version: waits ? null : done.version,
      undoes: done,
    })
  }

  private keep(change: Change, answer: { version: number; spot: Spot }): void {
    const { undoes } = change
    if (undoes) {
      // What was done before it stands as it did then: it can be taken back in its turn.
      const { before } = this.state.done.find(({ key }) => key === undoes.key) ?? undoes
      const left = this.state.done.filter(({ key }) => key !== undoes.key)
      this.set({
        done: left.map((one) =>
          one.visitId === change.visitId && one.version === before
            ? { ...one, version: answer.version }
            : one,
        ),
      })
      return this.notify({ kind: 'undone', change })
    }
    const { key, visitId, name, day, from, kind } = change
    if (from) {
      const done: Done = {
        ...{ key, visitId, name, day, from, kind, to: answer.spot },
        before: change.version!,
        version: answer.version,
      }
      this.set({ done: [...this.state.done, done].slice(-keptDone) })
    }
    this.notify({ kind: 'done', change: { ...change, to: answer.spot } }, key)
  }

  /** The next one on the same visit may go, to the version there is now. */
  private release({ visitId }: Change, version: number | null): void {
    const next = this.state.changes.find(
      (one) => one.visitId === visitId && one.state === 'saving' && one.version === null,
    )
    if (next) this.edit(next, { version })
  }

  /** What was answered since is newer than what the board's data told. */
  private newest(visitId: number, version: number): number {
    const saved = this.state.changes.filter(
      (one) => one.visitId === visitId && one.state === 'saved' && one.version !== null,
    )
    return Math.max(version, ...saved.map((one) => one.version!))
  }

  private add(change: Omit<Change, 'key' | 'state' | 'attempt'>): void {
    const added: Change = { ...change, key: ++this.keys, state: 'saving', attempt: 1 }
    this.set({ changes: [...this.state.changes, added] })
  }

  private find(key: number) {
    return this.state.changes.find((one) => one.key === key)
  }

  private edit(change: Change, facts: Partial<Change>): void {
    const { key } = change
    this.set({
      changes: this.state.changes.map((one) => (one.key === key ? { ...one, ...facts } : one)),
    })
  }

  private notify(notice: Omit<Notice, 'key'>, key = ++this.keys): void {
    this.set({ notices: [...this.state.notices, { ...notice, key }].slice(-keptNotices) })
  }

  private set(facts: Partial<MovesState>): void {
    this.state = { ...this.state, ...facts }
    for (const listener of this.listeners) listener()
  }
}

const isAt = (one: Spot, other: Spot) =>
  one.crewId === other.crewId && one.start === other.start && one.pinned === other.pinned
