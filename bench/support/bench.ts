/** One benchmark: prints its figures and cleans up after itself. */
export interface Bench {
  /** the options that it takes, as --name=VALUE, with what they mean */
  options: Record<string, string>
  run(options: Record<string, string>): Promise<void>
}
