import { type NativeImage, nativeImage } from 'electron';

/** Open ring of the app's mark on a size × size grid, drawn here so that every scale is sharp. BGRA, premultiplied. */
function ring(size: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const centre = (size - 1) / 2;
  const outer = size * 0.44;
  const inner = size * 0.25;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [dx, dy] = [x - centre, y - centre];
      const radius = Math.hypot(dx, dy);
      const edge = Math.min(outer - radius + 0.5, radius - inner + 0.5, 1);
      const gap = dx > 0 && Math.abs(dy) < size * 0.14 ? 0 : 1;
      const alpha = Math.max(0, edge) * gap;
      pixels.set(
        [blue, green, red, 255].map((part) => Math.round(part * alpha)),
        (y * size + x) * 4,
      );
    }
  }
  return pixels;
}

/** On macOS a template image that follows the menu bar; elsewhere in a colour that shows on light and dark. */
export function trayIcon(platform: string): NativeImage {
  const mac = platform === 'darwin';
  const base = mac ? 18 : 16;
  const colour = mac ? ([0, 0, 0] as const) : ([79, 163, 185] as const);
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2]) {
    const size = base * scaleFactor;
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer: ring(size, colour) });
  }
  if (mac) image.setTemplateImage(true);
  return image;
}
