import { type Plan } from './plan.ts'

/** A fleet as full as this is hard to repack one stop at a time. */
const full = 0.95
/** The share of rounds that should carry no more than allowed. */
const wanted = 0.4
const rounds = 200
const step = 1.05

/**
 * While ways are shortened, a fleet that is nearly full may carry more than it holds, at a price that follows how often
 * it does: where every place is taken, two stops change places only when one may come before the other has gone.
 */
export class Overload {
  /** By unit of load. */
  price = 0
  excess = 0
  private seen = 0
  private fits = 0

  /** Lets the vehicles of a plan be overloaded from here on, if they are nearly full. */
  open({ model, size }: Plan, edge: number): void {
    const all = model.load.reduce((sum, one) => sum + one, 0)
    const room = model.capacity.reduce((sum, one, vehicle) => sum + (size[vehicle] ? one : 0), 0)
    if (Number.isFinite(room) && all > full * room) this.price = (3 * edge * model.count) / all
  }

  /** @returns whether the price changed */
  follow(): boolean {
    if (this.price === 0) return false
    this.seen++
    if (this.excess === 0) this.fits++
    if (this.seen < rounds) return false
    this.price *= this.fits < wanted * rounds ? step : 1 / step
    this.seen = this.fits = 0
    return true
  }
}
