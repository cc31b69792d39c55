/** As much of a choice as is needed to offer its client. */
interface ClientChoice {
  readonly clientId: string;
  readonly clientName: string;
}

const most = 8;
const shortest = 3;

/**
 * What was typed as a note, for each client it can be worked for: for those it names, without the name; where it names
 * none, for all in their order. Each client once, eight at most. Nothing for less than three letters, and nothing for
 * what only begins a client's name.
 */
export function noteChoices<Choice extends ClientChoice>(
  typed: string,
  choices: readonly Choice[],
): (Choice & { readonly note: string })[] {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  if (text.length < shortest) return [];
  const seen = new Set<string>();
  const clients = choices.filter(({ clientId }) => !seen.has(clientId) && seen.add(clientId));
  if (clients.some(({ clientName }) => clientName.toLowerCase().startsWith(text.toLowerCase()))) return [];
  const named = clients.flatMap((choice) => {
    const note = without(text, choice.clientName)?.replaceAll(/^[\s,:–-]+|[\s,:–-]+$/g, '');
    return note ? [{ ...choice, note }] : [];
  });
  const offered = named.length > 0 ? named : clients.map((choice) => ({ ...choice, note: text }));
  return offered.slice(0, most);
}

/** The text without a client's name, whole or begun, at its start or end; null where it is not there or all there is. */
function without(text: string, name: string): string | null {
  const lower = text.toLowerCase();
  const whole = name.toLowerCase();
  if (lower.startsWith(`${whole} `)) return text.slice(name.length + 1);
  if (lower.endsWith(` ${whole}`)) return text.slice(0, -name.length - 1);
  const words = text.split(' ');
  const begins = (word = '') => word.length >= shortest && whole.startsWith(word.toLowerCase());
  if (words.length < 2) return null;
  if (begins(words[0])) return words.slice(1).join(' ');
  return begins(words.at(-1)) ? words.slice(0, -1).join(' ') : null;
}
