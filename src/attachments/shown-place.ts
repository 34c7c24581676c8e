/** In degrees; about 500 metres from north to south and 400 from east to west at 35° N. */
const GRID_DEGREES = 0.005

/**
 * A place as the committee sees it: of somebody who signed where it is, else the middle of a few hundred metres around it,
 * so that it tells the street and not the house. The same place always gives the same, so that asking again tells no more.
 */
export function shownPlace(
  { latitude, longitude }: { latitude: number; longitude: number },
  { isSigned }: { isSigned: boolean },
): { latitude: number; longitude: number } {
  if (isSigned) return { latitude, longitude }
  return { latitude: toGrid(latitude), longitude: toGrid(longitude) }
}

const toGrid = (degrees: number) => Number((Math.round(degrees / GRID_DEGREES) * GRID_DEGREES).toFixed(3))
