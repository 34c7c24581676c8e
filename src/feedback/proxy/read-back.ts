import { concernsChild } from '../../cards/concerns-child.ts'
import { shownAnswer } from '../../cards/shown-answer.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { PendingProxy } from './pending-proxy.ts'

/** Words are read back in full: nobody can say more in one message. */
const ALL = 10_000

/**
 * What somebody's card says, in full, to be read to them: what they left out is not mentioned, and where a name is told it
 * says to whom; where it is about their child, that agreeing is agreeing as its guardian. Numbers that tell who a person is are masked as everywhere. Pure. `village` is how it is shown.
 */
export function readBack(
  { texts, locale }: { texts: Texts; locale: string },
  { card, state, forWhom }: Pick<PendingProxy, 'card' | 'state' | 'forWhom'>,
  village: string,
): string {
  const lines = card.questions.flatMap((question) => {
    const answer = shownAnswer({ texts, locale }, card, state, question, ALL)
    return answer === null ? [] : [texts.t(locale, `line-${question.id}`) + answer]
  })
  const { visibility } = state.answers
  const isSigned = visibility?.kind === 'choice' && visibility.value === 'committee_named'
  const { name } = forWhom
  const told =
    name === null
      ? texts.t(locale, 'proxy-name-untold')
      : texts.t(locale, isSigned ? 'proxy-name-signed' : 'proxy-name-filer-only', { name })
  const topic = `${card.icon} ${texts.t(locale, `topic-${card.topic}`)}`
  const guardian = concernsChild(state) ? [texts.t(locale, 'proxy-guardian')] : []
  return [`🏘 ${village}`, topic, ...lines, told, ...guardian].join('\n')
}
