import { decodePress, type Press } from '../presses/callback-data.ts'
import { pressCard } from './card/press-card.ts'
import { showCard } from './card/show-card.ts'
import { pressDropDraft } from './commands/cancel.ts'
import { pressLanguage } from './commands/language.ts'
import { pressLink } from './commands/link.ts'
import { pressCase } from './committee/press-case.ts'
import { showCases } from './committee/show-cases.ts'
import type { BotContext, BotDeps } from './context.ts'
import { pressEndorse } from './endorse/press-endorse.ts'
import { pressFirstWords } from './first-words/press-first-words.ts'
import { pressTopic } from './menu/press-topic.ts'
import { showMenu } from './menu/show-menu.ts'
import { pressMute } from './own/press-mute.ts'
import { pressOwnCase } from './own/press-own-case.ts'
import { showMine } from './own/show-mine.ts'
import { pressReceiptPicture } from './receipt/press-receipt-picture.ts'
import { chooseVillage, pressConsent } from './village/press-village.ts'
import { pressVillageChoice } from './village/press-village-choice.ts'
import { showMyVillage } from './village/show-my-village.ts'
import { showStepDown } from './village/show-step-down.ts'
import { showVillageHits } from './village/show-village-hits.ts'
import { showVillageSearch } from './village/show-village-search.ts'
import { showVillages } from './village/show-villages.ts'

/** A button was pressed: what each means. One of ours that has had its day says so. */
export async function handlePress(deps: BotDeps, ctx: BotContext): Promise<void> {
  const press = decodePress(ctx.callbackQuery?.data ?? '')
  if (press) return await route(deps, ctx, press)
  ctx.toast = { text: ctx.t('button-is-old'), alert: false }
}

async function route(deps: BotDeps, ctx: BotContext, press: Press): Promise<void> {
  switch (press.kind) {
    case 'card':
      return await pressCard(deps, ctx, press.draftTag, press.press)
    case 'menu':
      return await showMenu(deps, ctx)
    case 'topic':
      return await pressTopic(deps, ctx, press)
    case 'resume':
      if (!(await showCard(deps, ctx))) await showMenu(deps, ctx)
      return
    case 'drop-draft':
      return await pressDropDraft(ctx)
    case 'consent':
      return await pressConsent(deps, ctx, press.villageCode)
    case 'village':
      return await chooseVillage(deps, ctx, press.code)
    case 'first-words':
      return await pressFirstWords(deps, ctx)
    case 'find-village':
      return await showVillageSearch(ctx)
    case 'villages':
      return await showVillages(deps, ctx)
    case 'my-village':
      return await showMyVillage(deps, ctx, press.code)
    case 'village-choice':
      return await pressVillageChoice(deps, ctx, press)
    case 'step-down':
      return await showStepDown(deps, ctx, press.code, press.page)
    case 'narrow':
      return await showVillageHits(deps, ctx, press)
    case 'language':
      return await pressLanguage(deps, ctx, press)
    case 'mine':
      return await showMine(deps, ctx, press.page)
    case 'link':
      return await pressLink(deps, ctx, press.code)
    case 'cases':
      return await showCases(deps, ctx, press.page, false)
    case 'open-cases':
      return await showCases(deps, ctx, 0, true)
    case 'case':
    case 'accept':
    case 'answer':
    case 'stop-answer':
    case 'attachments':
      return await pressCase(deps, ctx, { kind: press.kind, caseId: press.caseId })
    case 'endorse':
      return await pressEndorse(deps, ctx, press)
    case 'receipt-picture':
      return await pressReceiptPicture(deps, ctx, press.submissionId)
    case 'mute':
      return await pressMute(deps, ctx, press.on)
    default:
      return await pressOwnCase(deps, ctx, press)
  }
}
