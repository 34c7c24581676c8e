import { describe, expect, it } from 'vitest'
import type { Actor, PresserActor } from '../../../src/access/actor.ts'
import { type CaseAction, type CaseTarget, mayCase } from '../../../src/access/policies/case.ts'
import { mayCommitteeChat } from '../../../src/access/policies/committee-chat.ts'
import { mayDigest } from '../../../src/access/policies/digest.ts'
import { mayRecording } from '../../../src/access/policies/recording.ts'

const [VILLAGE, TOWNSHIP, COUNTY] = ['140822105201', '140822105', '140822'] as const
const OTHER_TOWNSHIP = '140822199'
const ACTIONS: CaseAction[] = [
  'look',
  'listen',
  'accept',
  'answer',
  'withdraw',
  'verdict',
  'contentment',
  'add',
]

const person: Actor = { kind: 'person', personId: 'her', telegramId: 1 }
const administratorOf = (regionCode: string): Actor => ({
  kind: 'administrator',
  telegramId: 2,
  grants: [{ role: 'administrator', regionCode }],
})
const presser = (changes: Partial<PresserActor> = {}): PresserActor => ({
  kind: 'presser',
  chatId: -1,
  chatType: 'channel',
  telegramId: 3,
  regionCode: VILLAGE,
  runsChat: false,
  grants: [],
  ...changes,
})
const hers: CaseTarget = { holderCode: VILLAGE, visibility: 'committee', isErased: false, personId: 'her' }
/** a complaint about the committee */
const past: CaseTarget = { ...hers, holderCode: TOWNSHIP, visibility: 'township' }
const allowedOf = (actor: Actor, target: CaseTarget) =>
  ACTIONS.filter((action) => mayCase(actor, action, target).ok)
const codeOf = (actor: Actor, action: CaseAction, target: CaseTarget) => {
  const decision = mayCase(actor, action, target)
  return decision.ok ? 'ok' : decision.code
}

describe('a case', () => {
  it('is its resident’s to see, add to, take back and judge, and unknown to every other resident', () => {
    expect(allowedOf(person, hers)).toEqual(['look', 'listen', 'withdraw', 'verdict', 'contentment', 'add'])
    expect(codeOf(person, 'answer', hers)).toBe('not_entitled')
    for (const target of [
      { ...hers, personId: 'him' },
      { ...hers, personId: null },
      { ...hers, isErased: true },
    ])
      expect(codeOf(person, 'look', target)).toBe('unknown')
  })

  it('can be read by every member of the chat of a region that holds it, and acted on by those who run the chat', () => {
    expect(allowedOf(presser(), hers)).toEqual(['look', 'listen'])
    expect(codeOf(presser(), 'accept', hers)).toBe('not_entitled')
    expect(allowedOf(presser({ runsChat: true }), hers)).toEqual(['look', 'listen', 'accept', 'answer'])
    for (const role of ['committee_member', 'administrator'] as const) {
      const of = (regionCode: string) => presser({ grants: [{ role, regionCode }] })
      expect(allowedOf(of(VILLAGE), hers)).toEqual(['look', 'listen', 'accept', 'answer'])
      expect(allowedOf(of(''), hers)).toEqual(['look', 'listen', 'accept', 'answer'])
      expect(allowedOf(of(OTHER_TOWNSHIP), hers)).toEqual(['look', 'listen'])
    }
  })

  it('cannot be acted on by what nobody signed, also where it speaks for the chat', () => {
    expect(allowedOf(presser({ telegramId: null, runsChat: true }), hers)).toEqual(['look', 'listen'])
  })

  it('is unknown in the chat of another region, and in one that is not linked nothing is known', () => {
    for (const regionCode of [OTHER_TOWNSHIP, `${VILLAGE.slice(0, -1)}2`])
      expect(codeOf(presser({ regionCode, runsChat: true }), 'look', hers)).toBe('unknown')
    expect(codeOf(presser({ regionCode: null, runsChat: true }), 'look', hers)).toBe('not_linked')
  })

  it('that was kept from the village is unknown to its chat and its administrators, also if its ledger had it', () => {
    for (const target of [past, { ...past, holderCode: VILLAGE }]) {
      expect(codeOf(presser({ runsChat: true }), 'look', target)).toBe('unknown')
      expect(codeOf(administratorOf(VILLAGE), 'look', target)).toBe('unknown')
      expect(allowedOf(administratorOf(TOWNSHIP), target)).toContain('look')
      expect(allowedOf(presser({ regionCode: TOWNSHIP, runsChat: true }), target)).toContain('answer')
    }
  })

  it('is in reach of the administrators of all regions above, and unknown to a member of the committee in private', () => {
    for (const regionCode of ['', '1408', COUNTY, TOWNSHIP, VILLAGE])
      expect(allowedOf(administratorOf(regionCode), hers)).toEqual(['look', 'listen', 'accept', 'answer'])
    expect(codeOf(administratorOf(OTHER_TOWNSHIP), 'look', hers)).toBe('unknown')
    const member: Actor = {
      kind: 'administrator',
      telegramId: 4,
      grants: [{ role: 'committee_member', regionCode: VILLAGE }],
    }
    expect(codeOf(member, 'look', hers)).toBe('unknown')
  })
})

describe('the link of a chat', () => {
  const grants = [{ role: 'administrator' as const, regionCode: TOWNSHIP }]
  const link = (actor: Actor, regionCode: string | null, newRegionCode: string) =>
    mayCommitteeChat(actor, 'link', { regionCode, newRegionCode }).ok

  it('is an administrator’s to make, change and end, where both regions are in their scope', () => {
    expect(link(presser({ grants }), null, VILLAGE)).toBe(true)
    expect(link(presser({ grants }), VILLAGE, TOWNSHIP)).toBe(true)
    expect(link(presser({ grants }), null, COUNTY)).toBe(false)
    // taking a chat away from somebody else's region
    expect(link(presser({ grants }), COUNTY, VILLAGE)).toBe(false)
    const unlink = (regionCode: string | null) =>
      mayCommitteeChat(presser({ grants }), 'unlink', { regionCode, newRegionCode: null })
    expect(unlink(VILLAGE)).toEqual({ ok: true })
    expect(unlink(OTHER_TOWNSHIP)).toEqual({ ok: false, code: 'not_entitled' })
    expect(unlink(null)).toEqual({ ok: false, code: 'not_linked' })
  })

  it('is nothing to whoever only runs the chat, nor to what nobody signed', () => {
    expect(link(presser({ runsChat: true }), null, VILLAGE)).toBe(false)
    expect(link(presser({ telegramId: null, grants }), null, VILLAGE)).toBe(false)
    expect(link(presser({ grants: [{ role: 'committee_member', regionCode: '' }] }), null, VILLAGE)).toBe(
      false,
    )
    expect(link(person, null, VILLAGE)).toBe(false)
  })
})

describe('a digest', () => {
  const post = (actor: Actor, regionCode: string = VILLAGE) => mayDigest(actor, 'post', { regionCode }).ok

  it('is for whoever runs the chat or holds a grant, for that chat’s region only', () => {
    expect(post(presser())).toBe(false)
    expect(post(presser({ runsChat: true }))).toBe(true)
    // a channel's post: one of those who run it wrote it
    expect(post(presser({ runsChat: true, telegramId: null }))).toBe(true)
    expect(post(presser({ runsChat: true }), TOWNSHIP)).toBe(false)
    expect(post(presser({ grants: [{ role: 'committee_member', regionCode: VILLAGE }] }))).toBe(true)
    expect(post(administratorOf(TOWNSHIP))).toBe(true)
    expect(post(administratorOf(OTHER_TOWNSHIP))).toBe(false)
    expect(post(person)).toBe(false)
  })
})

it('reading aloud is for administrators of the region in private', () => {
  const may = (actor: Actor, regionCode: string) => mayRecording(actor, 'record', { regionCode })
  expect(may(administratorOf(TOWNSHIP), VILLAGE).ok).toBe(true)
  expect(may(administratorOf(TOWNSHIP), COUNTY).ok).toBe(false)
  expect(
    may(presser({ runsChat: true, grants: [{ role: 'administrator', regionCode: '' }] }), VILLAGE).ok,
  ).toBe(false)
  expect(may(person, VILLAGE).ok).toBe(false)
})
