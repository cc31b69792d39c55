import { readableAccent } from './accent.ts';

/** The look of a printed invoice: always light, whatever the app's theme. Sizes in pt, as on paper. */
export const invoiceStyle = `
* { box-sizing: border-box; }
html { color-scheme: only light; }
body { margin: 0; background: #fff; color: #1f1e1b; font: 400 8.6pt/1.5 'Inter', 'Noto Sans Devanagari', 'Noto Sans', sans-serif;
  overflow-wrap: anywhere; -webkit-print-color-adjust: exact; }
h1, h2, p, dl, dd { margin: 0; font-weight: inherit; font-size: inherit; }
.sheet { display: flex; flex-direction: column; }
.faint { color: #55514a; }
.lines { white-space: pre-line; }
header { display: flex; justify-content: space-between; gap: 12mm; }
.logo { margin-bottom: 3mm; }
.logo img { display: block; width: 100%; height: 100%; object-fit: contain; object-position: left center; }
.seller strong { font-size: 10.5pt; font-weight: 600; }
.address { text-align: right; max-width: 80mm; }
.title { display: flex; align-items: center; justify-content: space-between; margin: 11mm 0 4.5mm; }
h1, .totals .sum { color: var(--accent); }
h1 { font-size: 17pt; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; }
.badge { border: 0.75pt solid #55514a; border-radius: 2pt; padding: 0.4mm 2.2mm; font-size: 8pt; }
.facts { display: grid; grid-template-columns: minmax(0, 1.5fr) repeat(3, minmax(26mm, auto)); gap: 3mm 6mm;
  border-top: 1pt solid var(--accent); padding-top: 4mm; }
.facts .buyer { grid-row: 1 / span 2; }
.facts dt { color: #55514a; }
.facts dd strong { font-weight: 600; }
table { width: 100%; border-collapse: collapse; margin-top: 10mm; }
thead { display: table-header-group; }
th { font-weight: 400; font-size: 8pt; color: #55514a; text-align: right; padding: 0 0 2mm 5mm;
  border-bottom: 1pt solid var(--accent); vertical-align: bottom; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; white-space: normal; }
td { text-align: right; padding: 2.1mm 0 2.1mm 5mm; border-bottom: 0.5pt solid #bbb7ae; vertical-align: top;
  white-space: nowrap; }
th + th { width: 25mm; }
td:first-child { font-weight: 500; }
td + td, .totals dd { font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
tbody.end { break-inside: avoid; }
.totals { align-self: flex-end; min-width: 72mm; margin-top: 4mm; break-inside: avoid; break-before: avoid; }
.totals div { display: flex; justify-content: flex-end; gap: 5mm; padding: 0.6mm 0; }
.totals dt { color: #55514a; }
.totals dd { min-width: 24mm; text-align: right; white-space: nowrap; }
.totals .sum { font-size: 11pt; font-weight: 600; padding-top: 1.6mm; }
.totals .sum dt { color: inherit; }
.totals .rate dd { color: #55514a; font-size: 7.5pt; white-space: normal; }
.note { margin-top: 7mm; max-width: 120mm; break-inside: avoid; }
.note + .note { margin-top: 3mm; }
footer { margin-top: auto; padding-top: 6mm; break-inside: avoid; }
footer .foot { display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 0.8fr); gap: 6mm;
  border-top: 0.5pt solid #bbb7ae; padding-top: 4mm; }
footer .foot.coded { grid-template-columns: auto minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 0.8fr); }
.code { text-align: center; font-size: 7pt; color: #55514a; }
.qr { display: block; width: 26mm; height: 26mm; margin: -1mm 0 0 -2.5mm; }
.qr.later { width: 21mm; height: 21mm; margin: 1.5mm 0 2.5mm; border: 0.5pt dashed #bbb7ae; }
footer h2 { color: #55514a; }
`;

/** Paper in CSS pixels (96 to the inch), as it stands on the screen. */
export const paperSizes = {
  a4: { width: 794, height: 1123 },
  letter: { width: 816, height: 1056 },
} as const;

/** The paper, and the colour of heading and rules: `#rrggbb`, or empty for black. Sizes in mm; margins are the same on both. */
export function pageStyle(paper: 'a4' | 'letter', accent = ''): string {
  const [size, width, height] = paper === 'letter' ? ['letter', 215.9, 279.4] : ['A4', 210, 297];
  // 2 mm less than fits, so that rounding never makes a page more.
  const room = Number(height) - 39;
  return `@page { size: ${size}; margin: 17mm 20mm 20mm; }
:root { --accent: ${readableAccent(accent) ?? '#1f1e1b'}; }
@media print { .sheet { min-height: ${room}mm; } }
@media screen { html { overflow: hidden; } .sheet { width: ${width}mm; min-height: ${height}mm; padding: 17mm 20mm 20mm; } }
`;
}
