import { cardOf } from '../../cards/topics.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import { LOOKS_PER_PAGE, listLooks } from '../../privacy/list-looks.ts'
import { lookPlaces } from '../../privacy/log-looks.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMessage } from '../show-message.ts'
import { privacyLooks } from './privacy-screens.ts'

/** Who was shown the person's name, newest first. */
export async function showLooks(deps: BotDeps, ctx: BotContext, wanted: number): Promise<void> {
  const { from, locale } = ctx
  if (!from) return
  const { looks, total, page } = await listLooks(deps.prisma, from.id, wanted)
  const lines = looks.map((look) => ({
    at: look.at,
    office: look.region?.name ?? null,
    place: lookPlaces.find((place) => place === look.place) ?? 'case',
    alias: `${caseAlias(look.case.number)} ${cardOf(look.case.submission.topic)?.icon ?? ''}`.trim(),
  }))
  const pages = Math.max(1, Math.ceil(total / LOOKS_PER_PAGE))
  const { texts, timeZone } = deps
  await showMessage(ctx, privacyLooks({ texts, locale }, { lines, page, pages, timeZone }))
}
