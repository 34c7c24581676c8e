import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { listRecordings } from '../../recordings/list-recordings.ts'
import { type RecordableScreen, recordableScreens } from '../../recordings/recordable-screens.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'
import { screenLabel } from './screen-label.ts'

/** All that can be recorded for a region, and what is: each to be opened. `note` is said above. */
export async function showVoices(
  deps: BotDeps,
  ctx: BotContext,
  regionCode: string,
  note?: string,
): Promise<void> {
  await stopWaiting(ctx)
  const region = (await describeRegions(deps.prisma, [regionCode])).get(regionCode)
  if (!region) return
  const recorded = await listRecordings(deps.prisma, regionCode)
  const screens = recordableScreens()
  const done = screens.filter(({ screen }) => recorded.has(screen)).length
  const button = (each: RecordableScreen): Button => {
    const found = recorded.get(each.screen)
    const mark = found ? (found.state === 'refused' ? '⚠️' : '✅') : '⬜'
    const data = encodePress({ kind: 'recording-open', regionCode, screen: each.screen })
    return { label: `${mark} ${screenLabel(ctx, each)}`, data }
  }
  const buttons = screens.map(button)
  const goOn = ctx.t(done === 0 ? 'voices-begin' : 'voices-go-on')
  await showMessage(ctx, {
    text: [
      ...(note === undefined ? [] : [note]),
      ctx.t('voices-overview', { region: regionLabel(region, ctx.locale), done, all: screens.length }),
      ctx.t(done === screens.length ? 'voices-complete' : 'voices-overview-hint'),
    ].join('\n\n'),
    buttons: [
      ...(done < screens.length
        ? [[{ label: goOn, data: encodePress({ kind: 'recording-go-on', regionCode }) }]]
        : []),
      ...buttons.flatMap((_, i) => (i % 2 === 0 ? [buttons.slice(i, i + 2)] : [])),
      [
        {
          label: ctx.t('voices-other-region'),
          data: encodePress({ kind: 'recording-regions', regionCode: '', page: 0 }),
        },
      ],
    ],
  })
}
