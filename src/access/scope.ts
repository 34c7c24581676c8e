/**
 * Which regions somebody may administer: the code of a region stands for itself and all below it; the empty string for
 * everything. Root administrators (ADMIN_IDS) have everything.
 */
export type Scope = { regionCode: string }

/** The scope of a Telegram user; null for somebody who is no administrator. */
export function scopeOf(administratorIds: readonly number[], telegramId: number): Scope | null {
  return administratorIds.includes(telegramId) ? { regionCode: '' } : null
}
