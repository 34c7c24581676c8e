import type { Button } from '../lib/outgoing-message.ts'
import { regionLevelOf } from '../regions/region-code.ts'

export interface RegionStep {
  /** the region whose places are shown; the empty string: above all cities */
  regionCode: string
  /** one page of what lies right below, each as it is labelled */
  children: { code: string; label: string }[]
  /** where "back" leads one step up; null at the top of the scope */
  parentCode: string | null
  /** from 0 */
  page: number
  pages: number
}

/** What the buttons of such a step mean, as callback data. */
export interface RegionPresses {
  choose(regionCode: string): string
  open(regionCode: string, page: number): string
}

/**
 * Stepping down: all of the region first (`whole`; null where it cannot be chosen), then what lies below it. A village is
 * chosen by its press. `top`: where "back" leads from the top. `last`: what else stands in the last row.
 */
export function regionSteps(
  t: (key: string) => string,
  step: RegionStep,
  presses: RegionPresses,
  { whole, top, last }: { whole: string | null; top: string | null; last: Button[] },
): Button[][] {
  const { regionCode, page } = step
  const rows: Button[][] = whole === null ? [] : [[{ label: whole, data: presses.choose(regionCode) }]]
  const children = step.children.map(({ code, label }) => ({
    label,
    data: regionLevelOf(code) === 'village' ? presses.choose(code) : presses.open(code, 0),
  }))
  for (let at = 0; at < children.length; at += 2) rows.push(children.slice(at, at + 2))
  const turn = (to: number, key: string): Button => ({ label: t(key), data: presses.open(regionCode, to) })
  rows.push([
    ...(page > 0 ? [turn(page - 1, 'query-previous')] : []),
    ...(page < step.pages - 1 ? [turn(page + 1, 'query-next')] : []),
  ])
  const up = step.parentCode !== null ? presses.open(step.parentCode, 0) : top
  rows.push([...(up === null ? [] : [{ label: t('query-back'), data: up }]), ...last])
  return rows.filter((row) => row.length > 0)
}
