import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDay } from '#shared/domain/date-text.ts';
import { useHere } from '../../lib/here.ts';

interface Typed {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly required: boolean;
}

/**
 * What is typed into a field for a date. While it cannot be read, the date from before stands, the field says so once
 * one leaves it, and the form it is in (see `Form`) is checked but not sent: time must not end up on a day that nobody asked for.
 */
export function useDateText({ value, onChange, required }: Typed) {
  const { t } = useTranslation();
  const { locale, today } = useHere();
  const before = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [told, setTold] = useState(false);
  const settle = (next: string | null) => {
    setUnreadable(false);
    setTold(false);
    if (next !== null || !required) onChange(next);
  };

  useEffect(() => {
    if (!unreadable) return;
    const form = input.current?.form;
    const hold = (event: Event) => {
      event.preventDefault();
      setTold(true);
    };
    form?.addEventListener('submit', hold, true);
    return () => form?.removeEventListener('submit', hold, true);
  }, [unreadable]);

  return {
    error: unreadable && told ? t('errors:field.date') : undefined,
    props: {
      ref: input,
      fixOnBlur: !unreadable,
      onChange: settle,
      dateParser: (text: string) => {
        const date = readDay(text, before.current ?? today, today, locale);
        setUnreadable(date === null);
        if (date === null && value !== before.current) onChange(before.current);
        return date;
      },
      onFocus: () => {
        if (!unreadable) before.current = value;
      },
      onBlur: () => setTold(true),
      onKeyDown: (event: KeyboardEvent) => event.key === 'Enter' && setTold(true),
    },
  };
}
