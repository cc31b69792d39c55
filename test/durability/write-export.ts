import { createUnfinished } from '#main/platform/unfinished.ts';
import { writeWholeFile } from '#main/platform/whole-file.ts';
import { acknowledge } from './acknowledge.ts';

/** Writes an archive that never ends. */
const [record = '', path = ''] = process.argv.slice(2);
const logger = { info() {}, warn() {}, error() {} };
await writeWholeFile(
  path,
  async (part) => {
    await part(Buffer.alloc(1000));
    acknowledge('ready');
    for (;;) await part(Buffer.alloc(1000));
  },
  createUnfinished(record, logger),
);
