import { describe, expect, it } from 'vitest'
import { cards } from '../../src/cards/topics.ts'
import { decodePress, encodePress, type Press } from '../../src/presses/callback-data.ts'
import { draftPress } from '../../src/presses/draft-press.ts'

const caseId = '0b9d4f5e-8a43-4a6e-9df7-3a3a9a1f6a01'
const draftTag = '0b9d4f5e'

const presses: Press[] = [
  { kind: 'menu' },
  { kind: 'resume' },
  { kind: 'drop-draft' },
  { kind: 'find-village' },
  { kind: 'first-words' },
  { kind: 'villages' },
  { kind: 'my-village', code: '140822105201' },
  ...(['speak', 'follow', 'home', 'unfollow', 'digest-on', 'digest-off'] as const).map(
    (choice): Press => ({ kind: 'village-choice', choice, code: '140822105201' }),
  ),
  { kind: 'topic', topic: 'elder_care', anew: false },
  { kind: 'topic', topic: 'elder_care', anew: true },
  { kind: 'consent', villageCode: '140822105201' },
  { kind: 'village', code: '140822105201' },
  { kind: 'step-down', code: '', page: 0 },
  { kind: 'step-down', code: '140822105', page: 12 },
  { kind: 'narrow', within: '140822105', text: '北张村:的 村', page: 3 },
  { kind: 'narrow', within: '', text: 'x', page: 0 },
  { kind: 'language', locale: 'en', villageCode: null },
  { kind: 'language', locale: 'en', villageCode: '140822105201' },
  { kind: 'mine', page: 7 },
  { kind: 'link', code: '140822105201' },
  { kind: 'cases', page: 2 },
  { kind: 'open-cases' },
  { kind: 'mute', on: true },
  { kind: 'mute', on: false },
  { kind: 'endorse', draftTag, submissionId: caseId },
  ...(
    ['case', 'accept', 'answer', 'stop-answer', 'own-case', 'add-words', 'withdraw', 'withdraw-yes'] as const
  ).map((kind): Press => ({ kind, caseId })),
  ...(['fixed', 'half_fixed', 'not_fixed', 'cannot_tell'] as const).map(
    (verdict): Press => ({ kind: 'verdict', verdict, caseId }),
  ),
  ...(['satisfied', 'fairly', 'not_satisfied'] as const).map(
    (contentment): Press => ({ kind: 'contentment', contentment, caseId }),
  ),
  ...(['submit', 'discard', 'choose_line', 'show_review'] as const).map(
    (type): Press => ({ kind: 'card', draftTag, press: { type } }),
  ),
  ...cards.flatMap((card) =>
    card.questions.flatMap((question): Press[] => [
      ...(['next', 'skip', 'back', 'finish', 'change'] as const).map(
        (type): Press => ({ kind: 'card', draftTag, press: { type, question: question.id } }),
      ),
      ...(question.kind === 'words' ? [] : question.options).flatMap((option) =>
        (['choose', 'tick', 'untick'] as const).map(
          (type): Press => ({
            kind: 'card',
            draftTag,
            press: { type, question: question.id, value: option.id },
          }),
        ),
      ),
    ]),
  ),
]

describe('callback data', () => {
  it('reads back what it wrote, in at most 64 bytes', () => {
    for (const press of presses) {
      const data = encodePress(press)
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(decodePress(data)).toEqual(press)
    }
  })

  it('means the same below the reminder, which a job sends', () => {
    expect(decodePress(draftPress.resume)).toEqual({ kind: 'resume' })
    expect(decodePress(draftPress.drop)).toEqual({ kind: 'drop-draft' })
  })

  it.each([
    '',
    'c',
    'c:0b9d4f5e:c:about',
    'c:0b9d4f5e:z:about:me',
    'c:xyz:m',
    't:',
    'ok:14082210520',
    'v:abc',
    'l:c:1',
    'l:constructor:0b9d4f5e-8a43-4a6e-9df7-3a3a9a1f6a01',
    'menu:1',
    "v:140822105201'; drop table person",
    'toString',
  ])('refuses %j', (data) => {
    expect(decodePress(data)).toBeNull()
  })
})
