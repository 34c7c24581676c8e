import type { CaseView } from '../../cases/case-view.ts'
import { isAnswered, WAITING } from '../../cases/statuses.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext } from '../context.ts'

/** What a committee can do with a case. */
export function caseButtons(ctx: BotContext, { id: caseId, status, submission }: CaseView): Button[][] {
  const accept = { label: ctx.t('case-accept'), data: encodePress({ kind: 'accept', caseId }) }
  const answer = {
    label: ctx.t(isAnswered(status) ? 'case-answer-again' : 'case-answer-button'),
    data: encodePress({ kind: 'answer', caseId }),
  }
  const attachments = { label: ctx.t('attachment-show'), data: encodePress({ kind: 'attachments', caseId }) }
  return [
    WAITING.includes(status) ? [accept, answer] : [answer],
    ...(submission._count.attachments > 0 ? [[attachments]] : []),
    [{ label: ctx.t('cases-back'), data: encodePress({ kind: 'cases', page: 0 }) }],
  ]
}
