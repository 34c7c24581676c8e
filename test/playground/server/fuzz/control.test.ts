import { expect, test } from 'vitest'
import { fc } from '../../../support/properties.ts'
import { runs, startFuzzedServer } from './fuzzed-server.ts'
import { nearValue } from './near-values.ts'

test('the control interface refuses whatever it cannot do, and never fails', async () => {
  const { send } = await startFuzzedServer()
  const id = fc.constantFrom('1001', '1002', '1', '0', 'x', '-5', '1e3', '%', '99999999999999999999')
  const path = fc.oneof(
    id.map((chat) => `chats/${chat}/messages`),
    fc.tuple(id, id).map(([chat, message]) => `chats/${chat}/messages/${message}/press`),
    id.map((chat) => `chats/${chat}/read`),
    id.map((person) => `people/${person}/block`),
    fc.constantFrom(
      'chats',
      'people',
      'clock',
      'faults',
      'settings',
      'actions/x',
      'state',
      'state?as=x',
      'files/x',
      'files/%',
      'deep-link',
      'deep-link?as=1001&payload=%20',
    ),
  )
  const body = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
    fc
      .dictionary(
        fc.constantFrom(
          'as',
          'text',
          'data',
          'type',
          'kind',
          'title',
          'members',
          'location',
          'sticker',
          'replyTo',
          'to',
          'advanceMs',
          'firstName',
          'fileKind',
          'duration',
        ),
        nearValue,
      )
      .map((value) => JSON.stringify({ as: 1001, ...value })),
    fc.constantFrom('', '{', 'null'),
  )
  const type = fc.constantFrom('application/json', 'text/plain', 'multipart/form-data; boundary=x')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PUT'),
      path,
      type,
      body,
      async (verb, at, kind, content) => {
        const headers = { 'content-type': kind }
        // a fault that is really planned would befall the others
        if (at === 'faults' && content.includes('kind')) return
        const answer = await send({
          verb,
          path: `/playground/${at}`,
          headers,
          ...(verb === 'GET' ? {} : { body: content }),
        })
        expect([verb, at, content, answer.body, answer.status < 500]).toEqual([
          verb,
          at,
          content,
          answer.body,
          true,
        ])
      },
    ),
    runs(600),
  )
})
