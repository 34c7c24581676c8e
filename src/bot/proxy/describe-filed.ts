import { cardOf } from '../../cards/topics.ts'
import type { Filed } from '../../feedback/proxy/list-filed.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { standingOf } from '../own/standing-of.ts'

/** What somebody filed for another who agreed in their own chat: for whom, about what, how it stands. The rest is theirs. */
export function describeFiled(
  { texts }: Pick<BotDeps, 'texts'>,
  ctx: Pick<BotContext, 'locale' | 't'>,
  { relationship, name, submission }: Filed,
): string {
  const { receipt, topic, aspects } = submission
  const about = aspects.map((aspect) => ctx.t(`aspect-${topic}-${aspect}`)).join(ctx.t('card-list-comma'))
  const standing = standingOf(submission.case)
  return [
    `${formatReceipt(receipt)} · ${sayWhom(texts, ctx.locale, { relationship, name })}`,
    `${cardOf(topic)?.icon ?? ''} ${about}`,
    // "you took it back" would be the owner's
    ctx.t(standing === 'withdrawn' ? 'proxy-withdrawn' : `mine-status-${standing}`),
  ].join('\n')
}
