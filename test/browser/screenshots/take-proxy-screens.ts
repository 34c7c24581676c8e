import { BOT } from '../../../src/playground/people.ts'
import { become, openChat, press, say, showChats } from '../support/chat.ts'
import { fillCard, medicines, medicinesInEnglish } from '../support/fill-card.ts'
import type { Stage } from './stage.ts'
import { screensOf, seen } from './take-resident-screens.ts'

/** Somebody files for a neighbour, who agrees in their own chat. */
export async function takeProxyScreens(stage: Stage): Promise<void> {
  const { reader, phone, residents } = stage
  const { t } = reader
  const look = screensOf(stage)
  const isEnglish = reader.locale === 'en'
  const [filer, neighbour] = residents
  await showChats(phone)
  await become(phone, filer)
  await openChat(phone, BOT.firstName)
  await say(phone, '/feedback')
  await seen(stage, t('menu-question'))
  await press(phone, t('proxy-begin'))
  await look('for-somebody-who', t('proxy-who-question'))
  await press(phone, new RegExp(`${t('proxy-who-neighbour')}$`))
  await look('for-somebody-name', t('proxy-nameless'))
  await say(phone, isEnglish ? 'Old Zhang' : '张大爷')
  await look('for-somebody-topic', t('proxy-topic-question'))
  const said = isEnglish ? medicinesInEnglish : medicines
  await fillCard(phone, reader, { ...said, answers: { ...said.answers, about: 'me' } })
  await look('for-somebody-review', t('proxy-note-review'))
  await press(phone, t('card-submit'))
  await look('for-somebody-read-back', t('proxy-does-he-agree'))
  await press(phone, t('proxy-by-voice'))
  await look('for-somebody-voice', t('proxy-voice-question').split('\n')[0] ?? '')
  await press(phone, t('card-back'))
  await press(phone, t('proxy-by-code'))
  await look('for-somebody-code', /start=c/)
  const shown = await phone
    .getByText(/start=c[0-9A-Z]{10}/)
    .last()
    .textContent()
  const [, code] = /start=(c[0-9A-Z]{10})/.exec(shown ?? '') ?? []

  await showChats(phone)
  await become(phone, neighbour)
  await openChat(phone, BOT.firstName)
  await say(phone, `/start ${code}`)
  await look('for-you-agree', t('proxy-do-you-agree'))
  await press(phone, t('proxy-agree'))
  await look('for-you-receipt', t('receipt-thanks'))
}
