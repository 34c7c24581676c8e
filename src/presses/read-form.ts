/** How one form of callback data is read. What a form lets through is all that a handler ever sees. */
export interface Form<T> {
  form: RegExp
  read(found: Record<string, string>): T
}

/** What the first form that fits makes of it; null where none does. */
export function readForm<T>(forms: readonly Form<T>[], data: string): T | null {
  for (const { form, read } of forms) {
    const found = form.exec(data)
    if (found) return read(found.groups ?? {})
  }
  return null
}
