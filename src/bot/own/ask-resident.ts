import type { OwnFeedback } from '../../feedback/own-feedback.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** A question to the resident; where they have no chat of their own, whoever filed it for them is asked to ask them. */
export function askResident(
  { texts }: Pick<BotDeps, 'texts'>,
  ctx: Pick<BotContext, 'locale' | 't'>,
  filedFor: OwnFeedback['filedFor'],
  question: 'verdict-question' | 'contentment-question',
): string {
  if (filedFor?.consent !== 'voice') return ctx.t(question)
  return ctx.t(`proxy-${question}`, { who: sayWhom(texts, ctx.locale, filedFor) })
}
