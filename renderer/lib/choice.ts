/** One of a list to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function byLabel(a: Choice, b: Choice): number {
  return a.label.localeCompare(b.label);
}
