import { listPending } from '../../feedback/proxy/list-pending.ts'
import { draftTag, encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { resumeButton } from '../menu/show-menu.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage, showOnly } from '../show-message.ts'

/** /cancel stops whatever is going on. A half-filled card stays until the person says that it shall go. */
export async function cancel(deps: BotDeps, ctx: BotContext): Shown {
  // a half-filled card knows by itself what words are for
  await stopWaiting(ctx)
  const draft = await ctx.draft()
  if (!draft) {
    const pending = ctx.person ? await listPending(deps.prisma, ctx.person.id, deps.clock.now()) : []
    return await showOnly(ctx, {
      text: pending.length > 0 ? ctx.t('proxy-cancelled', { n: pending.length }) : ctx.t('cancel-nothing'),
      buttons: [
        ...(pending.length > 0
          ? [[{ label: ctx.t('menu-mine'), data: encodePress({ kind: 'mine', page: 0 }) }]]
          : []),
        [{ label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) }],
      ],
    })
  }
  const giveUp = { kind: 'card' as const, draftTag: draftTag(draft.id), press: { type: 'discard' as const } }
  await showMessage(ctx, {
    text: ctx.t('cancel-card', { topic: ctx.t(`topic-${draft.card.topic}`) }),
    buttons: [[resumeButton(ctx, draft.card)], [{ label: ctx.t('card-discard'), data: encodePress(giveUp) }]],
  })
  return null
}
