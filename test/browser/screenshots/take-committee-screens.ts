import sharp from 'sharp'
import { BOT } from '../../../src/playground/people.ts'
import { become, openChat, press, say, showChats } from '../support/chat.ts'
import type { Stage } from './stage.ts'
import { screensOf, seen } from './take-resident-screens.ts'

/** What the committee sees and does, and what the resident then hears of it. */
export async function takeCommitteeScreens(stage: Stage): Promise<void> {
  const { phone, desk, reader, administrator, channelTitle } = stage
  const { t } = reader
  const look = screensOf(stage)
  await become(desk, administrator)
  await stage.addChannel()
  await showChats(phone)
  await become(phone, administrator)
  await openChat(phone, channelTitle)
  await say(phone, '/digest')
  await look('digest', t('digest-newest'))
  await say(phone, '/cases')
  await look('cases', /A\d+/)
  await press(phone, /A\d+/)
  await look('case', t('case-accept'))
  await press(phone, t('case-accept'))
  await phone.getByRole('button', { name: t('case-accept') }).waitFor({ state: 'detached' })
  await press(phone, t('case-answer-button'))
  await look('case-answer', t('case-answer-stop'))
  const answer =
    reader.locale === 'en'
      ? 'From today the clinic keeps three common kinds.'
      : '村卫生室从今天起备足三种降压药。'
  const prompt = t('case-answer-prompt', { alias: '·' }).split('·')[0] ?? ''
  const photo = await sharp({ create: { width: 640, height: 420, channels: 3, background: '#6c9a6f' } })
    .jpeg()
    .toBuffer()
  await stage.sendFor(administrator, channelTitle, { text: answer, photo, inReplyTo: prompt })
  await look('case-answered', answer)
  await takeNews(stage, answer)
  await takeQuery(stage)
}

async function takeNews(stage: Stage, answer: string): Promise<void> {
  const { phone, reader, residents } = stage
  const { t } = reader
  const look = screensOf(stage)
  await showChats(phone)
  await become(phone, residents[0])
  await openChat(phone, BOT.firstName)
  await look('news-answered', answer)
  await say(phone, '/privacy')
  await seen(stage, t('privacy-export'))
  await press(phone, t('privacy-looks'))
  await look('privacy-looks', t('looks-heading').slice(2).trim())
  await say(phone, '/mine')
  await seen(stage, t('mine-heading', { n: 3 }))
  // the newest stands first
  await phone.locator('xy-message').last().getByRole('button', { name: /^🔎/ }).first().click()
  await look('own-case-answered', t('answer-photos-show'))
  await press(phone, t('verdict-not_fixed'))
  await look('not-fixed', t('own-why'))
}

/** What the administrator asks for. */
async function takeQuery(stage: Stage): Promise<void> {
  const { phone, reader, administrator } = stage
  const { t } = reader
  const look = screensOf(stage)
  await showChats(phone)
  await become(phone, administrator)
  await openChat(phone, BOT.firstName)
  await say(phone, '/query')
  await look('query-topic', t('query-topic-title'))
  await press(phone, new RegExp(t('query-all-topics')))
  await look('query-region', t('query-region-title'))
  const whole = t('query-whole', { region: '' }).trim()
  await press(phone, new RegExp(`^${whole}|^${t('query-all-places')}`))
  await look('query-period', t('query-period-title'))
  await press(phone, t('query-period-month'))
  await look('query-status', t('query-status-title'))
  await press(phone, t('query-status-all'))
  await look('query', t('query-see-entries'))
  await press(phone, t('query-see-entries'))
  await look('query-entries', t('query-to-tally'))
}
