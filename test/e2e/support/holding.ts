import type { ElectronApplication } from '@playwright/test';

/** Something slow in the app's main process, held where it is as long as a test looks at it. */
export interface Held {
  letGo(): Promise<void>;
}

interface Gate {
  readonly open: () => void;
}

const letGo = (electron: ElectronApplication, name: string): Held => ({
  letGo: () =>
    electron.evaluate((_, key) => (globalThis as unknown as Record<string, Gate>)[key]?.open(), name),
});

/** Pages that are printed from now on wait. */
export async function holdPrinting(electron: ElectronApplication): Promise<Held> {
  await electron.evaluate(({ app }) => {
    let open = () => {};
    const opened = new Promise<void>((done) => {
      open = done;
    });
    Object.assign(globalThis, { heldPrinting: { open } });
    app.on('browser-window-created', (_event, { webContents }) => {
      const print = webContents.printToPDF.bind(webContents);
      webContents.printToPDF = (options) => opened.then(() => print(options));
    });
  });
  return letGo(electron, 'heldPrinting');
}

/** Whoever writes a file part by part may write so many parts from now on, and then waits. */
export async function holdWriting(electron: ElectronApplication, parts: number): Promise<Held> {
  await electron.evaluate(async (_, most) => {
    let open = () => {};
    const opened = new Promise<void>((done) => {
      open = done;
    });
    const { open: openFile } = process.getBuiltinModule('node:fs/promises');
    const file = await openFile(process.execPath);
    const handle = Object.getPrototypeOf(file) as { writeFile: (...given: unknown[]) => Promise<void> };
    await file.close();
    const write = handle.writeFile;
    let left = most;
    handle.writeFile = async function held(...given) {
      left -= 1;
      if (left < 0) await opened;
      return write.apply(this, given);
    };
    Object.assign(globalThis, {
      heldWriting: {
        open: () => {
          handle.writeFile = write;
          open();
        },
      },
    });
  }, parts);
  return letGo(electron, 'heldWriting');
}
