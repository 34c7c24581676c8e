import type { LookPlace } from '../../deliveries/posted/log-looks.ts'
import type { Locale, Texts } from '../../i18n/texts.ts'
import type { Button, OutgoingMessage } from '../../lib/outgoing-message.ts'
import { showDate } from '../../messages/show-date.ts'
import { encodePress, type Press } from '../../presses/callback-data.ts'
import type { KeptData } from '../../privacy/describe-kept-data.ts'

export interface PrivacyView {
  texts: Texts
  locale: Locale
}

/** What is kept, for how long, who sees it and where, with a way out to the menu. `villages`: names of kept.villageCodes as people say them. */
export function privacyOverview(
  { texts, locale }: PrivacyView,
  { kept, villages, timeZone }: { kept: KeptData | null; villages: readonly string[]; timeZone: string },
): OutgoingMessage {
  const t = texts.t.bind(texts, locale)
  const button = (key: string, press: Press): Button[] => [{ label: t(key), data: encodePress(press) }]
  const out = button('privacy-back', { kind: 'menu' })
  if (!kept) return { text: t('privacy-nothing'), buttons: [out] }
  const counts = [
    t('privacy-cards', { cards: kept.cards }),
    ...(kept.drafts > 0 ? [t('privacy-draft')] : []),
    ...(kept.waiting > 0 ? [t('proxy-kept', { n: kept.waiting })] : []),
    ...(kept.attachments > 0 ? [t('privacy-attachments', { attachments: kept.attachments })] : []),
    ...(kept.endorsements > 0 ? [t('privacy-me-too', { endorsements: kept.endorsements })] : []),
  ]
  const { consentedAt, consentWithdrawnAt } = kept
  const lines = [
    t('privacy-kept', { list: counts.join(t('privacy-comma')) }),
    ...(villages.length > 0 ? [t('privacy-villages', { list: inShort(t, villages) })] : []),
    ...(consentedAt ? [t('privacy-consented', { day: day(consentedAt, timeZone, locale) })] : []),
    ...(consentWithdrawnAt
      ? [t('privacy-withdrawn-on', { day: day(consentWithdrawnAt, timeZone, locale) })]
      : []),
    '',
    t('privacy-promise'),
  ]
  return {
    text: lines.join('\n'),
    buttons: [
      button('privacy-looks', { kind: 'privacy-looks', page: 0 }),
      button('privacy-more', { kind: 'privacy-more' }),
      button('privacy-export', { kind: 'privacy-export' }),
      ...(consentedAt ? [button('privacy-withdraw', { kind: 'privacy-withdraw' })] : []),
      button('privacy-erase', { kind: 'privacy-erase' }),
      out,
    ],
  }
}

/** What else is kept, a line each. `nameOf`: a village as people say it. */
export function privacyMore(
  { texts, locale }: PrivacyView,
  { kept, nameOf, timeZone }: { kept: KeptData; nameOf: (code: string) => string; timeZone: string },
): OutgoingMessage {
  const t = texts.t.bind(texts, locale)
  const { followed, guardianConsentedAt } = kept
  const villages = followed.map((each) => nameOf(each.villageCode) + (each.digestWanted ? ' 🔔' : ''))
  const language = kept.locale ? texts.t(kept.locale, 'language-name') : t('more-language-of-phone')
  const counted = (key: string, n: number) => (n > 0 ? [t(key, { n })] : [])
  const lines = [
    t('more-heading'),
    t('more-telegram'),
    ...(villages.length > 0 ? [t('more-followed', { list: inShort(t, villages) })] : []),
    ...counted('more-digests', kept.digests),
    ...counted('more-looks', kept.looks),
    ...counted('more-queries', kept.queries),
    ...counted('more-committee', kept.committeeWork),
    t('more-language', { name: language }),
    t(kept.muted ? 'more-muted' : 'more-news'),
    ...(guardianConsentedAt ? [t('more-guardian', { day: day(guardianConsentedAt, timeZone, locale) })] : []),
  ]
  return {
    text: lines.join('\n'),
    buttons: [[{ label: t('privacy-back'), data: encodePress({ kind: 'privacy' }) }]],
  }
}

/** One page of who was shown the person's name: when, which office, which case. */
export function privacyLooks(
  { texts, locale }: PrivacyView,
  screen: {
    lines: readonly { at: Date; office: string | null; place: LookPlace; alias: string }[]
    page: number
    pages: number
    timeZone: string
  },
): OutgoingMessage {
  const t = texts.t.bind(texts, locale)
  const { lines, page, pages, timeZone } = screen
  const turn = (to: number, key: string): Button => ({
    label: t(key),
    data: encodePress({ kind: 'privacy-looks', page: to }),
  })
  const told = lines.map(({ at, office, place, alias }) =>
    t(`looks-${place}`, {
      day: showDate(at, timeZone, locale),
      office: office ?? t('looks-office-all'),
      case: alias,
    }),
  )
  return {
    text: [t('looks-heading'), ...(told.length > 0 ? [told.join('\n')] : [t('looks-none')])].join('\n\n'),
    buttons: [
      [
        ...(page > 0 ? [turn(page - 1, 'page-before')] : []),
        ...(page + 1 < pages ? [turn(page + 1, 'page-after')] : []),
      ],
      [{ label: t('privacy-back'), data: encodePress({ kind: 'privacy' }) }],
    ].filter((row) => row.length > 0),
  }
}

const VILLAGES_SHOWN = 3

function inShort(t: (key: string, args?: { count: number }) => string, villages: readonly string[]) {
  const shown = villages.slice(0, VILLAGES_SHOWN).join(t('privacy-comma'))
  return villages.length > VILLAGES_SHOWN
    ? shown + t('privacy-villages-more', { count: villages.length })
    : shown
}

const day = (date: Date, timeZone: string, locale: Locale) => showDate(date, timeZone, locale, { year: true })

/** Says what taking the consent back means, and that everything can be erased instead. */
export function privacyWithdrawConfirmation({ texts, locale }: PrivacyView): OutgoingMessage {
  return {
    text: texts.t(locale, 'withdraw-sure'),
    buttons: [
      [{ label: texts.t(locale, 'withdraw-yes'), data: encodePress({ kind: 'privacy-withdraw-yes' }) }],
      [{ label: texts.t(locale, 'privacy-erase'), data: encodePress({ kind: 'privacy-erase' }) }],
      [{ label: texts.t(locale, 'withdraw-no'), data: encodePress({ kind: 'privacy' }) }],
    ],
  }
}

/** Asks once more before all is erased. */
export function privacyEraseConfirmation({ texts, locale }: PrivacyView): OutgoingMessage {
  return {
    text: texts.t(locale, 'privacy-erase-sure'),
    buttons: [
      [{ label: texts.t(locale, 'privacy-erase-yes'), data: encodePress({ kind: 'privacy-erase-yes' }) }],
      [{ label: texts.t(locale, 'privacy-erase-no'), data: encodePress({ kind: 'privacy' }) }],
    ],
  }
}

/**
 * Says that it is done, and honestly what others may still see. `posted`: messages to others that are being taken back;
 * `unknownDigests`: those of which nobody knows.
 */
export function privacyErased(
  { texts, locale }: PrivacyView,
  { posted, unknownDigests }: { posted: number; unknownDigests: number },
): OutgoingMessage {
  return {
    text: [
      texts.t(locale, 'privacy-erased'),
      ...(posted > 0 ? [texts.t(locale, 'privacy-erased-quoted')] : []),
      ...(unknownDigests > 0 ? [texts.t(locale, 'privacy-erased-unknown', { n: unknownDigests })] : []),
    ].join('\n\n'),
  }
}
