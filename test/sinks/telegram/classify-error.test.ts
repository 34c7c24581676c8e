import { GrammyError, HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { classifyError } from '../../../src/sinks/telegram/classify-error.ts'

const answer = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('failed', { ok: false, error_code, description, parameters }, 'sendMessage', {})
const lost = (error: unknown) => new HttpError('failed', error)
const system = (code: string, message = code) => Object.assign(new Error(message), { code })

const refused = (code: string) => ({ kind: 'refused', code })

describe('classifyError', () => {
  it.each([
    [
      answer(429, 'Too Many Requests: retry after 37', { retry_after: 37 }),
      { kind: 'later', retryAfterSeconds: 37 },
    ],
    [answer(429, 'Too Many Requests'), { kind: 'later', retryAfterSeconds: 30 }],
    [answer(401, 'Unauthorized'), { kind: 'later', retryAfterSeconds: 30 }],
    [
      answer(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001 }),
      { kind: 'refused', code: 'migrated', newChatId: -1001 },
    ],
    [answer(403, 'Forbidden: bot was blocked by the user'), refused('blocked')],
    [answer(403, 'Forbidden: user is deactivated'), refused('blocked')],
    [answer(403, "Forbidden: bot can't initiate conversation with a user"), refused('blocked')],
    [answer(403, 'Forbidden: bot was kicked from the supergroup chat'), refused('chat_gone')],
    [answer(403, 'Forbidden: bot is not a member of the channel chat'), refused('chat_gone')],
    [answer(403, 'Forbidden: the group chat was deleted'), refused('chat_gone')],
    [answer(400, 'Bad Request: chat not found'), refused('chat_gone')],
    [answer(400, 'Bad Request: need administrator rights in the channel chat'), refused('no_rights')],
    [answer(400, 'Bad Request: not enough rights to send text messages to the chat'), refused('no_rights')],
    [answer(400, 'Bad Request: CHAT_WRITE_FORBIDDEN'), refused('no_rights')],
    [answer(403, 'Forbidden: something new'), refused('no_rights')],
    [answer(400, 'Bad Request: message is too long'), refused('bad_request')],
    [answer(500, 'Internal Server Error'), { kind: 'unknown' }],
    [lost(system('ECONNRESET')), { kind: 'unknown' }],
    [lost(system('ETIMEDOUT', 'read ETIMEDOUT')), { kind: 'unknown' }],
    [lost(new Error('Request timed out')), { kind: 'unknown' }],
    [lost('not even an error'), { kind: 'unknown' }],
    [lost(system('ECONNREFUSED')), { kind: 'later', retryAfterSeconds: 30 }],
    [lost(system('ENOTFOUND')), { kind: 'later', retryAfterSeconds: 30 }],
    [lost(system('ETIMEDOUT', 'connect ETIMEDOUT 1.2.3.4:443')), { kind: 'later', retryAfterSeconds: 30 }],
    [
      lost(new TypeError('fetch failed', { cause: system('ECONNREFUSED') })),
      { kind: 'later', retryAfterSeconds: 30 },
    ],
  ])('takes %s for what it means', (error, outcome) => {
    expect(classifyError(error)).toEqual(outcome)
  })

  it('throws bugs again', () => {
    expect(() => classifyError(new TypeError('x is not a function'))).toThrow('x is not a function')
  })
})
