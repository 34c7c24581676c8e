import { mayCommitteeChat } from '../../access/policies/committee-chat.ts'
import type { Denial } from '../../access/policies/decision.ts'
import { unlinkChat } from '../../committees/link-chat.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import { chatKind } from '../committee/chat-kind.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage, showMessage } from '../show-message.ts'

/**
 * /unlink in a channel or group, by whoever: shows which region it is linked to, with the button that ends the link. Only
 * an administrator of that region can press it.
 */
export async function unlink(deps: BotDeps, ctx: BotContext): Promise<void> {
  const chat = chatKind(ctx)
  const regionCode = (await ctx.presser())?.regionCode
  if (!regionCode) return void (await sendMessage(ctx, { text: ctx.t('link-usage', { chat }) }))
  const region = await labelOf(deps, ctx, regionCode)
  await sendMessage(ctx, {
    text: ctx.t('unlink-confirm', { chat, region }),
    buttons: [[{ label: ctx.t('unlink-confirm-yes'), data: encodePress({ kind: 'unlink' }) }]],
  })
}

/** "End the link" was pressed. */
export async function pressUnlink(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { chat } = ctx
  const actor = await ctx.presser()
  if (!chat || !actor) return
  const may = mayCommitteeChat(actor, 'unlink', { regionCode: actor.regionCode, newRegionCode: null })
  if (!may.ok) return refuse(ctx, may.code)
  const once = await ctx.once((tx) => unlinkChat({ ...deps, tx }, { actor, chat }))
  if (once.done === 'before') return
  if (!once.value.ok) return refuse(ctx, once.value.code)
  const region = await labelOf(deps, ctx, once.value.regionCode)
  await showMessage(ctx, { text: ctx.t('unlink-done', { region }) })
}

function refuse(ctx: BotContext, code: Denial): void {
  ctx.toast =
    code === 'not_entitled'
      ? { text: ctx.t('unlink-not-entitled'), alert: true }
      : { text: ctx.t('unlink-not-linked', { chat: chatKind(ctx) }), alert: false }
}

async function labelOf(deps: BotDeps, ctx: BotContext, code: string): Promise<string> {
  const region = (await describeRegions(deps.prisma, [code])).get(code)
  return region ? regionLabel(region, ctx.locale) : code
}
