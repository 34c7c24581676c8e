/** No bot is given larger files: https://core.telegram.org/bots/api#getfile */
export const MOST_BYTES = 20 * 1024 * 1024
