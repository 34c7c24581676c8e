import type { Dice } from '../dice.ts'

/** `filler`: what may be left of it between the numbers, beside white space and punctuation. */
export interface FurtherDisguise {
  /** null: such a number cannot be disguised so */
  disguise: (number: string, dice: Dice) => string | null
  filler?: RegExp
}

const script = (digits: string | readonly string[]): FurtherDisguise => ({
  disguise: (number) => number.replace(/\d/g, (digit) => [...digits][Number(digit)] ?? digit),
})

/** Parts of three and four, as nearly everything is spoken. */
function inParts(number: string): string[] {
  const parts =
    number.length === 18
      ? [6, 4, 4, 4]
      : number.length === 15
        ? [6, 6, 3]
        : number.length === 7
          ? [3, 4]
          : null
  if (!parts) return number.match(/^.{3}|.{4}(?=(?:.{4})+$)|.+$/g)?.flatMap(halve) ?? [number]
  let at = 0
  return parts.map((length) => {
    at += length
    return number.slice(at - length, at)
  })
}
const halve = (part: string) =>
  part.length > 6
    ? [part.slice(0, Math.ceil(part.length / 2)), part.slice(Math.ceil(part.length / 2))]
    : [part]

const between = (marks: readonly string[], filler?: RegExp): FurtherDisguise => ({
  disguise: (number, dice) => {
    const [first = '', ...rest] = inParts(number)
    return first + rest.map((part) => dice.from(marks) + part).join('')
  },
  ...(filler ? { filler } : {}),
})
const eachSign = (change: (sign: string, dice: Dice) => string): FurtherDisguise => ({
  disguise: (number, dice) => [...number].map((sign) => change(sign, dice)).join(''),
})
const eachDigit = (change: (digit: number, dice: Dice) => string): FurtherDisguise =>
  eachSign((sign, dice) => (/\d/.test(sign) ? change(Number(sign), dice) : sign))

const at = (choices: string) => (digit: number) => [...choices][digit] ?? ''
const wordsFor = (words: string, gap: string): FurtherDisguise => ({
  disguise: (number) =>
    ` ${[...number].map((sign) => (/\d/.test(sign) ? (words.split(' ')[Number(sign)] ?? sign) : sign)).join(gap)} `,
})

/** Thought up when the rules had been written, and the first that were used to better them. */
export const firstDisguises: Record<string, FurtherDisguise> = {
  Thai: script('๐๑๒๓๔๕๖๗๘๙'),
  Tibetan: script('༠༡༢༣༤༥༦༧༨༩'),
  mathematical: eachDigit((digit, dice) =>
    dice.from([...'𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'].slice(digit, digit + 1).concat([...'𝟢𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪𝟫'].slice(digit, digit + 1))),
  ),
  subscript: script('₀₁₂₃₄₅₆₇₈₉'),
  'digit with a full stop': script(['0.', ...'⒈⒉⒊⒋⒌⒍⒎⒏⒐']),
  'dingbats in rings': script('🄋➀➁➂➃➄➅➆➇➈'),
  'ideographs in brackets': script(['〇', ...'㈠㈡㈢㈣㈤㈥㈦㈧㈨']),
  'spoken by radio': eachDigit(at('洞幺两三四五六拐八勾')),
  'rings and strokes for 0 and 1': eachDigit((digit, dice) =>
    digit === 0 ? dice.from(['o', '○', 'O', '〇']) : digit === 1 ? dice.from(['|', 'I', 'l']) : String(digit),
  ),
  'words that sound alike': eachDigit(at('灵要尔散似武流期巴久')),
  pinyin: wordsFor('ling yao er san si wu liu qi ba jiu', ' '),
  'so many of one digit': {
    disguise: (number) => {
      const shorter = number.replace(
        /(\d)\1{2,}/g,
        (same, digit: string) => `${[...'零一二三四五六七八九'][same.length]}个${digit}`,
      )
      return shorter === number ? null : shorter
    },
  },
  'words between parts': between(['然后', '再', '后面是', '接着', ' 中间 '], /然后|再|后面是|接着|中间/g),
  'brackets around parts': {
    disguise: (number) =>
      inParts(number)
        .map((part) => `(${part})`)
        .join(''),
  },
  'struck through': eachSign((sign) => `${sign}\u0336`),
  'marks of direction': eachSign(
    (sign, dice) => sign + dice.from(['\u200e', '\u200f', '\u202d', '\u2066', '']),
  ),
  'a list over lines': {
    disguise: (number, dice) =>
      inParts(number)
        .map((part) => `\n${dice.from(['-', '·'])} ${part}`)
        .join(''),
  },
  'emoji between parts': between(['😀', '👉', '❤️', '🙏🙏']),
  'traditional capitals': script('零壹貳參肆伍陸柒捌玖'),
  'two beside each other': {
    disguise: (number, dice) => number + dice.from(['/', '、', '或', '，']) + number,
    filler: /或/g,
  },
}

/** Thought up at the same time, and not looked at until the first had been dealt with. */
export const secondDisguises: Record<string, FurtherDisguise> = {
  Devanagari: script('०१२३४५६७८९'),
  Mongolian: script('᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙'),
  Persian: script('۰۱۲۳۴۵۶۷۸۹'),
  superscript: script('⁰¹²³⁴⁵⁶⁷⁸⁹'),
  'digits in brackets': script(['(0)', ...'⑴⑵⑶⑷⑸⑹⑺⑻⑼']),
  'double rings': script('⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽'),
  'ideographs in rings': script(['〇', ...'㊀㊁㊂㊃㊄㊅㊆㊇㊈']),
  'Roman numerals': script(['0', ...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨ']),
  'letters like digits': eachDigit(at('OlZ34S67B9')),
  'Cyrillic letters like digits': eachDigit((digit) =>
    digit === 0 ? 'О' : digit === 3 ? 'З' : String(digit),
  ),
  'Chinese digits with 两': eachDigit((digit, dice) =>
    dice.from([...(['零〇', '一幺', '二两', '三', '四', '五', '六', '七', '八', '九'][digit] ?? '')]),
  ),
  'English words': wordsFor('zero one two three four five six seven eight nine', ' '),
  'words for the gaps': between(['空格', '杠', '横杠', '点'], /空格|横杠|杠|点/g),
  'quotes around parts': {
    disguise: (number, dice) => {
      const [open, close] = dice.from(['“”', '【】', '「」', '[]'])
      return inParts(number)
        .map((part) => open + part + close)
        .join('')
    },
  },
  'underlined or ringed by marks': {
    disguise: (number, dice) => [...number].join(dice.from(['\u0332', '\u20dd'])),
  },
  'fillers that show nothing': eachSign(
    (sign, dice) => sign + dice.from(['\u3164', '\u2800', '\ufe0e', '\u{e0020}', '\u034f']),
  ),
  'white space of many kinds': between(['\u2003', '\u202f', '\u00a0', '\t', ' \u3000 ', '\u2028']),
  'dashes of many kinds': between(['‐', '‑', '‒', '―', '−', '﹣', '－', 'ー', '～']),
  'faces of signs between': between([' ^_^ ', '~~~', '...', '>>', '<>', '★', '→']),
  'two over lines': {
    disguise: (number, dice) => `${inParts(number).join(dice.from([' ', '-', '']))}\n${number}`,
  },
}

const wordy = (at: string, dot: string): FurtherDisguise => ({
  disguise: (mail) => {
    const [local = '', domain = ''] = mail.split('@')
    return local + at + domain.replaceAll('.', dot)
  },
})

/** The same for what has letters, by kind. */
export const firstLetters: Record<string, Record<string, FurtherDisguise>> = {
  WeChat: {
    plain: { disguise: (id) => id },
    'in quotes': { disguise: (id) => `“${id}”` },
    'capital first': { disguise: (id) => id.charAt(0).toUpperCase() + id.slice(1) },
    mathematical: eachSign((sign) =>
      sign
        .replace(/[a-z]/, (it) => String.fromCodePoint(0x1d41a + it.charCodeAt(0) - 97))
        .replace(/\d/, (it) => [...'𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'][Number(it)] ?? it),
    ),
  },
  'e-mail': {
    plain: { disguise: (mail) => mail },
    'at in brackets': wordy('(at)', '.'),
    'at in square brackets, dot in words': wordy('[at]', ' dot '),
    'a in a ring': wordy('ⓐ', '.'),
    'small at': wordy('﹫', '.'),
  },
  'licence plate': {
    plain: { disguise: (plate) => plate },
    circled: script('⓪①②③④⑤⑥⑦⑧⑨'),
    'a dot before the letter': { disguise: (plate) => `${plate.slice(0, 1)}·${plate.slice(1)}` },
    'radio digits': eachDigit(at('洞幺两三四五六拐八勾')),
  },
  'licence plate of another kind': {
    plain: { disguise: (plate) => plate },
    'with a dot': { disguise: (plate) => `${plate.slice(0, 2)}·${plate.slice(2)}` },
    'full-width': eachSign((sign) =>
      /[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
    ),
  },
}

export const secondLetters: Record<string, Record<string, FurtherDisguise>> = {
  WeChat: {
    'in brackets': { disguise: (id) => `【${id}】` },
    'a line of its own': { disguise: (id) => `\n${id}\n` },
    'full-width and apart': eachSign((sign) => `${String.fromCharCode(sign.charCodeAt(0) + 0xfee0)} `),
  },
  'e-mail': {
    'mouse for at': wordy('小老鼠', '.'),
    'a with a ring in words': wordy('圈a', '点'),
    'at apart': wordy(' at ', '.'),
    'everything apart': eachSign((sign) => `${sign} `),
  },
  'licence plate': {
    'small and apart': eachSign((sign) => `${sign.toLowerCase()} `),
    keycaps: eachDigit((digit) => `${digit}\ufe0f\u20e3`),
    mathematical: eachDigit(at('𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗')),
    'dashes of many kinds': {
      disguise: (plate, dice) =>
        plate.slice(0, 2) + dice.from(['—', '–', '−', '_', '/', '：']) + plate.slice(2),
    },
  },
  'licence plate of another kind': {
    'zero-width between': { disguise: (plate) => [...plate].join('\u200b') },
    'every sign apart': { disguise: (plate, dice) => [...plate].join(dice.from([' ', '-'])) },
  },
}
