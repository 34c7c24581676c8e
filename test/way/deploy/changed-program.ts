import { createApp } from '../../../src/app.ts'
import type { CardDefinition, Question } from '../../../src/cards/card-definition.ts'
import { askAbout } from '../../../src/cards/common-questions.ts'
import { cards } from '../../../src/cards/topics.ts'
import { readConfig } from '../../../src/config.ts'
import { systemRandom } from '../../../src/lib/system-random.ts'
import { createLogger } from '../../../src/logger.ts'

// The program as a later version of it: cards are data, so a change of them is a change of this list (CHANGED_CARDS), and
// of the texts (CHANGED_LOCALES). All else is composed as in src/main.ts. CLOCK_AHEAD_MS: it is so much later.

const changes: Record<string, (cards: readonly CardDefinition[]) => CardDefinition[]> = {
  /** each card asks one thing more, which another one asks already, so that there are texts for it */
  question: (before) => {
    const own = before.flatMap(({ questions }) =>
      questions.filter((question) => question.kind === 'choice' && question.optional).slice(0, 1),
    )
    return before.map((card, i) => {
      const borrowed = own[(i + 2) % own.length]
      if (!borrowed) throw new Error('nothing to ask')
      return { ...card, version: card.version + 1, questions: withQuestion(card.questions, borrowed) }
    })
  },
  /** one more card, and an aspect and a question more in the first */
  topic: ([first, ...others]) => {
    if (!first) throw new Error('no cards')
    const question: Question = {
      id: 'open_hours',
      kind: 'choice',
      labels: 'open_hours',
      columns: 2,
      optional: true,
      options: [
        { id: 'enough', icon: '🕗' },
        { id: 'too_short', icon: '🌙' },
      ],
    }
    const questions = withQuestion(first.questions, question).map((each) =>
      each.id === 'aspects' && each.kind === 'several'
        ? { ...each, options: [{ id: 'dentist', icon: '🦷' }, ...each.options] }
        : each,
    )
    const roads: CardDefinition = {
      topic: 'roads',
      icon: '🛣',
      version: 1,
      concernsHealth: false,
      questions: askAbout('roads', { aspects: [{ id: 'potholes', icon: '🕳' }], own: [question] }),
    }
    return [{ ...first, version: first.version + 1, questions }, ...others, roads]
  },
}

function withQuestion(questions: readonly Question[], question: Question): Question[] {
  const words = questions.findIndex(({ id }) => id === 'words')
  return [...questions.slice(0, words), question, ...questions.slice(words)]
}

const change = changes[process.env.CHANGED_CARDS ?? '']
if (!change) throw new Error('CHANGED_CARDS?')
const changed = change(cards)
const offered = cards as CardDefinition[]
offered.splice(0, offered.length, ...changed)

const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0)
const read = readConfig(process.env)
if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
const log = createLogger(read.config.logLevel)
const created = await createApp(read.config, {
  clock: { now: () => new Date(Date.now() + ahead) },
  random: systemRandom,
  log,
  locales: process.env.CHANGED_LOCALES,
})
if (!created.ok) throw new Error(JSON.stringify(created))
log.info({ address: created.app.address }, 'started')
process.on('SIGTERM', () => void created.app.stop().then(() => process.exit(0)))
