/** The system's clipboard, text only. */
export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
  clear(): void;
}
