import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the page into `folder` with the same React and the same target as the app's pages. */
export async function buildBarePage(folder: string): Promise<void> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    base: './',
    // A script of a module cannot be read from a file: address, hence one classic script.
    plugins: [react(), { name: 'classic', transformIndexHtml: { order: 'post', handler: classicScript } }],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      modulePreload: false,
      rollupOptions: { output: { format: 'iife' } },
    },
  });
  for (const file of ['main.cjs', 'preload.cjs'])
    copyFileSync(join(import.meta.dirname, file), join(folder, file));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name: 'bare-page', main: 'main.cjs' })}\n`);
}

function classicScript(html: string): string {
  return html.replace('<script type="module" crossorigin', '<script defer');
}
