import { WAITS_DAYS } from '../feedback/proxy/park-proxy.ts'
import { sayWhom } from '../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../feedback/receipt.ts'
import { mayTell } from '../people/may-tell.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'
import { tellPerson } from './tell-person.ts'

/**
 * Tells somebody who filed a card for another what became of it: agreed to, with the receipt, or not, or waited for in
 * vain. What ended without consent is forgotten once that is told. Nothing for somebody who may not be told (people/may-tell.ts).
 */
export async function tellFiler(deps: JobDeps, id: string): Promise<JobOutcome> {
  const { prisma } = deps
  const ended = await prisma.pendingProxy.findUnique({ where: { id }, include: { filer: true } })
  if (!ended) return await tellConfirmed(deps, id)
  if (ended.ended === null) return done
  const { filer } = ended
  if (mayTell(filer)) {
    const locale = filer.locale ?? deps.texts.defaultLocale
    const text = deps.texts.t(locale, `proxy-told-${ended.ended}`, {
      who: sayWhom(deps.texts, locale, ended),
      topic: deps.texts.t(locale, `topic-${ended.topic}`),
      days: WAITS_DAYS,
    })
    const outcome = await tellPerson(deps, filer, { text }, { cardId: id })
    if (outcome.kind === 'again') return outcome
  }
  await prisma.pendingProxy.deleteMany({ where: { id, ended: { not: null } } })
  return done
}

async function tellConfirmed(deps: JobDeps, submissionId: string): Promise<JobOutcome> {
  const { prisma, texts } = deps
  const filed = await prisma.filedFor.findUnique({
    where: { submissionId },
    include: { filer: true, submission: { select: { topic: true, aspects: true, receipt: true } } },
  })
  const filer = filed?.filer
  if (!filed || !filer || !mayTell(filer) || filed.consent !== 'code') return done
  const locale = filer.locale ?? texts.defaultLocale
  const { topic, aspects, receipt } = filed.submission
  const confirmed = texts.t(locale, 'proxy-told-confirmed', {
    who: sayWhom(texts, locale, filed),
    about: aspects
      .map((aspect) => texts.t(locale, `aspect-${topic}-${aspect}`))
      .join(texts.t(locale, 'card-list-comma')),
  })
  const text = `${confirmed}\n\n${texts.t(locale, 'proxy-told-receipt', { receipt: formatReceipt(receipt) })}`
  return await tellPerson(deps, filer, { text }, { cardId: submissionId })
}
