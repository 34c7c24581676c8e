import { claimReminders } from '../feedback/claim-reminders.ts'
import { encodePress } from '../presses/callback-data.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/** One polite reminder for each card that has waited for a day. It is sent at most once, also where sending fails. */
export async function remindDrafts(deps: JobDeps): Promise<JobOutcome> {
  const { texts, sender, prisma, clock, log } = deps
  const reminders = await claimReminders({ ...deps, db: prisma })
  for (const { telegramId, locale, topic } of reminders) {
    const language = locale ?? texts.defaultLocale
    const t = (key: string, args?: Record<string, string>) => texts.t(language, key, args)
    const outcome = await sender.sendMessage(telegramId, {
      text: t('reminder', { topic: t(`topic-${topic}`) }),
      buttons: [
        [{ label: t('menu-resume', { topic: t(`topic-${topic}`) }), data: encodePress({ kind: 'resume' }) }],
        [{ label: t('card-discard'), data: encodePress({ kind: 'drop-draft' }) }],
      ],
    })
    if (outcome.kind === 'refused' && outcome.code === 'blocked')
      await prisma.person.updateMany({
        where: { telegramId: BigInt(telegramId) },
        data: { blockedAt: clock.now() },
      })
  }
  if (reminders.length > 0) log.info({ sent: reminders.length }, 'reminded of half-filled cards')
  return done
}
