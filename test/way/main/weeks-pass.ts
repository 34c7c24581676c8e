import { expect, test } from 'vitest'
import { openQueues } from '../../../src/jobs/open-queues.ts'
import { createLogger } from '../../../src/logger.ts'
import { until } from '../../support/until.ts'
import { type Cast, VILLAGE, WORDS } from './cast.ts'

/** What happens over time: a group grows, a week ends, somebody wants their data gone. */
export function weeksPass(of: () => Cast): void {
  test('a group that becomes a supergroup keeps its link', async () => {
    const { way, township } = of()
    const moved = township.in(way.telegram.world.migrateToSupergroup(township.chatId))
    await way.telegram.quiet()
    of().township = moved
    await moved.say('/cases')
    expect(moved.screen().text).toContain('高村镇（万荣县）还有')
    await moved.say('/digest')
    await moved.waitFor(/高村镇.*本周到现在的意见/)
  })

  test('everything is in the database as it was said', async () => {
    const rows = await of().way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({ include: { case: true }, orderBy: { createdAt: 'asc' } }),
    )
    const facts = rows.map((row) => ({
      topic: row.topic,
      village: row.villageCode,
      holder: row.case?.holderCode,
      status: row.case?.status,
      aspects: row.aspects,
      satisfaction: row.satisfaction,
      answers: row.answers,
      said: [row.words, row.wish],
      urgency: row.urgency,
      visibility: row.visibility,
      name: row.signedName,
    }))
    expect(facts).toEqual([
      {
        topic: 'healthcare',
        village: VILLAGE,
        holder: VILLAGE,
        status: 'answered',
        aspects: ['medicines', 'insurance'],
        satisfaction: 2,
        answers: { about: 'elder', first_visit: 'county', travel_time: 'under_60_min' },
        said: [WORDS.wang, WORDS.wangWish],
        urgency: 'now',
        visibility: 'committee',
        name: null,
      },
      {
        topic: 'schooling',
        village: VILLAGE,
        holder: VILLAGE,
        status: 'accepted',
        aspects: ['school_bus'],
        satisfaction: 4,
        answers: { about: 'child', stage: 'primary', distance: 'under_3_km' },
        said: [WORDS.emma, WORDS.emmaWish],
        urgency: 'this_month',
        visibility: 'committee_named',
        name: 'Emma Carter',
      },
      {
        topic: 'elder_care',
        village: '140823103205',
        holder: '140823103205',
        status: 'submitted',
        aspects: ['meals'],
        satisfaction: 3,
        answers: { about: 'elder', lives_with: 'alone', help_missing: ['cooking'] },
        said: [WORDS.li, WORDS.liWish],
        urgency: 'this_month',
        visibility: 'committee',
        name: null,
      },
      {
        topic: 'healthcare',
        village: VILLAGE,
        holder: '140822105',
        status: 'submitted',
        aspects: ['doctors'],
        satisfaction: 1,
        answers: { about: 'me' },
        said: [WORDS.zhao, null],
        urgency: 'can_wait',
        visibility: 'township',
        name: null,
      },
    ])
  })

  test('the weekly digest is posted once, also when its job runs twice', async () => {
    const { way, committee, township } = of()
    await way.withDatabase(async (database) => {
      // a week later
      for (const table of ['submission', 'ledger_case'])
        await database.prisma.$executeRawUnsafe(
          `UPDATE ${table} SET created_at = created_at - interval '7 days'`,
        )
      const queues = await openQueues(database, createLogger('silent'), { supervise: false })
      await queues.boss.send('plan-digests', {})
      await queues.boss.send('plan-digests', {})
      await queues.close()
    })
    const weekly = (actor: Cast['committee']) =>
      actor.messages().filter((message) => message.text?.includes('一周意见'))
    await until(() => weekly(committee).length > 0 && weekly(township).length > 0, {
      what: 'the weekly digests',
      within: 40_000,
    })
    expect(weekly(committee)[0]?.text).toContain('2 条，2 位村民')
    await until(() => way.output().split('"job":"plan-digests"').length === 3, {
      what: 'both runs of the job',
    })

    const left = await way.withDatabase(
      async ({ prisma }) =>
        await prisma.digest.groupBy({
          by: ['chatId', 'state'],
          where: { periodKey: { not: null } },
          _count: true,
        }),
    )
    expect(left.map(({ state, _count }) => [state, _count])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ])
    expect([weekly(committee).length, weekly(township).length]).toEqual([1, 1])
  })

  test('/privacy shows what is kept, hands it over and erases it', async () => {
    const { way, administrator, wang, receipts } = of()
    await wang.say('/privacy')
    expect(wang.screen().text).toContain('1 张意见卡')
    await wang.press('给我一份')
    const { document } = wang.screen().message
    const file = way.telegram.world.file(document?.file_id ?? '')
    expect(document?.file_name).toMatch(/\.json$/)
    expect(Buffer.from(file?.bytes ?? []).toString()).toContain(WORDS.wang)

    await wang.press('全部删掉')
    await wang.press('先不删')
    await wang.press('全部删掉')
    await wang.press('对，全删掉')
    // the copy that was handed over stands below it
    expect(wang.messages().findLast((each) => each.text)?.text).toMatch(/都删好了[\s\S]*正在一条条改掉/)
    await wang.say(receipts.wang)
    expect(wang.screen().text).toContain('这个回执我查不到')
    await wang.say('/mine')
    expect(wang.screen().text).toContain('您还没有提过意见')

    await administrator.say('/query 降压药')
    expect(administrator.screen().text).not.toContain(WORDS.wang)
    const kept = await way.withDatabase(async ({ prisma }) => ({
      people: await prisma.person.count({ where: { telegramId: BigInt(wang.id) } }),
      said: await prisma.submission.count({
        where: { OR: [{ words: { contains: '降压药' } }, { wish: { contains: '三种药' } }] },
      }),
      all: await prisma.submission.count(),
    }))
    expect(kept).toEqual({ people: 0, said: 0, all: 4 })
  })
}
