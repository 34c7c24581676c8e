import { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import { formatReceipt } from '../feedback/receipt.ts'
import type { Locale } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import { caseAlias } from '../messages/case-alias.ts'
import { describeRegions, regionLabel } from '../regions/describe-region.ts'
import { ofPrivateChat } from './conversation-rows.ts'
import type { ExportedSubmission, PersonalData } from './personal-data.ts'

/**
 * Everything that is kept of a Telegram user, for them alone: words stand as they were said, unmasked. The parts are empty
 * where nothing is kept. Names of regions are in the given language. Of photos and voices this has what is known of them; the files themselves are not in it.
 */
export async function exportPersonalData(
  { db, clock }: { db: Db; clock: Clock },
  telegramId: number,
  locale: Locale = 'zh',
): Promise<PersonalData> {
  const id = BigInt(telegramId)
  const person = await db.person.findUnique({
    where: { telegramId: id },
    include: {
      draft: true,
      followedVillages: true,
      privateDigests: { orderBy: { createdAt: 'asc' } },
      pendingProxies: { orderBy: { createdAt: 'asc' } },
      filed: {
        where: { consent: 'code' },
        include: { submission: { select: { receipt: true } } },
        orderBy: { consentedAt: 'asc' },
      },
    },
  })
  const submissions = person ? await submissionsOf(db, person.id) : []
  const endorsements = person ? await endorsementsOf(db, person.id) : []
  const looks = await looksAt(db, { person: { telegramId: id } })
  const draft = person?.draft ?? null
  const followed = person?.followedVillages ?? []
  const digests = person?.privateDigests ?? []
  const pending = person?.pendingProxies ?? []
  const codes = [
    person?.homeVillageCode,
    person?.speakingVillageCode,
    draft?.villageCode,
    ...[...submissions, ...followed, ...digests, ...pending].map((row) => row.villageCode),
    ...endorsements.map(({ submission }) => submission.villageCode),
    ...looks.map(({ regionCode }) => regionCode),
  ]
  const villages = await describeRegions(
    db,
    codes.filter((code) => code != null),
  )
  const village = (code: string) => {
    const described = villages.get(code)
    return { code, name: described ? regionLabel(described, locale) : code }
  }
  return {
    format: 'xiangyin-personal-data',
    version: 1,
    exportedAt: clock.now().toISOString(),
    person: person && {
      telegramId,
      language: person.locale,
      homeVillage: person.homeVillageCode === null ? null : village(person.homeVillageCode),
      speakingVillage: person.speakingVillageCode === null ? null : village(person.speakingVillageCode),
      consentedAt: iso(person.consentedAt),
      consentVersion: person.consentVersion,
      consentWithdrawnAt: iso(person.consentWithdrawnAt),
      guardianConsentedAt: iso(person.guardianConsentedAt),
      guardianConsentVersion: person.guardianConsentVersion,
      blockedBotAt: iso(person.blockedAt),
      mutedAt: iso(person.mutedAt),
      createdAt: person.createdAt.toISOString(),
    },
    followedVillages: followed.map(({ villageCode, digestWanted, createdAt }) => ({
      village: village(villageCode),
      digestWanted,
      since: createdAt.toISOString(),
    })),
    privateDigests: digests.map(({ villageCode, periodKey, state, sentAt }) => ({
      village: village(villageCode),
      period: periodKey,
      state,
      sentAt: iso(sentAt),
    })),
    draft: draft && {
      village: village(draft.villageCode),
      topic: draft.topic,
      cardVersion: draft.cardVersion,
      state: draft.state,
      filedFor: draft.filedFor,
      createdAt: draft.createdAt.toISOString(),
      updatedAt: draft.updatedAt.toISOString(),
    },
    pendingProxies: pending.map(
      ({ villageCode, topic, relationship, name, state, createdAt, expiresAt }) => ({
        village: village(villageCode),
        topic,
        relationship,
        name,
        state,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      }),
    ),
    filedForOthers: (person?.filed ?? []).map(({ relationship, name, consentedAt, submission }) => ({
      receipt: formatReceipt(submission.receipt),
      relationship,
      name,
      consentedAt: consentedAt.toISOString(),
    })),
    submissions: submissions.map((row) => exportedSubmission(row, village(row.villageCode))),
    endorsements: endorsements.map(({ submission, createdAt }) => ({
      village: village(submission.villageCode),
      topic: submission.topic,
      aspects: submission.aspects,
      createdAt: createdAt.toISOString(),
    })),
    looks: looks.map((row) => ({
      ...exportedLook(row),
      office: row.regionCode === null ? null : village(row.regionCode),
    })),
    ...(await besideCards(db, telegramId)),
  }
}

function looksAt(db: Db, where: Prisma.IdentityLookWhereInput) {
  return db.identityLook.findMany({
    where,
    select: { at: true, place: true, regionCode: true, case: { select: { number: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
}

const exportedLook = (row: Awaited<ReturnType<typeof looksAt>>[number]) => ({
  at: row.at.toISOString(),
  case: caseAlias(row.case.number),
  place: row.place,
})

function endorsementsOf(db: Db, personId: string) {
  return db.endorsement.findMany({
    where: { personId },
    select: { createdAt: true, submission: { select: { villageCode: true, topic: true, aspects: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

const WITH_ALL = {
  attachments: { orderBy: [{ question: 'desc' }, { position: 'asc' }] },
  additions: { orderBy: { createdAt: 'asc' } },
  filedFor: true,
  case: { include: { events: { orderBy: { id: 'asc' } } } },
} satisfies Prisma.SubmissionInclude

function submissionsOf(db: Db, personId: string) {
  return db.submission.findMany({
    where: { personId },
    include: WITH_ALL,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

type Row = Prisma.SubmissionGetPayload<{ include: typeof WITH_ALL }>

function exportedSubmission(row: Row, village: ExportedSubmission['village']): ExportedSubmission {
  return {
    receipt: formatReceipt(row.receipt),
    village,
    topic: row.topic,
    cardVersion: row.cardVersion,
    aspects: row.aspects,
    satisfaction: row.satisfaction,
    answers: row.answers,
    words: row.words,
    wish: row.wish,
    urgency: row.urgency,
    visibility: row.visibility,
    signedName: row.signedName,
    filedFor: row.filedFor && {
      relationship: row.filedFor.relationship,
      name: row.filedFor.name,
      consent: row.filedFor.consent,
      consentedAt: row.filedFor.consentedAt.toISOString(),
    },
    createdAt: row.createdAt.toISOString(),
    attachments: row.attachments.map((each) => ({
      question: each.question,
      kind: each.kind,
      fileId: each.fileId,
      latitude: each.latitude,
      longitude: each.longitude,
      state: each.state,
      mediaType: each.mediaType,
      bytes: each.bytes,
      durationSeconds: each.durationSeconds,
    })),
    additions: row.additions.map(({ text, createdAt }) => ({ text, createdAt: createdAt.toISOString() })),
    case: row.case && {
      status: row.case.status,
      acceptedAt: iso(row.case.acceptedAt),
      answeredAt: iso(row.case.answeredAt),
      answer: row.case.answer,
      verdict: row.case.verdict,
      contentment: row.case.contentment,
      events: row.case.events.map(exportedEvent),
    },
  }
}

/** What hangs on the Telegram id and not on the person: an administrator or committee member may never have filled a card. */
async function besideCards(
  db: Db,
  telegramId: number,
): Promise<Pick<PersonalData, 'savedQueries' | 'conversations' | 'committeeWork'>> {
  const id = BigInt(telegramId)
  const queries = await db.feedbackQuery.findMany({
    where: { telegramId: id },
    orderBy: { updatedAt: 'asc' },
  })
  const conversations = await db.$queryRaw<{ state: Prisma.JsonValue; updatedAt: Date }[]>(
    Prisma.sql`SELECT state, updated_at AS "updatedAt" FROM conversation_state WHERE ${ofPrivateChat(telegramId)}`,
  )
  const events = await db.caseEvent.findMany({ where: { actorTelegramId: id }, orderBy: { id: 'asc' } })
  const chats = await db.committeeChat.findMany({
    where: { linkedByTelegramId: id },
    orderBy: { chatId: 'asc' },
  })
  const chatEvents = await db.committeeChatEvent.findMany({
    where: { actorTelegramId: id },
    orderBy: { id: 'asc' },
  })
  const grants = await db.accessGrant.findMany({
    where: { OR: [{ holderTelegramId: id }, { grantedByTelegramId: id }] },
    orderBy: { id: 'asc' },
  })
  const recordings = await db.recording.findMany({
    where: { recordedByTelegramId: id },
    orderBy: { recordedAt: 'asc' },
  })
  const prompts = await db.answerPrompt.findMany({
    where: { askedTelegramId: id },
    orderBy: { createdAt: 'asc' },
  })
  return {
    savedQueries: queries.map((row) => ({
      id: row.id,
      filter: row.filter,
      updatedAt: row.updatedAt.toISOString(),
    })),
    conversations: conversations.map((row) => ({ state: row.state, updatedAt: row.updatedAt.toISOString() })),
    committeeWork: {
      caseEvents: events.map(exportedEvent),
      chats: chats.map((chat) => ({
        chatId: Number(chat.chatId),
        title: chat.title,
      })),
      chatEvents: chatEvents.map((row) => ({
        chatId: Number(row.chatId),
        kind: row.kind,
        regionBefore: row.regionBefore,
        regionAfter: row.regionAfter,
        at: row.at.toISOString(),
      })),
      grants: grants.map((row) => ({
        held: row.holderTelegramId === id,
        given: row.grantedByTelegramId === id,
        role: row.role,
        regionCode: row.regionCode,
        grantedAt: row.grantedAt.toISOString(),
        until: iso(row.until),
        endedAt: iso(row.endedAt),
      })),
      recordings: recordings.map((row) => ({
        regionCode: row.regionCode,
        screen: row.screen,
        durationSeconds: row.durationSeconds,
        recordedAt: row.recordedAt.toISOString(),
      })),
      answerPrompts: prompts.map(({ chatId, messageId, createdAt }) => ({
        chatId: Number(chatId),
        messageId,
        createdAt: createdAt.toISOString(),
      })),
      looks: (await looksAt(db, { viewerId: id })).map(exportedLook),
    },
  }
}

const exportedEvent = ({ kind, text, at }: { kind: string; text: string | null; at: Date }) => ({
  kind,
  text,
  at: at.toISOString(),
})

const iso = (date: Date | null) => date?.toISOString() ?? null
