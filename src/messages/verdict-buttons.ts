import type { CaseVerdict } from '../../prisma/client/client.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Button } from '../lib/outgoing-message.ts'
import { encodePress } from '../presses/callback-data.ts'

const ROWS: CaseVerdict[][] = [
  ['fixed', 'half_fixed'],
  ['not_fixed', 'cannot_tell'],
]

/**
 * "Is it fixed?", in one press: below the news of an answer, and wherever the resident looks at the case. `asks`: how often
 * they wanted to be asked later, which is offered, too; null: it is not.
 */
export function verdictButtons(
  texts: Texts,
  locale: string,
  { caseId, asks }: { caseId: string; asks: number | null },
): Button[][] {
  const rows = ROWS.map((row) =>
    row.map((verdict) => ({
      label: texts.t(locale, `verdict-${verdict}`),
      data: encodePress({ kind: 'verdict', verdict, caseId }),
    })),
  )
  if (asks === null) return rows
  const data = encodePress({ kind: 'verdict-later', asks, caseId })
  return [...rows, [{ label: texts.t(locale, 'verdict-later'), data }]]
}
