import { useEffect, useRef, useState } from 'react';
import { Kbd } from '../Kbd.tsx';
import { place } from './place.ts';
import classes from './TooltipLayer.module.css';

interface Shown {
  readonly text: string;
  readonly keys: readonly string[];
  readonly anchor: DOMRect;
}

const DELAY_MS = 450;

/** Shows the tooltip of whatever `tip()` marked, on hover and on keyboard focus; Escape or leaving hides it. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current: HTMLElement | null = null;

    const hide = () => {
      clearTimeout(timer);
      current = null;
      setShown(null);
    };
    const showSoon = (target: EventTarget | null, delay: number) => {
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
      if (element === current) return;
      hide();
      if (!element) return;
      current = element;
      timer = setTimeout(() => {
        if (!element.isConnected) return;
        const { tip: text = '', tipKeys } = element.dataset;
        setShown({ text, keys: tipKeys ? tipKeys.split(' ') : [], anchor: element.getBoundingClientRect() });
      }, delay);
    };
    const onOver = (event: PointerEvent) => showSoon(event.target, DELAY_MS);
    const onFocus = (event: FocusEvent) => {
      const byKeyboard = event.target instanceof Element && event.target.matches(':focus-visible');
      if (byKeyboard) showSoon(event.target, DELAY_MS);
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide();

    document.addEventListener('pointerover', onOver);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', hide);
    document.addEventListener('keydown', onKey);
    document.addEventListener('scroll', hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('scroll', hide, true);
    };
  }, []);

  useEffect(() => {
    const element = box.current;
    if (!shown || !element) return;
    const { left, top } = place(
      shown.anchor,
      element.getBoundingClientRect(),
      window.innerWidth,
      window.innerHeight,
    );
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    element.style.visibility = 'visible';
  }, [shown]);

  if (!shown) return null;
  return (
    <div ref={box} key={shown.text} className={classes.tooltip} aria-hidden="true">
      <span>{shown.text}</span>
      {shown.keys.length > 0 && <Kbd keys={shown.keys} onFilled />}
    </div>
  );
}
