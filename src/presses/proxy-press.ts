import { type ForWhom, type Relationship, relationshipIds } from '../feedback/proxy/filed-for.ts'
import { keyOf } from './key-of.ts'
import { type Form, readForm } from './read-form.ts'

/** Buttons of filing for somebody else. Nothing is kept before the card begins, so whom it is for rides in them. */
export type ProxyPress =
  | { kind: 'begin' }
  | { kind: 'who'; relationship: Relationship }
  | { kind: 'nameless'; relationship: Relationship }
  | { kind: 'topic'; forWhom: ForWhom; topic: string; anew: boolean }
  /** for whoever filed it: a card that waits for consent */
  | { kind: 'open' | 'voice' | 'code' | 'reopen' | 'drop'; id: string }
  /** in that person's own chat */
  | { kind: 'look' | 'files'; code: string }
  | { kind: 'agree' | 'decline'; code: string; id: string }
  | { kind: 'language'; code: string; locale: string }

const MINE = { o: 'open', v: 'voice', q: 'code', e: 'reopen', d: 'drop' } as const
const THEIRS = { l: 'look', m: 'files' } as const
const DECISIONS = { y: 'agree', n: 'decline' } as const
const WHO = { r: 'who', x: 'nameless' } as const

/** A name that rides in a button: as many bytes as are left of 64 beside the longest topic. */
const MOST_NAME_BYTES = 36
const PREFIX = 'f:'

/** Whether a typed name is a name, and short enough. */
export function isProxyName(name: string): boolean {
  return name.length > 0 && Buffer.byteLength(name) <= MOST_NAME_BYTES && !/\d{3}|\n/.test(name)
}

/** Callback data of at most 64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton */
export function encodeProxyPress(press: ProxyPress): string {
  switch (press.kind) {
    case 'begin':
      return `${PREFIX}begin`
    case 'who':
    case 'nameless':
      return `${PREFIX}${keyOf(WHO, press.kind)}:${press.relationship}`
    case 'topic': {
      const { relationship, name } = press.forWhom
      return `${PREFIX}${press.anew ? 'a' : 't'}:${relationship}:${press.topic}:${name ?? ''}`
    }
    case 'look':
    case 'files':
      return `${PREFIX}${keyOf(THEIRS, press.kind)}:${press.code}`
    case 'agree':
    case 'decline':
      return `${PREFIX}${keyOf(DECISIONS, press.kind)}:${press.code}:${press.id}`
    case 'language':
      return `${PREFIX}g:${press.locale}:${press.code}`
    default:
      return `${PREFIX}${keyOf(MINE, press.kind)}:${press.id}`
  }
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const CODE = '[0-9A-HJKMNP-TV-Z]{10}'
const RELATIONSHIP = relationshipIds.join('|')

const at = <T extends object>(ops: T, key: string | undefined) => ops[key as keyof T]

const forms: Form<ProxyPress>[] = [
  { form: /^f:begin$/, read: () => ({ kind: 'begin' }) },
  {
    form: new RegExp(`^f:(?<op>[rx]):(?<relationship>${RELATIONSHIP})$`),
    read: ({ op, relationship }) => ({ kind: at(WHO, op), relationship: relationship as Relationship }),
  },
  {
    form: new RegExp(
      `^f:(?<op>[ta]):(?<relationship>${RELATIONSHIP}):(?<topic>\\w{1,24}):(?<name>.{0,36})$`,
      'u',
    ),
    read: ({ op, relationship, topic = '', name }) => ({
      kind: 'topic',
      forWhom: { relationship: relationship as Relationship, name: name || null },
      topic,
      anew: op === 'a',
    }),
  },
  {
    form: new RegExp(`^f:(?<op>[ovqed]):(?<id>${ID})$`),
    read: ({ op, id = '' }) => ({ kind: at(MINE, op), id }),
  },
  {
    form: new RegExp(`^f:(?<op>[lm]):(?<code>${CODE})$`),
    read: ({ op, code = '' }) => ({ kind: at(THEIRS, op), code }),
  },
  {
    form: new RegExp(`^f:(?<op>[yn]):(?<code>${CODE}):(?<id>${ID})$`),
    read: ({ op, code = '', id = '' }) => ({ kind: at(DECISIONS, op), code, id }),
  },
  {
    form: new RegExp(`^f:g:(?<locale>[a-z]{2}):(?<code>${CODE})$`),
    read: ({ locale = '', code = '' }) => ({ kind: 'language', locale, code }),
  },
]

/** Null for what is no such button. */
export function decodeProxyPress(data: string): ProxyPress | null {
  return readForm(forms, data)
}
