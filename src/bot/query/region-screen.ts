import type { Button, OutgoingMessage } from '../../lib/outgoing-message.ts'
import { regionLevelOf } from '../../regions/region-code.ts'
import { encodeQueryPress, type QueryPress } from './query-callback.ts'
import type { QueryView } from './query-context.ts'

export interface RegionStep {
  first: boolean
  regionCode: string
  /** null: above all cities */
  regionLabel: string | null
  /** where "back" leads one step up; null at the top of the scope */
  parentCode: string | null
  /** one page of what lies right below, with how many entries each has */
  children: { code: string; name: string; count: number }[]
  /** from 0 */
  page: number
  pages: number
}

/** Stepping down: all of the region first, then what lies below it. A village is chosen by its press. */
export function regionScreen({ t, queryId }: QueryView, step: RegionStep): OutgoingMessage {
  const { first, regionCode } = step
  const button = (label: string, press: QueryPress): Button => ({
    label,
    data: encodeQueryPress(queryId, press),
  })
  const whole =
    step.regionLabel === null ? t('query-all-places') : t('query-whole', { region: step.regionLabel })
  const children = step.children.map(({ code, name, count }) =>
    button(
      count > 0 ? `${name} ${count}` : name,
      regionLevelOf(code) === 'village'
        ? { action: 'region', first, regionCode: code }
        : { action: 'regions', first, regionCode: code, page: 0 },
    ),
  )
  const rows: Button[][] = [[button(whole, { action: 'region', first, regionCode })]]
  for (let at = 0; at < children.length; at += 2) rows.push(children.slice(at, at + 2))

  const turn = (page: number): QueryPress => ({ action: 'regions', first, regionCode, page })
  rows.push([
    ...(step.page > 0 ? [button(t('query-previous'), turn(step.page - 1))] : []),
    ...(step.page < step.pages - 1 ? [button(t('query-next'), turn(step.page + 1))] : []),
  ])
  const up: QueryPress | null =
    step.parentCode !== null
      ? { action: 'regions', first, regionCode: step.parentCode, page: 0 }
      : first
        ? { action: 'topics', first }
        : null
  rows.push([
    ...(up ? [button(t('query-back'), up)] : []),
    ...(first ? [] : [button(t('query-to-tally'), { action: 'tally' })]),
  ])
  return { text: t('query-region-title'), buttons: rows.filter((row) => row.length > 0) }
}
