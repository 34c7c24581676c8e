import type { Urgency } from '../../prisma/client/client.ts'
import type { RegionDescription } from '../regions/describe-region.ts'
import type { Period } from './period.ts'

/** Where a case comes from, as far as the committee may know. */
export interface CaseFact {
  submissionId: string
  /** the case's number with its holder; see messages/case-alias.ts */
  number: number
  topic: string
  aspects: string[]
  village: RegionDescription | null
  /** it was not given to the village but straight to the township, which must not pass it on */
  direct: boolean
  /** who signed it: only to tell whether the words name them */
  signedName: string | null
}

/** How many of how many. */
export interface Rate {
  count: number
  of: number
}

/** All that a digest says, as it is in the database: exact, unshortened, unmasked. */
export interface DigestFacts {
  region: RegionDescription
  period: Period
  /** the period still runs: what is compared is the same stretch of the one before */
  interim: boolean
  submissions: number
  /** different people; whoever had their data erased is none, though their submissions are counted */
  people: number
  submissionsBefore: number
  /** without those that nobody spoke of in either period */
  topics: { topic: string; count: number; before: number }[]
  /** most named first, without "something else" */
  aspects: { topic: string; aspect: string; count: number }[]
  /** counts from 5 (very satisfied) to 1; mean is null where nobody said */
  satisfaction: { counts: [number, number, number, number, number]; mean: number | null }
  /** newest first, as many as are shown, and how many there are */
  newest: {
    of: number
    /** `endorsements`: how many other people said "me too" */
    cases: (CaseFact & { words: string | null; urgency: Urgency; endorsements: number })[]
  }
  /** what was answered in the period, newest first, as many as are shown, and how many there are */
  answered: { of: number; cases: (CaseFact & { answer: string })[] }
  /** not answered at this moment, whenever it came */
  open: number
  /** of the open ones those that wait too long; `daysOver` counts begun days */
  overdue: { of: number; cases: (CaseFact & { daysOver: number })[] }
  /** over the cases of the period */
  rates: {
    /** accepted in time, of all whose time for that is up */
    responded: Rate
    /** answered, of all, as the committee declares it */
    resolved: Rate
    /** "fixed" in the resident's own word, of all answered; `silent` have not said */
    confirmed: Rate & { silent: number }
    /** satisfied or fairly so with how it was dealt with, of those who said */
    satisfied: Rate
  }
}
