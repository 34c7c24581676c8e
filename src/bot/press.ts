import type { PressKind, PressOf } from '../presses/callback-data.ts'
import { pressCard } from './card/press-card.ts'
import { cancel } from './commands/cancel.ts'
import { pressLanguage } from './commands/language.ts'
import { pressLink } from './commands/link.ts'
import { pressUnlink } from './commands/unlink.ts'
import { pressCase } from './committee/press-case.ts'
import { showCases } from './committee/show-cases.ts'
import type { BotContext, BotDeps } from './context.ts'
import { pressEndorse } from './endorse/presses.ts'
import { pressFirstWords } from './first-words/press-first-words.ts'
import { goOn } from './go-on.ts'
import { refusalOf } from './may-press.ts'
import { pressTopic } from './menu/presses.ts'
import { navigate } from './navigate.ts'
import { pressMute } from './own/press-mute.ts'
import { pressOwnCase } from './own/press-own-case.ts'
import { showMine } from './own/show-mine.ts'
import type { PressHandlers } from './press-handlers.ts'
import { privacyHandlers } from './privacy/presses.ts'
import { proxyHandlers } from './proxy/presses.ts'
import { pressQueryCase, pressQueryFiles } from './query/open-case.ts'
import { pressQuery } from './query/presses.ts'
import { pressReceiptPicture } from './receipt/picture.ts'
import type { Shown } from './screen.ts'
import { showStepDown, showVillageHits, showVillageSearch } from './village/find-village.ts'
import { showMyVillage, showVillages } from './village/my-villages.ts'
import { chooseVillage, pressConsent, pressVillageChoice } from './village/presses.ts'
import { recordingHandlers } from './voices/presses.ts'

/**
 * A button was pressed, or something was sent as if one had been: in any chat, by anybody, with anything in it. What it
 * means, whether it may be pressed here and by this person, and only then what it does. Everything else changes nothing and
 * shows nothing; that every press is answered, see middleware/answer-press.ts.
 */
export async function handlePress(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { press } = ctx
  const show = await goOn(deps, ctx)
  if (show) return await navigate(deps, ctx, await show())
  await ctx.lookFirst()
  const refusal = press === null ? 'not-here' : refusalOf(ctx, press.kind)
  if (press === null || refusal === 'not-here') {
    ctx.toast = { text: ctx.t('button-is-old'), alert: false }
    return
  }
  if (refusal === 'administrators-only') {
    ctx.toast = { text: ctx.t('administrators-only'), alert: true }
    return
  }
  // whoever has not agreed begins at the beginning
  if (refusal === 'consent-first') return await navigate(deps, ctx, { screen: 'menu' })
  // a message too old for Telegram to show: nobody knows what would be overwritten
  if (ctx.chat?.type !== 'private' && ctx.callbackQuery?.message?.date === 0) ctx.showsBelow = true
  await route(deps, ctx, press)
}

async function route<Kind extends PressKind>(
  deps: BotDeps,
  ctx: BotContext,
  press: PressOf<Kind>,
): Promise<void> {
  const all: PressHandlers<Kind> = handlers
  await navigate(deps, ctx, await all[press.kind](deps, ctx, press))
}

/** For what shows its own end. */
async function lastly(shown: Promise<void>): Shown {
  await shown
  return null
}

const handlers: PressHandlers<PressKind> = {
  menu: async () => ({ screen: 'menu' }),
  topic: pressTopic,
  card: (deps, ctx, { draftTag, press }) => pressCard(deps, ctx, draftTag, press),
  resume: async () => ({ screen: 'card' }),
  // it named no card, and another may be half-filled by now: asked again
  'drop-draft': cancel,
  endorse: pressEndorse,
  'first-words': pressFirstWords,

  consent: (deps, ctx, { villageCode }) => pressConsent(deps, ctx, villageCode),
  village: (deps, ctx, { code }) => chooseVillage(deps, ctx, code),
  'find-village': (_deps, ctx) => showVillageSearch(ctx),
  'step-down': (deps, ctx, { code, page }) => showStepDown(deps, ctx, code, page),
  narrow: showVillageHits,
  villages: showVillages,
  'my-village': (deps, ctx, { code }) => showMyVillage(deps, ctx, code),
  'village-choice': pressVillageChoice,
  language: pressLanguage,

  mine: (deps, ctx, { page }) => lastly(showMine(deps, ctx, page)),
  mute: (deps, ctx, { on }) => lastly(pressMute(deps, ctx, on)),
  'receipt-picture': (deps, ctx, { submissionId }) => pressReceiptPicture(deps, ctx, submissionId),
  'own-case': (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),
  'own-attachments': (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),
  'answer-photos': (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),
  'add-words': (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),
  withdraw: (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),
  'withdraw-yes': (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),
  verdict: (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),
  'verdict-later': (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),
  contentment: (deps, ctx, press) => lastly(pressOwnCase(deps, ctx, press)),

  ...privacyHandlers,
  ...proxyHandlers,
  ...recordingHandlers,
  query: pressQuery,
  'query-case': pressQueryCase,
  'query-files': (deps, ctx, { caseId }) => pressQueryFiles(deps, ctx, caseId),

  link: (deps, ctx, press) => lastly(pressLink(deps, ctx, press)),
  unlink: (deps, ctx) => lastly(pressUnlink(deps, ctx)),
  cases: (deps, ctx, { page }) => lastly(showCases(deps, ctx, page, false)),
  'open-cases': (deps, ctx) => lastly(showCases(deps, ctx, 0, true)),
  case: (deps, ctx, press) => lastly(pressCase(deps, ctx, press)),
  attachments: (deps, ctx, press) => lastly(pressCase(deps, ctx, press)),
  accept: (deps, ctx, press) => lastly(pressCase(deps, ctx, press)),
  answer: (deps, ctx, press) => lastly(pressCase(deps, ctx, press)),
  'stop-answer': (deps, ctx, press) => lastly(pressCase(deps, ctx, press)),
}
