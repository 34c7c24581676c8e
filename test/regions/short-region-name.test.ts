import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { officialNamesOf, shortRegionName } from '../../src/regions/short-region-name.ts'

const sample = readFileSync('src/regions/sample/yuncheng.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string])

describe('the short name', () => {
  it.each([
    ['乌停村委会', '乌停村'],
    ['乌停村民委员会', '乌停村'],
    ['赵村村委会', '赵村'],
    ['赵村村民委员会', '赵村'],
    ['羊村委会', '羊村'],
    ['西村新村村委会', '西村新村'],
    ['三十里铺联村村委会', '三十里铺联村'],
    ['柴家行政村村委会', '柴家行政村'],
    ['西花园社区居委会', '西花园社区'],
    ['崇相西社区居民委员会', '崇相西社区'],
    ['华毓居委会', '华毓社区'],
    ['解放路居民委员会', '解放路社区'],
    ['工人新村居委会', '工人新村'],
    ['巴彦嘎查村委会', '巴彦嘎查'],
    ['永济监狱虚拟社区', '永济监狱虚拟社区'],
    ['乌停村', '乌停村'],
    ['村委会', '村委会'],
    ['居民委员会', '居民委员会'],
    ['高村镇', '高村镇'],
    ['万荣县', '万荣县'],
    ['垣曲县社区服务中心', '垣曲县社区服务中心'],
  ])('of %s is %s', (official, short) => {
    expect(shortRegionName(official)).toBe(short)
  })

  it('leads back to the official name, for every village of the sample city', () => {
    for (const [, name] of sample) expect(officialNamesOf(shortRegionName(name))).toContain(name)
  })

  it('is never a committee, and tells villages of one township apart', () => {
    const seen = new Set<string>()
    for (const [code, name] of sample) {
      const short = shortRegionName(name)
      expect(short).not.toMatch(/委会|委员会|村村$/)
      if (code.length < 12) continue
      const key = code.slice(0, 9) + short
      expect(seen.has(key), `${code} ${name}`).toBe(false)
      seen.add(key)
    }
  })
})
