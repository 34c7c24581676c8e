import { relationshipIds } from '../../src/cards/filed-for.ts'
import { cards } from '../../src/cards/topics.ts'
import { villageChoices } from '../../src/presses/buttons.ts'
import type { Press, PressKind, PressOf } from '../../src/presses/callback-data.ts'
import { filterPeriods, filterStatuses, type QueryStep } from '../../src/presses/query-press.ts'
import { recordableScreens } from '../../src/recordings/recordable-screens.ts'

const village = '140822105201'
const id = '0b9d4f5e-8a43-4a6e-9df7-3a3a9a1f6a01'
const tag = '0b9d4f5e'
const code = '5JXSW6MFHP'
const first = true
const onScreens = recordableScreens().map(({ screen }) => ({ regionCode: village, screen }))
const querySteps: QueryStep[] = [
  { action: 'topics', first },
  { action: 'periods', first: false },
  { action: 'statuses', first },
  { action: 'topic', first, topic: null },
  { action: 'topic', first: false, topic: 'elder_care' },
  ...['', '14', '1408', '140822', '140822105', village].flatMap((regionCode): QueryStep[] => [
    { action: 'regions', first, regionCode, page: 999_999 },
    { action: 'region', first: false, regionCode },
  ]),
  ...filterPeriods.map((period): QueryStep => ({ action: 'period', first, period })),
  ...filterStatuses.map((status): QueryStep => ({ action: 'status', status })),
  { action: 'entries', page: 12 },
  { action: 'tally' },
  { action: 'search' },
  { action: 'clear' },
]
const onCards: PressOf<'card'>['press'][] = [
  ...(['submit', 'submit_as_guardian', 'not_guardian', 'discard', 'choose_line', 'show_review'] as const).map(
    (type) => ({ type }),
  ),
  ...cards.map(({ topic }) => ({ type: 'sort' as const, topic })),
  ...cards.flatMap(({ questions }) =>
    questions.flatMap((question) => [
      ...(['next', 'skip', 'back', 'finish', 'change', 'ask_anew', 'anew', 'move'] as const).map((type) => ({
        type,
        question: question.id,
      })),
      ...(question.kind === 'words' ? [] : question.options).flatMap((option) =>
        (['choose', 'tick', 'untick'] as const).map((type) => ({
          type,
          question: question.id,
          value: option.id,
        })),
      ),
    ]),
  ),
]

/** What a button of each kind can carry, with at least one example of every kind: the compiler asks for a new one. */
const examples: { [Kind in PressKind]: Omit<PressOf<Kind>, 'kind'>[] } = {
  menu: [{}],
  topic: cards.flatMap(({ topic }) => [
    { topic, insteadOf: null },
    { topic, insteadOf: tag },
  ]),
  card: onCards.map((press) => ({ draftTag: tag, press })),
  resume: [{}],
  'drop-draft': [{}],
  endorse: [{ draftTag: tag, submissionId: id }],
  'first-words': [{}],
  consent: [{ villageCode: village }],
  village: [{ code: village }],
  'find-village': [{}],
  'step-down': [
    { code: '', page: 0 },
    { code: '140822105', page: 12 },
  ],
  narrow: [
    { within: '140822105', text: '北张村:的 村', page: 3 },
    { within: '', text: 'x', page: 0 },
  ],
  villages: [{}],
  'my-village': [{ code: village }],
  'village-choice': villageChoices.map((choice) => ({ choice, code: village })),
  language: ['en', 'zh-Hant', 'yue'].flatMap((locale) => [
    { locale, villageCode: null },
    { locale, villageCode: village },
  ]),
  mine: [{ page: 7 }],
  mute: [{ on: true }, { on: false }],
  'receipt-picture': [{ submissionId: id }],
  'own-case': [{ caseId: id }],
  'own-attachments': [{ caseId: id }],
  'answer-photos': [{ caseId: id }],
  'add-words': [{ caseId: id }],
  withdraw: [{ caseId: id }],
  'withdraw-yes': [{ caseId: id }],
  verdict: (['fixed', 'half_fixed', 'not_fixed', 'cannot_tell'] as const).map((verdict) => ({
    verdict,
    caseId: id,
  })),
  'verdict-later': [0, 2].map((asks) => ({ asks, caseId: id })),
  contentment: (['satisfied', 'fairly', 'not_satisfied'] as const).map((contentment) => ({
    contentment,
    caseId: id,
  })),
  privacy: [{}],
  'privacy-more': [{}],
  'privacy-looks': [{ page: 3 }],
  'privacy-export': [{}],
  'privacy-withdraw': [{}],
  'privacy-withdraw-yes': [{}],
  'privacy-erase': [{}],
  'privacy-erase-yes': [{}],
  'proxy-begin': [{}],
  'proxy-who': relationshipIds.map((relationship) => ({ relationship })),
  'proxy-nameless': relationshipIds.map((relationship) => ({ relationship })),
  'proxy-topic': relationshipIds.flatMap((relationship) =>
    cards.flatMap(({ topic }) => [
      { relationship, topic, name: '村东头张大爷', insteadOf: null },
      { relationship, topic, name: null, insteadOf: tag.slice(0, 3) },
    ]),
  ),
  'proxy-open': [{ id }],
  'proxy-voice': [{ id }],
  'proxy-code': [{ id }],
  'proxy-reopen': [{ id }],
  'proxy-drop': [{ id }],
  'proxy-look': [{ code }],
  'proxy-files': [{ code }],
  'proxy-agree': [{ code, id }],
  'proxy-decline': [{ code, id }],
  'proxy-language': ['en', 'zh-Hant', 'yue'].map((locale) => ({ locale, code })),
  'hear-card': [...new Set(cards.flatMap(({ questions }) => questions.map((each) => each.id)))].map((at) => ({
    draftTag: tag,
    at,
  })),
  'hear-menu': [{}],
  'hear-consent': [{ villageCode: village }],
  'recording-regions': [
    { regionCode: '', page: 0 },
    { regionCode: '140822', page: 120 },
  ],
  'recording-overview': [{ regionCode: village }],
  'recording-go-on': [{ regionCode: '1408' }],
  'recording-stop': [{ regionCode: '140822' }],
  'recording-open': onScreens,
  'recording-anew': onScreens,
  'recording-skip': onScreens,
  'recording-listen': onScreens,
  'recording-remove': onScreens,
  'query-case': [0, 999_999].map((page) => ({ queryId: '0ZAH9KMV', page, caseId: id })),
  'query-files': [{ caseId: id }],
  query: querySteps.map((step) => ({ queryId: '0ZAH9KMV', step })),
  link: [
    { code: village, warned: false },
    { code: '1408', warned: true },
  ],
  unlink: [{}],
  cases: [{ page: 2 }],
  'open-cases': [{}],
  case: [{ caseId: id }],
  attachments: [{ caseId: id }],
  accept: [{ caseId: id }],
  answer: [{ caseId: id }],
  'stop-answer': [{ caseId: id }],
}

/** Every press there is, each once, in its longest and shortest forms. */
export const everyPress: Press[] = [
  ...new Map(
    Object.entries(examples)
      .flatMap(([kind, fields]) => fields.map((each) => ({ kind, ...each }) as Press))
      .map((press) => [JSON.stringify(press), press] as const),
  ).values(),
]
