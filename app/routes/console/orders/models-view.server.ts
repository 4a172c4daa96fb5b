import type { Catalogue } from '#app/domain/orders/list-products.server.ts'

const offered = 500

/** The products a form offers while one is typed. */
export const modelsView = (catalogue: Catalogue) =>
  catalogue.slice(0, offered).map(({ model, nameZh, nameEn }) => ({ model, nameZh, nameEn }))
export type ModelView = ReturnType<typeof modelsView>[number]
