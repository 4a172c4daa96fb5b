import type { Db } from '#db/client.server.ts'
import { customers } from '#db/schema/customers.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import { type Generator, nth } from './generator.ts'
import { insertAll, withIds } from './insert.server.ts'
import { chineseNames, type City, cityNames, englishNames, places } from './texts/places.ts'

export interface Customer {
  id: number
  name: string
  phone: string
  email: string | null
  address: string
  locale: Locale
  city: City
}

/** Every name of both lists once; two of three live in Suzhou. */
export function makeCustomers(random: Generator): Omit<Customer, 'id'>[] {
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
      address: makeAddress(random, locale, city),
    }
  })
}

function makeAddress(random: Generator, locale: Locale, city: City): string {
  const area = random.pick(places.filter((place) => place.city === city))
  const [zh, en] = random.pick(area.estates)
  const building = random.integer(1, 24)
  const room = `${random.integer(1, 18)}0${random.integer(1, 4)}`
  return locale === 'en'
    ? `Room ${room}, Building ${building}, ${en}, ${area.en}, ${cityNames[city].en}`
    : `${cityNames[city].zh}市${area.zh}${zh} ${building} 幢 ${room} 室`
}

export async function insertCustomers(
  tx: Db,
  made: readonly Omit<Customer, 'id'>[],
  createdAt: Date,
): Promise<Customer[]> {
  const rows = await withIds(tx, customers, made)
  await insertAll(
    tx,
    customers,
    rows.map(({ city: _, ...row }) => ({ ...row, createdAt })),
  )
  return rows
}

/** Hands customers out in turn, so that some come twice. */
export function customerQueue(all: readonly Customer[]) {
  const served = new Map<string, number>()
  return (locale: Locale, city: City): Customer => {
    const key = `${locale} ${city}`
    const turn = served.get(key) ?? 0
    served.set(key, turn + 1)
    return nth(
      all.filter((customer) => customer.locale === locale && customer.city === city),
      turn,
    )
  }
}
