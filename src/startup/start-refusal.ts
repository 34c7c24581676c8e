/**
 * Why the program does not start: the setting that it hangs on, and what is wrong and what to do in one sentence. `kind`
 * is what a supervisor wants to know: whether another try can help.
 */
export interface StartRefusal {
  kind: 'settings' | 'away' | 'taken'
  variable: string
  sentence: string
}

/** How the process ends. The README lists them. */
export const exitCodes = {
  /** a mistake of the program */
  failed: 1,
  /** a setting is wrong: another try helps only after it was changed */
  settings: 2,
  /** a server is out of reach: another try may help */
  away: 3,
  /** the port, the folder or the database belongs to another process */
  taken: 4,
} as const

export function refusalLine({ variable, sentence }: StartRefusal): string {
  return `${variable}: ${sentence}`
}
