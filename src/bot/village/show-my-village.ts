import type { Button } from '../../lib/outgoing-message.ts'
import { listFollowedVillages } from '../../people/list-followed-villages.ts'
import { hasConsent } from '../../people/remember-person.ts'
import type { VillageChoice } from '../../presses/buttons.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMessage } from '../show-message.ts'
import { showVillages } from './show-villages.ts'

/** One of my villages, and what can be done with it. One that is not mine (any more) leads back to the list. */
export async function showMyVillage(deps: BotDeps, ctx: BotContext, code: string): Promise<void> {
  const { person } = ctx
  const village = (await describeRegions(deps.prisma, [code])).get(code)
  const followed = person ? await listFollowedVillages(deps.prisma, person.id) : []
  const found = followed.find(({ villageCode }) => villageCode === code)
  const isHome = person?.homeVillageCode === code
  if (!village || !person || !hasConsent(person) || (!isHome && !found)) return await showVillages(deps, ctx)

  const choice = (label: string, wanted: VillageChoice): Button[] => [
    { label, data: encodePress({ kind: 'village-choice', choice: wanted, code }) },
  ]
  const comes = found?.digestWanted === true
  await showMessage(ctx, {
    text: [
      `${isHome ? '🏠' : '👀'} ${regionLabel(village, ctx.locale)}`,
      ctx.t(isHome ? 'villages-is-home' : 'villages-is-followed'),
      ...(comes ? [ctx.t('villages-digest-comes')] : []),
    ].join('\n\n'),
    buttons: [
      choice(ctx.t('villages-speak'), 'speak'),
      comes
        ? choice(ctx.t('villages-digest-off'), 'digest-off')
        : choice(ctx.t('villages-digest-on'), 'digest-on'),
      ...(isHome
        ? []
        : [choice(ctx.t('villages-make-home'), 'home'), choice(ctx.t('villages-unfollow'), 'unfollow')]),
      [{ label: ctx.t('card-back'), data: encodePress({ kind: 'villages' }) }],
    ],
  })
}
