import type { ReactNode } from 'react';
import { Kbd } from '../../../ui/Kbd.tsx';
import classes from './GapQuestion.module.css';

interface ChoiceProps {
  readonly name: string;
  readonly answer: string;
  readonly label: string;
  /** What follows from it, in words. */
  readonly consequence: string;
  /** The letter that chooses it. */
  readonly letter: string | null;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** Shown under it as long as it is chosen. */
  readonly children?: ReactNode;
}

/** One answer to the question. */
export function Choice({
  name,
  answer,
  label,
  consequence,
  letter,
  chosen,
  onChoose,
  children,
}: ChoiceProps) {
  return (
    <div className={classes.choice} data-chosen={chosen || undefined}>
      <label className={classes.choiceHead}>
        <input
          type="radio"
          className={classes.radio}
          name={name}
          data-answer={answer}
          checked={chosen}
          onChange={onChoose}
          aria-keyshortcuts={letter ?? undefined}
        />
        <span className={classes.choiceText}>
          <span className={classes.choiceName}>{label}</span>
          <span className={classes.consequence}>{consequence}</span>
        </span>
        {letter && <Kbd keys={[letter]} />}
      </label>
      {chosen && children}
    </div>
  );
}
