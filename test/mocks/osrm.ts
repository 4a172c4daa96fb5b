import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { kmBetween } from '#app/domain/travel/estimate.ts'
import type { Point } from '#app/platform/point.ts'

/** How the server answers instead of as it should. */
type Trouble = 'error' | 'html' | 'short' | 'negative' | 'huge' | 'redirect'

/** OSRM's own bound, and what it says past it. */
const maxPlaces = 100

/** OSRM's HTTP interface on this machine: straight roads, twice as long as the crow flies, at ten metres a second. */
export class FakeOsrm {
  readonly requests: string[] = []
  #trouble: Trouble | undefined
  #delay = 0
  #port = 0
  #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      say(response, 500, { code: 'InternalError', message: String(error) })
    })
  })

  /** As one sets it, with a path and a slash at the end. */
  get url() {
    return `http://127.0.0.1:${this.#port}/osrm/`
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, '127.0.0.1', resolve)
    })
    this.#port = (this.#server.address() as AddressInfo).port
    return this
  }

  async stop() {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  answerWith(trouble: Trouble | undefined) {
    this.#trouble = trouble
  }

  /** Every answer takes this long. */
  slowDown(milliseconds: number) {
    this.#delay = milliseconds
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    this.requests.push(request.url ?? '')
    if (this.#delay) await sleep(this.#delay)
    if (this.#trouble && this.#trouble !== 'short' && this.#trouble !== 'negative') {
      return misbehave(response, this.#trouble)
    }
    const asked = new URL(request.url ?? '', this.url)
    const [, service, typed] =
      /^\/osrm\/(table|route)\/v1\/driving\/([-\d.,;]+)$/.exec(asked.pathname) ?? []
    const places = (typed ?? '').split(';').map(placeOf)
    if (!service || places.some((place) => place === null)) {
      return say(response, 400, { code: 'InvalidUrl', message: 'URL string malformed' })
    }
    if (places.length > maxPlaces) {
      return say(response, 400, { code: 'TooBig', message: 'Too many table coordinates' })
    }
    const known = places as Point[]
    if (service === 'route') return this.#route(response, known)
    return this.#table(response, known, asked.searchParams)
  }

  #route(response: ServerResponse, places: Point[]) {
    const legs = places.slice(1).map((place, i) => way(places[i]!, place))
    if (legs.some((leg) => leg === null)) {
      return say(response, 400, { code: 'NoRoute', message: 'Impossible route' })
    }
    say(response, 200, { code: 'Ok', routes: [{ legs: this.#trouble ? legs.slice(1) : legs }] })
  }

  #table(response: ServerResponse, places: Point[], query: URLSearchParams) {
    const chosen = (name: string) =>
      query.get(name)?.split(';').map(Number) ?? places.map((_, i) => i)
    const ways = chosen('sources').map((from) =>
      chosen('destinations').map((to) => way(places[from]!, places[to]!)),
    )
    const seconds = (cell: ReturnType<typeof way>) =>
      cell && (this.#trouble === 'negative' ? -1 : cell.duration)
    const durations = ways.map((row) => row.map(seconds))
    say(response, 200, {
      code: 'Ok',
      durations: this.#trouble === 'short' ? durations.slice(1) : durations,
      distances: ways.map((row) => row.map((cell) => cell && cell.distance)),
    })
  }
}

export const startOsrm = () => new FakeOsrm().listen()

/** No road leads south of the equator. */
function way(from: Point, to: Point) {
  if (from.lat < 0 !== to.lat < 0) return null
  const distance = kmBetween(from, to) * 2000
  return { distance, duration: distance / 10 }
}

function placeOf(typed: string): Point | null {
  const [, lng, lat] = /^(-?[\d.]+),(-?[\d.]+)$/.exec(typed) ?? []
  return lng && lat ? { lat: Number(lat), lng: Number(lng) } : null
}

function misbehave(response: ServerResponse, trouble: Trouble) {
  if (trouble === 'error') return say(response, 503, { code: 'Down', message: 'Down' })
  if (trouble === 'redirect') {
    return void response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end()
  }
  response.writeHead(200, { 'Content-Type': 'text/html' })
  response.end(trouble === 'huge' ? 'x'.repeat(5_000_000) : '<!doctype html><title>Hello</title>')
}

function say(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
