/**
 * Somebody's words without anything that Telegram would make live: @names, links, commands, tags. The mark that makes them
 * so gives way to its full-width form, one for one, which reads the same and which no client looks for
 * (https://core.telegram.org/api/entities). Numbers, dates and times stay as they are. May be repeated.
 */
export function deadLinks(text: string): string {
  return text
    .replace(/@/g, '＠')
    .replace(/:(?=\/\/)/g, '：')
    .replace(/(?<![\p{L}\p{N}_])\/(?=[A-Za-z\d_])|\/(?=\/)|(?<=\/)\//gu, '／')
    .replace(/(?<=[\p{L}\p{N}_-])\.(?=[\p{L}_-])|(?<=[\p{L}_-])\.(?=\d)/gu, '．')
    .replace(/#(?=[\p{L}\p{N}_])/gu, '＃')
    .replace(/\$(?=[A-Z\d])/g, '＄')
}
