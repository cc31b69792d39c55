import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { CheckInput, ImportFound, ImportState } from '#shared/ipc/import.ts';
import { FakeFiles } from './billing.ts';
import { startImporting } from './importing.ts';
import { FakePicker } from './picker.ts';
import { openServices, type TestServices } from './services.ts';
import { openTestStore } from './store.ts';

/** The services over a database in a file, because the importing thread opens it again, and a folder to import from. */
export interface ImportScene extends TestServices {
  readonly folder: string;
  readonly picker: FakePicker;
  readonly files: FakeFiles;
  /** Writes a file, picks it and waits until it was read. */
  open(content: string | Uint8Array, name?: string): Promise<ImportFound>;
  /** Waits until nothing is being done, and answers the state then. */
  settled(): Promise<ImportState>;
  /** Waits for a state; it must come. */
  until(test: (state: ImportState) => boolean): Promise<void>;
  /** Ends the importing thread as a crash would. */
  killThread(): Promise<void>;
  /** Every found client as a new one of its name, projects in the note, unless said otherwise. */
  answers(found: ImportFound, change?: Partial<CheckInput>): CheckInput;
  /** From the file to the result with these answers. */
  importAll(content: string | Uint8Array, change?: Partial<CheckInput>): Promise<ImportState>;
  end(): Promise<void>;
}

export function openImportScene(): ImportScene {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-import-'));
  const picker = new FakePicker();
  const files = new FakeFiles();
  const threads: Worker[] = [];
  const services = openServices(
    {
      picker,
      files,
      startImporting(data) {
        const thread = startImporting(data);
        threads.push(thread);
        return thread;
      },
    },
    openTestStore(join(folder, 'clientele.db')),
  );
  const { call, store } = services;
  let count = 0;

  const reach = async (test: (state: ImportState) => boolean): Promise<ImportState> => {
    for (;;) {
      const state = await call('import.state');
      if (!state) throw new Error('nothing is being imported');
      if (test(state)) return state;
      await new Promise<void>((resolve) => {
        const forget = store.feed.subscribe(() => {
          forget();
          resolve();
        });
      });
    }
  };
  const settled = () => reach(({ phase }) => !['reading', 'checking', 'importing'].includes(phase));
  const open = async (content: string | Uint8Array, name = `times ${++count}.csv`) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    picker.will(path);
    await call('import.choose');
    const state = await settled();
    const found = await call('import.found');
    if (!found) throw new Error(`not read: ${state.phase} ${state.problem}`);
    return found;
  };
  const answers = (found: ImportFound, change: Partial<CheckInput> = {}): CheckInput => ({
    clients: found.clients.map(({ key, name, clientId }) => ({
      key,
      target: clientId ? { to: 'client', clientId } : { to: 'new', name: name || 'Nobody' },
    })),
    projects: [],
    dayStart: '09:00',
    person: null,
    billable: 'file',
    tags: false,
    ...change,
  });

  return {
    ...services,
    folder,
    picker,
    files,
    open,
    settled,
    async until(test) {
      await reach(test);
    },
    async killThread() {
      await threads.at(-1)?.terminate();
    },
    answers,
    async importAll(content, change) {
      const found = await open(content);
      await call('import.check', answers(found, change));
      if ((await settled()).check?.fresh) await call('import.run');
      return settled();
    },
    async end() {
      await services.app.stop();
      services.close();
      rmSync(folder, { recursive: true });
    },
  };
}
