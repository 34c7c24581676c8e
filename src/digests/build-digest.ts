import { cards } from '../cards/topics.ts'
import { shortenQuote } from '../masking/shorten-quote.ts'
import { caseAlias } from '../messages/case-alias.ts'
import type { CaseLine, Digest } from './digest.ts'
import type { CaseFact, DigestFacts, Rate } from './digest-facts.ts'

/** Decides what of the facts is told. Quotes and answers come out short and masked. Pure. */
export function buildDigest(facts: DigestFacts): Digest {
  const { region, period, interim, satisfaction, newest, answered, overdue, rates } = facts
  const silent = facts.submissions === 0
  const toLine = (fact: CaseFact): CaseLine => ({
    submissionId: fact.submissionId,
    signedName: fact.signedName,
    alias: caseAlias(fact.number),
    topic: fact.topic,
    aspect: fact.aspects[0] ?? null,
    place: placeBelow(region.code, fact),
    direct: fact.direct,
  })
  return {
    regionName: region.name,
    period,
    interim,
    total: silent
      ? null
      : { submissions: facts.submissions, people: facts.people, before: facts.submissionsBefore },
    topics: facts.topics
      .filter(({ count }) => count > 0)
      .map(({ topic, count, before }) => ({ topic, count, change: count - before }))
      .sort((a, b) => placeOf(a.topic) - placeOf(b.topic)),
    aspects: facts.aspects,
    satisfaction:
      satisfaction.mean === null ? null : { counts: satisfaction.counts, mean: satisfaction.mean },
    newest:
      newest.of === 0
        ? null
        : {
            lines: newest.cases.map((fact) => ({
              ...toLine(fact),
              quote: shortenQuote(fact.words ?? '') || null,
              urgency: fact.urgency,
              endorsements: fact.endorsements,
            })),
            more: newest.of - newest.cases.length,
          },
    answered:
      answered.of === 0
        ? null
        : {
            lines: answered.cases.map((fact) => ({ ...toLine(fact), answer: shortenQuote(fact.answer) })),
            more: answered.of - answered.cases.length,
          },
    open:
      facts.open === 0
        ? null
        : {
            count: facts.open,
            overdue: overdue.of,
            longest: overdue.cases.map((fact) => ({ ...toLine(fact), daysOver: fact.daysOver })),
          },
    rates: {
      responded: ofSome(rates.responded),
      resolved: ofSome(rates.resolved),
      confirmed: ofSome(rates.confirmed),
      satisfied: ofSome(rates.satisfied),
    },
    quotedIds: [
      ...new Set([...newest.cases, ...answered.cases, ...overdue.cases].map((fact) => fact.submissionId)),
    ],
  }
}

/** The names that lead from the region down to the village; none where the region is the village. */
function placeBelow(regionCode: string, { village }: CaseFact): string[] {
  if (!village || village.code === regionCode) return []
  return [
    ...village.ancestors.filter(({ code }) => code.length > regionCode.length).map(({ name }) => name),
    village.name,
  ]
}

/** The cards' order; topics that have no card any more come last. */
function placeOf(topic: string): number {
  const place = cards.findIndex((card) => card.topic === topic)
  return place < 0 ? cards.length : place
}

/** A rate of nothing says nothing. */
function ofSome<T extends Rate>(rate: T): T | null {
  return rate.of > 0 ? rate : null
}
