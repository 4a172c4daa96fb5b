import type { BoardVisit } from './board-view.server.ts'
import { type Ghost, type GhostWords } from './ghost.ts'
import {
  type DropCrew,
  type DropVisit,
  judgeDrop,
  type Pace,
  snap,
  type Verdict,
} from './judge-drop.ts'

export interface Scene {
  visit: BoardVisit
  drop: DropVisit
  /** As the board shows them, top to bottom. */
  crews: readonly DropCrew[]
  at: { now: number | null; pace: Pace }
}

export interface Place {
  crew: DropCrew
  start: number
}

/** What a place is called, and what speaks for or against it. */
export type SayPlace = (scene: Scene, place: Place, verdict: Verdict) => GhostWords

/** A visit in the dispatcher's hand, by mouse or by keyboard: where it is held, and whether it may be put down there. */
export class Carry {
  private place: Place | null = null
  private verdict: Verdict | null = null

  constructor(
    readonly scene: Scene,
    private readonly ghost: Ghost,
    private readonly say: SayPlace,
    /** Minutes from its beginning to where it was taken hold of. */
    private readonly grip = 0,
  ) {}

  /** Follows the pointer. Nothing is worked out anew while it stays in the same five minutes. */
  follow(x: number, y: number): void {
    const under = this.ghost.under(x, y)
    const crew = under && this.scene.crews.find(({ id }) => id === under.crewId)
    if (!under || !crew) return this.leave()
    this.hold({ crew, start: snap(under.minute - this.grip) })
  }

  hold(place: Place): GhostWords | null {
    const old = this.place
    if (old?.crew === place.crew && old.start === place.start) return null
    const { drop, at } = this.scene
    this.place = place
    this.verdict = judgeDrop(drop, place.crew, place.start, at)
    const words = this.say(this.scene, place, this.verdict)
    this.ghost.show(place.crew.id, { from: place.start, to: place.start + drop.minutes }, words)
    return words
  }

  /** Over no lane. */
  leave(): void {
    this.place = null
    this.verdict = null
    this.ghost.hide()
  }

  /** A step by the keyboard: minutes along, crews down. */
  step(minutes: number, rows: number): GhostWords | null {
    const { crews } = this.scene
    if (!this.place) return null
    const index = crews.indexOf(this.place.crew) + rows
    const crew = crews[Math.min(Math.max(index, 0), crews.length - 1)]!
    const start = Math.min(Math.max(this.place.start + minutes, 0), 24 * 60 - 5)
    const words = this.hold({ crew, start })
    this.ghost.reveal()
    return words
  }

  held(): { place: Place; verdict: Verdict } | null {
    return this.place && this.verdict ? { place: this.place, verdict: this.verdict } : null
  }

  end(): void {
    this.leave()
  }
}
