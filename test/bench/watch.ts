import type { Page } from '@playwright/test';

export interface Watch {
  /** What a change must add or touch to count. */
  readonly selector: string;
  /** Elements that are used again change this attribute instead of being added. */
  readonly attribute?: string;
  /** The event from which time runs; without it, the call itself. */
  readonly from?: 'keydown';
}

declare global {
  interface Window {
    benchWatch?: Promise<number>;
  }
}

/** Without a change for this long the page is taken to be complete. */
const QUIET_MS = 400;

/**
 * Starts to watch the page. `settled` gives the milliseconds from the beginning to the frame in which the last change
 * that counts could be seen; it fails when none came.
 */
export async function watch(
  page: Page,
  { selector, attribute, from }: Watch,
): Promise<() => Promise<number>> {
  await page.evaluate(
    ([wanted, event, quiet, named]) => {
      window.benchWatch = new Promise((resolve, reject) => {
        let began = event === null ? performance.now() : null;
        let seen = 0;
        let timer = 0;
        const done = () => {
          observer.disconnect();
          if (began === null || seen === 0) reject(new Error(`nothing changed in ${wanted}`));
          else resolve(seen - began);
        };
        const wait = (milliseconds: number) => {
          window.clearTimeout(timer);
          timer = window.setTimeout(done, milliseconds);
        };
        const counts = (node: Node) =>
          node instanceof Element && (node.matches(wanted) || node.querySelector(wanted) !== null);
        const observer = new MutationObserver((changes) => {
          if (began === null) return;
          const relevant = changes.some(
            ({ target, addedNodes }) =>
              [...addedNodes].some(counts) ||
              (target instanceof Element ? target : target.parentElement)?.closest(wanted),
          );
          if (!relevant) return;
          wait(5_000);
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
              seen = performance.now();
              wait(quiet);
            };
            channel.port2.postMessage(null);
          });
        });
        const attributes = named === null ? {} : { attributeFilter: [named] };
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          ...attributes,
        });
        if (event !== null)
          window.addEventListener(
            event,
            (one) => {
              began = one.timeStamp;
            },
            { capture: true, once: true },
          );
        wait(5_000);
      });
      // Whoever asks for it handles it; until then it is not unhandled.
      window.benchWatch.catch(() => {});
    },
    [selector, from ?? null, QUIET_MS, attribute ?? null] as const,
  );
  return () => page.evaluate(() => window.benchWatch ?? Promise.reject(new Error('nothing is watched')));
}
