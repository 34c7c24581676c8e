import type pg from 'pg'
import { draftStateSchema } from '../../../src/cards/draft-state.ts'
import { type CardMemory, textOf, type WordsQuestion } from './memory.ts'

/** A card as it is in the database, or as it must be there; whatever of it there is a memory of. */
export interface KeptCard {
  as: 'open' | 'waiting' | 'submitted'
  tag: string
  topic: string | null
  words: string | null
  wish: string | null
  /** `words voice <file's id>`, in the order of the messages */
  parts: string[]
  chosen: Record<string, string | string[]>
}

export interface Kept {
  cards: KeptCard[]
  /** what was added to each case, in the order in which it came */
  added: Record<string, { texts: string[]; parts: string[] }>
  /** of each of their submissions, by the beginning of its id */
  caseIds: Record<string, string>
}

/** All that is kept of what one person said. */
export async function readKept(db: pg.Pool, telegramId: number): Promise<Kept> {
  const { rows } = await db.query(
    `SELECT
       (SELECT jsonb_agg(jsonb_build_object('id', d.id, 'topic', d.topic, 'state', d.state)) FROM draft d
         WHERE d.person_id = p.id) AS drafts,
       (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'topic', w.topic, 'state', w.state)) FROM pending_proxy w
         WHERE w.filer_id = p.id AND w.ended IS NULL) AS waiting,
       (SELECT jsonb_agg(to_jsonb(s) || jsonb_build_object('caseId', c.id,
           'parts', (SELECT coalesce(jsonb_agg(a.question || ' ' || a.kind || ' ' || coalesce(a.file_id, a.latitude::text)
             ORDER BY a.position), '[]') FROM attachment a WHERE a.submission_id = s.id AND a.question IN ('words', 'wish')),
           'added', (SELECT coalesce(jsonb_agg(x.text ORDER BY x.created_at, x.id), '[]') FROM addition x
             WHERE x.submission_id = s.id AND x.text <> ''),
           'attached', (SELECT coalesce(jsonb_agg(a.kind || ' ' || coalesce(a.file_id, a.latitude::text)
             ORDER BY a.position), '[]') FROM attachment a WHERE a.submission_id = s.id AND a.question = 'addition')))
         FROM submission s LEFT JOIN ledger_case c ON c.submission_id = s.id WHERE s.person_id = p.id) AS submissions
     FROM person p WHERE p.telegram_id = $1`,
    [telegramId],
  )
  const [{ drafts, waiting, submissions } = { drafts: null, waiting: null, submissions: null }] = rows
  const all: Submission[] = submissions ?? []
  return {
    cards: [
      ...(drafts ?? []).map((row: Half) => fromState('open', row)),
      ...(waiting ?? []).map((row: Half) => fromState('waiting', row)),
      ...all.map(fromSubmission),
    ],
    added: Object.fromEntries(
      all.flatMap(({ caseId, added, attached }) =>
        added.length + attached.length > 0 ? [[caseId, { texts: added, parts: attached }]] : [],
      ),
    ),
    caseIds: Object.fromEntries(all.map(({ id, caseId }) => [id.slice(0, 8), caseId])),
  }
}

interface Half {
  id: string
  topic: string
  state: unknown
}

function fromState(as: 'open' | 'waiting', { id, topic, state: found }: Half): KeptCard {
  const state = draftStateSchema.parse(found)
  const words = (question: WordsQuestion) => {
    const answer = state.answers[question]
    return answer?.kind === 'words' ? answer : { text: null, parts: [] }
  }
  const parts = (['words', 'wish'] as const).flatMap((question) =>
    words(question).parts.map(
      (part) => `${question} ${part.kind} ${part.kind === 'location' ? part.latitude : part.fileId}`,
    ),
  )
  const chosen = Object.entries(state.answers).flatMap(
    ([question, answer]): [string, string | string[]][] => {
      if (answer.kind === 'choice') return [[question, answer.value]]
      return answer.kind === 'several' ? [[question, answer.values]] : []
    },
  )
  return {
    as,
    tag: id.slice(0, 8),
    topic: state.at === 'topic' ? null : topic,
    words: words('words').text,
    wish: words('wish').text,
    parts,
    chosen: withoutEmpty(Object.fromEntries(chosen)),
  }
}

interface Submission {
  id: string
  topic: string
  aspects: string[]
  satisfaction: number | null
  answers: Record<string, string | string[]>
  words: string | null
  wish: string | null
  urgency: string
  visibility: string
  caseId: string
  parts: string[]
  added: string[]
  attached: string[]
}

function fromSubmission(row: Submission): KeptCard {
  const { id, topic, words, wish, parts, answers, aspects, satisfaction, urgency, visibility } = row
  return {
    as: 'submitted',
    tag: id.slice(0, 8),
    topic,
    words,
    wish,
    parts,
    chosen: withoutEmpty({
      ...answers,
      aspects,
      ...(satisfaction === null ? {} : { satisfaction: String(satisfaction) }),
      urgency,
      visibility,
    }),
  }
}

/** What must be kept of a card; null: nothing. Which aspects the words suggested nobody said: `found` tells. */
export function mustBeKept(card: CardMemory, found: KeptCard | undefined): KeptCard | null {
  const { fate, tag, topic, said, chosen } = card
  if (fate === 'gone' || tag === null) return null
  const parts = (['words', 'wish'] as const).flatMap((question) =>
    said[question].flatMap(({ part }) => (part ? [`${question} ${part.kind} ${part.key}`] : [])),
  )
  const aspects = chosen.aspects ?? found?.chosen.aspects
  const all = {
    ...(fate === 'submitted' ? { urgency: 'not_said', visibility: 'committee' } : {}),
    ...chosen,
    ...(aspects ? { aspects } : {}),
  }
  return {
    as: fate,
    tag,
    topic,
    words: textOf(said.words),
    wish: textOf(said.wish),
    parts,
    chosen: withoutEmpty(all),
  }
}

/** Several that were all taken back are no answer; in which order several are kept makes no difference. */
function withoutEmpty(chosen: KeptCard['chosen']): KeptCard['chosen'] {
  const given = Object.entries(chosen).filter(([, value]) => value.length > 0)
  return Object.fromEntries(
    given.map(([id, value]) => [id, typeof value === 'string' ? value : [...value].sort()]),
  )
}
