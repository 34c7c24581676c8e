import { listFollowedVillages } from '../../people/list-followed-villages.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { showMenu } from '../menu/show-menu.ts'
import { showMessage } from '../show-message.ts'

/** My home village and the others that I follow, a button each, and which of them the next card is about. */
export async function showVillages(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { person, locale } = ctx
  const home = person?.homeVillageCode
  if (!person || !home || !hasConsent(person)) return await showMenu(deps, ctx)
  await stopWaiting(ctx)
  const speaking = spokenForVillage(person) ?? home
  const followed = await listFollowedVillages(deps.prisma, person.id)
  const wanted = new Set(followed.filter((each) => each.digestWanted).map((each) => each.villageCode))
  const codes = [...new Set([home, ...followed.map(({ villageCode }) => villageCode)])]
  const villages = await describeRegions(deps.prisma, [...codes, speaking])
  const nameOf = (code: string) => {
    const village = villages.get(code)
    return village ? regionLabel(village, locale) : code
  }
  await showMessage(ctx, {
    text: [ctx.t('villages-heading'), ctx.t('villages-speaking', { village: nameOf(speaking) })].join('\n\n'),
    buttons: [
      ...codes.map((code) => [
        {
          label: `${code === home ? '🏠' : '👀'} ${nameOf(code)}${wanted.has(code) ? ' 🔔' : ''}`,
          data: encodePress({ kind: 'my-village', code }),
        },
      ]),
      [{ label: ctx.t('villages-add'), data: encodePress({ kind: 'find-village' }) }],
      [{ label: ctx.t('card-back'), data: encodePress({ kind: 'menu' }) }],
    ],
  })
}
