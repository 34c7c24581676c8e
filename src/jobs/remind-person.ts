import { z } from 'zod'
import { mayTell } from '../people/may-tell.ts'
import { draftTag, encodePress } from '../presses/callback-data.ts'
import { defineJob, retries } from './define-job.ts'
import { done } from './job-deps.ts'
import { tellPerson } from './tell-person.ts'

const payload = z.object({ draftId: z.uuid() })

declare module '../db/job.ts' {
  interface Jobs {
    'remind-person': z.output<typeof payload>
  }
}

/** Reminds somebody of the card that they left half-filled; of one that was submitted or thrown away meanwhile, of nothing. */
export const remindPerson = defineJob({
  name: 'remind-person',
  payload,
  retry: retries.news,
  handle: async (deps, { draftId }, contentId) => {
    const draft = await deps.prisma.draft.findUnique({ where: { id: draftId }, include: { person: true } })
    if (!draft || !mayTell(draft.person)) return done()
    const locale = draft.person.locale ?? deps.texts.defaultLocale
    const t = (key: string, args?: Record<string, string>) => deps.texts.t(locale, key, args)
    const topic = t(`topic-${draft.topic}`)
    const giveUp = { kind: 'card' as const, draftTag: draftTag(draftId), press: { type: 'discard' as const } }
    const message = {
      text: t('reminder', { topic }),
      buttons: [
        [{ label: t('menu-resume', { topic }), data: encodePress({ kind: 'resume' }) }],
        [{ label: t('card-discard'), data: encodePress(giveUp) }],
      ],
    }
    const content = { id: contentId, kind: 'remind-person', submissionId: null }
    return await tellPerson(deps, draft.person, content, [message])
  },
})
