import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { type CardScreen, cardScreen, changeScreen } from '../../cards/card-screen.ts'
import { REVIEW } from '../../cards/draft-state.ts'
import { asksMore, countsWhenShown, isShown } from '../../cards/words-question.ts'
import type { Draft } from '../../feedback/load-draft.ts'
import { noteShown } from '../../feedback/note-shown.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { hasGuardianConsent } from '../../people/guardian-consent.ts'
import { draftTag, encodePress } from '../../presses/callback-data.ts'
import { screenOfCard } from '../../recordings/recordable-screens.ts'
import { regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { withSimilar } from '../endorse/with-similar.ts'
import { proxyHeading } from '../proxy/showing.ts'
import { stopWaiting } from '../purpose.ts'
import {
  closeMessage,
  editMessage,
  placeOf,
  removeMessage,
  sendMessage,
  showMessage,
} from '../show-message.ts'
import { withVoice } from '../voices/read-aloud.ts'

/**
 * Shows the half-filled card as it stands. After a press it is edited in place, but for a press above where it stands: then
 * it comes anew at the end, and what was pressed has no buttons any more. After words it comes anew below them, too. The old
 * message goes, so that there is one card in the chat. Where it stands below them already (the
 * photos of an album come one by one) it is edited there. `hint` is said above the question; `draft` is the card where it
 * is in hand. False where there is no card.
 */
export async function showCard(
  deps: BotDeps,
  ctx: BotContext,
  options: { hint?: string; choosingLine?: boolean; draft?: Draft } = {},
): Promise<boolean> {
  const draft = options.draft ?? (await ctx.draft())
  if (!draft) return false
  const message = await cardMessage(deps, ctx, draft, options)
  const messageId = await putCard(ctx, draft, message)
  const former = draft.messageId
  const counts = countsWhenShown(draft.card, draft.state)
  if (former !== messageId || (asksMore(draft.card, draft.state) && !isShown(draft.state)))
    ctx.draftIs(await noteShown(deps.statements, draft, { messageId, date: ctx.shownAt ?? 0, counts }))
  if (former !== messageId && former !== null) await removeMessage(ctx, former, { saysMore: false })
  await stopWaiting(ctx)
  return true
}

async function putCard(ctx: BotContext, draft: Draft, message: OutgoingMessage): Promise<number> {
  const shown = draft.messageId
  const pressed = placeOf(ctx)
  if (pressed !== null && shown !== null && pressed < shown) {
    const messageId = await sendMessage(ctx, message)
    await closeMessage(ctx, pressed)
    return messageId
  }
  if (ctx.callbackQuery) return await showMessage(ctx, message)
  const standsBelow = shown !== null && ctx.message !== undefined && shown > ctx.message.message_id
  if (standsBelow && (await editMessage(ctx, shown, message))) return shown
  return await sendMessage(ctx, message)
}

/** The card's screen as a message. */
export async function cardMessage(
  deps: BotDeps,
  ctx: BotContext,
  draft: Draft,
  { hint, choosingLine = false }: { hint?: string; choosingLine?: boolean },
): Promise<OutgoingMessage> {
  const village = await deps.regions.describe(draft.villageCode)
  const reader = { texts: deps.texts, locale: ctx.locale }
  const label = village ? `🏘 ${regionLabel(village, ctx.locale)}` : ''
  // whoever a card is filed for is asked as a guardian when they consent to it
  const guardian = draft.filedFor !== null || (ctx.person !== null && hasGuardianConsent(ctx.person))
  const screen = choosingLine
    ? changeScreen(reader, draft.card, draft.state, label)
    : cardScreen(reader, draft.card, draft.state, label, { guardian })
  const above = [proxyHeading(deps, ctx, draft), hint].filter(Boolean).join('\n\n')
  const message = toMessage(screen, draftTag(draft.id), above)
  if (choosingLine) return message
  const { at } = draft.state
  // "me too" would be the filer's own
  const shown = at === REVIEW && !draft.filedFor ? await withSimilar(deps, ctx, draft, message) : message
  return await withVoice(deps, ctx, shown, {
    villageCode: draft.villageCode,
    screen: screenOfCard(draft.card, at),
    press: { kind: 'hear-card', draftTag: draftTag(draft.id), at },
  })
}

function toMessage(screen: CardScreen, tag: string, hint?: string): OutgoingMessage {
  const text = fmt`${hint ? `${hint}\n\n` : ''}${FormattedString.bold(screen.title)}\n\n${screen.body}`
  return {
    text: text.text,
    entities: text.entities,
    buttons: screen.buttons.map((row) =>
      row.map(({ label, press }) => ({ label, data: encodePress({ kind: 'card', draftTag: tag, press }) })),
    ),
  }
}
