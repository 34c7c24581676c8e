import type { RecordableScreen } from '../../recordings/recordable-screens.ts'
import type { BotContext } from '../context.ts'

/** What a screen is called on a button of the administrator's list. */
export function screenLabel(ctx: BotContext, { card, question, screen }: RecordableScreen): string {
  if (!question || !card) return ctx.t(`voices-screen-${screen}`)
  const name = ctx.t(`line-${question.id}`).replace(/[：:]\s*$/, '')
  return screen === question.id ? name : `${card.icon} ${name}`
}
