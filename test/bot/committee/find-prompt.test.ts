import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findPrompt } from '../../../src/bot/committee/find-prompt.ts'
import type { BotContext, BotDeps } from '../../../src/bot/context.ts'
import type { Database } from '../../../src/db/database.ts'
import { insertRegions, NOW } from '../../reports/support/feedback-rows.ts'
import { engines } from '../../support/databases.ts'

const CHANNEL = { id: -1001, type: 'channel' }
const GROUP = { id: -2002, type: 'group' }
const [ASKED, OTHER] = [11, 12]

describe.each(engines)('what a message in a committee’s chat is meant for, on $name,', ({ open }) => {
  let database: Database
  let caseId: string
  let eventId: bigint
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
    const submission = await database.prisma.submission.create({
      data: {
        id: randomUUID(),
        villageCode: '140822105201',
        topic: 'healthcare',
        cardVersion: 1,
        answers: {},
        urgency: 'can_wait',
        visibility: 'committee',
        receipt: '7K3FM92Q',
        createdAt: NOW,
        case: {
          create: {
            id: randomUUID(),
            holderCode: '140822105201',
            number: 1,
            status: 'answered',
            createdAt: NOW,
            events: { create: { kind: 'answered', text: '办好了', at: NOW } },
          },
        },
      },
      include: { case: { include: { events: true } } },
    })
    caseId = submission.case?.id ?? ''
    eventId = submission.case?.events[0]?.id ?? 0n
  })
  afterEach(() => database.prisma.answerPrompt.deleteMany())
  afterAll(() => database.close())

  const prompt = async (
    messageId: number,
    options: { minutesAgo: number; answered: boolean; chat?: typeof CHANNEL },
  ) => {
    const { minutesAgo, answered, chat = CHANNEL } = options
    await database.prisma.answerPrompt.create({
      data: {
        chatId: BigInt(chat.id),
        messageId,
        caseId,
        askedTelegramId: BigInt(ASKED),
        photoFileIds: [],
        answerEventId: answered ? eventId : null,
        createdAt: new Date(NOW.getTime() - minutesAgo * 60_000),
      },
    })
  }
  type Said = { text?: string; caption?: string; photo?: boolean; replyTo?: number; by?: number }
  const find = async ({ text, caption, photo, replyTo, by = ASKED }: Said, chat = CHANNEL) => {
    const msg = {
      text,
      caption,
      ...(photo ? { photo: [{ file_id: 'P' }] } : {}),
      ...(replyTo === undefined ? {} : { reply_to_message: { message_id: replyTo } }),
    }
    const deps = { prisma: database.prisma, clock: { now: () => NOW } } as unknown as BotDeps
    const found = await findPrompt(deps, { chat, msg, from: { id: by } } as unknown as BotContext)
    return { prompt: found.prompt?.messageId ?? null, done: found.done.map(({ messageId }) => messageId) }
  }

  it('is an open prompt for words and photos, for half an hour', async () => {
    await prompt(1, { minutesAgo: 29, answered: false })
    expect(await find({ text: '办好了' })).toEqual({ prompt: 1, done: [] })
    expect(await find({ photo: true, caption: '办好了' })).toEqual({ prompt: 1, done: [] })
    expect(await find({ photo: true })).toEqual({ prompt: 1, done: [] })
    await database.prisma.answerPrompt.deleteMany()
    await prompt(1, { minutesAgo: 31, answered: false })
    for (const said of [{ text: '办好了' }, { photo: true }])
      expect(await find(said)).toEqual({ prompt: null, done: [] })
  })

  it('is an answer that was given for photos only, for five minutes, until something else is said', async () => {
    await prompt(1, { minutesAgo: 4, answered: true })
    expect(await find({ photo: true })).toEqual({ prompt: 1, done: [] })
    expect(await find({ text: '明天开会', replyTo: 1 })).toEqual({ prompt: null, done: [] })
    expect(await find({ text: '明天开会' })).toEqual({ prompt: null, done: [1] })
    expect(await find({ photo: true, caption: '村口的花开了' })).toEqual({ prompt: null, done: [1] })
    await database.prisma.answerPrompt.deleteMany()
    await prompt(1, { minutesAgo: 6, answered: true })
    expect(await find({ photo: true })).toEqual({ prompt: null, done: [] })
    expect(await find({ photo: true, replyTo: 1 })).toEqual({ prompt: null, done: [] })
  })

  it('is in a group only what whoever was asked says, or what replies to the prompt', async () => {
    await prompt(1, { minutesAgo: 1, answered: true, chat: GROUP })
    expect(await find({ photo: true, by: OTHER }, GROUP)).toEqual({ prompt: null, done: [] })
    expect(await find({ text: '吃了吗', by: OTHER }, GROUP)).toEqual({ prompt: null, done: [] })
    expect(await find({ photo: true }, GROUP)).toEqual({ prompt: 1, done: [] })
    expect(await find({ photo: true, by: OTHER, replyTo: 1 }, GROUP)).toEqual({ prompt: 1, done: [] })
    expect(await find({ photo: true, by: OTHER, replyTo: 77 }, GROUP)).toEqual({ prompt: null, done: [] })
  })
})
