import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AttachmentState } from '../../prisma/client/client.ts'
import type { Database } from '../../src/db/database.ts'
import { findRecording } from '../../src/recordings/find-recording.ts'
import { insertRegions } from '../reports/support/feedback-rows.ts'
import { engines } from '../support/databases.ts'

const [VILLAGE, TOWNSHIP, COUNTY, CITY] = ['140822105201', '140822105', '140822', '1408']
const SIBLING = '140822105200'

describe.each(engines)('the recording that a village hears, on $name,', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
  })
  afterEach(() => database.prisma.recording.deleteMany())
  afterAll(() => database.close())

  const record = async (regionCode: string, screen = 'about', state: AttachmentState = 'stored') => {
    await database.prisma.recording.create({
      data: {
        id: randomUUID(),
        regionCode,
        screen,
        fileId: `${regionCode}/${screen}`,
        durationSeconds: 4,
        state,
        recordedAt: new Date('2026-11-20T02:00:00Z'),
      },
    })
  }
  const heard = async (screen = 'about') =>
    (await findRecording(database.prisma, { villageCode: VILLAGE, screen }))?.fileId ?? null

  it('is that of the nearest region: village, then township, then county, then city', async () => {
    expect(await heard()).toBeNull()
    for (const code of [CITY, COUNTY, TOWNSHIP, VILLAGE]) {
      await record(code)
      expect(await heard()).toBe(`${code}/about`)
    }
  })

  it('is never that of another village, another branch or another screen', async () => {
    const others = await database.prisma.region.findMany({
      where: { code: { notIn: [VILLAGE, TOWNSHIP, COUNTY, CITY] } },
    })
    expect(others.length).toBeGreaterThan(2)
    for (const { code } of others) await record(code)
    await record(COUNTY, 'healthcare.first_visit')
    expect(await heard()).toBeNull()
    expect(await heard('first_visit')).toBeNull()
    expect(await heard('healthcare.first_visit')).toBe(`${COUNTY}/healthcare.first_visit`)
  })

  it('may still be on its way to the store, but is never one that turned out to be no voice', async () => {
    await record(COUNTY, 'about', 'pending')
    await record(VILLAGE, 'about', 'refused')
    expect(await heard()).toBe(`${COUNTY}/about`)
  })

  it('is one query, and one row for each region and screen', async () => {
    await record(COUNTY)
    await expect(record(COUNTY)).rejects.toThrow()
    let queries = 0
    const counting = {
      $queryRaw: (...args: unknown[]) => {
        queries += 1
        return (database.prisma.$queryRaw as (...args: unknown[]) => unknown)(...args)
      },
    }
    await findRecording(counting as never, { villageCode: SIBLING, screen: 'about' })
    expect(queries).toBe(1)
  })
})
