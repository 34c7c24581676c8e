import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { cardOf } from '../../cards/topics.ts'
import type { CaseView } from '../../cases/case-view.ts'
import { CASES_PER_PAGE, listOpenCases } from '../../cases/list-open-cases.ts'
import { noteCard } from '../../committees/case-cards.ts'
import { linkedRegionOf } from '../../committees/linked-region.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { shortenWords } from '../../masking/shorten-words.ts'
import { aspectList } from '../../messages/aspect-list.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import { markWords } from '../../messages/quote-marks.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { placeOf, sendMessage, showMessage } from '../show-message.ts'
import { chatKind } from './chat-kind.ts'

/** What is still open in the linked region, each with a button. `anew`: as a message of its own, not in a digest's place. */
export async function showCases(deps: BotDeps, ctx: BotContext, page: number, anew: boolean): Promise<void> {
  const regionCode = ctx.chat && (await linkedRegionOf(deps.prisma, ctx.chat.id))
  if (!regionCode)
    return void (await sendMessage(ctx, { text: ctx.t('link-usage', { chat: chatKind(ctx) }) }))
  const { cases, total } = await listOpenCases(deps.prisma, regionCode, page)
  if (cases.length === 0 && page > 0) return await showCases(deps, ctx, 0, anew)

  const region = (await describeRegions(deps.prisma, [regionCode])).get(regionCode)
  const label = region ? regionLabel(region, ctx.locale) : regionCode
  const heading =
    total === 0 ? ctx.t('cases-none', { region: label }) : ctx.t('cases-heading', { region: label, n: total })
  const lines = [FormattedString.bold(heading), ...cases.map((each) => lineOf(ctx, each))]
  const text = FormattedString.join(lines, '\n')
  const turn = (to: number, key: string): Button => ({
    label: ctx.t(key),
    data: encodePress({ kind: 'cases', page: to }),
  })
  const place = anew ? null : placeOf(ctx)
  // before it shows the list: else an edit of the case's card that is on its way comes over it
  if (ctx.chat && place !== null)
    await noteCard(deps.prisma, {
      chatId: ctx.chat.id,
      messageId: place,
      caseId: null,
      now: deps.clock.now(),
    })
  const show = anew ? sendMessage : showMessage
  await show(ctx, {
    text: text.text,
    entities: text.entities,
    buttons: [
      ...inRows(cases.map((each) => caseButton(each))),
      [
        ...(page > 0 ? [turn(page - 1, 'page-before')] : []),
        ...((page + 1) * CASES_PER_PAGE < total ? [turn(page + 1, 'page-after')] : []),
      ],
    ].filter((row) => row.length > 0),
  })
}

function lineOf(ctx: BotContext, { number, status, submission }: CaseView): FormattedString {
  const { id: submissionId, signedName, words } = submission
  const said = words ? fmt` “${markWords(shortenWords(words, 30), { submissionId, signedName })}”` : fmt``
  const urgent = submission.urgency === 'now' ? '🚨 ' : ''
  const lock = submission.visibility === 'township' ? '🔒 ' : ''
  return fmt`${urgent}${lock}${caseAlias(number)} ${cardOf(submission.topic)?.icon ?? ''} ${aspectList(ctx.t, submission)}${said} · ${ctx.t(`case-status-${status}`)}`
}

function caseButton({ id, number, submission }: CaseView): Button {
  return {
    label: `${caseAlias(number)} ${cardOf(submission.topic)?.icon ?? ''}`,
    data: encodePress({ kind: 'case', caseId: id }),
  }
}

function inRows(buttons: Button[]): Button[][] {
  return buttons.flatMap((_, i) => (i % 3 === 0 ? [buttons.slice(i, i + 3)] : []))
}
