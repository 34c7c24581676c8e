import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { QueryStep } from '../../presses/query-press.ts'
import { regionSteps } from '../region-steps.ts'
import type { QueryView } from './query-context.ts'

export interface RegionScreen {
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
export function regionScreen({ t, queryId }: QueryView, screen: RegionScreen): OutgoingMessage {
  const { first, regionLabel } = screen
  const data = (step: QueryStep) => encodePress({ kind: 'query', queryId, step })
  const children = screen.children.map(({ code, name, count }) => ({
    code,
    label: count > 0 ? `${name} ${count}` : name,
  }))
  const buttons = regionSteps(
    t,
    { ...screen, children },
    {
      choose: (regionCode) => data({ action: 'region', first, regionCode }),
      open: (regionCode, page) => data({ action: 'regions', first, regionCode, page }),
    },
    {
      whole: regionLabel === null ? t('query-all-places') : t('query-whole', { region: regionLabel }),
      top: first ? data({ action: 'topics', first }) : null,
      last: first ? [] : [{ label: t('query-to-tally'), data: data({ action: 'tally' }) }],
    },
  )
  return { text: t('query-region-title'), buttons }
}
