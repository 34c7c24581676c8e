import type { Urgency } from '../../prisma/client/client.ts'
import type { ReadersMemory } from '../committees/readers-memory.ts'
import type { Db } from '../db/database.ts'
import type { SendJob, SentPhotos } from '../db/job.ts'
import type { RunsStatements } from '../db/statements.ts'
import { tellable } from '../people/may-tell.ts'
import type { CaseEventKind } from './transitions.ts'

interface EffectDeps {
  tx: Db
  sendJob: SendJob
}

/** What only the action itself knows of what is told. */
export interface EffectDetails {
  /** of the answer, by their ids */
  photos?: SentPhotos
  /** the rest may still come: the news waits so long for it */
  afterSeconds?: number
  /** it joins what is being told already */
  isTold?: boolean
}

type Effect = (deps: EffectDeps, caseId: string, details: EffectDetails) => Promise<void>

const nobody: Effect = async () => {}
const committee =
  (news: 'reopened' | 'added'): Effect =>
  async ({ tx, sendJob }, caseId, { afterSeconds }) =>
    await sendJob(
      tx,
      { name: 'tell-committee', data: { caseId, news } },
      afterSeconds === undefined ? {} : { afterSeconds },
    )

/** Whom each line of the ledger is told. */
const effects: Record<CaseEventKind, Effect> = {
  submitted: tellOfNewCase,
  accepted: (deps, caseId) => tellConcerned(deps, { caseId, news: 'accepted' }),
  answered: (deps, caseId, { photos, afterSeconds }) =>
    tellConcerned(
      deps,
      { caseId, news: 'answered', ...(photos && photos.ids.length > 0 ? { photos } : {}) },
      afterSeconds === undefined ? {} : { afterSeconds },
    ),
  photos_added: async ({ tx, sendJob }, caseId, { photos }) => {
    if (photos && photos.ids.length > 0)
      await sendJob(tx, { name: 'tell-answer-photos', data: { caseId, photos } })
  },
  withdrawn: nobody,
  erased: nobody,
  verdict_fixed: nobody,
  verdict_half_fixed: nobody,
  verdict_cannot_tell: nobody,
  verdict_not_fixed: committee('reopened'),
  contentment_satisfied: nobody,
  contentment_fairly: nobody,
  contentment_not_satisfied: nobody,
  added: committee('added'),
}

/** Whether what shows the case in committees' chats changes by it. */
const showsOnCards: Record<CaseEventKind, boolean> = {
  submitted: false,
  accepted: true,
  answered: true,
  photos_added: false,
  withdrawn: true,
  erased: false,
  verdict_fixed: false,
  verdict_half_fixed: false,
  verdict_cannot_tell: false,
  verdict_not_fixed: true,
  contentment_satisfied: false,
  contentment_fairly: false,
  contentment_not_satisfied: false,
  added: true,
}

async function leaveRefresh(
  { tx, sendJob }: EffectDeps,
  { caseId, details }: { caseId: string; details?: EffectDetails },
): Promise<void> {
  if ((await tx.caseCard.count({ where: { caseId } })) === 0) return
  const options = details?.afterSeconds === undefined ? {} : { afterSeconds: details.afterSeconds }
  await sendJob(tx, { name: 'refresh-cards', data: { caseId } }, options)
}

/** Leaves the jobs that tell of a line of the ledger, in the transaction that wrote it. */
export async function leaveEffects(
  deps: EffectDeps,
  event: { caseId: string; kind: CaseEventKind; details?: EffectDetails },
): Promise<void> {
  if (showsOnCards[event.kind]) await leaveRefresh(deps, event)
  if (event.details?.isTold) return
  await effects[event.kind](deps, event.caseId, event.details ?? {})
}

/** Whether those who read a new case hear of it at once: it cannot wait for the digest, or no digest reaches anybody. */
export async function isToldAtOnce(
  readers: ReadersMemory,
  { holderCode, urgency }: { holderCode: string; urgency: Urgency },
): Promise<boolean> {
  return urgency === 'now' || (await readers.find(holderCode)).kind === 'administrators'
}

export async function tellOfNewCase(
  { tx, sendJob }: { tx: Db | RunsStatements; sendJob: SendJob },
  caseId: string,
): Promise<void> {
  await sendJob(tx, { name: 'tell-committee', data: { caseId, news: 'new' } })
}

/**
 * Whoever said it and everybody who endorsed it. A job for each person, so that one who cannot be reached holds up nobody
 * else. Photos of the answer are for whoever said it only.
 */
async function tellConcerned(
  { tx, sendJob }: EffectDeps,
  data: { caseId: string; news: 'accepted' | 'answered'; photos?: SentPhotos },
  options: { afterSeconds?: number } = {},
): Promise<void> {
  await sendJob(tx, { name: 'tell-resident', data }, options)
  const endorsements = await tx.endorsement.findMany({
    where: { submission: { case: { id: data.caseId } }, person: tellable },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const { id } of endorsements)
    await sendJob(tx, { name: 'tell-endorser', data: { endorsementId: id, news: data.news } }, options)
}
