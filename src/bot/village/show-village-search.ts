import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext } from '../context.ts'
import { awaitWords } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'

/** "Which village is it?": by typing part of its name, or by stepping down. */
export async function showVillageSearch(ctx: BotContext, hint?: string): Promise<void> {
  await showMessage(ctx, {
    text: [hint, ctx.t('village-search')].filter(Boolean).join('\n\n'),
    buttons: [
      [{ label: ctx.t('village-step-down'), data: encodePress({ kind: 'step-down', code: '', page: 0 }) }],
    ],
  })
  await awaitWords(ctx, { kind: 'village' })
}
