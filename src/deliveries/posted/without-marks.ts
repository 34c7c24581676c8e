import type { OutgoingMessage, SendableMessage } from '../../lib/outgoing-message.ts'
import { takeMarks } from '../../messages/take-marks.ts'

/** A message that says nothing of any resident, as it can be sent. Throws where it does: that one goes by send-marked.ts. */
export function withoutMarks(message: OutgoingMessage): SendableMessage {
  const taken = takeMarks(message)
  if (taken.marks.length > 0) throw new Error('a message that says something of residents would not be kept')
  return taken.message
}
