import { showCard } from './card/show-card.ts'
import { showReceipt } from './card/show-receipt.ts'
import type { BotContext, BotDeps } from './context.ts'
import { showMenu } from './menu/show-menu.ts'
import { showOwnCase } from './own/show-own-case.ts'
import { showPrivacy } from './privacy/overview.ts'
import { showForConsent } from './proxy/for-consent.ts'
import { showPending } from './proxy/pending.ts'
import type { Screen, Shown } from './screen.ts'
import { showConsent } from './village/consent.ts'
import { showVillageSearch } from './village/find-village.ts'
import { showVillages } from './village/my-villages.ts'

/** Shows a screen, or the one that it leads to; where there is none, nothing more is shown. */
export async function navigate(deps: BotDeps, ctx: BotContext, to: Screen | null): Promise<void> {
  let next = to
  while (next !== null) next = await render(deps, ctx, next)
}

type Named<Name extends Screen['screen']> = Extract<Screen, { screen: Name }>

function render<Name extends Screen['screen']>(deps: BotDeps, ctx: BotContext, screen: Named<Name>): Shown {
  const show = renderers[screen.screen] as (deps: BotDeps, ctx: BotContext, screen: Named<Name>) => Shown
  return show(deps, ctx, screen)
}

/** How each screen is shown. */
const renderers: {
  readonly [Name in Screen['screen']]: (deps: BotDeps, ctx: BotContext, screen: Named<Name>) => Shown
} = {
  menu: showMenu,
  card: async (deps, ctx, { hint, choosingLine, draft }) =>
    (await showCard(deps, ctx, { hint, choosingLine, draft })) ? null : { screen: 'menu', hint },
  receipt: async (deps, ctx, submitted) => {
    await showReceipt(deps, ctx, submitted)
    return null
  },
  'village-search': (_deps, ctx, { hint }) => showVillageSearch(ctx, hint),
  consent: (deps, ctx, { villageCode, hint }) => showConsent(deps, ctx, villageCode, hint),
  villages: showVillages,
  'own-case': async (deps, ctx, { submissionId, note, buttons }) => {
    await showOwnCase(deps, ctx, submissionId, { note, buttons })
    return null
  },
  privacy: showPrivacy,
  pending: (deps, ctx, { id }) => showPending(deps, ctx, id),
  'for-consent': (deps, ctx, { code }) => showForConsent(deps, ctx, code),
}
