export const problemKinds = ['columns', 'code', 'name', 'duplicate', 'parent', 'unreadable'] as const

export type ProblemKind = (typeof problemKinds)[number]

/** What is wrong with one row of a file of regions; `line` counts from 1, with the header. */
export interface ImportProblem {
  line: number
  detail: string
}

/** Bad rows by kind: how many, and the first of them in the order of their lines. */
export type ImportProblems = Map<ProblemKind, { count: number; first: ImportProblem[] }>

/** Collects problems; of each kind only the first `keep` are kept, so that a file full of errors fits into memory. */
export class ProblemCollector {
  readonly problems: ImportProblems = new Map()
  readonly keep: number

  constructor(keep = 50) {
    this.keep = keep
  }

  add(kind: ProblemKind, line: number, detail: string): void {
    const group = this.problems.get(kind) ?? { count: 0, first: [] }
    this.problems.set(kind, group)
    group.count += 1
    if (group.first.length < this.keep) group.first.push({ line, detail })
  }
}
