import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PdfInside {
  readonly pages: number;
  readonly title: string;
  /** The XMP packet. */
  readonly metadata: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What the reader complained of. */
  readonly complaints: string;
}

/** What another program (poppler) finds in a PDF: its pages, metadata and attached files. */
export async function pdfInside(bytes: Uint8Array): Promise<PdfInside> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inside-'));
  try {
    const file = join(folder, 'in.pdf');
    await writeFile(file, bytes);
    const facts = await run('pdfinfo', ['-enc', 'UTF-8', file]);
    const metadata = await run('pdfinfo', ['-meta', '-enc', 'UTF-8', file]);
    const out = await mkdtemp(join(folder, 'out-'));
    const detached = await run('pdfdetach', ['-saveall', '-o', out, file]);
    const names = await readdir(out);
    return {
      pages: Number(/^Pages:\s+(\d+)/m.exec(facts.stdout)?.[1]),
      title: /^Title:\s+(.*)$/m.exec(facts.stdout)?.[1] ?? '',
      metadata: metadata.stdout,
      files: await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(out, name)) }))),
      complaints: [facts.stderr, metadata.stderr, detached.stderr].join(''),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
