import { createBrowserHistory, type RouterHistory } from '@tanstack/react-router';

/**
 * Addresses after the `#`, and nothing else of where the page was loaded from: what stands in its query (the language of
 * the start) would otherwise end up in the last value of every address.
 */
export function createAddressHistory(): RouterHistory {
  return createBrowserHistory({
    parseLocation: () => ({ ...readAddress(window.location.hash), state: window.history.state ?? first }),
    createHref: (path) => `${window.location.pathname}${window.location.search}#${path}`,
  });
}

const first = { __TSR_index: 0 };

/** The parts of an address such as `#/client/1/money?invoice=2`. */
export function readAddress(hash: string) {
  const href = hash.slice(1) || '/';
  const at = href.indexOf('?');
  return at < 0
    ? { href, pathname: href, search: '', hash: '' }
    : { href, pathname: href.slice(0, at), search: href.slice(at), hash: '' };
}
