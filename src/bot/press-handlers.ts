import type { PressKind, PressOf } from '../presses/callback-data.ts'
import type { BotContext, BotDeps } from './context.ts'
import type { Shown } from './screen.ts'

/** What each of these buttons does once it is known that it may be pressed here and by this person: it shows something, or names the screen that comes. */
export type PressHandlers<Kind extends PressKind> = {
  readonly [Each in Kind]: (deps: BotDeps, ctx: BotContext, press: PressOf<Each>) => Shown
}
