import { FormattedString, fmt } from '@grammyjs/parse-mode'
import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress, type Press } from '../../presses/callback-data.ts'
import { type ListedRecording, listRecordings } from '../../recordings/list-recordings.ts'
import { recordableScreens } from '../../recordings/recordable-screens.ts'
import { describeRegions } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords, stopWaiting } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'
import { screenToRead } from './screen-to-read.ts'
import { showVoices } from './show-voices.ts'

/**
 * One screen to be read aloud, and its place among all: a voice message is waited for. One that is recorded already is
 * waited for only where it is asked for `anew`; else it can be heard, recorded again or removed. `just`: the screen that
 * was recorded a moment ago, which can be heard and repeated from here.
 */
export async function showScreenToRecord(
  deps: BotDeps,
  ctx: BotContext,
  { regionCode, screen }: { regionCode: string; screen: string },
  options: { anew?: boolean; just?: string; note?: string } = {},
): Promise<void> {
  const screens = recordableScreens()
  const place = screens.findIndex((each) => each.screen === screen)
  const toRead = screens[place]
  const region = (await describeRegions(deps.prisma, [regionCode])).get(regionCode)
  if (!toRead || !region) return await showVoices(deps, ctx, regionCode)
  const recorded = await listRecordings(deps.prisma, regionCode)
  const found = recorded.get(screen)
  const just = options.just === undefined ? undefined : recorded.get(options.just)
  const waits = !found || options.anew === true

  const note = options.note ?? (just && ctx.t('voices-kept', { seconds: just.durationSeconds }))
  const heading = `${ctx.t(waits ? 'voices-read' : 'voices-recorded')} ${place + 1}/${screens.length}`
  const text = FormattedString.join(
    [
      ...(note ? [fmt`${note}`] : []),
      ...(!waits ? [fmt`${standingOf(ctx, found)}`] : []),
      fmt`${FormattedString.bold(heading)}`,
      fmt`${FormattedString.blockquote(screenToRead(ctx, toRead, region))}`,
    ],
    '\n\n',
  )
  const button = (key: string, press: Press): Button => ({
    label: ctx.t(key),
    data: encodePress(press),
  })
  const of = options.just && just ? options.just : found ? screen : null
  await showMessage(ctx, {
    text: text.text,
    entities: text.entities,
    buttons: [
      of === null
        ? []
        : [
            button('voices-listen', { kind: 'recording-listen', regionCode, screen: of }),
            ...(waits && of === screen
              ? []
              : [button('voices-anew', { kind: 'recording-anew', regionCode, screen: of })]),
          ],
      [
        button('voices-skip', { kind: 'recording-skip', regionCode, screen }),
        ...(waits ? [] : [button('voices-remove', { kind: 'recording-remove', regionCode, screen })]),
        button('voices-stop', { kind: 'recording-stop', regionCode }),
      ],
    ].filter((row) => row.length > 0),
  })
  if (waits) await awaitWords(ctx, { kind: 'voice', regionCode, screen })
  else await stopWaiting(ctx)
}

function standingOf(ctx: BotContext, found: ListedRecording | undefined): string {
  if (found?.state === 'refused') return ctx.t('voices-unusable')
  return ctx.t('voices-length', { seconds: found?.durationSeconds ?? 0 })
}
