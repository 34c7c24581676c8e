import type { ExportWriter, Section } from './export-writer.ts'
import type { PersonalData } from './personal-data.ts'

/** What hangs on the Telegram id beside the cards, in plain words: what was asked, noted, and done for a committee. Pure. */
export function describeExportedWork(data: PersonalData, { t, day, step }: ExportWriter): Section[] {
  const { savedQueries, conversations, committeeWork: work } = data
  return [
    [
      t('export-others'),
      [
        ...(savedQueries.length > 0 ? [t('export-queries', { n: savedQueries.length })] : []),
        ...(conversations.length > 0 ? [t('export-chat', { n: conversations.length })] : []),
      ],
    ],
    [
      t('export-office'),
      [
        ...work.caseEvents.map(({ kind, text, at }) => {
          const line = t('export-office-case', { day: day(at), step: step(kind) })
          return text === null ? line : `${line}: “${text}”`
        }),
        ...work.chats.map(({ title }) => t('export-office-chat', { title })),
        ...work.chatEvents.map(({ at }) => t('export-office-link', { day: day(at) })),
        ...work.grants.map(({ grantedAt }) => t('export-office-right', { day: day(grantedAt) })),
        ...work.recordings.map(({ recordedAt }) => t('export-office-recording', { day: day(recordedAt) })),
        ...work.answerPrompts.map(({ createdAt }) => t('export-office-prompt', { day: day(createdAt) })),
        ...work.looks.map((each) => t('export-office-look', { day: day(each.at), case: each.case })),
      ],
    ],
  ]
}
