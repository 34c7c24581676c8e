import { expect, it } from 'vitest'
import { standingOf } from '../../src/committees/chat-standing.ts'
import { createRunsChat } from '../../src/committees/runs-chat.ts'

it('asks Telegram once a minute for a member of a chat, and not longer holds what it said', async () => {
  let now = 1_000_000
  let status: string | null = 'administrator'
  const asked: [number, number][] = []
  const runsChat = createRunsChat({
    clock: { now: () => new Date(now) },
    askStatus: async (chatId, telegramId) => {
      asked.push([chatId, telegramId])
      return status
    },
  })
  expect(await runsChat(-1, 7)).toBe(true)
  status = 'member'
  now += 59_000
  expect(await runsChat(-1, 7)).toBe(true)
  // another chat and another member are asked for by themselves
  expect(await runsChat(-2, 7)).toBe(false)
  expect(await runsChat(-1, 8)).toBe(false)
  now += 1_000
  expect(await runsChat(-1, 7)).toBe(false)
  expect(asked).toEqual([
    [-1, 7],
    [-2, 7],
    [-1, 8],
    [-1, 7],
  ])
})

it.each([
  ['creator', true],
  ['administrator', true],
  ['member', false],
  ['restricted', false],
  ['left', false],
  ['kicked', false],
  [null, false],
])('of %s it says %s', async (status, runs) => {
  const runsChat = createRunsChat({ clock: { now: () => new Date(0) }, askStatus: async () => status })
  expect(await runsChat(-1, 7)).toBe(runs)
})

it('keeps nothing of a failure to reach Telegram', async () => {
  let fails = true
  const runsChat = createRunsChat({
    clock: { now: () => new Date(0) },
    askStatus: async () => {
      if (fails) throw new Error('away')
      return 'creator'
    },
  })
  await expect(runsChat(-1, 7)).rejects.toThrow('away')
  fails = false
  expect(await runsChat(-1, 7)).toBe(true)
})

it.each([
  [{ type: 'channel' }, 'closed'],
  [{ type: 'group' }, 'closed'],
  [{ type: 'channel', username: 'wuting' }, 'public'],
  [{ type: 'supergroup', active_usernames: ['wuting', 'wuting2'] }, 'public'],
  [{ type: 'supergroup', location: {} }, 'public'],
  [{ type: 'channel', linked_chat_id: -5 }, 'discussed'],
  [{ type: 'channel', username: 'wuting', linked_chat_id: -5 }, 'public'],
] as const)('%j is %s', (chat, standing) => {
  expect(standingOf(chat)).toBe(standing)
})
