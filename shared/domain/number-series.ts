/** Whether one counter runs for ever, starts again each calendar year of the invoice date, or each client has its own. */
export const seriesScopes = ['global', 'year', 'client'] as const;
export type SeriesScope = (typeof seriesScopes)[number];

/** What has numbers of its own. */
export type NumberedDocument = 'invoice' | 'credit_note';

export interface NumberSeries {
  readonly scope: SeriesScope;
  /**
   * Such as `{YYYY}-{NNN}`: `{YYYY}` or `{YY}` is the year, `{CLIENT}` the client's short code, as many N as the
   * counter has digits at least.
   */
  readonly pattern: string;
}

/** For whom and when a number is. */
export interface NumberContext {
  /** ISO `YYYY-MM-DD`. */
  readonly issueDate: string;
  readonly clientId: string;
  readonly clientCode: string;
}

const token = /\{(YYYY|YY|CLIENT|N{1,9})\}/g;
const plain = /^[\p{L}\p{N} ./_#-]*$/u;

/** A key of the `errors` catalogue when the pattern could not give unique, printable numbers; null when it is fine. */
export function patternProblem({ scope, pattern }: NumberSeries): string | null {
  const tokens = [...pattern.matchAll(token)].map((match) => match[1] ?? '');
  const rest = pattern.replace(token, '');
  if (pattern.length === 0) return 'field.required';
  if (pattern.length > 40) return 'field.tooLong';
  if (!plain.test(rest)) return 'series.characters';
  if (tokens.filter((name) => name.startsWith('N')).length !== 1) return 'series.oneCounter';
  if (scope === 'year' && !tokens.some((name) => name.startsWith('Y'))) return 'series.needsYear';
  if (scope === 'client' && !tokens.includes('CLIENT')) return 'series.needsClient';
  if (/\{[^}]*\}\{/.test(pattern)) return 'series.needsSeparator';
  return null;
}

/** The counter that a document belongs to: its year, its client's, or the empty text for a global series. */
export function seriesPeriod(scope: SeriesScope, { issueDate, clientId }: NumberContext): string {
  if (scope === 'client') return clientId;
  return scope === 'year' ? issueDate.slice(0, 4) : '';
}

/** The number itself; `counter` from 1. Also serves as the preview. */
export function formatNumber(
  pattern: string,
  { issueDate, clientCode }: Pick<NumberContext, 'issueDate' | 'clientCode'>,
  counter: number,
): string {
  return pattern.replace(token, (_match, name: string) => {
    if (name === 'YYYY') return issueDate.slice(0, 4);
    if (name === 'YY') return issueDate.slice(2, 4);
    if (name === 'CLIENT') return clientCode;
    return String(counter).padStart(name.length, '0');
  });
}

/** Counters between the first and the last one given that no invoice carries. Empty for a gap-free series. */
export function missingCounters(first: number, next: number, used: readonly number[]): number[] {
  const seen = new Set(used);
  const missing: number[] = [];
  for (let counter = first; counter < next; counter++) if (!seen.has(counter)) missing.push(counter);
  return missing;
}
