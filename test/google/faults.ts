/** What can go wrong with one request. */
export type Fault =
  | { kind: 'rate'; code: 403 | 429; retryAfterSeconds?: number }
  | { kind: 'server'; code: 500 | 502 | 503; when: 'before' | 'after' }
  | { kind: 'cut'; when: 'before' | 'after' }
  | { kind: 'slow'; ms: number }
  /** An answer that was cut short by something on the way that says it is whole. */
  | { kind: 'garbled' }
  | { kind: 'expire-access' }
  | { kind: 'incomplete' };

interface Rule {
  fault: Fault;
  match: (operationId: string, search: URLSearchParams) => boolean;
  left: number;
}

/** Faults wait here until a matching request comes; each is used as often as it was asked for. */
export interface Faults {
  /** @param operation an operation id such as `calendar.events.list`, or `*` for any. */
  add(operation: string, fault: Fault, times?: number): void;
  /** A fault for requests that carry a page token, so that it falls between two pages. */
  addBetweenPages(operation: string, fault: Fault, times?: number): void;
  take(operationId: string, search: URLSearchParams): Fault | undefined;
  clear(): void;
  pending(): number;
}

export function createFaults(): Faults {
  let rules: Rule[] = [];
  const add = (operation: string, fault: Fault, times: number, paged: boolean): void => {
    rules.push({
      fault,
      left: times,
      match: (id, search) => (operation === '*' || operation === id) && (!paged || search.has('pageToken')),
    });
  };
  return {
    add: (operation, fault, times = 1) => add(operation, fault, times, false),
    addBetweenPages: (operation, fault, times = 1) => add(operation, fault, times, true),
    take: (id, search) => {
      const rule = rules.find((r) => r.match(id, search));
      if (!rule) return undefined;
      rule.left -= 1;
      if (rule.left <= 0) rules = rules.filter((r) => r !== rule);
      return rule.fault;
    },
    clear: () => {
      rules = [];
    },
    pending: () => rules.length,
  };
}
