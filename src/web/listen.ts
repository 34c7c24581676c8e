import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'

export interface Listening {
  /** http://127.0.0.1:3000 */
  url: string
  /** takes no new requests, lets those at work end (at most five seconds) */
  close(): Promise<void>
}

const LONGEST_MS = 5_000

/** Throws what `listen` would throw later, so that a port that is taken is known before anything is opened. */
export async function probePort({ host, port }: { host: string; port: number }): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

/** Listens on host and port; port 0 takes a free one. Throws where the port is taken. */
export async function listen(
  web: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createHttpServer(web)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        // a busy client would go on asking on the connections that it has, or hold one that it has not used yet
        server.prependListener('request', (_, response) => response.setHeader('connection', 'close'))
        const idle = setInterval(() => server.closeIdleConnections(), 50)
        const force = setTimeout(() => server.closeAllConnections(), LONGEST_MS)
        server.close(() => {
          clearInterval(idle)
          clearTimeout(force)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
