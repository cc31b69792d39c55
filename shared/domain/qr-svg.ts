import qrcode from 'qrcode-generator';
import { escapeHtml } from './html-text.ts';

/** The light border that readers need, in modules (ISO/IEC 18004). */
const quiet = 4;

/** A QR code (error correction M) as a drawing without script; `name` is what it is called to those who cannot see it. */
export function qrSvg(text: string, name: string): string {
  const code = qrcode(0, 'M');
  // The library takes one byte of each character; these are the bytes of UTF-8.
  code.addData(String.fromCharCode(...new TextEncoder().encode(text)), 'Byte');
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
  const side = count + 2 * quiet;
  return `<svg class="qr" role="img" aria-label="${escapeHtml(name)}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
