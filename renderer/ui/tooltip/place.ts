interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 6;
const EDGE = 4;

/** Below the anchor and centred on it; above when there is no room below; never outside the window. All in px. */
export function place(anchor: Box, tip: Pick<Box, 'width' | 'height'>, width: number, height: number) {
  const centred = anchor.left + anchor.width / 2 - tip.width / 2;
  const left = Math.max(EDGE, Math.min(centred, width - tip.width - EDGE));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - tip.height;
  const top = below + tip.height > height - EDGE && above >= EDGE ? above : below;
  return { left, top };
}
