/** Key names as `aria-keyshortcuts` wants them: `['Ctrl', 'K']` and `['Ctrl K']` both give `Control+K`. */
export function ariaKeys(keys: readonly string[] | undefined): string | undefined {
  return keys?.join('+').replaceAll(' ', '+').replaceAll('Ctrl', 'Control').replaceAll('Cmd', 'Meta');
}
