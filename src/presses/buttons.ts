import { z } from 'zod'
import { relationshipIds } from '../cards/filed-for.ts'
import { cardPressFields, cardPressWire } from './card-press.ts'
import { type ButtonKind, button, readGroups } from './define-button.ts'
import {
  cardId,
  coded,
  codeOrTop,
  draftTag,
  locale,
  page,
  proxyCode,
  regionCode,
  times,
  uuid,
  villageCode,
} from './fields.ts'
import { listPage, queryId, queryPressFields, queryPressWire } from './query-press.ts'

/** What somebody can want of a village. */
export const villageChoices = ['speak', 'follow', 'home', 'unfollow', 'digest-on', 'digest-off'] as const
export type VillageChoice = (typeof villageChoices)[number]

/** A name that rides in a button: as many bytes as are left of 64 beside the longest topic. */
export const MOST_NAME_BYTES = 36

const anybody = { where: 'private', by: 'anybody' } as const
const consented = { where: 'private', by: 'consented' } as const
const administrator = { where: 'private', by: 'administrator' } as const
/** in a committee's chat: whoever is in it may look, only the committee may act */
const reader = { where: 'committee', by: 'anybody' } as const
const committee = { where: 'committee', by: 'committee' } as const

const caseId = uuid
const code = proxyCode
const relationship = z.enum(relationshipIds)
const screen = z.string().regex(/^[\w.]{1,46}$/)

/**
 * Every button there is. A new one is an entry here and a handler in bot/press.ts, which the compiler asks for. A form that
 * was ever shown stays as it is: old buttons stand in people's chats for years.
 */
export const buttons = {
  // the way to a card
  menu: button('menu', {}, anybody),
  topic: {
    wire: {
      read: readGroups(/^t:(?<topic>[^:]*)(?<insteadOf>:[^:]*)?$/),
      write: ({ topic, insteadOf }) => `t:${topic}${insteadOf ?? ''}`,
    },
    fields: z.object({
      topic: cardId,
      /** in place of that half-filled card, and of no other; `:new`, which named none, asks again */
      insteadOf: z.codec(
        z
          .string()
          .regex(/^:(new|[0-9a-f]{8})$/)
          .optional(),
        draftTag.nullable(),
        {
          decode: (found) => (found === undefined || found === ':new' ? null : found.slice(1)),
          encode: (tag) => (tag === null ? undefined : `:${tag}`),
        },
      ),
    }),
    ...consented,
  },
  card: { wire: cardPressWire, fields: cardPressFields, ...anybody },
  resume: button('resume', {}, anybody),
  'drop-draft': button('drop-draft', {}, anybody),
  /** "me too", in place of the card of that draft */
  endorse: button('e:{draftTag}:{submissionId}', { draftTag, submissionId: uuid }, anybody),
  /** what was said before the village and the consent were known */
  'first-words': button('first-words', {}, consented),

  // villages, consent, language
  consent: button('ok:{villageCode}', { villageCode }, anybody),
  village: button('v:{code}', { code: villageCode }, anybody),
  'find-village': button('find-village', {}, anybody),
  'step-down': button('vs:{code}:{page}', { code: codeOrTop(/^\d{4,9}$/), page }, anybody),
  /** the villages whose name was typed, but only those in one place */
  narrow: button(
    'vn:{within}:{page}:{text}',
    { within: codeOrTop(/^\d{2,9}$/), page, text: z.string().regex(/^.{1,50}$/su) },
    anybody,
  ),
  /** my home village and those that I follow */
  villages: button('villages', {}, anybody),
  'my-village': button('w:{code}', { code: villageCode }, anybody),
  'village-choice': button(
    'w:{choice}:{code}',
    { choice: z.enum(villageChoices), code: villageCode },
    consented,
  ),
  language: {
    wire: {
      read: readGroups(/^g:(?<locale>[^:]*)(?<villageCode>:[^:]*)?$/),
      write: ({ locale: chosen, villageCode: given }) => `g:${chosen}${given ?? ''}`,
    },
    fields: z.object({
      locale,
      /** the village whose consent screen it stands on; null: elsewhere */
      villageCode: z.codec(
        z
          .string()
          .regex(/^:\d{12}$/)
          .optional(),
        villageCode.nullable(),
        {
          decode: (found) => found?.slice(1) ?? null,
          encode: (chosen) => (chosen === null ? undefined : `:${chosen}`),
        },
      ),
    }),
    ...anybody,
  },

  // my own cases
  mine: button('m:{page}', { page }, anybody),
  mute: button('mute:{on}', { on: z.codec(z.enum(['on', 'off']), z.boolean(), onOff()) }, anybody),
  'receipt-picture': button('rc:{submissionId}', { submissionId: uuid }, anybody),
  'own-case': button('l:o:{caseId}', { caseId }, anybody),
  'own-attachments': button('l:ot:{caseId}', { caseId }, anybody),
  'answer-photos': button('l:op:{caseId}', { caseId }, anybody),
  'add-words': button('l:d:{caseId}', { caseId }, consented),
  withdraw: button('l:w:{caseId}', { caseId }, anybody),
  'withdraw-yes': button('l:y:{caseId}', { caseId }, anybody),
  verdict: button(
    'l:{verdict}:{caseId}',
    { verdict: coded({ vf: 'fixed', vh: 'half_fixed', vn: 'not_fixed', vc: 'cannot_tell' }), caseId },
    consented,
  ),
  'verdict-later': button('l:vl:{asks}:{caseId}', { asks: times, caseId }, consented),
  contentment: button(
    'l:{contentment}:{caseId}',
    { contentment: coded({ zs: 'satisfied', zf: 'fairly', zn: 'not_satisfied' }), caseId },
    consented,
  ),

  // what is kept of me
  privacy: button('p:back', {}, anybody),
  'privacy-more': button('p:more', {}, anybody),
  'privacy-looks': button('p:looks:{page}', { page }, anybody),
  'privacy-export': button('p:export', {}, anybody),
  'privacy-withdraw': button('p:withdraw', {}, anybody),
  'privacy-withdraw-yes': button('p:withdraw-yes', {}, anybody),
  'privacy-erase': button('p:erase', {}, anybody),
  'privacy-erase-yes': button('p:erase-yes', {}, anybody),

  // filing for somebody else; nothing is kept before the card begins, so whom it is for rides in the buttons
  'proxy-begin': button('f:begin', {}, consented),
  'proxy-who': button('f:r:{relationship}', { relationship }, consented),
  'proxy-nameless': button('f:x:{relationship}', { relationship }, consented),
  'proxy-topic': button(
    'f:{insteadOf}:{relationship}:{topic}:{name}',
    {
      /** as in `topic`, by less of the id: a name needs the room; `a`, which named none, asks again */
      insteadOf: z.codec(z.string().regex(/^(t|a|a[0-9a-f]{3})$/), z.string().nullable(), {
        decode: (found) => found.slice(1) || null,
        encode: (tag) => (tag === null ? 't' : `a${tag.slice(0, 3)}`),
      }),
      relationship,
      topic: cardId,
      name: z.codec(z.string().regex(/^.{0,36}$/u), z.string().nullable(), {
        decode: (found) => found || null,
        encode: (name) => name ?? '',
      }),
    },
    consented,
  ),
  /** for whoever filed it: a card that waits for consent */
  'proxy-open': button('f:o:{id}', { id: uuid }, anybody),
  'proxy-voice': button('f:v:{id}', { id: uuid }, anybody),
  'proxy-code': button('f:q:{id}', { id: uuid }, anybody),
  'proxy-reopen': button('f:e:{id}', { id: uuid }, anybody),
  'proxy-drop': button('f:d:{id}', { id: uuid }, anybody),
  /** in the chat of whom it was filed for */
  'proxy-look': button('f:l:{code}', { code }, anybody),
  'proxy-files': button('f:m:{code}', { code }, anybody),
  'proxy-agree': button('f:y:{code}:{id}', { code, id: uuid }, anybody),
  'proxy-decline': button('f:n:{code}:{id}', { code, id: uuid }, anybody),
  'proxy-language': button('f:g:{locale}:{code}', { locale, code }, anybody),

  // screens read aloud: 🔊 below them, and for administrators where they are recorded
  'hear-card': button('s:c:{draftTag}:{at}', { draftTag, at: cardId }, anybody),
  'hear-menu': button('s:m', {}, anybody),
  'hear-consent': button('s:w:{villageCode}', { villageCode }, anybody),
  /** for which region; the empty string: from the top */
  'recording-regions': button(
    's:p:{regionCode}:{page}',
    { regionCode: codeOrTop(/^\d{4,12}$/), page },
    administrator,
  ),
  /** all that there is to record for one region */
  'recording-overview': button('s:v:{regionCode}', { regionCode }, administrator),
  /** the first screen that is not recorded */
  'recording-go-on': button('s:g:{regionCode}', { regionCode }, administrator),
  'recording-stop': button('s:x:{regionCode}', { regionCode }, administrator),
  /** one screen: asked for, or where it was recorded, what can be done with it */
  'recording-open': button('s:o:{regionCode}:{screen}', { regionCode, screen }, administrator),
  'recording-anew': button('s:r:{regionCode}:{screen}', { regionCode, screen }, administrator),
  'recording-skip': button('s:k:{regionCode}:{screen}', { regionCode, screen }, administrator),
  'recording-listen': button('s:l:{regionCode}:{screen}', { regionCode, screen }, administrator),
  'recording-remove': button('s:d:{regionCode}:{screen}', { regionCode, screen }, administrator),

  query: { wire: queryPressWire, fields: queryPressFields, ...administrator },
  /** a case of the list, and the page of the list that it leads back to */
  'query-case': button('qc:{queryId}:{page}:{caseId}', { queryId, page: listPage, caseId }, administrator),
  'query-files': button('qf:{caseId}', { caseId }, administrator),

  // in a committee's chat
  /** who may, says the policy; `warned`: the screen said that others can read along */
  link: {
    wire: {
      read: readGroups(/^k:(?<code>[^:]*)(?<warned>:w)?$/),
      write: ({ code, warned }) => `k:${code}${warned ?? ''}`,
    },
    fields: z.object({
      code: regionCode,
      warned: z.codec(z.string().optional(), z.boolean(), {
        decode: (found) => found !== undefined,
        encode: (warned) => (warned ? ':w' : undefined),
      }),
    }),
    ...reader,
  },
  unlink: button('unlink', {}, reader),
  cases: button('l:p:{page}', { page }, reader),
  /** below a digest: the list comes as a message of its own */
  'open-cases': button('l:cases', {}, reader),
  case: button('l:c:{caseId}', { caseId }, reader),
  attachments: button('l:at:{caseId}', { caseId }, reader),
  accept: button('l:a:{caseId}', { caseId }, committee),
  answer: button('l:r:{caseId}', { caseId }, committee),
  'stop-answer': button('l:x:{caseId}', { caseId }, committee),
} as const satisfies Record<string, ButtonKind>

function onOff() {
  return {
    decode: (found: 'on' | 'off') => found === 'on',
    encode: (on: boolean) => (on ? ('on' as const) : ('off' as const)),
  }
}
