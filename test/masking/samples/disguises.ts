import type { Dice } from './dice.ts'

export type Disguise = (number: string, dice: Dice) => string

const script =
  (digits: string): Disguise =>
  (number) =>
    number.replace(/\d/g, (digit) => [...digits][Number(digit)] ?? digit)

/** In which parts people write a number; any part that they like where there is no habit. */
function inParts(number: string, dice: Dice): string[] {
  const habits: Record<number, number[][]> = {
    11: [
      [3, 4, 4],
      [3, 8],
      [4, 3, 4],
      [3, 3, 5],
    ],
    12: [
      [4, 8],
      [4, 4, 4],
    ],
    13: [
      [2, 11],
      [2, 3, 4, 4],
    ],
    15: [[6, 6, 3]],
    16: [[4, 4, 4, 4]],
    18: [
      [6, 8, 4],
      [6, 4, 4, 4],
      [3, 3, 4, 2, 2, 4],
    ],
    19: [
      [4, 4, 4, 4, 3],
      [6, 13],
    ],
    7: [[3, 4]],
  }
  const lengths = dice.from(habits[number.length] ?? [[Math.ceil(number.length / 2), number.length]])
  const parts: string[] = []
  let at = 0
  for (const length of lengths) {
    parts.push(number.slice(at, at + length))
    at += length
  }
  return [...parts, number.slice(at)].filter(Boolean)
}

const between =
  (...marks: string[]): Disguise =>
  (number, dice) =>
    inParts(number, dice).join(dice.from(marks))

/** Ways to write digits that a person still reads and a simple pattern does not find. */
export const digitDisguises: Record<string, Disguise> = {
  plain: (number) => number,
  'in parts with spaces': between(' ', '  ', '　'),
  'in parts with hyphens': between('-', '—', '–', ' - ', '~'),
  'in parts with dots': between('.', '·', '•', '。'),
  'in parts with any punctuation': between('/', '*', '_', '，', '、', '=', '+', '|', ' , ', '……', '#'),
  'over lines': between('\n', '\r\n', '\n\n', ' \n '),
  'every digit apart': (number, dice) => [...number].join(dice.from([' ', '-', '.', '、', ' - ', '，', '_'])),
  'every digit on a line': (number) => [...number].join('\n'),
  'gaps anywhere': (number, dice) =>
    [...number]
      .map((digit, at) => (at > 0 ? dice.from(['', '', '', '', ' ', '-', '.']) : '') + digit)
      .join(''),
  'zero-width between': (number, dice) =>
    [...number].join(dice.from(['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad'])),
  'full-width': script('０１２３４５６７８９'),
  'Chinese digits': script('〇一二三四五六七八九'),
  'Chinese digits with 零 and 幺': script('零幺二三四五六七八九'),
  'Chinese capitals': script('零壹贰叁肆伍陆柒捌玖'),
  'Chinese digits in parts': (number, dice) =>
    script('零一二三四五六七八九')(inParts(number, dice).join(dice.from(['，', ' ', '、'])), dice),
  'Arabic-Indic': script('٠١٢٣٤٥٦٧٨٩'),
  Suzhou: script('〇〡〢〣〤〥〦〧〨〩'),
  circled: script('⓪①②③④⑤⑥⑦⑧⑨'),
  'circled black': script('⓿❶❷❸❹❺❻❼❽❾'),
  'keycap emoji': (number) => number.replace(/\d/g, '$&\ufe0f\u20e3'),
  'O and l for 0 and 1': (number, dice) =>
    number.replace(/[01]/g, (digit) => (digit === '0' ? dice.from(['O', 'o']) : dice.from(['l', 'I']))),
  'scripts mixed': (number, dice) =>
    number.replace(/\d/g, (digit) =>
      dice.from([
        digit,
        digit,
        [...'零一二三四五六七八九'][Number(digit)] ?? '',
        [...'⓪①②③④⑤⑥⑦⑧⑨'][Number(digit)] ?? '',
        [...'０１２３４５６７８９'][Number(digit)] ?? '',
      ]),
    ),
  'mixed, in parts': (number, dice) =>
    inParts(number, dice)
      .map((part) =>
        dice.from([script('零一二三四五六七八九'), script('０１２３４５６７８９'), script('0123456789')])(
          part,
          dice,
        ),
      )
      .join(dice.from([' ', '-', '\n'])),
}

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

/** The same for what has letters. */
export const letterDisguises: Record<string, Record<string, Disguise>> = {
  WeChat: {
    plain: (id) => id,
    'upper case': (id) => id.toUpperCase(),
    'full-width': fullWidth,
    'zero-width between': (id) => [...id].join('\u200b'),
    'every letter apart': (id) => [...id].join(' '),
    'after a space or line': (id, dice) => dice.from([' ', '\n', '： ']) + id,
  },
  'e-mail': {
    plain: (mail) => mail,
    'upper case': (mail) => mail.toUpperCase(),
    'full-width': fullWidth,
    'zero-width between': (mail) => [...mail].join('\u200b'),
    'spaces around the marks': (mail) => mail.replace('@', ' @ ').replace(/\.(?=[a-z]+$)/, ' . '),
    'over lines': (mail) => mail.replace('@', '@\n'),
    'words for the marks': (mail, dice) => {
      const [local = '', domain = ''] = mail.split('@')
      return local + dice.from(['艾特', '@']) + domain.replaceAll('.', dice.from(['点', '.', '。']))
    },
  },
  'licence plate': {
    plain: (plate) => plate,
    'lower case': (plate) => plate.toLowerCase(),
    'full-width': fullWidth,
    'with a dot or hyphen': (plate, dice) =>
      plate.slice(0, 2) + dice.from(['·', '-', ' ', '.', '•']) + plate.slice(2),
    'every sign apart': (plate, dice) => [...plate].join(dice.from([' ', '-', '.'])),
    'zero-width between': (plate) => [...plate].join('\u200b'),
    'Chinese digits': (plate) =>
      plate.replace(/\d/g, (digit) => [...'零一二三四五六七八九'][Number(digit)] ?? ''),
    'over lines': (plate) => `${plate.slice(0, 2)}\n${plate.slice(2)}`,
  },
}
