import type { Redis } from 'ioredis'
import { type Budget, noLimits, type PaceLimits, priorities, spacingMs, telegramLimits } from './budget.ts'
import { createMemoryBudget } from './memory-budget.ts'
import type { Pace, PaceAsk, Priority, Turn } from './pace.ts'
import { createRedisBudget } from './redis-budget.ts'

export interface PaceOptions {
  redis?: { client: Redis; prefix: string }
  /** of the bot in all; 0: no limit but what Telegram says by 429. Default: Telegram's */
  perSecond?: number
  /** what differs from Telegram's own limits */
  limits?: Partial<PaceLimits>
  /** milliseconds that only grow */
  now?: () => number
}

interface Waiter {
  ask: PaceAsk
  untilMs: number
  settle(turn: Turn): void
}

/** By chat, in the order in which they are tried; each chat's own in the order in which they came. */
type Lines = Map<number, Waiter[]>

const LONGEST_WAIT_MS: Record<Priority, number> = { reply: Infinity, urgent: 10_000, job: 10_000 }
const stoppedTurn: Turn = { ok: false, retryAfterSeconds: 1 }
/** setTimeout takes no more */
const LONGEST_TIMER_MS = 2 ** 31 - 1
/** After Redis failed it is left alone for so long. */
const REDIS_AWAY_MS = 1000

/** Makes the pace that ./pace.ts promises. */
export function createPace({
  redis,
  perSecond = telegramLimits.perSecond,
  limits,
  now = () => performance.now(),
}: PaceOptions = {}): Pace {
  const inForce = perSecond === 0 ? noLimits : { ...telegramLimits, perSecond, ...limits }
  // what is not counted need not be shared
  const budget = createBudget(perSecond === 0 ? undefined : redis, inForce, now)
  const lines: Record<Priority, Lines> = { reply: new Map(), urgent: new Map(), job: new Map() }
  /** chats that were refused for themselves: when to ask again */
  const notBefore = new Map<number, number>()
  /** chats with a question on its way to the budget */
  const asking = new Set<number>()
  let waiting = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let working = false
  let again = false

  const leave = (waiter: Waiter, turn: Turn) => {
    const line = lines[waiter.ask.priority]
    const ofChat = line.get(waiter.ask.chatId) ?? []
    const at = ofChat.indexOf(waiter)
    if (at < 0) return
    ofChat.splice(at, 1)
    line.delete(waiter.ask.chatId)
    // the chat goes to the end, so that one with many messages keeps none waiting
    if (ofChat.length > 0) line.set(waiter.ask.chatId, ofChat)
    waiting -= 1
    waiter.settle(turn)
  }

  const refuse = (waiter: Waiter, waitMs: number) =>
    leave(waiter, { ok: false, retryAfterSeconds: toSeconds(waitMs) })

  /** Gives what turns there are, the highest priority first. Returns when there may be another. */
  const giveTurns = async (): Promise<number> => {
    let lookAt = Infinity
    /** chats in which what is to come first has to wait */
    const behind = new Set(asking)
    for (const priority of priorities) {
      for (const [chatId, [first]] of [...lines[priority]]) {
        const at = now()
        const ready = notBefore.get(chatId) ?? 0
        if (ready > at) lookAt = Math.min(lookAt, ready)
        if (!first || ready > at || behind.has(chatId)) continue
        const refusal = await budget.take(first.ask)
        if (!refusal) {
          leave(first, { ok: true })
          // what came in the meantime may be of a higher priority
          return at
        }
        const askAgainAt = now() + refusal.waitMs
        lookAt = Math.min(lookAt, askAgainAt)
        if (refusal.because === 'chat') notBefore.set(chatId, askAgainAt)
        if (askAgainAt > first.untilMs) refuse(first, refusal.waitMs)
        // the bot's limit is the same for all others of this priority
        if (refusal.because === 'bot') break
      }
      for (const chatId of lines[priority].keys()) behind.add(chatId)
    }
    return lookAt
  }

  const work = async () => {
    clearTimeout(timer)
    again = true
    if (working) return
    working = true
    let lookAt = Infinity
    while (again) {
      again = false
      lookAt = await giveTurns()
      if (lookAt <= now()) again = true
    }
    working = false
    for (const [chatId, until] of notBefore) if (until <= now()) notBefore.delete(chatId)
    if (waiting > 0)
      timer = setTimeout(() => void work(), Math.min(Math.max(1, lookAt - now()), LONGEST_TIMER_MS))
  }

  const standInLine = (ask: PaceAsk, longestWaitMs: number, where: 'first' | 'last'): Promise<Turn> =>
    new Promise((settle) => {
      if (stopped) return settle(stoppedTurn)
      let patience: NodeJS.Timeout | undefined
      const waiter: Waiter = {
        ask,
        untilMs: now() + longestWaitMs,
        settle: (turn) => {
          clearTimeout(patience)
          settle(turn)
        },
      }
      const line = lines[ask.priority]
      const ofChat = line.get(ask.chatId) ?? []
      line.set(ask.chatId, where === 'first' ? [waiter, ...ofChat] : [...ofChat, waiter])
      waiting += 1
      if (longestWaitMs <= LONGEST_TIMER_MS)
        patience = setTimeout(() => refuse(waiter, waiting * spacingMs(inForce)), longestWaitMs)
      void work()
    })

  return {
    take: async (ask) => {
      if (stopped) return stoppedTurn
      const { chatId, priority, longestWaitMs = LONGEST_WAIT_MS[priority] } = ask
      // where nobody waits, questions to Redis need not wait for each other
      if (waiting === 0 && !asking.has(chatId)) {
        asking.add(chatId)
        const refusal = await budget.take(ask)
        asking.delete(chatId)
        if (refusal && refusal.waitMs <= longestWaitMs) return await standInLine(ask, longestWaitMs, 'first')
        if (waiting > 0) void work()
        return refusal ? { ok: false, retryAfterSeconds: toSeconds(refusal.waitMs) } : { ok: true }
      }
      return await standInLine(ask, longestWaitMs, 'last')
    },
    hold: (chatId, ms) => budget.hold(chatId, ms),
    holdAll: (ms) => budget.hold(null, ms),
    tooMany: (chatId, retryAfterMs) => budget.tooMany(chatId, retryAfterMs),
    stop: () => {
      stopped = true
      clearTimeout(timer)
      for (const priority of priorities)
        for (const ofChat of [...lines[priority].values()])
          for (const waiter of [...ofChat]) refuse(waiter, 0)
    },
  }
}

/** By Redis where there is one, and by ourselves while it is away. */
function createBudget(redis: PaceOptions['redis'], limits: PaceLimits, now: () => number): Budget {
  const own = createMemoryBudget(limits, now)
  if (!redis) return own
  const shared = createRedisBudget(redis.client, redis.prefix, limits)
  let awayUntil = 0
  const askEither = async <T>(ask: (budget: Budget) => T | Promise<T>): Promise<T> => {
    try {
      if (now() >= awayUntil) return await ask(shared)
    } catch {
      awayUntil = now() + REDIS_AWAY_MS
    }
    return await ask(own)
  }
  return {
    take: (ask) => askEither((budget) => budget.take(ask)),
    hold: (chatId, ms) => askEither((budget) => budget.hold(chatId, ms)),
    tooMany: (chatId, ms) => askEither((budget) => budget.tooMany(chatId, ms)),
  }
}

function toSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000))
}
