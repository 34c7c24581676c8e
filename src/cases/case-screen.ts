import type { Texts } from '../i18n/texts.ts'
import type { Button, OutgoingMessage } from '../lib/outgoing-message.ts'
import { caseMessage } from '../messages/case-message.ts'
import { encodePress } from '../presses/callback-data.ts'
import type { RegionDescription } from '../regions/describe-region.ts'
import type { CaseView } from './case-view.ts'
import { isAnswered, isGone, WAITING } from './statuses.ts'

/** A case in a committee's chat, with what can be done with it. `village`: where it shall be named. Pure. */
export function caseScreen(
  reader: { texts: Texts; locale: string; timeZone: string },
  found: CaseView,
  village: RegionDescription | undefined,
): OutgoingMessage {
  return { ...caseMessage(reader, found, village), buttons: caseButtons(reader, found) }
}

/** What a committee can do with a case. */
function caseButtons(
  { texts, locale }: { texts: Texts; locale: string },
  { id: caseId, status, submission }: CaseView,
): Button[][] {
  const t = (key: string) => texts.t(locale, key)
  const accept = { label: t('case-accept'), data: encodePress({ kind: 'accept', caseId }) }
  const answer = {
    label: t(isAnswered(status) ? 'case-answer-again' : 'case-answer-button'),
    data: encodePress({ kind: 'answer', caseId }),
  }
  const attachments = { label: t('attachment-show'), data: encodePress({ kind: 'attachments', caseId }) }
  const acts = WAITING.includes(status) ? [accept, answer] : [answer]
  return [
    ...(isGone(status) ? [] : [acts]),
    ...(submission._count.attachments > 0 ? [[attachments]] : []),
    [{ label: t('cases-back'), data: encodePress({ kind: 'cases', page: 0 }) }],
  ]
}
