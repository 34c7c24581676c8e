import type { Part } from '../cards/draft-state.ts'
import type { Random } from '../lib/random.ts'

/** The row of something that a resident sent later: a place is complete, a file is still to be fetched from Telegram. */
export function attachmentRow(
  random: Random,
  { part, ...of }: { submissionId: string; question: string; position: number; part: Part },
) {
  return {
    ...of,
    id: random.uuid(),
    kind: part.kind,
    fileId: part.kind === 'location' ? null : part.fileId,
    latitude: part.kind === 'location' ? part.latitude : null,
    longitude: part.kind === 'location' ? part.longitude : null,
    state: part.kind === 'location' ? ('stored' as const) : ('pending' as const),
    durationSeconds: part.kind === 'voice' ? (part.durationSeconds ?? null) : null,
  }
}
