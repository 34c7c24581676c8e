import { topOfScope } from '../access/region-scope.ts'
import { linkedRegionOf } from '../committees/linked-region.ts'
import { keepPosted } from '../deliveries/posted/keep-posted.ts'
import { leaveEdits } from '../deliveries/posted/leave-edits.ts'
import { logLooks, logLooksAt, namesShown, type Viewer } from '../deliveries/posted/log-looks.ts'
import type { OutgoingMessage } from '../lib/outgoing-message.ts'
import type { QuoteMark } from '../messages/quote-marks.ts'
import type { BotContext, BotDeps } from './context.ts'

/** What is shown of residents in the chat of an update, for whoever sent it. */
export interface PostedLog {
  /** notes whose name is about to be shown; before it is sent */
  look(marks: readonly QuoteMark[]): Promise<void>
  /** notes that somebody's voices, photos or places are about to be sent; before they are */
  lookAtFiles(submissionId: string): Promise<void>
  /** keeps what that message says now, or that it says nothing of anybody any more; as soon as it was sent. `null`: a file */
  keep(messageId: number, message: OutgoingMessage | null, marks: readonly QuoteMark[]): Promise<void>
}

/** The log of one update. */
export function postedLog(deps: BotDeps, ctx: BotContext): PostedLog {
  const chatId = ctx.chat?.id
  const alone = ctx.chat?.type === 'private'
  const viewerIn = async (chat: number): Promise<Viewer> => ({
    id: ctx.from?.id ?? chat,
    regionCode: alone
      ? (ctx.scope && topOfScope(ctx.scope)) || null
      : await linkedRegionOf(deps.prisma, chat),
  })
  return {
    look: async (marks) => {
      if (chatId === undefined || namesShown(marks).length === 0) return
      const viewer = await viewerIn(chatId)
      await logLooks({ ...deps, tx: deps.prisma }, viewer, alone ? 'query' : 'case', marks)
    },
    lookAtFiles: async (submissionId) => {
      if (chatId === undefined) return
      await logLooksAt({ ...deps, tx: deps.prisma }, await viewerIn(chatId), 'files', [submissionId])
    },
    keep: async (messageId, message, marks) => {
      if (chatId === undefined || (marks.length === 0 && !saysMore(ctx, messageId))) return
      const posted = { chatId, messageId, locale: ctx.locale, message, marks }
      if (marks.length === 0) return void (await keepPosted({ ...deps, tx: deps.prisma }, posted))
      await deps.prisma.$transaction(async (tx) => {
        const owedId = await keepPosted({ ...deps, tx }, posted)
        if (owedId) await leaveEdits({ ...deps, tx }, [owedId])
      })
    },
  }
}

/** Whether a message may say something of residents so far. A half-filled card says nothing of anybody else. */
function saysMore({ visit, callbackQuery }: BotContext, messageId: number): boolean {
  if (messageId === callbackQuery?.message?.message_id) return visit.pressedSaysMore
  return messageId !== visit.draft?.messageId
}
