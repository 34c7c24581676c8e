import { InputFile } from 'grammy'
import QRCode from 'qrcode'
import { findPending } from '../../feedback/proxy/find-pending.ts'
import { WAITS_DAYS } from '../../feedback/proxy/park-proxy.ts'
import { formatProxyCode } from '../../feedback/proxy/proxy-code.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { toReplyMarkup } from '../../sinks/telegram/to-reply-markup.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { showPendingOver } from './show-pending.ts'

/** The code with which somebody agrees in their own chat: to scan, to open, to type. One message, so that it can be passed on. */
export async function showCode(deps: BotDeps, ctx: BotContext, id: string): Promise<void> {
  await stopWaiting(ctx)
  const { person } = ctx
  const pending = person && (await findPending(deps.prisma, { id, filerId: person.id }, deps.clock.now()))
  if (!pending) return await showPendingOver(deps, ctx, id)
  const url = `https://t.me/${ctx.me.username}?start=c${pending.code}`
  const picture = await QRCode.toBuffer(url, { width: 600, margin: 3, errorCorrectionLevel: 'M' })
  await ctx.replyWithPhoto(new InputFile(picture, 'code.png'), {
    caption: ctx.t('proxy-code-message', { url, code: formatProxyCode(pending.code), days: WAITS_DAYS }),
    reply_markup: toReplyMarkup([
      [{ label: ctx.t('card-back'), data: encodePress({ kind: 'proxy-open', id }) }],
    ]),
  })
}
