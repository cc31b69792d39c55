import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The words of a PDF as another program reads them (poppler), laid out as on the page. */
export async function pdfText(file: string): Promise<string> {
  return (await run('pdftotext', ['-layout', file, '-'])).stdout;
}

/** Names of the fonts in a PDF and whether each is embedded. */
export async function pdfFonts(file: string): Promise<{ name: string; type: string; embedded: boolean }[]> {
  const { stdout } = await run('pdffonts', [file]);
  return stdout
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((line) => ({
      name: line.slice(0, 36).trim(),
      type: line.slice(37, 54).trim(),
      embedded: line.slice(72, 75) === 'yes',
    }));
}

/** What a PDF says about itself: `Tagged`, `Pages`, `Title`. */
export async function pdfFacts(file: string): Promise<Record<string, string>> {
  const { stdout } = await run('pdfinfo', [file]);
  return Object.fromEntries(
    stdout.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}

/** The pictures of a PDF by their size in pixels, and how many of its elements have a text that stands for them. */
export async function pdfPictures(file: string): Promise<{ pictures: string[]; named: number }> {
  const { stdout } = await run('pdfimages', ['-list', file]);
  const pictures = stdout
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , type]) => type === 'image')
    .map(([, , , width, height]) => `${width}x${height}`);
  const bytes = await readFile(file, 'latin1');
  return { pictures, named: bytes.match(/\/Alt [(<]/g)?.length ?? 0 };
}
