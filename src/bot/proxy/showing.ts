import { REVIEW } from '../../cards/draft-state.ts'
import type { Draft } from '../../feedback/load-draft.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { splitText } from '../../lib/split-text.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { removeMessage, sendMessage, showMessage } from '../show-message.ts'

/** Telegram's limit is 4,096: https://core.telegram.org/bots/api#sendmessage */
const MOST = 4000

/** Shows a text in full, in several messages where it must be, with the buttons below the last; its heading is bold. */
export async function showLong(
  ctx: BotContext,
  heading: string,
  text: string,
  buttons: Button[][],
): Promise<void> {
  const [first = '', ...others] = splitText(`${heading}\n\n${text}`, MOST)
  const entities = [{ type: 'bold' as const, offset: 0, length: heading.length }]
  const last = others.pop()
  if (last === undefined) return void (await showMessage(ctx, { text: first, entities, buttons }))
  const pressed = ctx.callbackQuery?.message?.message_id
  await sendMessage(ctx, { text: first, entities })
  for (const part of others) await sendMessage(ctx, { text: part })
  await sendMessage(ctx, { text: last, buttons })
  if (pressed !== undefined) await removeMessage(ctx, pressed)
}

/** A village as it is shown, with its township and county. */
export async function villageLabel(
  { prisma }: Pick<BotDeps, 'prisma'>,
  { locale }: Pick<BotContext, 'locale'>,
  code: string,
): Promise<string> {
  const village = (await describeRegions(prisma, [code])).get(code)
  return village ? regionLabel(village, locale) : code
}

/** Above every screen of a card that is filled in for somebody else: for whom, and where needed who "I" is. */
export function proxyHeading(
  deps: Pick<BotDeps, 'texts'>,
  ctx: Pick<BotContext, 'locale' | 't'>,
  { filedFor, state }: Pick<Draft, 'filedFor' | 'state'>,
): string | null {
  if (!filedFor) return null
  const heading = ctx.t('proxy-for', { who: sayWhom(deps.texts, ctx.locale, filedFor) })
  const note = noteAt(ctx, state.at, filedFor.name)
  return note === null ? heading : `${heading}\n${note}`
}

function noteAt(ctx: Pick<BotContext, 't'>, at: string, name: string | null): string | null {
  if (at === 'about') return ctx.t('proxy-note-about')
  if (at === 'words') return ctx.t('proxy-note-words')
  if (at === 'visibility' && name !== null) return ctx.t('proxy-note-visibility', { name })
  return at === REVIEW ? ctx.t('proxy-note-review') : null
}
