import { listAnswerPhotos, listAttachments } from '../../attachments/list-attachments.ts'
import { type ActorsAction, applyTransition } from '../../cases/apply-transition.ts'
import { ASKED_AGAIN_DAYS, askLater } from '../../cases/ask-later.ts'
import { findOwnCase, type OwnCase } from '../../cases/find-own-case.ts'
import { encodePress, type PressOf } from '../../presses/callback-data.ts'
import { sendAttachments } from '../attachments/send-attachments.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords, stopWaiting } from '../purpose.ts'
import { sendMessage } from '../show-message.ts'
import { askResident } from './ask-resident.ts'
import { contentmentButtons } from './contentment-buttons.ts'
import { showOwnCase } from './show-own-case.ts'

type OwnCasePress = PressOf<
  | 'own-case'
  | 'own-attachments'
  | 'answer-photos'
  | 'add-words'
  | 'withdraw'
  | 'withdraw-yes'
  | 'verdict'
  | 'verdict-later'
  | 'contentment'
>

/** A button below one's own case, also below the news of an answer. Somebody else's case is not there. */
export async function pressOwnCase(deps: BotDeps, ctx: BotContext, press: OwnCasePress): Promise<void> {
  const { person } = ctx
  const { caseId } = press
  const found = person && (await findOwnCase(deps.prisma, person.id, caseId))
  if (!person || !found) {
    ctx.toast = { text: ctx.t('case-refused-unknown-case'), alert: false }
    return
  }
  const actor = { kind: 'person' as const, personId: person.id, telegramId: Number(person.telegramId) }
  const apply = (action: ActorsAction) =>
    ctx.once((tx) => applyTransition({ ...deps, tx }, { actor, caseId, action }))
  const submissionId = found.submission.id
  await stopWaiting(ctx)
  switch (press.kind) {
    case 'verdict': {
      const once = await apply({ kind: 'verdict', verdict: press.verdict })
      if (once.done === 'now' && !once.value.ok) {
        ctx.toast = { text: ctx.t('verdict-too-late'), alert: false }
        return await showOwnCase(deps, ctx, submissionId)
      }
      await showOwnCase(deps, ctx, submissionId, {
        note: askResident(deps, ctx, found.submission.filedFor, 'contentment-question'),
        buttons: contentmentButtons(ctx, caseId),
      })
      if (press.verdict === 'not_fixed') await askWords(ctx, found, 'own-why')
      return
    }
    case 'verdict-later': {
      const { asks } = press
      const once = await ctx.once((tx) => askLater({ ...deps, tx }, { personId: person.id, caseId, asks }))
      const isRefused = once.done === 'now' && !once.value
      return await showOwnCase(deps, ctx, submissionId, {
        note: isRefused ? undefined : ctx.t('later-promised', { days: ASKED_AGAIN_DAYS }),
      })
    }
    case 'contentment':
      await apply({ kind: 'contentment', contentment: press.contentment })
      return await showOwnCase(deps, ctx, submissionId, { note: ctx.t('contentment-thanks') })
    case 'own-attachments':
      return await sendAttachments(
        deps,
        ctx,
        await listAttachments(deps.prisma, submissionId, { withConsent: true }),
      )
    case 'answer-photos':
      return await sendAttachments(deps, ctx, await listAnswerPhotos(deps.prisma, caseId))
    case 'add-words':
      return await askWords(ctx, found, 'own-add-prompt')
    case 'withdraw':
      return await showOwnCase(deps, ctx, submissionId, {
        note: ctx.t('own-withdraw-sure'),
        buttons: [
          [{ label: ctx.t('own-withdraw-yes'), data: encodePress({ kind: 'withdraw-yes', caseId }) }],
        ],
      })
    case 'withdraw-yes': {
      const once = await apply({ kind: 'withdraw' })
      const refused = once.done === 'now' && !once.value.ok
      return await showOwnCase(deps, ctx, submissionId, {
        note: ctx.t(refused ? 'own-withdraw-too-late' : 'own-withdrawn'),
      })
    }
    default:
      return await showOwnCase(deps, ctx, submissionId)
  }
}

/** Whoever stays unnamed in the village is told first that a voice or a place names them. */
async function askWords(ctx: BotContext, found: OwnCase, key: string): Promise<void> {
  const { id: caseId, submission } = found
  const isUnnamed = submission.visibility !== 'township' && submission.signedName === null
  await sendMessage(ctx, {
    text: [ctx.t(key), ...(isUnnamed ? [ctx.t('own-add-known')] : [])].join('\n\n'),
    buttons: [[{ label: ctx.t('card-back'), data: encodePress({ kind: 'own-case', caseId }) }]],
  })
  await awaitWords(ctx, { kind: 'add', caseId })
}
