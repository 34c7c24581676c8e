import type { Button } from '../../lib/outgoing-message.ts'
import { listFollowedVillages } from '../../people/list-followed-villages.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import type { VillageChoice } from '../../presses/buttons.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, type RegionDescription, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'

/** My home village and the others that I follow, a button each, and which of them the next card is about. */
export async function showVillages(deps: BotDeps, ctx: BotContext): Shown {
  const { person, locale } = ctx
  const home = person?.homeVillageCode
  if (!person || !home || !hasConsent(person)) return { screen: 'menu' }
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
  return null
}

/** One of my villages, and what can be done with it. One that is not mine (any more) leads back to the list. */
export async function showMyVillage(deps: BotDeps, ctx: BotContext, code: string): Shown {
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
  return null
}

/** What is this village to you? Asked of somebody who has a home village, once: each answer leads to the menu. */
export async function showVillageChoices(ctx: BotContext, village: RegionDescription): Shown {
  await stopWaiting(ctx)
  const { code } = village
  const choice = (label: string, wanted: 'follow' | 'home' | 'speak') => [
    { label, data: encodePress({ kind: 'village-choice', choice: wanted, code }) },
  ]
  await showMessage(ctx, {
    text: ctx.t('villages-ask', { village: regionLabel(village, ctx.locale) }),
    buttons: [
      choice(ctx.t('villages-follow'), 'follow'),
      choice(ctx.t('villages-make-home'), 'home'),
      choice(ctx.t('villages-once'), 'speak'),
    ],
  })
  return null
}
