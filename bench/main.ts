import type { Bench } from './support/bench.ts'

/** Every benchmark by its name: `npm run bench` runs all, `npm run bench -- regions --rows=50000` one. */
const benches: Record<string, () => Promise<Bench>> = {
  regions: async () => (await import('./regions.ts')).regionsBench,
  cards: async () => (await import('./cards.ts')).cardsBench,
}

process.exit(await main(process.argv.slice(2)))

async function main(args: string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith('--'))
  const options = Object.fromEntries(
    args
      .filter((arg) => arg.startsWith('--'))
      .map((arg) => {
        const [name = '', ...value] = arg.slice(2).split('=')
        return [name, value.join('=')]
      }),
  )
  const chosen: [string, Bench][] = []
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const load = Object.hasOwn(benches, name) ? benches[name] : undefined
    if (!load) return await refuse(`There is no benchmark called ${name}.`)
    chosen.push([name, await load()])
  }
  const known = new Set(chosen.flatMap(([, bench]) => Object.keys(bench.options)))
  const unknown = Object.keys(options).find((name) => !known.has(name))
  if (unknown !== undefined) return await refuse(`No benchmark chosen takes --${unknown}.`)
  for (const [name, bench] of chosen) {
    console.log(`# ${name}`)
    await bench.run(options)
    console.log()
  }
  return 0
}

async function refuse(reason: string): Promise<number> {
  console.error(`${reason}\nUsage: npm run bench [-- NAME... [--OPTION=VALUE]]`)
  for (const [name, load] of Object.entries(benches)) {
    console.error(`  ${name}`)
    for (const [option, meaning] of Object.entries((await load()).options))
      console.error(`    --${option}=  ${meaning}`)
  }
  return 2
}
