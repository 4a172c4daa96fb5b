import { listChanges } from '#app/domain/accounts/index.server.ts'
import { areasInFull, areaSubject } from '#app/domain/crews/change-area.server.ts'
import { listCrews } from '#app/domain/crews/change-crew.server.ts'
import { holidaySubject, listHolidays } from '#app/domain/crews/change-holidays.server.ts'
import { crewSubject } from '#app/domain/crews/change-shifts.server.ts'
import {
  categoriesSubject,
  readBookingRules,
  rulesSubject,
} from '#app/domain/windows/change-booking-settings.server.ts'
import { readService, serviceSubject } from '#app/domain/windows/change-service.server.ts'
import {
  readTravelSettings,
  travelSubject,
} from '#app/domain/travel/change-travel-settings.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { services as serviceKeys } from '#db/vocabulary/bookings.ts'
import { changeViews } from '../history.server.ts'

/** Everything the setup page shows, in plain facts. */
export async function setupView(ctx: Ctx) {
  const [areas, crews, holidays, rules, travel, { bookableCategories }, offered] =
    await Promise.all([
      areasInFull(ctx),
      listCrews(ctx),
      listHolidays(ctx),
      readBookingRules(ctx),
      readTravelSettings(ctx),
      currentSettings(ctx),
      Promise.all(serviceKeys.map(async (key) => ({ key, ...(await readService(ctx, key)) }))),
    ])
  const subjects = [
    rulesSubject,
    travelSubject,
    categoriesSubject,
    ...serviceKeys.map(serviceSubject),
    ...areas.map(({ id }) => areaSubject(id)),
    ...crews.map(({ id }) => crewSubject(id)),
    ...holidays.map(({ day }) => holidaySubject(day)),
  ]
  const { restHours, heldShare, ...plain } = rules
  return {
    areas,
    crews,
    holidays,
    services: offered.map(({ hours, ...service }) => ({ ...service, hours: hoursText(hours) })),
    rules: {
      ...plain,
      restHours: hoursText(restHours),
      heldPercent: Math.round(heldShare * 100),
    },
    travel,
    categories: bookableCategories,
    changes: changeViews(await listChanges(ctx, subjects, 20)),
  }
}
export type SetupView = Awaited<ReturnType<typeof setupView>>
