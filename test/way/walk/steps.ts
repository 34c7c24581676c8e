import { fc } from '../../support/properties.ts'

/** Something that somebody does, drawn before it is known what they see: `pick` chooses among what there is then. */
export type WalkStep =
  | { do: 'press'; pick: number }
  | { do: 'press-old'; pick: number }
  | { do: 'press-twice'; pick: number }
  | { do: 'press-and-say'; pick: number; text: string }
  | { do: 'say' | 'say-long'; text: string }
  | { do: 'type-label'; pick: number }
  | { do: 'edit'; pick: number; text: string }
  | { do: 'photos'; count: number; caption: string | null }
  | { do: 'voice' | 'place' | 'sticker' }
  | { do: 'command'; command: string }
  | { do: 'restart' | 'kill' }

const pick = fc.nat(999)
const BITS = ['药不全', '路远', '👵🏻', ' ', '\n', '3.5', '——', 'bus', '\u200b', '（盼）', '_*[]', '&lt;']
const text = fc
  .tuple(fc.integer({ min: 10, max: 99 }), fc.array(fc.constantFrom(...BITS), { maxLength: 6 }))
  .map(([number, bits]) => `说${number}件${bits.join('')}。`)
const COMMANDS = ['/start', '/feedback', '/mine', '/language', '/privacy', '/help', '/cancel', '/nonsense']

/** One step; mostly what leads on, so that cards come to their end, and at any moment anything else. */
export const walkStep = fc.oneof(
  { weight: 600, arbitrary: fc.record({ do: fc.constant('press' as const), pick }) },
  { weight: 60, arbitrary: fc.record({ do: fc.constant('press-old' as const), pick }) },
  { weight: 40, arbitrary: fc.record({ do: fc.constant('press-twice' as const), pick }) },
  { weight: 30, arbitrary: fc.record({ do: fc.constant('press-and-say' as const), pick, text }) },
  { weight: 90, arbitrary: fc.record({ do: fc.constant('say' as const), text }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('say-long' as const), text }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('type-label' as const), pick }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('edit' as const), pick, text }) },
  {
    weight: 20,
    arbitrary: fc.record({
      do: fc.constant('photos' as const),
      count: fc.integer({ min: 1, max: 4 }),
      caption: fc.option(text),
    }),
  },
  { weight: 40, arbitrary: fc.constantFrom({ do: 'voice' }, { do: 'place' }, { do: 'sticker' }) as never },
  {
    weight: 70,
    arbitrary: fc.record({ do: fc.constant('command' as const), command: fc.constantFrom(...COMMANDS) }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'restart' }, { do: 'kill' }) as never },
) as fc.Arbitrary<WalkStep>
