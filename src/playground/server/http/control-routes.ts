import { Hono } from 'hono'
import { z } from 'zod'
import type {
  PlaygroundAction,
  PlaygroundDeepLink,
  PlaygroundHistory,
  PlaygroundLink,
  PlaygroundNewChat,
  PlaygroundNewPerson,
  PlaygroundState,
} from '../../contract.ts'
import { BotApiError } from '../bot-api-error.ts'
import { canSee } from '../chats/membership.ts'
import type { Runtime } from '../runtime.ts'
import type { World } from '../world/create-world.ts'
import { describeState, toPerson } from '../world/describe-state.ts'
import { WorldError } from '../world/world-error.ts'
import { controlGuard } from './control-guard.ts'
import { eventStream } from './event-stream.ts'
import { laboratoryRoutes } from './laboratory-routes.ts'
import { readOutgoing } from './read-outgoing.ts'

export interface ControlDependencies {
  runtime: Runtime
  world: World
  actions: { action: PlaygroundAction; run: () => Promise<void> }[]
  links: PlaygroundLink[]
  moveClock?: (to: Date) => Promise<void>
  /** something may be due now */
  onMoved: () => void
}

const as = z.coerce.number().int()
const id = z.coerce.number().int()
const guarded = [
  '/state',
  '/events',
  '/chats/*',
  '/people/*',
  '/deep-link',
  '/actions/*',
  '/files/*',
  '/clock',
  '/faults',
  '/settings',
]
const pageSize = 50
const newPerson = z.strictObject({
  firstName: z.string().trim().min(1).max(64),
  lastName: z.string().trim().max(64).optional(),
  languageCode: z.string().max(35).default('zh-hans'),
  part: z.enum(['resident', 'administrator']).default('resident'),
}) satisfies z.ZodType<PlaygroundNewPerson>
const newChat = z.strictObject({
  as,
  type: z.enum(['channel', 'group', 'supergroup']),
  title: z.string().trim().min(1).max(128),
  members: z.array(id).max(1000).default([]),
}) satisfies z.ZodType<PlaygroundNewChat>
const edit = z.strictObject({ as, text: z.string().min(1) })
const pressed = z.strictObject({ as, data: z.string().max(64) })

/** What the chat page asks for: see ../../contract.ts. */
export function controlRoutes(dependencies: ControlDependencies): { app: Hono; close(): void } {
  const { runtime, world, actions, links, moveClock } = dependencies
  const app = new Hono()
  const closing = new AbortController()
  // bound to these paths one by one: the page's own files lie below /playground too
  for (const path of guarded) app.use(path, controlGuard)
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400)
    if (error instanceof SyntaxError) return c.json({ error: 'not JSON' }, 400)
    if (error instanceof WorldError) return c.json({ error: error.message }, 409)
    if (error instanceof BotApiError) return c.json({ error: error.message }, 400)
    return c.json({ error: String(error) }, 500)
  })
  const lookIn = (personId: number, chatId: number) => {
    if (!canSee(runtime, personId, chatId)) throw new WorldError(`${personId} is not in the chat ${chatId}`)
  }

  app.route('/', laboratoryRoutes(dependencies))
  app.get('/state', (c) => {
    const asked = c.req.query('as')
    const state = describeState(runtime, asked === undefined ? undefined : as.parse(asked), actions)
    return c.json({
      ...state,
      ...(links.length > 0 ? { links } : {}),
      ...(moveClock ? { canMoveClock: true } : {}),
    } satisfies PlaygroundState)
  })
  app.get('/events', (c) => eventStream(c, runtime, as.parse(c.req.query('as')), closing.signal))

  app.get('/chats/:chat/messages', (c) => {
    const chatId = id.parse(c.req.param('chat'))
    lookIn(as.parse(c.req.query('as')), chatId)
    const before = id.parse(c.req.query('before') ?? Number.MAX_SAFE_INTEGER)
    const stored = runtime.messages.page(chatId, before, pageSize + 1)
    const messages = stored.slice(-pageSize).map(({ message }) => message)
    return c.json({ messages, hasMore: stored.length > pageSize } satisfies PlaygroundHistory)
  })
  app.post('/chats/:chat/messages', async (c) => {
    const { personId, outgoing, replyTo } = await readOutgoing(c.req.raw)
    const options = replyTo === undefined ? {} : { replyTo }
    return c.json({ messages: world.say(personId, id.parse(c.req.param('chat')), outgoing, options) })
  })
  app.put('/chats/:chat/messages/:message', async (c) => {
    const body = edit.parse(await c.req.json())
    return c.json(
      world.edit(body.as, id.parse(c.req.param('chat')), id.parse(c.req.param('message')), body.text),
    )
  })
  app.post('/chats/:chat/messages/:message/press', async (c) => {
    const body = pressed.parse(await c.req.json())
    const chatId = id.parse(c.req.param('chat'))
    // a page may be a moment behind, as a telephone is
    const stale = { stale: true }
    return c.json(await world.press(body.as, chatId, id.parse(c.req.param('message')), body.data, stale))
  })
  app.post('/chats/:chat/read', async (c) => {
    const body = z.object({ as }).parse(await c.req.json())
    const chatId = id.parse(c.req.param('chat'))
    lookIn(body.as, chatId)
    const newest = runtime.messages.page(chatId, Number.MAX_SAFE_INTEGER, 1)[0]
    if (newest) runtime.people.markRead(body.as, chatId, newest.message.message_id)
    return c.json({ ok: true })
  })
  app.post('/chats', async (c) => {
    const body = newChat.parse(withType(await c.req.json()))
    const { title, members, type } = body
    const chatId =
      type === 'channel'
        ? world.addChannel({ title, administrators: [body.as], subscribers: members })
        : world.addGroup({ title, administrators: [body.as], members, supergroup: type === 'supergroup' })
    world.addBot(chatId, body.as, { administrator: type === 'channel' })
    return c.json({ chatId }, 201)
  })

  app.post('/people', async (c) => {
    const { lastName, ...body } = newPerson.parse(await c.req.json())
    return c.json(toPerson(world.addPerson({ ...body, ...(lastName ? { lastName } : {}) })), 201)
  })
  app.post('/people/:person/block', (c) => {
    world.block(id.parse(c.req.param('person')))
    return c.json({ ok: true })
  })
  app.post('/people/:person/unblock', (c) => {
    world.unblock(id.parse(c.req.param('person')))
    return c.json({ ok: true })
  })
  app.get('/deep-link', (c) => {
    const personId = as.parse(c.req.query('as'))
    world.deepLink(personId, c.req.query('payload') ?? '')
    return c.json({ chatId: personId } satisfies PlaygroundDeepLink)
  })

  app.post('/actions/:action', async (c) => {
    const found = actions.find(({ action }) => action.id === c.req.param('action'))
    if (!found) return c.json({ error: 'there is no such action' }, 404)
    await found.run()
    return c.json({ ok: true })
  })
  app.get('/files/:file', (c) => {
    const file = runtime.files.get(c.req.param('file'))
    if (!file) return c.json({ error: 'there is no such file' }, 404)
    return c.body(runtime.files.bytes(file), 200, {
      'content-type': file.mimeType,
      'x-content-type-options': 'nosniff',
      // what somebody uploaded must not run as a page of ours
      'content-security-policy': "sandbox; default-src 'none'",
      ...(file.kind === 'document'
        ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name ?? 'file')}` }
        : {}),
    })
  })

  return { app, close: () => closing.abort() }
}

/** The page says `kind` for what the contract calls `type`. */
function withType(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return body
  const { kind, ...rest } = body
  return { type: kind, ...rest }
}
