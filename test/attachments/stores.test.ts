import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFolderStore } from '../../src/attachments/folder-store.ts'
import { createS3Store } from '../../src/attachments/s3-store.ts'
import type { AttachmentStore } from '../../src/attachments/store.ts'
import { withFolder } from '../support/databases.ts'

const BYTES = new Uint8Array([0, 1, 2, 253, 254, 255])

async function keepAndForget(store: AttachmentStore): Promise<void> {
  expect(await store.get('ab-cd')).toBeNull()
  await store.put('ab-cd', new Uint8Array([9]), 'image/jpeg')
  await store.put('ab-cd', BYTES, 'image/jpeg')
  expect(new Uint8Array((await store.get('ab-cd')) ?? [])).toEqual(BYTES)
  await store.delete('ab-cd')
  await store.delete('ab-cd')
  expect(await store.get('ab-cd')).toBeNull()
  for (const key of ['../secret', 'a/b', '', '.', 'a.b', 'k'.repeat(101)]) {
    await expect(store.put(key, BYTES, 'image/jpeg')).rejects.toThrow('not a key')
    await expect(store.get(key)).rejects.toThrow('not a key')
    await expect(store.delete(key)).rejects.toThrow('not a key')
  }
}

describe('the folder of attachments', () => {
  it('keeps, gives back, replaces and forgets, and lets no key lead out of it', () =>
    withFolder((folder) => keepAndForget(createFolderStore(join(folder, 'attachments')))))

  it('leaves nothing unfinished, and forgets what a crash left', () =>
    withFolder(async (folder) => {
      const store = createFolderStore(folder)
      mkdirSync(join(folder, 'ab'))
      writeFileSync(join(folder, 'ab', 'ab-cd.half'), 'half')
      await store.put('ab-cd', BYTES, 'image/jpeg')
      await store.put('ab-ce', BYTES, 'image/jpeg')
      await store.delete('ab-cd')
      expect(readdirSync(join(folder, 'ab'))).toEqual(['ab-ce'])
    }))
})

describe('an S3-compatible store', () => {
  it('keeps, gives back, replaces and forgets, and lets no key lead out of it', () =>
    withObjects(async (store, objects, seen) => {
      await keepAndForget(store)
      await store.put('x', BYTES, 'audio/ogg')
      expect([...objects]).toEqual([['/village/x', { type: 'audio/ogg', bytes: Buffer.from(BYTES) }]])
      for (const authorization of seen) expect(authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=key\//)
    }))

  it('that is away throws', async () => {
    const store = createS3Store({ ...SETTINGS, endpoint: 'http://127.0.0.1:1' })
    await expect(store.get('x')).rejects.toThrow()
  })

  it('without its bucket throws', () =>
    withObjects(async (_, __, ___, endpoint) => {
      await expect(createS3Store({ ...SETTINGS, endpoint, bucket: 'other' }).get('x')).rejects.toThrow()
    }))
})

const SETTINGS = { bucket: 'village', accessKey: 'key', secretKey: 'secret', region: 'cn-north-1' }

type Objects = Map<string, { type: string | undefined; bytes: Buffer }>

/** As much of S3 as is needed: put, get and delete of an object by path. */
async function withObjects(
  use: (store: AttachmentStore, objects: Objects, seen: string[], endpoint: string) => Promise<void>,
): Promise<void> {
  const objects: Objects = new Map()
  const seen: string[] = []
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    seen.push(request.headers.authorization ?? '')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const refuse = (code: string) =>
      response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end(`<Error><Code>${code}</Code></Error>`)
    if (!pathname.startsWith('/village/')) return refuse('NoSuchBucket')
    if (request.method === 'PUT') {
      objects.set(pathname, { type: request.headers['content-type'], bytes: Buffer.concat(chunks) })
      return response.end()
    }
    const found = objects.get(pathname)
    if (request.method === 'DELETE') {
      objects.delete(pathname)
      return response.writeHead(204).end()
    }
    return found ? response.end(found.bytes) : refuse('NoSuchKey')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await use(createS3Store({ ...SETTINGS, endpoint }), objects, seen, endpoint)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
