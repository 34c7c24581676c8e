import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PresserActor } from '../../src/access/actor.ts'
import { answerCase } from '../../src/cases/actions/answer-case.ts'
import { applyTransition } from '../../src/cases/apply-transition.ts'
import { ASKED_AGAIN_DAYS, askLater, MOST_ASKS } from '../../src/cases/ask-later.ts'
import type { Database } from '../../src/db/database.ts'
import type { Job, SendJobOptions } from '../../src/db/job.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { askVerdict } from '../../src/jobs/ask-verdict.ts'
import type { JobDeps } from '../../src/jobs/job-deps.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import { scriptedSender } from '../digests/support/scripted-sender.ts'
import { insertRegions } from '../reports/support/feedback-rows.ts'
import { engines } from '../support/databases.ts'
import { agreedPerson } from '../support/known-people.ts'
import { openCase } from '../support/open-case.ts'

const VILLAGE = '140822105201'
const NOW = new Date('2026-11-20T02:00:00Z')
const texts = loadTexts(join(import.meta.dirname, '../../locales'), 'zh')

describe.each(engines)('whoever wants to be asked later, on $name,', ({ open }) => {
  let database: Database
  let owner: string
  const clock = { time: NOW, now: () => clock.time }
  const jobs: { job: Job; options: SendJobOptions | undefined }[] = []
  const sendJob = async (_: unknown, job: Job, options?: SendJobOptions) => void jobs.push({ job, options })
  const deps = () => ({ tx: database.prisma, clock, random, sendJob })
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
    owner = (await agreedPerson(database, { telegramId: 1, villageCode: VILLAGE, clock })).id
  })
  afterAll(() => database.close())

  async function answered(): Promise<string> {
    const { id } = await database.prisma.submission.create({
      data: {
        id: random.uuid(),
        personId: owner,
        villageCode: VILLAGE,
        topic: 'healthcare',
        cardVersion: 1,
        aspects: ['medicines'],
        answers: {},
        urgency: 'can_wait',
        visibility: 'committee',
        receipt: random.uuid().slice(0, 8),
        createdAt: clock.now(),
      },
    })
    const caseId = await openCase(database.prisma, {
      submissionId: id,
      villageCode: VILLAGE,
      visibility: 'committee',
      at: clock.now(),
    })
    await answer(caseId, '下周进药')
    return caseId
  }
  async function answer(caseId: string, text: string) {
    const actor: PresserActor = {
      kind: 'presser',
      chatId: -1,
      chatType: 'channel',
      telegramId: 9,
      regionCode: VILLAGE,
      runsChat: true,
      grants: [],
    }
    clock.time = new Date(clock.time.getTime() + 60_000)
    expect(await answerCase(deps(), { actor, caseId, text })).toMatchObject({ ok: true })
    jobs.length = 0
  }
  const later = (caseId: string, asks: number) => askLater(deps(), { personId: owner, caseId, asks })
  /** Does the job that was left; what it sent. */
  async function ask() {
    const left = jobs.pop()
    if (left?.job.name !== 'ask-verdict') throw new Error('nothing was left to ask')
    expect(left.options).toEqual({ afterSeconds: ASKED_AGAIN_DAYS * 86_400 })
    const { sender, posts } = scriptedSender()
    const all = { ...deps(), prisma: database.prisma, texts, sender, log: pino({ level: 'silent' }) }
    await askVerdict.handle(all as unknown as JobDeps, left.job.data, random.uuid())
    return posts.map(({ message }) => message)
  }
  const laterOn = (message: { buttons?: { label: string }[][] } | undefined) =>
    message?.buttons?.flat().some(({ label }) => label === '⏰ 过几天再问我')

  it('is asked again some days later, with the answer and the same buttons, a few times at most', async () => {
    const caseId = await answered()
    for (let asks = 0; asks < MOST_ASKS; asks++) {
      expect(await later(caseId, asks)).toBe(true)
      const [message, ...others] = await ask()
      expect(others).toEqual([])
      expect(message?.text).toMatch(/“药品不全”[\s\S]*“下周进药”[\s\S]*解决了吗？$/)
      expect(message?.buttons?.flat().map(({ label }) => label)).toContain('✅ 解决了')
      expect(laterOn(message)).toBe(asks + 1 < MOST_ASKS)
    }
    expect(await later(caseId, MOST_ASKS)).toBe(false)
  })

  it('is asked once, however often the button is pressed', async () => {
    const caseId = await answered()
    expect([await later(caseId, 0), await later(caseId, 0)]).toEqual([true, false])
    expect(jobs).toHaveLength(1)
  })

  it('is not asked once they said it, or where another answer asked anew', async () => {
    const said = await answered()
    await later(said, 0)
    const actor = { kind: 'person' as const, personId: owner, telegramId: 1 }
    await applyTransition(
      { ...deps(), sendJob: async () => {} },
      { actor, caseId: said, action: { kind: 'verdict', verdict: 'fixed' } },
    )
    expect(await ask()).toEqual([])
    expect(await later(said, 1)).toBe(false)

    const again = await answered()
    await later(again, 0)
    const [earlier] = jobs
    await answer(again, '药到了')
    await later(again, 0)
    expect((await ask())[0]?.text).toContain('“药到了”')
    if (earlier) jobs.push(earlier)
    expect(await ask()).toEqual([])
  })

  it('is nobody else', async () => {
    const caseId = await answered()
    const stranger = (await agreedPerson(database, { telegramId: 2, villageCode: VILLAGE, clock })).id
    expect(await askLater(deps(), { personId: stranger, caseId, asks: 0 })).toBe(false)
    expect(jobs).toEqual([])
  })
})
