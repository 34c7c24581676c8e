import { decodePress, type PressKind, type PressOf } from '../presses/callback-data.ts'
import { pressCard } from './card/press-card.ts'
import { showCard } from './card/show-card.ts'
import { pressDropDraft } from './commands/cancel.ts'
import { pressLanguage } from './commands/language.ts'
import { pressLink } from './commands/link.ts'
import { pressUnlink } from './commands/unlink.ts'
import { pressCase } from './committee/press-case.ts'
import { showCases } from './committee/show-cases.ts'
import type { BotContext, BotDeps } from './context.ts'
import { pressEndorse } from './endorse/press-endorse.ts'
import { pressFirstWords } from './first-words/press-first-words.ts'
import { refusalOf } from './may-press.ts'
import { pressTopic } from './menu/press-topic.ts'
import { showMenu } from './menu/show-menu.ts'
import { pressMute } from './own/press-mute.ts'
import { pressOwnCase } from './own/press-own-case.ts'
import { showMine } from './own/show-mine.ts'
import type { PressHandlers } from './press-handlers.ts'
import { privacyHandlers } from './privacy/press-privacy.ts'
import { proxyHandlers } from './proxy/press-proxy.ts'
import { pressQuery } from './query/press-query.ts'
import { pressReceiptPicture } from './receipt/press-receipt-picture.ts'
import { chooseVillage, pressConsent } from './village/press-village.ts'
import { pressVillageChoice } from './village/press-village-choice.ts'
import { showMyVillage } from './village/show-my-village.ts'
import { showStepDown } from './village/show-step-down.ts'
import { showVillageHits } from './village/show-village-hits.ts'
import { showVillageSearch } from './village/show-village-search.ts'
import { showVillages } from './village/show-villages.ts'
import { recordingHandlers } from './voices/press-voices.ts'

/**
 * A button was pressed, or something was sent as if one had been: in any chat, by anybody, with anything in it. What it
 * means, whether it may be pressed here and by this person, and only then what it does. Everything else changes nothing and
 * shows nothing; that every press is answered, see middleware/answer-press.ts.
 */
export async function handlePress(deps: BotDeps, ctx: BotContext): Promise<void> {
  const press = decodePress(ctx.callbackQuery?.data ?? '')
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
  if (refusal === 'consent-first') return await showMenu(deps, ctx)
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
  await all[press.kind](deps, ctx, press)
}

const handlers: PressHandlers<PressKind> = {
  menu: (deps, ctx) => showMenu(deps, ctx),
  topic: pressTopic,
  card: (deps, ctx, { draftTag, press }) => pressCard(deps, ctx, draftTag, press),
  resume: async (deps, ctx) => {
    if (!(await showCard(deps, ctx))) await showMenu(deps, ctx)
  },
  'drop-draft': (_deps, ctx) => pressDropDraft(ctx),
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

  mine: (deps, ctx, { page }) => showMine(deps, ctx, page),
  mute: (deps, ctx, { on }) => pressMute(deps, ctx, on),
  'receipt-picture': (deps, ctx, { submissionId }) => pressReceiptPicture(deps, ctx, submissionId),
  'own-case': pressOwnCase,
  'own-attachments': pressOwnCase,
  'answer-photos': pressOwnCase,
  'add-words': pressOwnCase,
  withdraw: pressOwnCase,
  'withdraw-yes': pressOwnCase,
  verdict: pressOwnCase,
  contentment: pressOwnCase,

  ...privacyHandlers,
  ...proxyHandlers,
  ...recordingHandlers,
  query: pressQuery,

  link: pressLink,
  unlink: pressUnlink,
  cases: (deps, ctx, { page }) => showCases(deps, ctx, page, false),
  'open-cases': (deps, ctx) => showCases(deps, ctx, 0, true),
  case: pressCase,
  attachments: pressCase,
  accept: pressCase,
  answer: pressCase,
  'stop-answer': pressCase,
}
