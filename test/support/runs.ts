/**
 * How often a law is tried with random data: `full` times in `npm test`, a quarter of that in `npm run check`, `nightly`
 * times where time is no matter.
 */
export function runs(full: number, nightly = full): number {
  if (process.env.CLIENTELE_NIGHTLY) return nightly;
  return process.env.CLIENTELE_QUICK ? Math.ceil(full / 4) : full;
}
