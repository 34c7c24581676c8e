import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { PrismaClient } from '../../prisma/client/client.ts'
import { openQueues } from '../../src/jobs/open-queues.ts'
import { createLogger } from '../../src/logger.ts'
import { oggVoice, photoWithPlace } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { isLong } from '../support/how-long.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import type { EngineName } from '../support/product-data.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { dumpDatabase, dumpFiles, dumpRedis, tracesIn } from './erasure/find-traces.ts'
import { HER, tracesOfHer } from './erasure/her.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: 2 * LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

/** Nobody reads what is said of it but the administrators. */
const LONE_VILLAGE = '140823103205'
const VOICE = oggVoice(HER.voice)

/** What jobs are about. */
async function idsOfHer(prisma: PrismaClient): Promise<string[]> {
  const submission = { person: { telegramId: HER.id } }
  const rows = [
    await prisma.case.findMany({ where: { submission }, select: { id: true } }),
    await prisma.attachment.findMany({ where: { submission }, select: { id: true } }),
    await prisma.endorsement.findMany({ where: { person: { telegramId: HER.id } }, select: { id: true } }),
    await prisma.privateDigest.findMany({ where: { person: { telegramId: HER.id } }, select: { id: true } }),
  ]
  return rows.flat().map(({ id }) => id)
}

/** A zone in which it is noon now: reminders come by day. */
const NOON = `Etc/GMT${new Date().getUTCHours() - 12 >= 0 ? '+' : ''}${new Date().getUTCHours() - 12}`

const hasServers = services.postgres !== null && services.redis !== null
/** Both in the long form only. */
const engines: EngineName[] = [
  ...(isLong || !hasServers ? ['embedded' as const] : []),
  ...(hasServers ? ['PostgreSQL' as const] : []),
]

describe.each(engines)('somebody who had everything kept and erases it, on %s', (engine) => {
  let way: OneProcessWay
  let committee: Actor
  let administrator: Actor
  let her: Actor
  let neighbour: Actor
  let other: Actor
  let onlooker: Actor
  let receipt = ''
  const redis =
    engine === 'PostgreSQL' ? { url: services.redis ?? '', prefix: `test:${randomUUID()}:` } : null

  beforeAll(async () => {
    const env = {
      TIME_ZONE: NOON,
      RATE_LIMIT: '80',
      ...(redis ? { REDIS_URL: redis.url, REDIS_PREFIX: redis.prefix } : {}),
    }
    way = await openWay(engine, { filled: true, started: true, env })
    const { world, quiet, person } = way.telegram
    administrator = way.telegram.administrator()
    await administrator.say('/start')
    const channel = world.addChannel({ title: '乌停村村委会', administrators: [administrator.id] })
    world.addBot(channel, administrator.id)
    await quiet()
    committee = administrator.in(channel)
    await linkChat(committee, VILLAGE)
    her = person({ firstName: HER.firstName, lastName: HER.lastName, id: HER.id })
    neighbour = person({ firstName: '李建国' })
    other = person({ firstName: '赵铁柱' })
    onlooker = person({ firstName: '孙巧云' })
  })
  afterAll(async () => {
    await way?.close()
    if (!redis) return
    const client = new Redis(redis.url)
    const keys = await client.keys(`${redis.prefix}*`)
    if (keys.length > 0) await client.del(keys)
    await client.quit()
  })

  /** What Telegram called her voice and photos. */
  const fileIds = () =>
    her
      .messages()
      .flatMap(({ voice, photo }) => [voice?.file_id ?? [], photo?.map((each) => each.file_id) ?? []].flat())
  const traces = () => tracesOfHer(fileIds())
  const othersChats = () => [committee, administrator, neighbour, onlooker]
  /** By chat: what of her is in it, but not in what people wrote there themselves. */
  const inChats = () => othersChats().map((actor) => tracesIn(JSON.stringify(actor.messages()), traces()))
  const inDatabase = async () => {
    const dump = await way.withDatabase(({ prisma }) => dumpDatabase(prisma))
    return [...dump].flatMap(([table, rows]) => tracesIn(rows, traces()).map((trace) => `${table}: ${trace}`))
  }
  const inFiles = () =>
    dumpFiles(way.data.env.DATA_DIR ?? '').flatMap(({ path, bytes }) =>
      bytes.includes(HER.voice) || tracesIn(bytes.toString(), traces()).length > 0 ? [path] : [],
    )
  const attachments = () => dumpFiles(join(way.data.env.DATA_DIR ?? '', 'attachments'))
  const inRedis = async () => (redis ? tracesIn(await dumpRedis(redis.url, redis.prefix), traces()) : [])
  const runJob = (name: string) =>
    way.withDatabase(async (database) => {
      const queues = await openQueues(database, createLogger('silent'), { supervise: false })
      await queues.boss.send(name, {})
      await queues.close()
    })

  test('signs a card with words, photo, place and voice, and the channel hears of it at once', async () => {
    await her.openLink(`v${VILLAGE}`)
    await walk(her, ['好，开始', '看病吃药', '家里老人', '药品不全', '下一步', /^🙁/, '县城', '一小时以内'])
    await walk(her, [{ photos: [await photoWithPlace(90)] }, { location: HER.place }, { text: HER.words }])
    await walk(her, [
      { voice: { bytes: VOICE, duration: 4 }, afterSeconds: 61 },
      '很急',
      '署我的名',
      '✅ 提交',
    ])
    receipt = receiptOn(her)
    const news = await committee.waitFor(/📮 新意见/)
    expect(news.text).toContain('署名：慕容雪晴')
    await until(() => attachments().length === 2, { what: 'voice and photo are kept' })
  })

  test('has a neighbour who says "me too", and one who is still looking at it', async () => {
    const alike = '降压药断了一个月，来回要倒三趟班车，太难了'
    for (const actor of [neighbour, other, onlooker]) {
      await actor.openLink(`v${VILLAGE}`)
      await walk(actor, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '县城', '一小时以内'])
      await walk(actor, [
        { text: actor === neighbour ? '药断了，来回倒班车' : alike },
        '跳过',
        '不急',
        '不署名',
      ])
      expect(actor.screen().text).toContain('村里有人说过类似的')
    }
    await neighbour.press('我也是')
    await neighbour.say('/mine')
    expect(neighbour.screen().text).toContain('您说过“我也是”的')
  })

  test('is read, shown, heard, taken up and answered in the channel', async () => {
    await committee.press('打开这一件')
    await committee.press('📎 附件')
    await committee.say('/cases')
    await committee.press('A01')
    await committee.press('受理')
    await committee.press('答复…')
    await committee.reply('已经派人去开柜子了，月底前备齐')
    await her.waitFor(/有答复/)
    await neighbour.waitFor(/您说过“我也是”的“药品不全”有答复/)
  })

  test('says that it is not fixed and why, and adds something', async () => {
    await her.press('❌ 没有')
    await her.say(HER.why)
    await committee.waitFor(/🔁 村民说没解决/)
    await committee.waitFor(new RegExp(HER.why.slice(0, 12)))
    await her.say(receipt)
    await her.press('补充几句')
    await her.say(HER.added)
    await committee.waitFor(new RegExp(HER.added.slice(0, 12)))
  })

  test('follows another village, wants its digest, and speaks of it in the quick way', async () => {
    await her.openLink(`v${LONE_VILLAGE}`)
    await her.press('也关注它')
    await her.openLink(`v${LONE_VILLAGE}`)
    await her.say(HER.quick)
    await walk(her, ['老人照护', '✅ 提交'])
    await administrator.waitFor(new RegExp(HER.quick.slice(0, 12)))
    await walk(her, ['再说一件', '换个村', '北张村', '每周通报发给我'])
  })

  test('says "me too" herself', async () => {
    await other.press('✅ 提交')
    await her.openLink(`v${VILLAGE}`)
    await walk(her, ['看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '县城', '一小时以内'])
    await walk(her, [{ text: '降压药断了，来回要倒三趟班车' }, '跳过', '不急', '不署名', '我也是'])
  })

  test('is quoted in digests, gets one in private, and is asked for by an administrator', async () => {
    await way.withDatabase(async ({ prisma }) => {
      for (const table of ['submission', 'ledger_case'])
        await prisma.$executeRawUnsafe(`UPDATE ${table} SET created_at = created_at - interval '7 days'`)
    })
    await runJob('plan-digests')
    expect((await committee.waitFor(/乌停村一周意见/)).text).toContain('我是慕容雪晴')
    await her.waitFor(/北张村.*的通报/)
    await administrator.say('/query')
    await walk(administrator, ['全部话题', '整个运城市', '全部时间', '全部', '看原话'])
    expect(administrator.screen().text).toContain('署名：慕容雪晴')
    await administrator.say(receipt)
    expect(administrator.screen().text).toContain(HER.words.slice(0, 12))
  })

  test('has a card half-filled that waits for words, and is reminded of it', async () => {
    await walk(
      her,
      ['再说一件'].filter((label) => her.screen().labels.some((each) => each.includes(label))),
    )
    await her.say('/feedback')
    await walk(her, ['孩子上学', '孩子', '校车', '下一步', /^🙁/, '小学', '三公里以内', { text: HER.draft }])
    await way.withDatabase(async ({ prisma }) => {
      await prisma.$executeRawUnsafe(`UPDATE draft SET updated_at = updated_at - interval '2 days'`)
    })
    await runJob('remind-drafts')
    await her.waitFor(/还没填完，要接着填吗/)
    await her.press('接着填')
  })

  test('sees who saw her name, by office, and takes all of it along', async () => {
    await her.say('/privacy')
    expect(her.screen().text).toContain('2 张意见卡、1 张没填完的')
    await her.press('谁看过我的名字')
    expect(her.screen().text).toMatch(
      /乌停村委会 看了 A01 🏥[\s\S]*乌停村委会 听了、看了 A01 🏥 的语音、照片或位置/,
    )
    await her.press('下一页')
    expect(her.screen().text).toContain('乌停村委会 收到了 A01 🏥')
    expect(her.screen().text).not.toMatch(new RegExp(`张主任|${administrator.id}`))
    await walk(her, ['返回', '给我一份'])
    const json = her.messages().findLast((each) => each.document?.file_name === 'xiangyin.json')
    const exported = Buffer.from(
      way.telegram.world.file(json?.document?.file_id ?? '')?.bytes ?? [],
    ).toString()
    const { looks } = JSON.parse(exported)
    // the channel, and whoever pressed there: each once a day and place, however often
    const places = looks.map((look: { place: string }) => look.place)
    expect(places).toEqual(['news', 'case', 'files', 'case', 'digest', 'query'])
    expect(exported).not.toContain(String(administrator.id))
  })

  test('can be found everywhere before it', async () => {
    const found = (await inDatabase()).join('\n')
    for (const part of [
      'submission',
      'draft',
      'person',
      'addition',
      'attachment',
      'posted_message',
      HER.lastName,
    ])
      expect(found).toContain(part)
    const [toCommittee, toAdministrator, ...toNeighbours] = inChats()
    for (const chat of [toCommittee, toAdministrator]) expect(chat).not.toEqual([])
    // other residents are never shown what she said
    for (const chat of toNeighbours) expect(chat).toEqual([])
    expect(inFiles()).not.toEqual([])
    if (!redis) return
    // only those who send more than people do are counted there
    for (let i = 0; i < 25; i += 1) her.sendAndLeave({ text: '/help' })
    await way.telegram.quiet()
    expect(await inRedis()).toContain(String(HER.id))
  })

  test('is nowhere any more after it: tables, queues, Redis, files, and what others see', async () => {
    const before = committee.messages().find((each) => each.text?.includes('一周意见'))?.text ?? ''
    const kept = her.messages().length
    const ids = await way.withDatabase(({ prisma }) => idsOfHer(prisma))
    expect(ids.length).toBeGreaterThan(4)
    await her.say('/privacy')
    await walk(her, ['全部删掉', '对，全删掉'])
    expect(her.screen().text).toMatch(/都删好了[\s\S]*正在一条条改掉/)
    expect(her.messages().length).toBeGreaterThan(kept)
    await until(() => inChats().every((found) => found.length === 0), {
      what: () => `nothing of her in the chats: ${JSON.stringify(inChats())}`,
      within: 90_000,
    })
    await until(() => attachments().length === 0, { what: 'the files are gone' })
    expect(inFiles()).toEqual([])
    expect(await inRedis()).toEqual([])
    expect(await inDatabase()).toEqual([])
    // not even by our own ids, but for the job that took the files away
    const jobs = () =>
      way.withDatabase(
        ({ prisma }) => prisma.$queryRaw<{ data: string }[]>`
          SELECT data::text FROM pgboss.job WHERE name <> 'erase-attachments' AND data IS NOT NULL`,
      )
    const ofHer = async () => (await jobs()).filter(({ data }) => ids.some((id) => data.includes(id)))
    // one that ran at that moment may come once more, and forgets itself then
    await until(async () => (await ofHer()).length === 0, { what: 'no job is about her', within: 90_000 })
    expect(tracesIn(way.output(), traces())).toEqual([])

    // the rest of the digest is as it was posted, to the letter
    const after = committee.messages().find((each) => each.text?.includes('一周意见'))?.text ?? ''
    const lines = after.split('\n')
    const isGone = (line = '') => line.includes('（本人已删除）') || line.includes('（随原话一起删了）')
    expect(lines.filter(isGone).length).toBeGreaterThan(0)
    for (const [at, line] of before.split('\n').entries())
      if (!isGone(lines[at])) expect(lines[at]).toBe(line)
  })

  endOfScenario(() => way, [HER.lastName, HER.firstName, HER.words, HER.quick, String(HER.id)])
})
