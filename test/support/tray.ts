import type { Tray, TrayContent } from '#main/ports/tray.ts';

/** Keeps what the tray shows; `choose` is a person picking a line of the menu. */
export class FakeTray implements Tray {
  content: TrayContent | null = null;

  show(content: TrayContent): void {
    this.content = content;
  }

  remove(): void {
    this.content = null;
  }

  labels(): string[] {
    return this.content?.items.map((item) => (item.kind === 'line' ? '-' : item.label)) ?? [];
  }

  choose(label: string): void {
    const item = this.content?.items.find((each) => each.kind === 'item' && each.label === label);
    if (item?.kind !== 'item' || !item.run) throw new Error(`the menu has no ${label} to choose`);
    item.run();
  }
}
