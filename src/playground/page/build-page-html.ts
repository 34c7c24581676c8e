import { createHash } from 'node:crypto'

const vendor = '/playground/vendor'

const importMap = JSON.stringify({
  imports: {
    lit: `${vendor}/lit/index.js`,
    'lit/': `${vendor}/lit/`,
    'lit-html': `${vendor}/lit-html/lit-html.js`,
    'lit-html/': `${vendor}/lit-html/`,
    'lit-element': `${vendor}/lit-element/index.js`,
    'lit-element/': `${vendor}/lit-element/`,
    '@lit/reactive-element': `${vendor}/@lit/reactive-element/reactive-element.js`,
    '@lit/reactive-element/': `${vendor}/@lit/reactive-element/`,
  },
})

/** A speech bubble with a roof: the mark of the page, and the bot's picture in it. */
const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#a83f16"/><g fill="none" stroke="#fff4e6" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"><path d="M6 14.5 16 6l10 8.5V22a2 2 0 0 1-2 2H15l-5 4v-4H8a2 2 0 0 1-2-2z"/><path d="M12 15.5h8M12 19.5h5"/></g></svg>`

/** The libraries' files that every visit needs. */
const libraries = [
  '@lit/reactive-element/css-tag.js',
  '@lit/reactive-element/reactive-element.js',
  'lit-html/is-server.js',
  'lit-html/lit-html.js',
  'lit-element/lit-element.js',
  'lit/index.js',
  'lit-html/directive.js',
  'lit-html/directive-helpers.js',
  ...['if-defined', 'live', 'repeat'].flatMap((name) => [
    `lit/directives/${name}.js`,
    `lit-html/directives/${name}.js`,
  ]),
]

/**
 * The page's document, and the policy that lets it load nothing but its own modules. These are named at once, so that
 * the browser does not find them one behind the other.
 */
export function buildPageHtml(modules: readonly string[]): { html: string; contentSecurityPolicy: string } {
  const importMapHash = createHash('sha256').update(importMap).digest('base64')
  const preloads = [
    ...libraries.map((path) => `${vendor}/${path}`),
    ...modules.map((name) => `/playground/page/${name}`),
  ].map((path) => `<link rel="modulepreload" href="${path}" />`)
  return {
    html: `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    <title>乡音</title>
    <link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(favicon)}" />
    <link rel="stylesheet" href="/playground/page/theme.css" />
    <script type="importmap">${importMap}</script>
    ${preloads.join('\n    ')}
    <script type="module" src="/playground/page/app.js"></script>
  </head>
  <body>
    <xy-app></xy-app>
  </body>
</html>
`,
    contentSecurityPolicy: [
      "default-src 'none'",
      `script-src 'self' 'sha256-${importMapHash}'`,
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; '),
  }
}
