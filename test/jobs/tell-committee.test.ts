import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import type { Job, SendJobOptions } from '../../src/db/job.ts'
import { dropDeliveries } from '../../src/deliveries/outbox.ts'
import type { JobDeps, JobOutcome } from '../../src/jobs/job-deps.ts'
import { tellCommittee } from '../../src/jobs/tell-committee.ts'
import { tellReader } from '../../src/jobs/tell-reader.ts'
import type { OutgoingMessage } from '../../src/lib/outgoing-message.ts'
import type { SendOutcome } from '../../src/sinks/telegram/send-outcome.ts'
import type { Sender } from '../../src/sinks/telegram/sender.ts'
import {
  addCase,
  addRegions,
  countingRandom,
  idOf,
  linkChat,
  TIME_ZONE,
  texts,
  VILLAGE,
} from '../digests/support/digest-rows.ts'
import { engines } from '../support/databases.ts'

const START = new Date('2026-11-23T02:00:00Z')
const READERS = [-301, -302, -303]
const WORDS = '今晚路上的井盖没了'
const CONTENT = idOf('the job')

describe.each(engines)('news of a case for three readers, on $name,', ({ open }) => {
  let database: Database
  let now = START
  let posts: { chatId: number; message: OutgoingMessage }[] = []
  let left: { job: Job; options: SendJobOptions | undefined }[] = []
  /** what the sink does with the next message for a chat */
  let script = new Map<number, (() => SendOutcome)[]>()
  const random = countingRandom('tell')
  const caseId = () => idOf('case urgent')

  const sender = (before: () => Promise<boolean>): Sender => {
    const send = async (chatId: number, message: OutgoingMessage): Promise<SendOutcome> => {
      if (!(await before())) return { kind: 'later', retryAfterSeconds: 1 }
      const next = script.get(chatId)?.shift()
      const outcome = next?.() ?? { kind: 'sent', messageId: posts.length + 1 }
      if (outcome.kind !== 'later') posts.push({ chatId, message })
      return outcome
    }
    return {
      with: (options) => sender(options.before ?? before),
      sendMessage: send,
      sendPhoto: (chatId, _photo, caption) => send(chatId, caption ?? { text: '' }),
      sendAlbum: (chatId, _photos, caption) => send(chatId, caption),
      editMessage: (chatId, _id, message) => send(chatId, message),
      deleteMessage: (chatId) => send(chatId, { text: '' }),
    }
  }
  const deps = (): JobDeps =>
    ({
      prisma: database.prisma,
      clock: { now: () => now },
      random,
      texts,
      log: pino({ level: 'silent' }),
      sender: sender(async () => true),
      sendJob: async (_: unknown, job: Job, options?: SendJobOptions) => void left.push({ job, options }),
      administratorIds: [],
      timeZone: TIME_ZONE,
    }) as unknown as JobDeps

  beforeAll(async () => {
    database = await open()
    await addRegions(database.prisma)
    await addCase(database.prisma, { name: 'urgent', at: START, urgency: 'now', words: WORDS })
    for (const chatId of READERS) await linkChat(database.prisma, chatId, VILLAGE)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    const { prisma } = database
    now = START
    posts = []
    left = []
    script = new Map()
    await prisma.delivery.deleteMany()
    await prisma.postedMessage.deleteMany()
    await prisma.case.updateMany({ data: { status: 'submitted' } })
  })

  const plan = async () => await tellCommittee.handle(deps(), { caseId: caseId(), news: 'new' }, CONTENT)
  /** Runs the jobs that were left, as the worker does: again where one throws. */
  const runJobs = async (times = 1): Promise<(JobOutcome | 'thrown')[]> => {
    const outcomes: (JobOutcome | 'thrown')[] = []
    for (let i = 0; i < times; i++)
      for (const { job } of [...left])
        if (job.name === 'tell-reader')
          outcomes.push(await tellReader.handle(deps(), job.data, CONTENT).catch(() => 'thrown' as const))
    return outcomes
  }
  const states = async () =>
    (await database.prisma.delivery.findMany({ orderBy: { chatId: 'desc' } })).map(({ state }) => state)
  const heard = () => posts.map(({ chatId }) => chatId).sort((a, b) => b - a)
  const minutesOn = (minutes: number) => {
    now = new Date(START.getTime() + minutes * 60_000)
  }

  it('is planned as a delivery and a job each, once, however often the job runs', async () => {
    expect(await plan()).toEqual({ kind: 'done', counts: { planned: 3 } })
    expect(left.map(({ job }) => job.name)).toEqual(['tell-reader', 'tell-reader', 'tell-reader'])
    expect(left.map(({ options }) => options)).toEqual([
      { isUrgent: true },
      { isUrgent: true },
      { isUrgent: true },
    ])
    expect(await plan()).toEqual({ kind: 'done', counts: { planned: 0 } })
    await runJobs(2)
    expect(heard()).toEqual(READERS)
    expect(posts[0]?.message.text).toContain('今晚')
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
    expect(await plan()).toEqual({ kind: 'done', counts: { planned: 0 } })
    await runJobs()
    expect(heard()).toEqual(READERS)
  })

  it('reaches the others once where one is answered 429, and that one later', async () => {
    script.set(-302, [() => ({ kind: 'later', retryAfterSeconds: 9 })])
    await plan()
    expect((await runJobs())[1]).toEqual({ kind: 'again', afterSeconds: 9 })
    expect(heard()).toEqual([-301, -303])
    expect(await states()).toEqual(['sent', 'pending', 'sent'])
    await runJobs()
    expect(heard()).toEqual(READERS)
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
  })

  it('is not repeated to one of whom the answer was lost, nor to the others', async () => {
    script.set(-302, [() => ({ kind: 'unknown' })])
    await plan()
    await runJobs(3)
    expect(heard()).toEqual(READERS)
    expect(await states()).toEqual(['sent', 'unknown', 'sent'])
  })

  it('is unknown, and not repeated, where the process was killed during the call', async () => {
    const killed = () => {
      throw new Error('killed')
    }
    script.set(-302, [killed])
    await plan()
    expect((await runJobs())[1]).toBe('thrown')
    expect(await states()).toEqual(['sent', 'sending', 'sent'])
    minutesOn(5)
    expect((await runJobs())[1]).toMatchObject({ kind: 'again' })
    minutesOn(11)
    expect((await runJobs())[1]).toMatchObject({ kind: 'done', counts: { unknown: 1 } })
    await runJobs()
    expect(await states()).toEqual(['sent', 'unknown', 'sent'])
    expect(heard()).toEqual([-301, -303])
  })

  it('is sent once where the process was killed before the call', async () => {
    await plan()
    const [, second] = left
    if (second?.job.name !== 'tell-reader') throw new Error('no job')
    const dies = { ...deps(), texts: { ...texts, t: () => expect.unreachable() } }
    await expect(tellReader.handle(dies as unknown as JobDeps, second.job.data, CONTENT)).rejects.toThrow()
    expect(await states()).toEqual(['pending', 'pending', 'pending'])
    await runJobs(2)
    expect(heard()).toEqual(READERS)
  })

  it('is sent once where two workers have the same job at the same time', async () => {
    await plan()
    await Promise.all([runJobs(), runJobs(), runJobs()])
    expect(heard()).toEqual(READERS)
  })

  it('is not sent any more where the case was erased, or its rows were dropped', async () => {
    await plan()
    const { prisma } = database
    const { submissionId } = await prisma.case.findUniqueOrThrow({ where: { id: caseId() } })
    expect(await dropDeliveries(prisma, { submissionIds: [submissionId], chatId: 1 })).toBe(3)
    expect(await runJobs()).toEqual([1, 2, 3].map(() => ({ kind: 'done', counts: {} })))
    left = []
    await plan()
    await prisma.case.update({ where: { id: caseId() }, data: { status: 'erased' } })
    await runJobs()
    expect(posts).toEqual([])
    expect(await states()).toEqual([])
  })

  it('is not sent to a chat that no longer reads it', async () => {
    await plan()
    const { prisma } = database
    await prisma.committeeChat.update({ where: { chatId: -303 }, data: { leftAt: START } })
    await runJobs()
    await prisma.committeeChat.update({ where: { chatId: -303 }, data: { leftAt: null } })
    expect(heard()).toEqual([-301, -302])
  })
})
