import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { regionLabel } from '../../src/regions/describe-region.ts'
import { type FindVillagesOptions, findVillages } from '../../src/regions/find-villages.ts'
import { engines } from '../support/databases.ts'
import { mustFind, withSampleCity } from './sample-city.ts'

const wuting = '140822105201'

describe.each(engines)('finding villages on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await withSampleCity(open)
    const { prisma } = database
    await prisma.region.createMany({
      data: [
        { code: '4419', level: 'city', name: '东莞市' },
        { code: '441900003', level: 'township', name: '东城街道', parentCode: '4419' },
        { code: '441900003001', level: 'village', name: 'Ａ区北张村委会', parentCode: '441900003' },
        { code: '441900003002', level: 'village', name: 'B区花园居委会', parentCode: '441900003' },
      ],
    })
  })
  afterAll(() => database.close())

  const find = (text: string, options?: FindVillagesOptions) => findVillages(database.prisma, text, options)
  const found = (text: string, options?: FindVillagesOptions) => mustFind(database, text, options)

  it.each([
    '乌停',
    '乌停村',
    '乌停村委会',
    '乌停村村委会',
    '乌停村民委员会',
    ' 乌 停　村 ',
    '乌停村。',
    '万荣 高村 乌停',
    '万荣县高村镇乌停村',
    '万荣高村乌停',
    '万荣县 乌停村委会',
    '高村镇乌停',
    '山西省运城市万荣县高村镇乌停村村民委员会',
    '山西 乌停',
    '乌停村（万荣县·高村镇）',
    '乌停村 (万荣县 · 高村镇)',
    '乌停%',
    "乌停';--",
    '140822105201',
    '１４０８２２１０５２０１',
    '140822105201003',
    'v140822105201',
  ])('takes %j to the one village that is meant', async (text) => {
    const { total, villages, narrowing } = await found(text)
    expect({ total, narrowing, codes: villages.map(({ code }) => code) }).toEqual({
      total: 1,
      narrowing: null,
      codes: [wuting],
    })
  })

  it.each([
    '',
    ' ',
    '，。！',
    '村',
    '村委会',
    '村民委员会',
    '社区',
    '社区居委会',
    '停',
    '😀',
    '%',
    '_',
    '村'.repeat(500),
  ])('says that %j is too little to look for', async (text) => {
    expect(await find(text)).toEqual({ ok: false, code: 'too_short' })
  })

  it.each([
    '我是乌停村的',
    '俺是乌停的',
    '乌停人',
    '我家在万荣县高村镇乌停村',
    '我是高村镇 乌停村的',
    'Wuting Village',
    'i am from wuting village',
    'Wuting Village (乌停村), Gaocun Town, Wanrong County',
  ])('finds 乌停村 in %j, without what is said around it', async (text) => {
    expect((await found(text)).villages.map(({ code }) => code)).toEqual([wuting])
  })

  it.each(['乌亭', '乌亭村', '无停村', '高村镇乌亭', '我是乌亭村的'])(
    'finds 乌停村 by the sound of %j where that was asked for',
    async (text) => {
      expect(await find(text)).toEqual({ ok: false, code: 'not_found' })
      const { villages } = await found(text, { homophones: true })
      expect(villages[0]?.code).toBe(wuting)
    },
  )

  it('finds by the sound only what is written nowhere', async () => {
    const { villages } = await found('北张村', { homophones: true, limit: 100 })
    expect(new Set(villages.map(({ name }) => name.includes('北张')))).toEqual(new Set([true]))
  })

  it.each([
    '没有这个村',
    'zzzz',
    '乌%村',
    '140822105999',
    '999999999999999999',
    '万荣县没有这个村',
    "x' OR 1=1",
  ])('finds nothing for %j', async (text) => {
    expect(await find(text)).toEqual({ ok: false, code: 'not_found' })
  })

  it('shows the six namesakes of 北张村 with township and county, in the order of their codes', async () => {
    const { villages, narrowing } = await found('北张村')
    expect(narrowing).toBeNull()
    const six = villages.slice(0, 6)
    expect(new Set(six.map(({ officialName }) => officialName))).toEqual(new Set(['北张村委会']))
    expect(new Set(six.map((village) => regionLabel(village, 'zh'))).size).toBe(6)
    const codes = six.map(({ code }) => code)
    expect(codes).toEqual([...codes].sort())
  })

  it('puts the same name first, then names that begin with it, then names that contain it', async () => {
    const { villages, total } = await found('北张', { limit: 100 })
    const ranks = villages.map(({ name }) => (name === '北张村' ? 0 : name.startsWith('北张') ? 1 : 2))
    expect(ranks).toEqual([...ranks].sort())
    expect(new Set(ranks).size).toBeGreaterThan(1)
    expect(villages).toHaveLength(total)
  })

  it('narrows namesakes by the county or township in front', async () => {
    const all = (await found('北张村', { limit: 100 })).villages
    for (const village of all.filter(({ name }) => name === '北张村')) {
      const [, county, township] = village.ancestors
      const named = await found(`${county?.name}${township?.name}北张村`)
      expect(named.villages[0]?.code).toBe(village.code)
      const chosen = await found('北张村', { within: village.code.slice(0, 6) })
      expect(chosen.villages.map(({ code }) => code)).toContain(village.code)
      expect(chosen.villages.every(({ code }) => code.startsWith(village.code.slice(0, 6)))).toBe(true)
    }
  })

  it('asks for the county first where there are many, then for the township, until one page is enough', async () => {
    let within = ''
    const asked: string[] = []
    for (;;) {
      const { total, villages, narrowing } = await found('庄村', { within })
      if (!narrowing) {
        const townships = new Set(villages.map(({ code }) => code.slice(0, 9)))
        expect(total <= 8 || townships.size === 1).toBe(true)
        break
      }
      asked.push(narrowing.level)
      expect(narrowing.places.reduce((sum, { count }) => sum + count, 0)).toBe(total)
      const biggest = narrowing.places.reduce((a, b) => (b.count > a.count ? b : a))
      expect((await found('庄村', { within: biggest.code })).total).toBe(biggest.count)
      within = biggest.code
    }
    expect(asked[0]).toBe('county')
    expect(asked.length).toBeLessThanOrEqual(3)
  })

  it('names a city that has no counties where it asks for the county', async () => {
    const everywhere = await found('北张', { limit: 3 })
    expect(everywhere.narrowing?.level).toBe('county')
    expect(everywhere.narrowing?.places.at(-1)).toMatchObject({ code: '441900', name: '东莞市', count: 1 })
    expect((await found('北张', { within: '441900' })).total).toBe(1)
  })

  it('gives the pages one after another without gaps', async () => {
    const { total } = await found('庄村', { within: '140822' })
    const seen: string[] = []
    for (let offset = 0; offset < total; offset += 8)
      seen.push(...(await found('庄村', { within: '140822', offset })).villages.map(({ code }) => code))
    expect(new Set(seen).size).toBe(total)
  })

  it('finds a place by its short name although the official one is called otherwise', async () => {
    expect((await found('华毓社区')).villages[0]?.officialName).toBe('华毓居委会')
    expect((await found('永合村')).villages[0]?.officialName).toBe('永合行政村村委会')
    expect((await found('西花园村')).villages[0]?.officialName).toBe('西花园社区居委会')
  })

  it('does not mind case and width in official names', async () => {
    expect((await found('b区花园')).villages[0]?.code).toBe('441900003002')
    expect((await found('东莞 Ｂ区花园社区')).villages[0]?.code).toBe('441900003002')
  })

  it('prefers the village where a township is called the same', async () => {
    const { villages } = await found('高村')
    expect(villages[0]).toMatchObject({ name: '高村', level: 'village' })
  })

  it.each([
    ['万荣县', ['140822']],
    ['高村镇', ['140822105']],
    ['万荣县高村镇', ['140822105']],
    ['140822105', ['140822105']],
    ['1408', ['1408']],
  ])('says that %s is no village and which region it is', async (text, codes) => {
    const result = await find(text)
    expect(result).toMatchObject({ ok: false, code: 'not_a_village' })
    if (!result.ok && result.code === 'not_a_village')
      expect(result.regions.map(({ code }) => code)).toEqual(codes)
  })

  it('finds every village by its short name with township and county in front', async () => {
    const rows = await database.prisma.region.findMany({
      where: { level: 'village' },
      orderBy: { code: 'asc' },
    })
    for (const { code } of rows.filter((_, i) => i % 60 === 0)) {
      const [village] = (await found(code)).villages
      if (!village) throw new Error(code)
      const names = village.ancestors.slice(1).map(({ name }) => name)
      const hits = await found([...names, village.name].join(''))
      expect(hits.villages.map((each) => each.code)).toContain(code)
    }
  })
})
