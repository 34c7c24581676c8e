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
  interface Said {
    text?: string
    caption?: string
    photo?: boolean
    voice?: boolean
    replyTo?: number
    album?: string
    by?: number
  }
  const find = async (
    { text, caption, photo, voice, replyTo, album, by = ASKED }: Said,
    chat = CHANNEL,
  ): Promise<string> => {
    const msg = {
      text,
      caption,
      ...(photo ? { photo: [{ file_id: 'P' }] } : {}),
      ...(voice ? { voice: { file_id: 'V' } } : {}),
      ...(album ? { media_group_id: album } : {}),
      ...(replyTo === undefined ? {} : { reply_to_message: { message_id: replyTo } }),
    }
    const deps = { prisma: database.prisma, clock: { now: () => NOW } } as unknown as BotDeps
    const found = await findPrompt(deps, { chat, msg, from: { id: by } } as unknown as BotContext)
    if (found.kind !== 'other') return `${found.kind} ${found.prompt.messageId}`
    const over = found.over.map(({ messageId }) => messageId)
    return `other${found.waiting ? ` while ${found.waiting.messageId} waits` : ''}${over.length > 0 ? ` and ${over} is over` : ''}`
  }

  it('is an answer only where it replies to the prompt, for half an hour', async () => {
    await prompt(1, { minutesAgo: 29, answered: false })
    expect(await find({ text: '办好了', replyTo: 1 })).toBe('words 1')
    expect(await find({ photo: true, caption: '办好了', replyTo: 1 })).toBe('words 1')
    expect(await find({ photo: true, replyTo: 1 })).toBe('photo 1')
    // a post about something else never goes to a resident
    expect(await find({ text: '今晚七点，党员到村部开会。' })).toBe('other while 1 waits')
    expect(await find({ text: '今晚七点，党员到村部开会。', replyTo: 77 })).toBe('other while 1 waits')
    expect(await find({ photo: true, caption: '村口的花开了' })).toBe('other while 1 waits')
    expect(await find({ photo: true })).toBe('other while 1 waits')
    await database.prisma.answerPrompt.deleteMany()
    await prompt(1, { minutesAgo: 31, answered: false })
    for (const said of [
      { text: '办好了', replyTo: 1 },
      { photo: true, replyTo: 1 },
    ])
      expect(await find(said)).toBe('other')
  })

  it('cannot be a voice: whoever replies with one is told so', async () => {
    await prompt(1, { minutesAgo: 1, answered: false })
    expect(await find({ voice: true, replyTo: 1 })).toBe('unreadable 1')
    expect(await find({ voice: true })).toBe('other while 1 waits')
  })

  it('is an answer that was given for photos only: in reply for five minutes, right behind it for one', async () => {
    await prompt(1, { minutesAgo: 4, answered: true })
    expect(await find({ photo: true, replyTo: 1 })).toBe('photo 1')
    expect(await find({ photo: true })).toBe('other')
    expect(await find({ text: '明天开会', replyTo: 1 })).toBe('late 1')
    expect(await find({ text: '明天开会' })).toBe('other and 1 is over')
    expect(await find({ photo: true, caption: '村口的花开了' })).toBe('other and 1 is over')
    await database.prisma.answerPrompt.deleteMany()
    await prompt(1, { minutesAgo: 0.5, answered: true })
    expect(await find({ photo: true })).toBe('photo 1')
    expect(await find({ photo: true, replyTo: 77 })).toBe('other')
    await database.prisma.answerPrompt.deleteMany()
    await prompt(1, { minutesAgo: 6, answered: true })
    for (const said of [{ photo: true }, { photo: true, replyTo: 1 }]) expect(await find(said)).toBe('other')
  })

  it('is right behind an answer in a group only for whoever was asked', async () => {
    await prompt(1, { minutesAgo: 0.5, answered: true, chat: GROUP })
    expect(await find({ photo: true, by: OTHER }, GROUP)).toBe('other')
    expect(await find({ photo: true, by: ASKED }, GROUP)).toBe('photo 1')
    expect(await find({ photo: true, by: OTHER, replyTo: 1 }, GROUP)).toBe('photo 1')
  })

  it('goes with the rest of its album', async () => {
    await prompt(1, { minutesAgo: 0.5, answered: true })
    await prompt(2, { minutesAgo: 4, answered: true })
    await database.prisma.answerPrompt.updateMany({ where: { messageId: 2 }, data: { album: 'both' } })
    expect(await find({ photo: true, album: 'both' })).toBe('photo 2')
  })
})
