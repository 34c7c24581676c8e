import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { listEndorsed } from '../../feedback/list-endorsed.ts'
import { listOwnFeedback, OWN_PER_PAGE, type OwnFeedback } from '../../feedback/own-feedback.ts'
import { listFiled } from '../../feedback/proxy/list-filed.ts'
import { listPending } from '../../feedback/proxy/list-pending.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { resumeButton } from '../menu/show-menu.ts'
import { describeFiled } from '../proxy/pending.ts'
import { showMessage } from '../show-message.ts'
import { describeEndorsed } from './describe-endorsed.ts'
import { describeOwn } from './describe-own.ts'

/**
 * /mine: what I said and how it stands, newest first; on the first page also what I filed for others, first of all what
 * still waits for their consent, and what I endorsed.
 */
export async function showMine(deps: BotDeps, ctx: BotContext, page: number): Promise<void> {
  const { person } = ctx
  const { items, total } = person
    ? await listOwnFeedback(deps.prisma, person.id, page)
    : { items: [], total: 0 }
  const endorsed = person && page === 0 ? await listEndorsed(deps.prisma, person.id) : { items: [], total: 0 }
  const isFirst = person && page === 0
  const pending = isFirst ? await listPending(deps.prisma, person.id, deps.clock.now()) : []
  const filed = isFirst ? await listFiled(deps.prisma, person.id) : { items: [], total: 0 }
  const draft = await ctx.draft()
  const heading = total === 0 ? ctx.t('mine-none') : ctx.t('mine-heading', { n: total })
  const text = FormattedString.join(
    [
      ...(pending.length > 0 ? [ctx.t('proxy-mine-waiting', { n: pending.length })] : []),
      heading,
      ...items.map((item) => describeOwn(deps, ctx, item)),
      ...(filed.total > 0 ? [ctx.t('proxy-mine-filed', { n: filed.total })] : []),
      ...filed.items.map((item) => describeFiled(deps, ctx, item)),
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
      ...pending.map(({ id, card, forWhom }): Button[] => [
        {
          label: `${card.icon} ${ctx.t('proxy-for', { who: sayWhom(deps.texts, ctx.locale, forWhom) })}`,
          data: encodePress({ kind: 'proxy-open', id }),
        },
      ]),
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
