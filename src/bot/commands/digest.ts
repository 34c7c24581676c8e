import { mayDigest } from '../../access/policies/digest.ts'
import { postInterimDigest } from '../../digests/post-interim-digest.ts'
import { postInterimDigests } from '../../digests/post-interim-digests.ts'
import { chatKind } from '../committee/chat-kind.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'

/**
 * /digest in a linked channel or group, by whoever may act there: how things stand so far, now. While one is still to be
 * posted there is no other. /digest all by an administrator: the same for every linked channel in their scope.
 */
export async function digest(deps: BotDeps, ctx: BotContext): Promise<void> {
  const all = String(ctx.match ?? '').trim() === 'all'
  const { chat } = ctx
  if (!chat || chat.type === 'private' || all) return await digestForAll(deps, ctx, all)

  const kind = { chat: chatKind(ctx) }
  const actor = await ctx.presser()
  if (!actor?.regionCode) return void (await sendMessage(ctx, { text: ctx.t('link-usage', kind) }))
  if (!mayDigest(actor, 'post', { regionCode: actor.regionCode }).ok)
    return void (await sendMessage(ctx, { text: ctx.t('digest-not-entitled', kind) }))
  const once = await ctx.once(async (tx) => {
    const planned = await postInterimDigest({ ...deps, prisma: tx }, deps, chat.id)
    if (planned.ok) await deps.sendJob(tx, { name: 'deliver-digest', data: { digestId: planned.digestId } })
    return planned
  })
  if (once.done === 'now' && !once.value.ok && once.value.code === 'pending')
    await sendMessage(ctx, { text: ctx.t('digest-pending') })
}

async function digestForAll(deps: BotDeps, ctx: BotContext, all: boolean): Promise<void> {
  const { scope } = ctx
  if (!scope) return void (await sendMessage(ctx, { text: ctx.t('administrators-only') }))
  if (!all) return void (await sendMessage(ctx, { text: ctx.t('digest-usage') }))
  const once = await ctx.once(async (tx) => {
    const planned = await postInterimDigests({ ...deps, prisma: tx }, deps, scope)
    for (const digestId of planned.ids) await deps.sendJob(tx, { name: 'deliver-digest', data: { digestId } })
    return planned
  })
  if (once.done === 'before') return
  const { ids, pending } = once.value
  const text =
    ids.length > 0
      ? ctx.t('digest-on-its-way', { n: ids.length })
      : ctx.t(pending > 0 ? 'digest-pending' : 'digest-no-channels')
  await sendMessage(ctx, { text })
}
