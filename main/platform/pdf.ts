import { readFile } from 'node:fs/promises';
import { BrowserWindow, type Session, session } from 'electron';
import { errorFacts } from '#shared/domain/error-facts.ts';
import { escapeHtml } from '#shared/domain/html-text.ts';
import { invoiceFontCss } from '#shared/domain/invoice-fonts.ts';
import { parseUrl } from '#shared/domain/url.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Logger } from '../ports/logger.ts';
import type { PdfPrinter } from '../ports/pdf-printer.ts';
import { denyPermissions } from './lockdown.ts';
import { fontFiles, fontWeights } from './pdf-fonts.ts';
import { appScheme } from './scheme.ts';

const host = 'print';
const pagePath = '/page.html';
/** Longer than any invoice takes; a page that hangs must not hold up the next one for ever. */
const patience = 60_000;

/** Prints in a hidden window of its own: sandboxed, without scripts, in a session that reaches no network. */
export function createPdfPrinter(logger: Logger): PdfPrinter {
  let printing: Session | null = null;
  let page = '';

  function printSession(): Session {
    if (printing) return printing;
    printing = session.fromPartition('print', { cache: false });
    denyPermissions(printing);
    printing.webRequest.onBeforeRequest((details, callback) =>
      callback({ cancel: !details.url.startsWith(`${appScheme}://${host}/`) }),
    );
    printing.protocol.handle(appScheme, (request) => serve(request.url, page));
    return printing;
  }

  async function printNow(html: string, pageOf: string): Promise<Uint8Array> {
    const fonts = invoiceFontCss(
      () => fontWeights,
      (subset, weight) => `/fonts/${subset}-${weight}.woff2`,
    );
    page = html.replace('<style>', () => `<style>${fonts}`);
    const window = new BrowserWindow({
      show: false,
      width: 820,
      height: 1160,
      webPreferences: {
        session: printSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webSecurity: true,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    const timer = setTimeout(() => window.destroy(), patience);
    try {
      await window.loadURL(`${appScheme}://${host}${pagePath}`);
      return await window.webContents.printToPDF({
        pageSize: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: pageNumbers(pageOf),
      });
    } catch (error) {
      logger.error('pdf.failed', errorFacts(error));
      throw new AppError('unavailable', { reason: 'invoice.printFailed' }, { cause: error });
    } finally {
      clearTimeout(timer);
      if (!window.isDestroyed()) window.destroy();
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    print(html, pageOf = '{page} / {pages}') {
      const result = last.then(() => printNow(html, pageOf));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

function pageNumbers(pageOf: string): string {
  const numbers = escapeHtml(pageOf)
    .replace('{page}', '<span class="pageNumber"></span>')
    .replace('{pages}', '<span class="totalPages"></span>');
  return `<div style="width:100%;margin:0 20mm;text-align:right;font:10px Inter,sans-serif;color:#55514a">${numbers}</div>`;
}

async function serve(address: string, page: string): Promise<Response> {
  const url = parseUrl(address);
  if (url?.host !== host) return new Response('Not found', { status: 404 });
  if (url.pathname === pagePath)
    return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  const font = /^\/fonts\/([a-z0-9-]+)\.woff2$/.exec(url.pathname)?.[1];
  const file = font && Object.hasOwn(fontFiles, font) ? fontFiles[font] : undefined;
  if (!file) return new Response('Not found', { status: 404 });
  return new Response(await readFile(file), { headers: { 'Content-Type': 'font/woff2' } });
}
