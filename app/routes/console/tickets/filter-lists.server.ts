import { listAreas } from '#app/domain/crews/index.server.ts'
import { storeName } from '#app/domain/stores/index.server.ts'
import { listCategories } from '#app/domain/tickets/list-categories.server.ts'
import { listOwners } from '#app/domain/tickets/list-owners.server.ts'
import { listStores } from '#app/domain/tickets/list-stores.server.ts'
import { tagsInUse } from '#app/domain/tickets/tag-ticket.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type FilterLists = Awaited<ReturnType<typeof filterLists>>

/** What tickets can be filtered by beside their own words, in the reader's language. */
export async function filterLists(ctx: Ctx<StaffActor>) {
  const [stores, categories, areas, owners, tags] = await Promise.all([
    listStores(ctx),
    listCategories(ctx),
    listAreas(ctx),
    listOwners(ctx),
    tagsInUse(ctx),
  ])
  const inEnglish = ctx.locale === 'en'
  const choice = (value: string | number, zh: string, en: string) => ({
    value: String(value),
    label: inEnglish ? en : zh,
  })
  return {
    store: stores.map((store) => ({ value: String(store.id), label: storeName(ctx, store) })),
    category: categories.map(({ key, zh, en }) => choice(key, zh, en)),
    area: areas.map(({ id, nameZh, nameEn }) => choice(id, nameZh, nameEn)),
    owner: owners.map(({ id, name }) => choice(id, name, name)),
    tag: tags.map((tag) => choice(tag, tag, tag)),
  }
}
