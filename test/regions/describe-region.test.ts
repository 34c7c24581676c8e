import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import {
  describeRegions,
  officeName,
  regionLabel,
  regionPath,
  regionSurroundings,
} from '../../src/regions/describe-region.ts'
import { listChildren } from '../../src/regions/list-children.ts'
import { engines } from '../support/databases.ts'
import { withSampleCity } from './sample-city.ts'

describe.each(engines)('a region on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await withSampleCity(open)
    const { prisma } = database
    await prisma.region.createMany({
      data: [
        { code: '4419', level: 'city', name: '东莞市' },
        { code: '441900003', level: 'township', name: '东城街道', parentCode: '4419' },
        { code: '441900003001', level: 'village', name: '岗贝社区居委会', parentCode: '441900003' },
        { code: '140822105201001', level: 'grid', name: '第一网格', parentCode: '140822105201' },
      ],
    })
  })
  afterAll(() => database.close())

  it('is described with its short name and all that is above it', async () => {
    const described = await describeRegions(database.prisma, ['140822105201', '140822105201', '999999'])
    expect([...described.keys()]).toEqual(['140822105201'])
    expect(described.get('140822105201')).toEqual({
      code: '140822105201',
      level: 'village',
      officialName: '乌停村委会',
      name: '乌停村',
      ancestors: [
        { code: '1408', level: 'city', name: '运城市' },
        { code: '140822', level: 'county', name: '万荣县' },
        { code: '140822105', level: 'township', name: '高村镇' },
      ],
    })
    expect(await describeRegions(database.prisma, [])).toEqual(new Map())
  })

  it.each([
    ['140822105201', 'zh', '乌停村（万荣县·高村镇）'],
    ['140822105201', 'zh-CN', '乌停村（万荣县·高村镇）'],
    ['140822105201', 'en', 'Wuting Village (乌停村), Gaocun Town, Wanrong County'],
    ['140822105', 'zh', '高村镇（万荣县）'],
    ['140822', 'zh', '万荣县（运城市）'],
    ['1408', 'zh', '运城市'],
    ['140822105201001', 'zh', '第一网格（万荣县·高村镇·乌停村）'],
    ['441900003001', 'zh', '岗贝社区（东城街道）'],
    ['441900003', 'en', 'Dongcheng Subdistrict (东城街道), Dongguan City'],
  ])('%s is labelled in %s so that it cannot be confused', async (code, locale, label) => {
    const region = (await describeRegions(database.prisma, [code])).get(code)
    expect(region && regionLabel(region, locale)).toBe(label)
  })

  it.each([
    ['zh', '高村镇 · 万荣县', '万荣县·高村镇·乌停村', '乌停村委会'],
    [
      'en',
      'Gaocun Town, Wanrong County',
      'Wuting Village (乌停村), Gaocun Town, Wanrong County',
      'Wuting Village (乌停村)',
    ],
  ])('is read in %s by those who know its writing', async (locale, surroundings, path, office) => {
    const region = (await describeRegions(database.prisma, ['140822105201'])).get('140822105201')
    expect(region && regionSurroundings(region, locale)).toBe(surroundings)
    expect(regionPath(['万荣县', '高村镇', '乌停村'], locale)).toBe(path)
    expect(region && officeName(region.officialName, locale)).toBe(office)
    expect(regionPath([], locale)).toBe('')
  })

  it('lists what is right below it, page by page, and skips nothing', async () => {
    const seen: string[] = []
    for (let offset = 0; ; offset += 5) {
      const { total, children } = await listChildren(database.prisma, '140822', { limit: 5, offset })
      expect(total).toBe(14)
      if (children.length === 0) break
      seen.push(...children.map(({ code }) => code))
    }
    expect(seen).toHaveLength(14)
    expect(seen).toEqual([...new Set(seen)].sort())
    expect(seen).toContain('140822105')
  })

  it('lists the cities at the top and the townships of a city that has no counties', async () => {
    const top = await listChildren(database.prisma, '', { limit: 10 })
    expect(top.children.map(({ name }) => name)).toEqual(['运城市', '东莞市'])
    expect((await listChildren(database.prisma, '4419', { limit: 10 })).children).toEqual([
      { code: '441900003', level: 'township', name: '东城街道', officialName: '东城街道' },
    ])
    expect(await listChildren(database.prisma, '999999', { limit: 10 })).toEqual({ total: 0, children: [] })
  })
})
