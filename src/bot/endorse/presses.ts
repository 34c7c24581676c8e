import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { endorseSuggestion } from '../../feedback/endorse-suggestion.ts'
import { findEndorsed } from '../../feedback/list-endorsed.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { describeEndorsed } from '../own/describe-endorsed.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'

type EndorsePress = { draftTag: string; submissionId: string }

/** "Me too", in place of one's own card. A button of a card that is over shows what came of it. */
export async function pressEndorse(deps: BotDeps, ctx: BotContext, press: EndorsePress): Shown {
  const { person } = ctx
  if (!person) return { screen: 'menu' }
  const { draftTag, submissionId } = press
  await ctx.once((tx) => endorseSuggestion({ ...deps, tx }, { personId: person.id, draftTag, submissionId }))
  // also where the press came twice: the first one counts, and both are thanked for
  const endorsed = await findEndorsed(deps.prisma, person.id, submissionId)
  if (!endorsed) {
    ctx.toast = { text: ctx.t('endorse-too-late'), alert: false }
    return { screen: 'card' }
  }
  await stopWaiting(ctx)
  const text = fmt`${FormattedString.bold(ctx.t('endorse-thanks'))}\n\n${describeEndorsed(ctx, endorsed)}\n\n${ctx.t('endorse-will-hear')}`
  await showMessage(ctx, {
    text: text.text,
    entities: text.entities,
    buttons: [
      [
        { label: ctx.t('menu-mine'), data: encodePress({ kind: 'mine', page: 0 }) },
        { label: ctx.t('receipt-another'), data: encodePress({ kind: 'menu' }) },
      ],
    ],
  })
  return null
}
