import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { GrammyError, InputFile } from 'grammy'
import QRCode from 'qrcode'
import { mayCommitteeChat } from '../../access/policies/committee-chat.ts'
import { type ChatStanding, standingOf } from '../../committees/chat-standing.ts'
import { linkChat } from '../../committees/link-chat.ts'
import { linkedRegionOf } from '../../committees/linked-region.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, type RegionDescription, regionLabel } from '../../regions/describe-region.ts'
import { chatKind } from '../committee/chat-kind.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage, showMessage } from '../show-message.ts'
import { findCode } from './find-code.ts'

/**
 * /link <region code or name> in a channel or group, by whoever: shows which region it would be linked to, with the button
 * that an administrator of that region has to press. The command itself changes nothing: a channel's post has no sender,
 * and a group's may speak for a chat. In a private chat it tells the Telegram id, which whoever gives rights asks for.
 */
export async function link(deps: BotDeps, ctx: BotContext): Promise<void> {
  if (!ctx.chat) return
  if (ctx.chat.type === 'private') return await tellId(ctx)
  const typed = String(ctx.match ?? '')
    .normalize('NFKC')
    .trim()
  const region = await findCode(deps, ctx, typed)
  if (!region) return
  await sendMessage(ctx, await confirmation(deps, ctx, region, await askStanding(ctx)))
}

/** "Link it" was pressed. Telegram is asked once more who can read along here, since that may have changed. */
export async function pressLink(
  deps: BotDeps,
  ctx: BotContext,
  { code, warned }: { code: string; warned: boolean },
): Promise<void> {
  const { chat } = ctx
  const region = (await describeRegions(deps.prisma, [code])).get(code)
  const actor = await ctx.presser()
  if (!chat || !region || !actor) return
  const may = mayCommitteeChat(actor, 'link', { regionCode: actor.regionCode, newRegionCode: code })
  if (!may.ok) return refuse(ctx)
  const standing = await askStanding(ctx)
  if (standing === null || standing === 'public' || (standing === 'discussed' && !warned))
    return void (await showMessage(ctx, await confirmation(deps, ctx, region, standing)))
  const once = await ctx.once((tx) => linkChat({ ...deps, tx }, { actor, chat, regionCode: code }))
  if (once.done === 'now' && !once.value.ok) return refuse(ctx)
  await showLinked(ctx, region)
}

function refuse(ctx: BotContext): void {
  ctx.toast = { text: ctx.t('link-not-entitled'), alert: true }
}

async function tellId(ctx: BotContext): Promise<void> {
  const id = FormattedString.code(String(ctx.from?.id ?? ''))
  const text = fmt`${ctx.t('link-not-here')}\n\n${ctx.t('link-your-id')}\n${id}`
  await sendMessage(ctx, { text: text.text, entities: text.entities })
}

/** Null where Telegram refuses to say. */
async function askStanding(ctx: BotContext): Promise<ChatStanding | null> {
  try {
    return standingOf(await ctx.getChat())
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)) return null
    throw error
  }
}

/** What would be linked, and the button; or why it cannot be. */
async function confirmation(
  deps: BotDeps,
  ctx: BotContext,
  region: RegionDescription,
  standing: ChatStanding | null,
): Promise<OutgoingMessage> {
  const chat = chatKind(ctx)
  if (standing === null) return { text: ctx.t('link-refused-unseen', { chat }) }
  if (standing === 'public') return { text: ctx.t('link-refused-public', { chat }) }
  const before = ctx.chat && (await linkedRegionOf(deps.prisma, ctx.chat.id))
  const linked = before ? (await describeRegions(deps.prisma, [before])).get(before) : undefined
  const text = [
    ctx.t('link-confirm', { chat, region: regionLabel(region, ctx.locale), code: region.code }),
    linked ? ctx.t('link-confirm-instead', { region: regionLabel(linked, ctx.locale) }) : null,
    standing === 'discussed' ? ctx.t('link-confirm-discussed', { chat }) : null,
    ctx.t('link-confirm-who'),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
  const data = encodePress({ kind: 'link', code: region.code, warned: standing === 'discussed' })
  return { text, buttons: [[{ label: ctx.t('link-confirm-yes'), data }]] }
}

async function showLinked(ctx: BotContext, region: RegionDescription): Promise<void> {
  const label = regionLabel(region, ctx.locale)
  if (region.level !== 'village')
    return void (await showMessage(ctx, { text: ctx.t('link-done-region', { region: label }) }))
  const url = `https://t.me/${ctx.me.username}?start=v${region.code}`
  await showMessage(ctx, { text: ctx.t('link-done', { region: label, url }) })
  const picture = await QRCode.toBuffer(url, { width: 600, margin: 3, errorCorrectionLevel: 'M' })
  await ctx.replyWithPhoto(new InputFile(picture, `${region.code}.png`), {
    caption: ctx.t('link-qr', { region: label }),
  })
}
