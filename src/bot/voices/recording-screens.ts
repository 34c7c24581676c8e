import { FormattedString, fmt } from '@grammyjs/parse-mode'
import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress, type Press } from '../../presses/callback-data.ts'
import { type ListedRecording, listRecordings } from '../../recordings/list-recordings.ts'
import {
  CONSENT,
  MENU,
  type RecordableScreen,
  recordableScreens,
} from '../../recordings/recordable-screens.ts'
import {
  describeRegions,
  type RegionDescription,
  regionLabel,
  regionName,
} from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords, stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'

/** All that can be recorded for a region, and what is: each to be opened. `note` is said above. */
export async function showVoices(deps: BotDeps, ctx: BotContext, regionCode: string, note?: string): Shown {
  await stopWaiting(ctx)
  const region = (await describeRegions(deps.prisma, [regionCode])).get(regionCode)
  if (!region) return null
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
  return null
}

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
): Shown {
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
  return null
}

function standingOf(ctx: BotContext, found: ListedRecording | undefined): string {
  if (found?.state === 'refused') return ctx.t('voices-unusable')
  return ctx.t('voices-length', { seconds: found?.durationSeconds ?? 0 })
}

/** The next one after this screen that is not recorded; the list of all where there is none further on. */
export async function showNextToRecord(
  deps: BotDeps,
  ctx: BotContext,
  { regionCode, after, just }: { regionCode: string; after: string | null; just?: string },
): Shown {
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
  return await showScreenToRecord(deps, ctx, { regionCode, screen: next }, { just })
}

/** What a screen is called on a button of the administrator's list. */
export function screenLabel(ctx: BotContext, { card, question, screen }: RecordableScreen): string {
  if (!question || !card) return ctx.t(`voices-screen-${screen}`)
  const name = ctx.t(`line-${question.id}`).replace(/[：:]\s*$/, '')
  return screen === question.id ? name : `${card.icon} ${name}`
}

/** What is to be read aloud: the question as it stands on the screen, and its choices, which are on the buttons. */
export function screenToRead(
  ctx: BotContext,
  { screen, question }: RecordableScreen,
  region: RegionDescription,
): string {
  if (screen === CONSENT) return ctx.t('consent', { village: regionName(region.name, ctx.locale) })
  if (screen === MENU) return `${ctx.t('menu-question')}${ctx.t('quick-hint')}`
  if (!question)
    return ctx.t('voices-read-review', {
      submit: plain(ctx.t('card-submit')),
      change: plain(ctx.t('card-change')),
    })
  const asked = ctx.t(`question-${question.id}`)
  if (question.kind === 'words') return asked
  const choices = question.options.map(({ id }) => ctx.t(`${question.labels}-${id}`))
  return `${asked}\n${choices.join(ctx.t('card-list-comma'))}`
}

/** A button's words without its pictogram. */
function plain(label: string): string {
  return label.replace(/[^\p{L}\p{N} ]/gu, '').trim()
}
