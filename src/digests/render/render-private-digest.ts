import { cardOf } from '../../cards/topics.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { joinLines } from '../../messages/join-lines.ts'
import { SMALLEST_GROUP } from '../../privacy/hide-small-groups.ts'
import { type RegionDescription, regionLabel } from '../../regions/describe-region.ts'
import type { PublicFigures } from '../collect-public-figures.ts'
import type { Period } from '../period.ts'
import { digestWriter, type WriterDeps } from './digest-writer.ts'

/** The digest of a followed village in words for residents, with the way to where it can be stopped. Pure. */
export function renderPrivateDigest(
  { village, period, figures }: { village: RegionDescription; period: Period; figures: PublicFigures },
  deps: WriterDeps,
): OutgoingMessage {
  const { t, topic, number, dates } = digestWriter(deps)
  const { total, topics, answered } = figures
  const lines = [
    total ? t('villages-digest-total', { ...total }) : t('villages-digest-few', { n: SMALLEST_GROUP }),
    topics
      .map((each) => `${cardOf(each.topic)?.icon ?? '💬'} ${topic(each.topic)} ${number(each.count)}`)
      .join(' · '),
    answered ? t('villages-digest-answered', { count: answered.count }) : '',
    answered && answered.fixed !== null && answered.count > 0
      ? t('villages-digest-fixed', { count: answered.fixed })
      : '',
  ]
  const title = t('villages-digest-title', {
    village: regionLabel(village, deps.locale),
    dates: dates(period),
  })
  return {
    ...joinLines([
      { text: title, bold: true },
      ...lines.filter((text) => text !== '').map((text) => ({ text })),
    ]),
    buttons: [[{ label: t('villages-digest-settings'), data: `w:${village.code}` }]],
  }
}
