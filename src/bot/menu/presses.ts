import type { ForWhom } from '../../cards/filed-for.ts'
import { cardOf } from '../../cards/topics.ts'
import type { VersionedDraft } from '../../feedback/read-visit.ts'
import { startDraft } from '../../feedback/start-draft.ts'
import type { Person } from '../../people/find-person.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import { draftTag, encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { closeMessage, placeOf, removeMessage, showMessage } from '../show-message.ts'
import { resumeButton } from './show-menu.ts'

/** A topic was chosen: its card begins, unless a half-filled one would be lost; then the person says which. `filedFor`: for somebody else. */
export async function pressTopic(
  deps: BotDeps,
  ctx: BotContext,
  {
    topic,
    insteadOf,
    filedFor = null,
  }: { topic: string; insteadOf: string | null; filedFor?: ForWhom | null },
): Shown {
  const { person } = ctx
  const villageCode = person && spokenForVillage(person)
  if (!person || !villageCode || !hasConsent(person) || !cardOf(topic)) return { screen: 'menu' }

  const draft = await ctx.draft()
  const givesUp = insteadOf !== null && draft?.id.startsWith(insteadOf)
  if (draft && !givesUp && Object.keys(draft.state.answers).length > 0) {
    const isSame = draft.card.topic === topic && draft.villageCode === villageCode
    if (isSame && isForSame(draft.filedFor, filedFor)) return { screen: 'card' }
    await stopWaiting(ctx)
    await showMessage(ctx, {
      text: ctx.t('menu-half-filled', { topic: ctx.t(`topic-${draft.card.topic}`) }),
      buttons: [
        [resumeButton(ctx, draft.card)],
        [
          {
            label: ctx.t('menu-anew'),
            data: filedFor
              ? encodePress({ kind: 'proxy-topic', ...filedFor, topic, insteadOf: draftTag(draft.id) })
              : encodePress({ kind: 'topic', topic, insteadOf: draftTag(draft.id) }),
          },
        ],
      ],
    })
    return null
  }
  if (ctx.visit.done) return { screen: 'card' }
  const earlier = draft?.messageId ?? null
  const pressed = placeOf(ctx)
  // the card that is given up stands further below: the new one begins at the end of the chat
  const isAbove = earlier !== null && pressed !== null && pressed < earlier
  if (isAbove) ctx.showsBelow = true
  const begun = await beginCard(deps, ctx, person, { topic, filedFor })
  if (!begun) await ctx.lookAgain()
  if (begun && earlier !== null && earlier !== pressed) await removeMessage(ctx, earlier)
  if (isAbove) await closeMessage(ctx, pressed)
  return { screen: 'card' }
}

/** Begins the card of a topic in place of what may be half-filled; null where it is no longer as it was read or remembered. */
export async function beginCard(
  deps: BotDeps,
  ctx: BotContext,
  person: Person,
  { topic, filedFor }: { topic: string; filedFor: ForWhom | null },
): Promise<VersionedDraft | null> {
  const villageCode = spokenForVillage(person)
  if (villageCode === null) return null
  const started = await startDraft(deps, {
    personId: person.id,
    villageCode,
    topic,
    filedFor,
    messageId: placeOf(ctx),
    updateId: ctx.update.update_id,
    unread: ctx.visit.unread,
  })
  if (!started.ok) return null
  ctx.marked(started.draft)
  return started.draft
}

function isForSame(one: ForWhom | null, other: ForWhom | null): boolean {
  return one?.relationship === other?.relationship && one?.name === other?.name
}
