import { loadDraft } from '../../feedback/load-draft.ts'
import { encodePress } from '../callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { resumeButton } from '../menu/show-menu.ts'
import { showMessage } from '../show-message.ts'

/** /cancel stops whatever is going on. A half-filled card stays until the person says that it shall go. */
export async function cancel(deps: BotDeps, ctx: BotContext): Promise<void> {
  const draft = ctx.person && (await loadDraft(deps.prisma, ctx.person.id))
  if (!draft)
    return void (await showMessage(ctx, {
      text: ctx.t('cancel-nothing'),
      buttons: [[{ label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) }]],
    }))
  await showMessage(ctx, {
    text: ctx.t('cancel-card', { topic: ctx.t(`topic-${draft.card.topic}`) }),
    buttons: [
      [resumeButton(ctx, draft.card)],
      [{ label: ctx.t('card-discard'), data: encodePress({ kind: 'drop-draft' }) }],
    ],
  })
}

/** "Drop it": the half-filled card is deleted. */
export async function pressDropDraft(ctx: BotContext): Promise<void> {
  const { person } = ctx
  if (person) await ctx.once((tx) => tx.draft.deleteMany({ where: { personId: person.id } }))
  await showMessage(ctx, {
    text: ctx.t('card-discarded'),
    buttons: [[{ label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) }]],
  })
}
