/** A picture that was looked into: its size in pixels, and itself without what nobody sees. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  /** Without comments, places and times that cameras and programs write into pictures. */
  readonly bytes: Uint8Array;
}

/** Why bytes are no picture that can be used: something is missing or wrong, or it is stored lying on its side. */
export type PictureProblem = 'damaged' | 'turned';

export type PictureResult<Found extends Picture> =
  | { readonly ok: true; readonly picture: Found }
  | { readonly ok: false; readonly problem: PictureProblem };

export const damaged = { ok: false, problem: 'damaged' } as const;

/** One after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
