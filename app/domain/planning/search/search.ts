import { takeOn, worthOfHopeless } from './beginning.ts'
import { Clock, type Limits } from './clock.ts'
import { closeOne, leastVehicles } from './fleet.ts'
import { Insertion } from './insertion.ts'
import { Model } from './model.ts'
import { Overload } from './overload.ts'
import { Plan } from './plan.ts'
import { compareCosts, type Cost, type Problem, type Routes } from './problem.ts'
import { generator } from './random.ts'
import { Recreate } from './recreate.ts'
import { Ruin } from './ruin.ts'

const blink = 0.01
/** Temperatures, in average ways between two stops. */
const hot = 10
const cold = 0.03
const cool = 0.2
const warm = 2
/** Up to how many stops there are several tries, how many, and what share of the time each takes. */
const small = 250
const tries = 4
const tryShare = 0.15
/** The shares of the time for getting everybody served, and then with fewer vehicles, at the most. */
const serveUntil = 0.25
const fleetUntil = 0.35

export interface Search extends Limits {
  problem: Problem
  /** A plan to begin with; nothing worse than it is ever returned. */
  initial?: Routes
  seed?: number
  /** Told about ten times a second how much of the time is over and what the best so far costs. */
  progress?: (share: number, cost: Cost) => void
}

export interface Found {
  routes: Routes
  cost: Cost
  /** How many times something was taken off and put back. */
  rounds: number
}

/**
 * Slack induction by string removals (Christiaens and Vanden Berghe, Transportation Science 54(2), 2020): strings of
 * neighbouring stops are taken off a few routes near each other and put back greedily; what comes out is kept by
 * simulated annealing.
 */
export function search(wanted: Search): Found {
  const run = new Run(wanted)
  run.serve()
  run.shrinkFleet()
  run.anneal()
  return run.found()
}

interface Kept {
  routes: number[][]
  cost: Cost
}

class Run {
  private readonly model: Model
  private readonly plan: Plan
  private readonly ruin: Ruin
  private readonly recreate: Recreate
  private readonly insertion: Insertion
  private readonly clock: Clock
  private readonly random: () => number
  private readonly weights: { late: number; vehicle: number }
  private readonly edge: number
  /** How often each stop found no place: the more, the harder it is. */
  private readonly absences: Float64Array
  private readonly hopeless: number
  private readonly overload = new Overload()
  private best: Kept
  private current: Cost
  private currentWeight = 0

  constructor({ problem, initial, seed = 1, progress, ...limits }: Search) {
    this.random = generator(seed)
    this.model = new Model(problem)
    this.plan = new Plan(this.model)
    const longest = problem.travel.reduce((most, way) => Math.max(most, way), 1)
    this.weights = { late: 20 * longest, vehicle: 10 * longest }
    this.insertion = new Insertion(this.plan, this.weights)
    this.ruin = new Ruin(this.plan, this.random)
    this.recreate = new Recreate(this.plan, this.insertion, this.random)
    this.absences = this.model.worth.map((worth) => worth ** 2)
    this.hopeless = worthOfHopeless(this.plan, this.insertion)
    takeOn(this.plan, initial)
    this.recreate.run(0)
    this.current = this.plan.cost()
    this.best = { routes: this.plan.routes(), cost: this.current }
    const served = this.model.count - this.plan.absentCount
    this.edge = Math.max(0.001, this.current.travel / Math.max(1, served))
    this.clock = new Clock(limits, (share) => progress?.(share, this.best.cost))
    this.goBack()
  }

  found(): Found {
    return { ...this.best, rounds: this.clock.rounds }
  }

  /** Serves everybody who can be. */
  serve(): void {
    while (this.best.cost.unserved > this.hopeless && this.clock.goesOn(serveUntil)) {
      this.round(this.edge * cool)
    }
    this.goBack()
  }

  /** Closes one vehicle after the other for as long as its stops find a place on the rest. */
  shrinkFleet(): void {
    const { plan, clock } = this
    const least = leastVehicles(plan)
    while (this.best.cost.vehicles > least && clock.goesOn(fleetUntil)) {
      this.goBack()
      const { unserved, late } = this.best.cost
      if (!closeOne(plan, this.absences, this.random)) break
      this.current = plan.cost()
      this.currentWeight = this.weigh(this.current)
      const isWorse = () => this.current.unserved > unserved || this.current.late > late + 0.001
      while (isWorse() && clock.goesOn(fleetUntil)) this.round(this.edge * cool)
    }
    plan.open.fill(1)
    this.goBack()
  }

  /** Shortens the ways, at first with great freedom and then with less and less. */
  anneal(): void {
    const { plan, model, clock, overload } = this
    // An empty vehicle is no use while all are alike and everybody is served.
    if (model.kinds === 1 && this.best.cost.unserved === 0) {
      for (let vehicle = 0; vehicle < model.fleet; vehicle++) {
        if (plan.size[vehicle] === 0) plan.open[vehicle] = 0
      }
    }
    overload.open(plan, this.edge)
    const begun = clock.share
    const start = this.best
    const tried = model.count <= small ? tries : 0
    for (let i = 1; i <= tried; i++) this.coolDown(start, hot, begun + (1 - begun) * tryShare * i)
    this.coolDown(this.best, tried > 0 ? warm : hot, 1)
  }

  /** Anneals a plan from a temperature down. */
  private coolDown(plan: Kept, from: number, until: number): void {
    const { clock, overload, insertion } = this
    this.goBack(plan)
    const begun = clock.share
    let temperature = 0
    while (clock.goesOn(until)) {
      if (clock.rounds % 16 === 0 || temperature === 0) {
        const cooled = (clock.share - begun) / (until - begun)
        temperature = this.edge * from * (cold / from) ** cooled
      }
      this.round(temperature)
      if (overload.follow()) this.currentWeight = this.weigh(this.current)
      insertion.overweight = overload.price || Infinity
    }
  }

  private round(temperature: number): void {
    const { plan, overload } = this
    this.clock.rounds++
    plan.journal.begin()
    this.ruin.run()
    this.recreate.run(blink)
    for (let i = 0; i < plan.absentCount; i++) this.absences[plan.absent[i]!]!++
    const cost = plan.cost()
    const excessBefore = overload.excess
    if (overload.price > 0) overload.excess = plan.excess()
    const weight = this.weigh(cost)
    // Taken back, routes that came out as they were needn't be looked at again.
    if (plan.journal.isUnchanged() || !this.accepts(cost, weight, temperature)) {
      plan.journal.takeBack()
      overload.excess = excessBefore
      return
    }
    this.current = cost
    this.currentWeight = weight
    if (overload.excess === 0 && compareCosts(cost, this.best.cost) < 0) {
      this.best = { routes: plan.routes(), cost }
    }
  }

  private accepts(cost: Cost, weight: number, temperature: number): boolean {
    const { current, absences } = this
    if (cost.unserved > 0 || current.unserved > 0) {
      if (cost.unserved < current.unserved) return true
      const now = this.plan.journal.sumNow(absences)
      const before = this.plan.journal.sumBefore(absences)
      if (now < before) return true
      if (now > before || cost.unserved > current.unserved) return false
    }
    return weight < this.currentWeight - temperature * Math.log(this.random())
  }

  /** All but the unserved as one number. */
  private weigh({ late, vehicles, travel }: Cost): number {
    const { excess, price } = this.overload
    return late * this.weights.late + vehicles * this.weights.vehicle + travel + excess * price
  }

  private goBack({ routes, cost } = this.best): void {
    this.plan.adopt(routes)
    this.current = cost
    this.overload.excess = 0
    this.currentWeight = this.weigh(this.current)
  }
}
