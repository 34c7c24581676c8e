import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Prisma, PrismaClient, RegionLevel, Urgency, Visibility } from '../../../prisma/client/client.ts'
import { createReceipt } from '../../../src/feedback/receipt.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'

export const CITY = '1408'
export const COUNTY = '140822'
export const TOWNSHIP = '140822105'
export const VILLAGE = '140822105201'
export const OTHER_VILLAGE = '140822105202'
export const FAR_VILLAGE = '140822102201'
export const TIME_ZONE = 'Asia/Shanghai'

export const texts = loadTexts(join(import.meta.dirname, '..', '..', '..', 'locales'), 'zh')

/** A moment by the clocks in China: at('11-16 09:00'). */
export const at = (local: string) => new Date(`2026-${local.replace(' ', 'T')}+08:00`)

/** A UUID that a name stands for. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A source of ids that never repeats itself within a test. */
export function countingRandom(seed: string) {
  let last = 0
  return { uuid: () => idOf(`${seed} ${++last}`), below: (limit: number) => ++last % limit }
}

export async function addRegions(prisma: PrismaClient): Promise<void> {
  const row = (code: string, level: RegionLevel, name: string, parentCode: string | null) => ({
    code,
    level,
    name,
    parentCode,
  })
  await prisma.region.createMany({
    data: [
      row(CITY, 'city', '运城市', null),
      row(COUNTY, 'county', '万荣县', CITY),
      row(TOWNSHIP, 'township', '高村镇', COUNTY),
      row('140822102', 'township', '里望乡', COUNTY),
      row(VILLAGE, 'village', '乌停村委会', TOWNSHIP),
      row(OTHER_VILLAGE, 'village', '薛店村委会', TOWNSHIP),
      row(FAR_VILLAGE, 'village', '里望村委会', '140822102'),
    ],
  })
}

export async function linkChat(
  prisma: PrismaClient,
  chatId: number,
  regionCode: string | null,
  more: Partial<Prisma.CommitteeChatUncheckedCreateInput> = {},
): Promise<void> {
  await prisma.committeeChat.create({
    data: { chatId, type: 'channel', title: `chat ${chatId}`, regionCode, ...more },
  })
}

export interface CaseSeed {
  /** names the submission, too: idOf(name) */
  name: string
  at: Date
  village?: string
  /** null: erased */
  person?: string | null
  topic?: string
  aspects?: string[]
  satisfaction?: number
  words?: string
  urgency?: Urgency
  visibility?: Visibility
  acceptedAt?: Date
  answeredAt?: Date
  answer?: string
  erased?: boolean
}

/** Adds a submission with its case; cases of a holder are numbered in the order in which they are added. */
export async function addCase(prisma: PrismaClient, seed: CaseSeed): Promise<void> {
  const { name, person = name, village = VILLAGE, visibility = 'committee' } = seed
  const personId = person === null ? null : idOf(`person ${person}`)
  if (personId !== null) {
    const telegramId = BigInt(`0x${personId.slice(0, 8)}`)
    await prisma.person.upsert({
      where: { id: personId },
      create: { id: personId, telegramId, createdAt: seed.at },
      update: {},
    })
  }
  const holderCode = visibility === 'township' ? village.slice(0, 9) : village
  const standing = seed.answeredAt ? 'answered' : seed.acceptedAt ? 'accepted' : 'submitted'
  await prisma.submission.create({
    data: {
      id: idOf(name),
      personId,
      villageCode: village,
      topic: seed.topic ?? 'healthcare',
      cardVersion: 1,
      aspects: seed.aspects ?? ['medicines'],
      satisfaction: seed.satisfaction ?? null,
      answers: {},
      words: seed.words ?? null,
      urgency: seed.urgency ?? 'can_wait',
      visibility,
      receipt: createReceipt(countingRandom(name)) + name,
      createdAt: seed.at,
      case: {
        create: {
          id: idOf(`case ${name}`),
          holderCode,
          number: 1 + (await prisma.case.count({ where: { holderCode } })),
          status: seed.erased ? 'erased' : standing,
          acceptedAt: seed.acceptedAt ?? null,
          answeredAt: seed.answeredAt ?? null,
          answer: seed.answer ?? null,
          createdAt: seed.at,
        },
      },
    },
  })
}
