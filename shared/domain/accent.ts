const white = 1;
/** WCAG 2.2 AA for text of normal size. */
const readable = 4.5;

/**
 * A colour as it may be used for words on white paper: darkened, in small steps, until it can be read. Anything that is
 * no `#rrggbb` gives null.
 */
export function readableAccent(colour: string): string | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  let parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  while (contrastWithWhite(parts) < readable) parts = parts.map((part) => Math.floor(part * 0.95));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast ratio of a colour (0–255 each) and white, by WCAG 2.2. */
function contrastWithWhite(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return (white + 0.05) / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
