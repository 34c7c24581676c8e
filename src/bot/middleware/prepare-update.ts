import type { Middleware } from 'grammy'
import type { PresserActor } from '../../access/actor.ts'
import type { Grant } from '../../access/grant.ts'
import { toGrants } from '../../access/grants.ts'
import { scopeOfGrants } from '../../access/region-scope.ts'
import { isStep } from '../../cards/card-screen.ts'
import { findPresser, type PresserDeps } from '../../committees/presser.ts'
import type { RunsChat } from '../../committees/runs-chat.ts'
import { chatNotes } from '../../db/chat-notes.ts'
import { commitOnce } from '../../db/commit-once.ts'
import { finishUpdate } from '../../db/finish-update.ts'
import { readVisit, type Visit } from '../../feedback/read-visit.ts'
import { rememberPerson } from '../../people/remember-person.ts'
import { decodePress, draftTag } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { localeOf } from '../locale-of.ts'
import { postedLog } from '../posted-log.ts'
import { firstKey, piecesKey, readPurpose, stillAsked } from '../purpose.ts'
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
    const remembered = recall(deps, ctx)
    if (remembered) take(ctx, remembered)
    else await look(deps, ctx)
    // another process was shown it while it waited for Telegram
    if (ctx.visit.done && (await deps.coordination.wasShown(updateId))) return
    ctx.locale = localeOf(texts, ctx.chat?.type === 'private', ctx.person, ctx.from?.language_code)
    const sender = senderOf(ctx)
    const grants = sender === null ? [] : toGrants(deps.administratorIds, sender, ctx.visit.grants)
    ctx.scope = scopeOfGrants(grants)
    ctx.administrator =
      sender !== null && ctx.scope ? { kind: 'administrator', telegramId: sender, grants } : null
    ctx.presser = pressersOf({ ...deps, db: prisma, runsChat }, ctx, { telegramId: sender, grants })
    // an administrator who has written once can be written to: where a village has no channel, they read what is said
    if (ctx.from && ctx.scope && !ctx.person && ctx.chat?.type === 'private')
      ctx.person = await rememberPerson({ ...deps, tx: prisma }, ctx.from.id, {})
    ctx.t = (key, args) => texts.t(ctx.locale, key, args)
    ctx.posted = postedLog(deps, ctx)
    ctx.notes = chatNotes(() => ctx.visit.notes)
    ctx.purpose = stillAsked(ctx, readPurpose(ctx.notes.read(purposeKey(ctx))))
    const effect = followEffect(deps, ctx)
    await next()
    ctx.notes.write(purposeKey(ctx), ctx.purpose)
    const notes = ctx.notes.changed()
    await finishUpdate(deps, { updateId, isMarked: effect.isMarked(), notes })
    remember(deps, ctx, effect.isOld())
  }
}

/** What the update may write, and what is known of the half-filled card afterwards. */
function followEffect(deps: BotDeps, ctx: BotContext) {
  let isMarked = ctx.visit.done
  let isOld = false
  ctx.draft = async () => {
    if (isOld) await ctx.lookAgain()
    return ctx.visit.draft
  }
  ctx.lookAgain = async () => {
    await look(deps, ctx)
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
  return { isMarked: () => isMarked, isOld: () => isOld }
}

/** Reads who it is and how things stand with them. */
async function look(deps: BotDeps, ctx: BotContext): Promise<void> {
  const visit = await readVisit(deps.statements, {
    updateId: ctx.update.update_id,
    telegramId: ctx.from?.id ?? null,
    now: deps.clock.now(),
    pressed: pressedMessage(ctx),
    noteKeys: [purposeKey(ctx), piecesKey(purposeKey(ctx)), firstKey(purposeKey(ctx))],
  })
  take(ctx, visit)
}

function take(ctx: BotContext, visit: Visit): void {
  ctx.visit = visit
  ctx.person = visit.person
}

/** For an answer on the card right where it stands, what this process left there; see feedback/visit-memory.ts. */
function recall({ visits }: BotDeps, { press, from, chat, callbackQuery }: BotContext): Visit | null {
  if (press?.kind !== 'card' || !isStep(press.press) || !from || chat?.type !== 'private') return null
  const known = visits.find(from.id)
  if (!known || draftTag(known.draft.id) !== press.draftTag) return null
  if (known.draft.messageId !== callbackQuery?.message?.message_id) return null
  return { ...known, done: false, pressedSaysMore: false, grants: [], notes: {}, isRemembered: true }
}

/** What another read would find: only a card that goes on, of somebody of whom nothing else is noted and who has no rights. */
function remember({ visits }: BotDeps, ctx: BotContext, isOld: boolean): void {
  if (!ctx.from || ctx.chat?.type !== 'private') return
  const { person, personVersion, draft, grants } = ctx.visit
  const goesOn = !isOld && ctx.purpose === null && grants.length === 0 && ctx.person === person
  const known = goesOn && person && personVersion !== null && draft
  visits.keep(ctx.from.id, known ? { person, personVersion, draft } : null)
}

function pressedMessage({ chat, callbackQuery }: BotContext) {
  const messageId = callbackQuery?.message?.message_id
  return chat && messageId !== undefined ? { chatId: chat.id, messageId } : null
}

const purposeKey = (ctx: BotContext) => String(ctx.chat?.id ?? ctx.from?.id ?? '')

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
