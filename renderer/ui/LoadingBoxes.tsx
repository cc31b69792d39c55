import classes from './LoadingBoxes.module.css';

export interface LoadingBoxesProps {
  /** Heights in px of the boxes that will stand here, top to bottom. */
  readonly heights: readonly number[];
  /** What is loading, for screen readers. */
  readonly label: string;
}

/** The same boxes as the content that comes, in the sunken colour: nothing jumps, nothing shimmers. */
export function LoadingBoxes({ heights, label }: LoadingBoxesProps) {
  return (
    <div className={classes.stack} role="status" aria-label={label}>
      {heights.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are alike and never reorder
        <div key={index} className={classes.box} style={{ height: `${height / 16}rem` }} />
      ))}
    </div>
  );
}
