import { assertWhole } from './whole.ts';

// Entry of a utility process: a check reads the whole file, for which the window must not stand still.
process.parentPort.on('message', ({ data }: { data: string }) => {
  try {
    assertWhole(data);
    process.parentPort.postMessage({ whole: true });
  } catch {
    process.parentPort.postMessage({ whole: false });
  }
});
