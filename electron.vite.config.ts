import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
/** V8 keeps a script of nothing but ASCII in half the room: one quotation mark in it costs a megabyte of main's heap. */
const charset = 'ascii' as const;
const commonJs = {
  format: 'cjs' as const,
  charset,
  // What is asked for later is required as well: an `import()` in a script with compiled code makes Node warn.
  dynamicImportInCjs: false,
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
};

/** The licences of what was bundled travel with it. */
const license = { fileName: 'LICENSES.md' };

/** The files are read from the disk: Vite's advice about their size is for pages that come over a network. */
const chunkSizeWarningLimit = 2_000;

/** What runs before the bundles goes beside them as it is written. */
const boot = {
  name: 'boot',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string }) {
    for (const fileName of ['index.cjs', 'loader.cjs']) {
      const source = readFileSync(resolve(root, 'main/boot', fileName), 'utf8');
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
};

// Both runtimes that the app is tested on must run the bundles: Node 20 and Chrome 130 are the floor.
export default defineConfig({
  main: {
    plugins: [boot],
    resolve: {
      alias: [
        { find: 'ajv/dist/2020.js', replacement: resolve(root, 'main/platform/no-schemas.ts') },
        { find: 'ajv-formats', replacement: resolve(root, 'main/platform/no-schemas.ts') },
        // As electron-log itself names it.
        { find: './transports/remote', replacement: resolve(root, 'main/boot/no-remote-log.cjs') },
      ],
    },
    build: {
      outDir: 'out/main',
      target: 'node20',
      minify: true,
      // Beside the bundle and never packaged: they turn a place from the log into a line of the source.
      sourcemap: 'hidden',
      license,
      chunkSizeWarningLimit,
      rollupOptions: {
        input: {
          app: resolve(root, 'main/index.ts'),
          'import-worker': resolve(root, 'main/import-worker.ts'),
          'report-worker': resolve(root, 'main/report-worker.ts'),
          'sync-worker': resolve(root, 'main/sync-worker.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20',
      rollupOptions: { input: { index: resolve(root, 'preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      license,
      chunkSizeWarningLimit,
      // The page's policy lets fonts come from the app's own files only, never from data: addresses.
      assetsInlineLimit: (file: string) => (file.endsWith('.woff2') ? false : undefined),
      rollupOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        // All that the first view needs in one file: one request instead of ten.
        output: { charset, codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
