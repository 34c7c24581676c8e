const CHINESE = /^[\p{Script=Han}·]+$/u

/**
 * A name as people say it, from the two that Telegram has: 王秀英, Emma Carter. In Chinese the family name comes first, with
 * no space. Pure.
 */
export function fullName({ first_name, last_name = '' }: { first_name: string; last_name?: string }): string {
  const [given, family] = [first_name.trim(), last_name.trim()]
  if (CHINESE.test(given) && CHINESE.test(family)) return family + given
  return [given, family].filter(Boolean).join(' ')
}
