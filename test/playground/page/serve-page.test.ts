import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPageRoutes, toBrowserModule } from '../../../src/playground/page/serve-page.ts'

const app = createPageRoutes()
const folder = join(import.meta.dirname, '../../../src/playground/page')
const serverOnly = ['serve-page.ts', 'build-page-html.ts', 'draw-qr.ts']

async function get(path: string): Promise<{ status: number; type: string; text: string; headers: Headers }> {
  const response = await app.request(path)
  const { status, headers } = response
  return { status, headers, type: headers.get('content-type') ?? '', text: await response.text() }
}

describe('the page', () => {
  it('is HTML under a policy that allows its own modules and nothing from elsewhere', async () => {
    const { status, type, text, headers } = await get('/')
    expect(status).toBe(200)
    expect(type).toContain('text/html')
    const policy = headers.get('content-security-policy') ?? ''
    const importMap = /<script type="importmap">(.*?)<\/script>/.exec(text)?.[1] ?? ''
    const hash = createHash('sha256').update(importMap).digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  it('maps every library import of its modules to a file that is served', async () => {
    const { text } = await get('/')
    const map = JSON.parse(/<script type="importmap">(.*?)<\/script>/.exec(text)?.[1] ?? '') as {
      imports: Record<string, string>
    }
    for (const [name, path] of Object.entries(map.imports)) {
      if (name.endsWith('/')) continue
      const { status, type } = await get(path)
      expect([name, status, type]).toEqual([name, 200, 'text/javascript; charset=utf-8'])
    }
  })

  it('serves every one of its modules as JavaScript without types', async () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !serverOnly.includes(name))
    expect(names).toContain('app.ts')
    for (const name of names) {
      const { status, type, text } = await get(`/playground/page/${name.replace(/\.ts$/, '.js')}`)
      expect([name, status, type]).toEqual([name, 200, 'text/javascript; charset=utf-8'])
      expect(text).not.toMatch(/from '[^']+\.ts'|import '[^']+\.ts'|import type|node:|contract/)
      expect(stripTypeScriptTypes(text)).toBe(text)
    }
  })

  it('renames imported files only, and leaves other words alone', () => {
    expect(toBrowserModule("import { a } from './a.ts'\nimport './b.ts'\nconst c: string = 'c.ts'")).toBe(
      "import { a } from './a.js'\nimport './b.js'\nconst c         = 'c.ts'",
    )
  })

  it('answers a second request for the same file with 304', async () => {
    const first = await get('/playground/page/app.js')
    const again = await app.request('/playground/page/app.js', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it.each([
    '/playground/page/../contract.js',
    '/playground/page/..%2fcontract.js',
    '/playground/page/%2e%2e/contract.js',
    '/playground/page/serve-page.js',
    '/playground/page/build-page-html.js',
    '/playground/page/draw-qr.js',
    '/playground/page/app.ts',
    '/playground/page/nobody.js',
    '/playground/vendor/lit/../../package.json',
    '/playground/vendor/lit/..%2f..%2fhono%2findex.js',
    '/playground/vendor/lit/development/index.js',
    '/playground/vendor/lit/package.json',
    '/playground/vendor/hono/dist/index.js',
  ])('refuses %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('draws links into Telegram as QR codes, and nothing else', async () => {
    const draw = (text: string) => get(`/playground/qr?text=${encodeURIComponent(text)}`)
    const drawn = await draw('https://t.me/xiangyin_bot?start=v140822105201')
    expect([drawn.status, drawn.type]).toEqual([200, 'image/svg+xml'])
    expect(drawn.text).toMatch(/^<svg .*viewBox/)
    for (const other of ['', 'https://example.org/', 'http://t.me/a', `https://t.me/${'a'.repeat(300)}`])
      expect((await draw(other)).status).toBe(400)
  })

  it('leaves the paths of the local Telegram alone', async () => {
    expect((await get('/playground/events?as=1')).headers.get('etag')).toBeNull()
  })
})
