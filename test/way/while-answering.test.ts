import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Prisma } from '../../prisma/client/client.ts'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { importSample } from '../support/import-sample.ts'
import { openTwoProcessWay, type TwoProcessWay } from '../support/open-two-process-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const CARD = ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '就这些', '✅ 提交']
const ANSWER = '王家断药的事，镇里已经去办'

const available = services.postgres && services.redis
const skipped = available ? '' : ' (skipped: there is no PostgreSQL or no Redis)'

describe.skipIf(!available)(`while a committee answers, through two processes${skipped}`, () => {
  let way: TwoProcessWay
  let committee: Actor
  beforeAll(async () => {
    way = await openTwoProcessWay()
    await importSample(way.data.env)
    await way.start()
    committee = await openCommittee(way)
  })
  afterAll(() => way?.close())

  /** Somebody with a case, and the committee asked for its answer. */
  const begin = async (firstName: string) => {
    const resident = way.telegram.person({ firstName })
    await resident.openLink(`v${VILLAGE}`)
    await walk(resident, CARD)
    await committee.say('/cases')
    await walk(committee, [/^A\d/, '💬 答复'])
    return { resident, prompt: committee.screen().messageId, caseId: await newestCase() }
  }
  const newestCase = () =>
    way.withDatabase(
      async ({ prisma }) => (await prisma.case.findFirstOrThrow({ orderBy: { number: 'desc' } })).id,
    )
  const caseRow = (id: string) =>
    way.withDatabase(({ prisma }) =>
      prisma.case.findUniqueOrThrow({
        where: { id },
        include: { events: { orderBy: { id: 'asc' } }, submission: true },
      }),
    )

  /** Both wait for the case, which somebody holds, in this order; then both go on. */
  const bothAtOnce = (caseId: string, first: () => unknown, second: () => unknown) =>
    way.withDatabase(({ prisma }) =>
      prisma.$transaction(
        async (tx) => {
          await tx.$queryRaw`SELECT id FROM ledger_case WHERE id = ${caseId}::uuid FOR UPDATE`
          first()
          await waiters(prisma, 1)
          second()
          await waiters(prisma, 2)
        },
        { timeout: 60_000 },
      ),
    )
  const waiters = (prisma: Prisma.TransactionClient, n: number) =>
    until(
      async () => {
        const [row] = await prisma.$queryRaw<{ n: number }[]>`
          SELECT count(*)::int AS n FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`
        return (row?.n ?? 0) >= n
      },
      { what: `${n} wait for the case` },
    )
  const reply = (prompt: number) =>
    way.telegram.world.say(committee.id, committee.chatId, { text: ANSWER }, { replyTo: prompt })
  const heard = (resident: Actor) => JSON.stringify(resident.messages())

  test('a case that its resident takes back meanwhile stays so, and the committee hears of it', async () => {
    const { resident, prompt, caseId } = await begin('王秀英')
    await walk(resident, ['我提过的', '🔎', '↩️ 收回'])
    await bothAtOnce(
      caseId,
      () => void resident.pressAndLeave('收回，不用办了'),
      () => reply(prompt),
    )
    await way.telegram.quiet()
    expect(resident.screen().text).toContain('收回了')
    await committee.waitFor(/村民已经收回了这一件/)
    const row = await caseRow(caseId)
    expect(row).toMatchObject({ status: 'withdrawn', answer: null })
    expect(row.events.map(({ kind }) => kind)).toEqual(['submitted', 'withdrawn', 'refused_answer'])
    expect(heard(resident)).not.toContain(ANSWER)
  })

  test('whoever has everything erased meanwhile is answered nothing, and nothing is kept', async () => {
    const { resident, prompt, caseId } = await begin('李建国')
    await resident.say('/privacy')
    await resident.press('全部删掉')
    await bothAtOnce(
      caseId,
      () => void resident.pressAndLeave('对，全删掉'),
      () => reply(prompt),
    )
    await way.telegram.quiet()
    expect(resident.screen().text).toContain('都删好了')
    await committee.waitFor(/村民已经把这一件删掉了/)
    const row = await caseRow(caseId)
    expect(row).toMatchObject({ status: 'erased', answer: null, submission: { personId: null } })
    expect(JSON.stringify(row.events.map(({ text }) => text))).not.toContain(ANSWER)
    expect(heard(resident)).not.toContain(ANSWER)
  })

  test('an answer that came first stands, and the resident hears that it is too late to take it back', async () => {
    const { resident, prompt, caseId } = await begin('赵铁柱')
    await walk(resident, ['我提过的', '🔎', '↩️ 收回'])
    await bothAtOnce(
      caseId,
      () => reply(prompt),
      () => void resident.pressAndLeave('收回，不用办了'),
    )
    await way.telegram.quiet()
    await resident.waitFor(/已经有答复了，收不回了/)
    await resident.waitFor(new RegExp(ANSWER))
    expect(await caseRow(caseId)).toMatchObject({ status: 'answered', answer: ANSWER })
  })

  test('the card above an answer shows it at once, unless it shows something else by now', async () => {
    const text = (messageId: number) =>
      committee.messages().find(({ message_id }) => message_id === messageId)?.text
    const { prompt } = await begin('吴大伯')
    await committee.say('药在路上了', { replyTo: prompt })
    const card = prompt - 1
    expect(text(card)).toContain('答复了')
    expect(text(card)).toContain('药在路上了')

    const again = await begin('郑大妈')
    await committee.pressSeen({ messageId: again.prompt - 1, label: '⬅ 回到清单', data: 'l:p:0' })
    expect(text(again.prompt - 1)).toContain('件没办完')
    await committee.say('药到了', { replyTo: again.prompt })
    await again.resident.waitFor(/药到了/)
    expect(text(again.prompt - 1)).toContain('件没办完')
  })

  test('a plain post in the channel is no answer, and its writer is told how to give one', async () => {
    const { resident, prompt } = await begin('孙巧云')
    await committee.say('今晚七点，党员到村部开会。')
    const shown = committee.messages().find(({ message_id }) => message_id === prompt)
    expect(shown?.text).toContain('没有转给村民')
    await way.telegram.quiet()
    expect(heard(resident)).not.toContain('开会')
    way.telegram.world.say(committee.id, committee.chatId, { text: '药备齐了' }, { replyTo: prompt })
    await resident.waitFor(/药备齐了/)
  })

  test('of two who write an answer the first is heard, and the second is told', async () => {
    const { resident, prompt, caseId } = await begin('钱有粮')
    await committee.say('/cases')
    await walk(committee, [/^A\d/, '💬 答复'])
    const second = committee.screen().messageId
    const answer = (text: string, replyTo: number) => committee.say(text, { replyTo })
    await answer('第一个人的答复', prompt)
    await answer('第二个人的答复', second)
    const told = committee.messages().find(({ message_id }) => message_id === second)
    expect(told?.text).toContain('别人先答复了')
    expect(await caseRow(caseId)).toMatchObject({ answer: '第一个人的答复' })
    await resident.waitFor(/第一个人的答复/)
    expect(heard(resident)).not.toContain('第二个人的答复')
  })

  test('a plain member of the channel reads, and can neither accept nor answer', async () => {
    const { resident, caseId } = await begin('周老师')
    const member = way.telegram.person({ firstName: '看客' })
    way.telegram.world.addMember(committee.chatId, member.id)
    await committee.say('/cases')
    await committee.press(/^A\d/)
    const reader = member.in(committee.chatId)
    for (const label of ['受理', '答复']) {
      const answered = await reader.press(label)
      expect(answered.text).toContain('您可以看')
    }
    expect(await caseRow(caseId)).toMatchObject({ status: 'submitted' })
    expect(heard(resident)).not.toContain('受理了')
  })

  endOfScenario(() => way, ['王秀英', ANSWER])
})
