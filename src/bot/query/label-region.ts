import type { Db } from '../../db/database.ts'
import type { Locale } from '../../i18n/texts.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import { isWithin } from '../../regions/region-code.ts'

/**
 * How a region is called on top of a screen: a village with township and county, a county by itself where all that can
 * be chosen lies in its city (`top`). Null for everything, undefined for a region that there is not.
 */
export async function labelRegion(
  db: Db,
  { regionCode, top, locale }: { regionCode: string; top: string; locale: Locale },
): Promise<string | null | undefined> {
  if (regionCode === '') return null
  const region = (await describeRegions(db, [regionCode])).get(regionCode)
  if (!region) return undefined
  const shared = region.level === 'county' && top !== '' && isWithin(regionCode, top)
  return shared ? region.name : regionLabel(region, locale)
}
