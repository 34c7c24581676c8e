import { isStep } from '../cards/card-screen.ts'
import { saysEmergency } from '../cards/says-emergency.ts'
import { parseProxyCode } from '../feedback/proxy/proxy-code.ts'
import { submitFeedback } from '../feedback/submit-feedback.ts'
import { fullName } from '../people/full-name.ts'
import { draftTag, type Press } from '../presses/callback-data.ts'
import { takeCardWords } from './card/take-card-words.ts'
import { takeIntoCard } from './card/take-into-card.ts'
import { awaitsTopic } from './card/take-quick-words.ts'
import type { BotContext, BotDeps } from './context.ts'
import { refusalOf } from './may-press.ts'
import { beginCard } from './menu/presses.ts'
import type { Shown } from './screen.ts'

/**
 * What most updates are: a card goes on right where this process left it (feedback/visit-memory.ts). It takes one write and
 * no read. Null where anything is otherwise than remembered, or where it would be refused: then all is read, and the
 * update takes the ordinary way, with the same steps and statements.
 */
export async function goOn(deps: BotDeps, ctx: BotContext): Promise<(() => Shown) | null> {
  const { press, visit } = ctx
  if (!visit.unread) return null
  if (ctx.message) {
    const text = ctx.message.text ?? ctx.message.caption ?? ''
    const isCards =
      visit.draft && !awaitsTopic(ctx) && !parseProxyCode(text) && !saysEmergency(deps.texts, text)
    return isCards ? await takeCardWords(deps, ctx) : null
  }
  return press && refusalOf(ctx, press.kind) === null ? await goOnPress(deps, ctx, press) : null
}

async function goOnPress(deps: BotDeps, ctx: BotContext, press: Press): Promise<(() => Shown) | null> {
  const { person, visit } = ctx
  const { draft, unread } = visit
  if (!person) return null
  if (press.kind === 'topic' && !draft) {
    const begun = await beginCard(deps, ctx, person, { topic: press.topic, filedFor: null })
    return begun && (async () => ({ screen: 'card', draft: begun }))
  }
  if (press.kind !== 'card' || !draft || draftTag(draft.id) !== press.draftTag) return null
  if (isStep(press.press) && press.press.type !== 'not_guardian') {
    const event = press.press
    const taken = await takeIntoCard(deps, ctx, draft, () => event)
    return taken.kind === 'moved' ? async () => ({ screen: 'card', draft: taken.draft }) : null
  }
  if (press.press.type !== 'submit') return null
  const updateId = ctx.update.update_id
  const submitted = await submitFeedback(deps, {
    person,
    draft,
    updateId,
    signedName: ctx.from ? fullName(ctx.from) : '',
    unread,
  })
  if (!submitted.ok) return null
  ctx.marked(null)
  return async () => ({ screen: 'receipt', ...submitted })
}
