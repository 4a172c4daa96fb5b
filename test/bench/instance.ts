import { type Problem, type Routes } from '#app/domain/planning/search/problem.ts'

export interface Customer {
  x: number
  y: number
  demand: number
  ready: number
  due: number
  service: number
}

/** Customers to be visited from one depot, in Solomon's format; Gehring and Homberger's is the same. */
export interface Instance {
  name: string
  vehicles: number
  capacity: number
  depot: Customer
  customers: Customer[]
}

/** Reads an instance; null when the text isn't one. */
export function readInstance(text: string): Instance | null {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  const heading = lines.findIndex((line) => /^NUMBER\s+CAPACITY$/i.test(line))
  const fleet = numbers(lines.slice(heading + 1).find((line) => line !== '') ?? '')
  if (heading < 0 || fleet.length !== 2) return null
  const rows = lines
    .slice(heading)
    .map(numbers)
    .filter((row) => row.length === 7)
    .map(
      ([, x, y, demand, ready, due, service]) =>
        ({ x, y, demand, ready, due, service }) as Customer,
    )
  const [depot, ...customers] = rows
  if (!depot || customers.length === 0) return null
  const [vehicles, capacity] = fleet as [number, number]
  return { name: lines.find((line) => line !== '')!, vehicles, capacity, depot, customers }
}

function numbers(line: string): number[] {
  const row = line.split(/\s+/).map((word) => (word === '' ? NaN : Number(word)))
  return row.every(Number.isFinite) ? row : []
}

const distance = (a: Customer, b: Customer) => Math.hypot(a.x - b.x, a.y - b.y)

export function problemOf({ vehicles, capacity, depot, customers }: Instance): Problem {
  const sites = [depot, ...customers]
  const day = [{ from: depot.ready, to: depot.due }]
  return {
    stops: customers.map(({ ready, due, service, demand }, i) => ({
      place: i + 1,
      service,
      ready,
      due,
      latest: due,
      load: demand,
      vehicles: null,
      throughRests: false,
      pinned: null,
      after: null,
    })),
    vehicles: Array.from({ length: vehicles }, () => ({
      start: 0,
      free: depot.ready,
      end: 0,
      shifts: day,
      whole: day,
      capacity,
    })),
    travel: Float64Array.from(sites.flatMap((from) => sites.map((to) => distance(from, to)))),
    places: sites.length,
    mark: 0,
  }
}

/** What the routes come to, worked out from the instance alone, and what is wrong with them. */
export function check(instance: Instance, routes: Routes) {
  const { depot, customers, capacity } = instance
  const used = routes.filter((route) => route.length > 0)
  const wrong: string[] = []
  const times = new Map<number, number>()
  let length = 0
  if (used.length > instance.vehicles)
    wrong.push(`${used.length} vehicles, ${instance.vehicles} there are`)
  used.forEach((route, number) => {
    let at = depot
    let time = depot.ready
    let load = 0
    for (const index of route) {
      times.set(index, (times.get(index) ?? 0) + 1)
      const customer = customers[index]
      if (!customer) {
        wrong.push(`no customer ${index + 1}`)
        continue
      }
      length += distance(at, customer)
      time = Math.max(time + distance(at, customer), customer.ready)
      if (time > customer.due + tolerance)
        wrong.push(`customer ${index + 1} at ${time}, due ${customer.due}`)
      time += customer.service
      load += customer.demand
      at = customer
    }
    length += distance(at, depot)
    time += distance(at, depot)
    if (time > depot.due + tolerance)
      wrong.push(`route ${number + 1} back at ${time}, due ${depot.due}`)
    if (load > capacity + tolerance)
      wrong.push(`route ${number + 1} carries ${load} of ${capacity}`)
  })
  customers.forEach((_, index) => {
    const visits = times.get(index) ?? 0
    if (visits !== 1) wrong.push(`customer ${index + 1} visited ${visits} times`)
  })
  return { vehicles: used.length, distance: length, wrong }
}

const tolerance = 1e-6
