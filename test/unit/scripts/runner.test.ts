import { describe, expect, test } from 'vitest';
import { playwrightCounts, summaryLine, total, vitestCounts } from '../../../scripts/tools/counts.mjs';
import { cookieFile } from '../../../scripts/tools/display.mjs';

const report = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [],
};

describe('counting results', () => {
  test('adds suites up into one line', () => {
    const sum = total([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    expect(summaryLine(sum)).toBe('5 passed, 1 failed');
    expect(summaryLine({ ...sum, skipped: 4 })).toBe('5 passed, 1 failed, 4 skipped');
  });

  test('takes skipped tests as skipped', () => {
    expect(vitestCounts(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(vitestCounts(broken, 1)).toMatchObject({ failed: 1 });
  });

  test('never calls a run without report, or with a bad exit code, a success', () => {
    expect(vitestCounts(null, 0)).toMatchObject({ failed: 1 });
    expect(vitestCounts(report, 1)).toMatchObject({ passed: 5, failed: 1 });
    expect(playwrightCounts(null, 0)).toMatchObject({ failed: 1 });
    const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats }, 0)).toEqual({ passed: 4, failed: 0, skipped: 2 });
    expect(playwrightCounts({ stats }, 130)).toMatchObject({ failed: 1 });
  });
});

test('the display cookie is one record for any host and display', () => {
  const cookie = Buffer.alloc(16, 7);
  const record = cookieFile(cookie);
  expect(record.subarray(0, 6)).toEqual(Buffer.from([0xff, 0xff, 0, 0, 0, 0]));
  expect(record.readUInt16BE(6)).toBe('MIT-MAGIC-COOKIE-1'.length);
  expect(record.subarray(-16)).toEqual(cookie);
});
