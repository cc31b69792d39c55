import { Notification } from 'electron';
import type { Notifier } from '../ports/notifier.ts';

/** Systems whose notifications carry buttons of ours; Linux has only the click. */
const withButtons = process.platform === 'darwin';

/** The system's notifications. A shown one is held until it is gone, or its click would be lost with it. */
export function createNotifier(): Notifier {
  const alive = new Set<Notification>();
  return {
    supported: () => Notification.isSupported(),
    show({ title, body, actions, onAction }) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({
        title,
        body,
        ...(withButtons ? { actions: actions.map(({ text }) => ({ type: 'button' as const, text })) } : {}),
      });
      alive.add(notification);
      let answered = false;
      const answer = (action: string | null) => {
        alive.delete(notification);
        if (answered) return;
        answered = true;
        onAction(action);
      };
      notification.on('click', () => answer(null));
      notification.on('action', (_event, index: number) => answer(actions[index]?.id ?? null));
      notification.on('close', () => alive.delete(notification));
      notification.show();
    },
  };
}
