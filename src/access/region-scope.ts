import { ancestorCodes, isWithin, subtreeRange } from '../regions/region-code.ts'
import type { Grant } from './grant.ts'

/**
 * Which regions somebody may do something for: each code stands for itself and all below it, none lies within another, in
 * the order of the codes. `['']` is everything; never empty.
 */
export interface RegionScope {
  codes: readonly [string, ...string[]]
}

/** The regions of which somebody is an administrator; null: none. */
export function scopeOfGrants(grants: readonly Grant[]): RegionScope | null {
  const held = grants.filter(({ role }) => role === 'administrator').map(({ regionCode }) => regionCode)
  const [first, ...others] = [...new Set(held)]
    .filter((code) => !held.some((other) => other !== code && isWithin(code, other)))
    .sort()
  return first === undefined ? null : { codes: [first, ...others] }
}

/** Whether a region and all below it are in scope. */
export function isInScope(scope: RegionScope, regionCode: string): boolean {
  return scope.codes.some((code) => isWithin(regionCode, code))
}

/** The region that the scope begins with; the empty string where it has several, and for everything. */
export function topOfScope({ codes: [top, ...others] }: RegionScope): string {
  return others.length === 0 ? top : ''
}

/**
 * What of a region is in scope, as codes; empty: nothing. The empty string asks for all of the scope. Whoever has several
 * regions may also name one above them, by which they step down: it then means what is theirs of it.
 */
export function partInScope(scope: RegionScope, regionCode: string): readonly string[] {
  if (regionCode === '') return scope.codes
  if (isInScope(scope, regionCode)) return [regionCode]
  return scope.codes.length > 1 ? scope.codes.filter((code) => isWithin(code, regionCode)) : []
}

/**
 * The codes that may be shown where one steps down below a region: undefined where that is all of them, since the region
 * is in scope, else those on the way to what is.
 */
export function codesOnTheWay(scope: RegionScope, regionCode: string): string[] | undefined {
  if (isInScope(scope, regionCode)) return undefined
  return [...new Set(partInScope(scope, regionCode).flatMap((code) => [...ancestorCodes(code), code]))]
}

/** The ranges of codes that SQL takes; see subtreeRange. */
export function rangesOf(scope: RegionScope): { gte: string; lt: string }[] {
  return scope.codes.map(subtreeRange)
}
