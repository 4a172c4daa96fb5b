import type { Db } from '#db/client.server.ts'
import { areas, products, stores } from '#db/schema/stores.ts'
import { insertAll, withIds } from './insert.server.ts'
import { closedStoreText, pieceTexts, productTexts, storeTexts } from './texts/catalogue.ts'
import { cityNames, districtPointsOf, districtsOf, places } from './texts/places.ts'

export interface Product {
  id: number
  model: string
  /** Fen. */
  price: number
}

export interface Catalogue {
  stores: { id: number; code: string; cityZh: string }[]
  areas: { id: number; nameZh: string }[]
  products: Product[]
}

export async function insertCatalogue(tx: Db): Promise<Catalogue> {
  const storeRows = await withIds(tx, stores, storeTexts)
  await insertAll(tx, stores, storeRows)

  const areaRows = await withIds(
    tx,
    areas,
    places.map((place) => ({
      nameZh: place.zh,
      nameEn: place.en,
      cityZh: cityNames[place.city].zh,
      cityEn: cityNames[place.city].en,
      districts: districtsOf(place),
      districtPoints: districtPointsOf(place),
      lat: place.middle[0],
      lng: place.middle[1],
      speedKmh: place.speedKmh,
    })),
  )
  await insertAll(tx, areas, areaRows)

  const productRows = await withIds(tx, products, productTexts)
  await insertAll(
    tx,
    products,
    productRows.map(({ id, model, zh, en, warrantyMonths }) => ({
      id,
      model,
      nameZh: zh,
      nameEn: en,
      warrantyMonths,
      pieces: pieceTexts[model]?.pieces ?? [],
      supplier: pieceTexts[model]?.supplier ?? null,
    })),
  )
  return { stores: storeRows, areas: areaRows, products: productRows }
}

/** A store that closed before the others' present begins. */
export const insertClosedStore = (tx: Db, closedAt: Date) =>
  tx.insert(stores).values({ ...closedStoreText, closedAt })
