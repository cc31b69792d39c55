import { describe, expect, it } from 'vitest';
import { errorFacts } from '#shared/domain/error-facts.ts';
import { AppError } from '#shared/ipc/errors.ts';

/** An error as the built app throws it on a person's computer. */
function thrown(message: string, frames: readonly string[]): Error {
  const error = new TypeError(message);
  error.stack = [`TypeError: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

const bundle = '/home/ada/Clientele/resources/app.asar/out/main';

describe('what the log keeps of an error', () => {
  it('is its kind and the places in our own files, without folders', () => {
    const error = thrown("Cannot read 'rate' of undefined", [
      `ne.issue (${bundle}/index.cjs:1:48213)`,
      `Object.exec (${bundle.replace('/out/main', '/node_modules/better-sqlite3')}/lib/statement.js:4:2)`,
      'process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      `async file://${bundle}/chunks/pdf-Bx_1.cjs:2:17`,
      'async Promise.all (index 0)',
      'call (C:\\Users\\Ada Meyer\\out\\main\\index.cjs:1:9)',
    ]);
    expect(errorFacts(error)).toEqual({
      error: 'TypeError',
      at: 'index.cjs:1:48213 pdf-Bx_1.cjs:2:17 index.cjs:1:9',
    });
  });

  it('names the place where this test throws', () => {
    expect(errorFacts(new RangeError('a client is called Meyer')).at).toMatch(
      /^error-facts\.test\.ts:\d+:\d+/,
    );
  });

  it('names code and cause', () => {
    const cause = Object.assign(new Error('no such table: meyer'), { code: 'SQLITE_ERROR' });
    expect(errorFacts(new AppError('internal', {}, { cause }))).toMatchObject({
      error: 'AppError',
      code: 'internal',
      cause: 'Error SQLITE_ERROR',
    });
  });

  it('is nothing of what a person wrote', () => {
    const written = 'Call Meyer\n    at Meyer (/home/meyer/Meyer.ts:1:1)\n    at Meyer (/Meyer.ts:2:2)';
    const error = Object.assign(thrown(written, [`run (${bundle}/index.cjs:1:7)`]), {
      name: 'Meyer and Sons',
      code: 'owes Meyer 12',
    });
    expect(errorFacts(error)).toEqual({ error: 'Error', at: 'index.cjs:1:7' });
    expect(errorFacts(thrown(written, []))).toEqual({ error: 'TypeError' });
    expect(errorFacts('Meyer')).toEqual({ error: 'string' });
  });

  it('stays short', () => {
    const endless = thrown('too deep', Array(50).fill(`again (${bundle}/index.cjs:1:7)`));
    expect(errorFacts(endless).at?.split(' ')).toHaveLength(8);
  });
});
