import { cards } from '../../cards/topics.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { MENU } from '../../recordings/recordable-screens.ts'
import { regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { recallFirst } from '../first-words/first-words.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'
import { withVoice } from '../voices/read-aloud.ts'

/**
 * The beginning of everything: what would you like to speak about? Whoever has no village yet finds it first, whoever has
 * not agreed yet is asked.
 */
export async function showMenu(deps: BotDeps, ctx: BotContext, { hint }: { hint?: string } = {}): Shown {
  const { person } = ctx
  const code = person && spokenForVillage(person)
  const village = code && (await deps.regions.describe(code))
  if (!person || !village) {
    const { villageCode } = recallFirst(ctx)
    return villageCode && !hasConsent(person)
      ? { screen: 'consent', villageCode, hint }
      : { screen: 'village-search', hint }
  }
  if (!hasConsent(person)) return { screen: 'consent', villageCode: village.code, hint }

  await stopWaiting(ctx)
  const draft = await ctx.draft()
  const topics = cards.map((card): Button[] => [
    {
      label: `${card.icon} ${ctx.t(`topic-${card.topic}`)}`,
      data: encodePress({ kind: 'topic', topic: card.topic, insteadOf: null }),
    },
  ])
  const resume: Button[][] = draft ? [[resumeButton(ctx, draft.card)]] : []
  const message = {
    text: [
      hint,
      `🏘 ${regionLabel(village, ctx.locale)}`,
      `${ctx.t('menu-question')}${draft ? '' : ctx.t('quick-hint')}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    buttons: [
      ...resume,
      ...topics,
      [{ label: ctx.t('proxy-begin'), data: encodePress({ kind: 'proxy-begin' }) }],
      [
        { label: ctx.t('menu-mine'), data: encodePress({ kind: 'mine', page: 0 }) },
        { label: ctx.t('menu-other-village'), data: encodePress({ kind: 'villages' }) },
      ],
    ],
  }
  const press = { kind: 'hear-menu' as const }
  await showMessage(
    ctx,
    await withVoice(deps, ctx, message, { villageCode: village.code, screen: MENU, press }),
  )
  return null
}

/** "Go on with the half-filled card." */
export function resumeButton(ctx: BotContext, card: { icon: string; topic: string }): Button {
  return {
    label: ctx.t('menu-resume', { topic: `${card.icon} ${ctx.t(`topic-${card.topic}`)}` }),
    data: encodePress({ kind: 'resume' }),
  }
}
