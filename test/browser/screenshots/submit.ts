import { message, press } from '../support/chat.ts'
import { type Answers, submitLabel } from '../support/fill-card.ts'
import type { Stage } from './stage.ts'

/** From the review, on the phone, to the receipt. */
export async function submit({ phone, reader }: Stage, filled: Answers): Promise<void> {
  await press(phone, submitLabel(reader, filled))
  await message(phone, reader.t('receipt-thanks'))
}
