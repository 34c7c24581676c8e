import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { isAnswered, isGone, isOpen } from '../../cases/statuses.ts'
import { findSubmission, type OwnFeedback } from '../../feedback/own-feedback.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { verdictButtons } from '../../messages/verdict-buttons.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMessage } from '../show-message.ts'
import { askResident } from './ask-resident.ts'
import { describeOwn } from './describe-own.ts'

/** A resident's own case, with what they can do: say whether it is fixed, add something, take it back. */
export async function showOwnCase(
  deps: BotDeps,
  ctx: BotContext,
  submissionId: string,
  options: { note?: string; buttons?: Button[][] } = {},
): Promise<void> {
  const item = await findSubmission(deps.prisma, submissionId)
  if (!item?.case || item.personId !== ctx.person?.id) return
  const awaitsVerdict = isAnswered(item.case.status) && item.case.verdict === null
  const note =
    options.note ?? (awaitsVerdict ? askResident(deps, ctx, item.filedFor, 'verdict-question') : '')
  const text = fmt`${describeOwn(deps, ctx, item, { full: true })}${note ? '\n\n' : ''}${FormattedString.bold(note)}`
  const verdicts = awaitsVerdict
    ? verdictButtons(deps.texts, ctx.locale, { caseId: item.case.id, asks: null })
    : []
  await showMessage(ctx, {
    text: text.text,
    entities: text.entities,
    buttons: [...(options.buttons ?? verdicts), ...ownCaseButtons(ctx, item)],
  })
}

export function ownCaseButtons(
  ctx: BotContext,
  { id: submissionId, case: found, _count }: OwnFeedback,
): Button[][] {
  if (!found) return []
  const { id: caseId, status } = found
  const add = { label: ctx.t('own-add'), data: encodePress({ kind: 'add-words', caseId }) }
  const withdraw = { label: ctx.t('own-withdraw'), data: encodePress({ kind: 'withdraw', caseId }) }
  const attachments = {
    label: ctx.t('attachment-show'),
    data: encodePress({ kind: 'own-attachments', caseId }),
  }
  const answerPhotos = {
    label: ctx.t('answer-photos-show'),
    data: encodePress({ kind: 'answer-photos', caseId }),
  }
  const hasPhotos = found.answer !== null && (found.events[0]?._count.attachments ?? 0) > 0
  return [
    ...(hasPhotos ? [[answerPhotos]] : []),
    ...(_count.attachments > 0 ? [[attachments]] : []),
    ...(isGone(status) ? [] : [isOpen(status) ? [add, withdraw] : [add]]),
    [
      {
        label: ctx.t('receipt-picture-button'),
        data: encodePress({ kind: 'receipt-picture', submissionId }),
      },
    ],
    [{ label: ctx.t('menu-mine'), data: encodePress({ kind: 'mine', page: 0 }) }],
  ]
}
