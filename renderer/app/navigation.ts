import type { RouterHistory } from '@tanstack/react-router';
import { goEvent } from '../lib/addresses.ts';

/**
 * Sends every change of address through the router's history, which can be held back while something is not saved.
 * A link's own change of the hash would already have happened when it is asked.
 */
export function navigateThrough(history: RouterHistory): void {
  window.addEventListener(goEvent, (event) => {
    event.preventDefault();
    history.push(pathOf((event as CustomEvent<string>).detail));
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
    if (!link) return;
    event.preventDefault();
    history.push(pathOf(link.getAttribute('href') ?? '#/'));
  });
}

function pathOf(href: string): string {
  return href.replace(/^#/, '');
}
