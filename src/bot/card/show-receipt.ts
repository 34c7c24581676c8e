import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { findReaders } from '../../committees/find-readers.ts'
import { findSubmission } from '../../feedback/own-feedback.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMessage } from '../show-message.ts'

/** Thanks, the receipt, and who will read it. Shown in the place of the card, as often as needed. */
export async function showReceipt(deps: BotDeps, ctx: BotContext, submissionId: string): Promise<void> {
  const submission = await findSubmission(deps.prisma, submissionId)
  if (!submission?.case) return
  const readers = await findReaders(deps.prisma, submission.case.holderCode)
  const receipt = FormattedString.bold(formatReceipt(submission.receipt))
  const text = fmt`${ctx.t('receipt-thanks')}\n\n${ctx.t('receipt-code')} ${receipt}\n${ctx.t('receipt-use')}\n\n${await readBy(deps, ctx, readers)}`
  await showMessage(ctx, {
    text: text.text,
    entities: text.entities,
    buttons: [
      [
        {
          label: ctx.t('receipt-picture-button'),
          data: encodePress({ kind: 'receipt-picture', submissionId }),
        },
      ],
      [
        { label: ctx.t('menu-mine'), data: encodePress({ kind: 'mine', page: 0 }) },
        { label: ctx.t('receipt-another'), data: encodePress({ kind: 'menu' }) },
      ],
    ],
  })
}

async function readBy(
  deps: BotDeps,
  ctx: BotContext,
  readers: Awaited<ReturnType<typeof findReaders>>,
): Promise<string> {
  if (readers.kind === 'administrators') return ctx.t('receipt-read-by-administrators')
  const region = (await describeRegions(deps.prisma, [readers.regionCode])).get(readers.regionCode)
  return ctx.t('receipt-read-by', { region: region ? regionLabel(region, ctx.locale) : readers.regionCode })
}
