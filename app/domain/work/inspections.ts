import { type InspectionLevel, inspectionLevels } from '#db/vocabulary/work.ts'

/**
 * VS-8: how many of the three checks count as passed, and which comes next; `null` once all are. One that failed sends
 * the work back to the first; one made again where it had passed changes nothing.
 */
export function standingOf(inspections: readonly { level: InspectionLevel; passed: boolean }[]): {
  passed: number
  next: InspectionLevel | null
} {
  const passed = inspections.reduce((count, { level, passed }) => {
    if (!passed) return 0
    return inspectionLevels[count] === level ? count + 1 : count
  }, 0)
  return { passed, next: inspectionLevels[passed] ?? null }
}
