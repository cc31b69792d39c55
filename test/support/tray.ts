import type { Tray, TrayContent, TrayItem } from '#main/ports/tray.ts';

/** Keeps what the tray shows; `choose` is a person picking a line of the menu. */
export class FakeTray implements Tray {
  content: TrayContent | null = null;

  show(content: TrayContent): void {
    this.content = content;
  }

  remove(): void {
    this.content = null;
  }

  present(): boolean {
    return this.content !== null;
  }

  /** What a menu inside the menu holds. */
  inside(label: string): string[] {
    const menu = this.content?.items.find((each) => each.kind === 'menu' && each.label === label);
    if (menu?.kind !== 'menu') throw new Error(`the menu has no ${label} to open`);
    return labelsOf(menu.items);
  }

  labels(): string[] {
    return labelsOf(this.content?.items ?? []);
  }

  choose(label: string): void {
    const item = flat(this.content?.items ?? []).find((each) => each.kind === 'item' && each.label === label);
    if (item?.kind !== 'item' || !item.run) throw new Error(`the menu has no ${label} to choose`);
    item.run();
  }
}

function labelsOf(items: readonly TrayItem[]): string[] {
  return items.map((item) => (item.kind === 'line' ? '-' : item.label));
}

function flat(items: readonly TrayItem[]): readonly TrayItem[] {
  return items.flatMap((item) => (item.kind === 'menu' ? flat(item.items) : [item]));
}
