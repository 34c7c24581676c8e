import type { Locale, Texts } from '../../i18n/texts.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import type { KeptData } from '../../privacy/describe-kept-data.ts'

/** Callback data of the buttons below the screens of /privacy. */
export const privacyPresses = {
  export: 'p:export',
  erase: 'p:erase',
  eraseYes: 'p:erase-yes',
  back: 'p:back',
} as const

export interface PrivacyView {
  texts: Texts
  locale: Locale
}

/** What is kept, for how long, who sees it and where. `villages`: names of kept.villageCodes as people say them. */
export function privacyOverview(
  { texts, locale }: PrivacyView,
  { kept, villages, timeZone }: { kept: KeptData | null; villages: readonly string[]; timeZone: string },
): OutgoingMessage {
  const t = texts.t.bind(texts, locale)
  if (!kept) return { text: t('privacy-nothing') }
  const counts = [
    t('privacy-cards', { cards: kept.cards }),
    ...(kept.drafts > 0 ? [t('privacy-draft')] : []),
    ...(kept.waiting > 0 ? [t('proxy-kept', { n: kept.waiting })] : []),
    ...(kept.attachments > 0 ? [t('privacy-attachments', { attachments: kept.attachments })] : []),
  ]
  const lines = [
    t('privacy-kept', { list: counts.join(t('privacy-comma')) }),
    ...(villages.length > 0 ? [t('privacy-villages', { list: villagesInShort(t, villages) })] : []),
    ...(kept.consentedAt ? [t('privacy-consented', { day: day(kept.consentedAt, timeZone, locale) })] : []),
    '',
    t('privacy-promise'),
  ]
  return {
    text: lines.join('\n'),
    buttons: [
      [{ label: t('privacy-export'), data: privacyPresses.export }],
      [{ label: t('privacy-erase'), data: privacyPresses.erase }],
    ],
  }
}

const VILLAGES_SHOWN = 3

function villagesInShort(t: (key: string, args?: { count: number }) => string, villages: readonly string[]) {
  const shown = villages.slice(0, VILLAGES_SHOWN).join(t('privacy-comma'))
  return villages.length > VILLAGES_SHOWN
    ? shown + t('privacy-villages-more', { count: villages.length })
    : shown
}

const day = (date: Date, timeZone: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: 'short', day: 'numeric' }).format(date)

/** Asks once more before all is erased. */
export function privacyEraseConfirmation({ texts, locale }: PrivacyView): OutgoingMessage {
  return {
    text: texts.t(locale, 'privacy-erase-sure'),
    buttons: [
      [{ label: texts.t(locale, 'privacy-erase-yes'), data: privacyPresses.eraseYes }],
      [{ label: texts.t(locale, 'privacy-erase-no'), data: privacyPresses.back }],
    ],
  }
}

/** Says that it is done, and honestly what a channel may still show. `quotedIn`: digests that quoted the person. */
export function privacyErased(
  { texts, locale }: PrivacyView,
  { quotedIn }: { quotedIn: number },
): OutgoingMessage {
  const done = texts.t(locale, 'privacy-erased')
  return { text: quotedIn > 0 ? `${done}\n\n${texts.t(locale, 'privacy-erased-quoted')}` : done }
}
