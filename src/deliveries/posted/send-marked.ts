import type { PrismaClient } from '../../../prisma/client/client.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { Clock } from '../../lib/clock.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import type { Random } from '../../lib/random.ts'
import type { QuoteMark } from '../../messages/quote-marks.ts'
import { takeMarks } from '../../messages/take-marks.ts'
import type { SendOutcome } from '../../sinks/telegram/send-outcome.ts'
import type { Sender } from '../../sinks/telegram/sender.ts'
import { editPosted } from './edit-posted.ts'
import { keepPosted } from './keep-posted.ts'
import { type LookPlace, logLooks, namesShown } from './log-looks.ts'

export interface SendMarkedDeps {
  prisma: PrismaClient
  clock: Clock
  random: Random
  texts: Texts
  timeZone: string
  sender: Sender
}

/**
 * Sends a message on our own account that may say something of residents: whose name it shows is noted before, and what it
 * says as soon as it is out. `office`: for whom names are shown there; absent where none may be.
 */
export async function sendMarked(
  deps: SendMarkedDeps,
  to: { chatId: number; locale: string; office?: { regionCode: string | null; place: LookPlace } },
  marked: OutgoingMessage,
): Promise<SendOutcome> {
  const { prisma, sender, timeZone } = deps
  const { message, marks } = takeMarks(marked)
  const { chatId, office } = to
  if (office && namesShown(marks).length > 0)
    await logLooks(
      { ...deps, tx: prisma, timeZone },
      { id: chatId, regionCode: office.regionCode },
      office.place,
      marks,
    )
  const outcome = await sender.sendMessage(chatId, message)
  if (outcome.kind === 'sent' && marks.length > 0)
    await keep(deps, { ...to, messageId: outcome.messageId }, { message, marks })
  return outcome
}

/**
 * Edits a message of ours into one that may say something of residents. Whose name it shows was noted when it was first
 * shown there. May be repeated.
 */
export async function editMarked(
  deps: SendMarkedDeps,
  to: { chatId: number; messageId: number; locale: string },
  marked: OutgoingMessage,
): Promise<SendOutcome> {
  const { message, marks } = takeMarks(marked)
  const outcome = await deps.sender.editMessage(to.chatId, to.messageId, message)
  if (outcome.kind === 'sent') await keep(deps, to, { message, marks })
  return outcome
}

async function keep(
  deps: SendMarkedDeps,
  { chatId, messageId, locale }: { chatId: number; messageId: number; locale: string },
  { message, marks }: { message: OutgoingMessage; marks: QuoteMark[] },
): Promise<void> {
  const posted = { chatId, messageId, locale, message, marks }
  const owedId = await deps.prisma.$transaction(async (tx) => await keepPosted({ ...deps, tx }, posted))
  // where this fails it stays owed, and tidying up asks again
  if (owedId) await editPosted(deps, owedId)
}
