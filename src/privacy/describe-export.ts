import { type DraftState, draftStateSchema } from '../cards/draft-state.ts'
import { cardOf } from '../cards/topics.ts'
import { standingOf } from '../cases/standing-of.ts'
import { aspectList } from '../messages/aspect-list.ts'
import { describeExportedWork } from './describe-exported-work.ts'
import { type ExportReader, type ExportWriter, exportWriter, type Section } from './export-writer.ts'
import type { ExportedSubmission, PersonalData } from './personal-data.ts'

/**
 * All that is kept of somebody in plain words, for themself: what they said stands as they said it, unmasked, like in the
 * data that it is made of. Pure.
 */
export function describeExport(data: PersonalData, reader: ExportReader): string {
  const write = exportWriter(reader)
  const { t, day } = write
  const sections: Section[] = [
    [t('export-me'), aboutPerson(data, write, reader)],
    [
      t('export-followed'),
      data.followedVillages.map(({ village, digestWanted }) =>
        digestWanted ? t('export-with-digest', { village: village.name }) : village.name,
      ),
    ],
    ...data.submissions.map(
      (each): Section => [t('export-submission', { receipt: each.receipt }), aboutSubmission(each, write)],
    ),
    [t('export-draft'), data.draft ? [data.draft.village.name, ...aboutCard(data.draft, write)] : []],
    [
      t('export-pending'),
      data.pendingProxies.flatMap((each) => [
        write.who(each),
        ...aboutCard(each, write),
        t('export-pending-until', { day: day(each.expiresAt) }),
      ]),
    ],
    [
      t('export-filed'),
      data.filedForOthers.map((each) =>
        t('export-filed-at', { receipt: each.receipt, who: write.who(each), day: day(each.consentedAt) }),
      ),
    ],
    [
      t('export-endorsed'),
      data.endorsements.map((each) =>
        t('export-endorsed-at', {
          day: day(each.createdAt),
          village: each.village.name,
          about: aspectList(t, each),
        }),
      ),
    ],
    [
      t('export-digests'),
      data.privateDigests.map(({ village, sentAt }) =>
        sentAt === null
          ? t('export-digest-waits', { village: village.name })
          : t('export-digest-at', { village: village.name, day: day(sentAt) }),
      ),
    ],
    [
      t('export-looks'),
      data.looks.map((each) =>
        t(`looks-${each.place}`, {
          day: day(each.at),
          office: each.office?.name ?? t('looks-office-all'),
          case: each.case,
        }),
      ),
    ],
    ...describeExportedWork(data, write),
  ]
  const told = sections.filter(([, lines]) => lines.length > 0)
  return [
    t('export-title', { day: day(data.exportedAt) }),
    t('export-file-note'),
    ...told.map(([heading, lines]) => [`■ ${heading}`, ...lines].join('\n')),
  ].join('\n\n')
}

function aboutPerson({ person }: PersonalData, { t, day }: ExportWriter, { texts }: ExportReader): string[] {
  if (!person) return []
  const { language } = person
  const onDay = (key: string, iso: string | null) => (iso === null ? [] : [t(key, { day: day(iso) })])
  return [
    t('export-number', { number: String(person.telegramId) }),
    ...(person.homeVillage ? [t('export-village', { village: person.homeVillage.name })] : []),
    ...(person.speakingVillage ? [t('export-speaking', { village: person.speakingVillage.name })] : []),
    t('more-language', { name: language ? texts.t(language, 'language-name') : t('more-language-of-phone') }),
    ...onDay('export-since', person.createdAt),
    ...onDay('privacy-consented', person.consentedAt),
    ...onDay('privacy-withdrawn-on', person.consentWithdrawnAt),
    ...onDay('more-guardian', person.guardianConsentedAt),
    ...onDay('export-blocked', person.blockedBotAt),
    t(person.mutedAt === null ? 'more-news' : 'more-muted'),
  ]
}

function aboutSubmission(each: ExportedSubmission, write: ExportWriter): string[] {
  const { t, day } = write
  const { case: found } = each
  return [
    t('export-submitted', { day: day(each.createdAt), village: each.village.name }),
    ...aboutTopic(each.topic, write),
    ...(each.aspects.length > 0 ? [t('line-aspects') + aspectList(t, each)] : []),
    ...(each.satisfaction === null
      ? []
      : [t('export-satisfaction') + t(`satisfaction-${each.satisfaction}`)]),
    ...answersOf(each.topic, each.answers as Answers, write),
    ...(each.words === null ? [] : [`${t('line-words')}“${each.words}”`]),
    ...(each.wish === null ? [] : [`${t('line-wish')}“${each.wish}”`]),
    ...attached(each.attachments, write),
    ...(each.urgency === 'not_said' ? [] : [t('line-urgency') + t(`urgency-${each.urgency}`)]),
    t('line-visibility') + t(`visibility-${each.visibility}`),
    ...(each.signedName === null ? [] : [t('export-signed', { name: each.signedName })]),
    ...(each.filedFor ? [t('proxy-for', { who: write.who(each.filedFor) })] : []),
    ...each.additions.map(({ text, createdAt }) => `${day(createdAt)} ➕ “${text}”`),
    ...(found ? aboutCase(found, write) : []),
  ]
}

function aboutCase(found: NonNullable<ExportedSubmission['case']>, write: ExportWriter): string[] {
  const { t, day } = write
  return [
    t('export-case') + t(`mine-status-${standingOf(found)}`),
    ...(found.answer === null
      ? []
      : [t('export-answered', { day: found.answeredAt ? day(found.answeredAt) : '', text: found.answer })]),
    ...(found.verdict === null ? [] : [t('export-verdict') + t(`verdict-${found.verdict}`)]),
    ...(found.contentment === null ? [] : [t('export-verdict') + t(`contentment-${found.contentment}`)]),
    t('export-steps'),
    ...found.events.map(({ kind, at }) => `· ${t('export-step', { day: day(at), step: write.step(kind) })}`),
  ]
}

type Answers = Record<string, string | string[] | undefined>

/** Topic and pictogram; of a card that there is no more, its id. */
function aboutTopic(topic: string, { t, has }: ExportWriter): string[] {
  return [`${cardOf(topic)?.icon ?? ''} ${has(`topic-${topic}`) ? t(`topic-${topic}`) : topic}`.trim()]
}

function answersOf(topic: string, answers: Answers, { t, has }: ExportWriter): string[] {
  return (cardOf(topic)?.questions ?? []).flatMap((question) => {
    if (question.kind === 'words') return []
    const labels = [answers[question.id] ?? []]
      .flat()
      .map((id) => (has(`${question.labels}-${id}`) ? t(`${question.labels}-${id}`) : id))
    return labels.length > 0 ? [t(`line-${question.id}`) + labels.join(t('card-list-comma'))] : []
  })
}

function attached(attachments: readonly { kind: string }[], { t }: ExportWriter): string[] {
  const count = (kind: string) => attachments.filter((each) => each.kind === kind).length
  const got = [
    ...(count('voice') > 0 ? [t('card-got-voice', { n: count('voice') })] : []),
    ...(count('photo') > 0 ? [t('card-got-photos', { n: count('photo') })] : []),
    ...(count('location') > 0 ? [t('card-got-place')] : []),
  ]
  return got.length > 0 ? [t('export-attached') + got.join(' · ')] : []
}

/** A card that is not submitted: the answers so far. */
function aboutCard({ topic, state }: { topic: string; state: unknown }, write: ExportWriter): string[] {
  const read = draftStateSchema.safeParse(state)
  const answers: DraftState['answers'] = read.success ? read.data.answers : {}
  const { t } = write
  const chosen = Object.entries(answers).map(([id, answer]): [string, string | string[] | undefined] => [
    id,
    answer.kind === 'choice' ? answer.value : answer.kind === 'several' ? answer.values : undefined,
  ])
  const said = Object.entries(answers).flatMap(([id, answer]) =>
    answer.kind === 'words'
      ? [...(answer.text ? [`${t(`line-${id}`)}“${answer.text}”`] : []), ...attached(answer.parts, write)]
      : [],
  )
  return [...aboutTopic(topic, write), ...answersOf(topic, Object.fromEntries(chosen), write), ...said]
}
