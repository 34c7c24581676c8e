/**
 * The direction of imports: main > app > { bot, jobs, web, playground } > domain > { db, redis, i18n, telegram } > lib.
 * test/import-rules.test.ts proves that a forbidden import fails. With TypeScript 7 only the swc parser sees modules.
 */
const domain = '^src/(regions|people|cards|feedback|attachments|recordings|cases|digests|queries|privacy)/'
const shell = '^src/(bot|jobs|web|playground)/'
const services = '^src/(db|redis|i18n|telegram|pictures)/'
const composition = '^src/(main|app|config|open-coordination)\\.ts$'
const logger = '^src/logger\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-shell-is-only-composed',
      comment: 'nothing below the composition root imports it',
      severity: 'error',
      from: { pathNot: composition },
      to: { path: composition },
    },
    {
      name: 'parts-of-the-shell-stay-apart',
      comment: 'bot, jobs, web and playground never import each other',
      severity: 'error',
      from: { path: '^src/(bot|jobs|web|playground)/' },
      to: { path: shell, pathNot: '^src/$1/' },
    },
    {
      name: 'domain-knows-no-shell',
      severity: 'error',
      from: { path: domain },
      to: { path: shell },
    },
    {
      name: 'services-know-no-domain',
      severity: 'error',
      from: { path: services },
      to: { path: `${domain}|${shell}` },
    },
    {
      name: 'lib-knows-nothing',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: '^src/', pathNot: `^src/lib/|${logger}` },
    },
    {
      name: 'only-the-bot-knows-grammy',
      comment: 'types of the Bot API and the sender of our own account excepted',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(bot|telegram)/|^src/app\\.ts$' },
      to: {
        path: '^node_modules/(grammy|@grammyjs/(conversations|auto-retry))/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-local-telegram-is-a-program-of-its-own',
      comment: 'a trustworthy Telegram knows nothing of the bot that it serves',
      severity: 'error',
      from: { path: '^src/playground/server/' },
      to: { path: '^src/', pathNot: '^src/(playground/server/|playground/contract\\.ts|lib/)' },
    },
    {
      name: 'the-page-runs-in-a-browser',
      severity: 'error',
      from: { path: '^src/playground/page/', pathNot: 'serve-page\\.ts|build-page-html\\.ts|tools\\.ts' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/main\\.ts$' },
      to: {},
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^(node_modules|prisma/client)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types'],
    },
  },
}
