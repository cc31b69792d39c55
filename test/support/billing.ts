import type { FileSaver, FileToSave } from '#main/ports/file-saver.ts';
import type { FileToView, FileViewer } from '#main/ports/file-viewer.ts';
import type { PdfPrinter } from '#main/ports/pdf-printer.ts';

/** Prints pages that only say what they were made of; `beforePrint` stands for what happens meanwhile. */
export class FakePrinter implements PdfPrinter {
  readonly pages: string[] = [];
  beforePrint: () => void | Promise<void> = () => {};

  async print(html: string): Promise<Uint8Array> {
    await this.beforePrint();
    this.pages.push(html);
    return new TextEncoder().encode(`%PDF-1.7\n${html}`);
  }
}

/** Keeps what it is given to save. */
export class FakeFiles implements FileSaver {
  readonly saved: FileToSave[] = [];
  cancel = false;

  async save(file: FileToSave): Promise<boolean> {
    if (!this.cancel) this.saved.push(file);
    return !this.cancel;
  }

  async saveParts(
    name: string,
    write: (part: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  ): Promise<boolean> {
    if (this.cancel) return false;
    const parts: Uint8Array[] = [];
    await write(async (bytes) => void parts.push(Uint8Array.from(bytes)));
    this.saved.push({ name, bytes: Buffer.concat(parts) });
    return true;
  }
}

/** Keeps what it is given to show. */
export class FakeViewer implements FileViewer {
  readonly shown: FileToView[] = [];

  async view(file: FileToView): Promise<void> {
    this.shown.push(file);
  }
}
