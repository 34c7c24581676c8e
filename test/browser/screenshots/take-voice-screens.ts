import { BOT, LINKED_VILLAGE } from '../../../src/playground/people.ts'
import { oggVoice } from '../../attachments/support/recordings.ts'
import { become, openChat, press, say, showChats } from '../support/chat.ts'
import type { Stage } from './stage.ts'
import { screensOf, seen } from './take-resident-screens.ts'

/** An administrator reads screens aloud for a county, and a resident listens. */
export async function takeVoiceScreens(stage: Stage): Promise<void> {
  const { reader, phone, residents, administrator } = stage
  const { t } = reader
  const look = screensOf(stage)
  const county = reader.locale === 'en' ? /^Wanrong|^万荣/ : /^万荣县/
  await showChats(phone)
  await become(phone, administrator)
  await openChat(phone, BOT.firstName)
  await say(phone, '/voices')
  await look('voices-where', t('voices-where').split('\n')[0] ?? '')
  await press(phone, county)
  await press(phone, /^🎙/)
  await look('voices-region', t('voices-begin'))
  await press(phone, t('voices-begin'))
  await look('voices-read', t('voices-read'))
  await stage.sendFor(administrator, BOT.firstName, { voice: oggVoice('welcome') })
  await look('voices-next', t('voices-kept', { seconds: 4 }))
  await stage.sendFor(administrator, BOT.firstName, { voice: oggVoice('menu') })
  await seen(stage, '3/')
  await press(phone, t('voices-stop'))

  await showChats(phone)
  await become(phone, residents[0])
  await openChat(phone, BOT.firstName)
  await say(phone, `/start v${LINKED_VILLAGE.code}`)
  await seen(stage, t('voices-hear'))
  await press(phone, t('voices-hear'))
  await phone.locator('xy-voice-player').last().waitFor({ state: 'attached' })
  await look('menu-read-aloud', t('menu-question'))
}
