import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
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

/** ARGV[1]: milliseconds by somebody's own clock, or -1 for that of Redis, which is the same for all processes. */
const NOW = `
local now = tonumber(ARGV[1])
if now < 0 then
  local time = redis.call('TIME')
  now = time[1] * 1000 + time[2] / 1000
end`

/**
 * The same as memory-budget.ts in one script; a test holds each against the other. KEYS: of the bot (hash), of the chat
 * (hash), of the group (list of times, newest first). Returns 0, or how many milliseconds to wait: negative where it is the
 * chat's limit.
 */
const TAKE = `${NOW}
local priority, messages, grouped = ARGV[2], tonumber(ARGV[3]), ARGV[4] == '1'
local spacing, chatSpacing, burst = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local perMinute, grace = tonumber(ARGV[8]), tonumber(ARGV[9])
local function bot(field) return tonumber(redis.call('HGET', KEYS[1], field) or '0') end
local function chat(field) return tonumber(redis.call('HGET', KEYS[2], field) or '0') end
local held = bot('held') - now
if held > 0 then return math.ceil(held) end
local wait, counted = chat('held') - now, ARGV[10] == '1'
if counted then wait = math.max(wait, chat('paid') - now - (burst - 1) * chatSpacing) end
if grouped and counted then
  local inTheWay = redis.call('LINDEX', KEYS[3], math.max(1, perMinute - messages + 1) - 1)
  if inTheWay then wait = math.max(wait, tonumber(inTheWay) + 60000 - now) end
end
if wait > 0 then return -math.ceil(wait) end
local mine, yield = nil, false
for at = 11, #ARGV, 2 do
  local other, patience = ARGV[at], tonumber(ARGV[at + 1])
  if other == priority then mine = patience
  elseif bot('waits:' .. other) > now then
    if mine == nil then yield = yield or 'higher'
    elseif now - bot('last:' .. other) >= patience then yield = 'lower' end
  end
end
if yield == 'higher' and now - bot('last:' .. priority) >= mine then yield = false end
wait = math.max(bot('next') - now, yield and spacing or 0)
if wait > 0 then
  redis.call('HSET', KEYS[1], 'waits:' .. priority, string.format('%.3f', now + wait + grace))
  redis.call('PEXPIRE', KEYS[1], 3600000)
  return math.ceil(wait)
end
redis.call('HSET', KEYS[1], 'next', string.format('%.3f', math.max(bot('next'), now) + messages * spacing),
  'waits:' .. priority, '0', 'last:' .. priority, string.format('%.3f', now))
redis.call('PEXPIRE', KEYS[1], 3600000)
if counted then
  local paid = math.max(chat('paid'), now) + messages * chatSpacing
  redis.call('HSET', KEYS[2], 'paid', string.format('%.3f', paid))
  redis.call('PEXPIRE', KEYS[2], math.ceil(paid - now))
end
if grouped then
  for _ = 1, messages do redis.call('LPUSH', KEYS[3], string.format('%.3f', now)) end
  redis.call('LTRIM', KEYS[3], 0, perMinute - 1)
  redis.call('PEXPIRE', KEYS[3], 60000)
end
return 0`

/** KEYS: a hash whose field "held" may only be put off. ARGV[2]: milliseconds. */
const HOLD = `${NOW}
local untilMs = now + ARGV[2]
if untilMs > tonumber(redis.call('HGET', KEYS[1], 'held') or '0') then
  redis.call('HSET', KEYS[1], 'held', string.format('%.3f', untilMs))
end
if redis.call('PTTL', KEYS[1]) < ARGV[2] + 1000 then redis.call('PEXPIRE', KEYS[1], ARGV[2] + 1000) end
return 0`

/**
 * The budget of all processes that share a Redis. Rejects while Redis is away. Keys begin with `prefix`. `now`: whole
 * milliseconds, in place of the clock of Redis.
 */
export function createRedisBudget(
  redis: Redis,
  prefix: string,
  limits: PaceLimits,
  now: () => number = () => -1,
): Budget {
  const bot = `${prefix}pace:bot`
  const chat = (chatId: number) => `${prefix}pace:chat:${chatId}`
  const settings = [
    spacingMs(limits),
    1000 / limits.perChatASecond,
    limits.chatBurst,
    limits.perGroupAMinute,
    GRACE_MS,
  ]
  const order = [...priorities.flatMap((each) => [each, patienceMs[each]])]
  const hold = async (chatId: number | null, ms: number) => {
    await run(redis, HOLD, [chatId === null ? bot : chat(chatId)], [now(), Math.ceil(ms)])
  }
  return {
    take: async ({ chatId, isGroup, priority, messages = 1 }): Promise<BudgetRefusal | null> => {
      const keys = [bot, chat(chatId), `${prefix}pace:group:${chatId}`]
      const waitMs = Number(
        await run(redis, TAKE, keys, [
          now(),
          priority,
          messages,
          isGroup ? 1 : 0,
          ...settings,
          isCountedByChat(priority) ? 1 : 0,
          ...order,
        ]),
      )
      if (waitMs === 0) return null
      return waitMs < 0 ? { because: 'chat', waitMs: -waitMs } : { because: 'bot', waitMs }
    },
    hold,
    tooMany: async (chatId, ms) => {
      const before = await redis.set(`${prefix}pace:429`, chatId, 'PX', SEVERAL_MS, 'GET')
      await hold(chatId, ms)
      if (before !== null && before !== String(chatId)) await hold(null, ms)
    },
  }
}

const hashes = new Map(
  [TAKE, HOLD].map((script) => [script, createHash('sha1').update(script).digest('hex')]),
)

/** By its hash, so that the script travels once only. */
async function run(redis: Redis, script: string, keys: string[], args: (string | number)[]) {
  try {
    return await redis.evalsha(hashes.get(script) ?? '', keys.length, ...keys, ...args)
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
    return await redis.eval(script, keys.length, ...keys, ...args)
  }
}
