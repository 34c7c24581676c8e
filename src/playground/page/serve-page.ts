import { readdirSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { createMiddleware } from 'hono/factory'
import { buildPageHtml } from './build-page-html.ts'
import { drawQr } from './draw-qr.ts'

const pageFolder = import.meta.dirname
const vendorFolders = findVendorFolders()

/**
 * The routes of the chat page: the document at `/`, its modules below `/playground/page/` (our TypeScript with the
 * types stripped on the way out), the few library files it imports below `/playground/vendor/`, and links as QR codes.
 */
export function createPageRoutes(): Hono {
  const routes = new Hono()
  const document = buildPageHtml(listBrowserModules())
  const modules = new Map<string, { mtimeMs: number; code: string }>()

  // Bound to these paths one by one: mounted at `/`, a wildcard would also catch the event stream next door.
  for (const path of ['/', '/playground/page/*', '/playground/vendor/*', '/playground/qr'])
    routes.use(path, staticHeaders, etag())

  routes.get('/', (c) => {
    c.header('content-security-policy', document.contentSecurityPolicy)
    return c.html(document.html)
  })

  routes.get('/playground/page/:name{[a-z-]+\\.css}', async (c) => {
    const css = await readFile(join(pageFolder, c.req.param('name')), 'utf8').catch(() => undefined)
    return css === undefined ? c.notFound() : c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' })
  })

  // The pattern leaves no way out of the folder: one name of letters and hyphens, and no separators.
  routes.get('/playground/page/:name{[a-z-]+\\.js}', async (c) => {
    const name = c.req.param('name').replace(/\.js$/, '.ts')
    if (serverModules.has(name)) return c.notFound()
    const path = join(pageFolder, name)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) return c.notFound()
    let known = modules.get(name)
    if (known?.mtimeMs !== found.mtimeMs) {
      known = { mtimeMs: found.mtimeMs, code: toBrowserModule(await readFile(path, 'utf8')) }
      modules.set(name, known)
    }
    return c.body(known.code, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })

  routes.get('/playground/vendor/*', async (c) => {
    const path = findVendorFile(c.req.path.slice('/playground/vendor/'.length))
    const code = path && (await readFile(path, 'utf8').catch(() => undefined))
    return code ? c.body(code, 200, { 'content-type': 'text/javascript; charset=utf-8' }) : c.notFound()
  })

  // Drawn here, as the library is CommonJS, which a browser does not load.
  routes.get('/playground/qr', async (c) => {
    const svg = await drawQr(c.req.query('text') ?? '')
    if (svg === undefined) return c.json({ error: 'only links to https://t.me/ are drawn' }, 400)
    return c.body(svg, 200, {
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'",
    })
  })

  return routes
}

const staticHeaders = createMiddleware(async (c, next) => {
  await next()
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'no-cache')
})

/** The files of this folder that run in Node and are no business of the browser's. */
const serverModules = new Set(['serve-page.ts', 'build-page-html.ts', 'draw-qr.ts'])

function listBrowserModules(): string[] {
  const sources = readdirSync(pageFolder).filter((name) => name.endsWith('.ts') && !serverModules.has(name))
  return sources.map((name) => name.replace(/\.ts$/, '.js'))
}

/** Erases the types, and names the served `.js` files where the sources import each other as `.ts`. */
export function toBrowserModule(source: string): string {
  return stripTypeScriptTypes(source).replace(
    /(\b(?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"\n]+)\.ts(?=['"])/g,
    '$1.js',
  )
}

function findVendorFile(path: string): string | undefined {
  const folder = [...vendorFolders.keys()].find((name) => path.startsWith(`${name}/`))
  if (folder === undefined) return undefined
  const inside = path.slice(folder.length + 1)
  if (!/^(?:[a-z][a-z-]*\/)*[a-z][a-z-]*\.js$/.test(inside)) return undefined
  if (/^(?:development|node)\//.test(inside)) return undefined
  return join(vendorFolders.get(folder) ?? '', inside)
}

/** Each library is found from the one that depends on it, as Node would, wherever it was installed. */
function findVendorFolders(): Map<string, string> {
  const folders = new Map<string, string>()
  let from = import.meta.filename
  for (const name of ['lit', 'lit-element', 'lit-html', '@lit/reactive-element']) {
    const entry = createRequire(from).resolve(name)
    const end = entry.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}`.length
    folders.set(name, entry.slice(0, end))
    if (name === 'lit') from = entry
  }
  return folders
}
