import type { Clipboard } from '#main/ports/clipboard.ts';

export class MemoryClipboard implements Clipboard {
  text = '';

  async read(): Promise<string> {
    return this.text;
  }

  async write(text: string): Promise<void> {
    this.text = text;
  }

  clear(): void {
    this.text = '';
  }
}
