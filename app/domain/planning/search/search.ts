import { isFeasible } from './evaluate.ts'
import { Insertion } from './insertion.ts'
import { Model } from './model.ts'
import { Plan } from './plan.ts'
import { compareCosts, type Cost, type Problem, type Routes } from './problem.ts'
import { generator } from './random.ts'
import { Recreate } from './recreate.ts'
import { Ruin } from './ruin.ts'

const blink = 0.01
/** Temperatures, in average ways between two stops. */
const hot = 10
const cold = 0.03
/** The shares of the time for getting everybody served, and then with fewer vehicles, at the most. */
const serveUntil = 0.25
const fleetUntil = 0.35
/** Milliseconds between two looks at the clock, about. */
const pause = 4

export interface Search {
  problem: Problem
  /** A plan to begin with; nothing worse than it is ever returned. */
  initial?: Routes
  seconds: number
  /** An end in rounds besides: with it and a seed the same comes out each time. */
  rounds?: number
  seed?: number
  /** Asked every few milliseconds; true ends the search with the best so far. */
  stopped?: () => boolean
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

class Run {
  private readonly wanted: Search
  private readonly model: Model
  private readonly plan: Plan
  private readonly ruin: Ruin
  private readonly recreate: Recreate
  private readonly insertion: Insertion
  private readonly random: () => number
  private readonly weights: { late: number; vehicle: number }
  private readonly edge: number
  /** How often each stop found no place: the more, the harder it is. */
  private readonly absences: Float64Array
  /** Stops that have no place even on an otherwise empty day. */
  private readonly hopeless: number
  private best: { routes: number[][]; cost: Cost }
  private current: Cost
  private currentWeight: number

  private readonly begun = performance.now()
  private told = 0
  private looked = 0
  private roundsToLook = 1
  private roundsBetweenLooks = 1
  private rounds = 0
  private share = 0
  private ended = false

  constructor(wanted: Search) {
    const { problem, initial, seed = 1 } = wanted
    this.wanted = wanted
    this.random = generator(seed)
    this.model = new Model(problem)
    this.plan = new Plan(this.model)
    const longest = problem.travel.reduce((most, way) => Math.max(most, way), 1)
    this.weights = { late: 20 * longest, vehicle: 10 * longest }
    this.insertion = new Insertion(this.plan, this.weights)
    this.ruin = new Ruin(this.plan, this.random)
    this.recreate = new Recreate(this.plan, this.insertion, this.random)
    this.absences = this.model.worth.map((worth) => worth ** 2)
    this.hopeless = this.countHopeless()
    this.takeOn(initial)
    this.recreate.run(0)
    this.current = this.plan.cost()
    this.currentWeight = this.weigh(this.current)
    this.best = { routes: this.plan.routes(), cost: this.current }
    const served = this.model.count - this.current.unserved
    this.edge = Math.max(0.001, this.current.travel / Math.max(1, served))
    this.look()
  }

  found(): Found {
    return { ...this.best, rounds: this.rounds }
  }

  /** Serves everybody who can be. */
  serve(): void {
    while (this.best.cost.unserved > this.hopeless && this.going(serveUntil)) {
      this.round(this.edge * 0.2)
    }
    this.goBack()
  }

  /** Closes one vehicle after the other for as long as its stops find a place on the rest. */
  shrinkFleet(): void {
    const { plan } = this
    const least = leastVehicles(this.wanted.problem)
    while (this.best.cost.vehicles > least && this.going(fleetUntil)) {
      this.goBack()
      const { unserved, late } = this.best.cost
      if (!this.closeOne()) break
      this.current = plan.cost()
      this.currentWeight = this.weigh(this.current)
      while (
        (this.current.unserved > unserved || this.current.late > late + 0.001) &&
        this.going(fleetUntil)
      ) {
        this.round(this.edge * 0.2)
      }
    }
    plan.open.fill(1)
    this.goBack()
  }

  /** Shortens the ways, at first with great freedom and then with less and less. */
  anneal(): void {
    const { plan } = this
    // An empty vehicle is no use while all are alike and everybody is served.
    if (this.model.kinds === 1 && this.best.cost.unserved === 0) {
      for (let vehicle = 0; vehicle < this.model.fleet; vehicle++) {
        if (plan.size[vehicle] === 0) plan.open[vehicle] = 0
      }
    }
    const from = this.share
    let temperature = 0
    while (this.going(1)) {
      if (this.rounds % 16 === 0 || temperature === 0) {
        temperature = this.edge * hot * (cold / hot) ** ((this.share - from) / (1 - from))
      }
      this.round(temperature)
    }
  }

  private round(temperature: number): void {
    const { plan } = this
    this.rounds++
    plan.begin()
    this.ruin.run()
    this.recreate.run(blink)
    for (let i = 0; i < plan.absentCount; i++) this.absences[plan.absent[i]!]!++
    const cost = plan.cost()
    const weight = this.weigh(cost)
    if (!this.accepts(cost, weight, temperature)) {
      plan.takeBack()
      return
    }
    this.current = cost
    this.currentWeight = weight
    if (compareCosts(cost, this.best.cost) < 0) this.best = { routes: plan.routes(), cost }
  }

  private accepts(cost: Cost, weight: number, temperature: number): boolean {
    if (cost.unserved > 0 || this.current.unserved > 0) {
      if (cost.unserved < this.current.unserved) return true
      const now = this.plan.sumAbsent(this.absences)
      const before = this.plan.sumBefore(this.absences)
      if (now < before) return true
      if (now > before || cost.unserved > this.current.unserved) return false
    }
    return weight < this.currentWeight - temperature * Math.log(this.random())
  }

  /** All but the unserved as one number. */
  private weigh({ late, vehicles, travel }: Cost): number {
    return late * this.weights.late + vehicles * this.weights.vehicle + travel
  }

  private goBack(): void {
    this.plan.adopt(this.best.routes)
    this.current = this.best.cost
    this.currentWeight = this.weigh(this.current)
  }

  /** Closes the vehicle whose stops have been the easiest to place. */
  private closeOne(): boolean {
    const { plan, model } = this
    let least = Infinity
    let chosen = -1
    for (let vehicle = 0; vehicle < model.fleet; vehicle++) {
      const size = plan.size[vehicle]!
      if (size === 0) plan.open[vehicle] = 0
      if (plan.open[vehicle] === 0) continue
      const route = plan.seq.subarray(vehicle * plan.row, vehicle * plan.row + size)
      if (route.some((stop) => model.pinned[stop] === 1)) continue
      const sum = route.reduce((total, stop) => total + this.absences[stop]!, 0)
      const hard = sum * (0.9 + 0.2 * this.random())
      if (hard < least) {
        least = hard
        chosen = vehicle
      }
    }
    if (chosen < 0) return false
    plan.open[chosen] = 0
    plan.remove(chosen, 0, plan.size[chosen]!)
    return true
  }

  /** Takes on the plan to begin with, without what can't be, and the pinned stops it leaves out. */
  private takeOn(initial: Routes = []): void {
    const { plan, model } = this
    const { stops } = this.wanted.problem
    const named = new Set(initial.flat())
    const routes = Array.from({ length: model.fleet }, (_, vehicle) => [
      ...(initial[vehicle] ?? []),
    ])
    stops.forEach(({ pinned }, stop) => {
      if (!pinned || named.has(stop)) return
      const route = routes[pinned.vehicle]!
      const later = route.findIndex((other) => (stops[other]!.pinned?.start ?? -1) > pinned.start)
      route.splice(later < 0 ? route.length : later, 0, stop)
    })
    plan.adopt(routes)
    if (isFeasible(plan, routes)) return
    const pins = routes.map((route) =>
      route
        .filter((stop) => stops[stop]!.pinned)
        .sort((a, b) => stops[a]!.pinned!.start - stops[b]!.pinned!.start),
    )
    plan.adopt(pins)
    plan.begin()
  }

  private countHopeless(): number {
    this.takeOn()
    const { plan, model } = this
    const without = new Set<number>()
    const depths = Array.from(plan.absent.subarray(0, plan.absentCount)).sort(
      (a, b) => model.depth[a]! - model.depth[b]!,
    )
    for (const stop of depths) {
      const first = model.firstOf[stop]!
      if (first >= 0 && model.pinned[first] === 0) {
        if (without.has(first)) without.add(stop)
      } else if (!this.insertion.find(stop, this.random, 0)) without.add(stop)
    }
    return without.size
  }

  /** Whether there is time left up to a share of it; looks at the clock now and then. */
  private going(until: number): boolean {
    if (--this.roundsToLook <= 0) this.look()
    if (this.wanted.rounds) this.share = this.rounds / this.wanted.rounds
    return !this.ended && this.share < until
  }

  private look(): void {
    const { seconds, rounds, stopped, progress } = this.wanted
    const now = performance.now()
    const spent = (now - this.begun) / 1000 / seconds
    if (!rounds) this.share = spent
    if (spent >= 1 || stopped?.()) this.ended = true
    if (now - this.looked < pause / 2) this.roundsBetweenLooks *= 2
    else if (now - this.looked > pause)
      this.roundsBetweenLooks = Math.ceil(this.roundsBetweenLooks / 2)
    this.looked = now
    this.roundsToLook = this.roundsBetweenLooks
    if (now - this.told > 100) {
      this.told = now
      progress?.(Math.min(1, this.share), this.best.cost)
    }
  }
}

function leastVehicles({ stops, vehicles }: Problem): number {
  const load = stops.reduce((sum, stop) => sum + stop.load, 0)
  const largest = Math.max(...vehicles.map(({ capacity }) => capacity))
  return Number.isFinite(largest) && largest > 0 ? Math.ceil(load / largest) : 1
}
