import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { cardOf } from '../../cards/topics.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { joinLines, type Line } from '../../messages/join-lines.ts'
import { markAnswer, markWords } from '../../messages/quote-marks.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { Digest } from '../digest.ts'
import { type DigestWriter, digestWriter, type WriterDeps } from './digest-writer.ts'

const FACES = ['😀', '🙂', '😐', '🙁', '😣']
const DOT = ' · '

/**
 * The digest in a language, as a message of at most 4,096 UTF-16 code units with entities: what does not fit is left out
 * from the end, a line at a time. Its quotes are marked (messages/quote-marks.ts). Pure.
 */
export function renderDigest(digest: Digest, deps: WriterDeps): OutgoingMessage {
  const write = digestWriter(deps)
  const message = joinLines([
    { text: title(digest, write), bold: true },
    ...numbers(digest, write),
    ...newest(digest, write),
    ...answered(digest, write),
    ...standing(digest, write),
  ])
  if (!digest.open) return message
  return {
    ...message,
    buttons: [[{ label: write.t('digest-go-through'), data: encodePress({ kind: 'open-cases' }) }]],
  }
}

function title({ regionName, period, interim }: Digest, { t, name, dates }: DigestWriter): string {
  const args = { region: name(regionName), dates: dates(period) }
  return interim
    ? t(`digest-title-interim-${period.cadence}`, args)
    : t(`digest-title-${period.cadence}`, args)
}

function numbers(digest: Digest, { t, topic, aspect, number }: DigestWriter): Line[] {
  const { total, topics, aspects, satisfaction, interim } = digest
  const { cadence } = digest.period
  if (!total) return [{ text: interim ? t(`digest-quiet-interim-${cadence}`) : t(`digest-quiet-${cadence}`) }]
  const count = total.before
  const before = interim
    ? t(`digest-before-interim-${cadence}`, { count })
    : t(`digest-before-${cadence}`, { count })
  const change = (by: number) => (by === 0 ? '' : ` ${by > 0 ? '▲' : '▼'}${number(Math.abs(by))}`)
  const lines = [
    t('digest-total', { submissions: total.submissions, people: total.people, before }),
    topics
      .map((each) => `${iconOf(each.topic)} ${topic(each.topic)} ${number(each.count)}${change(each.change)}`)
      .join(DOT),
  ]
  if (aspects.length > 0) {
    const named = aspects.map((each) => `${aspect(each.topic, each.aspect)} ${number(each.count)}`)
    lines.push(t('digest-aspects', { aspects: named.join(t('digest-comma')) }))
  }
  if (satisfaction) {
    const faces = satisfaction.counts.flatMap((each, at) =>
      each > 0 ? [`${FACES[at]} ${number(each)}`] : [],
    )
    lines.push(t('digest-satisfaction', { faces: faces.join(DOT), mean: satisfaction.mean }))
  }
  return lines.map((text) => ({ text }))
}

function newest({ newest: section }: Digest, { t, about }: DigestWriter): Line[] {
  if (!section) return []
  const lines = section.lines.map((line): Line => {
    const quoted = line.quote
      ? fmt`${t('digest-colon')}${markWords(t('digest-quote', { quote: line.quote }), line)}`
      : fmt``
    const notes = [
      line.urgency === 'now' ? t('digest-urgency-now') : '',
      line.urgency === 'this_month' ? t('digest-urgency-this_month') : '',
      line.endorsements > 0 ? `👍 ${line.endorsements}` : '',
      line.direct ? t('digest-direct') : '',
    ]
    return toLine(fmt`${about(line)}${quoted}`, notes)
  })
  if (section.more > 0) lines.push({ text: t('digest-more', { count: section.more }) })
  return titled(t('digest-newest'), lines)
}

function answered({ answered: section }: Digest, { t, about }: DigestWriter): Line[] {
  if (!section) return []
  const lines = section.lines.map((line): Line => {
    const told = fmt`${about(line)} → ${markAnswer(line.answer, line)}`
    return toLine(told, line.direct ? [t('digest-direct')] : [])
  })
  if (section.more > 0) lines.push({ text: t('digest-more-answered', { count: section.more }) })
  return titled(t('digest-answered'), lines)
}

function standing({ open, rates }: Digest, { t, who }: DigestWriter): Line[] {
  const lines: string[] = []
  if (open) {
    const { count, overdue, longest } = open
    const cases = longest.map((line) =>
      t('digest-overdue', { case: who(line) + (line.direct ? ' 🔒' : ''), days: line.daysOver }),
    )
    const more = Math.max(0, overdue - longest.length)
    lines.push(t('digest-open', { count, overdue, longest: cases.join(t('digest-comma')), more }))
  }
  const { responded, resolved, confirmed, satisfied } = rates
  const said = [
    responded ? t('digest-responded', { ...responded }) : '',
    resolved
      ? t('digest-resolved', { ...resolved }) + (confirmed ? t('digest-confirmed', { ...confirmed }) : '')
      : '',
    satisfied ? t('digest-satisfied', { ...satisfied }) : '',
  ].filter(Boolean)
  if (said.length > 0) lines.push(said.join(DOT))
  return lines.length > 0 ? [{ text: '' }, ...lines.map((text) => ({ text }))] : []
}

function toLine(told: FormattedString, notes: readonly string[]): Line {
  const { text, entities } = FormattedString.join([told, ...notes.filter(Boolean)], DOT)
  return { text, entities }
}

function titled(heading: string, lines: Line[]): Line[] {
  return [{ text: '' }, { text: heading, bold: true }, ...lines]
}

function iconOf(topic: string): string {
  return cardOf(topic)?.icon ?? '💬'
}
