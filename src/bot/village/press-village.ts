import { listFollowedVillages } from '../../people/list-followed-villages.ts'
import { hasConsent } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { offerFirstWords } from '../first-words/offer-first-words.ts'
import { showMenu } from '../menu/show-menu.ts'
import { keepHome } from './keep-home.ts'
import { pressVillageChoice } from './press-village-choice.ts'
import { showConsent } from './show-consent.ts'
import { showVillageChoices } from './show-village-choices.ts'
import { showVillageSearch } from './show-village-search.ts'

/**
 * A village was chosen, by button or by link. Whoever has not agreed yet is asked first; the first village is the home
 * village. Of one that is neither that nor followed, people say once what it is to them.
 */
export async function chooseVillage(deps: BotDeps, ctx: BotContext, code: string): Promise<void> {
  const village = await deps.regions.describe(code)
  if (village?.level !== 'village') return await showVillageSearch(ctx, ctx.t('village-unknown'))
  if (!hasConsent(ctx.person)) return await showConsent(deps, ctx, code)
  const { person } = ctx
  if (!person?.homeVillageCode) {
    await keepHome(deps, ctx, code, false)
    return await showMenu(deps, ctx)
  }
  const followed = await listFollowedVillages(deps.prisma, person.id)
  if (code !== person.homeVillageCode && !followed.some(({ villageCode }) => villageCode === code))
    return await showVillageChoices(ctx, village)
  await pressVillageChoice(deps, ctx, { choice: 'speak', code })
}

/** "Yes, let's start." */
export async function pressConsent(deps: BotDeps, ctx: BotContext, code: string): Promise<void> {
  const village = await deps.regions.describe(code)
  if (village?.level !== 'village') return await showVillageSearch(ctx, ctx.t('village-unknown'))
  await keepHome(deps, ctx, code, true)
  if (!(await offerFirstWords(deps, ctx))) await showMenu(deps, ctx)
}
