import { listRecordings } from '../../recordings/list-recordings.ts'
import { recordableScreens } from '../../recordings/recordable-screens.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showScreenToRecord } from './show-screen-to-record.ts'
import { showVoices } from './show-voices.ts'

/** The next one after this screen that is not recorded; the list of all where there is none further on. */
export async function showNextToRecord(
  deps: BotDeps,
  ctx: BotContext,
  { regionCode, after, just }: { regionCode: string; after: string | null; just?: string },
): Promise<void> {
  const recorded = await listRecordings(deps.prisma, regionCode)
  const screens = recordableScreens().map(({ screen }) => screen)
  const next = screens
    .slice(after === null ? 0 : screens.indexOf(after) + 1)
    .find((each) => !recorded.has(each))
  const kept = just === undefined ? undefined : recorded.get(just)
  if (next === undefined)
    return await showVoices(
      deps,
      ctx,
      regionCode,
      kept && ctx.t('voices-kept', { seconds: kept.durationSeconds }),
    )
  await showScreenToRecord(deps, ctx, { regionCode, screen: next }, { just })
}
