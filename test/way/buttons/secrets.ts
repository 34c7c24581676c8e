import { expect } from 'vitest'
import type { Way } from '../../support/open-way.ts'

/** Something that one person said or is called, in no other text there is, and the chats in which it may be read. */
export interface Secret {
  token: string
  readableIn: ReadonlySet<number>
}

/** What the bot showed to a chat, also above a button that was pressed: the whole call, whatever it is called there. */
interface Shown {
  chatId: number
  pressedBy: number | null
  text: string
}

/** Fails where a chat, or whoever pressed a button, was ever shown what is not for them. */
export function expectNothingOfOthers({ telegram }: Way, secrets: readonly Secret[]): void {
  const { world } = telegram
  const pressed = new Map(
    world.givenUpdates().flatMap(({ callback_query: query }) => (query ? [[query.id, query] as const] : [])),
  )
  const shown = world.calls().flatMap(({ ok, method, params }): Shown[] => {
    if (!ok || method === 'getUpdates') return []
    const { chat_id: chatId, callback_query_id: queryId } = params as Record<string, unknown>
    const query = pressed.get(String(queryId))
    if (chatId === undefined && !query) return []
    const text = JSON.stringify(params)
    return [{ chatId: Number(chatId ?? query?.from.id), pressedBy: query?.from.id ?? null, text }]
  })
  expect(shown.length).toBeGreaterThan(0)
  const leaks = shown.flatMap(({ chatId, text }) =>
    secrets
      .filter(({ token, readableIn }) => text.includes(token) && !readableIn.has(chatId))
      .map(({ token }) => ({ token, chatId, text })),
  )
  expect(leaks).toEqual([])
}

/** Fails where nobody was shown a secret at all: then the check above would find nothing either. */
export function expectShownToSomebody({ telegram }: Way, secrets: readonly Secret[]): void {
  const all = JSON.stringify(telegram.world.calls().filter(({ ok }) => ok))
  expect(secrets.filter(({ token }) => !all.includes(token))).toEqual([])
}
