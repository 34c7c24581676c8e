import type pg from 'pg'
import type { DraftState } from '../../../src/cards/draft-state.ts'
import { cardOf } from '../../../src/cards/topics.ts'
import type { ModelAnswer, ModelCard } from './model.ts'

/** What is in the database of one person. */
export interface WalkFacts {
  draft: { id: string; topic: string; state: DraftState; messageId: number | null } | null
  submissions: Record<string, unknown>[]
}

export async function readFacts(db: pg.Pool, telegramId: number): Promise<WalkFacts> {
  const draft = await db.query(
    `SELECT d.id, d.topic, d.state, d.message_id AS "messageId" FROM draft d JOIN person p ON p.id = d.person_id
     WHERE p.telegram_id = $1`,
    [telegramId],
  )
  const submissions = await db.query(
    `SELECT s.topic, s.aspects, s.satisfaction, s.answers, s.words, s.wish, s.urgency, s.visibility,
       (SELECT count(*)::int FROM ledger_case c WHERE c.submission_id = s.id) AS cases,
       coalesce((SELECT array_agg(a.question || ' ' || a.kind ORDER BY a.position) FROM attachment a
         WHERE a.submission_id = s.id), '{}') AS parts
     FROM submission s JOIN person p ON p.id = s.person_id WHERE p.telegram_id = $1 ORDER BY s.created_at, s.id`,
    [telegramId],
  )
  return { draft: draft.rows[0] ?? null, submissions: submissions.rows }
}

/** A draft's state in the terms of the model. */
export function cardOfFacts({ draft }: WalkFacts): Omit<ModelCard, 'spoken' | 'asksAnew'> | null {
  if (!draft) return null
  const { id, topic, state } = draft
  const answers = Object.entries(state.answers).map(([question, answer]) => [question, plain(answer)])
  return {
    tag: id.slice(0, 8),
    topic: state.at === 'topic' ? null : topic,
    at: state.at,
    editing: state.editing,
    answers: Object.fromEntries(answers),
  }
}

function plain(answer: DraftState['answers'][string]): unknown {
  if (answer.kind === 'several') return { ...answer, values: [...answer.values].sort() }
  if (answer.kind !== 'words') return answer
  return { kind: 'words', text: answer.text, parts: answer.parts.map(({ kind }) => kind) }
}

/** The model's card as it must be found. */
export function cardOfModel(card: ModelCard | null): ReturnType<typeof cardOfFacts> {
  if (!card) return null
  const { spoken: _, asksAnew: _asksAnew, ...rest } = card
  const answers = Object.entries(card.answers).map(([question, answer]) => [question, plainModel(answer)])
  return { ...rest, answers: Object.fromEntries(answers) }
}

function plainModel(answer: ModelAnswer): unknown {
  if (answer.kind !== 'words') return answer
  return { kind: 'words', text: textOf(answer), parts: answer.parts }
}

function textOf({ texts }: Extract<ModelAnswer, { kind: 'words' }>): string | null {
  return texts.length === 0 ? null : texts.map(({ text }) => text).join('\n')
}

/** The submission that the model's card must have become. */
export function rowOfModel(card: ModelCard): Record<string, unknown> {
  const definition = cardOf(card.topic ?? '')
  if (!definition) throw new Error(`no card ${card.topic}`)
  const of = (id: string) => card.answers[id]
  const words = (id: string) => {
    const answer = of(id)
    return answer?.kind === 'words' ? textOf(answer) : null
  }
  const choice = (id: string) => {
    const answer = of(id)
    return answer?.kind === 'choice' ? answer.value : null
  }
  const ownColumns = ['aspects', 'satisfaction', 'words', 'wish', 'urgency', 'visibility']
  const answers = definition.questions.flatMap(({ id }) => {
    const answer = of(id)
    if (ownColumns.includes(id) || !answer) return []
    if (answer.kind === 'choice') return [[id, answer.value]]
    return answer.kind === 'several' ? [[id, inCardOrder(card.topic ?? '', id, answer.values)]] : []
  })
  const aspects = of('aspects')
  return {
    topic: card.topic,
    aspects: aspects?.kind === 'several' ? inCardOrder(card.topic ?? '', 'aspects', aspects.values) : [],
    satisfaction: choice('satisfaction') === null ? null : Number(choice('satisfaction')),
    answers: Object.fromEntries(answers),
    words: words('words'),
    wish: words('wish'),
    urgency: choice('urgency') ?? 'not_said',
    visibility: choice('visibility') ?? 'committee',
    cases: 1,
    parts: ['words', 'wish'].flatMap((id) => {
      const answer = of(id)
      return answer?.kind === 'words' ? answer.parts.map((part) => `${id} ${part}`) : []
    }),
  }
}

function inCardOrder(topic: string, id: string, values: string[]): string[] {
  const question = cardOf(topic)?.questions.find((each) => each.id === id)
  const order = question?.kind === 'several' ? question.options.map((option) => option.id) : []
  return order.filter((each) => values.includes(each))
}
