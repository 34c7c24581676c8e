import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '../../../prisma/client/client.ts'

export const HER = {
  telegramId: 7_654_321_987,
  name: '王秀兰',
  words: '降压药常常断，要去县里买',
  wish: '想有个吃午饭的地方',
}
/** Begins with the same digits. */
export const HIS = { telegramId: 76_543_219_870, words: '校车停在村口就好' }

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 2))

/** A woman with everything that can be kept of somebody, and a man whose cards must not be touched. Needs the regions. */
export async function insertKeptPeople(prisma: PrismaClient): Promise<{ postedId: string }> {
  const [her, him] = [randomUUID(), randomUUID()]
  const base = { locale: null, consentedAt: at(1), consentVersion: 1, createdAt: at(1) }
  await prisma.person.createMany({
    data: [
      { ...base, id: her, telegramId: BigInt(HER.telegramId), locale: 'zh', homeVillageCode: '140822105201' },
      { ...base, id: him, telegramId: BigInt(HIS.telegramId) },
    ],
  })
  await prisma.draft.create({
    data: {
      id: randomUUID(),
      personId: her,
      villageCode: '140822199201',
      topic: 'schooling',
      cardVersion: 1,
      state: { at: 'wish', words: HER.words },
      createdAt: at(10),
      updatedAt: at(11),
    },
  })
  const waiting = await insertCard(prisma, her, {
    day: 2,
    words: HER.words,
    name: HER.name,
    status: 'accepted',
  })
  await insertCard(prisma, her, { day: 3, words: null, name: null, status: 'answered' })
  await insertCard(prisma, him, { day: 4, words: HIS.words, name: null, status: 'submitted' })
  await prisma.attachment.create({
    data: {
      id: randomUUID(),
      submissionId: waiting,
      question: 'words',
      position: 0,
      kind: 'photo',
      fileId: 'PHOTO1',
    },
  })

  const telegramId = BigInt(HER.telegramId)
  await prisma.committeeChat.create({
    data: {
      chatId: -100200300n,
      type: 'channel',
      title: '乌停村委会',
      linkedByTelegramId: telegramId,
    },
  })
  await prisma.committeeChatEvent.create({
    data: {
      chatId: -100200300n,
      kind: 'linked',
      regionAfter: '140822105201',
      actorTelegramId: telegramId,
      at: at(1),
    },
  })
  await prisma.accessGrant.create({
    data: { holderTelegramId: telegramId, role: 'administrator', regionCode: '140822', grantedAt: at(1) },
  })
  const digest = { chatId: -100200300n, regionCode: '140822105201', periodStart: at(1), periodEnd: at(8) }
  await prisma.digest.createMany({
    data: [
      { ...digest, id: randomUUID(), state: 'sent', quotedIds: [waiting], messageId: 7, createdAt: at(8) },
      { ...digest, id: randomUUID(), state: 'unknown', quotedIds: [waiting], createdAt: at(8) },
      { ...digest, id: randomUUID(), state: 'sent', quotedIds: [], createdAt: at(9) },
    ],
  })
  const hisCase = await prisma.case.findFirstOrThrow({ where: { submission: { personId: him } } })
  await prisma.caseEvent.create({
    data: { caseId: hisCase.id, kind: 'accepted', actorTelegramId: telegramId, at: at(5) },
  })
  await prisma.endorsement.create({
    data: { id: randomUUID(), submissionId: hisCase.submissionId, personId: her, createdAt: at(6) },
  })
  await prisma.answerPrompt.create({
    data: {
      chatId: -100200300n,
      messageId: 5,
      caseId: hisCase.id,
      askedTelegramId: telegramId,
      createdAt: at(5),
    },
  })
  await prisma.feedbackQuery.create({
    data: { id: 'ABCDEFGH', telegramId, filter: { words: '药' }, updatedAt: at(5) },
  })
  await prisma.conversationState.createMany({
    data: [`${HER.telegramId}`, `${HER.telegramId}:card`, `${HIS.telegramId}`].map((key) => ({
      key,
      state: { waitsFor: 'words' },
      updatedAt: at(5),
    })),
  })
  const hersCase = await prisma.case.findFirstOrThrow({ where: { submissionId: waiting } })
  await prisma.identityLook.createMany({
    data: [
      { personId: her, caseId: hersCase.id, viewerId: 99n, regionCode: '140822105201' },
      { personId: her, caseId: hersCase.id, viewerId: -100200300n, regionCode: '140822105201' },
      { personId: him, caseId: hisCase.id, viewerId: telegramId, regionCode: null },
    ].map((look) => ({ ...look, place: 'case', day: '2026-11-05', at: at(5) })),
  })
  const postedId = randomUUID()
  const text = `A01 药品不全：“${HER.words}” 署名：${HER.name}\nA02 “${HIS.words}”`
  const mark = (shown: string, kind: string, submissionId: string) => ({
    kind,
    submissionId,
    offset: text.indexOf(shown),
    length: shown.length,
  })
  const posted = { entities: [], buttons: [], locale: 'zh', editOwed: false, postedAt: at(8) }
  await prisma.postedMessage.createMany({
    data: [
      {
        ...posted,
        id: postedId,
        chatId: -100200300n,
        messageId: 7,
        text,
        entities: [{ type: 'bold', offset: text.lastIndexOf('A02'), length: 3 }],
        marks: [
          mark(HER.words, 'words', waiting),
          mark(HER.name, 'name', waiting),
          mark(HIS.words, 'words', hisCase.submissionId),
        ],
        submissionIds: [waiting, hisCase.submissionId],
      },
      // what she sees herself is hers
      {
        ...posted,
        id: randomUUID(),
        chatId: telegramId,
        messageId: 3,
        text: HIS.words,
        marks: [{ kind: 'words', submissionId: hisCase.submissionId, offset: 0, length: HIS.words.length }],
        submissionIds: [hisCase.submissionId],
      },
    ],
  })
  return { postedId }
}

let number = 0

async function insertCard(
  prisma: PrismaClient,
  personId: string,
  card: {
    day: number
    words: string | null
    name: string | null
    status: 'submitted' | 'accepted' | 'answered'
  },
): Promise<string> {
  const id = randomUUID()
  const answer = card.status === 'answered' ? `${HER.name}您好，${HER.wish}，办好了` : null
  number += 1
  await prisma.submission.create({
    data: {
      id,
      personId,
      villageCode: '140822105201',
      topic: 'healthcare',
      cardVersion: 1,
      aspects: ['medicines'],
      satisfaction: 2,
      answers: { about: 'elder', first_visit: 'county' },
      words: card.words,
      wish: card.words === HIS.words ? null : HER.wish,
      urgency: 'now',
      visibility: card.name ? 'committee_named' : 'committee',
      signedName: card.name,
      receipt: `7K3FM9${String(number).padStart(2, '0')}`,
      createdAt: at(card.day),
      case: {
        create: {
          id: randomUUID(),
          holderCode: '140822105201',
          number,
          status: card.status,
          answer,
          acceptedAt: card.status === 'submitted' ? null : at(card.day),
          answeredAt: answer ? at(card.day) : null,
          createdAt: at(card.day),
          events: {
            create: [
              { kind: 'submitted', text: card.words, at: at(card.day) },
              ...(answer ? [{ kind: 'answered', actorTelegramId: 99n, text: answer, at: at(card.day) }] : []),
            ],
          },
        },
      },
    },
  })
  return id
}
