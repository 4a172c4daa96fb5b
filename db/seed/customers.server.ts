import type { Db } from '#db/client.server.ts'
import { customers } from '#db/schema/customers.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Point } from '#app/platform/point.ts'
import type { Catalogue } from './catalogue.server.ts'
import { generator, type Generator } from './generator.ts'
import { insertAll, withIds } from './insert.server.ts'
import { crewTexts } from './texts/crews.ts'
import { chineseNames, type City, cityNames, englishNames, places } from './texts/places.ts'

const visited = places.filter(({ zh }) => crewTexts.some(({ areas }) => areas.includes(zh)))

export interface Customer {
  id: number
  name: string
  phone: string
  email: string | null
  address: string
  locale: Locale
  city: City
  /** The Chinese name of the area the address lies in. */
  area: string
  areaId: number
  /** Where the home is. */
  point: Point
}

type Made = Omit<Customer, 'id' | 'areaId'>

/** Every name of both lists once; two of three live in Suzhou. */
export function makeCustomers(random: Generator): Made[] {
  const named = [
    ...chineseNames.map((name) => ({ name, locale: 'zh-CN' as const })),
    ...englishNames.map((name) => ({ name, locale: 'en' as const })),
  ]
  return named.map(({ name, locale }, i) => {
    const city: City = i % 3 === 2 ? 'shanghai' : 'suzhou'
    const account = locale === 'en' ? name.toLowerCase().replace(' ', '.') : `yezhu${i + 1}`
    return {
      name,
      locale,
      city,
      phone: `+861380000${String(1000 + i * 73)}`,
      email: locale === 'en' || random.chance(0.4) ? `${account}@example.test` : null,
      ...makeAddress(random, locale, city),
    }
  })
}

function makeAddress(
  random: Generator,
  locale: Locale,
  city: City,
): Pick<Made, 'address' | 'area' | 'point'> {
  const area = random.pick(visited.filter((place) => place.city === city))
  const [zh, en, lat, lng] = random.pick(area.estates)
  const building = random.integer(1, 24)
  const room = `${random.integer(1, 18)}0${random.integer(1, 4)}`
  const address =
    locale === 'en'
      ? `Room ${room}, Building ${building}, ${en}, ${area.en}, ${cityNames[city].en}`
      : `${cityNames[city].zh}市${area.zh}${zh} ${building} 幢 ${room} 室`
  return { address, area: area.zh, point: homeAt(lat, lng, address) }
}

/** Some hundred metres off the estate's gate, each address at its own spot. */
function homeAt(lat: number, lng: number, address: string): Point {
  const own = generator(
    [...address].reduce((sum, letter) => Math.imul(sum, 31) + letter.codePointAt(0)!, 7),
  )
  const off = (metres: number, degree: number) => own.integer(-metres, metres) / degree
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return { lat: rounded(lat + off(600, 111_000)), lng: rounded(lng + off(700, 95_000)) }
}

export async function insertCustomers(
  tx: Db,
  { areas }: Catalogue,
  made: readonly Made[],
  createdAt: Date,
): Promise<Customer[]> {
  const rows = await withIds(
    tx,
    customers,
    made.map((one) => ({ ...one, areaId: areas.find(({ nameZh }) => nameZh === one.area)!.id })),
  )
  await insertAll(
    tx,
    customers,
    rows.map(({ city: _, area: __, areaId: ___, point: ____, ...row }) => ({ ...row, createdAt })),
  )
  return rows
}

/** Who lives where a crew goes; everybody of the city unless areas are named. */
export interface Whereabouts {
  city: City
  areas?: readonly string[] | undefined
}

/** Hands customers out in turn: nobody comes twice before all others of the place have come once. */
export function customerQueue(all: readonly Customer[]) {
  const served = new Map<Customer, number>()
  const times = (customer: Customer) => served.get(customer) ?? 0
  return (locale: Locale, { city, areas }: Whereabouts): Customer => {
    const fitting = all.filter(
      (customer) =>
        customer.locale === locale &&
        customer.city === city &&
        (!areas || areas.includes(customer.area)),
    )
    const [first] = fitting
    if (!first) throw new Error(`Nobody lives in ${areas?.join() ?? city}`)
    const next = fitting.reduce((one, other) => (times(other) < times(one) ? other : one), first)
    served.set(next, times(next) + 1)
    return next
  }
}
