import type { CaseView } from '../../cases/case-view.ts'
import { isAnswered, WAITING } from '../../cases/statuses.ts'
import type { Button, OutgoingMessage } from '../../lib/outgoing-message.ts'
import { caseMessage } from '../../messages/case-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** A case as it stands, in a chat of that region, with what can be done with it. Its village only where it is another. */
export async function caseScreen(
  deps: BotDeps,
  ctx: BotContext,
  regionCode: string,
  found: CaseView,
): Promise<OutgoingMessage> {
  const { villageCode } = found.submission
  const villages = villageCode === regionCode ? null : await describeRegions(deps.prisma, [villageCode])
  const reader = { texts: deps.texts, locale: ctx.locale, timeZone: deps.timeZone }
  return { ...caseMessage(reader, found, villages?.get(villageCode)), buttons: caseButtons(ctx, found) }
}

/** What a committee can do with a case. */
function caseButtons(ctx: BotContext, { id: caseId, status, submission }: CaseView): Button[][] {
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
