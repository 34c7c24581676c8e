import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface CountingProxy {
  /** the address to use in place of the server's */
  readonly url: string
  /** statements (or commands) and round trips so far */
  read(): { sent: number; waits: number }
  close(): Promise<void>
}

type Counter = { sent: number; waits: number }

/**
 * Stands before PostgreSQL or Redis and counts what a client asks, but for PostgreSQL's clients whose application_name is
 * `ignored`. It costs time: never where speed is measured.
 */
export async function openCountingProxy(
  url: string,
  { ignored }: { ignored?: string } = {},
): Promise<CountingProxy> {
  const target = new URL(url)
  const isRedis = target.protocol.startsWith('redis')
  const counter: Counter = { sent: 0, waits: 0 }
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (client) => {
    const count = isRedis ? redisCounter(counter) : postgresCounter(counter)
    const upstream = connect({
      host: target.hostname,
      port: Number(target.port || (isRedis ? 6379 : 5432)),
      noDelay: true,
    })
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.once('data', (first) => {
      // the names and values of the startup message end in a zero each
      if (ignored && first.includes(`application_name\0${ignored}\0`)) return
      count(first)
      client.on('data', count)
    })
    client.pipe(upstream)
    upstream.pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxied = new URL(url)
  proxied.hostname = '127.0.0.1'
  proxied.port = String((server.address() as AddressInfo).port)
  return {
    url: proxied.href,
    read: () => ({ ...counter }),
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Execute and Query are statements, Sync and Query what the client waits for: the protocol's "message formats". */
function postgresCounter(counter: Counter): (chunk: Buffer) => void {
  const header = Buffer.alloc(5)
  let filled = 0
  let skip = 0
  // the first message has no type byte
  let size = 4
  return (chunk) => {
    let at = 0
    while (at < chunk.length) {
      if (skip > 0) {
        const step = Math.min(skip, chunk.length - at)
        skip -= step
        at += step
        continue
      }
      header[filled] = chunk[at] ?? 0
      filled += 1
      at += 1
      if (filled < size) continue
      skip = header.readInt32BE(size - 4) - 4
      const type = size === 5 ? String.fromCharCode(header[0] ?? 0) : ''
      if (type === 'Q' || type === 'E') counter.sent += 1
      if (type === 'Q' || type === 'S') counter.waits += 1
      filled = 0
      size = 5
    }
  }
}

/** A client's commands are arrays of strings that tell their length: https://redis.io/docs/latest/develop/reference/protocol-spec */
function redisCounter(counter: Counter): (chunk: Buffer) => void {
  let line = ''
  let skip = 0
  return (chunk) => {
    let at = 0
    let commands = 0
    while (at < chunk.length) {
      if (skip > 0) {
        const step = Math.min(skip, chunk.length - at)
        skip -= step
        at += step
        continue
      }
      const letter = String.fromCharCode(chunk[at] ?? 0)
      at += 1
      if (letter !== '\n') {
        line += letter
        continue
      }
      if (line.startsWith('*')) commands += 1
      if (line.startsWith('$')) skip = Number(line.slice(1)) + 2
      line = ''
    }
    counter.sent += commands
    if (commands > 0) counter.waits += 1
  }
}
