import { FormattedString, fmt } from '@grammyjs/parse-mode'
import type { CaseStatus } from '../../prisma/client/client.ts'
import { cardOf } from '../cards/topics.ts'
import { SLOT, textAround } from '../i18n/text-around.ts'
import type { Texts } from '../i18n/texts.ts'
import { shortenWords } from '../masking/shorten-words.ts'
import { type RegionDescription, regionLabel } from '../regions/describe-region.ts'
import { caseAlias } from './case-alias.ts'
import { markName, markWords } from './quote-marks.ts'

/** What a committee is shown of a case; never the person. */
export interface CaseFacts {
  number: number
  status: CaseStatus
  answer: string | null
  submission: {
    id: string
    topic: string
    aspects: string[]
    satisfaction: number | null
    words: string | null
    wish: string | null
    urgency: string
    signedName: string | null
    additions: { text: string }[]
    filedFor: { relationship: string } | null
    _count: { attachments: number; endorsements: number }
  }
}

/** Words, wish and answer are cut here, so that the message stays within Telegram's 4,096. */
const MOST_LETTERS = 1200
const MOST_ADDED_LETTERS = 300
const MOST_ANSWER_LETTERS = 600

/**
 * A case in the committee's eyes: alias, topic, what was said (masked), how urgent, how it stands. Who said it only where
 * that person allowed it. Both are marked (messages/quote-marks.ts). Pure.
 */
export function caseMessage(
  { texts, locale }: { texts: Texts; locale: string },
  found: CaseFacts,
  village: RegionDescription | undefined,
): { text: string; entities: FormattedString['entities'] } {
  const t = (key: string, args?: Record<string, string | number>) => texts.t(locale, key, args)
  const { submission } = found
  const card = cardOf(submission.topic)
  const aspects = submission.aspects.map((aspect) => t(`aspect-${submission.topic}-${aspect}`))
  const { words, wish, satisfaction, signedName, filedFor, _count } = submission
  const said = (text: string, most: number) =>
    markWords(shortenWords(text, most, { keepLines: true }), { submissionId: submission.id, signedName })
  const lines = [
    fmt`${FormattedString.bold(`${caseAlias(found.number)} ${card?.icon ?? ''} ${aspects.join(t('card-list-comma'))}`)}`,
    ...(village ? [fmt`🏘 ${regionLabel(village, locale)}`] : []),
    fmt`${[
      satisfaction === null ? null : t(`satisfaction-${satisfaction}`),
      submission.urgency === 'not_said' ? null : t(`urgency-${submission.urgency}`),
      t(`case-status-${found.status}`),
      _count.endorsements > 0 ? `👍 ${_count.endorsements}` : null,
    ]
      .filter(Boolean)
      .join(' · ')}`,
    ...(words ? [fmt`“${said(words, MOST_LETTERS)}”`] : []),
    ...(wish ? [fmt`${t('case-wish')}“${said(wish, MOST_LETTERS)}”`] : []),
    ...submission.additions.map(({ text }) => fmt`${t('case-added')}“${said(text, MOST_ADDED_LETTERS)}”`),
    ...(_count.attachments > 0 ? [fmt`${t('case-attachments', { n: _count.attachments })}`] : []),
    ...(filedFor ? [fmt`${t('proxy-case', { who: t(`proxy-who-${filedFor.relationship}`) })}`] : []),
    ...(signedName
      ? [textAround(t('case-signed', { name: SLOT }), markName(signedName, submission.id))]
      : []),
    ...(found.answer ? [fmt`${t('case-answer')}${said(found.answer, MOST_ANSWER_LETTERS)}`] : []),
  ]
  const text = FormattedString.join(lines, '\n')
  return { text: text.text, entities: text.entities }
}
