import { BOT, LINKED_VILLAGE } from '../../../src/playground/people.ts'
import { become, message, openChat, press, say, showChats } from '../support/chat.ts'
import {
  fillCard,
  lunch,
  medicines,
  medicinesInEnglish,
  schoolBus,
  winterRoad,
} from '../support/fill-card.ts'
import type { Person, Stage } from './stage.ts'
import { submit } from './submit.ts'

/** What README shows: a card on a phone and on a desk, the digest, the query. */
export async function takeOverview(stage: Stage): Promise<void> {
  const { reader, phone, desk, residents, administrator, shoot } = stage
  const [first, second] = residents
  const isEnglish = reader.locale === 'en'
  await come(stage, first)
  for (const [turn, filled] of (isEnglish
    ? [schoolBus, medicinesInEnglish]
    : [medicines, winterRoad]
  ).entries()) {
    if (turn > 0) await press(phone, reader.t('receipt-another'))
    await fillCard(phone, reader, filled, async (question) => {
      if (turn === 0 && question === 'aspects') await shoot(phone, 'phone')
    })
    if (turn === 0) {
      await phone.emulateMedia({ colorScheme: 'dark' })
      await shoot(phone, 'dark')
      await phone.emulateMedia({ colorScheme: 'light' })
      await become(desk, first)
      await openChat(desk, BOT.firstName)
      await message(desk, reader.t('card-submit'))
      await shoot(desk, 'card')
    }
    await submit(stage, filled)
  }
  if (!isEnglish) {
    await come(stage, second)
    await fillCard(phone, reader, lunch)
    await submit(stage, lunch)
  }

  await become(desk, administrator)
  await stage.addChannel()
  await showChats(desk)
  await desk.getByTestId('action-digest').click()
  await openChat(desk, stage.channelTitle)
  await message(desk, reader.t('digest-newest'))
  await shoot(desk, 'digest')
  await takeQuery(stage)
}

async function takeQuery({ reader, desk, shoot }: Stage): Promise<void> {
  await openChat(desk, BOT.firstName)
  await say(desk, '/query')
  await press(desk, new RegExp(reader.t('query-all-topics')))
  const whole = reader.t('query-whole', { region: '' }).trim()
  await press(desk, new RegExp(`^${whole}|^${reader.t('query-all-places')}`))
  await press(desk, reader.t('query-period-month'))
  await press(desk, reader.t('query-status-all'))
  await message(desk, reader.t('query-see-entries'))
  await shoot(desk, 'query')
  await press(desk, reader.t('query-see-entries'))
  await message(desk, reader.t('query-to-tally'))
  await shoot(desk, 'entries')
}

/** Onto the phone, by the village's link, up to the menu. */
async function come({ phone, reader }: Stage, person: Person): Promise<void> {
  await become(phone, person)
  await openChat(phone, BOT.firstName)
  await say(phone, `/start v${LINKED_VILLAGE.code}`)
  await press(phone, reader.t('consent-yes'))
}
