import { z } from 'zod'
import type { CardPress } from '../cards/card-screen.ts'
import { readGroups, type Wire } from './define-button.ts'
import { cardId, draftTag } from './fields.ts'

/** What a press on a card can mean, by the letter that stands for it. */
const TYPES = {
  c: 'choose',
  t: 'tick',
  u: 'untick',
  n: 'next',
  s: 'skip',
  b: 'back',
  f: 'finish',
  h: 'change',
  a: 'ask_anew',
  e: 'anew',
  v: 'move',
  k: 'keep_from_village',
  x: 'leave_out',
  m: 'submit',
  g: 'submit_as_guardian',
  w: 'not_guardian',
  d: 'discard',
  l: 'choose_line',
  r: 'show_review',
  o: 'sort',
} as const satisfies Record<string, CardPress['type']>

export const cardPressFields = z.object({
  draftTag,
  press: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.enum(['choose', 'tick', 'untick', 'leave_out']),
      question: cardId,
      value: cardId,
    }),
    z.strictObject({
      type: z.enum([
        'next',
        'skip',
        'back',
        'finish',
        'change',
        'ask_anew',
        'anew',
        'move',
        'keep_from_village',
      ]),
      question: cardId,
    }),
    z.strictObject({
      type: z.enum(['submit', 'submit_as_guardian', 'not_guardian', 'discard', 'choose_line', 'show_review']),
    }),
    z.strictObject({ type: z.literal('sort'), topic: cardId }),
  ]),
})

/** What a button of a card can mean: everything that can happen to a card but words. */
export type PressOnCard = z.infer<typeof cardPressFields>['press']

const read = readGroups(/^c:(?<draftTag>[^:]*):(?<letter>[a-z])(?::(?<first>[^:]*))?(?::(?<value>[^:]*))?$/)

/** `c:<tag>:<letter>[:<question or topic>[:<value>]]` */
export const cardPressWire: Wire = {
  read: (data) => {
    const found = read(data)
    if (!found) return null
    const { draftTag: tag, letter, first, value } = found
    const type = TYPES[letter as keyof typeof TYPES]
    const press = {
      type,
      ...(first === undefined ? {} : { [type === 'sort' ? 'topic' : 'question']: first }),
      ...(value === undefined ? {} : { value }),
    }
    return { draftTag: tag, press }
  },
  write: (found) => {
    const { draftTag: tag, press } = found as z.input<typeof cardPressFields>
    const letter = Object.entries(TYPES).find(([, type]) => type === press.type)?.[0]
    const rest = [
      ...('question' in press ? [press.question] : []),
      ...('topic' in press ? [press.topic] : []),
      ...('value' in press ? [press.value] : []),
    ]
    return ['c', tag, letter, ...rest].join(':')
  },
}
