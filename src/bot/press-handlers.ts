import type { PressKind, PressOf } from '../presses/callback-data.ts'
import type { BotContext, BotDeps } from './context.ts'

/** What each of these buttons does once it is known that it may be pressed here and by this person. */
export type PressHandlers<Kind extends PressKind> = {
  readonly [Each in Kind]: (deps: BotDeps, ctx: BotContext, press: PressOf<Each>) => Promise<unknown>
}
