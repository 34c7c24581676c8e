import { checkReplies } from './check-replies.ts'
import { describeErrors } from './describe-errors.ts'
import { loadValidators } from './load-validators.ts'

/** What does not fit in an update, by @gramio/types and by @grammyjs/types, each as one line. */
export function checkUpdate(update: object): string[] {
  const { update: byGramio, grammyUpdate: byGrammy } = loadValidators()
  if (!byGramio || !byGrammy) throw new Error('the validators have no update')
  const kinds = Object.keys(update).filter((key) => key !== 'update_id')
  const value: unknown = JSON.parse(JSON.stringify(update))
  return [
    ...(kinds.length === 1 ? [] : ['an update has exactly one kind of content']),
    ...checkReplies(value).map((words) => `update with ${words}`),
    ...describeErrors(byGramio, value).map((words) => `gramio: update with ${words}`),
    ...describeErrors(byGrammy, value).map((words) => `grammY: update with ${words}`),
  ]
}
