import { z } from 'zod'
import type { Attachment, Person } from '../../prisma/client/client.ts'
import type { SentPhotos } from '../db/job.ts'
import type { SendPart } from '../deliveries/deliver-parts.ts'
import { withoutMarks } from '../deliveries/posted/without-marks.ts'
import { formatReceipt } from '../feedback/receipt.ts'
import type { SendableMessage } from '../lib/outgoing-message.ts'
import { encodePress } from '../presses/callback-data.ts'
import type { SendOutcome } from '../sinks/telegram/send-outcome.ts'
import type { Photo, Sender } from '../sinks/telegram/sender.ts'
import type { JobDeps } from './job-deps.ts'

export const sentPhotosSchema = z.object({
  ids: z.array(z.uuid()),
  albumSince: z.iso.datetime().optional(),
}) satisfies z.ZodType<SentPhotos>

/** The photos of an album reach the bot one by one: after so long all of them are there. */
const ALBUM_MS = 3000

/** How many seconds to wait for the other photos of an album that is still arriving; null: all of them are there. */
export function waitForAlbum({ clock }: JobDeps, { albumSince }: SentPhotos): number | null {
  const arriving = albumSince && clock.now().getTime() - Date.parse(albumSince) < ALBUM_MS
  return arriving ? Math.ceil(ALBUM_MS / 1000) : null
}

/**
 * How to send a resident photos of an answer, several as one album: by Telegram's names for them, else our own copies. Null
 * where there are none. `opens`: with a button to the case, which only a single photo can have.
 */
export async function answerPhotosPart(
  deps: JobDeps,
  person: Pick<Person, 'telegramId' | 'locale'>,
  answer: { caseId: string; receipt: string; photos: SentPhotos; opens?: boolean },
): Promise<SendPart | null> {
  const { caseId, photos, opens = false } = answer
  const found = await photosOf(deps, photos)
  if (found.length === 0) return null
  const { texts } = deps
  const locale = person.locale ?? texts.defaultLocale
  const open = {
    label: texts.t(locale, 'answer-photos-open'),
    data: encodePress({ kind: 'own-case', caseId }),
  }
  const caption = withoutMarks({
    text: texts.t(locale, 'answer-photos-news', { receipt: formatReceipt(answer.receipt) }),
    ...(opens ? { buttons: [[open]] } : {}),
  })
  const chatId = Number(person.telegramId)
  return async (sender) => {
    const names = found.flatMap(({ fileId }) => (fileId ? [{ fileId }] : []))
    const byName = await send(sender, chatId, names, caption)
    if (!(byName.kind === 'refused' && byName.code === 'bad_request')) return byName
    return await send(sender, chatId, await copiesOf(deps, found), caption)
  }
}

/** Those that were named and, of an album, those that came behind them. */
async function photosOf({ prisma }: JobDeps, { ids, albumSince }: SentPhotos): Promise<Attachment[]> {
  const named = await prisma.attachment.findMany({ where: { id: { in: ids } }, orderBy: { position: 'asc' } })
  const [first] = named
  if (albumSince === undefined || !first) return named
  return await prisma.attachment.findMany({
    where: { answerEventId: first.answerEventId, position: { gte: first.position } },
    orderBy: { position: 'asc' },
  })
}

async function copiesOf({ attachments }: JobDeps, photos: readonly Attachment[]): Promise<Photo[]> {
  const copies: Photo[] = []
  for (const { storageKey } of photos) {
    const bytes = storageKey === null ? null : await attachments.get(storageKey)
    if (bytes) copies.push({ bytes, fileName: `${copies.length + 1}.jpg` })
  }
  return copies
}

async function send(
  sender: Sender,
  chatId: number,
  photos: readonly Photo[],
  caption: SendableMessage,
): Promise<SendOutcome> {
  const [first] = photos
  if (!first) return { kind: 'refused', code: 'bad_request' }
  return photos.length === 1
    ? await sender.sendPhoto(chatId, first, caption)
    : await sender.sendAlbum(chatId, photos, caption)
}
