import { loadDraft } from '../../feedback/load-draft.ts'
import { findSubmission } from '../../feedback/own-feedback.ts'
import { findPending } from '../../feedback/proxy/find-pending.ts'
import { findFiled } from '../../feedback/proxy/list-filed.ts'
import { readBack } from '../../feedback/proxy/read-back.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { showCard } from '../card/show-card.ts'
import { showReceipt } from '../card/show-receipt.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { showMenu } from '../menu/show-menu.ts'
import { showMessage } from '../show-message.ts'
import { describeFiled } from './describe-filed.ts'
import { showLong } from './show-long.ts'
import { villageLabel } from './village-label.ts'

/** A card that waits for consent, for whoever filed it: what is to be read out, and the two ways to agree. */
export async function showPending(deps: BotDeps, ctx: BotContext, id: string): Promise<void> {
  await stopWaiting(ctx)
  const { person } = ctx
  const pending = person && (await findPending(deps.prisma, { id, filerId: person.id }, deps.clock.now()))
  if (!pending) return await showPendingOver(deps, ctx, id)
  const reader = { texts: deps.texts, locale: ctx.locale }
  const village = await villageLabel(deps, ctx, pending.villageCode)
  const text = [
    ctx.t('proxy-for', { who: sayWhom(deps.texts, ctx.locale, pending.forWhom) }),
    readBack(reader, pending, village),
    ctx.t('proxy-does-he-agree'),
  ].join('\n\n')
  const button = (key: string, kind: `proxy-${'voice' | 'code' | 'reopen' | 'drop'}`) => ({
    label: ctx.t(key),
    data: encodePress({ kind, id }),
  })
  await showLong(ctx, ctx.t('proxy-read-out'), text, [
    [button('proxy-by-voice', 'proxy-voice')],
    [button('proxy-by-code', 'proxy-code')],
    [button('proxy-reopen', 'proxy-reopen'), button('card-discard', 'proxy-drop')],
  ])
}

/** It waits no longer: its filer sees what became of it, or the card where it is being changed. */
export async function showPendingOver(deps: BotDeps, ctx: BotContext, id: string): Promise<void> {
  const { person } = ctx
  const draft = person && (await loadDraft(deps.prisma, person.id))
  if (draft?.id === id) return void (await showCard(deps, ctx))
  const submitted = person && (await findSubmission(deps.prisma, id))
  if (submitted && submitted.personId === person.id) return await showReceipt(deps, ctx, id)
  const filed = person && (await findFiled(deps.prisma, person.id, { submissionId: id }))
  if (!filed) return await showMenu(deps, ctx, { hint: ctx.t('proxy-is-over') })
  await showMessage(ctx, {
    text: describeFiled(deps, ctx, filed),
    buttons: [[{ label: ctx.t('menu-mine'), data: encodePress({ kind: 'mine', page: 0 }) }]],
  })
}
