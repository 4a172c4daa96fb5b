import { describe, expect, test } from 'vitest'
import { Moves, type Spot } from '#app/routes/console/dispatch/moves.ts'

const none: Spot = { crewId: null, start: null, end: null, pinned: false }
const on = (crewId: number, hour: number): Spot => ({
  crewId,
  start: `2026-03-18T0${hour}:00:00.000Z`,
  end: `2026-03-18T0${hour + 1}:00:00.000Z`,
  pinned: false,
})
const day = '2026-03-18'
const place = (from: Spot, to: Spot, visitId = 1) =>
  ({ kind: 'place', visitId, name: 'Lin Wei', day, from, to }) as const

/** Answers all that is on its way, and says what was sent. */
function deliver(moves: Moves, version: number) {
  return moves.outgoing().map((change) => {
    moves.answered(change.key, { kind: 'saved', version, spot: change.to })
    return { visitId: change.visitId, kind: change.kind, version: change.version, to: change.to }
  })
}

describe('what a dispatcher moves', () => {
  test('several are on their way at once, those of one visit one after the other', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    moves.ask(place(none, on(8, 1), 2), 5)
    moves.ask(place(on(7, 1), on(7, 2)), 3)
    expect(moves.outgoing().map(({ visitId, version }) => [visitId, version])).toEqual([
      [1, 3],
      [2, 5],
    ])
    moves.answered(1, { kind: 'saved', version: 4, spot: on(7, 1) })
    expect(moves.outgoing().map(({ visitId, version }) => [visitId, version])).toEqual([
      [2, 5],
      [1, 4],
    ])
  })

  test('it is held until the board’s own data tell the same', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    deliver(moves, 4)
    moves.seen(new Map([[1, { ...none, version: 3 }]]), day)
    expect(moves.read().changes).toHaveLength(1)
    moves.seen(new Map([[1, { ...on(7, 1), version: 4 }]]), '2026-03-19')
    expect(moves.read().changes).toHaveLength(1)
    moves.seen(new Map([[1, { ...on(7, 1), version: 4 }]]), day)
    expect(moves.read().changes).toHaveLength(0)
  })

  test('a move made on an answer the board hasn’t read yet goes to the newer version', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    deliver(moves, 4)
    moves.ask(place(on(7, 1), on(7, 2)), 3)
    expect(moves.outgoing()[0]?.version).toBe(4)
  })

  test('Q-3 a refused one goes back and says why; what waited behind it goes to the same version', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    moves.ask(place(on(7, 1), on(8, 2)), 3)
    moves.answered(1, { kind: 'refused', code: 'crewTaken', said: '九点有人' })
    expect(moves.read().notices.at(-1)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'crewTaken', said: '九点有人' },
    })
    expect(moves.outgoing()).toMatchObject([{ key: 2, version: 3 }])
  })

  test('one without an answer stays, is sent again as it was, or is put back', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    moves.answered(1, { kind: 'lost' })
    expect(moves.read().changes).toMatchObject([{ state: 'failed', to: on(7, 1) }])
    moves.retry(1)
    expect(moves.outgoing()).toMatchObject([{ version: 3, attempt: 2 }])
    moves.answered(1, { kind: 'lost' })
    moves.abandon(1)
    expect(moves.read().changes).toHaveLength(0)
    expect(moves.read().done).toHaveLength(0)
  })

  test('when only the answer was lost, the board’s data say so', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    moves.answered(1, { kind: 'lost' })
    moves.seen(new Map([[1, { ...on(7, 1), version: 4 }]]), day)
    expect(moves.read().changes.filter(({ state }) => state !== 'saved')).toHaveLength(0)
    expect(moves.read().done).toMatchObject([{ version: 4 }])
  })

  test('when somebody else moved it meanwhile, it stays unsaved', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    moves.answered(1, { kind: 'lost' })
    moves.seen(new Map([[1, { ...on(9, 5), version: 4 }]]), day)
    expect(moves.read().changes).toMatchObject([{ state: 'failed' }])
  })
})

describe('undo', () => {
  test('one after the other, back to where it all began', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    deliver(moves, 4)
    moves.ask(place(on(7, 1), on(8, 2)), 4)
    deliver(moves, 5)
    moves.undo()
    expect(deliver(moves, 6)).toEqual([{ visitId: 1, kind: 'place', version: 5, to: on(7, 1) }])
    moves.undo()
    expect(deliver(moves, 7)).toEqual([{ visitId: 1, kind: 'removal', version: 6, to: none }])
    expect(moves.read().notices.at(-1)?.kind).toBe('undone')
    moves.undo()
    expect(moves.read().notices.at(-1)?.kind).toBe('nothing')
  })

  test('of what is still on its way goes right behind it', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    moves.undo()
    expect(moves.outgoing()).toHaveLength(1)
    deliver(moves, 4)
    expect(moves.outgoing()).toMatchObject([{ kind: 'removal', version: 4, to: none }])
    deliver(moves, 5)
    expect(moves.read().done).toHaveLength(0)
  })

  test('of what was refused is dropped with it', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    moves.undo()
    moves.answered(1, { kind: 'refused', code: 'crewTaken', said: '' })
    expect(moves.read().changes).toHaveLength(0)
  })

  test('changes nothing when somebody else changed it since, and says so', () => {
    const moves = new Moves()
    moves.ask(place(none, on(7, 1)), 3)
    deliver(moves, 4)
    moves.undo()
    expect(moves.outgoing()).toMatchObject([{ version: 4 }])
    moves.answered(moves.outgoing()[0]!.key, { kind: 'refused', code: 'visitChanged', said: '' })
    expect(moves.read().notices.at(-1)).toMatchObject({
      kind: 'notUndone',
      refusal: { code: 'visitChanged' },
    })
    expect(moves.read().done).toHaveLength(0)
  })

  test('a pin is taken off again; the last twenty are kept', () => {
    const moves = new Moves()
    const from = on(7, 1)
    for (let version = 1; version <= 25; version++) {
      const pinned = version % 2 === 1
      const asked = { visitId: 1, name: 'Lin Wei', day, from: { ...from, pinned: !pinned } }
      moves.ask({ kind: 'pin', ...asked, to: { ...from, pinned } }, version)
      deliver(moves, version + 1)
    }
    expect(moves.read().done).toHaveLength(20)
    moves.undo()
    expect(moves.outgoing()).toMatchObject([{ kind: 'pin', to: { pinned: false }, version: 26 }])
  })
})
