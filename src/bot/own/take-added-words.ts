import { findOwnCase } from '../../cases/find-own-case.ts'
import { addWords } from '../../feedback/add-words.ts'
import { withPiece } from '../../lib/pieces.ts'
import { hasConsent } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords } from '../conversations/wait-for-words.ts'
import { pieceOf, rememberText } from '../long-words/recent-text.ts'
import { showMenu } from '../menu/show-menu.ts'
import { sendMessage } from '../show-message.ts'
import { showOwnCase } from './show-own-case.ts'

/** More words to one's own case, or why it is not fixed: kept, and those who deal with it are told. */
export async function takeAddedWords(
  deps: BotDeps,
  ctx: BotContext,
  caseId: string,
): Promise<() => Promise<void>> {
  const { person } = ctx
  const text = ctx.message?.text
  const found = person && (await findOwnCase(deps.prisma, person.id, caseId))
  if (!person || !found)
    return async () => void (await sendMessage(ctx, { text: ctx.t('case-refused-unknown-case') }))
  if (!hasConsent(person)) return async () => await showMenu(deps, ctx)
  if (text === undefined)
    return async () => {
      await sendMessage(ctx, { text: ctx.t('own-add-text-only') })
      await awaitWords(ctx, { kind: 'add', caseId })
    }
  const once = await ctx.once(async (tx) => {
    const added = await addWords({ ...deps, tx }, { personId: person.id, caseId, text })
    if (added.ok) await deps.sendJob(tx, { name: 'tell-committee', data: { caseId, news: 'added' } })
    return added
  })
  const refused = once.done === 'now' && !once.value.ok
  if (!refused) await rememberAddition(deps, ctx, found.submission.id)
  return () =>
    showOwnCase(deps, ctx, found.submission.id, { note: ctx.t(refused ? 'own-add-too-late' : 'own-added') })
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
  await rememberText(deps, ctx, added.id, withPiece({ text: '', pieces: [] }, piece).pieces)
}
