import type { CaseVerdict } from '../../prisma/client/client.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Button } from '../lib/outgoing-message.ts'
import { encodePress } from '../presses/callback-data.ts'

const ROWS: CaseVerdict[][] = [
  ['fixed', 'half_fixed'],
  ['not_fixed', 'cannot_tell'],
]

/** "Is it fixed?", in one press: below the news of an answer, and wherever the resident looks at the case. */
export function verdictButtons(texts: Texts, locale: string, caseId: string): Button[][] {
  return ROWS.map((row) =>
    row.map((verdict) => ({
      label: texts.t(locale, `verdict-${verdict}`),
      data: encodePress({ kind: 'verdict', verdict, caseId }),
    })),
  )
}
