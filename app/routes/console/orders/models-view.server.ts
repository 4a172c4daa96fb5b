import type { Catalogue } from '#app/domain/orders/list-products.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

const offered = 500

/** The models a form offers while one is typed. */
export const modelsView = (ctx: Ctx, catalogue: Catalogue) =>
  catalogue
    .slice(0, offered)
    .map(({ model, nameZh, nameEn }) => ({ model, name: ctx.locale === 'en' ? nameEn : nameZh }))
