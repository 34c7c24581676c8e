import { parseProxyCode } from '../../feedback/proxy/proxy-code.ts'
import { parseReceipt } from '../../feedback/receipt.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { findVillages } from '../../regions/find-villages.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { readMessage } from '../read-said.ts'
import type { Shown } from '../screen.ts'
import { noteFirst, recallFirst } from './first-words.ts'

/** Shorter than this and without a stop or comma it is a village's name, if a misspelt one. */
const LEAST_LETTERS = 8
/** Nobody says more before they are asked for their village. */
const MOST_NOTED = 20

/**
 * Somebody who has not agreed yet just says what is the matter: they are not told off, but asked for what is still missing.
 * Only where in the chat it stands is noted, so that it can be offered to them afterwards. Null where it is none of that.
 */
export async function takeFirstWords(deps: BotDeps, ctx: BotContext): Promise<(() => Shown) | null> {
  const { message, person } = ctx
  const said = readMessage(ctx)
  if (!message || !said || hasConsent(person) || said.part?.kind === 'location') return null
  if (!said.part && !(await isMatter(deps, said.text ?? ''))) return null
  const noted = recallFirst(ctx)
  const messageIds = [...new Set([...(noted.messageIds ?? []), message.message_id])].slice(-MOST_NOTED)
  noteFirst(ctx, { messageIds })
  const villageCode = noted.villageCode ?? person?.homeVillageCode
  return async () =>
    villageCode
      ? { screen: 'consent', villageCode, hint: ctx.t('first-words-agree') }
      : { screen: 'village-search', hint: ctx.t('first-words-village') }
}

async function isMatter({ prisma }: BotDeps, text: string): Promise<boolean> {
  const letters = [...text.replace(/\s/g, '')].length
  if (letters < LEAST_LETTERS && !/[，。！？、,.!?]/.test(text)) return false
  if (parseReceipt(text) || parseProxyCode(text)) return false
  const found = await findVillages(prisma, text.slice(0, 100), { limit: 1 })
  return !found.ok && found.code !== 'not_a_village'
}
