import { cardOf } from '../../cards/topics.ts'
import type { TextArgs, Texts } from '../../i18n/texts.ts'
import { showDate } from '../../messages/show-date.ts'
import { regionName, regionPath } from '../../regions/describe-region.ts'
import type { CaseLine } from '../digest.ts'
import type { Period } from '../period.ts'

export interface WriterDeps {
  texts: Texts
  locale: string
}

/** How the pieces of a digest read in one language. */
export type DigestWriter = ReturnType<typeof digestWriter>

/** In letters; the longest official names have about thirty. */
const LONGEST_NAME = 40

/** Writes the pieces that several sections of a digest share. */
export function digestWriter({ texts, locale }: WriterDeps) {
  const t = (key: string, args?: TextArgs) => texts.t(locale, key, args)
  const numberFormat = new Intl.NumberFormat(locale)
  const topic = (id: string) => {
    const key = `topic-${id}-short`
    return texts.has(key) ? t(key) : t('digest-unknown')
  }
  const aspect = (topicId: string, id: string) => {
    const key = `aspect-${topicId}-${id}`
    return texts.has(key) ? t(key) : t('digest-unknown')
  }
  /** A17, and from where */
  const who = ({ alias, place }: CaseLine) =>
    [alias, regionPath(place.map(cut), locale)].filter(Boolean).join(' ')
  return {
    t,
    topic,
    aspect,
    who,
    name: (region: string) => regionName(cut(region), locale),
    number: (value: number) => numberFormat.format(value),
    /** who, and about what: "something else" tells less than the topic */
    about: (line: CaseLine) => {
      const plain = line.aspect === null || line.aspect === 'something_else'
      const what = plain ? topic(line.topic) : aspect(line.topic, line.aspect ?? '')
      return `${who(line)} ${cardOf(line.topic)?.icon ?? '💬'} ${what}`
    },
    /** the first and the last day */
    dates: ({ start, end, timeZone }: Period) => {
      const from = showDate(start, timeZone, locale)
      const to = showDate(new Date(end.getTime() - 1), timeZone, locale)
      return from === to ? from : t('digest-dates', { from, to })
    },
  }
}

function cut(text: string): string {
  const letters = [...text]
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : text
}
