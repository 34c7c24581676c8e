/** None of them is a number, a topic's word or a cry for help: what is said around them decides. */
const SIGNS = [...'春夏秋冬山川草木梅兰竹菊云霞松柏']
const TOKEN = new RegExp(`〔[${SIGNS.join('')}]{4}〕`, 'gu')

/** Marks that occur once in all that is said, so that each thing can be found again wherever it went. */
export function createTokens(): () => string {
  let next = 0
  return () => {
    const at = next++
    if (at >= SIGNS.length ** 4) throw new Error('there are no more tokens')
    const signs = [4096, 256, 16, 1].map((unit) => SIGNS[Math.floor(at / unit) % SIGNS.length])
    return `〔${signs.join('')}〕`
  }
}

/** All that are in a text, each as often as it is there. */
export function tokensIn(text: string): string[] {
  return text.match(TOKEN) ?? []
}
