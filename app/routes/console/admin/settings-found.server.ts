import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { settingGroups } from './settings-list.ts'

const most = 4

/** The settings a colleague may open whose name, or what it is for, has what was typed; by name first. */
export function settingsFound(ctx: Ctx<StaffActor>, q: string) {
  const t = translate(ctx.locale)
  const typed = q.trim().toLowerCase()
  if (typed === '') return []
  const settings = settingGroups
    .flatMap(({ settings }) => [...settings])
    .filter(({ needs }) => may(ctx.actor, needs))
    .map(({ key, href }) => ({
      href,
      title: t(`settings:item.${key}`),
      about: t(`overviews:about.${key}`),
      also: t(`overviews:also.${key}`),
    }))
  const has = (words: string) => words.toLowerCase().includes(typed)
  const byName = settings.filter(({ title }) => has(title))
  const others = settings.filter(
    (one) => !byName.includes(one) && (has(one.about) || has(one.also)),
  )
  return [...byName, ...others].slice(0, most)
}
