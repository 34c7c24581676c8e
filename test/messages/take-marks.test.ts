import { fmt } from '@grammyjs/parse-mode'
import { describe, expect, it } from 'vitest'
import { withoutMarks } from '../../src/deliveries/posted/without-marks.ts'
import type { OutgoingMessage, SendableMessage } from '../../src/lib/outgoing-message.ts'
import { markWords } from '../../src/messages/quote-marks.ts'
import { takeMarks } from '../../src/messages/take-marks.ts'
import type { Sender } from '../../src/sinks/telegram/sender.ts'

const submissionId = '2f6f1c1e-56b5-4f0a-9f5b-0d2c9a7f1a11'
const { text, entities } = fmt`有人说：${markWords('路灯坏了', { submissionId, signedName: null })}`
const marked: OutgoingMessage = { text, entities }

describe('a message with marks', () => {
  it('cannot be given to a sender before they are taken', () => {
    const given: SendableMessage[] = []
    const sender: Pick<Sender, 'sendMessage' | 'editMessage'> = {
      sendMessage: async (_, message) => {
        given.push(message)
        return { kind: 'unknown' }
      },
      editMessage: async (_chat, _message, message) => {
        given.push(message)
        return { kind: 'unknown' }
      },
    }
    // @ts-expect-error its marks are in it
    sender.sendMessage(5, marked)
    // @ts-expect-error the same
    sender.editMessage(5, 6, marked)
    // @ts-expect-error nobody has looked whether there are any
    sender.sendMessage(5, { text })
    sender.sendMessage(5, takeMarks(marked).message)
    expect(given.at(-1)).toEqual({ text, entities: [] })
  })

  it('tells them, and is the same message otherwise', () => {
    expect(takeMarks(marked).marks).toEqual([{ kind: 'words', submissionId, offset: 4, length: 4 }])
    const plain: OutgoingMessage = { text: '好', entities: [{ type: 'bold', offset: 0, length: 1 }] }
    expect(takeMarks(plain)).toEqual({ message: plain, marks: [] })
  })

  it('does not pass for one that says nothing of anybody', () => {
    expect(() => withoutMarks(marked)).toThrow('would not be kept')
    expect(withoutMarks({ text: '好' })).toEqual({ text: '好' })
  })
})
