import { describe, expect, it } from 'vitest'
import { caseStatuses, GONE, isOpen, OPEN, stageOf } from '../../src/cases/statuses.ts'
import { type CaseAction, type CaseState, transition, transitions } from '../../src/cases/transitions.ts'

const actions: CaseAction[] = [
  { kind: 'accept' },
  { kind: 'answer', text: '备药了' },
  { kind: 'add_photos', knows: 7n },
  { kind: 'withdraw' },
  { kind: 'erase' },
  { kind: 'verdict', verdict: 'fixed' },
  { kind: 'verdict', verdict: 'half_fixed' },
  { kind: 'verdict', verdict: 'not_fixed' },
  { kind: 'verdict', verdict: 'cannot_tell' },
  { kind: 'contentment', contentment: 'satisfied' },
  { kind: 'add' },
]
const nameOf = (action: CaseAction) =>
  action.kind === 'verdict' ? `verdict_${action.verdict}` : String(action.kind)
const stands = (status: CaseState['status'], changed: Partial<CaseState> = {}): CaseState => ({
  status,
  verdict: null,
  contentment: null,
  isErased: status === 'erased',
  answerEventId: status === 'answered' ? 7n : null,
  ...changed,
})
const outcome = (state: CaseState, action: CaseAction) => {
  const next = transition(state, action)
  if (!next.ok) return next.code
  return next.event === null ? 'nothing new' : `${next.to}, ${next.event}`
}

describe('the table of transitions', () => {
  it('says of every status and action what becomes of it', () => {
    const table = Object.fromEntries(
      actions.map((action) => [
        nameOf(action),
        Object.fromEntries(caseStatuses.map((status) => [status, outcome(stands(status), action)])),
      ]),
    )
    expect(table).toEqual({
      accept: {
        submitted: 'accepted, accepted',
        accepted: 'already_accepted',
        answered: 'already_answered',
        withdrawn: 'withdrawn',
        erased: 'erased',
      },
      answer: {
        submitted: 'answered, answered',
        accepted: 'answered, answered',
        answered: 'answered, answered',
        withdrawn: 'withdrawn',
        erased: 'erased',
      },
      add_photos: {
        submitted: 'not_answered',
        accepted: 'not_answered',
        answered: 'answered, photos_added',
        withdrawn: 'withdrawn',
        erased: 'erased',
      },
      withdraw: {
        submitted: 'withdrawn, withdrawn',
        accepted: 'withdrawn, withdrawn',
        answered: 'already_answered',
        withdrawn: 'nothing new',
        erased: 'erased',
      },
      erase: {
        submitted: 'erased, erased',
        accepted: 'erased, erased',
        answered: 'answered, erased',
        withdrawn: 'withdrawn, erased',
        erased: 'nothing new',
      },
      ...Object.fromEntries(
        ['fixed', 'half_fixed', 'not_fixed', 'cannot_tell'].map((verdict) => [
          `verdict_${verdict}`,
          {
            submitted: 'not_answered',
            accepted: 'not_answered',
            answered: `${verdict === 'not_fixed' ? 'accepted' : 'answered'}, verdict_${verdict}`,
            withdrawn: 'withdrawn',
            erased: 'erased',
          },
        ]),
      ),
      contentment: {
        submitted: 'no_verdict',
        accepted: 'no_verdict',
        answered: 'no_verdict',
        withdrawn: 'withdrawn',
        erased: 'erased',
      },
      add: {
        submitted: 'submitted, added',
        accepted: 'accepted, added',
        answered: 'answered, added',
        withdrawn: 'withdrawn',
        erased: 'erased',
      },
    })
  })

  it('has a row for each of these actions and no other', () => {
    expect(Object.keys(transitions).sort()).toEqual(actions.map(nameOf).sort())
  })

  it('lets nobody do anything to a case whose resident was erased, whatever its status says', () => {
    for (const status of caseStatuses)
      for (const action of actions.filter(({ kind }) => kind !== 'erase'))
        expect(outcome(stands(status, { isErased: true }), action)).toBe('erased')
  })

  it('takes the contentment once there is a verdict, also of a case that is open again', () => {
    const satisfied: CaseAction = { kind: 'contentment', contentment: 'satisfied' }
    expect(outcome(stands('answered', { verdict: 'fixed' }), satisfied)).toBe(
      'answered, contentment_satisfied',
    )
    expect(outcome(stands('accepted', { verdict: 'not_fixed' }), satisfied)).toBe(
      'accepted, contentment_satisfied',
    )
  })

  it('has no news in the same word said again, but in another', () => {
    const state = stands('answered', { verdict: 'fixed', contentment: 'fairly' })
    expect(outcome(state, { kind: 'verdict', verdict: 'fixed' })).toBe('nothing new')
    expect(outcome(state, { kind: 'contentment', contentment: 'fairly' })).toBe('nothing new')
    expect(outcome(state, { kind: 'verdict', verdict: 'half_fixed' })).toBe('answered, verdict_half_fixed')
  })

  it('takes an answer only upon the answer that its writer knew of', () => {
    const answer = (knows?: bigint | null): CaseAction => ({ kind: 'answer', text: '备药了', knows })
    expect(outcome(stands('submitted'), answer(null))).toBe('answered, answered')
    expect(outcome(stands('answered'), answer(null))).toBe('answered_meanwhile')
    expect(outcome(stands('answered'), answer(6n))).toBe('answered_meanwhile')
    expect(outcome(stands('answered'), answer(7n))).toBe('answered, answered')
    expect(outcome(stands('withdrawn'), answer(6n))).toBe('withdrawn')
    expect(outcome(stands('answered'), { kind: 'add_photos', knows: 6n })).toBe('answered_meanwhile')
  })

  it('never leads out of what is gone', () => {
    for (const status of GONE)
      for (const action of actions) {
        const next = transition(stands(status), action)
        if (next.ok) expect(GONE).toContain(next.to)
      }
  })
})

describe('the groups of statuses', () => {
  it('put every status in one place', () => {
    expect(caseStatuses.map((status) => [status, stageOf[status], isOpen(status)])).toEqual([
      ['submitted', 'waiting', true],
      ['accepted', 'in_hand', true],
      ['answered', 'answered', false],
      ['withdrawn', 'taken_back', false],
      ['erased', 'erased', false],
    ])
    expect(OPEN).toEqual(['submitted', 'accepted'])
  })
})
