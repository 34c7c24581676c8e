import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { z } from 'zod'
import { describeRegions, regionLabel } from '../regions/describe-region.ts'
import { defineJob, retries } from './define-job.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'
import { tellPerson } from './tell-person.ts'

/** `eventId`: the line of the ledger of committees, in digits; `telegramId`: of the administrator */
const payload = z.object({ eventId: z.string().regex(/^\d{1,18}$/), telegramId: z.int().positive() })

declare module '../db/job.ts' {
  interface Jobs {
    'tell-administrator': z.output<typeof payload>
  }
}

/**
 * Tells an administrator in private that a channel or group was linked, linked elsewhere, or is linked no more, and who did
 * it. One who never wrote to the bot, or blocked it, cannot be told.
 */
export const tellAdministrator = defineJob({
  name: 'tell-administrator',
  payload,
  retry: retries.news,
  handle,
})

async function handle(
  deps: JobDeps,
  { eventId, telegramId }: z.output<typeof payload>,
  contentId: string,
): Promise<JobOutcome> {
  const { prisma, texts } = deps
  const event = await prisma.committeeChatEvent.findUnique({ where: { id: BigInt(eventId) } })
  const person = await prisma.person.findUnique({ where: { telegramId: BigInt(telegramId) } })
  if (!event || event.kind === 'migrated' || !person || person.blockedAt) return done()
  const { kind, regionBefore, regionAfter, actorTelegramId: actor } = event
  const chat = await prisma.committeeChat.findUnique({ where: { chatId: event.chatId } })
  const locale = person.locale ?? texts.defaultLocale
  const codes = [regionBefore, regionAfter].filter((code) => code !== null)
  const regions = await describeRegions(prisma, codes)
  const label = (code: string | null) => {
    const region = code === null ? undefined : regions.get(code)
    return region ? regionLabel(region, locale) : (code ?? '')
  }
  const what = texts.t(locale, `link-told-${kind}`, {
    chat: chat?.type === 'channel' ? 'channel' : 'group',
    title: chat?.title ?? '',
    before: label(regionBefore),
    after: label(regionAfter),
  })
  const by = actor !== null ? whoDid(deps, locale, Number(actor), telegramId) : ''
  const text = fmt`${what}${by}`
  const content = { id: contentId, kind: 'tell-administrator', submissionId: null }
  return await tellPerson(deps, person, content, [{ text: text.text, entities: text.entities }])
}

function whoDid({ texts }: JobDeps, locale: string, actor: number, reader: number): FormattedString | string {
  if (actor === reader) return `\n\n${texts.t(locale, 'link-told-by-you')}`
  return fmt`\n\n${texts.t(locale, 'link-told-by')} ${FormattedString.code(String(actor))}`
}
