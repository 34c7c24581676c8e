import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { mayCase } from '../../access/policies/case.ts'
import { listAttachments } from '../../attachments/list-attachments.ts'
import { caseView } from '../../cases/case-view.ts'
import { shortenWords } from '../../masking/shorten-words.ts'
import { caseMessage } from '../../messages/case-message.ts'
import { markWords } from '../../messages/quote-marks.ts'
import { showDate } from '../../messages/show-date.ts'
import { encodePress, type PressOf } from '../../presses/callback-data.ts'
import { describeRegions } from '../../regions/describe-region.ts'
import { sendAttachments } from '../attachments/send-attachments.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'

/** In UTF-16 code units, below Telegram's 4,096: https://core.telegram.org/bots/api#sendmessage */
const MOST_TEXT = 4000
const MOST_ADDED_LETTERS = 200

/** A case of the list, as a whole and to read only: what was said, asked and answered, and how it went. */
export async function pressQueryCase(deps: BotDeps, ctx: BotContext, press: PressOf<'query-case'>): Shown {
  const found = await findForAdministrator(deps, ctx, press.caseId, 'look')
  if (!found) return await refuse(ctx)
  await stopWaiting(ctx)
  const { villageCode } = found.submission
  const village = (await describeRegions(deps.prisma, [villageCode])).get(villageCode)
  const reader = { texts: deps.texts, locale: ctx.locale, timeZone: deps.timeZone }
  const shown = { ...found, submission: { ...found.submission, additions: [] } }
  let text = fmt`${caseMessage(reader, shown, village)}`
  for (const line of [...additionLines(deps, ctx, found), ...historyLines(deps, ctx, found)]) {
    if (text.text.length + line.text.length > MOST_TEXT) break
    text = FormattedString.join([text, line], '\n')
  }
  const { queryId, page, caseId } = press
  await showMessage(ctx, {
    text: text.text,
    entities: text.entities,
    buttons: [
      ...(found.submission._count.attachments > 0
        ? [[{ label: ctx.t('attachment-show'), data: encodePress({ kind: 'query-files', caseId }) }]]
        : []),
      [
        {
          label: ctx.t('cases-back'),
          data: encodePress({ kind: 'query', queryId, step: { action: 'entries', page } }),
        },
      ],
    ],
  })
  return null
}

/** Its voice messages, photos and places; each look is noted. */
export async function pressQueryFiles(deps: BotDeps, ctx: BotContext, caseId: string): Shown {
  const found = await findForAdministrator(deps, ctx, caseId, 'listen')
  if (!found) return await refuse(ctx)
  const attachments = await listAttachments(deps.prisma, found.submission.id, { withConsent: false })
  await sendAttachments(deps, ctx, attachments, { others: true })
  return null
}

/** All of a case for whoever administrates where it is held; null for everybody else, and for what was erased. */
async function findForAdministrator(
  { prisma }: BotDeps,
  { administrator }: BotContext,
  caseId: string,
  action: 'look' | 'listen',
) {
  const found = await prisma.case.findUnique({
    where: { id: caseId },
    select: {
      ...caseView,
      submission: {
        select: {
          ...caseView.submission.select,
          personId: true,
          additions: { select: { text: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
        },
      },
      events: { select: { kind: true, at: true }, orderBy: { id: 'asc' } },
    },
  })
  const { personId = null, visibility = 'committee' } = found?.submission ?? {}
  if (!found || !administrator || personId === null) return null
  const target = { holderCode: found.holderCode, visibility, isErased: false, personId }
  return mayCase(administrator, action, target).ok ? found : null
}

type Found = NonNullable<Awaited<ReturnType<typeof findForAdministrator>>>

function additionLines({ timeZone }: BotDeps, ctx: BotContext, { submission }: Found): FormattedString[] {
  const { id: submissionId, signedName, additions } = submission
  return additions
    .filter(({ text }) => text !== '')
    .map(
      ({ text, createdAt }) =>
        fmt`➕ ${showDate(createdAt, timeZone, ctx.locale)} “${markWords(shortenWords(text, MOST_ADDED_LETTERS), { submissionId, signedName })}”`,
    )
}

/** What was done to it and when, a line each; not who came too late. */
function historyLines({ timeZone }: BotDeps, ctx: BotContext, { events }: Found): FormattedString[] {
  const lines = events
    .filter(({ kind }) => !kind.startsWith('refused_'))
    .map(({ kind, at }) => fmt`· ${showDate(at, timeZone, ctx.locale)} ${stepLabel(ctx, kind)}`)
  return lines.length > 0 ? [fmt`${ctx.t('case-history')}`, ...lines] : []
}

function stepLabel(ctx: BotContext, kind: string): string {
  const [, said, word] = /^(verdict|contentment)_(\w+)$/.exec(kind) ?? []
  return said ? `${ctx.t('case-step-said')}${ctx.t(`${said}-${word}`)}` : ctx.t(`case-step-${kind}`)
}

async function refuse(ctx: BotContext): Shown {
  ctx.toast = { text: ctx.t('case-refused-unknown-case'), alert: false }
  return null
}
