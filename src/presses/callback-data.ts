import type { CardPress } from '../cards/card-screen.ts'
import { type VillageChoice, villageChoices } from '../people/choose-for-village.ts'
import { type CasePress, decodeCasePress, encodeCasePress } from './case-press.ts'
import { type Form, readForm } from './read-form.ts'

/** What a button of ours means. The card's own buttons also say which draft they belong to. */
export type Press =
  | { kind: 'card'; draftTag: string; press: CardPress }
  | { kind: 'menu' }
  | { kind: 'topic'; topic: string; anew: boolean }
  | { kind: 'resume' }
  | { kind: 'drop-draft' }
  | { kind: 'consent'; villageCode: string }
  | { kind: 'village'; code: string }
  | { kind: 'find-village' }
  /** what was said before the village and the consent were known */
  | { kind: 'first-words' }
  /** my home village and those that I follow */
  | { kind: 'villages' }
  | { kind: 'my-village'; code: string }
  | { kind: 'village-choice'; choice: VillageChoice; code: string }
  | { kind: 'step-down'; code: string; page: number }
  /** the villages whose name was typed, but only those in one place */
  | { kind: 'narrow'; within: string; text: string; page: number }
  | { kind: 'language'; locale: string; villageCode: string | null }
  | { kind: 'mine'; page: number }
  | { kind: 'link'; code: string }
  | { kind: 'cases'; page: number }
  | { kind: 'open-cases' }
  | { kind: 'mute'; on: boolean }
  /** "me too", in place of the card of that draft */
  | { kind: 'endorse'; draftTag: string; submissionId: string }
  | { kind: 'receipt-picture'; submissionId: string }
  | CasePress

const DRAFT_TAG = 8

/** The beginning of a draft's id, which its buttons bear. */
export function draftTag(draftId: string): string {
  return draftId.slice(0, DRAFT_TAG)
}

const CARD_OPS = {
  choose: 'c',
  tick: 't',
  untick: 'u',
  next: 'n',
  skip: 's',
  back: 'b',
  finish: 'f',
  change: 'h',
  submit: 'm',
  submit_as_guardian: 'g',
  not_guardian: 'w',
  discard: 'd',
  choose_line: 'l',
  show_review: 'r',
  sort: 'o',
} as const

/** Whether a typed name is short enough to ride in a button. */
export function fitsInButton(text: string): boolean {
  return Buffer.byteLength(`vn:123456789:999:${text}`) <= 64
}

/** Callback data of at most 64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton */
export function encodePress(press: Press): string {
  switch (press.kind) {
    case 'card':
      return encodeCardPress(press.draftTag, press.press)
    case 'topic':
      return `t:${press.topic}${press.anew ? ':new' : ''}`
    case 'consent':
      return `ok:${press.villageCode}`
    case 'village':
      return `v:${press.code}`
    case 'step-down':
      return `vs:${press.code || '-'}:${press.page}`
    case 'narrow':
      return `vn:${press.within || '-'}:${press.page}:${press.text}`
    case 'language':
      return `g:${press.locale}${press.villageCode ? `:${press.villageCode}` : ''}`
    case 'mine':
      return `m:${press.page}`
    case 'link':
      return `k:${press.code}`
    case 'cases':
      return `l:p:${press.page}`
    case 'open-cases':
      return 'l:cases'
    case 'mute':
      return `mute:${press.on ? 'on' : 'off'}`
    case 'my-village':
      return `w:${press.code}`
    case 'village-choice':
      return `w:${press.choice}:${press.code}`
    case 'endorse':
      return `e:${press.draftTag}:${press.submissionId}`
    case 'receipt-picture':
      return `rc:${press.submissionId}`
    case 'menu':
    case 'resume':
    case 'drop-draft':
    case 'find-village':
    case 'first-words':
    case 'villages':
      return press.kind
    default:
      return encodeCasePress(press)
  }
}

function encodeCardPress(tag: string, press: CardPress): string {
  if (press.type === 'say' || press.type === 'correct') throw new Error('words are no press')
  const parts = ['c', tag, CARD_OPS[press.type]]
  if ('question' in press) parts.push(press.question)
  if ('topic' in press) parts.push(press.topic)
  if ('value' in press) parts.push(press.value)
  return parts.join(':')
}

const QUESTION_OPS = { n: 'next', s: 'skip', b: 'back', f: 'finish', h: 'change' } as const
const VALUE_OPS = { c: 'choose', t: 'tick', u: 'untick' } as const
const LONE_OPS = {
  m: 'submit',
  g: 'submit_as_guardian',
  w: 'not_guardian',
  d: 'discard',
  l: 'choose_line',
  r: 'show_review',
} as const

const at = <T extends object>(ops: T, key: string | undefined) => ops[key as keyof T]

/** How each form of callback data is read. What a form lets through is all that a handler ever sees. */
const forms: Form<Press>[] = [
  {
    form: /^c:(?<tag>[0-9a-f]{8}):(?<op>[ctu]):(?<question>\w{1,24}):(?<value>\w{1,24})$/,
    read: ({ tag = '', op, question = '', value = '' }) => ({
      kind: 'card',
      draftTag: tag,
      press: { type: at(VALUE_OPS, op), question, value },
    }),
  },
  {
    form: /^c:(?<tag>[0-9a-f]{8}):(?<op>[nsbfh]):(?<question>\w{1,24})$/,
    read: ({ tag = '', op, question = '' }) => ({
      kind: 'card',
      draftTag: tag,
      press: { type: at(QUESTION_OPS, op), question },
    }),
  },
  {
    form: /^c:(?<tag>[0-9a-f]{8}):(?<op>[mgwdlr])$/,
    read: ({ tag = '', op }) => ({ kind: 'card', draftTag: tag, press: { type: at(LONE_OPS, op) } }),
  },
  {
    form: /^c:(?<tag>[0-9a-f]{8}):o:(?<topic>\w{1,24})$/,
    read: ({ tag = '', topic = '' }) => ({ kind: 'card', draftTag: tag, press: { type: 'sort', topic } }),
  },
  {
    form: /^(?<kind>menu|resume|drop-draft|find-village|first-words|villages)$/,
    read: ({ kind }) => ({ kind: kind as 'menu' }),
  },
  {
    form: /^t:(?<topic>\w{1,24})(?<anew>:new)?$/,
    read: ({ topic = '', anew }) => ({ kind: 'topic', topic, anew: anew !== undefined }),
  },
  { form: /^ok:(?<code>\d{12})$/, read: ({ code = '' }) => ({ kind: 'consent', villageCode: code }) },
  { form: /^v:(?<code>\d{12})$/, read: ({ code = '' }) => ({ kind: 'village', code }) },
  { form: /^w:(?<code>\d{12})$/, read: ({ code = '' }) => ({ kind: 'my-village', code }) },
  {
    form: new RegExp(`^w:(?<choice>${villageChoices.join('|')}):(?<code>\\d{12})$`),
    read: ({ choice, code = '' }) => ({ kind: 'village-choice', choice: choice as VillageChoice, code }),
  },
  {
    form: /^vs:(?<code>-|\d{4,9}):(?<page>\d{1,4})$/,
    read: ({ code = '', page }) => ({
      kind: 'step-down',
      code: code === '-' ? '' : code,
      page: Number(page),
    }),
  },
  {
    form: /^vn:(?<within>-|\d{2,9}):(?<page>\d{1,3}):(?<text>.{1,50})$/su,
    read: ({ within = '', page, text = '' }) => ({
      kind: 'narrow',
      within: within === '-' ? '' : within,
      text,
      page: Number(page),
    }),
  },
  {
    form: /^g:(?<locale>[a-z]{2})(:(?<code>\d{12}))?$/,
    read: ({ locale = '', code }) => ({ kind: 'language', locale, villageCode: code ?? null }),
  },
  { form: /^m:(?<page>\d{1,4})$/, read: ({ page }) => ({ kind: 'mine', page: Number(page) }) },
  { form: /^k:(?<code>\d{4,12})$/, read: ({ code = '' }) => ({ kind: 'link', code }) },
  { form: /^l:p:(?<page>\d{1,4})$/, read: ({ page }) => ({ kind: 'cases', page: Number(page) }) },
  { form: /^l:cases$/, read: () => ({ kind: 'open-cases' }) },
  {
    form: /^e:(?<tag>[0-9a-f]{8}):(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    read: ({ tag = '', id = '' }) => ({ kind: 'endorse', draftTag: tag, submissionId: id }),
  },
  {
    form: /^rc:(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    read: ({ id = '' }) => ({ kind: 'receipt-picture', submissionId: id }),
  },
  { form: /^mute:(?<on>on|off)$/, read: ({ on }) => ({ kind: 'mute', on: on === 'on' }) },
]

/** Null for what is no button of ours (any more). Queries (q:), privacy (p:) and filing for others (f:) read their own. */
export function decodePress(data: string): Press | null {
  return readForm(forms, data) ?? decodeCasePress(data)
}
