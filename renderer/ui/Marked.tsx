/** Put in place of a value in a text, it marks where `Marked` puts the value itself, so that no text holds markup. */
export const mark = '\u0000';

/** A text with one value in bold: `<Marked text={t('day', { time: mark })} value="3h 56m" />`. */
export function Marked({ text, value }: { readonly text: string; readonly value: string }) {
  const [before, ...after] = text.split(mark);
  return (
    <>
      {before}
      {after.length > 0 && <strong>{value}</strong>}
      {after.join('')}
    </>
  );
}
