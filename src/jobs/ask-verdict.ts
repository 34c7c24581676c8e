import { z } from 'zod'
import { MOST_ASKS } from '../cases/ask-later.ts'
import { isAnswered } from '../cases/statuses.ts'
import { sayWhom } from '../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../feedback/receipt.ts'
import { shortenWords } from '../masking/shorten-words.ts'
import { aspectList } from '../messages/aspect-list.ts'
import { verdictButtons } from '../messages/verdict-buttons.ts'
import { mayTell } from '../people/may-tell.ts'
import { defineJob, retries } from './define-job.ts'
import { done } from './job-deps.ts'
import { tellPerson } from './tell-person.ts'

/** `asks`, `answeredAt` (ISO 8601): as the case stood when they asked for it */
const payload = z.object({ caseId: z.uuid(), asks: z.int().positive(), answeredAt: z.string() })

declare module '../db/job.ts' {
  interface Jobs {
    'ask-verdict': z.output<typeof payload>
  }
}

/** So much of the answer says which one it was. */
const MOST_LETTERS = 120

/**
 * Asks a resident again whether it is fixed, who wanted to be asked later. Nothing where they said it meanwhile, or where
 * another answer came, which asked anew.
 */
export const askVerdict = defineJob({
  name: 'ask-verdict',
  payload,
  retry: retries.news,
  handle: async (deps, { caseId, asks, answeredAt }, contentId) => {
    const { prisma, texts } = deps
    const found = await prisma.case.findUnique({
      where: { id: caseId },
      include: { submission: { include: { person: true, filedFor: true } } },
    })
    const person = found?.submission.person
    if (!found?.answer || !person || !mayTell(person)) return done()
    const waits = isAnswered(found.status) && found.verdict === null && found.verdictAsks === asks
    if (!waits || found.answeredAt?.toISOString() !== answeredAt) return done()

    const locale = person.locale ?? texts.defaultLocale
    const t = texts.t.bind(texts, locale)
    const { submission } = found
    const facts = { about: aspectList(t, submission), receipt: formatReceipt(submission.receipt) }
    const { filedFor } = submission
    const question =
      filedFor?.consent === 'voice'
        ? t('proxy-verdict-question', { who: sayWhom(texts, locale, filedFor) })
        : t('verdict-question')
    const text = [t('later-question', facts), `“${shortenWords(found.answer, MOST_LETTERS)}”`, question].join(
      '\n\n',
    )
    const content = { id: contentId, kind: 'ask-verdict', submissionId: submission.id }
    const buttons = verdictButtons(texts, locale, { caseId, asks: asks < MOST_ASKS ? asks : null })
    return await tellPerson(deps, person, content, [{ text, buttons }])
  },
})
