import {
  type Budget,
  type BudgetRefusal,
  GRACE_MS,
  isCountedByChat,
  type PaceLimits,
  patienceMs,
  priorities,
  SEVERAL_MS,
  spacingMs,
} from './budget.ts'
import type { PaceAsk, Priority } from './pace.ts'

const MINUTE_MS = 60_000
/** Now and then what is past is forgotten. */
const FORGET_EVERY = 10_000

/** The budget of one process; redis-budget.ts does the same for several, and one test holds both to it. */
export function createMemoryBudget(limits: PaceLimits, now: () => number): Budget {
  const spacing = spacingMs(limits)
  const chatSpacing = 1000 / limits.perChatASecond
  /** from when on the bot may send again */
  let nextAt = 0
  let heldUntil = 0
  const chatHeldUntil = new Map<number, number>()
  /** when a chat that sends at its steady pace would be done with what it has sent */
  const chatPaidUntil = new Map<number, number>()
  const groupSentAt = new Map<number, number[]>()
  const waitsUntil: Record<Priority, number> = { reply: 0, urgent: 0, job: 0 }
  const lastAt: Record<Priority, number> = { reply: -Infinity, urgent: -Infinity, job: -Infinity }
  let lastTooMany: { chatId: number; at: number } | null = null
  let taken = 0

  const waitOfChat = ({ chatId, isGroup, priority, messages = 1 }: PaceAsk, at: number): number => {
    const held = (chatHeldUntil.get(chatId) ?? 0) - at
    if (!isCountedByChat(priority)) return held
    const ahead = (chatPaidUntil.get(chatId) ?? 0) - at - (limits.chatBurst - 1) * chatSpacing
    const inMinute = isGroup ? (groupSentAt.get(chatId) ?? []) : []
    const inTheWay = inMinute.at(-Math.max(1, limits.perGroupAMinute - messages + 1))
    return Math.max(held, ahead, inTheWay === undefined ? 0 : inTheWay + MINUTE_MS - at)
  }

  /** Whether one of another priority goes first: a higher one that waits, or a lower one that has waited for too long. */
  const mustYield = (priority: Priority, at: number): boolean => {
    const mine = priorities.indexOf(priority)
    return priorities.some((other, index) => {
      if (other === priority || waitsUntil[other] <= at) return false
      return index < mine
        ? at - lastAt[priority] < patienceMs[priority]
        : at - lastAt[other] >= patienceMs[other]
    })
  }

  const forget = (at: number) => {
    for (const times of [chatHeldUntil, chatPaidUntil])
      for (const [chatId, until] of times) if (until <= at) times.delete(chatId)
    for (const [chatId, sent] of groupSentAt)
      if ((sent.at(-1) ?? 0) + MINUTE_MS <= at) groupSentAt.delete(chatId)
  }

  const count = ({ chatId, isGroup, priority, messages = 1 }: PaceAsk, at: number) => {
    nextAt = Math.max(nextAt, at) + messages * spacing
    if (isCountedByChat(priority)) {
      chatPaidUntil.set(chatId, Math.max(chatPaidUntil.get(chatId) ?? 0, at) + messages * chatSpacing)
    }
    if (isGroup && Number.isFinite(limits.perGroupAMinute)) {
      const sent = [...(groupSentAt.get(chatId) ?? []), ...Array.from({ length: messages }, () => at)]
      groupSentAt.set(chatId, sent.slice(-limits.perGroupAMinute))
    }
    waitsUntil[priority] = 0
    lastAt[priority] = at
    taken += 1
    if (taken % FORGET_EVERY === 0) forget(at)
  }

  const hold = async (chatId: number | null, ms: number) => {
    const until = now() + ms
    if (chatId === null) heldUntil = Math.max(heldUntil, until)
    else chatHeldUntil.set(chatId, Math.max(chatHeldUntil.get(chatId) ?? 0, until))
  }

  return {
    take: (ask): BudgetRefusal | null => {
      const at = now()
      if (heldUntil > at) return { because: 'bot', waitMs: heldUntil - at }
      const chatWaitMs = waitOfChat(ask, at)
      if (chatWaitMs > 0) return { because: 'chat', waitMs: chatWaitMs }
      const waitMs = Math.max(nextAt - at, mustYield(ask.priority, at) ? spacing : 0)
      if (waitMs > 0) {
        waitsUntil[ask.priority] = at + waitMs + GRACE_MS
        return { because: 'bot', waitMs }
      }
      count(ask, at)
      return null
    },
    hold,
    tooMany: async (chatId, ms) => {
      const at = now()
      const others = lastTooMany && lastTooMany.chatId !== chatId && at - lastTooMany.at < SEVERAL_MS
      lastTooMany = { chatId, at }
      await hold(chatId, ms)
      if (others) await hold(null, ms)
    },
  }
}
