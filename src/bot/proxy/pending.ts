import { InputFile } from 'grammy'
import QRCode from 'qrcode'
import { cardOf } from '../../cards/topics.ts'
import { standingOf } from '../../cases/standing-of.ts'
import { findSubmission } from '../../feedback/own-feedback.ts'
import { findPending } from '../../feedback/proxy/find-pending.ts'
import { type Filed, findFiled } from '../../feedback/proxy/list-filed.ts'
import { listPending } from '../../feedback/proxy/list-pending.ts'
import { WAITS_DAYS } from '../../feedback/proxy/park-proxy.ts'
import { formatProxyCode } from '../../feedback/proxy/proxy-code.ts'
import { readBack } from '../../feedback/proxy/read-back.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import { aspectList } from '../../messages/aspect-list.ts'
import type { Person } from '../../people/find-person.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { toReplyMarkup } from '../../sinks/telegram/to-reply-markup.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords, stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'
import { showLong, villageLabel } from './showing.ts'

/** A card that waits for consent, for whoever filed it: what is to be read out, and the two ways to agree. */
export async function showPending(deps: BotDeps, ctx: BotContext, id: string): Shown {
  await stopWaiting(ctx)
  const { person } = ctx
  const pending = person && (await findPending(deps.prisma, { id, filerId: person.id }, deps.clock.now()))
  if (!pending) return await showPendingOver(deps, ctx, id)
  const reader = { texts: deps.texts, locale: ctx.locale }
  const village = await villageLabel(deps, ctx, pending.villageCode)
  const text = [
    ctx.t('proxy-for', { who: sayWhom(deps.texts, ctx.locale, pending.forWhom) }),
    readBack(reader, pending, village),
    ctx.t('proxy-does-he-agree'),
  ].join('\n\n')
  const button = (key: string, kind: `proxy-${'voice' | 'code' | 'reopen' | 'drop'}`) => ({
    label: ctx.t(key),
    data: encodePress({ kind, id }),
  })
  await showLong(ctx, ctx.t('proxy-read-out'), text, [
    [button('proxy-by-voice', 'proxy-voice')],
    [button('proxy-by-code', 'proxy-code')],
    [button('proxy-reopen', 'proxy-reopen'), button('card-discard', 'proxy-drop')],
  ])
  return null
}

/** It waits no longer: its filer sees what became of it, or the card where it is being changed. */
export async function showPendingOver(deps: BotDeps, ctx: BotContext, id: string): Shown {
  const { person } = ctx
  const draft = await ctx.draft()
  if (draft?.id === id) return { screen: 'card' }
  const submitted = person && (await findSubmission(deps.prisma, id))
  if (submitted && submitted.personId === person.id) return { screen: 'receipt', submissionId: id }
  const filed = person && (await findFiled(deps.prisma, person.id, { submissionId: id }))
  if (!filed) return { screen: 'menu', hint: ctx.t('proxy-is-over') }
  await showMessage(ctx, {
    text: describeFiled(deps, ctx, filed),
    buttons: [[{ label: ctx.t('menu-mine'), data: encodePress({ kind: 'mine', page: 0 }) }]],
  })
  return null
}

/** Asks for the voice of whom a card is filed for, saying that they agree; `hint` where something else came. */
export async function askVoice(deps: BotDeps, ctx: BotContext, id: string, hint?: string): Shown {
  const { person } = ctx
  const pending = person && (await findPending(deps.prisma, { id, filerId: person.id }, deps.clock.now()))
  if (!pending) return await showPendingOver(deps, ctx, id)
  await showMessage(ctx, {
    text: hint ?? ctx.t('proxy-voice-question'),
    buttons: [[{ label: ctx.t('card-back'), data: encodePress({ kind: 'proxy-open', id }) }]],
  })
  await awaitWords(ctx, { kind: 'proxy-voice', id })
  return null
}

/** The code with which somebody agrees in their own chat: to scan, to open, to type. One message, so that it can be passed on. */
export async function showCode(deps: BotDeps, ctx: BotContext, id: string): Shown {
  await stopWaiting(ctx)
  const { person } = ctx
  const pending = person && (await findPending(deps.prisma, { id, filerId: person.id }, deps.clock.now()))
  if (!pending) return await showPendingOver(deps, ctx, id)
  const url = `https://t.me/${ctx.me.username}?start=c${pending.code}`
  const picture = await QRCode.toBuffer(url, { width: 600, margin: 3, errorCorrectionLevel: 'M' })
  await ctx.replyWithPhoto(new InputFile(picture, 'code.png'), {
    caption: ctx.t('proxy-code-message', { url, code: formatProxyCode(pending.code), days: WAITS_DAYS }),
    reply_markup: toReplyMarkup([
      [{ label: ctx.t('card-back'), data: encodePress({ kind: 'proxy-open', id }) }],
    ]),
  })
  return null
}

/** What somebody filed for another who agreed in their own chat: for whom, about what, how it stands. The rest is theirs. */
export function describeFiled(
  { texts }: Pick<BotDeps, 'texts'>,
  ctx: Pick<BotContext, 'locale' | 't'>,
  { relationship, name, submission }: Filed,
): string {
  const { receipt, topic } = submission
  const about = aspectList(ctx.t, submission)
  const standing = standingOf(submission.case)
  return [
    `${formatReceipt(receipt)} · ${sayWhom(texts, ctx.locale, { relationship, name })}`,
    `${cardOf(topic)?.icon ?? ''} ${about}`,
    // "you took it back" would be the owner's
    ctx.t(standing === 'withdrawn' ? 'proxy-withdrawn' : `mine-status-${standing}`),
  ].join('\n')
}

/** The card of this person that waits for consent, by the beginning of its id that the card's old buttons bear. */
export async function findPendingTag(
  { prisma, clock }: Pick<BotDeps, 'prisma' | 'clock'>,
  person: Person,
  draftTag: string,
): Promise<string | null> {
  const pending = await listPending(prisma, person.id, clock.now())
  return pending.find(({ id }) => id.startsWith(draftTag))?.id ?? null
}
