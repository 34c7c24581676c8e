import { linkedRegionOf } from '../../committees/linked-region.ts'
import { postInterimDigest } from '../../digests/post-interim-digest.ts'
import { postInterimDigests } from '../../digests/post-interim-digests.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'

/**
 * /digest in a linked channel or group: how things stand so far, now. /digest all in a private chat: the same for every
 * linked channel in the administrator's scope.
 */
export async function digest(deps: BotDeps, ctx: BotContext): Promise<void> {
  const all = String(ctx.match ?? '').trim() === 'all'
  if (ctx.chat?.type === 'private' || all) return await digestForAll(deps, ctx, all)

  const chatId = ctx.chat?.id
  if (chatId === undefined || !(await linkedRegionOf(deps.prisma, chatId)))
    return void (await sendMessage(ctx, { text: ctx.t('link-usage') }))
  await ctx.once(async (tx) => {
    const digestId = await postInterimDigest({ ...deps, prisma: tx }, deps, chatId)
    if (digestId) await deps.sendJob(tx, { name: 'deliver-digest', data: { digestId } })
  })
}

async function digestForAll(deps: BotDeps, ctx: BotContext, all: boolean): Promise<void> {
  const { scope } = ctx
  if (!scope) return void (await sendMessage(ctx, { text: ctx.t('administrators-only') }))
  if (!all) return void (await sendMessage(ctx, { text: ctx.t('digest-usage') }))
  const once = await ctx.once(async (tx) => {
    const digestIds = await postInterimDigests({ ...deps, prisma: tx }, deps, scope)
    for (const digestId of digestIds) await deps.sendJob(tx, { name: 'deliver-digest', data: { digestId } })
    return digestIds.length
  })
  if (once.done === 'now')
    await sendMessage(ctx, {
      text: once.value === 0 ? ctx.t('digest-no-channels') : ctx.t('digest-on-its-way', { n: once.value }),
    })
}
