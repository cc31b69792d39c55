import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { createPortal } from 'react-dom';
import classes from './FloatingCard.module.css';
import { makeWay, margin, placeCard } from './place-card.ts';

export interface FloatingCardProps {
  /** What the card is about: a selector, looked for again whenever the page changes; the first that is there counts. */
  readonly about: readonly { readonly selector: string; readonly side: 'right' | 'above' }[];
  readonly labelledBy: string;
  readonly describedBy?: string;
  /** Width in px at normal text. */
  readonly width: number;
  /** Takes the focus when it opens, and gives it back; without it, it waits until it is gone to. */
  readonly takesFocus: boolean;
  /** A press or the focus elsewhere closes it; a press on what it is about is left to that. */
  readonly light?: boolean;
  readonly onClose: () => void;
  /** A key that no field inside has used. @returns whether it meant something. */
  readonly onPress?: (key: string) => boolean;
  readonly children: ReactNode;
}

/**
 * A dialog that stands beside what it is about and lets the rest be used. It has no scrim, and Escape closes it while
 * the focus is inside.
 */
export function FloatingCard(props: FloatingCardProps) {
  const {
    about,
    labelledBy,
    describedBy,
    width,
    takesFocus,
    light = false,
    onClose,
    onPress,
    children,
  } = props;
  const card = useRef<HTMLDivElement>(null);
  const arrow = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => keepPlaced(card.current, arrow.current, about), [about]);
  useFocusWithin(card, takesFocus);
  useElsewhere(card, light, about, onClose);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      if (target.getAttribute('aria-expanded') === 'true') return;
      event.preventDefault();
      onClose();
      return;
    }
    const typing = target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (onPress?.(event.key.toLowerCase())) event.preventDefault();
  };
  return createPortal(
    <div
      ref={card}
      role="dialog"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      tabIndex={-1}
      className={classes.card}
      style={{ '--card-width': `${width / 16}rem` } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <span ref={arrow} className={classes.arrow} aria-hidden="true" hidden />
      <div className={classes.scroll}>{children}</div>
    </div>,
    document.body,
  );
}

function useFocusWithin(card: { readonly current: HTMLElement | null }, takesFocus: boolean) {
  const first = useRef(takesFocus);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = card.current;
    if (first.current) element?.focus({ preventScroll: true });
    return () => {
      // Whoever went elsewhere meanwhile stays there.
      const inside = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (inside && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [card]);
}

/** Tells that the person goes on elsewhere. */
function useElsewhere(
  card: { readonly current: HTMLElement | null },
  light: boolean,
  about: FloatingCardProps['about'],
  onClose: () => void,
) {
  useEffect(() => {
    if (!light) return;
    const onEvent = ({ target }: Event) => {
      if (!(target instanceof Element) || card.current?.contains(target)) return;
      if (!about.some(({ selector }) => target.closest(selector))) onClose();
    };
    document.addEventListener('pointerdown', onEvent, true);
    document.addEventListener('focusin', onEvent);
    return () => {
      document.removeEventListener('pointerdown', onEvent, true);
      document.removeEventListener('focusin', onEvent);
    };
  }, [card, light, about, onClose]);
}

/** Keeps the card beside its subject while the page scrolls, grows and changes. @returns how to stop. */
function keepPlaced(
  card: HTMLElement | null,
  arrow: HTMLElement | null,
  about: FloatingCardProps['about'],
): () => void {
  if (!card || !arrow) return () => {};
  let waiting = 0;
  const place = () => {
    waiting = 0;
    const found = about.find(({ selector }) => isShown(selector)) ?? null;
    const subject = found && document.querySelector(found.selector);
    const bar = document.querySelector('[data-timer-bar]')?.getBoundingClientRect();
    const room = { left: 0, top: 0, width: window.innerWidth, height: bar?.top ?? window.innerHeight };
    const side = found?.side ?? 'above';
    const box = subject?.getBoundingClientRect() ?? null;
    card.style.maxHeight = `${room.height - 2 * margin}px`;
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const { left, top, arrow: at } = placeCard(box, side, size, room);
    card.dataset.side = side;
    card.style.left = `${left}px`;
    card.style.top = `${top}px`;
    arrow.hidden = at === null;
    arrow.style.top = side === 'right' ? `${at ?? 0}px` : '';
    arrow.style.left = side === 'above' ? `${at ?? 0}px` : '';
    const { aside, lift } = makeWay({ left, top, ...size }, room);
    setCorner('--corner-aside', aside);
    setCorner('--corner-lift', lift);
  };
  const soon = () => {
    waiting ||= requestAnimationFrame(place);
  };
  place();
  const sizes = new ResizeObserver(soon);
  sizes.observe(card);
  const changes = new MutationObserver(soon);
  changes.observe(document.body, { childList: true, subtree: true });
  window.addEventListener('resize', soon);
  document.addEventListener('scroll', soon, { capture: true, passive: true });
  return () => {
    cancelAnimationFrame(waiting);
    sizes.disconnect();
    changes.disconnect();
    window.removeEventListener('resize', soon);
    document.removeEventListener('scroll', soon, { capture: true });
    setCorner('--corner-aside', null);
    setCorner('--corner-lift', null);
  };
}

/** Tells messages in the lower right corner where to go; null: to where they usually are. */
function setCorner(name: '--corner-aside' | '--corner-lift', px: number | null) {
  const { style } = document.documentElement;
  if (px === null) style.removeProperty(name);
  else style.setProperty(name, `${px}px`);
}

function isShown(selector: string): boolean {
  return (document.querySelector(selector)?.getClientRects().length ?? 0) > 0;
}
