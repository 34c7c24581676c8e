import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { listEndorsed } from '../../feedback/list-endorsed.ts'
import { loadDraft } from '../../feedback/load-draft.ts'
import { listOwnFeedback, OWN_PER_PAGE, type OwnFeedback } from '../../feedback/own-feedback.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress } from '../callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { resumeButton } from '../menu/show-menu.ts'
import { showMessage } from '../show-message.ts'
import { describeEndorsed } from './describe-endorsed.ts'
import { describeOwn } from './describe-own.ts'

/** /mine: what I said and how it stands, newest first; below the first page what I endorsed. */
export async function showMine(deps: BotDeps, ctx: BotContext, page: number): Promise<void> {
  const { person } = ctx
  const { items, total } = person
    ? await listOwnFeedback(deps.prisma, person.id, page)
    : { items: [], total: 0 }
  const endorsed = person && page === 0 ? await listEndorsed(deps.prisma, person.id) : { items: [], total: 0 }
  const draft = person && (await loadDraft(deps.prisma, person.id))
  const heading = total === 0 ? ctx.t('mine-none') : ctx.t('mine-heading', { n: total })
  const text = FormattedString.join(
    [
      heading,
      ...items.map((item) => describeOwn(deps, ctx, item)),
      ...(endorsed.total > 0 ? [ctx.t('endorse-mine', { n: endorsed.total })] : []),
      ...endorsed.items.map((item) => describeEndorsed(ctx, item)),
    ].map((each) => fmt`${each}`),
    '\n\n',
  )
  const turn = (to: number, key: string): Button => ({
    label: ctx.t(key),
    data: encodePress({ kind: 'mine', page: to }),
  })
  await showMessage(ctx, {
    text: text.text,
    entities: text.entities,
    buttons: [
      ...items.flatMap((item) => openButton(item)),
      ...(draft ? [[resumeButton(ctx, draft.card)]] : []),
      [
        ...(page > 0 ? [turn(page - 1, 'page-before')] : []),
        ...((page + 1) * OWN_PER_PAGE < total ? [turn(page + 1, 'page-after')] : []),
      ],
      [
        { label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) },
        ...(person ? [muteButton(ctx, person.mutedAt !== null)] : []),
      ],
    ].filter((row) => row.length > 0),
  })
}

function openButton({ receipt, case: found }: OwnFeedback): Button[][] {
  if (!found) return []
  const data = encodePress({ kind: 'own-case', caseId: found.id })
  return [[{ label: `🔎 ${formatReceipt(receipt)}`, data }]]
}

function muteButton(ctx: BotContext, muted: boolean): Button {
  return {
    label: ctx.t(muted ? 'mine-unmute' : 'mine-mute'),
    data: encodePress({ kind: 'mute', on: !muted }),
  }
}
