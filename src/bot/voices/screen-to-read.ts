import { CONSENT, MENU, type RecordableScreen } from '../../recordings/recordable-screens.ts'
import type { RegionDescription } from '../../regions/describe-region.ts'
import type { BotContext } from '../context.ts'

/** What is to be read aloud: the question as it stands on the screen, and its choices, which are on the buttons. */
export function screenToRead(
  ctx: BotContext,
  { screen, question }: RecordableScreen,
  region: RegionDescription,
): string {
  if (screen === CONSENT) return ctx.t('consent', { village: region.name })
  if (screen === MENU) return `${ctx.t('menu-question')}${ctx.t('quick-hint')}`
  if (!question)
    return ctx.t('voices-read-review', {
      submit: plain(ctx.t('card-submit')),
      change: plain(ctx.t('card-change')),
    })
  const asked = ctx.t(`question-${question.id}`)
  if (question.kind === 'words') return asked
  const choices = question.options.map(({ id }) => ctx.t(`${question.labels}-${id}`))
  return `${asked}\n${choices.join(ctx.t('card-list-comma'))}`
}

/** A button's words without its pictogram. */
function plain(label: string): string {
  return label.replace(/[^\p{L}\p{N} ]/gu, '').trim()
}
