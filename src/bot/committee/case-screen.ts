import { caseScreen as composeScreen } from '../../cases/case-screen.ts'
import type { CaseView } from '../../cases/case-view.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { describeRegions } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** A case as it stands, in a chat of that region, with what can be done with it. Its village only where it is another. */
export async function caseScreen(
  deps: BotDeps,
  ctx: BotContext,
  regionCode: string,
  found: CaseView,
): Promise<OutgoingMessage> {
  const { villageCode } = found.submission
  const villages = villageCode === regionCode ? null : await describeRegions(deps.prisma, [villageCode])
  return composeScreen({ ...deps, locale: ctx.locale }, found, villages?.get(villageCode))
}
