import { chooseForVillage, MOST_FOLLOWED } from '../../people/choose-for-village.ts'
import { hasConsent } from '../../people/remember-person.ts'
import type { VillageChoice } from '../../presses/buttons.ts'
import { describeRegions } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMenu } from '../menu/show-menu.ts'
import { showMyVillage } from './show-my-village.ts'
import { showVillageSearch } from './show-village-search.ts'
import { showVillages } from './show-villages.ts'

/** Somebody says what a village is to them. Whoever has no home village or has not agreed yet begins at the beginning. */
export async function pressVillageChoice(
  deps: BotDeps,
  ctx: BotContext,
  wanted: { choice: VillageChoice; code: string },
): Promise<void> {
  const { person } = ctx
  if (!person?.homeVillageCode || !hasConsent(person)) return await showMenu(deps, ctx)
  const village = (await describeRegions(deps.prisma, [wanted.code])).get(wanted.code)
  if (village?.level !== 'village') return await showVillageSearch(ctx, ctx.t('village-unknown'))

  const once = await ctx.once((tx) => chooseForVillage({ ...deps, tx }, person, wanted))
  if (once.done === 'now' && !once.value.ok) {
    ctx.toast =
      once.value.code === 'too_many'
        ? { text: ctx.t('villages-too-many', { n: MOST_FOLLOWED }), alert: true }
        : { text: ctx.t('button-is-old'), alert: false }
    return await showVillages(deps, ctx)
  }
  ctx.person = await deps.prisma.person.findUnique({ where: { id: person.id } })
  switch (wanted.choice) {
    case 'unfollow':
      return await showVillages(deps, ctx)
    case 'digest-on':
    case 'digest-off':
      return await showMyVillage(deps, ctx, wanted.code)
    default:
      return await showMenu(deps, ctx)
  }
}
