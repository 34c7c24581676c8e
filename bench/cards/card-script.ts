import type { Button } from './bot-api-stub.ts'

/** What a resident does at a screen: sends text, or presses a button that is there. */
export type Action =
  | { say: string; secondsLater?: number }
  | { press: (buttons: Button[]) => Button | undefined; at: string }

const first = (buttons: Button[]) => buttons[0]
const labelled = (part: string) => (buttons: Button[]) => buttons.find(({ text }) => text.includes(part))
const unticked = labelled('⬜')

/**
 * A complete card with words from the link of the village on: 15 updates with two choices of its own, one more for each
 * further one. Screens are recognised by their order only, so that every bot that asks the same can be driven.
 */
export function cardScript(options: {
  villageCode: string
  words: string
  wish: string
  topicIcon: string
  /** how many questions of the topic's own there are */
  ownChoices: number
}): Action[] {
  const { villageCode, words, wish, topicIcon, ownChoices } = options
  return [
    { say: `/start v${villageCode}` },
    { at: 'consent', press: first },
    { at: 'topic', press: labelled(topicIcon) },
    { at: 'about', press: first },
    { at: 'aspects', press: unticked },
    { at: 'aspects', press: unticked },
    { at: 'aspects', press: labelled('下一步') },
    { at: 'satisfaction', press: labelled('🙁') },
    ...Array.from({ length: ownChoices }, (_, i) => ({ at: `own ${i + 1}`, press: first })),
    { say: words },
    // what comes sooner would still belong to the words
    { say: wish, secondsLater: 61 },
    { at: 'urgency', press: labelled('🌱') },
    { at: 'visibility', press: first },
    { at: 'review', press: labelled('✅ 提交') },
  ]
}
