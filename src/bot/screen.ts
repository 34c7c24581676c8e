import type { Draft } from '../feedback/load-draft.ts'
import type { Button } from '../lib/outgoing-message.ts'

/**
 * The screen that comes next, named by whoever knows that it does and rendered by whoever knows how (navigate.ts): so a
 * family of screens never imports another's. `hint` is said above it.
 */
export type Screen =
  | { screen: 'menu'; hint?: string }
  /** the half-filled card as it stands, which is `draft` where it is in hand; the menu where there is none */
  | { screen: 'card'; hint?: string; choosingLine?: boolean; draft?: Draft }
  /** `receipt` and who holds the case, where they are in hand */
  | { screen: 'receipt'; submissionId: string; receipt?: string; holderCode?: string }
  | { screen: 'village-search'; hint?: string }
  | { screen: 'consent'; villageCode: string; hint?: string }
  | { screen: 'villages' }
  /** a resident's own case, with more buttons above its own */
  | { screen: 'own-case'; submissionId: string; note?: string; buttons?: Button[][] }
  | { screen: 'privacy' }
  /** a card that waits for the consent of whom it was filed for, in the filer's eyes */
  | { screen: 'pending'; id: string }
  /** the same card, in the eyes of whom it was filed for */
  | { screen: 'for-consent'; code: string }

/** Shows something of its own and gives null, or names the screen that comes in its place. */
export type Shown = Promise<Screen | null>
