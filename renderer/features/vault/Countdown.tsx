import { useSecond } from '../../lib/clock.tsx';

export interface CountdownProps {
  /** UTC milliseconds. */
  readonly until: number;
  /** `4:12` or `18 s`. */
  readonly style: 'minutes' | 'seconds';
}

/** What is left until a moment; the only part that renders every second. */
export function Countdown({ until, style }: CountdownProps) {
  const left = Math.max(0, Math.ceil((until - useSecond()) / 1_000));
  const text =
    style === 'seconds' ? `${left} s` : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return <b className="tabular">{text}</b>;
}
