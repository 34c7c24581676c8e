/** What Telegram takes from a bot: https://core.telegram.org/bots/api#sendmessage, #sendphoto and #sendmediagroup. */
export const telegramAbilities = {
  edit: true,
  delete: true,
  picture: true,
  longestAlbum: 10,
  longestText: 4096,
  longestCaption: 1024,
}
