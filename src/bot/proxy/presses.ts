import { findPending } from '../../feedback/proxy/find-pending.ts'
import { reopenProxy } from '../../feedback/proxy/reopen-proxy.ts'
import { rememberPerson } from '../../people/remember-person.ts'
import type { PressKind } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { pressTopic } from '../menu/presses.ts'
import type { PressHandlers } from '../press-handlers.ts'
import type { Shown } from '../screen.ts'
import { keepHome } from '../village/keep-home.ts'
import { showBegin } from './begin.ts'
import { decide, sendPendingFiles, showForConsent } from './for-consent.ts'
import { askVoice, showCode, showPending, showPendingOver } from './pending.ts'

/** The buttons of filing for somebody else. */
export const proxyHandlers: PressHandlers<Extract<PressKind, `proxy-${string}`>> = {
  'proxy-begin': (deps, ctx) => showBegin(deps, ctx, null),
  'proxy-who': (deps, ctx, { relationship }) => showBegin(deps, ctx, { relationship }),
  'proxy-nameless': (deps, ctx, { relationship }) => showBegin(deps, ctx, { relationship, name: null }),
  'proxy-topic': (deps, ctx, { topic, insteadOf, relationship, name }) =>
    pressTopic(deps, ctx, { topic, insteadOf, filedFor: { relationship, name } }),
  'proxy-open': (deps, ctx, { id }) => showPending(deps, ctx, id),
  'proxy-voice': (deps, ctx, { id }) => askVoice(deps, ctx, id),
  'proxy-code': (deps, ctx, { id }) => showCode(deps, ctx, id),
  'proxy-reopen': (deps, ctx, { id }) => reopen(deps, ctx, id),
  'proxy-drop': (deps, ctx, { id }) => drop(deps, ctx, id),
  'proxy-look': (deps, ctx, { code }) => look(deps, ctx, code),
  'proxy-files': (deps, ctx, { code }) => sendPendingFiles(deps, ctx, code),
  'proxy-agree': decide,
  'proxy-decline': decide,
  'proxy-language': speak,
}

/** "Change something": the card is half-filled again, and its code void. */
async function reopen(deps: BotDeps, ctx: BotContext, id: string): Shown {
  const { person } = ctx
  if (!person) return { screen: 'menu' }
  const once = await ctx.once((tx) => reopenProxy({ ...deps, tx }, { filerId: person.id, id }))
  if (once.done === 'now' && !once.value.ok) {
    if (once.value.code === 'unknown') return await showPendingOver(deps, ctx, id)
    ctx.toast = { text: ctx.t('proxy-half-filled'), alert: true }
    return await showPending(deps, ctx, id)
  }
  return { screen: 'card' }
}

async function drop(deps: BotDeps, ctx: BotContext, id: string): Shown {
  const { person } = ctx
  if (!person) return { screen: 'menu' }
  const once = await ctx.once((tx) =>
    tx.pendingProxy.deleteMany({ where: { id, filerId: person.id, ended: null } }),
  )
  if (once.done === 'now' && once.value.count === 0) return await showPendingOver(deps, ctx, id)
  return { screen: 'menu', hint: ctx.t('card-discarded') }
}

/** "Yes, show me": agrees to what is kept. A code that is over, or one's own, keeps nothing of anybody. */
async function look(deps: BotDeps, ctx: BotContext, code: string): Shown {
  const pending = await findPending(deps.prisma, { code }, deps.clock.now())
  if (pending && pending.filerId !== ctx.person?.id)
    await keepHome(deps, ctx, ctx.person?.homeVillageCode ?? pending.villageCode, true)
  return await showForConsent(deps, ctx, code)
}

async function speak(
  deps: BotDeps,
  ctx: BotContext,
  { locale, code }: { locale: string; code: string },
): Shown {
  const { from } = ctx
  if (!from || !deps.texts.locales.includes(locale)) return null
  await ctx.once((tx) => rememberPerson({ ...deps, tx }, from.id, { locale }))
  ctx.person = await deps.prisma.person.findUnique({ where: { telegramId: BigInt(from.id) } })
  ctx.locale = locale
  return await showForConsent(deps, ctx, code)
}
