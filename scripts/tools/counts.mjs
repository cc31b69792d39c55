import { readJson } from '../setup/paths.mjs';

// What each suite counted: `{ passed, failed, skipped }`. A suite that left no report has failed.

export const BROKEN = { passed: 0, failed: 1, skipped: 0 };

/** Counts of a vitest JSON report. A file that could not even be loaded counts as one failure. */
export function vitestCounts(report, code) {
  if (!report) return BROKEN;
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return honest(
    {
      passed: report.numPassedTests,
      failed,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    },
    code,
  );
}

/** Counts of a Playwright JSON report. A test that only passed on a retry counts as passed. */
export function playwrightCounts(report, code) {
  if (!report) return BROKEN;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

/** Counts of a step that only succeeds or fails. */
export const stepCounts = (code) => (code === 0 ? { passed: 1, failed: 0, skipped: 0 } : BROKEN);

/** Never answers "nothing failed" for a run that ended badly. */
function honest(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The sum of several counts. */
export function total(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) for (const key of Object.keys(sum)) sum[key] += counts[key];
  return sum;
}

/** The line that sums a run up, for people and for programs. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export const readReport = (file) => readJson(file);
