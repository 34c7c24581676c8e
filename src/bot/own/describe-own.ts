import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { cardOf } from '../../cards/topics.ts'
import { dueOf } from '../../cases/due.ts'
import { standingOf } from '../../cases/standing-of.ts'
import type { OwnFeedback } from '../../feedback/own-feedback.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import { shortenWords } from '../../masking/shorten-words.ts'
import { aspectList } from '../../messages/aspect-list.ts'
import { markWords } from '../../messages/quote-marks.ts'
import { showDate } from '../../messages/show-date.ts'
import type { BotContext, BotDeps } from '../context.ts'

/**
 * One submission in its owner's eyes: what, when, how it stands, and the answer. `full` with everything that was added.
 * `others`: for somebody else who may see it, with what was said marked (messages/quote-marks.ts).
 */
export function describeOwn(
  deps: BotDeps,
  ctx: BotContext,
  item: OwnFeedback,
  { full = false, others = false } = {},
): FormattedString {
  const card = cardOf(item.topic)
  const { id: submissionId, signedName } = item
  const said = (text: string, most: number) => {
    const shown = shortenWords(text, most)
    return others ? markWords(shown, { submissionId, signedName }) : fmt`${shown}`
  }
  const lines = [
    fmt`${FormattedString.bold(formatReceipt(item.receipt))} · ${showDate(item.createdAt, deps.timeZone, ctx.locale)}`,
    ...(item.filedFor ? [fmt`${filedLine(deps, ctx, item.filedFor)}`] : []),
    fmt`${card?.icon ?? ''} ${aspectList(ctx.t, item)}`,
    ...(item.words ? [fmt`“${said(item.words, full ? 600 : 60)}”`] : []),
    ...(full
      ? item.additions
          .filter(({ text }) => text !== '')
          .slice(-3)
          .map((each) => fmt`➕ “${said(each.text, 200)}”`)
      : []),
    fmt`${ctx.t(`mine-status-${standingOf(item.case)}`)}`,
    ...dueLine(deps, ctx, item),
    ...(item.case?.answer ? [fmt`${ctx.t('mine-answer')}${said(item.case.answer, full ? 1500 : 120)}`] : []),
  ]
  return FormattedString.join(lines, '\n')
}

/** By when there will be an answer, or how late it is. A case that is open again has no such day: it was answered once. */
function dueLine(deps: BotDeps, ctx: BotContext, { case: found, createdAt }: OwnFeedback): FormattedString[] {
  const due = found && dueOf({ status: found.status, createdAt }, deps.clock.now())
  if (!due || standingOf(found) === 'reopened') return []
  if (due.daysOver > 0) return [fmt`${ctx.t('mine-overdue', { n: due.daysOver })}`]
  return [fmt`${ctx.t('mine-due', { day: showDate(due.answerBy, deps.timeZone, ctx.locale) })}`]
}

/** For whoever filed it: for whom. For whom it was filed: by whom. */
function filedLine(
  { texts }: Pick<BotDeps, 'texts'>,
  ctx: BotContext,
  filedFor: NonNullable<OwnFeedback['filedFor']>,
): string {
  return filedFor.consent === 'voice'
    ? ctx.t('proxy-for', { who: sayWhom(texts, ctx.locale, filedFor) })
    : ctx.t('proxy-mine-owner', { who: ctx.t(`proxy-filer-${filedFor.relationship}`) })
}
