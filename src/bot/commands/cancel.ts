import { listPending } from '../../feedback/proxy/list-pending.ts'
import { encodePress } from '../../presses/callback-data.ts'
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
  await showMessage(ctx, {
    text: ctx.t('cancel-card', { topic: ctx.t(`topic-${draft.card.topic}`) }),
    buttons: [
      [resumeButton(ctx, draft.card)],
      [{ label: ctx.t('card-discard'), data: encodePress({ kind: 'drop-draft' }) }],
    ],
  })
  return null
}

/** "Drop it": the half-filled card is deleted. */
export async function pressDropDraft(ctx: BotContext): Shown {
  const { person } = ctx
  if (person) await ctx.once((tx) => tx.draft.deleteMany({ where: { personId: person.id } }))
  await showMessage(ctx, {
    text: ctx.t('card-discarded'),
    buttons: [[{ label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) }]],
  })
  return null
}
