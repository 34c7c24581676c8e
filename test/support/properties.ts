import fc from 'fast-check'

/**
 * fast-check on a fixed seed, so that what one commit passes the next does not fail by chance. FUZZ=20 runs as many times
 * more and SEED=<number> elsewhere: that is how new cases are looked for.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_122) })

export { fc }
