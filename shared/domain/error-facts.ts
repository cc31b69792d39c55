/** What a log may hold of an error: enough to find the place in the code, nothing a person wrote. */
export interface ErrorFacts {
  readonly [fact: string]: string;
  /** Kind of error, as its class calls it. */
  readonly error: string;
}

/** So many frames say where it was. */
const depth = 8;

/**
 * Kind, code and place of an error and the kind and code of its cause. The place is a list of `file:line:column` in
 * the app's own files, innermost first. Messages are left out, as they may quote what a person entered.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = placesOf(error);
  const cause = error.cause instanceof Error ? kindOf(error.cause) : '';
  return { ...namesOf(error), ...(at && { at }), ...(cause && { cause }) };
}

function namesOf(error: Error): ErrorFacts {
  const code = 'code' in error ? plain(error.code) : '';
  return { error: plain(error.name) || 'Error', ...(code && { code }) };
}

function kindOf(error: Error): string {
  const { error: name, code } = namesOf(error);
  return code ? `${name} ${code}` : name;
}

/** Names and codes are single words; anything else could be a text. */
function plain(value: unknown): string {
  return typeof value === 'string' && /^[\w$.-]{1,60}$/.test(value) ? value : '';
}

function placesOf({ stack, message }: Error): string {
  if (typeof stack !== 'string') return '';
  // A message of several lines could look like frames: only what comes after it counts.
  const afterMessage = stack.slice(Math.max(0, message ? stack.indexOf(message) + message.length : 0));
  const frames = /(?:\n {4}at .*)+\s*$/.exec(afterMessage)?.[0].split('\n') ?? [];
  return frames
    .filter((frame) => !/node:|node_modules/.test(frame))
    .map((frame) => /[\\/]([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?\s*$/.exec(frame)?.[1])
    .filter((place) => place !== undefined)
    .slice(0, depth)
    .join(' ');
}
