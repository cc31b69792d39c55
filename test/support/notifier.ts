import type { NotificationRequest, Notifier } from '#main/ports/notifier.ts';

/** Keeps what was shown; `press` is a person answering the newest. */
export class FakeNotifier implements Notifier {
  readonly shown: NotificationRequest[] = [];

  supported(): boolean {
    return true;
  }

  show(request: NotificationRequest): void {
    this.shown.push(request);
  }

  titles(): string[] {
    return this.shown.map(({ title }) => title);
  }

  press(action: string | null): void {
    const newest = this.shown.at(-1);
    if (!newest) throw new Error('nothing was shown');
    if (action !== null && !newest.actions.some(({ id }) => id === action)) throw new Error(`no ${action}`);
    newest.onAction(action);
  }
}
