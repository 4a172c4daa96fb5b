/** Milliseconds between two looks at the clock, about, and between two reports. */
const pause = 4
const reportPause = 100

export interface Limits {
  seconds: number
  /** An end in rounds besides: with it and a seed the same comes out each time. */
  rounds?: number
  /** Asked every few milliseconds; true ends the search. */
  stopped?: () => boolean
}

/** How much of a search's time is over, in rounds where these are limited. */
export class Clock {
  share = 0
  rounds = 0
  private readonly limits: Limits
  private readonly report: (share: number) => void
  private readonly begun = performance.now()
  private looked = 0
  private reported = 0
  private toLook = 1
  private betweenLooks = 1
  private ended = false

  constructor(limits: Limits, report: (share: number) => void) {
    this.limits = limits
    this.report = report
  }

  /** Whether there is time left up to a share of it. To be asked once a round. */
  goesOn(until: number): boolean {
    if (--this.toLook <= 0) this.look()
    if (this.limits.rounds) this.share = this.rounds / this.limits.rounds
    return !this.ended && this.share < until
  }

  private look(): void {
    const { seconds, rounds, stopped } = this.limits
    const now = performance.now()
    const spent = (now - this.begun) / 1000 / seconds
    if (!rounds) this.share = spent
    if (spent >= 1 || stopped?.()) this.ended = true
    const since = now - this.looked
    if (since < pause / 2) this.betweenLooks *= 2
    else if (since > pause) this.betweenLooks = Math.ceil(this.betweenLooks / 2)
    this.looked = now
    this.toLook = this.betweenLooks
    if (now - this.reported < reportPause) return
    this.reported = now
    this.report(Math.min(1, this.share))
  }
}
