import { expect, it } from 'vitest'
import { Prisma } from '../../prisma/client/client.ts'
import { type FeedbackQuestion, matchFeedback } from '../../src/reports/match-feedback.ts'
import { tallyFeedback } from '../../src/reports/tally-feedback.ts'
import { openPostgresForTest, services } from '../support/databases.ts'
import { clock, insertRegions, TIME_ZONE } from './support/feedback-rows.ts'
import { filter } from './support/filters.ts'

it.skipIf(!services.postgres)('words are found through the index among 50,000 entries', async () => {
  const database = await openPostgresForTest()
  const { prisma } = database
  await insertRegions(prisma)
  await prisma.$executeRaw`
    INSERT INTO submission (id, village_code, topic, card_version, aspects, answers, words, urgency, visibility, receipt, created_at)
    SELECT gen_random_uuid(), '140822105201', 'healthcare', 1, '{medicines}', '{}',
      (SELECT string_agg(substr('村里的卫生室药品不够用请求增加校车老人午饭没有着落医保报销太慢路灯坏了', 1 + (i * 7 + j * 13) % 30, 2), '') FROM generate_series(1, 6) j)
        || CASE WHEN i % 1000 = 0 THEN '降压药断货' ELSE '' END,
      'now', 'committee', lpad(i::text, 8, '0'), '2026-11-01'::timestamptz + i * interval '1 second'
    FROM generate_series(1, 50000) i`
  await prisma.$executeRaw`
    INSERT INTO ledger_case (id, submission_id, holder_code, number, status, created_at)
    SELECT gen_random_uuid(), id, village_code, receipt::int, 'submitted', created_at FROM submission`
  await prisma.$executeRaw`ANALYZE`

  const question: FeedbackQuestion = { scope: { codes: [''] }, filter: filter({ words: '降压药' }) }
  const match = matchFeedback(question)
  if (!match.ok) throw new Error(match.code)
  const plan = await prisma.$queryRaw<Record<string, string>[]>(
    Prisma.sql`EXPLAIN SELECT s.id FROM submission s JOIN ledger_case c ON c.submission_id = s.id WHERE ${match.where}`,
  )
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('submission_words_grams_idx')

  const tallied = await tallyFeedback({ db: prisma, clock, timeZone: TIME_ZONE }, question)
  expect(tallied).toMatchObject({ tally: { total: 50 } })
  await database.close()
})
