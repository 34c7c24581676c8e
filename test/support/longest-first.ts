import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They take a minute or more each: begun last, one of them would run on alone. */
const LONG = ['persons-walk', 'erasure', 'crash', 'at-once', 'main-way', 'real-text']

/** Whole ways before everything else, the longest of them first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const long = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      if (long >= 0) return long
      return /\/test\/(way|browser)\//.test(moduleId) ? LONG.length : LONG.length + 1
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
