import { FormattedString, fmt } from '@grammyjs/parse-mode'
import type { AttachmentKind, CaseStatus } from '../../prisma/client/client.ts'
import type { CardDefinition } from '../cards/card-definition.ts'
import { OWN_COLUMNS } from '../cards/filled-card.ts'
import { cardOf } from '../cards/topics.ts'
import { SLOT, textAround } from '../i18n/text-around.ts'
import type { Texts } from '../i18n/texts.ts'
import { shortenWords } from '../masking/shorten-words.ts'
import { type RegionDescription, regionLabel } from '../regions/describe-region.ts'
import { aspectList } from './aspect-list.ts'
import { caseAlias } from './case-alias.ts'
import { markAnswer, markName, markWords } from './quote-marks.ts'
import { showDate } from './show-date.ts'

/** What a committee is shown of a case; never the person. */
export interface CaseFacts {
  number: number
  status: CaseStatus
  answer: string | null
  createdAt: Date
  submission: {
    id: string
    topic: string
    aspects: string[]
    satisfaction: number | null
    words: string | null
    wish: string | null
    urgency: string
    visibility: string
    /** by question, see cards/filled-card.ts */
    answers: unknown
    signedName: string | null
    /** the newest first */
    additions: { text: string }[]
    filedFor: { relationship: string } | null
    attachments: { kind: AttachmentKind }[]
    _count: { endorsements: number }
  }
}

/** Words, wish and answer are cut here, so that the message stays within Telegram's 4,096. */
const MOST_LETTERS = 1200
const MOST_ADDED_LETTERS = 200
const MOST_ANSWER_LETTERS = 600

interface Reader {
  texts: Texts
  locale: string
  timeZone: string
}

/**
 * A case in the committee's eyes: alias, topic, when it came, what was asked and answered, what was said (masked), how
 * urgent, how it stands. Who said it only where that person allowed it. What is of the resident is marked
 * (messages/quote-marks.ts). Pure.
 */
export function caseMessage(
  { texts, locale, timeZone }: Reader,
  found: CaseFacts,
  village: RegionDescription | undefined,
): { text: string; entities: FormattedString['entities'] } {
  const t = (key: string, args?: Record<string, string | number>) => texts.t(locale, key, args)
  const { submission } = found
  const card = cardOf(submission.topic)
  const { words, wish, satisfaction, signedName, filedFor, _count } = submission
  const owner = { submissionId: submission.id, signedName }
  const said = (text: string, most: number) => markWords(shortenWords(text, most, { keepLines: true }), owner)
  const asked = card ? askedLine(t, card, submission.answers) : ''
  const attached = attachedLine(t, submission.attachments)
  const lines = [
    FormattedString.bold(caseTitle({ texts, locale }, found)),
    ...(village ? [fmt`🏘 ${regionLabel(village, locale)}`] : []),
    fmt`${[
      showDate(found.createdAt, timeZone, locale),
      satisfaction === null ? null : t(`satisfaction-${satisfaction}`),
      submission.urgency === 'not_said' ? null : t(`urgency-${submission.urgency}`),
      t(`case-status-${found.status}`),
      _count.endorsements > 0 ? `👍 ${_count.endorsements}` : null,
    ]
      .filter(Boolean)
      .join(' · ')}`,
    ...(submission.visibility === 'township' ? [fmt`${t('query-entry-township')}`] : []),
    ...(asked ? [fmt`${asked}`] : []),
    ...(words ? [fmt`“${said(words, MOST_LETTERS)}”`] : []),
    ...(wish ? [fmt`${t('case-wish')}“${said(wish, MOST_LETTERS)}”`] : []),
    ...saidIn(submission.additions.toReversed()).map(
      (text) => fmt`${t('case-added')}“${said(text, MOST_ADDED_LETTERS)}”`,
    ),
    ...(attached ? [fmt`${attached}`] : []),
    ...(filedFor ? [fmt`${t('proxy-case', { who: t(`proxy-who-${filedFor.relationship}`) })}`] : []),
    ...(signedName
      ? [textAround(t('case-signed', { name: SLOT }), markName(signedName, submission.id))]
      : []),
    ...(found.answer
      ? [
          fmt`${t('case-answer')}${markAnswer(shortenWords(found.answer, MOST_ANSWER_LETTERS, { keepLines: true }), owner)}`,
        ]
      : []),
  ]
  const text = FormattedString.join(lines, '\n')
  return { text: text.text, entities: text.entities }
}

/** What the resident just added, for those who have the case before them already. Pure. */
export function addedMessage(
  reader: Pick<Reader, 'texts' | 'locale'>,
  found: CaseFacts,
): { text: string; entities: FormattedString['entities'] } {
  const { id: submissionId, signedName, additions, visibility, attachments } = found.submission
  const attached = attachedLine((key, args) => reader.texts.t(reader.locale, key, args), attachments)
  const toTownship = visibility === 'township' ? [reader.texts.t(reader.locale, 'query-entry-township')] : []
  const text = FormattedString.join(
    [
      FormattedString.bold(caseTitle(reader, found)),
      ...toTownship.map((line) => fmt`${line}`),
      ...saidIn(additions.slice(0, 1)).map(
        (added) =>
          fmt`“${markWords(shortenWords(added, MOST_LETTERS, { keepLines: true }), { submissionId, signedName })}”`,
      ),
      ...(attached ? [fmt`${attached}`] : []),
    ],
    '\n',
  )
  return { text: text.text, entities: text.entities }
}

/** What was added with a voice message, a photo or a place may have no words. */
const saidIn = (additions: readonly { text: string }[]) =>
  additions.map(({ text }) => text).filter((text) => text !== '')

/** A17 🏥 药品不全、医生少 */
function caseTitle({ texts, locale }: Pick<Reader, 'texts' | 'locale'>, found: CaseFacts): string {
  const icon = cardOf(found.submission.topic)?.icon ?? ''
  return `${caseAlias(found.number)} ${icon} ${aspectList(texts.t.bind(texts, locale), found.submission)}`
}

type Translate = (key: string, args?: Record<string, string | number>) => string

/** Whom it is about, and the answers to the topic's own questions, by the card's definition; what it no longer knows is left out. */
function askedLine(t: Translate, card: CardDefinition, answers: unknown): string {
  const given = answers as Record<string, string | string[] | undefined>
  return card.questions
    .flatMap((question) => {
      if (question.kind === 'words' || OWN_COLUMNS.has(question.id)) return []
      const values = [given[question.id] ?? []].flat()
      const options = question.options.filter(({ id }) => values.includes(id))
      if (options.length === 0) return []
      const labels = options.map(({ id, icon }) => `${icon} ${t(`${question.labels}-${id}`)}`)
      return [`${t(`line-${question.id}`)}${labels.join(t('card-list-comma'))}`]
    })
    .join('\n')
}

function attachedLine(t: Translate, attachments: CaseFacts['submission']['attachments']): string {
  const of = (kind: (typeof attachments)[number]['kind']) =>
    attachments.filter((each) => each.kind === kind).length
  const [voices, photos, places] = [of('voice'), of('photo'), of('location')]
  return [
    ...(voices > 0 ? [t('case-voices', { n: voices })] : []),
    ...(photos > 0 ? [t('case-photos', { n: photos })] : []),
    ...(places > 0 ? [t('case-places')] : []),
  ].join(' · ')
}
