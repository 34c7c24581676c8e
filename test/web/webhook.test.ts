import { afterEach, describe, expect, it } from 'vitest'
import { createWeb } from '../../src/web/create-web.ts'
import { type Listening, listen } from '../../src/web/listen.ts'

const update = JSON.stringify({ update_id: 1, message: {} })

let listening: Listening | null = null
afterEach(async () => await listening?.close())

async function webOf(handle: () => Promise<string | null>) {
  const seen: unknown[] = []
  const errors: unknown[] = []
  const web = createWeb({
    checks: { database: async () => true, bot: async () => false },
    webhook: {
      secret: 'open-sesame',
      handle: async (given) => {
        seen.push(given)
        return await handle()
      },
      onError: (error) => errors.push(error),
    },
    root: null,
  })
  listening = await listen(web, { host: '127.0.0.1', port: 0 })
  const { url } = listening
  const post = (secret: string | undefined, body: string) =>
    fetch(`${url}/telegram/webhook`, {
      method: 'POST',
      headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret },
      body,
    })
  return { url, post, seen, errors }
}

describe('the webhook', () => {
  it('hands over what comes with the secret', async () => {
    const { post, seen } = await webOf(async () => null)
    expect((await post('open-sesame', update)).status).toBe(200)
    expect(seen).toEqual([{ update_id: 1, message: {} }])
  })

  it.each([undefined, '', 'open', 'open-sesamf', 'open-sesamee'])(
    'lets nobody in with the secret %j',
    async (secret) => {
      const { post, seen } = await webOf(async () => null)
      expect((await post(secret, update)).status).toBe(401)
      expect(seen).toEqual([])
    },
  )

  it.each(['', 'null', '[]', '{"update_id":"1"}', '{'])('refuses the body %j', async (body) => {
    const { post, seen } = await webOf(async () => null)
    expect((await post('open-sesame', body)).status).toBe(400)
    expect(seen).toEqual([])
  })

  it('refuses what is longer than any update, and what is no POST', async () => {
    const { url, post, seen } = await webOf(async () => null)
    expect(
      (await post('open-sesame', JSON.stringify({ update_id: 1, text: 'x'.repeat(2 ** 20) }))).status,
    ).toBe(413)
    expect((await fetch(`${url}/telegram/webhook`)).status).toBe(404)
    expect(seen).toEqual([])
  })

  it('answers with the call that the update ended in', async () => {
    const call = '{"method":"answerCallbackQuery","callback_query_id":"7"}'
    const { post } = await webOf(async () => call)
    const answer = await post('open-sesame', update)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.text()).toBe(call)
  })

  it('asks for the update again where it could not be stored', async () => {
    const { post, errors } = await webOf(async () => {
      throw new Error('the database is away')
    })
    expect((await post('open-sesame', update)).status).toBe(500)
    expect(errors).toHaveLength(1)
  })
})

describe('health', () => {
  it('says that the process lives, and what is not ready', async () => {
    const { url } = await webOf(async () => null)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${url}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ status: 'failed', checks: { database: 'ok', bot: 'failed' } })
  })
})
