import { findPending } from '../../feedback/proxy/find-pending.ts'
import type { PendingProxy } from '../../feedback/proxy/pending-proxy.ts'
import { readBack } from '../../feedback/proxy/read-back.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'
import { showLong } from './show-long.ts'
import { villageLabel } from './village-label.ts'

/**
 * Somebody opened the code of a card that was filled in for them: who did it, no more than needed, what it says, and
 * whether they agree. Whoever has not yet agreed to what is kept here reads that first. It is not for the filer.
 */
export async function showForConsent(deps: BotDeps, ctx: BotContext, code: string): Promise<void> {
  await stopWaiting(ctx)
  const pending = await findPending(deps.prisma, { code }, deps.clock.now())
  if (!pending) {
    const speak = { label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) }
    return void (await showMessage(ctx, { text: ctx.t('proxy-code-over'), buttons: [[speak]] }))
  }
  const { id } = pending
  if (pending.filerId === ctx.person?.id) {
    const open = { label: ctx.t('card-back'), data: encodePress({ kind: 'proxy-open', id }) }
    return void (await showMessage(ctx, { text: ctx.t('proxy-own-code'), buttons: [[open]] }))
  }
  if (!hasConsent(ctx.person)) return await knock(deps, ctx, pending)

  const text = [
    readBack(
      { texts: deps.texts, locale: ctx.locale },
      pending,
      await villageLabel(deps, ctx, pending.villageCode),
    ),
    ctx.t('proxy-do-you-agree'),
  ].join('\n\n')
  const hasFiles = Object.values(pending.state.answers).some(
    (answer) => answer.kind === 'words' && answer.parts.length > 0,
  )
  const files = { label: ctx.t('attachment-show'), data: encodePress({ kind: 'proxy-files', code }) }
  await showLong(ctx, ctx.t('proxy-yours', { who: filerOf(ctx, pending) }), text, [
    [{ label: ctx.t('proxy-agree'), data: encodePress({ kind: 'proxy-agree', code, id }) }],
    [{ label: ctx.t('proxy-decline'), data: encodePress({ kind: 'proxy-decline', code, id }) }],
    ...(hasFiles ? [[files]] : []),
  ])
}

/** The consent that everybody gives before their first card, and why it is asked for now. */
async function knock(deps: BotDeps, ctx: BotContext, pending: PendingProxy): Promise<void> {
  const { code, id } = pending
  const village = await villageLabel(deps, ctx, pending.villageCode)
  const languages = deps.texts.locales
    .filter((locale) => locale !== ctx.locale)
    .map(
      (locale): Button => ({
        label: deps.texts.t(locale, 'language-name'),
        data: encodePress({ kind: 'proxy-language', code, locale }),
      }),
    )
  await showMessage(ctx, {
    text: `${ctx.t('consent', { village })}\n\n${ctx.t('proxy-knock', { who: filerOf(ctx, pending) })}`,
    buttons: [
      [{ label: ctx.t('proxy-look'), data: encodePress({ kind: 'proxy-look', code }) }],
      [{ label: ctx.t('proxy-no-thanks'), data: encodePress({ kind: 'proxy-decline', code, id }) }],
      languages,
    ],
  })
}

function filerOf(ctx: BotContext, { forWhom }: PendingProxy): string {
  return ctx.t(`proxy-filer-${forWhom.relationship}`)
}
