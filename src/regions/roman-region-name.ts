import { pinyin } from 'pinyin-pro'

/** What kind of place a short name says it is, the longer ones first. */
const KINDS: readonly [zh: string, en: string][] = [
  ['街道办事处', 'Subdistrict'],
  ['自治州', 'Autonomous Prefecture'],
  ['自治县', 'Autonomous County'],
  ['行政村', 'Village'],
  ['街道', 'Subdistrict'],
  ['社区', 'Community'],
  ['嘎查', 'Village'],
  ['苏木', 'Township'],
  ['村', 'Village'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['县', 'County'],
  ['区', 'District'],
  ['网格', 'Grid'],
  ['市', 'City'],
  ['州', 'Prefecture'],
  ['盟', 'League'],
  ['旗', 'Banner'],
  ['省', 'Province'],
]

/**
 * A short name for readers of Latin letters: 乌停村 is Wuting Village, 高村镇 Gaocun Town, 西安市 Xi'an City. A name of one
 * syllable keeps its kind, as is usual: 赵村 is Zhaocun Village. What is no Chinese stays as it is. Pure.
 */
export function romanRegionName(shortName: string): string {
  const kind = KINDS.find(([zh]) => shortName.endsWith(zh))
  const stem = kind ? shortName.slice(0, -kind[0].length) : shortName
  const spelled = spell([...stem].length > 1 ? stem : shortName)
  return kind && stem !== '' ? `${spelled} ${kind[1]}` : spelled
}

/** Syllables joined, with an apostrophe where they would be read wrongly: Xi'an (GB/T 28039). */
function spell(name: string): string {
  let joined = ''
  for (const syllable of pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }))
    joined += joined !== '' && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}
