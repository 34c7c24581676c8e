import { courtesyOf } from '../cards/courtesy-of.ts'
import { saysEmergency } from '../cards/says-emergency.ts'
import { parseReceipt } from '../feedback/receipt.ts'
import { takeCardWords } from './card/take-card-words.ts'
import { awaitsTopic, takeQuickWords } from './card/take-quick-words.ts'
import type { BotContext, BotDeps } from './context.ts'
import { takeFirstWords } from './first-words/take-first-words.ts'
import { takeRestOfAddition } from './long-words/take-rest-of-addition.ts'
import { showByReceipt } from './own/show-by-receipt.ts'
import { takeAddedWords } from './own/take-added-words.ts'
import { readTypedCode, takeConsentVoice, takeProxyName } from './proxy/words.ts'
import { awaitWords, type TakeWords } from './purpose.ts'
import { takeQueryWords } from './query/words.ts'
import { sendMessage } from './show-message.ts'
import { takeVillageName } from './village/find-village.ts'
import { takeRecording } from './voices/take-recording.ts'

/**
 * Takes what somebody wrote or sent for what they were asked; where nothing was asked, a receipt or a village's name. Where
 * it sounds as if somebody were in danger, the emergency numbers come first, whatever it was for.
 */
export function takeWords(deps: BotDeps): TakeWords {
  const take = takeForPurpose(deps)
  return async (ctx, purpose) => {
    const show = await take(ctx, purpose)
    const said = ctx.message?.text ?? ctx.message?.caption ?? ''
    if (purpose.kind === 'query' || !saysEmergency(deps.texts, said)) return show
    return async () => {
      await sendMessage(ctx, { text: ctx.t('emergency-first') })
      return await show()
    }
  }
}

function takeForPurpose(deps: BotDeps): TakeWords {
  return async (ctx, purpose) => {
    const showRest = await takeRestOfAddition(deps, ctx)
    if (showRest) return showRest
    const typedCode = await readTypedCode(deps, ctx)
    if (typedCode?.waits) return typedCode.show
    // it opens its case, and what was asked is asked still
    if ((purpose.kind === 'proxy-name' || purpose.kind === 'add') && isReceipt(ctx))
      return async () => {
        await showByReceipt(deps, ctx, ctx.message?.text ?? '')
        await awaitWords(ctx, purpose)
        return null
      }
    if (purpose.kind === 'proxy-name') return await takeProxyName(deps, ctx, purpose.relationship)
    if (purpose.kind === 'proxy-voice') return await takeConsentVoice(deps, ctx, purpose.id)
    if (purpose.kind === 'query') return await takeQueryWords(deps, ctx, purpose.queryId)
    if (purpose.kind === 'add') return await takeAddedWords(deps, ctx, purpose)
    if (purpose.kind === 'voice') return await takeRecording(deps, ctx, purpose)
    if (purpose.kind === 'card' && !awaitsTopic(ctx)) {
      const show = await takeCardWords(deps, ctx)
      if (show) return show
    }
    const showQuick = purpose.kind === 'card' ? await takeQuickWords(deps, ctx) : null
    if (showQuick) return showQuick
    const showFirst = await takeFirstWords(deps, ctx)
    if (showFirst) return showFirst
    return async () => {
      if (ctx.message?.text && (await showByReceipt(deps, ctx, ctx.message.text))) return null
      if (typedCode) return await typedCode.show()
      const courtesy = courtesyOf(deps.texts, ctx.message?.text ?? '')
      if (courtesy) return { screen: 'menu', hint: ctx.t(`courtesy-${courtesy}`) }
      if (purpose.kind === 'village' || !ctx.person?.homeVillageCode)
        return await takeVillageName(deps, ctx)()
      return { screen: 'menu', hint: ctx.t('menu-choose-first') }
    }
  }
}

/** A receipt is nobody's name. */
function isReceipt({ message }: BotContext): boolean {
  return parseReceipt(message?.text ?? '')?.valid ?? false
}
