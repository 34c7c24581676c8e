import type { Queue } from 'pg-boss'
import { z } from 'zod'

type QueueOptions = Omit<Queue, 'name'>

const sentPhotos = z.object({ ids: z.array(z.uuid()), albumSince: z.iso.datetime().optional() })

/**
 * Every queue there is, with its payload and what happens when a job fails. A dead process' jobs run again about 15 s
 * later (heartbeat), so handlers can be repeated; what must not be sent twice has a delivery row of its own.
 */
export const queues = {
  'plan-digests': {
    payload: z.object({}).nullish(),
    options: { retryLimit: 5, retryDelay: 30, retryBackoff: true, heartbeatSeconds: 20 },
  },
  'deliver-digest': {
    payload: z.object({ digestId: z.uuid() }),
    options: { retryLimit: 5, retryDelay: 10, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  'deliver-private-digest': {
    payload: z.object({ privateDigestId: z.uuid() }),
    options: { retryLimit: 5, retryDelay: 10, retryBackoff: true, heartbeatSeconds: 20 },
  },
  'tell-resident': {
    payload: z.object({
      caseId: z.uuid(),
      news: z.enum(['accepted', 'answered']),
      photos: sentPhotos.optional(),
    }),
    options: { retryLimit: 10, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  'tell-answer-photos': {
    payload: z.object({ caseId: z.uuid(), photos: sentPhotos }),
    options: { retryLimit: 10, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  'tell-endorser': {
    payload: z.object({ endorsementId: z.uuid(), news: z.enum(['accepted', 'answered']) }),
    options: { retryLimit: 10, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  'tell-committee': {
    payload: z.object({ caseId: z.uuid(), news: z.enum(['new', 'reopened', 'added']) }),
    options: { retryLimit: 10, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  'tell-filer': {
    payload: z.object({ id: z.uuid() }),
    options: { retryLimit: 10, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  'tell-administrator': {
    payload: z.object({ eventId: z.string().regex(/^\d{1,18}$/), telegramId: z.int().positive() }),
    options: { retryLimit: 10, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  'expire-proxies': { payload: z.object({}).nullish(), options: { retryLimit: 2, heartbeatSeconds: 20 } },
  'remind-drafts': { payload: z.object({}).nullish(), options: { retryLimit: 2, heartbeatSeconds: 20 } },
  'fetch-attachment': {
    payload: z.object({ attachmentId: z.uuid() }),
    options: { retryLimit: 10, retryDelay: 10, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  'fetch-recording': {
    payload: z.object({ recordingId: z.uuid() }),
    options: { retryLimit: 10, retryDelay: 10, retryBackoff: true, heartbeatSeconds: 20, notify: true },
  },
  // who asked for it has been promised: a store that is away for days is asked again
  'erase-attachments': {
    payload: z.object({ storageKeys: z.array(z.uuid()) }),
    options: {
      retryLimit: 100,
      retryDelay: 10,
      retryBackoff: true,
      retryDelayMax: 3600,
      heartbeatSeconds: 20,
      notify: true,
    },
  },
  // promised, too; editing the same twice does no harm
  'edit-posted': {
    payload: z.object({ postedIds: z.array(z.uuid()) }),
    options: {
      retryLimit: 50,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 3600,
      heartbeatSeconds: 20,
      notify: true,
    },
  },
  tidy: { payload: z.object({}).nullish(), options: { retryLimit: 2, heartbeatSeconds: 20 } },
} satisfies Record<string, { payload: z.ZodType; options: QueueOptions }>

export type QueueName = keyof typeof queues
export type Payload<Name extends QueueName> = z.output<(typeof queues)[Name]['payload']>
export const queueNames = Object.keys(queues) as QueueName[]
