import { FormattedString, fmt } from '@grammyjs/parse-mode'
import type { Readers } from '../../committees/find-readers.ts'
import { findSubmission } from '../../feedback/own-feedback.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../purpose.ts'
import { showMessage } from '../show-message.ts'

/** Thanks, the receipt, and who will read it. Shown in the place of the card, as often as needed. */
export async function showReceipt(
  deps: BotDeps,
  ctx: BotContext,
  { submissionId, ...inHand }: { submissionId: string; receipt?: string; holderCode?: string },
): Promise<void> {
  const found = inHand.receipt === undefined ? await findSubmission(deps.prisma, submissionId) : null
  const plain = inHand.receipt ?? found?.receipt
  const holderCode = inHand.holderCode ?? found?.case?.holderCode
  if (plain === undefined || holderCode === undefined) return
  const readers = await deps.readers.find(holderCode)
  await stopWaiting(ctx)
  const receipt = FormattedString.bold(formatReceipt(plain))
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

async function readBy(deps: BotDeps, ctx: BotContext, readers: Readers): Promise<string> {
  if (readers.kind === 'administrators') return ctx.t('receipt-read-by-administrators')
  const region = await deps.regions.describe(readers.regionCode)
  return ctx.t('receipt-read-by', { region: region ? regionLabel(region, ctx.locale) : readers.regionCode })
}
