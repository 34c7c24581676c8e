import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { cardOf } from '../../cards/topics.ts'
import { standingOf } from '../../cases/standing-of.ts'
import type { Endorsed } from '../../feedback/list-endorsed.ts'
import { publicWords } from '../../masking/public-words.ts'
import { aspectList } from '../../messages/aspect-list.ts'
import { markAnswer } from '../../messages/quote-marks.ts'
import type { BotContext } from '../context.ts'

/** Somebody else's suggestion in the eyes of one who endorsed it: its aspects, how it stands, the answer; never its words, nor whose. */
export function describeEndorsed(ctx: BotContext, item: Endorsed): FormattedString {
  const { topic, signedName } = item
  const lines = [
    fmt`${cardOf(topic)?.icon ?? ''} ${aspectList(ctx.t, item)}`,
    fmt`${ctx.t(`mine-status-${standingOf(item.case)}`)}`,
    ...(item.case?.answer
      ? [
          fmt`${ctx.t('mine-answer')}${markAnswer(publicWords(item.case.answer, 120, { signedName }), { submissionId: item.id, signedName: null })}`,
        ]
      : []),
  ]
  return FormattedString.join(lines, '\n')
}
