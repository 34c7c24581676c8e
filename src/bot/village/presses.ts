import { chooseForVillage, MOST_FOLLOWED } from '../../people/choose-for-village.ts'
import { listFollowedVillages } from '../../people/list-followed-villages.ts'
import { hasConsent } from '../../people/remember-person.ts'
import type { VillageChoice } from '../../presses/buttons.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { offerFirstWords } from '../first-words/offer-first-words.ts'
import type { Shown } from '../screen.ts'
import { keepHome } from './keep-home.ts'
import { showMyVillage, showVillageChoices, showVillages } from './my-villages.ts'

/**
 * A village was chosen, by button or by link. Whoever has not agreed yet is asked first; the first village is the home
 * village. Of one that is neither that nor followed, people say once what it is to them.
 */
export async function chooseVillage(deps: BotDeps, ctx: BotContext, code: string): Shown {
  const village = await deps.regions.describe(code)
  if (village?.level !== 'village') return { screen: 'village-search', hint: ctx.t('village-unknown') }
  if (!hasConsent(ctx.person)) return { screen: 'consent', villageCode: code }
  const { person } = ctx
  if (!person?.homeVillageCode) {
    await keepHome(deps, ctx, code, false)
    return { screen: 'menu' }
  }
  const followed = await listFollowedVillages(deps.prisma, person.id)
  if (code !== person.homeVillageCode && !followed.some(({ villageCode }) => villageCode === code))
    return await showVillageChoices(ctx, village)
  return await pressVillageChoice(deps, ctx, { choice: 'speak', code })
}

/** "Yes, let's start." */
export async function pressConsent(deps: BotDeps, ctx: BotContext, code: string): Shown {
  const village = await deps.regions.describe(code)
  if (village?.level !== 'village') return { screen: 'village-search', hint: ctx.t('village-unknown') }
  await keepHome(deps, ctx, code, true)
  return (await offerFirstWords(ctx)) ? null : { screen: 'menu' }
}

/** Somebody says what a village is to them. Whoever has no home village or has not agreed yet begins at the beginning. */
export async function pressVillageChoice(
  deps: BotDeps,
  ctx: BotContext,
  wanted: { choice: VillageChoice; code: string },
): Shown {
  const { person } = ctx
  if (!person?.homeVillageCode || !hasConsent(person)) return { screen: 'menu' }
  const village = (await describeRegions(deps.prisma, [wanted.code])).get(wanted.code)
  if (village?.level !== 'village') return { screen: 'village-search', hint: ctx.t('village-unknown') }

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
    case 'follow':
      return {
        screen: 'menu',
        hint: ctx.t('villages-followed', { village: regionLabel(village, ctx.locale) }),
      }
    default:
      return { screen: 'menu' }
  }
}
