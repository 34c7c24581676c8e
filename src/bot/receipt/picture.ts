import { InputFile } from 'grammy'
import { mayCase } from '../../access/policies/case.ts'
import { findSubmission, type OwnFeedback } from '../../feedback/own-feedback.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import { showDate } from '../../messages/show-date.ts'
import { drawReceipt } from '../../pictures/draw-receipt.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, regionName, regionSurroundings } from '../../regions/describe-region.ts'
import { toReplyMarkup } from '../../sinks/telegram/to-reply-markup.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { Shown } from '../screen.ts'

/** "Keep it as a picture": the receipt with a QR code which opens it, for whoever may see it anyway. */
export async function pressReceiptPicture(deps: BotDeps, ctx: BotContext, submissionId: string): Shown {
  const found = await findSubmission(deps.prisma, submissionId)
  if (!found || mayOpenReceipt(ctx, found) === null) {
    ctx.toast = { text: ctx.t('receipt-unknown'), alert: false }
    return null
  }
  const village = (await describeRegions(deps.prisma, [found.villageCode])).get(found.villageCode)
  const picture = await drawReceipt({
    title: ctx.t('receipt-picture-title'),
    village: village ? regionName(village.name, ctx.locale) : found.villageCode,
    above: village ? regionSurroundings(village, ctx.locale) : '',
    receipt: formatReceipt(found.receipt),
    date: showDate(found.createdAt, deps.timeZone, ctx.locale, { year: true }),
    use: ctx.t('receipt-picture-use'),
    url: `https://t.me/${ctx.me.username}?start=r${found.receipt}`,
  })
  await ctx.replyWithPhoto(new InputFile(picture, `${found.receipt}.png`), {
    caption: ctx.t('receipt-picture-caption'),
    // the picture pushes the buttons of the receipt out of sight
    reply_markup: toReplyMarkup([
      [
        { label: ctx.t('menu-mine'), data: encodePress({ kind: 'mine', page: 0 }) },
        { label: ctx.t('receipt-another'), data: encodePress({ kind: 'menu' }) },
      ],
    ]),
  })
  return null
}

/** Who may see a submission by its receipt: its owner, and administrators of who holds it. Null for everybody else. */
export function mayOpenReceipt(ctx: BotContext, found: OwnFeedback): 'owner' | 'administrator' | null {
  const { person, administrator } = ctx
  const target = {
    holderCode: found.case?.holderCode ?? found.villageCode,
    visibility: found.visibility,
    isErased: found.case?.status === 'erased',
    personId: found.personId,
  }
  if (
    person &&
    mayCase({ kind: 'person', personId: person.id, telegramId: Number(person.telegramId) }, 'look', target).ok
  )
    return 'owner'
  return administrator && mayCase(administrator, 'look', target).ok ? 'administrator' : null
}
