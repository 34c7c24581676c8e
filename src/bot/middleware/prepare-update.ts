import type { Middleware } from 'grammy'
import type { PresserActor } from '../../access/actor.ts'
import type { Grant } from '../../access/grant.ts'
import { toGrants } from '../../access/grants.ts'
import { scopeOfGrants } from '../../access/region-scope.ts'
import { findPresser, type PresserDeps } from '../../committees/presser.ts'
import type { RunsChat } from '../../committees/runs-chat.ts'
import { chatNotes } from '../../db/chat-notes.ts'
import { commitOnce } from '../../db/commit-once.ts'
import { finishUpdate } from '../../db/finish-update.ts'
import { readVisit, type Visit } from '../../feedback/read-visit.ts'
import { hasConsent, rememberPerson } from '../../people/remember-person.ts'
import { decodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { localeOf } from '../locale-of.ts'
import { postedLog } from '../posted-log.ts'
import { firstKey, isCommand, piecesKey, readPurpose, stillAsked } from '../purpose.ts'

import { senderOf, speaksForChat } from '../sender-of.ts'

/**
 * Gives every update its one read, its language, rights and its one effect; see BotContext. What had no effect at first
 * shall have none, either, should it come again when things stand otherwise: so every update is marked as done. What the
 * next words are for is noted last, when all is shown.
 */
export function prepareUpdate(deps: BotDeps, runsChat: RunsChat): Middleware<BotContext> {
  return async (ctx, next) => {
    const { prisma, texts } = deps
    const updateId = ctx.update.update_id
    ctx.press = ctx.callbackQuery ? decodePress(ctx.callbackQuery.data ?? '') : null
    ctx.t = (key, args) => texts.t(ctx.locale, key, args)
    ctx.posted = postedLog(deps, ctx)
    ctx.notes = chatNotes(() => ctx.visit.notes)
    const begin = (visit: Visit) => {
      takeVisit(deps, ctx, visit, runsChat)
      ctx.purpose = stillAsked(ctx, readPurpose(ctx.notes.read(noteKeysOf(ctx).purpose)))
    }
    begin(recall(deps, ctx) ?? (await read(deps, ctx)))
    ctx.lookFirst = async () => {
      if (ctx.visit.unread) begin(await read(deps, ctx))
    }
    const effect = followEffect(deps, ctx, async () => takeVisit(deps, ctx, await read(deps, ctx), runsChat))
    // another process was shown it while it waited for Telegram
    if (ctx.visit.done && (await deps.coordination.wasShown(updateId))) return
    // an administrator who has written once can be written to: where a village has no channel, they read what is said
    if (ctx.from && ctx.scope && !ctx.person && ctx.chat?.type === 'private')
      ctx.person = await rememberPerson({ ...deps, tx: prisma }, ctx.from.id, {})
    await next()
    ctx.notes.write(noteKeysOf(ctx).purpose, ctx.purpose)
    const notes = ctx.notes.changed()
    await finishUpdate(deps, { updateId, isMarked: effect.isMarked(), notes })
    remember(deps, ctx, effect.isOld())
  }
}

/** Who it is and how things stand with them, with what follows of it. */
function takeVisit(deps: BotDeps, ctx: BotContext, visit: Visit, runsChat: RunsChat): void {
  ctx.visit = visit
  ctx.person = visit.person
  ctx.locale = localeOf(deps.texts, ctx.chat?.type === 'private', ctx.person, ctx.from?.language_code)
  const sender = senderOf(ctx)
  const grants = sender === null ? [] : toGrants(deps.administratorIds, sender, visit.grants)
  ctx.scope = scopeOfGrants(grants)
  ctx.administrator =
    sender !== null && ctx.scope ? { kind: 'administrator', telegramId: sender, grants } : null
  ctx.presser = pressersOf({ ...deps, db: deps.prisma, runsChat }, ctx, { telegramId: sender, grants })
}

/** What the update may write, and what is known of the half-filled card afterwards. */
function followEffect(deps: BotDeps, ctx: BotContext, look: () => Promise<void>) {
  let isMarked = ctx.visit.done
  let isOld = false
  ctx.draft = async () => {
    if (isOld) await ctx.lookAgain()
    return ctx.visit.draft
  }
  ctx.lookAgain = async () => {
    await look()
    isOld = false
  }
  ctx.draftIs = (draft) => {
    ctx.visit = { ...ctx.visit, draft }
  }
  ctx.marked = (draft) => {
    isMarked = true
    isOld = false
    ctx.draftIs(draft)
  }
  ctx.once = async (effect) => {
    isMarked = true
    if (ctx.visit.done) return { done: 'before' }
    isOld = true
    return await commitOnce(deps, ctx.update.update_id, effect)
  }
  return { isMarked: () => isMarked || ctx.visit.done, isOld: () => isOld }
}

async function read(deps: BotDeps, ctx: BotContext): Promise<Visit> {
  return await readVisit(deps.statements, {
    updateId: ctx.update.update_id,
    telegramId: ctx.from?.id ?? null,
    now: deps.clock.now(),
    pressed: pressedMessage(ctx),
    noteKeys: Object.values(noteKeysOf(ctx)),
  })
}

/** What this process left in the chat, for what may go on with it (go-on.ts). */
function recall({ visits }: BotDeps, ctx: BotContext): Visit | null {
  const { from, chat, press, message } = ctx
  if (!from || chat?.type !== 'private') return null
  const isWords = message !== undefined && !isCommand(ctx)
  if (!isWords && press?.kind !== 'card' && press?.kind !== 'topic') return null
  const known = visits.find(from.id)
  if (!known || (press && known.messageId !== pressedMessage(ctx)?.messageId)) return null
  const unread = { personVersion: known.personVersion, noteKeys: Object.values(noteKeysOf(ctx)) }
  return { ...known, done: false, pressedSaysMore: false, grants: [], notes: {}, unread }
}

/** Only of somebody who agreed, of whose chat nothing is noted, and who has no rights that were granted. */
function remember({ visits }: BotDeps, ctx: BotContext, isOld: boolean): void {
  if (!ctx.from || ctx.chat?.type !== 'private') return
  const { visit, plainMessageId: messageId } = ctx
  const { person, personVersion, draft, grants } = visit
  const isPlain = !isOld && ctx.purpose === null && grants.length === 0 && !hasNotes(ctx)
  const known = isPlain && messageId !== undefined && hasConsent(person)
  visits.keep(
    ctx.from.id,
    known && person && personVersion !== null ? { person, personVersion, draft, messageId } : null,
  )
}

function hasNotes({ visit, notes }: BotContext): boolean {
  const changed = notes.changed()
  const kept = Object.keys(visit.notes).filter((key) => !changed.has(key))
  return kept.length > 0 || [...changed.values()].some((each) => each !== null)
}

function pressedMessage({ chat, callbackQuery }: BotContext) {
  const messageId = callbackQuery?.message?.message_id
  return chat && messageId !== undefined ? { chatId: chat.id, messageId } : null
}

/** Under which keys something may be noted of the chat. */
function noteKeysOf({ chat, from }: BotContext) {
  const purpose = String(chat?.id ?? from?.id ?? '')
  return { purpose, pieces: piecesKey(purpose), first: firstKey(purpose) }
}

function pressersOf(
  deps: PresserDeps,
  ctx: BotContext,
  sender: { telegramId: number | null; grants: readonly Grant[] },
): BotContext['presser'] {
  const found = new Map<number | null, Promise<PresserActor>>()
  return async (telegramId) => {
    const { chat } = ctx
    if (!chat || chat.type === 'private') return null
    const who = telegramId === undefined ? sender.telegramId : telegramId
    const asked =
      who === sender.telegramId
        ? { ...sender, speaksForChat: speaksForChat(ctx) }
        : { telegramId: who, speaksForChat: false }
    const presser = found.get(who) ?? findPresser(deps, chat, asked)
    found.set(who, presser)
    return await presser
  }
}
