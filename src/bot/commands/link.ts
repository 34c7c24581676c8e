import { InputFile } from 'grammy'
import QRCode from 'qrcode'
import { scopeOf } from '../../access/scope.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, type RegionDescription, regionLabel } from '../../regions/describe-region.ts'
import { isWithin } from '../../regions/region-code.ts'
import { rememberChat } from '../committee/remember-chat.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'

/**
 * /link <region code> in a channel or group: its committee gets the digests of that region from now on. Entitled is an
 * administrator in whose scope the region lies. A channel post has no sender: there it counts who added the bot, else
 * somebody entitled has to press a button.
 */
export async function link(deps: BotDeps, ctx: BotContext): Promise<void> {
  if (!ctx.chat) return
  if (ctx.chat.type === 'private') return void (await sendMessage(ctx, { text: ctx.t('link-not-here') }))
  const code = String(ctx.match ?? '')
    .normalize('NFKC')
    .trim()
  if (!/^\d{4,12}$/.test(code)) return void (await sendMessage(ctx, { text: ctx.t('link-usage') }))
  const region = (await describeRegions(deps.prisma, [code])).get(code)
  if (!region) return void (await sendMessage(ctx, { text: ctx.t('link-unknown-region', { code }) }))

  const sender = ctx.senderChat ? undefined : ctx.from?.id
  const known = await deps.prisma.committeeChat.findUnique({ where: { chatId: BigInt(ctx.chat.id) } })
  const entitled = sender ?? (known?.addedByTelegramId ? Number(known.addedByTelegramId) : undefined)
  if (entitled !== undefined && mayLink(deps, entitled, code))
    return await linkChat(deps, ctx, region, entitled)
  if (sender !== undefined)
    return void (await sendMessage(ctx, { text: ctx.t('link-not-entitled', { id: String(sender) }) }))
  await sendMessage(ctx, {
    text: ctx.t('link-confirm', { region: regionLabel(region, ctx.locale) }),
    buttons: [[{ label: ctx.t('link-confirm-yes'), data: encodePress({ kind: 'link', code }) }]],
  })
}

/** Somebody pressed "link it" below a channel post. Whoever may not learns their own id and whom to ask. */
export async function pressLink(deps: BotDeps, ctx: BotContext, code: string): Promise<void> {
  const region = (await describeRegions(deps.prisma, [code])).get(code)
  if (!ctx.from || !region || ctx.chat?.type === 'private') return
  if (mayLink(deps, ctx.from.id, code)) return await linkChat(deps, ctx, region, ctx.from.id)
  ctx.toast = { text: ctx.t('link-not-entitled', { id: String(ctx.from.id) }), alert: true }
}

function mayLink(deps: BotDeps, telegramId: number, code: string): boolean {
  const scope = scopeOf(deps.administratorIds, telegramId)
  return scope !== null && isWithin(code, scope.regionCode)
}

async function linkChat(
  deps: BotDeps,
  ctx: BotContext,
  region: RegionDescription,
  by: number,
): Promise<void> {
  const { chat } = ctx
  if (!chat) return
  await ctx.once(async (tx) => {
    await rememberChat(tx, chat, {})
    await tx.committeeChat.update({
      where: { chatId: BigInt(chat.id) },
      data: {
        regionCode: region.code,
        linkedByTelegramId: BigInt(by),
        linkedAt: deps.clock.now(),
        leftAt: null,
      },
    })
  })
  const label = regionLabel(region, ctx.locale)
  if (region.level !== 'village')
    return void (await sendMessage(ctx, { text: ctx.t('link-done-region', { region: label }) }))
  const url = `https://t.me/${ctx.me.username}?start=v${region.code}`
  await sendMessage(ctx, { text: ctx.t('link-done', { region: label, url }) })
  const picture = await QRCode.toBuffer(url, { width: 600, margin: 3, errorCorrectionLevel: 'M' })
  await ctx.replyWithPhoto(new InputFile(picture, `${region.code}.png`), {
    caption: ctx.t('link-qr', { region: label }),
  })
}
