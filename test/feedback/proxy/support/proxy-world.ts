import type { ForWhom } from '../../../../src/cards/filed-for.ts'
import { createReadersMemory } from '../../../../src/committees/readers-memory.ts'
import type { Database } from '../../../../src/db/database.ts'
import type { Job } from '../../../../src/db/job.ts'
import { consentByCode } from '../../../../src/feedback/proxy/consent-by-code.ts'
import { consentByVoice } from '../../../../src/feedback/proxy/consent-by-voice.ts'
import { declineProxy } from '../../../../src/feedback/proxy/decline-proxy.ts'
import { parkProxy } from '../../../../src/feedback/proxy/park-proxy.ts'
import { systemRandom as random } from '../../../../src/lib/system-random.ts'
import { agreedPerson, beginCard } from '../../../support/known-people.ts'

export const VILLAGE = '140822105201'
export const START = new Date('2026-11-20T02:00:00Z')
export const ZHANG: ForWhom = { relationship: 'neighbour', name: '张大爷' }
export const WORDS = '降压药常常断，要去县里买'
export const VOICE = { fileId: 'VOICE-AGREES', durationSeconds: 2 }

/** People, cards and a clock for tests of filing for somebody else; needs the regions. */
export function proxyWorld(database: () => Database) {
  const jobs: Job[] = []
  const clock = { time: START, now: () => clock.time }
  const sendJob = async (_: unknown, job: Job) => void jobs.push(job)
  const inOne = <T>(work: (deps: Parameters<typeof consentByCode>[0]) => Promise<T>) =>
    database().prisma.$transaction((tx) => work({ tx, clock, random, sendJob }), {
      timeout: 20_000,
    })
  let telegramId = 8_000_000_000

  const person = async () => {
    telegramId += 1
    const { id } = await agreedPerson(database(), { telegramId, villageCode: VILLAGE, clock })
    return { id, telegramId }
  }
  /** A card on its review screen. */
  const fill = async (
    personId: string,
    filedFor: ForWhom | null,
    { visibility = 'committee', parts = [] as object[] } = {},
  ) => {
    const { prisma } = database()
    const { id } = await beginCard(database(), { personId, villageCode: VILLAGE, filedFor, clock })
    const answers = {
      about: { kind: 'choice', value: 'me' },
      aspects: { kind: 'several', values: ['medicines'] },
      satisfaction: { kind: 'choice', value: '2' },
      words: { kind: 'words', text: WORDS, textMessageId: 7, parts },
      visibility: { kind: 'choice', value: visibility },
    }
    const state = { at: 'review', editing: false, answers }
    await prisma.draft.update({ where: { id }, data: { state } })
    return { id, draftTag: id.slice(0, 8) }
  }
  return {
    jobs,
    clock,
    deps: () => ({
      tx: database().prisma,
      statements: database().statements,
      clock,
      random,
      sendJob,
      readers: createReadersMemory(database().prisma, database().changes),
    }),
    person,
    fill,
    park: (personId: string, draftTag: string) => inOne((deps) => parkProxy(deps, { personId, draftTag })),
    /** A card that waits for consent, of a filer of its own. */
    pending: async (filedFor: ForWhom = ZHANG, options?: Parameters<typeof fill>[2]) => {
      const filer = await person()
      const { draftTag } = await fill(filer.id, filedFor, options)
      const parked = await inOne((deps) => parkProxy(deps, { personId: filer.id, draftTag }))
      if (!parked.ok) throw new Error(parked.code)
      const row = await database().prisma.pendingProxy.findUniqueOrThrow({ where: { id: parked.id } })
      return { filer, id: parked.id, code: row.code }
    },
    agree: (personId: string, { code, id }: { code: string; id: string }) =>
      inOne((deps) => consentByCode(deps, { personId, code, id })),
    decline: (personId: string | null, { code, id }: { code: string; id: string }) =>
      inOne((deps) => declineProxy(deps, { personId, code, id })),
    say: (filerId: string, id: string) =>
      inOne((deps) => consentByVoice(deps, { filerId, id, voice: VOICE })),
  }
}
