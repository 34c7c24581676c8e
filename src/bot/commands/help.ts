import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { resumeButton } from '../menu/show-menu.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'

/** /help: the few things that one can do here; administrators are told theirs as well. */
export async function help(_deps: BotDeps, ctx: BotContext): Shown {
  const draft = await ctx.draft()
  await showMessage(ctx, {
    text: [ctx.t('help'), ...(ctx.scope ? [ctx.t('help-administrator')] : [])].join('\n\n'),
    buttons: [
      [
        draft
          ? resumeButton(ctx, draft.card)
          : { label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) },
      ],
    ],
  })
  return null
}
