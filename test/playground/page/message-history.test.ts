import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/playground/contract.ts'
import { groupMessages } from '../../../src/playground/page/group-messages.ts'
import {
  type MessageHistory,
  prependPage,
  putMessage,
  refreshHistory,
  removeMessage,
} from '../../../src/playground/page/message-history.ts'

const noon = Date.parse('2026-11-22T04:00:00Z') / 1000

function message(id: number, more: object = {}): Message {
  const chat = { id: 1, type: 'private', first_name: '秀英' }
  return { message_id: id, date: noon, chat, from: { id: 1 }, ...more } as unknown as Message
}

function history(ids: number[], hasMore = false): MessageHistory {
  return { messages: ids.map((id) => message(id)), hasMore }
}

const idsOf = ({ messages }: MessageHistory) => messages.map((known) => known.message_id)

describe('message history', () => {
  it('puts new messages at the end and edited ones where they were', () => {
    expect(idsOf(putMessage(history([1, 2]), message(3)))).toEqual([1, 2, 3])
    const edited = putMessage(history([1, 2, 3]), message(2, { text: '改了' }))
    expect(idsOf(edited)).toEqual([1, 2, 3])
    expect(edited.messages[1]?.text).toBe('改了')
  })

  it('keeps one of a message that arrives twice, or late', () => {
    expect(idsOf(putMessage(history([1, 2]), message(2)))).toEqual([1, 2])
    expect(idsOf(putMessage(history([1, 3]), message(2)))).toEqual([1, 2, 3])
  })

  it('forgets a deleted message', () => {
    expect(idsOf(removeMessage(history([1, 2, 3]), 2))).toEqual([1, 3])
  })

  it('puts an older page before what is there, once', () => {
    const joined = prependPage(history([5, 6], true), history([3, 4, 5]))
    expect(idsOf(joined)).toEqual([3, 4, 5, 6])
    expect(joined.hasMore).toBe(false)
  })

  it('keeps older messages after a reconnection only where nothing can be missing', () => {
    expect(idsOf(refreshHistory(history([1, 2, 3, 4]), history([3, 4, 5], true)))).toEqual([1, 2, 3, 4, 5])
    expect(idsOf(refreshHistory(history([1, 2]), history([8, 9], true)))).toEqual([8, 9])
    expect(idsOf(refreshHistory(history([1, 2, 3]), history([1, 3])))).toEqual([1, 3])
  })
})

describe('groupMessages', () => {
  it('makes one bubble of an album', () => {
    const album = [message(1), message(2, { media_group_id: 'a' }), message(3, { media_group_id: 'a' })]
    const bubbles = groupMessages(album).filter((item) => item.kind === 'messages')
    expect(bubbles.map(({ messages }) => messages.length)).toEqual([1, 2])
  })

  it('says which day it is where a new one begins in the village', () => {
    const lateEvening = Date.parse('2026-11-22T15:59:00Z') / 1000
    const items = groupMessages([message(1, { date: lateEvening }), message(2, { date: lateEvening + 120 })])
    expect(items.map(({ kind }) => kind)).toEqual(['day', 'messages', 'day', 'messages'])
  })

  it('notes where somebody else starts to speak', () => {
    const items = groupMessages([message(1), message(2), message(3, { from: { id: 2 } })])
    const starts = items.flatMap((item) => (item.kind === 'messages' ? [item.startsRun] : []))
    expect(starts).toEqual([true, false, true])
  })
})
