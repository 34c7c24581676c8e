import { telegramAbilities } from './telegram/abilities.ts'

/** What a way out of the program can do; whoever sends asks this, never which one it is. */
export interface SinkAbilities {
  /** a message that is out can be changed */
  edit: boolean
  /** and taken back */
  delete: boolean
  picture: boolean
  /** most pictures in one message; 1: no albums */
  longestAlbum: number
  /** in UTF-16 code units */
  longestText: number
  /** the text below a picture, in UTF-16 code units */
  longestCaption: number
}

/** Every sink there is. A row of deliveries names its own. */
export const sinks = { telegram: telegramAbilities } satisfies Record<string, SinkAbilities>

export type SinkName = keyof typeof sinks
