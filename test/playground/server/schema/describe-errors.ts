import type { ValidateFunction } from 'ajv'

const shown = 3

/** Why that value does not fit, the deepest places first: of many alternatives the nearest says most. */
export function describeErrors(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return []
  const errors = [...(validate.errors ?? [])].sort((a, b) => depth(b.instancePath) - depth(a.instancePath))
  const words = errors.map(({ instancePath, message, params }) => {
    const { additionalProperty, allowedValue } = params as Record<string, unknown>
    return `${instancePath || '/'} ${message} ${JSON.stringify(additionalProperty ?? allowedValue ?? '')}`
  })
  return [...new Set(words)].slice(0, shown)
}

function depth(path: string): number {
  return path.split('/').length
}
