import { fc } from '../../../support/properties.ts'

/** Values that come near to what the methods take, and any others. */
export const nearValue = fc.oneof(
  fc.constantFrom<unknown>(
    1001,
    1002,
    '1001',
    1,
    2,
    3,
    0,
    -1,
    '',
    null,
    true,
    'true',
    '@nowhere',
    'typing',
    'attach://a',
  ),
  fc.constantFrom<unknown>(
    { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
    { keyboard: [['a']], resize_keyboard: true },
    { remove_keyboard: true },
    [{ type: 'bold', offset: 0, length: 1 }],
    [{ type: 'emoji', emoji: '👍' }],
    { message_id: 1 },
    { type: 'photo', media: 'x' },
    [{ command: 'help', description: 'x' }],
    { type: 'commands' },
    { toString: 1, valueOf: null },
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 4 }),
)
