import type { Message } from 'grammy/types'
import { SLOT } from '../../../src/i18n/text-around.ts'
import type { Texts } from '../../../src/i18n/texts.ts'
import { decodePress, type Press } from '../../../src/presses/callback-data.ts'
import type { SeenButton } from '../../support/actor.ts'

/** What a screen asks of whoever looks at it, as far as words are concerned. */
export type Asks =
  /** the open question of a card, `review`, or `topic` */
  | { kind: 'card'; tag: string; at: string }
  /** more words to one's own case */
  | { kind: 'add'; caseId: string }
  | { kind: 'name' }
  | { kind: 'consent-voice'; id: string }
  /** nothing in particular, but what was asked before is over */
  | { kind: 'end' }
  /** nothing, and what was asked before still is */
  | { kind: 'nothing' }

/** Every button of ours below a message. */
export function buttonsOf(message: Message): (SeenButton & { press: Press })[] {
  const all = message.reply_markup?.inline_keyboard.flat() ?? []
  return all.flatMap((each) => {
    const press = 'callback_data' in each ? read(each.callback_data) : null
    if (!press || !('callback_data' in each)) return []
    return [{ messageId: message.message_id, label: each.text, data: each.callback_data, press }]
  })
}

const known = new Map<string, Press | null>()
function read(data: string): Press | null {
  const press = known.get(data) ?? decodePress(data)
  known.set(data, press)
  return press
}

/** Ends what was asked before: whoever sees it has gone elsewhere. */
const ENDS: Press['kind'][] = [
  'topic',
  'proxy-begin',
  'proxy-who',
  'proxy-topic',
  'proxy-code',
  'proxy-drop',
  'receipt-picture',
  'first-words',
]

export function readScreen(texts: Texts, message: Message): Asks {
  const buttons = buttonsOf(message)
  const presses = buttons.map(({ press }) => press)
  const says = (...keys: string[]) =>
    texts.locales.some((locale) => keys.some((key) => message.text?.startsWith(texts.t(locale, key))))
  const around = (locale: string) => texts.t(locale, 'cancel-card', { topic: SLOT }).split(SLOT)
  if (texts.locales.some((locale) => around(locale).every((part) => message.text?.includes(part))))
    return { kind: 'end' }
  const onCard = presses.find((press) => press.kind === 'card' && press.press.type !== 'discard')
  if (onCard?.kind === 'card') return { kind: 'card', tag: onCard.draftTag, at: openOn(presses) }
  const [first, ...others] = presses
  if (first?.kind === 'own-case' && others.length === 0 && says('own-add-prompt', 'own-why'))
    return { kind: 'add', caseId: first.caseId }
  if (presses.some(({ kind }) => kind === 'proxy-nameless')) return { kind: 'name' }
  if (first?.kind === 'proxy-open' && says('proxy-voice-question', 'proxy-voice-only'))
    return { kind: 'consent-voice', id: first.id }
  return { kind: presses.some(({ kind }) => ENDS.includes(kind)) ? 'end' : 'nothing' }
}

function openOn(presses: Press[]): string {
  const onCard = presses.flatMap((press) => (press.kind === 'card' ? [press.press] : []))
  if (onCard.some(({ type }) => type === 'sort')) return 'topic'
  const isReview = (type: string) => ['submit', 'submit_as_guardian', 'change', 'show_review'].includes(type)
  if (onCard.some(({ type }) => isReview(type))) return 'review'
  const back = onCard.find((press) => press.type === 'back')
  if (!back || !('question' in back)) throw new Error(`which question is that? ${JSON.stringify(presses)}`)
  return back.question
}
