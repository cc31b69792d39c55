/** The app's window, for what speaks up while it may be hidden. */
export interface MainWindow {
  /** Brings it to the front; with an address (`#/today`) it goes there. */
  show(address?: string): void;
  /** Brings it to the front and runs the command with this id (`time.review`) in it. */
  run(command: string): void;
  /** A short message in it if it is in sight, else nothing. */
  say(text: string): void;
  quit(): void;
  /** Its page refuses to go: it is shown, and quitting is called off. */
  stay(): void;
}
