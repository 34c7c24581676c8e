import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_PHOTOS } from '../../src/cards/draft-state.ts'
import type { Database } from '../../src/db/database.ts'
import { keepQuickWords } from '../../src/feedback/keep-quick-words.ts'
import { loadDraft } from '../../src/feedback/load-draft.ts'
import { clock, insertRegions } from '../queries/support/feedback-rows.ts'
import { engines } from '../support/databases.ts'

describe.each(engines)('what is said out of the blue, on $name,', ({ open }) => {
  let database: Database
  const personId = randomUUID()
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
    await database.prisma.person.create({
      data: { id: personId, telegramId: 7n, createdAt: clock.now() },
    })
  })
  afterAll(() => database.close())

  const photo = (messageId: number) =>
    database.prisma.$transaction((tx) =>
      keepQuickWords({ tx, clock, random: { uuid: () => randomUUID(), below: () => 0 } } as never, {
        personId,
        villageCode: '140822105201',
        messageId,
        text: null,
        part: { kind: 'photo', messageId, fileId: `P${messageId}` },
      }),
    )
  const kept = async () => {
    const words = (await loadDraft(database.prisma, personId))?.state.answers.words
    return words?.kind === 'words' ? words.parts.length : 0
  }

  it('takes as many photos as a card does and no more, the same message any number of times', async () => {
    for (let each = 1; each <= MAX_PHOTOS; each++) expect(await photo(each)).toEqual({ ok: true })
    expect(await photo(MAX_PHOTOS)).toEqual({ ok: true })
    expect(await kept()).toBe(MAX_PHOTOS)
    expect(await photo(MAX_PHOTOS + 1)).toEqual({ ok: false, code: 'too_many_photos' })
    expect(await kept()).toBe(MAX_PHOTOS)
  })
})
