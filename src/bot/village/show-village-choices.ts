import { encodePress } from '../../presses/callback-data.ts'
import { type RegionDescription, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'

/** What is this village to you? Asked of somebody who has a home village, once: each answer leads to the menu. */
export async function showVillageChoices(ctx: BotContext, village: RegionDescription): Promise<void> {
  await stopWaiting(ctx)
  const { code } = village
  const choice = (label: string, wanted: 'follow' | 'home' | 'speak') => [
    { label, data: encodePress({ kind: 'village-choice', choice: wanted, code }) },
  ]
  await showMessage(ctx, {
    text: ctx.t('villages-ask', { village: regionLabel(village, ctx.locale) }),
    buttons: [
      choice(ctx.t('villages-follow'), 'follow'),
      choice(ctx.t('villages-make-home'), 'home'),
      choice(ctx.t('villages-once'), 'speak'),
    ],
  })
}
