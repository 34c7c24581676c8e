import type { Urgency } from '../../prisma/client/client.ts'
import type { Rate } from './digest-facts.ts'
import type { Period } from './period.ts'

/** One case as a line: by alias, and where it comes from if the region is above a village. */
export interface CaseLine {
  submissionId: string
  /** who signed it: never told, only so that a quote that names them is known as such */
  signedName: string | null
  /** A17 */
  alias: string
  topic: string
  /** the first one named; null where none was */
  aspect: string | null
  /** below the region, from the top down: township, village */
  place: string[]
  /** straight to the township: not to be passed on to the village */
  direct: boolean
}

/** What a committee is told of a period, before it has a language. Absent sections have nothing to say. */
export interface Digest {
  regionName: string
  period: Period
  interim: boolean
  /** null: nobody said anything */
  total: { submissions: number; people: number; before: number } | null
  topics: { topic: string; count: number; change: number }[]
  aspects: { topic: string; aspect: string; count: number }[]
  satisfaction: { counts: [number, number, number, number, number]; mean: number } | null
  newest: {
    lines: (CaseLine & { quote: string | null; urgency: Urgency; endorsements: number })[]
    more: number
  } | null
  answered: { lines: (CaseLine & { answer: string })[]; more: number } | null
  open: { count: number; overdue: number; longest: (CaseLine & { daysOver: number })[] } | null
  rates: {
    responded: Rate | null
    resolved: Rate | null
    confirmed: (Rate & { silent: number }) | null
    satisfied: Rate | null
  }
  /** the submissions of which anything is told one by one */
  quotedIds: string[]
}
