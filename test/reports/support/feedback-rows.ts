import { randomUUID } from 'node:crypto'
import type { CaseStatus, PrismaClient, Urgency, Visibility } from '../../../prisma/client/client.ts'
import type { RegionLevel } from '../../../src/regions/region-code.ts'

export const NOW = new Date('2026-11-21T04:00:00Z')
export const TIME_ZONE = 'Asia/Shanghai'
export const clock = { now: () => NOW }

/** One city with two counties, three townships and five villages. */
export const regions: { code: string; level: RegionLevel; name: string; parentCode: string | null }[] = [
  { code: '1408', level: 'city', name: '运城市', parentCode: null },
  { code: '140822', level: 'county', name: '万荣县', parentCode: '1408' },
  { code: '140829', level: 'county', name: '平陆县', parentCode: '1408' },
  { code: '140822105', level: 'township', name: '高村镇', parentCode: '140822' },
  { code: '140822199', level: 'township', name: '贾村乡', parentCode: '140822' },
  { code: '140829100', level: 'township', name: '圣人涧镇', parentCode: '140829' },
  { code: '140822105201', level: 'village', name: '乌停村委会', parentCode: '140822105' },
  { code: '140822105202', level: 'village', name: '北张村委会', parentCode: '140822105' },
  { code: '140822199201', level: 'village', name: '贾村村委会', parentCode: '140822199' },
  { code: '140822199999', level: 'village', name: '末尾村委会', parentCode: '140822199' },
  { code: '140829100201', level: 'village', name: '北张村委会', parentCode: '140829100' },
]
export const villages = regions.filter(({ level }) => level === 'village').map(({ code }) => code)

export interface FeedbackSeed {
  /** which of the people in people(); null: erased */
  person: number | null
  villageCode: string
  topic: string
  aspects: string[]
  satisfaction: number | null
  words: string | null
  wish: string | null
  urgency: Urgency
  visibility: Visibility
  signedName: string | null
  status: CaseStatus
  answer: string | null
  createdAt: Date
  attachments: ('voice' | 'photo' | 'location')[]
}

const plain: FeedbackSeed = {
  person: 0,
  villageCode: '140822105201',
  topic: 'healthcare',
  aspects: ['medicines'],
  satisfaction: 2,
  words: '降压药常常断，要去县里买',
  wish: null,
  urgency: 'this_month',
  visibility: 'committee',
  signedName: null,
  status: 'submitted',
  answer: null,
  createdAt: new Date('2026-11-20T02:00:00Z'),
  attachments: [],
}

export const seed = (changes: Partial<FeedbackSeed> = {}): FeedbackSeed => ({ ...plain, ...changes })

export const telegramIdOf = (person: number) => 5_000_000_001 + person

export async function insertRegions(prisma: PrismaClient): Promise<void> {
  await prisma.region.createMany({ data: regions })
}

/** Writes people as needed, submissions and cases; the number of a case counts up per holder. Gives the submissions' ids. */
export async function insertFeedback(prisma: PrismaClient, seeds: FeedbackSeed[]): Promise<string[]> {
  const people = new Map<number, string>()
  for (const { person } of seeds) if (person !== null && !people.has(person)) people.set(person, randomUUID())
  await prisma.person.createMany({
    data: [...people].map(([person, id]) => ({
      id,
      telegramId: BigInt(telegramIdOf(person)),
      createdAt: NOW,
    })),
    skipDuplicates: true,
  })
  for (const person of await prisma.person.findMany())
    people.set(Number(person.telegramId) - telegramIdOf(0), person.id)

  const numbers = new Map<string, number>()
  for (const row of await prisma.case.groupBy({ by: ['holderCode'], _max: { number: true } }))
    numbers.set(row.holderCode, row._max.number ?? 0)
  const rows = seeds.map((each) => {
    const holderCode = each.visibility === 'township' ? each.villageCode.slice(0, 9) : each.villageCode
    const number = (numbers.get(holderCode) ?? 0) + 1
    numbers.set(holderCode, number)
    return { ...each, id: randomUUID(), holderCode, number }
  })
  await prisma.submission.createMany({
    data: rows.map(({ person, status, answer, attachments, holderCode, number, ...row }) => ({
      ...row,
      personId: person === null ? null : (people.get(person) ?? null),
      cardVersion: 1,
      answers: { about: 'me' },
      receipt: row.id.replaceAll('-', '').slice(0, 16),
    })),
  })
  await prisma.case.createMany({
    data: rows.map(({ id, holderCode, number, status, answer, createdAt }) => ({
      id: randomUUID(),
      submissionId: id,
      holderCode,
      number,
      status,
      answer,
      createdAt,
    })),
  })
  await prisma.attachment.createMany({
    data: rows.flatMap(({ id, attachments }) =>
      attachments.map((kind, position) => ({
        id: randomUUID(),
        submissionId: id,
        question: 'words',
        position,
        kind,
        fileId: kind === 'location' ? null : `file-${position}`,
      })),
    ),
  })
  return rows.map(({ id }) => id)
}
