import { useSyncExternalStore } from 'react';
import type { Feed } from './feed.ts';
import classes from './Toast.module.css';
import { Toast } from './Toast.tsx';

/** Toasts, newest last, above the timer bar. */
export function ToastStack({ feed, closeLabel }: { readonly feed: Feed; readonly closeLabel: string }) {
  const { toasts } = useSyncExternalStore(feed.subscribe, feed.state);
  return (
    <div className={classes.stack}>
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} closeLabel={closeLabel} onClose={() => feed.close(toast.id)} />
      ))}
    </div>
  );
}
