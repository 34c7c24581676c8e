import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSchema } from './support/read-schema.ts'

const source = (name: string) => readFileSync(join(import.meta.dirname, '../../src', `${name}.ts`), 'utf8')
const exportSource = source('privacy/export-personal-data')
const eraseSource = ['privacy/erase-person', 'privacy/erase-submissions', 'cases/actions/erase-cases']
  .map(source)
  .join('\n')

/** Tables that hold nothing of anybody. */
const IMPERSONAL = ['Region', 'CaseCounter', 'ProcessedUpdate']

const INTERNAL = 'an id of our own that says nothing to anybody'
const WHERE = 'where it stands in a chat, in a store or in an order: of no meaning outside'
const OF_THE_COMMITTEE = "the committee's, not the person's"
const DAY = 'its day is counted; the minute goes'
const COUNTED = 'it is counted, and without the person it tells nothing of anybody'

/** What is in the file that somebody takes along. */
const EXPORTED: Record<string, string> = {
  Person:
    'telegramId locale homeVillageCode consentedAt consentVersion consentWithdrawnAt guardianConsentedAt ' +
    'guardianConsentVersion mutedAt blockedAt createdAt speakingVillageCode',
  IdentityLook: 'viewerId regionCode place at',
  FollowedVillage: 'villageCode digestWanted createdAt',
  Draft: 'villageCode topic cardVersion state filedFor createdAt updatedAt',
  FiledFor: 'relationship name consent consentedAt',
  PendingProxy: 'villageCode topic state relationship name createdAt expiresAt',
  Recording: 'regionCode screen durationSeconds recordedByTelegramId recordedAt',
  Submission:
    'villageCode topic cardVersion aspects satisfaction answers words wish urgency visibility signedName receipt createdAt',
  Endorsement: 'createdAt',
  Addition: 'text createdAt',
  Attachment: 'question kind fileId latitude longitude state mediaType bytes durationSeconds',
  Case: 'status acceptedAt answeredAt answer verdict contentment',
  CaseEvent: 'kind actorTelegramId text at',
  AnswerPrompt: 'chatId messageId askedTelegramId createdAt',
  CommitteeChat: 'chatId title linkedByTelegramId',
  CommitteeChatEvent: 'chatId kind regionBefore regionAfter actorTelegramId at',
  AccessGrant: 'holderTelegramId grantedByTelegramId role regionCode until grantedAt endedAt',
  PrivateDigest: 'villageCode periodKey state sentAt',
  FeedbackQuery: 'telegramId filter updatedAt',
  ConversationState: 'state updatedAt',
}

/** What is not in it, and why. */
const NOT_EXPORTED: Record<string, string> = {
  'Draft.messageId': WHERE,
  'Draft.remindedAt': 'a reminder is in the chat itself',
  'FiledFor.filerId': 'said by where it stands: below the card, or among those that the person filed',
  'PendingProxy.filerId': 'the person themself',
  'PendingProxy.cardVersion': 'which questions were asked; the answers are there',
  'PendingProxy.code': 'good once, for somebody else',
  'PendingProxy.ended': 'without consent: nothing that was said is left',
  'Recording.fileId': WHERE,
  'Recording.state': WHERE,
  'Recording.refusal': WHERE,
  'Recording.mediaType': WHERE,
  'Recording.bytes': WHERE,
  'Attachment.answerEventId': INTERNAL,
  'AnswerPrompt.photoFileIds': OF_THE_COMMITTEE,
  'AnswerPrompt.answerEventId': INTERNAL,
  'AnswerPrompt.album': OF_THE_COMMITTEE,
  'AnswerPrompt.knowsEventId': INTERNAL,
  'AnswerPrompt.cardMessageId': WHERE,
  'CaseEvent.fromStatus': 'said by the line before',
  'CaseEvent.toStatus': 'said by kind',
  'PrivateDigest.periodStart': 'said by periodKey',
  'PrivateDigest.periodEnd': 'said by periodKey',
  'PrivateDigest.messageId': WHERE,
  'PrivateDigest.createdAt': 'when it was planned: sentAt says when it came',
  'Submission.pairs': 'made of words and wish, which are there',
  'Attachment.position': WHERE,
  'Attachment.refusal': 'said by state',
  'Attachment.storageKey': WHERE,
  'Case.number': OF_THE_COMMITTEE,
  'Case.holderCode': OF_THE_COMMITTEE,
  'Case.createdAt': 'said by the submission',
  'Case.verdictAt': 'among the events',
  'Case.verdictAsks': 'how often a question of ours was put off',
  'IdentityLook.day': 'said by at',
  'CommitteeChat.type': OF_THE_COMMITTEE,
  'CommitteeChat.leftAt': OF_THE_COMMITTEE,
  'CommitteeChat.regionCode': OF_THE_COMMITTEE,
  'CommitteeChat.linkedAt': OF_THE_COMMITTEE,
  'CommitteeChatEvent.formerChatId': OF_THE_COMMITTEE,
  'Digest.*': 'quotes that are in the submissions; by id of our own',
  'CaseCard.*': 'which message of a committee shows which case: nothing of a person',
  'PostedMessage.*':
    "how the person's words stand in others' chats, and others' words in theirs: not theirs to take along",
  'Delivery.*': 'that a message was sent, without what it said: it is in the chat itself',
  'ConversationState.key': 'the chat with the person',
}

/** What stays when somebody is erased, and why. */
const NOT_ERASED: Record<string, string> = {
  'Submission.id': INTERNAL,
  'Submission.villageCode': COUNTED,
  'Submission.topic': COUNTED,
  'Submission.cardVersion': COUNTED,
  'Submission.aspects': COUNTED,
  'Submission.satisfaction': COUNTED,
  'Submission.pairs': 'the database makes it of words and wish: it goes with them',
  'Submission.urgency': COUNTED,
  'Submission.visibility': COUNTED,
  'Submission.receipt': 'an id of our own takes its place',
  'Submission.createdAt': DAY,
  'FiledFor.submissionId': INTERNAL,
  'FiledFor.relationship': COUNTED,
  'FiledFor.consent': COUNTED,
  'FiledFor.consentedAt': DAY,
  ...Object.fromEntries(
    'id regionCode screen fileId durationSeconds state refusal mediaType bytes recordedAt'
      .split(' ')
      .map((column) => [
        `Recording.${column}`,
        'a screen of ours read aloud, for the residents: of whom, goes',
      ]),
  ),
  'Endorsement.id': INTERNAL,
  'Endorsement.submissionId': COUNTED,
  'Case.id': INTERNAL,
  'Case.submissionId': INTERNAL,
  'Case.holderCode': COUNTED,
  'Case.number': OF_THE_COMMITTEE,
  'Case.acceptedAt': DAY,
  'Case.answeredAt': DAY,
  'Case.verdict': COUNTED,
  'Case.verdictAt': DAY,
  'Case.verdictAsks': COUNTED,
  'Case.contentment': COUNTED,
  'Case.createdAt': DAY,
  'CaseEvent.id': INTERNAL,
  'CaseEvent.caseId': INTERNAL,
  'CaseEvent.kind': COUNTED,
  'CaseEvent.fromStatus': COUNTED,
  'CaseEvent.toStatus': COUNTED,
  'CaseEvent.at': DAY,
  'CommitteeChat.chatId': OF_THE_COMMITTEE,
  'CommitteeChat.type': OF_THE_COMMITTEE,
  'CommitteeChat.title': OF_THE_COMMITTEE,
  'CommitteeChat.leftAt': OF_THE_COMMITTEE,
  'CommitteeChat.regionCode': OF_THE_COMMITTEE,
  'CommitteeChat.linkedAt': OF_THE_COMMITTEE,
  ...Object.fromEntries(
    'id chatId kind regionBefore regionAfter formerChatId at'
      .split(' ')
      .map((column) => [`CommitteeChatEvent.${column}`, 'which chat read for which region, and since when']),
  ),
  'Delivery.*': 'that something was sent to others, without what; what was sent to the person goes',
  'CaseCard.*': 'which message of a committee shows which case',
  'Digest.*': 'figures of a committee, and ids of submissions that say nothing any more',
}

const models = readSchema()
const byName = new Map(models.map((model) => [model.name, model]))

/** Whether a row belongs to a person, directly or through what it hangs on. */
function hangsOnPerson(name: string): boolean {
  if (name === 'Person') return true
  return byName.get(name)?.pointsTo.some(({ model }) => model !== name && hangsOnPerson(model)) ?? false
}

/** Whether a row goes with the person's row, or is deleted by name. */
function rowGoes(name: string): boolean {
  if (name === 'Person') return true
  const table = name.charAt(0).toLowerCase() + name.slice(1)
  if (new RegExp(`tx\\.${table}\\.deleteMany`).test(eraseSource)) return true
  if (name === 'ConversationState') return eraseSource.includes('DELETE FROM conversation_state')
  return byName.get(name)?.pointsTo.some(({ model, cascades }) => model === 'Person' && cascades) ?? false
}

const personal = models.filter(({ name }) => !IMPERSONAL.includes(name))
const columns = personal.flatMap(({ name, columns: all }) => all.map((column) => ({ name, column })))
const listed = (list: Record<string, string>, name: string, column: string) =>
  `${name}.*` in list || `${name}.${column}` in list

const isExported = (name: string, column: string) =>
  // ids of our own and what points from a row to its person's row are no data
  column === 'id' ||
  /^(person|submission|case)Id$/.test(column) ||
  (EXPORTED[name]?.split(' ').includes(column) && new RegExp(`\\b${column}\\b`).test(exportSource))

const isErased = (name: string, column: string) => {
  if (rowGoes(name)) return true
  if (column === 'status') return eraseSource.includes("kind: 'erase'")
  if (column === 'createdAt' && name === 'Endorsement') return eraseSource.includes('date_trunc')
  const snake = column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return new RegExp(`\\b${column}: (null|\\{\\}|\\[\\])|\\b${snake} = NULL`).test(eraseSource)
}

describe('every column of the schema', () => {
  it('is in a table that is known to hold nothing of anybody, or hangs on a person or their Telegram id', () => {
    const unknown = personal.filter(
      ({ name, columns: all }) =>
        !hangsOnPerson(name) &&
        !all.some((column) => /telegramId|viewerId|chatId|submissionIds|quotedIds|^key$/i.test(column)),
    )
    expect(unknown.map(({ name }) => name)).toEqual([])
    for (const name of IMPERSONAL) expect(hangsOnPerson(name)).toBe(false)
  })

  it('that holds something of a person is taken along, or there is a reason why not', () => {
    const left = columns.filter(
      ({ name, column }) => !isExported(name, column) && !listed(NOT_EXPORTED, name, column),
    )
    expect(left.map(({ name, column }) => `${name}.${column}`)).toEqual([])
  })

  it('that holds something of a person is erased, or there is a reason why not', () => {
    const left = columns.filter(
      ({ name, column }) => !isErased(name, column) && !listed(NOT_ERASED, name, column),
    )
    expect(left.map(({ name, column }) => `${name}.${column}`)).toEqual([])
  })

  it('is listed only where there is such a column, and once', () => {
    const known = new Set(columns.flatMap(({ name, column }) => [`${name}.*`, `${name}.${column}`]))
    const exported = Object.entries(EXPORTED).flatMap(([name, all]) =>
      all.split(' ').map((column) => `${name}.${column}`),
    )
    expect(exported.filter((each) => !known.has(each) || each in NOT_EXPORTED)).toEqual([])
    for (const list of [NOT_EXPORTED, NOT_ERASED])
      expect(Object.keys(list).filter((each) => !known.has(each))).toEqual([])
  })
})
