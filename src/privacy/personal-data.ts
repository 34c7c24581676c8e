import type {
  AttachmentKind,
  AttachmentState,
  CaseStatus,
  CaseVerdict,
  CommitteeChatEventKind,
  Contentment,
  DeliveryState,
  GrantRole,
  Prisma,
  ProxyConsent,
  Urgency,
  Visibility,
} from '../../prisma/client/client.ts'

/** A village, or for an office also a region above, with what tells it from its namesakes. */
export interface NamedVillage {
  code: string
  name: string
}

/** All that is kept of somebody, as plain JSON: times in ISO 8601 (UTC), null where nothing was said. */
export interface PersonalData {
  format: 'xiangyin-personal-data'
  /** goes up when a name here changes its meaning or goes */
  version: 1
  exportedAt: string
  person: {
    telegramId: number
    language: string | null
    homeVillage: NamedVillage | null
    /** the one that the next card is about, where it is another */
    speakingVillage: NamedVillage | null
    consentedAt: string | null
    consentVersion: number | null
    consentWithdrawnAt: string | null
    /** as the guardian of a child whom a card was about */
    guardianConsentedAt: string | null
    guardianConsentVersion: number | null
    blockedBotAt: string | null
    mutedAt: string | null
    createdAt: string
  } | null
  /** also the home village, where its digest was asked for */
  followedVillages: { village: NamedVillage; digestWanted: boolean; since: string }[]
  /** the digests that came to the private chat, or were to come */
  privateDigests: { village: NamedVillage; period: string; state: DeliveryState; sentAt: string | null }[]
  draft: {
    village: NamedVillage
    topic: string
    cardVersion: number
    /** the answers so far, as the card keeps them */
    state: Prisma.JsonValue
    /** whom it is filled in for: relationship and name; null: the person themself */
    filedFor: Prisma.JsonValue
    createdAt: string
    updatedAt: string
  } | null
  /** cards filled in for somebody else that wait for their consent, oldest first */
  pendingProxies: {
    village: NamedVillage
    topic: string
    relationship: string
    name: string | null
    /** as in draft */
    state: Prisma.JsonValue
    createdAt: string
    expiresAt: string
  }[]
  /** what was filed for others who agreed in their own chat, oldest first; the words are theirs */
  filedForOthers: { receipt: string; relationship: string; name: string | null; consentedAt: string }[]
  /** oldest first */
  submissions: ExportedSubmission[]
  /** what others said and the person said "me too" to, oldest first; the words are not theirs */
  endorsements: { village: NamedVillage; topic: string; aspects: string[]; createdAt: string }[]
  /** who was shown the name that cards were signed with: for which office, never which person; oldest first */
  looks: { at: string; case: string; office: NamedVillage | null; place: string }[]
  /** what was asked with /query */
  savedQueries: { id: string; filter: Prisma.JsonValue; updatedAt: string }[]
  /** where the chat waits for words */
  conversations: { state: Prisma.JsonValue; updatedAt: string }[]
  /** what was done for a committee: in its ledger, and to its channels and groups */
  committeeWork: {
    caseEvents: { kind: string; text: string | null; at: string }[]
    /** channels and groups that are linked by this person now */
    chats: { chatId: number; title: string }[]
    /** what this person did with such links, now and before */
    chatEvents: {
      chatId: number
      kind: CommitteeChatEventKind
      regionBefore: string | null
      regionAfter: string | null
      at: string
    }[]
    /** rights that this person was given, or gave; `regionCode` null: for everything */
    grants: {
      held: boolean
      given: boolean
      role: GrantRole
      regionCode: string | null
      grantedAt: string
      until: string | null
      endedAt: string | null
    }[]
    /** screens that were read aloud for a region, by its code */
    recordings: { regionCode: string; screen: string; durationSeconds: number; recordedAt: string }[]
    /** where an answer to a case was asked for and is still waited for */
    answerPrompts: { chatId: number; messageId: number; createdAt: string }[]
    /** whose signed cases were looked at, by alias */
    looks: { at: string; case: string; place: string }[]
  }
}

export interface ExportedSubmission {
  /** XXXX-XXXX */
  receipt: string
  village: NamedVillage
  topic: string
  cardVersion: number
  aspects: string[]
  /** 5 very satisfied .. 1 very dissatisfied */
  satisfaction: number | null
  answers: Prisma.JsonValue
  /** exactly as it was said */
  words: string | null
  wish: string | null
  urgency: Urgency
  visibility: Visibility
  signedName: string | null
  /** filed by this person for somebody else (voice), or for this person by somebody else (code) */
  filedFor: {
    relationship: string
    name: string | null
    consent: ProxyConsent
    consentedAt: string
  } | null
  createdAt: string
  attachments: {
    question: string
    kind: AttachmentKind
    fileId: string | null
    latitude: number | null
    longitude: number | null
    /** whether there is a copy beside Telegram's */
    state: AttachmentState
    /** of that copy */
    mediaType: string | null
    bytes: number | null
    /** of a voice message */
    durationSeconds: number | null
  }[]
  /** what was said later */
  additions: { text: string; createdAt: string }[]
  case: {
    status: CaseStatus
    acceptedAt: string | null
    answeredAt: string | null
    answer: string | null
    verdict: CaseVerdict | null
    contentment: Contentment | null
    /** without who did it */
    events: { kind: string; text: string | null; at: string }[]
  } | null
}
