/** What people say around the name of their village: 我是乌停村的, 俺家住在乌停, 乌停人. */
const AROUND =
  /^(?:你好|您好)?(?:我们?|俺们?|咱们?|本人)?(?:老?家)?(?:就?是|住在|住|在|来自|从)?(.{2,}?)(?:的村民|村民|来的|出来的|的人|那边的|这边的|那里的|那边|这边|人|的|啊|呀|哦|呢|吧)*$/u
const ENGLISH_KINDS = new Set(
  'i am from a the of in my is village community town township subdistrict county district city province'.split(
    ' ',
  ),
)

/**
 * Words (see normalizePlaceText) without what is said around a name: 我是乌停村的 is 乌停村, "wuting village" wuting, and of a
 * label with both writings only the Chinese one stays. Null where that leaves all as it was, or nothing.
 */
export function plainPlaceWords(words: readonly string[]): string[] | null {
  const chinese = words.some((word) => /\p{Script=Han}/u.test(word))
  const plain = chinese
    ? words
        .filter((word) => !/^[\p{Script=Latin}\p{M}]+$/u.test(word))
        .map((word) => AROUND.exec(word)?.[1] ?? word)
    : words.filter((word) => !ENGLISH_KINDS.has(word))
  return plain.length === 0 || plain.join(' ') === words.join(' ') ? null : plain
}
