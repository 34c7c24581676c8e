import { type ForWhom, type Relationship, relationshipIds, relationships } from '../../cards/filed-for.ts'
import { cards } from '../../cards/topics.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import { encodePress, type Press } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords, stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showOnly } from '../show-message.ts'

/** What is known so far of whom it is for; the next question follows from it. */
export type KnownOfWhom = null | { relationship: Relationship } | ForWhom

/**
 * Filing for somebody else, up to the topic: what they are to the filer, whether their name is told, what they would like to
 * speak about. Nothing is kept yet: what is known rides in the buttons. Whoever has no village or has not agreed begins at
 * the beginning. `hint` is said above the question.
 */
export async function showBegin(deps: BotDeps, ctx: BotContext, known: KnownOfWhom, hint?: string): Shown {
  const { person } = ctx
  if (!person || !spokenForVillage(person) || !hasConsent(person)) return { screen: 'menu' }
  if (known === null) {
    await stopWaiting(ctx)
    return await ask(ctx, ctx.t('proxy-who-question'), [...whoButtons(ctx), [back(ctx, null)]])
  }
  if (!('name' in known)) {
    const { relationship } = known
    const nameless = encodePress({ kind: 'proxy-nameless', relationship })
    const question = [hint, ctx.t('proxy-name-question')].filter(Boolean).join('\n\n')
    await ask(ctx, question, [
      [{ label: ctx.t('proxy-nameless'), data: nameless }],
      [back(ctx, { kind: 'proxy-begin' })],
    ])
    await awaitWords(ctx, { kind: 'proxy-name', relationship })
    return null
  }
  await stopWaiting(ctx)
  const heading = ctx.t('proxy-for', { who: sayWhom(deps.texts, ctx.locale, known) })
  const topics = cards.map(({ icon, topic }): Button[] => {
    const data = encodePress({ kind: 'proxy-topic', ...known, topic, insteadOf: null })
    return [{ label: `${icon} ${ctx.t(`topic-${topic}`)}`, data }]
  })
  const { relationship } = known
  return await ask(ctx, `${heading}\n\n${ctx.t('proxy-topic-question')}`, [
    ...topics,
    [back(ctx, { kind: 'proxy-who', relationship })],
  ])
}

function whoButtons(ctx: BotContext): Button[][] {
  return relationshipIds.map((relationship) => [
    {
      label: `${relationships[relationship]} ${ctx.t(`proxy-who-${relationship}`)}`,
      data: encodePress({ kind: 'proxy-who', relationship }),
    },
  ])
}

function back(ctx: BotContext, to: Press | null): Button {
  return { label: ctx.t('card-back'), data: encodePress(to ?? { kind: 'menu' }) }
}

async function ask(ctx: BotContext, text: string, buttons: Button[][]): Shown {
  return await showOnly(ctx, { text, buttons })
}
