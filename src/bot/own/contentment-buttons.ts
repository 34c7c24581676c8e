import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext } from '../context.ts'

/** "Are you satisfied with the way it was dealt with?", asked once the verdict is given. */
export function contentmentButtons(ctx: BotContext, caseId: string): Button[][] {
  const button = (contentment: 'satisfied' | 'fairly' | 'not_satisfied'): Button => ({
    label: ctx.t(`contentment-${contentment}`),
    data: encodePress({ kind: 'contentment', contentment, caseId }),
  })
  // three beside each other are cut off on a phone
  return [[button('satisfied'), button('fairly')], [button('not_satisfied')]]
}
