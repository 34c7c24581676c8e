const KEY = /^[\w-]{1,100}$/

/** The key itself; throws for one that could lead out of the store. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new Error('not a key of an attachment')
  return key
}
