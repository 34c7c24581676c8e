/**
 * The floors of the house, from the top; a folder imports from its own floor and from those below it.
 * test/import-rules.test.ts proves that a forbidden import fails. With TypeScript 7 only the swc parser sees modules.
 */
const floors = [
  ['bot', 'jobs', 'web', 'playground'],
  [
    'people',
    'attachments',
    'recordings',
    'privacy',
    'feedback',
    'committees',
    'cases',
    'reports',
    'digests',
    'deliveries',
  ],
  ['messages'],
  ['presses'],
  ['access', 'cards', 'regions'],
  ['masking'],
  ['sinks', 'db', 'redis', 'i18n', 'pictures'],
  ['lib'],
]
const shell = floors[0].join('|')
const composition = '^src/((main|app|config|open-coordination)\\.ts$|startup/)'
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
      name: 'no-cycles-of-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/' },
      to: { circular: true },
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
      from: { path: `^src/(${shell})/` },
      to: { path: `^src/(${shell})/`, pathNot: '^src/$1/' },
    },
    ...floors.slice(1).map((floor, at) => ({
      name: `${floor[0]}-and-its-floor-import-nothing-above`,
      severity: 'error',
      from: { path: `^src/(${floor.join('|')})/` },
      to: {
        path: `^src/(${floors
          .slice(0, at + 1)
          .flat()
          .join('|')})/`,
      },
    })),
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
      from: { path: '^src/', pathNot: '^src/(bot|sinks|startup)/|^src/app\\.ts$' },
      to: {
        path: '^node_modules/(grammy|@grammyjs/conversations)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-who-keeps-what-is-said-makes-it-sendable',
      comment: 'marks are taken where the message is sent and what it says of residents is kept',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(bot|deliveries)/' },
      to: { path: '^src/messages/take-marks\\.ts$' },
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
