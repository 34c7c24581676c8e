/** What can be driven: our program in its several shapes, and what people would otherwise build. */
export interface Subject {
  name: string
  title: string
  entry: string
  /** ours keeps submissions, a peer rows in `card` */
  isOurs: boolean
  database: 'server' | 'embedded'
  usesRedis: boolean
  /** how many processes of it there are, by webhook in turns */
  processes: number
  env: Record<string, string>
}

const ours = {
  entry: 'src/main.ts',
  isOurs: true,
  database: 'server',
  usesRedis: true,
  processes: 1,
} as const
const peer = { isOurs: false, database: 'server', processes: 1 } as const
const wizard = { ...peer, entry: 'bench/peers/wizard.ts' }

export const subjects: Subject[] = [
  { ...ours, name: 'product', title: 'Xiangyin, PostgreSQL and Redis', env: {} },
  { ...ours, name: 'alone', title: 'Xiangyin, PostgreSQL alone', usesRedis: false, env: {} },
  { ...ours, name: 'two', title: 'Xiangyin, two processes', processes: 2, env: {} },
  {
    ...ours,
    name: 'embedded',
    title: 'Xiangyin, embedded database',
    database: 'embedded',
    usesRedis: false,
    env: {},
  },
  {
    ...wizard,
    name: 'wizard-pg',
    title: 'telegraf WizardScene, session in PostgreSQL',
    usesRedis: false,
    env: {},
  },
  {
    ...wizard,
    name: 'wizard-redis',
    title: 'telegraf WizardScene, session in Redis',
    usesRedis: true,
    env: {},
  },
  {
    ...wizard,
    name: 'wizard-early',
    title: 'the same, updates confirmed before they are kept',
    usesRedis: true,
    env: { CONFIRM: 'early' },
  },
  {
    ...peer,
    name: 'conversation',
    title: '@grammyjs/conversations, Redis',
    entry: 'bench/peers/conversation.ts',
    usesRedis: true,
    env: {},
  },
]

export function subjectOf(name: string): Subject {
  const found = subjects.find((each) => each.name === name)
  if (!found) throw new Error(`no subject ${name}; there are ${subjects.map((each) => each.name).join(', ')}`)
  return found
}
