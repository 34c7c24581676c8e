import { encodePress } from '../../presses/callback-data.ts'
import { CONSENT } from '../../recordings/recordable-screens.ts'
import { regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { noteFirst } from '../first-words/first-words.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'
import { withVoice } from '../voices/read-aloud.ts'

/**
 * The first screen with a village: whose box this is, what is kept and for how long, who sees it, that the chat service is
 * abroad. Nothing is kept before the person agrees; the village rides in the button.
 */
export async function showConsent(deps: BotDeps, ctx: BotContext, villageCode: string, hint?: string): Shown {
  await stopWaiting(ctx)
  noteFirst(ctx, { villageCode })
  const village = await deps.regions.describe(villageCode)
  const other = deps.texts.locales.filter((locale) => locale !== ctx.locale)
  const message = {
    text: [hint, ctx.t('consent', { village: village ? regionLabel(village, ctx.locale) : villageCode })]
      .filter(Boolean)
      .join('\n\n'),
    buttons: [
      [{ label: ctx.t('consent-yes'), data: encodePress({ kind: 'consent', villageCode }) }],
      [{ label: ctx.t('consent-other-village'), data: encodePress({ kind: 'find-village' }) }],
      other.map((locale) => ({
        label: deps.texts.t(locale, 'language-name'),
        data: encodePress({ kind: 'language', locale, villageCode }),
      })),
    ],
  }
  const press = { kind: 'hear-consent' as const, villageCode }
  await showMessage(ctx, await withVoice(deps, ctx, message, { villageCode, screen: CONSENT, press }))
  return null
}
