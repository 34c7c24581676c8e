import { REVIEW } from '../../cards/draft-state.ts'
import type { Draft } from '../../feedback/load-draft.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** Above every screen of a card that is filled in for somebody else: for whom, and where needed who "I" is. */
export function proxyHeading(
  deps: Pick<BotDeps, 'texts'>,
  ctx: Pick<BotContext, 'locale' | 't'>,
  { filedFor, state }: Pick<Draft, 'filedFor' | 'state'>,
): string | null {
  if (!filedFor) return null
  const heading = ctx.t('proxy-for', { who: sayWhom(deps.texts, ctx.locale, filedFor) })
  const note = noteAt(ctx, state.at, filedFor.name)
  return note === null ? heading : `${heading}\n${note}`
}

function noteAt(ctx: Pick<BotContext, 't'>, at: string, name: string | null): string | null {
  if (at === 'about') return ctx.t('proxy-note-about')
  if (at === 'words') return ctx.t('proxy-note-words')
  if (at === 'visibility' && name !== null) return ctx.t('proxy-note-visibility', { name })
  return at === REVIEW ? ctx.t('proxy-note-review') : null
}
