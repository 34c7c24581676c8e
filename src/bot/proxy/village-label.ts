import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** A village as it is shown, with its township and county. */
export async function villageLabel(
  { prisma }: Pick<BotDeps, 'prisma'>,
  { locale }: Pick<BotContext, 'locale'>,
  code: string,
): Promise<string> {
  const village = (await describeRegions(prisma, [code])).get(code)
  return village ? regionLabel(village, locale) : code
}
