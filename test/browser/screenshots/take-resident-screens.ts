import { BOT, LINKED_VILLAGE } from '../../../src/playground/people.ts'
import { become, message, openChat, press, say, showChats } from '../support/chat.ts'
import {
  type Answers,
  fillCard,
  lunch,
  medicines,
  medicinesInEnglish,
  schoolBus,
  winterRoad,
} from '../support/fill-card.ts'
import type { Stage } from './stage.ts'
import { submit } from './submit.ts'

/** Every screen that a resident comes to before the committee has said anything. */
export async function takeResidentScreens(stage: Stage): Promise<void> {
  const { reader, phone, residents } = stage
  const { t } = reader
  const isEnglish = reader.locale === 'en'
  const look = screensOf(stage)
  await become(phone, residents[0])
  await openChat(phone, BOT.firstName)

  await phone.locator('xy-chat-view .empty button').click()
  await look('find-village', t('village-step-down'))
  await press(phone, t('village-step-down'))
  await look('village-step-by-step', t('village-step-in', { region: '·' }).split('·')[1] ?? '')
  await say(phone, isEnglish ? 'beizhang' : '北张')
  await look('villages-of-one-name', t('village-which', { n: 2 }))
  await say(phone, `/start v${LINKED_VILLAGE.code}`)
  await look('consent', t('consent-yes'))
  await press(phone, t('consent-yes'))
  await look('menu', t('menu-question'))

  const first = isEnglish ? medicinesInEnglish : medicines
  const urgent = { ...first, answers: { ...first.answers, urgency: 'now' } }
  await fillCard(phone, reader, urgent, (question) => look(`question-${question}`, t(`question-${question}`)))
  await look('review', t('card-submit'))
  await press(phone, t('card-change'))
  await look('change-one-line', t('card-change-title'))
  await press(phone, t('card-back'))
  await submit(stage, urgent)
  await look('receipt', t('receipt-thanks'))
  await press(phone, t('receipt-picture-button'))
  await look('receipt-as-a-picture', t('receipt-picture-caption'))
  const signed: Answers = { ...lunch, answers: { ...lunch.answers, visibility: 'committee_named' } }
  for (const filled of [isEnglish ? schoolBus : winterRoad, signed]) {
    const own = ['stage', 'distance', 'lives_with', 'help_missing']
    await press(phone, t('receipt-another'))
    await fillCard(phone, reader, filled, async (question) => {
      if (own.includes(question)) await look(`question-${question}`, t(`question-${question}`))
    })
    if (filled.answers.about === 'child') await look('review-about-a-child', t('guardian-question'))
    await submit(stage, filled)
  }

  await say(
    phone,
    isEnglish ? 'There is nobody at the clinic at weekends.' : '周末卫生室常常没人，看不上病。',
  )
  await look('a-sentence-out-of-the-blue', t('quick-question'))
  await press(phone, new RegExp(t('topic-healthcare')))
  await look('a-sentence-filled-in', t('card-submit'))
  await press(phone, t('card-discard'))
  await message(phone, t('card-discarded'))
  await takeOwnScreens(stage)
  await takeSimilar(stage, first)
}

async function takeOwnScreens(stage: Stage): Promise<void> {
  const { phone, reader } = stage
  const { t } = reader
  const look = screensOf(stage)
  await say(phone, '/mine')
  await look('mine', t('mine-heading', { n: 3 }))
  await press(phone, /^🔎/)
  await look('own-case', t('own-withdraw'))
  await press(phone, t('own-add'))
  await look('add-words', t('own-add-prompt'))
  await say(phone, '/language')
  await look('language', t('language-question'))
  await say(phone, '/help')
  await look('help', t('help').split('\n')[0] ?? '')
  await say(phone, '/privacy')
  await look('privacy', t('privacy-export'))
  await press(phone, t('privacy-more'))
  await look('privacy-more', t('more-heading'))
  await press(phone, t('privacy-back'))
  await seen(stage, t('privacy-export'))
  await press(phone, t('privacy-withdraw'))
  await look('privacy-withdraw', t('withdraw-sure'))
  await press(phone, t('withdraw-no'))
  await seen(stage, t('privacy-export'))
  await press(phone, t('privacy-erase'))
  await look('privacy-erase', t('privacy-erase-yes'))
  await press(phone, t('privacy-erase-no'))
}

/** The second resident says what the first one said, and is shown that. */
async function takeSimilar(stage: Stage, said: Answers): Promise<void> {
  const { phone, reader, residents } = stage
  const { t } = reader
  const look = screensOf(stage)
  await showChats(phone)
  await become(phone, residents[1])
  await openChat(phone, BOT.firstName)
  await say(phone, `/start v${LINKED_VILLAGE.code}`)
  await press(phone, t('consent-yes'))
  await fillCard(phone, reader, said)
  await look('somebody-said-it-before', t('endorse-offer'))
  await press(phone, new RegExp(t('endorse-me-too', { n: 1 }).replace(/[()]/g, '.')))
  await look('me-too', t('endorse-thanks'))
}

/** Waits until the newest message, or a button below it, says this. */
export async function seen({ phone }: Stage, words: string | RegExp): Promise<void> {
  await phone.locator('xy-message').last().filter({ hasText: words }).waitFor()
}

/** The same, and takes its picture. */
export function screensOf(stage: Stage) {
  return async (name: string, words: string | RegExp): Promise<void> => {
    await seen(stage, words)
    // whoever pressed something further up is still there
    await stage.phone.locator('xy-chat-view .scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await stage.shoot(stage.phone, `screens/${name}`)
  }
}
