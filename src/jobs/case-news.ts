import { FormattedString, fmt } from '@grammyjs/parse-mode'
import type { CaseView } from '../cases/case-view.ts'
import type { OutgoingMessage } from '../lib/outgoing-message.ts'
import { addedMessage, caseMessage } from '../messages/case-message.ts'
import { encodePress } from '../presses/callback-data.ts'
import { describeRegions } from '../regions/describe-region.ts'
import type { JobDeps } from './job-deps.ts'

/** News of a case for those who deal with it, as it stands now. `opens`: with a button that opens it in that chat. */
export async function composeCaseNews(
  { prisma, texts, timeZone }: Pick<JobDeps, 'prisma' | 'texts' | 'timeZone'>,
  found: CaseView,
  { news, opens }: { news: 'new' | 'reopened' | 'added'; opens: boolean },
): Promise<OutgoingMessage> {
  const { villageCode } = found.submission
  const village = (await describeRegions(prisma, [villageCode])).get(villageCode)
  const locale = texts.defaultLocale
  const heading = FormattedString.bold(texts.t(locale, `case-news-${news}`))
  // the case itself stands in the chat already
  const described =
    news === 'added'
      ? addedMessage({ texts, locale }, found)
      : caseMessage({ texts, locale, timeZone }, found, village)
  const { text, entities } = fmt`${heading}\n${described}`
  const open = {
    label: texts.t(locale, 'case-open'),
    data: encodePress({ kind: 'case', caseId: found.id }),
  }
  return { text, entities, buttons: opens ? [[open]] : [] }
}
