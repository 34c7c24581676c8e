/** 药品不全、医生少: the aspects of a card as it calls them. Pure. */
export function aspectList(
  t: (key: string) => string,
  { topic, aspects }: { topic: string; aspects: readonly string[] },
): string {
  return aspects.map((aspect) => t(`aspect-${topic}-${aspect}`)).join(t('card-list-comma'))
}
