import { z } from 'zod'
import type { Content } from '../deliveries/outbox.ts'
import { WAITS_DAYS } from '../feedback/proxy/park-proxy.ts'
import { sayWhom } from '../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../feedback/receipt.ts'
import { aspectList } from '../messages/aspect-list.ts'
import { mayTell } from '../people/may-tell.ts'
import { defineJob, retries } from './define-job.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'
import { tellPerson } from './tell-person.ts'

/** the card's, which is the submission's once it was agreed to */
const payload = z.object({ id: z.uuid() })

declare module '../db/job.ts' {
  interface Jobs {
    'tell-filer': z.output<typeof payload>
  }
}

/**
 * Tells somebody who filed a card for another what became of it: agreed to, with the receipt, or not, or waited for in
 * vain. What ended without consent is forgotten once that is told. Nothing for somebody who may not be told (people/may-tell.ts).
 */
export const tellFiler = defineJob({ name: 'tell-filer', payload, retry: retries.news, handle })

async function handle(
  deps: JobDeps,
  { id }: z.output<typeof payload>,
  contentId: string,
): Promise<JobOutcome> {
  const content = { id: contentId, kind: 'tell-filer', submissionId: id }
  const { prisma } = deps
  const ended = await prisma.pendingProxy.findUnique({ where: { id }, include: { filer: true } })
  if (!ended) return await tellConfirmed(deps, content)
  if (ended.ended === null) return done()
  const { filer } = ended
  let told = done()
  if (mayTell(filer)) {
    const locale = filer.locale ?? deps.texts.defaultLocale
    const text = deps.texts.t(locale, `proxy-told-${ended.ended}`, {
      who: sayWhom(deps.texts, locale, ended),
      topic: deps.texts.t(locale, `topic-${ended.topic}`),
      days: WAITS_DAYS,
    })
    told = await tellPerson(deps, filer, content, [{ text }])
    if (told.kind === 'again') return told
  }
  await prisma.pendingProxy.deleteMany({ where: { id, ended: { not: null } } })
  return told
}

async function tellConfirmed(
  deps: JobDeps,
  content: Content & { submissionId: string },
): Promise<JobOutcome> {
  const { prisma, texts } = deps
  const filed = await prisma.filedFor.findUnique({
    where: { submissionId: content.submissionId },
    include: { filer: true, submission: { select: { topic: true, aspects: true, receipt: true } } },
  })
  const filer = filed?.filer
  if (!filed || !filer || !mayTell(filer) || filed.consent !== 'code') return done()
  const locale = filer.locale ?? texts.defaultLocale
  const { receipt } = filed.submission
  const confirmed = texts.t(locale, 'proxy-told-confirmed', {
    who: sayWhom(texts, locale, filed),
    about: aspectList(texts.t.bind(texts, locale), filed.submission),
  })
  const text = `${confirmed}\n\n${texts.t(locale, 'proxy-told-receipt', { receipt: formatReceipt(receipt) })}`
  return await tellPerson(deps, filer, content, [{ text }])
}
