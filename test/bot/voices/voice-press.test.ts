import { describe, expect, it } from 'vitest'
import { cards } from '../../../src/cards/topics.ts'
import { decodeVoicePress, encodeVoicePress, type VoicePress } from '../../../src/presses/voice-press.ts'
import { recordableScreens } from '../../../src/recordings/recordable-screens.ts'

const LONGEST_REGION = '140822105201'

describe('buttons for what is read aloud', () => {
  const onScreens = recordableScreens().flatMap(({ screen }) =>
    (['open', 'record', 'skip', 'listen', 'remove'] as const).map(
      (kind): VoicePress => ({ kind, regionCode: LONGEST_REGION, screen }),
    ),
  )
  const onCards = cards.flatMap((card) =>
    [...card.questions.map(({ id }) => id), 'review'].map(
      (at): VoicePress => ({ kind: 'hear-card', draftTag: '0a1b2c3d', at }),
    ),
  )
  const others: VoicePress[] = [
    { kind: 'hear-menu' },
    { kind: 'hear-consent', villageCode: LONGEST_REGION },
    { kind: 'regions', regionCode: '', page: 0 },
    { kind: 'regions', regionCode: '140822', page: 120 },
    ...(['overview', 'go-on', 'stop'] as const).map((kind) => ({ kind, regionCode: '1408' })),
  ]

  it('say again what they mean, within Telegram’s 64 bytes', () => {
    for (const press of [...onScreens, ...onCards, ...others]) {
      const data = encodeVoicePress(press)
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(decodeVoicePress(data)).toEqual(press)
    }
  })

  it.each(['', 's:', 's:z', 's:w:123', 's:c:short:about', 's:o:140822', 's:o:140822:../x', 's:p:1:2:3'])(
    'are not made of %j',
    (data) => expect(decodeVoicePress(data)).toBeNull(),
  )
})
