/** What already says what kind of place it is, so that nothing needs to be put behind it. */
const PLACE = /(村|社区|嘎查)$/

/**
 * An official name as people say it: the committee's name becomes the place's.
 * 乌停村委会 is 乌停村, 赵村村委会 赵村, 西花园社区居委会 西花园社区, 华毓居委会 华毓社区, 新村居委会 新村.
 * Names of townships and above, and whatever else there is, stay as they are.
 */
export function shortRegionName(officialName: string): string {
  const match = /^(.+?)(村|居)(委会|民委员会)$/.exec(officialName)
  if (!match) return officialName
  const [, stem = '', kind] = match
  if (PLACE.test(stem)) return stem
  return stem + (kind === '村' ? '村' : '社区')
}

/** All official names that shortRegionName shows as this one: what to look for when the short name was typed. */
export function officialNamesOf(shortName: string): string[] {
  const names = [shortName]
  const stem = shortName.replace(PLACE, '')
  if (stem === shortName) return names
  for (const tail of ['村委会', '村民委员会', '居委会', '居民委员会']) names.push(shortName + tail)
  if (stem !== '' && !PLACE.test(stem)) {
    if (shortName.endsWith('村')) names.push(`${stem}村委会`, `${stem}村民委员会`)
    if (shortName.endsWith('社区')) names.push(`${stem}居委会`, `${stem}居民委员会`)
  }
  return names
}
