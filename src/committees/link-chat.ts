import type { PresserActor } from '../access/actor.ts'
import { mayCommitteeChat } from '../access/policies/committee-chat.ts'
import type { Denial } from '../access/policies/decision.ts'
import type { Db } from '../db/database.ts'
import { type ChatLedgerDeps, enterChatChange } from './chat-ledger.ts'

/** A channel or group as an update describes it. */
export interface DescribedChat {
  id: number
  type: string
  title?: string | undefined
}

/**
 * Links a chat to a region, for whoever pressed (policies/committee-chat.ts): its committee reads what is said there from
 * now on. What it was linked to before ends with it. Linked to the same region already, nothing happens.
 */
export async function linkChat(
  deps: ChatLedgerDeps,
  { actor, chat, regionCode }: { actor: PresserActor; chat: DescribedChat; regionCode: string },
): Promise<{ ok: true } | { ok: false; code: Denial }> {
  const { tx, clock } = deps
  const before = await lockChat(tx, chat)
  const may = mayCommitteeChat(actor, 'link', { regionCode: before, newRegionCode: regionCode })
  if (!may.ok) return may
  if (before === regionCode) return { ok: true }
  const linkedByTelegramId = actor.telegramId
  await tx.committeeChat.update({
    where: { chatId: chat.id },
    data: { regionCode, linkedByTelegramId, linkedAt: clock.now(), leftAt: null },
  })
  await enterChatChange(deps, {
    chatId: chat.id,
    kind: before === null ? 'linked' : 'changed',
    regionBefore: before,
    regionAfter: regionCode,
    actorTelegramId: linkedByTelegramId,
  })
  return { ok: true }
}

/** Ends the link of a chat, for whoever pressed. Refuses one that is not linked. */
export async function unlinkChat(
  deps: ChatLedgerDeps,
  { actor, chat }: { actor: PresserActor; chat: DescribedChat },
): Promise<{ ok: true; regionCode: string } | { ok: false; code: Denial }> {
  const before = await lockChat(deps.tx, chat)
  const may = mayCommitteeChat(actor, 'unlink', { regionCode: before, newRegionCode: null })
  if (!may.ok) return may
  if (before === null) return { ok: false, code: 'not_linked' }
  await deps.tx.committeeChat.update({ where: { chatId: chat.id }, data: notLinked })
  const { telegramId: actorTelegramId } = actor
  await enterChatChange(deps, {
    chatId: chat.id,
    kind: 'unlinked',
    regionBefore: before,
    regionAfter: null,
    actorTelegramId,
  })
  return { ok: true, regionCode: before }
}

export const notLinked = { regionCode: null, linkedByTelegramId: null, linkedAt: null }

/**
 * Keeps that there is this chat and holds its row until the transaction ends, so that of two changes one comes after the
 * other. Gives the region that it is linked to.
 */
export async function lockChat(tx: Db, { id, type, title = '' }: DescribedChat): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ region_code: string | null }[]>`
    INSERT INTO committee_chat (chat_id, type, title) VALUES (${BigInt(id)}, ${type}, ${title})
    ON CONFLICT (chat_id) DO UPDATE SET type = excluded.type, title = excluded.title
    RETURNING region_code`
  return row?.region_code ?? null
}
