import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ConfirmDialog.tsx';

/** Something that may hold what is not saved. */
interface Holder {
  readonly check: () => boolean;
  /** Lets go of it, where no change of page would. */
  readonly close?: (() => void) | undefined;
}

interface Unsaved {
  /** Returns the function that takes the holder out again. */
  readonly add: (holder: Holder) => () => void;
  /** The question lies over everything else. */
  readonly asking: boolean;
  /** Goes on at once, or once the person leaves what dialogs hold. */
  readonly leaveDialogs: (goOn: () => void) => void;
}

const UnsavedContext = createContext<Unsaved | null>(null);

export interface UnsavedProviderProps {
  /** The window was about to close and stays, as something is unsaved. */
  readonly onStay: () => void;
  /** The person leaves all the same. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** Keeps the window open while a form or dialog in it holds something unsaved, and asks. */
export function UnsavedProvider({ onStay, onLeave, children }: UnsavedProviderProps) {
  const { t } = useTranslation();
  const holders = useRef(new Set<Holder>());
  const leaving = useRef(false);
  /** What follows when the person leaves all the same. */
  const [asked, setAsked] = useState<{ readonly goOn: () => void } | null>(null);
  const asking = asked !== null;
  const add = useCallback((holder: Holder) => {
    holders.current.add(holder);
    return () => holders.current.delete(holder);
  }, []);
  const leaveDialogs = useCallback((goOn: () => void) => {
    const unsaved = [...holders.current].filter(({ check, close }) => close && check());
    if (unsaved.length === 0) return goOn();
    const leave = () => {
      for (const { close } of unsaved) close?.();
      goOn();
    };
    setAsked({ goOn: leave });
  }, []);
  const registry = useMemo<Unsaved>(() => ({ add, asking, leaveDialogs }), [add, asking, leaveDialogs]);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (leaving.current || ![...holders.current].some(({ check }) => check())) return;
      event.preventDefault();
      setAsked({
        goOn: () => {
          leaving.current = true;
          onLeave();
        },
      });
      onStay();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [onStay, onLeave]);
  return (
    <UnsavedContext value={registry}>
      {children}
      {/* Made when it is needed, so that it lies over the dialog that it asks about. */}
      {asking && (
        <ConfirmDialog
          opened
          danger
          title={t('common:leave.title')}
          confirm={t('common:leave.go')}
          cancel={t('common:leave.stay')}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            asked.goOn();
          }}
        >
          {t('common:leave.text')}
        </ConfirmDialog>
      )}
    </UnsavedContext>
  );
}

/**
 * While the component stands, `check` says whether something in it would be lost with the window, and with a page that
 * is gone to from outside where it brings `close`. Answers whether that is being asked now.
 */
export function useUnsaved(check: () => boolean, close?: () => void): boolean {
  const unsaved = use(UnsavedContext);
  const latest = useRef({ check, close });
  useEffect(() => {
    latest.current = { check, close };
  });
  const add = unsaved?.add;
  const closes = close !== undefined;
  useEffect(
    () =>
      add?.({
        check: () => latest.current.check(),
        close: closes ? () => latest.current.close?.() : undefined,
      }),
    [add, closes],
  );
  return unsaved?.asking ?? false;
}

/** For a way that leads here from outside the window: asks first when a dialog holds something unsaved. */
export function useLeaveDialogs(): (goOn: () => void) => void {
  const unsaved = use(UnsavedContext);
  if (!unsaved) throw new Error('UnsavedProvider is missing above this component');
  return unsaved.leaveDialogs;
}
