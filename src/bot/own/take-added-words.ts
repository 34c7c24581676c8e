import { findOwnCase } from '../../cases/find-own-case.ts'
import { type AddRefusal, addWords, MOST_ADDED_LETTERS, MOST_ADDITIONS } from '../../feedback/add-words.ts'
import { withPiece } from '../../lib/pieces.ts'
import { hasConsent } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { pieceOf, rememberText } from '../long-words/recent-text.ts'
import { awaitWords, type Purpose } from '../purpose.ts'
import { readMessage } from '../read-said.ts'
import type { Shown } from '../screen.ts'
import { sendMessage, sendOnly } from '../show-message.ts'

/**
 * More to one's own case, or why it is not fixed: words, a voice message, a photo or a place; kept, and those who deal with
 * it are told.
 */
export async function takeAddedWords(
  deps: BotDeps,
  ctx: BotContext,
  purpose: Extract<Purpose, { kind: 'add' }>,
): Promise<() => Shown> {
  const { person } = ctx
  const { caseId, after } = purpose
  const said = readMessage(ctx)
  const found = person && (await findOwnCase(deps.prisma, person.id, caseId))
  if (!person || !found) return () => sendOnly(ctx, { text: ctx.t('case-refused-unknown-case') })
  if (!hasConsent(person)) return async () => ({ screen: 'menu' })
  if (!said)
    return async () => {
      await sendMessage(ctx, { text: ctx.t('own-add-not-taken') })
      await awaitWords(ctx, purpose)
      return null
    }
  const { text, part } = said
  const album = part?.kind === 'photo' ? (part.album ?? null) : null
  const joins = album !== null && album === after?.album
  const actor = { kind: 'person' as const, personId: person.id, telegramId: Number(person.telegramId) }
  const once = await ctx.once((tx) =>
    addWords({ ...deps, tx }, { actor, caseId, text: text ?? '', part, joins }),
  )
  const refused = once.done === 'now' && !once.value.ok ? once.value.code : null
  if (!refused && !part) await rememberAddition(deps, ctx, found.submission.id)
  const submissionId = found.submission.id
  const note = refused ? refusalNote(ctx, refused) : ctx.t('own-added')
  return async () => {
    const date = ctx.message?.date ?? 0
    if (!refused) await awaitWords(ctx, { kind: 'add', caseId, after: { date, album } })
    return joins && !refused ? null : { screen: 'own-case', submissionId, note }
  }
}

function refusalNote(ctx: BotContext, code: AddRefusal): string {
  if (code === 'too_many') return ctx.t('own-add-too-many', { most: MOST_ADDITIONS })
  if (code === 'too_long') return ctx.t('own-add-too-long', { most: MOST_ADDED_LETTERS })
  return ctx.t('own-add-too-late')
}

/** More may come: a client cuts what is too long for one message. */
async function rememberAddition(deps: BotDeps, ctx: BotContext, submissionId: string): Promise<void> {
  const piece = pieceOf(ctx)
  const added = await deps.prisma.addition.findFirst({
    where: { submissionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  })
  if (!piece || !added) return
  rememberText(ctx, added.id, withPiece({ text: '', pieces: [] }, piece).pieces)
}
