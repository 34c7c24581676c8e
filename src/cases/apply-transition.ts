import type { Prisma } from '../../prisma/client/client.ts'
import type { Actor } from '../access/actor.ts'
import { mayCase, type CaseAction as Right } from '../access/policies/case.ts'
import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { Clock } from '../lib/clock.ts'
import { type EffectDetails, leaveEffects } from './effects.ts'
import { type HeldCase, holdCase, holdPerson, newestAnswer, readCase } from './held-case.ts'
import { type CaseAction, type StateRefusal, type Transition, transition } from './transitions.ts'

export interface TransitionDeps {
  tx: Db
  clock: Clock
  sendJob: SendJob
}

export type CaseRefusal =
  | StateRefusal
  /** there is none, or none that this actor may know of */
  | 'unknown_case'
  /** they may see it, and not do this */
  | 'not_entitled'
  /** the resident took their consent back: nothing more is taken of them */
  | 'no_consent'

/** Erasing is nobody's right but the program's own, see actions/erase-cases.ts. */
export type ActorsAction = Exclude<CaseAction, { kind: 'erase' }>

/** A case to which something was just done, still held until the commit. */
export interface Applied {
  caseId: string
  submissionId: string
  number: number
  /** the new line of the ledger; null: it was so already */
  eventId: bigint | null
}

export type ApplyResult = ({ ok: true } & Applied) | { ok: false; code: CaseRefusal }

/** Which right each action needs; photos are part of an answer. */
const rights: Record<ActorsAction['kind'], Right> = {
  accept: 'accept',
  answer: 'answer',
  add_photos: 'answer',
  withdraw: 'withdraw',
  verdict: 'verdict',
  contentment: 'contentment',
  add: 'add',
}

/** Whoever is refused for this was too late: the ledger tells of them, too. */
const isTooLate: Record<StateRefusal, boolean> = {
  already_accepted: true,
  already_answered: true,
  answered_meanwhile: true,
  not_answered: false,
  no_verdict: false,
  withdrawn: true,
  erased: true,
}

/**
 * Does something to a case, whoever asks for it and wherever. In the caller's transaction it holds the person (where a
 * resident acts), the submission and the case, asks the policy, looks the action up in the table, writes the state and a
 * line of the ledger with the state before, and leaves the jobs that tell of it. So of two at the same moment one comes
 * first, and the other is judged by what the first left. `alongside` writes what belongs to the line, and says what the
 * jobs must know. What is so already is no refusal and writes nothing, so it may be repeated.
 */
export async function applyTransition(
  deps: TransitionDeps,
  input: { actor: Actor; caseId: string; action: ActorsAction },
  alongside?: (line: { submissionId: string; eventId: bigint }) => Promise<EffectDetails | undefined>,
): Promise<ApplyResult> {
  const { tx, clock, sendJob } = deps
  const { actor, caseId, action } = input
  const consents = actor.kind !== 'person' || (await holdPerson(tx, actor.personId))
  const held = await holdCase(tx, caseId)
  if (!held) return { ok: false, code: 'unknown_case' }
  const next = await judge(tx, held, input)
  if (next.ok && !consents && action.kind !== 'withdraw') return { ok: false, code: 'no_consent' }

  const at = clock.now()
  const line = { caseId, actorTelegramId: officeOf(actor), at, fromStatus: held.status }
  if (!next.ok) {
    if (next.code in isTooLate && isTooLate[next.code as StateRefusal])
      await writeLateLine(tx, { ...line, toStatus: held.status, kind: `refused_${action.kind}` })
    return next
  }
  const { submissionId, number } = held
  const applied = { ok: true as const, caseId, submissionId, number }
  if (next.event === null) return { ...applied, eventId: null }
  await tx.case.update({ where: { id: caseId }, data: { status: next.to, ...changes(action, held, at) } })
  const text = action.kind === 'answer' ? action.text : null
  const { id: eventId } = await tx.caseEvent.create({
    data: { ...line, toStatus: next.to, kind: next.event, text },
    select: { id: true },
  })
  const details = await alongside?.({ submissionId, eventId })
  await leaveEffects({ tx, sendJob }, { caseId, kind: next.event, details })
  return { ...applied, eventId }
}

/**
 * Whether somebody could do that as the case stands now, for a screen that offers it. Doing it is judged again, and by
 * then it may be otherwise.
 */
export async function couldApply(
  db: Db,
  input: { actor: Actor; caseId: string; action: ActorsAction },
): Promise<{ ok: true } | { ok: false; code: CaseRefusal }> {
  const found = await readCase(db, input.caseId)
  if (!found) return { ok: false, code: 'unknown_case' }
  const next = await judge(db, found, input)
  return next.ok ? { ok: true } : next
}

async function judge(
  db: Db,
  found: HeldCase,
  { actor, caseId, action }: { actor: Actor; caseId: string; action: ActorsAction },
): Promise<Extract<Transition, { ok: true }> | { ok: false; code: CaseRefusal }> {
  const isErased = found.personId === null
  const decision = mayCase(actor, rights[action.kind], { ...found, isErased })
  if (!decision.ok)
    return { ok: false, code: decision.code === 'not_entitled' ? 'not_entitled' : 'unknown_case' }
  const answerEventId = 'knows' in action ? await newestAnswer(db, caseId) : null
  return transition({ ...found, isErased, answerEventId }, action)
}

/** The columns beside the status. */
function changes(action: ActorsAction, held: HeldCase, at: Date): Prisma.CaseUpdateInput {
  switch (action.kind) {
    case 'accept':
      return { acceptedAt: at }
    case 'answer': {
      const answer = { answer: action.text, answeredAt: at, acceptedAt: held.acceptedAt ?? at }
      // a new answer waits for a new verdict
      return { ...answer, verdict: null, verdictAt: null, verdictAsks: 0, contentment: null }
    }
    case 'verdict':
      return { verdict: action.verdict, verdictAt: at, contentment: null }
    case 'contentment':
      return { contentment: action.contentment }
    default:
      return {}
  }
}

/** Who did it on the committee's side; the resident is known by the submission. */
function officeOf(actor: Actor): bigint | null {
  const id = actor.kind === 'presser' || actor.kind === 'administrator' ? actor.telegramId : null
  return id === null ? null : BigInt(id)
}

/** Once, however often they press. */
async function writeLateLine(
  tx: Db,
  line: Prisma.CaseEventUncheckedCreateInput & { actorTelegramId: bigint | null },
): Promise<void> {
  const last = await tx.caseEvent.findFirst({ where: { caseId: line.caseId }, orderBy: { id: 'desc' } })
  if (last?.kind === line.kind && last.actorTelegramId === line.actorTelegramId) return
  await tx.caseEvent.create({ data: line })
}
