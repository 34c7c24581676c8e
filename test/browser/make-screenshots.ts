/**
 * Makes docs/screenshots: `npm run screenshots`. Starts the playground in Chinese and in English, goes ways through it in
 * a browser, and takes pictures: the overview that README shows, and every screen. Needs Chromium, and fonts for Chinese
 * and for emoji (in Debian: chromium, fonts-noto-cjk, fonts-noto-color-emoji).
 */

import { openStage } from './screenshots/stage.ts'
import { takeCommitteeScreens } from './screenshots/take-committee-screens.ts'
import { takeOverview } from './screenshots/take-overview.ts'
import { takeProxyScreens } from './screenshots/take-proxy-screens.ts'
import { takeResidentScreens } from './screenshots/take-resident-screens.ts'
import { takeVoiceScreens } from './screenshots/take-voice-screens.ts'
import { launchChromium } from './support/open-page.ts'

const ways = {
  overview: [takeOverview],
  screens: [takeResidentScreens, takeCommitteeScreens, takeProxyScreens, takeVoiceScreens],
}
/** `npm run screenshots -- screens` makes only these */
const wanted = process.argv.slice(2)

const browser = await launchChromium('/usr/bin/chromium')
try {
  for (const [name, takes] of Object.entries(ways)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const locale of ['zh', 'en'] as const) {
      const stage = await openStage(browser, locale)
      for (const take of takes) await take(stage)
      await stage.close()
    }
  }
} finally {
  await browser.close()
}
