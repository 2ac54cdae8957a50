/** `npm run test:faults [-- NAME]`: what `npm test` runs short, at full strength. `SEED=n` repeats a run's choices. */
process.env.FAULTS = 'full'
const names = process.argv.slice(2)
process.argv.splice(2, names.length, ...(names.length > 0 ? names : ['']).map((name) => `tests/faults/${name}`))
await import('../run.ts')
