import type { Page } from 'playwright-core'
import type { CardDefinition } from '../../../src/cards/card-definition.ts'
import { elderCare } from '../../../src/cards/elder-care.ts'
import { healthcare } from '../../../src/cards/healthcare.ts'
import { schooling } from '../../../src/cards/schooling.ts'
import { message, press, say } from './chat.ts'
import type { Reader } from './reader.ts'

/** What somebody answers, by question: an option, several, words, or null to skip it. */
export interface Answers {
  card: CardDefinition
  answers: Record<string, string | string[] | null>
}

/**
 * Fills in a card from the menu to the screen that shows it all, a press or a message for each question. `look` is called
 * on each question, with what can be ticked there ticked.
 */
export async function fillCard(
  page: Page,
  { t }: Reader,
  { card, answers }: Answers,
  look: (question: string) => Promise<void> = async () => {},
): Promise<void> {
  await press(page, `${card.icon} ${t(`topic-${card.topic}`)}`)
  let hasSpoken = false
  for (const question of card.questions) {
    await message(page, t(`question-${question.id}`))
    const answer = answers[question.id] ?? null
    if (question.kind !== 'several') await look(question.id)
    if (answer === null) await press(page, t('card-skip'))
    else if (question.kind === 'words') {
      if (hasSpoken) await letMinutePass(page)
      await say(page, String(answer))
      hasSpoken = true
    } else {
      const label = (id: string) => {
        const icon = question.options.find((option) => option.id === id)?.icon
        return `${icon} ${t(`${question.labels}-${id}`)}`
      }
      if (question.kind === 'choice') await press(page, label(String(answer)))
      else {
        for (const id of answer) {
          await press(page, `⬜ ${label(id)}`)
          await page.getByRole('button', { name: `✅ ${label(id)}`, exact: true }).waitFor()
        }
        await look(question.id)
        await press(page, t('card-next'))
      }
    }
  }
  await message(page, t('card-review-title', { topic: `${card.icon} ${t(`topic-${card.topic}`)}` }))
}

/** People take their time between two answers; what comes at once is one. */
async function letMinutePass(page: Page): Promise<void> {
  const moved = await page.request.post(new URL('/playground/clock', page.url()).href, {
    data: { advanceMs: 61_000 },
  })
  if (!moved.ok()) throw new Error(`the clock stands: ${moved.status()} ${await moved.text()}`)
}

/** The button that submits somebody's first card: with one about a child they say that they are its guardian. */
export function submitLabel({ t }: Reader, { answers }: Answers): string {
  return t(answers.about === 'child' ? 'guardian-submit' : 'card-submit')
}

export const medicines: Answers = {
  card: healthcare,
  answers: {
    about: 'elder',
    aspects: ['medicines', 'chronic_care'],
    satisfaction: '2',
    first_visit: 'county',
    travel_time: 'under_60_min',
    words: '我妈的降压药，村里老是断货，得坐一个钟头的车去县里买。',
    wish: '村卫生室备上三种常用的降压药就行。',
    urgency: 'this_month',
    visibility: 'committee',
  },
}

export const lunch: Answers = {
  card: elderCare,
  answers: {
    about: 'neighbour',
    aspects: ['meals'],
    satisfaction: '3',
    lives_with: 'alone',
    help_missing: ['cooking', 'company'],
    words: '隔壁老李八十一了，一个人过，想有个吃午饭的地方，也好跟人说说话。',
    wish: null,
    urgency: 'can_wait',
    visibility: 'committee',
  },
}

export const winterRoad: Answers = {
  card: schooling,
  answers: {
    about: 'child',
    aspects: ['school_bus', 'costs'],
    satisfaction: '2',
    stage: 'primary',
    distance: 'under_10_km',
    words: '校车只停在公路边，离村还有二里地，冬天娃们摸黑走回来。',
    wish: '让校车开到村口。',
    urgency: 'this_month',
    visibility: 'committee',
  },
}

export const schoolBus: Answers = {
  card: schooling,
  answers: {
    about: 'child',
    aspects: ['school_bus'],
    satisfaction: '2',
    stage: 'primary',
    distance: 'under_10_km',
    words:
      'The school bus stops two kilometres from the village. In winter the children walk home in the dark.',
    wish: 'Let the bus come as far as the village gate.',
    urgency: 'this_month',
    visibility: 'committee',
  },
}

/** The same as `medicines`, as somebody would say it in English. */
export const medicinesInEnglish: Answers = {
  card: healthcare,
  answers: {
    ...medicines.answers,
    words:
      'The village clinic keeps running out of my mother’s blood pressure pills. We ride an hour to town to buy them.',
    wish: 'Three common kinds, always in stock.',
  },
}
